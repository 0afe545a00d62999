/* Which encoding bytes are in, where nobody and no byte order mark says. */
#ifndef GR_GUESS_H
#define GR_GUESS_H

#include "govreport.h"

/* The encoding that a label means, in any case: "UTF-8"; "GB18030", which holds all that gb2312 and gbk do and is what
 * pages with those labels are really in; "BIG5-HKSCS" for big5; "UTF-16", "UTF-16LE", "UTF-16BE". NULL for another
 * label. */
const char *gr_guess_label(gr_slice label);

/* Text in UTF-16 without a byte order mark: "UTF-16LE", "UTF-16BE", or NULL. */
const char *gr_guess_utf16(gr_slice bytes);

/* The encoding that an HTML or XML page declares within its first GR_DECLARATION bytes; NULL where it declares none
 * that has a label. UTF-16 means UTF-8: its declaration could not have been read. */
const char *gr_guess_declared(gr_slice bytes);

/* The encoding of bytes that are neither wholly UTF-8 nor UTF-16: "UTF-8", with wrong bytes in it, "GB18030" or
 * "BIG5-HKSCS". Each is tried on a sample of at most GR_SAMPLE_PIECES pieces of the input. Its score is the share of
 * the characters beyond ASCII that are common in Chinese (gr_han_is_common), less the share of pieces that do not
 * decode: six or seven in ten for Chinese text in its own encoding, less than one in ten in another one. The first
 * that reaches four is taken: the declared encoding, then the others in the order above. Where none does, the best is
 * taken, with two in ten added for the declared one; UTF-8 where GB18030 and Big5 do not even reach two. */
const char *gr_guess_encoding(gr_slice bytes);

#endif
