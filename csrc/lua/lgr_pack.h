/* Packed rows, being written: one string that can be carried to another process and written into a database as it is. The
 * values stand one behind the other, row behind row, each after a byte that says what it is:
 *   0   nothing
 *   1   an integer: 8 bytes, the lowest first
 *   2   a number that is none: 8 bytes, IEEE 754, the lowest first
 *   3   a text: its size in 4 bytes, the lowest first, and its bytes */
#ifndef LGR_PACK_H
#define LGR_PACK_H

#include "lua/lgr_class.h"
#include "lua/lgr_text.h"

/* Bytes in front of a text. */
enum { LGR_PACK_TEXT_HEAD = 5 };

typedef struct lgr_packer {
  lua_State *L;
  lgr_text out;
  int valid;   /* stack index of function(text) -> that text in valid UTF-8; 0 where texts are taken as they are */
} lgr_packer;

/* [-0, +1] */
void lgr_pack_begin(lua_State *L, lgr_packer *packer, int valid);
/* [-0, +1] */
void lgr_pack_end(lgr_packer *packer);

/* [-0, +0] each */
void lgr_pack_nothing(lgr_packer *packer);
void lgr_pack_integer(lgr_packer *packer, int64_t value);
/* 0 is nothing: a place that is not known. */
void lgr_pack_count(lgr_packer *packer, size_t value);
void lgr_pack_real(lgr_packer *packer, double number);
void lgr_pack_decimal(lgr_packer *packer, gr_decimal value);
/* As it is; an empty text is nothing. Texts of documents fit: none is longer than that, which has less than 2^32 bytes. */
void lgr_pack_slice(lgr_packer *packer, gr_slice text);
/* What is printed in a range, of a page without its markup; also an empty text. */
void lgr_pack_source(lgr_packer *packer, const gr_document *document, gr_range range);
/* The text at the top of the stack, also an empty one. [-1, +0] */
void lgr_pack_string(lgr_packer *packer);
/* A text, a boolean or nil at the top of the stack; an empty text is nothing. [-1, +0] */
void lgr_pack_pushed(lgr_packer *packer);

#endif
