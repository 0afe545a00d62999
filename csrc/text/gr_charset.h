/* From the bytes of a file to UTF-8, and back to the bytes' offsets. */
#ifndef GR_CHARSET_H
#define GR_CHARSET_H

#include "text/gr_decoder.h"
#include "base/gr_memory.h"

typedef struct gr_charset {
  const char *encoding;
  gr_slice bytes;        /* the input, borrowed */
  size_t mark;           /* bytes of the byte order mark */
  gr_slice text;         /* UTF-8: in the input itself, or in `decoded` */
  gr_vector decoded;     /* char */
  gr_vector checkpoints; /* gr_checkpoint, where the text is decoded */
  size_t dropped_tail;   /* bytes of a character cut short by the end */
  gr_replaced replaced;  /* what did not decode */
} gr_charset;

/* Tells text from what is not, finds the encoding and decodes. On failure `error` has the status and the place. The
 * encoding is, in this order: `encoding`, where it is not NULL; that of the byte order mark; UTF-8, where all of the
 * text is; UTF-16 or what gr_guess_encoding says. A byte order mark beside `encoding` counts where it belongs to that
 * one. */
gr_status gr_charset_decode(gr_memory *memory, gr_slice bytes, const char *encoding, gr_charset *out, gr_error *error);
/* Takes a text that a reader has made: as it is, whatever it begins with, as the reader's ranges are offsets in it. What is
 * no UTF-8 fails. */
gr_status gr_charset_take(gr_slice text, gr_charset *out, gr_error *error);
void gr_charset_release(gr_memory *memory, gr_charset *charset);

/* The offset in the input of the character at an offset of the text. */
size_t gr_charset_origin(const gr_charset *charset, size_t offset);
/* The same for both ends of a range: from the one the other is near. */
void gr_charset_range(const gr_charset *charset, size_t start, size_t end, size_t *byte, size_t *byte_end);

#endif
