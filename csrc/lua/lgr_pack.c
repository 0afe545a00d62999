/* Packed rows, being written; and rows of Lua's. */
#include "lua/lgr_pack.h"

#include <string.h>

enum { INTEGER = 1, REAL = 2, TEXT = 3, HEAD = 9, TEXT_HEAD = LGR_PACK_TEXT_HEAD };

void lgr_pack_begin(lua_State *L, lgr_packer *packer, int valid) {
  packer->L = L;
  packer->valid = valid;
  lgr_text_begin(L, &packer->out);
}

void lgr_pack_end(lgr_packer *packer) { lgr_text_end(&packer->out); }

/* ---- values ------------------------------------------------------------------------------------ */

void lgr_pack_nothing(lgr_packer *packer) { lgr_text_char(&packer->out, '\0'); }

/* Written so that compilers make one store of it. */
static void put_four(char *out, uint64_t value) {
  out[0] = (char)(unsigned char)value;
  out[1] = (char)(unsigned char)(value >> 8);
  out[2] = (char)(unsigned char)(value >> 16);
  out[3] = (char)(unsigned char)(value >> 24);
}

static void add_eight(lgr_packer *packer, char kind, uint64_t bits) {
  char *out = lgr_text_room(&packer->out, HEAD);
  out[0] = kind;
  put_four(out + 1, bits);
  put_four(out + 5, bits >> 32);
  packer->out.size += HEAD;
}

void lgr_pack_integer(lgr_packer *packer, int64_t value) { add_eight(packer, INTEGER, (uint64_t)value); }

void lgr_pack_count(lgr_packer *packer, size_t value) {
  if (value == 0) lgr_pack_nothing(packer);
  else lgr_pack_integer(packer, (int64_t)value);
}

void lgr_pack_real(lgr_packer *packer, double number) {
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  add_eight(packer, REAL, bits);
}

/* The nearest double gives back all 15 digits that a decimal can have. */
void lgr_pack_decimal(lgr_packer *packer, gr_decimal value) {
  if (value.scale == 0) {
    lgr_pack_integer(packer, value.mantissa);
    return;
  }
  double divisor = 1;
  for (int32_t i = 0; i < value.scale; i++) divisor *= 10;   /* exact up to 10^22 */
  lgr_pack_real(packer, (double)value.mantissa / divisor);
}

static void put_head(char out[TEXT_HEAD], size_t size) {
  out[0] = TEXT;
  put_four(out + 1, size);
}

static void add_text(lgr_packer *packer, const char *text, size_t size) {
  put_head(lgr_text_room(&packer->out, TEXT_HEAD), size);
  packer->out.size += TEXT_HEAD;
  lgr_text_add(&packer->out, text, size);
}

void lgr_pack_slice(lgr_packer *packer, gr_slice text) {
  if (text.size == 0) lgr_pack_nothing(packer);
  else add_text(packer, text.data, text.size);
}

/* Lets the function make a text valid that is not. [-1, +1] */
static void make_valid(lgr_packer *packer) {
  lua_pushvalue(packer->L, packer->valid);
  lua_insert(packer->L, -2);
  lua_call(packer->L, 1, 1);
  if (lua_type(packer->L, -1) != LUA_TSTRING) luaL_error(packer->L, "packed rows: what is made valid is a text");
}

void lgr_pack_string(lgr_packer *packer) {
  size_t size;
  const char *text = lua_tolstring(packer->L, -1, &size);
  if (packer->valid != 0 && gr_utf8_valid((gr_slice){text, size}) != size) {
    make_valid(packer);
    text = lua_tolstring(packer->L, -1, &size);
  }
  add_text(packer, text, size);
  lua_pop(packer->L, 1);
}

/* Of a page: printed where it is to stand. */
static void add_printed(lgr_packer *packer, const gr_document *document, gr_range range) {
  size_t capacity = 3 * (range.end - range.start);
  char *out = lgr_text_room(&packer->out, TEXT_HEAD + capacity);
  size_t size = gr_document_printed(document, range.start, range.end, out + TEXT_HEAD, capacity);
  put_head(out, size);
  packer->out.size += TEXT_HEAD + size;
}

/* Whether no character begins before an offset and goes on behind it. */
static bool is_between(gr_slice text, size_t offset) {
  return offset >= text.size || ((unsigned char)text.data[offset] & 0xC0) != 0x80;
}

/* Documents are in valid UTF-8: so is what stands between two of their characters. */
void lgr_pack_source(lgr_packer *packer, const gr_document *document, gr_range range) {
  gr_slice tape = gr_document_tape(document);
  if (!is_between(tape, range.start) || !is_between(tape, range.end)) {
    lgr_push_source(packer->L, document, range);
    lgr_pack_string(packer);
  } else if (gr_document_format(document) == GR_FORMAT_HTML) {
    add_printed(packer, document, range);
  } else {
    gr_slice text = gr_document_source(document, range.start, range.end);
    add_text(packer, text.data, text.size);
  }
}

/* A boolean or nil at the top of the stack. [-1, +0] */
static void add_plain(lgr_packer *packer) {
  bool is_flag = lua_isboolean(packer->L, -1), value = lua_toboolean(packer->L, -1);
  lua_pop(packer->L, 1);
  if (is_flag) lgr_pack_integer(packer, value);
  else lgr_pack_nothing(packer);
}

void lgr_pack_pushed(lgr_packer *packer) {
  if (lua_type(packer->L, -1) != LUA_TSTRING) {
    add_plain(packer);
  } else if (lua_rawlen(packer->L, -1) > 0) {
    lgr_pack_string(packer);
  } else {
    lua_pop(packer->L, 1);
    lgr_pack_nothing(packer);
  }
}

/* ---- rows of Lua's ----------------------------------------------------------------------------- */

/* A number at the top of the stack, an exact one or a float. [-1, +0] */
static void add_number(lgr_packer *packer) {
  lua_State *L = packer->L;
  if (lua_type(L, -1) == LUA_TNUMBER && !lua_isinteger(L, -1)) {
    double number = lua_tonumber(L, -1);
    lua_pop(L, 1);
    lgr_pack_real(packer, number);
    return;
  }
  gr_decimal value = {lua_tointeger(L, -1), 0};
  if (lua_type(L, -1) != LUA_TNUMBER) value = lgr_check_decimal(L, lua_gettop(L));
  lua_pop(L, 1);
  lgr_pack_decimal(packer, value);
}

static void add_value(lgr_packer *packer) {
  int type = lua_type(packer->L, -1);
  if (type == LUA_TSTRING) lgr_pack_string(packer);
  else if (type == LUA_TNUMBER || type == LUA_TUSERDATA) add_number(packer);
  else add_plain(packer);
}

/* core.pack_rows(rows, count, valid) -> packed rows of lists of `count` values: integers, floats, Decimals, texts, truth
 * values, nil. `valid` is function(text) -> that text in valid UTF-8, called with what is not. [-3, +1] */
int lgr_pack_rows(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer count = luaL_checkinteger(L, 2), rows = (lua_Integer)lua_rawlen(L, 1);
  luaL_checktype(L, 3, LUA_TFUNCTION);
  lua_settop(L, 3);
  lgr_packer packer;
  lgr_pack_begin(L, &packer, 3);
  for (lua_Integer i = 1; i <= rows; i++) {
    lua_rawgeti(L, 1, i);
    luaL_argcheck(L, lua_istable(L, -1), 1, "a row is a list");
    for (lua_Integer k = 1; k <= count; k++) {
      lua_rawgeti(L, -1, k);
      add_value(&packer);
    }
    lua_pop(L, 1);
  }
  lgr_pack_end(&packer);
  return 1;
}
