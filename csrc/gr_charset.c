#include "gr_charset.h"

#include <errno.h>
#include <iconv.h>

#include "gr_limits.h"
#include "gr_slice.h"
#include "gr_utf8.h"

typedef struct gr_checkpoint {
  size_t text, byte;
} gr_checkpoint;

/* What begins like this is no text, whatever follows. */
static const struct {
  gr_slice magic;
  gr_status status;
  const char *name;
} signatures[] = {
    {GR_LITERAL_INIT("\xFF\xD8\xFF"), GR_INPUT_IMAGE, "JPEG"},
    {GR_LITERAL_INIT("\x89PNG\r\n"), GR_INPUT_IMAGE, "PNG"},
    {GR_LITERAL_INIT("GIF8"), GR_INPUT_IMAGE, "GIF"},
    {GR_LITERAL_INIT("II*\0"), GR_INPUT_IMAGE, "TIFF"},
    {GR_LITERAL_INIT("MM\0*"), GR_INPUT_IMAGE, "TIFF"},
    {GR_LITERAL_INIT("%PDF-"), GR_INPUT_FORMAT, "PDF"},
    {GR_LITERAL_INIT("PK\x03\x04"), GR_INPUT_FORMAT, "ZIP (docx, xlsx, ofd)"},
    {GR_LITERAL_INIT("\xD0\xCF\x11\xE0"), GR_INPUT_FORMAT, "OLE (doc, xls, wps)"},
    {GR_LITERAL_INIT("{\\rtf"), GR_INPUT_FORMAT, "RTF"},
    {GR_LITERAL_INIT("\x1F\x8B"), GR_INPUT_FORMAT, "gzip"},
};

/* `before` is the text in front of the place, for the line. */
static gr_status fail(gr_error *error, gr_status status, gr_slice before, size_t offset, const char *detail) {
  *error = (gr_error){.status = status, .offset = offset, .line = 1, .detail = detail};
  for (size_t i = 0; i < before.size; i++) {
    bool alone = before.data[i] == '\r' && (i + 1 == before.size || before.data[i + 1] != '\n');
    if (before.data[i] == '\n' || alone) error->line++;
  }
  return status;
}

static const gr_slice nothing = GR_LITERAL_INIT("");

static gr_status sniff(gr_slice bytes, gr_error *error) {
  if (bytes.size == 0) return fail(error, GR_INPUT_EMPTY, nothing, 0, NULL);
  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
    if (gr_slice_begins(bytes, signatures[i].magic))
      return fail(error, signatures[i].status, nothing, 0, signatures[i].name);
  if (bytes.data[0] == '\0' && memcmp(bytes.data, bytes.data + 1, bytes.size - 1) == 0)
    return fail(error, GR_INPUT_ZEROS, nothing, 0, NULL);
  return GR_OK;
}

/* A stray zero byte is a control character; one byte in a hundred is no text. */
static bool is_binary(gr_slice text, size_t *first) {
  const char *zero = memchr(text.data, '\0', text.size);
  if (zero == NULL) return false;
  size_t count = 0;
  *first = (size_t)(zero - text.data);
  for (size_t i = *first; i < text.size; i++)
    if (text.data[i] == '\0') count++;
  return count > text.size / 100;
}

static gr_status decode_utf8(gr_charset *out, gr_error *error) {
  gr_slice text = gr_slice_sub(out->bytes, out->mark, out->bytes.size);
  size_t zero, valid = gr_utf8_valid(text);
  if (is_binary(text, &zero))
    return fail(error, GR_INPUT_BINARY, gr_slice_sub(text, 0, zero), out->mark + zero, NULL);
  if (valid < text.size) {
    gr_slice rest = gr_slice_sub(text, valid, text.size);
    if (!gr_utf8_is_cut(rest))
      return fail(error, GR_INPUT_ENCODING, gr_slice_sub(text, 0, valid), out->mark + valid, NULL);
    out->dropped_tail = rest.size;
  }
  out->encoding = "UTF-8";
  out->text = gr_slice_sub(text, 0, valid);
  return GR_OK;
}

/* Decodes one chunk of the input at a time, so that each chunk's end is a checkpoint. */
static gr_status decode_chunks(gr_memory *memory, iconv_t converter, gr_charset *out, gr_error *error) {
  size_t byte = out->mark;
  while (byte < out->bytes.size) {
    gr_checkpoint checkpoint = {out->decoded.count, byte};
    GR_TRY(gr_vector_push(memory, &out->checkpoints, &checkpoint, sizeof checkpoint));
    size_t left = out->bytes.size - byte;
    size_t chunk = left < GR_CHECKPOINT ? left : GR_CHECKPOINT;
    if (out->decoded.count > SIZE_MAX - 4 * chunk) return GR_LIMIT_MEMORY;
    size_t need = out->decoded.count + 4 * chunk;
    if (need > out->decoded.capacity) {
      size_t estimate = out->bytes.size / 2 * 3 + 4 * GR_CHECKPOINT;
      GR_TRY(gr_vector_reserve(memory, &out->decoded, need > estimate ? need * 2 : estimate, 1));
    }
    char *input = (char *)(uintptr_t)(out->bytes.data + byte);   /* iconv takes it as not const, and only reads */
    char *output = (char *)out->decoded.items + out->decoded.count;
    size_t room = 4 * chunk, rest = chunk;
    size_t result = iconv(converter, &input, &rest, &output, &room);
    int reason = errno;
    out->decoded.count += 4 * chunk - room;
    byte += chunk - rest;
    if (result != (size_t)-1) continue;
    if (reason == EINVAL && chunk == left) {
      out->dropped_tail = rest;
      break;
    }
    out->text = (gr_slice){out->decoded.items, out->decoded.count};
    if (reason != EINVAL || rest == chunk) return fail(error, GR_INPUT_ENCODING, out->text, byte, NULL);
  }
  out->text = out->decoded.count == 0 ? nothing : (gr_slice){out->decoded.items, out->decoded.count};
  return GR_OK;
}

/* Encodings in which a byte's meaning depends on far earlier ones: no place in them could be found again. */
static bool is_stateful(const char *encoding) {
  static const char *const names[] = {"UTF-7", "UTF7", "ISO-2022", "ISO2022", "CSISO2022", "HZ", "UNICODE-1-1-UTF-7"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    size_t k = 0;
    while (names[i][k] != '\0' && (encoding[k] & ~0x20) == (names[i][k] & ~0x20)) k++;
    if (names[i][k] == '\0') return true;
  }
  return false;
}

static gr_status decode_with_iconv(gr_memory *memory, const char *encoding, gr_charset *out, gr_error *error) {
  if (is_stateful(encoding)) return fail(error, GR_INPUT_ENCODING, nothing, 0, encoding);
  iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == (iconv_t)-1) return fail(error, GR_INPUT_ENCODING, nothing, 0, encoding);
  out->encoding = encoding;
  gr_status status = decode_chunks(memory, converter, out, error);
  iconv_close(converter);
  return status;
}

/* Text in UTF-16 without a byte order mark: in the right byte order nearly all of its units are Han, their punctuation
 * or ASCII, and one in a hundred at least is ASCII (a line end, a digit), which leaves a zero byte that no other text has.
 * Looks at the first 4 KiB. */
static const char *guess_utf16(gr_slice bytes) {
  static const char *const names[] = {"UTF-16LE", "UTF-16BE"};
  size_t units = (bytes.size < GR_CHECKPOINT ? bytes.size : GR_CHECKPOINT) / 2;
  for (size_t order = 0; order < 2; order++) {
    size_t good = 0, ascii = 0;
    for (size_t i = 0; i < units; i++) {
      unsigned low = (unsigned char)bytes.data[2 * i + order], high = (unsigned char)bytes.data[2 * i + 1 - order];
      unsigned unit = high << 8 | low;
      if ((unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t' || high == 0x30 || high == 0xFF ||
          (unit >= 0x2010 && unit <= 0x2026) || (unit >= 0x4E00 && unit <= 0x9FFF))
        good++;
      if (unit < 0x80) ascii++;
    }
    if (units >= 2 && good >= units - units / 20 && ascii > units / 100) return names[order];
  }
  return NULL;
}

gr_status gr_charset_decode(gr_memory *memory, gr_slice bytes, const char *encoding, gr_charset *out,
                            gr_error *error) {
  memset(out, 0, sizeof *out);
  out->bytes = bytes;
  GR_TRY(sniff(bytes, error));
  if (gr_slice_begins(bytes, GR_LITERAL("\xEF\xBB\xBF"))) {
    out->mark = 3;
    return decode_utf8(out, error);
  }
  if (gr_slice_begins(bytes, GR_LITERAL("\xFF\xFE\0\0"))) {
    out->mark = 4;
    return decode_with_iconv(memory, "UTF-32LE", out, error);
  }
  bool little = gr_slice_begins(bytes, GR_LITERAL("\xFF\xFE"));
  if (little || gr_slice_begins(bytes, GR_LITERAL("\xFE\xFF"))) {
    out->mark = 2;
    return decode_with_iconv(memory, little ? "UTF-16LE" : "UTF-16BE", out, error);
  }
  if (encoding != NULL && strcmp(encoding, "UTF-8") != 0) return decode_with_iconv(memory, encoding, out, error);
  gr_status status = decode_utf8(out, error);
  if (status != GR_INPUT_BINARY && status != GR_INPUT_ENCODING) return status;
  const char *guess = guess_utf16(bytes);
  return guess == NULL ? status : decode_with_iconv(memory, guess, out, error);
}

void gr_charset_release(gr_memory *memory, gr_charset *charset) {
  gr_vector_release(memory, &charset->decoded, 1);
  gr_vector_release(memory, &charset->checkpoints, sizeof(gr_checkpoint));
}

size_t gr_charset_origin(const gr_charset *charset, size_t offset) {
  if (charset->checkpoints.count == 0) return charset->mark + offset;
  size_t low = 0, high = charset->checkpoints.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (GR_AT(gr_checkpoint, &charset->checkpoints, middle)->text <= offset) low = middle;
    else high = middle;
  }
  const gr_checkpoint *from = GR_AT(gr_checkpoint, &charset->checkpoints, low);
  size_t end = low + 1 < charset->checkpoints.count ? from[1].byte : charset->bytes.size - charset->dropped_tail;
  if (offset == from->text) return from->byte;
  iconv_t converter = iconv_open("UTF-8", charset->encoding);
  if (converter == (iconv_t)-1) return from->byte;
  /* Converts again into a buffer that ends just before the wanted character: what was consumed is the answer. */
  char buffer[4 * GR_CHECKPOINT];
  char *input = (char *)(uintptr_t)(charset->bytes.data + from->byte), *output = buffer;
  size_t rest = end - from->byte, room = offset - from->text;
  (void)iconv(converter, &input, &rest, &output, &room);
  iconv_close(converter);
  return end - rest;
}
