/* From one encoding to UTF-8; what does not decode becomes U+FFFD. */
#ifndef GR_DECODER_H
#define GR_DECODER_H

#include <iconv.h>

#include "govreport.h"

typedef struct gr_decoder {
  bool is_utf8;        /* without iconv */
  iconv_t converter;
  size_t unit;         /* bytes of the least piece that can be wrong */
  bool has_pairs;      /* a lead byte and a trail byte: GB18030, Big5 */
} gr_decoder;

/* What became U+FFFD: how many pieces, and where the first of them stand in the decoded text. */
typedef struct gr_replaced {
  size_t count;
  size_t offsets[GR_REPLACED_KEPT];
} gr_replaced;

typedef struct gr_decoded {
  size_t read, written;   /* bytes */
  bool full;              /* there was no room for the next character */
} gr_decoded;

/* Whether an encoding's bytes mean different things after far earlier ones: no place in it could be found again. */
bool gr_decoder_is_stateful(const char *encoding);

/* False where iconv does not know the encoding. */
bool gr_decoder_open(gr_decoder *decoder, const char *encoding);
void gr_decoder_close(gr_decoder *decoder);

/* Decodes whole characters from the front of `in` into the `room` bytes at `out`. It ends before a character that has
 * no room, or that the end of `in` cuts short. The same bytes give the same text in any room: with room for all that
 * stands before a character of the text, what is read are the bytes before it. Each piece that is replaced is added to
 * `replaced`, which may be NULL, at its offset in `out` plus `base`. */
gr_decoded gr_decoder_run(const gr_decoder *decoder, gr_slice in, char *out, size_t room, gr_replaced *replaced,
                          size_t base);

#endif
