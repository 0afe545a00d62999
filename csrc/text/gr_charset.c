#include "text/gr_charset.h"

#include "text/gr_guess.h"
#include "base/gr_limits.h"
#include "text/gr_mojibake.h"
#include "base/gr_slice.h"
#include "text/gr_utf8.h"

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

/* Where all of the text is UTF-8, it is taken where it stands. False, and nothing done, where it is not. */
static bool take_utf8(gr_charset *out) {
  gr_slice text = gr_slice_sub(out->bytes, out->mark, out->bytes.size);
  size_t valid = gr_utf8_valid(text);
  gr_slice rest = gr_slice_sub(text, valid, text.size);
  if (rest.size != 0 && !gr_utf8_is_cut(rest)) return false;
  out->encoding = "UTF-8";
  out->text = gr_slice_sub(text, 0, valid);
  out->dropped_tail = rest.size;
  return true;
}

/* Decodes one chunk of the input at a time, so that each chunk's end is a checkpoint. */
static gr_status decode_chunks(gr_memory *memory, const gr_decoder *decoder, gr_charset *out) {
  size_t byte = out->mark;
  while (byte < out->bytes.size) {
    gr_checkpoint checkpoint = {out->decoded.count, byte};
    GR_TRY(gr_vector_push(memory, &out->checkpoints, &checkpoint, sizeof checkpoint));
    size_t left = out->bytes.size - byte;
    size_t chunk = left < GR_CHECKPOINT ? left : GR_CHECKPOINT;
    if (out->decoded.count > SIZE_MAX / 2 - 4 * chunk) return GR_LIMIT_MEMORY;
    size_t need = out->decoded.count + 4 * chunk;
    if (need > out->decoded.capacity) {
      size_t estimate = out->bytes.size / 2 * 3 + 4 * GR_CHECKPOINT;
      GR_TRY(gr_vector_reserve(memory, &out->decoded, need > estimate ? need * 2 : estimate, 1));
    }
    char *output = (char *)out->decoded.items + out->decoded.count;
    gr_decoded part = gr_decoder_run(decoder, (gr_slice){out->bytes.data + byte, chunk}, output, 4 * chunk,
                                     &out->replaced, out->decoded.count);
    out->decoded.count += part.written;
    byte += part.read;
    if (part.read == 0 || (chunk == left && !part.full)) break;
  }
  out->dropped_tail = out->bytes.size - byte;
  out->text = out->decoded.count == 0 ? nothing : (gr_slice){out->decoded.items, out->decoded.count};
  return GR_OK;
}

/* Some wrong bytes are borne; with many of them the text is in another encoding, or broken. */
static gr_status check_replaced(const gr_charset *out, gr_error *error) {
  if (out->replaced.count < 2) return GR_OK;
  size_t beyond = 0;
  for (size_t i = 0; i < out->text.size; i++) beyond += (unsigned char)out->text.data[i] >= 0xC0;
  if (out->replaced.count <= beyond / GR_REPLACED_RATIO) return GR_OK;
  size_t first = out->replaced.offsets[0];
  return fail(error, GR_INPUT_ENCODING, gr_slice_sub(out->text, 0, first), gr_charset_origin(out, first), NULL);
}

static gr_status decode(gr_memory *memory, const char *encoding, gr_charset *out, gr_error *error) {
  if (strcmp(encoding, "UTF-8") == 0) {
    size_t zero;
    gr_slice text = gr_slice_sub(out->bytes, out->mark, out->bytes.size);
    if (is_binary(text, &zero))
      return fail(error, GR_INPUT_BINARY, gr_slice_sub(text, 0, zero), out->mark + zero, NULL);
    if (take_utf8(out)) return GR_OK;
  }
  gr_decoder decoder;
  if (gr_decoder_is_stateful(encoding) || !gr_decoder_open(&decoder, encoding))
    return fail(error, GR_INPUT_ENCODING, nothing, 0, encoding);
  out->encoding = encoding;
  gr_status status = decode_chunks(memory, &decoder, out);
  gr_decoder_close(&decoder);
  return status == GR_OK ? check_replaced(out, error) : status;
}

/* The mark at the start of the input: where an encoding is given, only one that belongs to it (that of UTF-16LE to
 * UTF-16 too). Returns the encoding that it stands for, or NULL. */
static const char *take_mark(gr_charset *out, const char *encoding) {
  static const struct {
    gr_slice mark;
    const char *encoding;
  } marks[] = {
      {GR_LITERAL_INIT("\xEF\xBB\xBF"), "UTF-8"},
      {GR_LITERAL_INIT("\xFF\xFE\0\0"), "UTF-32LE"},
      {GR_LITERAL_INIT("\0\0\xFE\xFF"), "UTF-32BE"},
      {GR_LITERAL_INIT("\xFF\xFE"), "UTF-16LE"},
      {GR_LITERAL_INIT("\xFE\xFF"), "UTF-16BE"},
      {GR_LITERAL_INIT("\x84\x31\x95\x33"), "GB18030"},
  };
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    if (!gr_slice_begins(out->bytes, marks[i].mark)) continue;
    if (encoding != NULL && !gr_slice_begins(gr_slice_of(marks[i].encoding), gr_slice_of(encoding))) continue;
    out->mark = marks[i].mark.size;
    return marks[i].encoding;
  }
  return NULL;
}

/* Decodes what neither the caller nor a mark tells the encoding of. */
static gr_status find_out(gr_memory *memory, gr_charset *out, gr_error *error) {
  size_t zero;
  bool binary = is_binary(out->bytes, &zero);
  if (!binary && take_utf8(out)) return GR_OK;
  const char *encoding = gr_guess_utf16(out->bytes);
  if (encoding == NULL) encoding = binary ? "UTF-8" : gr_guess_encoding(out->bytes);
  return decode(memory, encoding, out, error);
}

static gr_status check_mojibake(const gr_charset *out, gr_error *error) {
  size_t offset;
  const char *misread = gr_mojibake_find(out->text, &offset);
  if (misread == NULL) return GR_OK;
  return fail(error, GR_INPUT_MOJIBAKE, gr_slice_sub(out->text, 0, offset), gr_charset_origin(out, offset), misread);
}

gr_status gr_charset_decode(gr_memory *memory, gr_slice bytes, const char *encoding, gr_charset *out,
                            gr_error *error) {
  memset(out, 0, sizeof *out);
  out->bytes = bytes;
  GR_TRY(sniff(bytes, error));
  if (encoding != NULL) {
    const char *known = gr_guess_label(gr_slice_of(encoding));
    if (known != NULL) encoding = known;
  }
  const char *marked = take_mark(out, encoding);
  if (marked != NULL) encoding = marked;
  GR_TRY(encoding == NULL ? find_out(memory, out, error) : decode(memory, encoding, out, error));
  return check_mojibake(out, error);
}

gr_status gr_charset_take(gr_slice text, gr_charset *out, gr_error *error) {
  *out = (gr_charset){.encoding = "UTF-8", .bytes = text, .text = text};
  if (text.size == 0) return fail(error, GR_INPUT_EMPTY, nothing, 0, NULL);
  size_t valid = gr_utf8_valid(text);
  if (valid < text.size) return fail(error, GR_INPUT_ENCODING, gr_slice_sub(text, 0, valid), valid, NULL);
  return check_mojibake(out, error);
}

void gr_charset_release(gr_memory *memory, gr_charset *charset) {
  gr_vector_release(memory, &charset->decoded, 1);
  gr_vector_release(memory, &charset->checkpoints, sizeof(gr_checkpoint));
}

/* Goes from a checkpoint to an offset of the text character by character: in GB18030 the first two bytes of each say how
 * many it has. False in another encoding, and where there is a character that may stand for bytes that are none. */
static bool walk_gb18030(const gr_charset *charset, const gr_checkpoint *from, size_t offset, size_t *byte) {
  const unsigned char *s = (const unsigned char *)charset->bytes.data;
  size_t at = from->byte, text = from->text;
  if (strcmp(charset->encoding, "GB18030") != 0) return false;
  while (text < offset) {
    uint32_t character;
    size_t length = gr_utf8_decode(charset->text.data + text, &character);
    text += length;
    if (character == 0xFFFD || charset->bytes.size - at < 2) return false;
    at += length == 1 ? 1 : s[at + 1] < 0x40 ? 4 : 2;
  }
  *byte = at;
  return true;
}

/* Decodes the chunk again into a buffer that ends just before the wanted character: what was read is the answer. */
static size_t decode_again(const gr_charset *charset, const gr_checkpoint *from, size_t offset) {
  char buffer[4 * GR_CHECKPOINT];
  size_t left = charset->bytes.size - from->byte, chunk = left < GR_CHECKPOINT ? left : GR_CHECKPOINT;
  gr_decoder decoder;
  if (!gr_decoder_open(&decoder, charset->encoding)) return from->byte;
  gr_decoded part = gr_decoder_run(&decoder, (gr_slice){charset->bytes.data + from->byte, chunk}, buffer,
                                   offset - from->text, NULL, 0);
  gr_decoder_close(&decoder);
  return from->byte + part.read;
}

size_t gr_charset_origin(const gr_charset *charset, size_t offset) {
  if (charset->checkpoints.count == 0) return charset->mark + offset;
  size_t byte, low = 0, high = charset->checkpoints.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (GR_AT(gr_checkpoint, &charset->checkpoints, middle)->text <= offset) low = middle;
    else high = middle;
  }
  const gr_checkpoint *from = GR_AT(gr_checkpoint, &charset->checkpoints, low);
  if (offset == from->text) return from->byte;
  return walk_gb18030(charset, from, offset, &byte) ? byte : decode_again(charset, from, offset);
}

void gr_charset_range(const gr_charset *charset, size_t start, size_t end, size_t *byte, size_t *byte_end) {
  gr_checkpoint here = {start, gr_charset_origin(charset, start)};
  bool is_near = charset->checkpoints.count > 0 && end - start < GR_CHECKPOINT;
  *byte = here.byte;
  if (!is_near || !walk_gb18030(charset, &here, end, byte_end)) *byte_end = gr_charset_origin(charset, end);
}
