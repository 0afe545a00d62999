#include "text/gr_decoder.h"

#include <errno.h>

#include "base/gr_slice.h"
#include "text/gr_utf8.h"

/* Letters by their ASCII values, of either case; no other character of the names counts as one. */
static bool begins(const char *name, const char *with) {
  while (*with != '\0' && (*name == *with || (*name >= 'a' && *name <= 'z' && *name - 32 == *with))) name++, with++;
  return *with == '\0';
}

static bool begins_any(const char *name, const char *const *with, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (begins(name, with[i])) return true;
  return false;
}

#define BEGINS_ANY(name, with) begins_any((name), (with), sizeof(with) / sizeof *(with))

bool gr_decoder_is_stateful(const char *encoding) {
  static const char *const names[] = {"UTF-7", "UTF7", "ISO-2022", "ISO2022", "CSISO2022", "HZ", "UNICODE-1-1-UTF-7"};
  return BEGINS_ANY(encoding, names);
}

bool gr_decoder_open(gr_decoder *decoder, const char *encoding) {
  static const char *const two[] = {"UTF-16", "UTF16", "UCS-2", "UCS2", "UNICODE"};
  static const char *const four[] = {"UTF-32", "UTF32", "UCS-4", "UCS4"}, *const pairs[] = {"GB", "BIG5"};
  *decoder = (gr_decoder){.is_utf8 = strcmp(encoding, "UTF-8") == 0,
                          .converter = (iconv_t)-1,
                          .unit = BEGINS_ANY(encoding, two) ? 2 : BEGINS_ANY(encoding, four) ? 4 : 1,
                          .has_pairs = BEGINS_ANY(encoding, pairs)};
  if (*encoding == '\0') return false;   /* would be the locale's */
  if (!decoder->is_utf8) decoder->converter = iconv_open("UTF-8", encoding);
  return decoder->is_utf8 || decoder->converter != (iconv_t)-1;
}

void gr_decoder_close(gr_decoder *decoder) {
  if (decoder->converter != (iconv_t)-1) (void)iconv_close(decoder->converter);
  decoder->converter = (iconv_t)-1;
}

enum { MARK = 3 };   /* bytes of U+FFFD */

static void replace(char *out, gr_replaced *replaced, size_t offset) {
  memcpy(out, "\xEF\xBF\xBD", MARK);
  if (replaced == NULL) return;
  if (replaced->count < GR_REPLACED_KEPT) replaced->offsets[replaced->count] = offset;
  replaced->count++;
}

static gr_decoded run_utf8(gr_slice in, char *out, size_t room, gr_replaced *replaced, size_t base) {
  gr_decoded done = {0, 0, false};
  for (;;) {
    size_t left = in.size - done.read, space = room - done.written;
    size_t valid = gr_utf8_valid((gr_slice){in.data + done.read, left < space ? left : space});
    if (valid != 0) memcpy(out + done.written, in.data + done.read, valid);
    done.read += valid;
    done.written += valid;
    gr_slice rest = gr_slice_sub(in, done.read, in.size);
    if (rest.size == 0 || gr_utf8_is_cut(rest)) return done;
    done.full = room - done.written < MARK || gr_utf8_valid((gr_slice){rest.data, rest.size < 4 ? rest.size : 4}) != 0;
    if (done.full) return done;
    replace(out + done.written, replaced, base + done.written);
    done.read += gr_utf8_wrong(rest);
    done.written += MARK;
  }
}

/* A pair of lead and trail byte without a character is wrong as one; where the second byte is ASCII, it stays. */
static size_t wrong_piece(const gr_decoder *decoder, const char *in, size_t size) {
  unsigned char lead = (unsigned char)in[0], trail = size < 2 ? 0 : (unsigned char)in[1];
  if (decoder->has_pairs && lead > 0x80 && lead < 0xFF && trail > 0x80 && trail < 0xFF) return 2;
  return decoder->unit < size ? decoder->unit : size;
}

static gr_decoded run_iconv(const gr_decoder *decoder, gr_slice in, char *out, size_t room, gr_replaced *replaced,
                            size_t base) {
  char *from = (char *)(uintptr_t)in.data, *to = out;   /* iconv takes it as not const, and only reads */
  size_t left = in.size, space = room;
  bool full = false;
  while (left != 0 && iconv(decoder->converter, &from, &left, &to, &space) == (size_t)-1) {
    full = errno == E2BIG || (errno == EILSEQ && space < MARK);
    if (full || errno != EILSEQ || left == 0) break;
    replace(to, replaced, base + (room - space));
    size_t wrong = wrong_piece(decoder, from, left);
    from += wrong;
    left -= wrong;
    to += MARK;
    space -= MARK;
  }
  (void)iconv(decoder->converter, NULL, NULL, &to, &space);   /* the second of two characters that the last one gave */
  return (gr_decoded){in.size - left, room - space, full};
}

gr_decoded gr_decoder_run(const gr_decoder *decoder, gr_slice in, char *out, size_t room, gr_replaced *replaced,
                          size_t base) {
  if (decoder->is_utf8) return run_utf8(in, out, room, replaced, base);
  return run_iconv(decoder, in, out, room, replaced, base);
}
