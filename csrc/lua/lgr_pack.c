/* Packed rows, being written; and rows of Lua's. */
#include "lua/lgr_pack.h"

#include <string.h>

enum { INTEGER = 1, REAL = 2, TEXT = 3, HEAD = 9, TEXT_HEAD = 5 };

void lgr_pack_begin(lua_State *L, lgr_packer *packer, int valid) {
  packer->L = L;
  packer->valid = valid;
  lua_pushnil(L);
  packer->text = lua_gettop(L);
  luaL_buffinit(L, &packer->out);
}

void lgr_pack_end(lgr_packer *packer) { luaL_pushresult(&packer->out); }

/* ---- values ------------------------------------------------------------------------------------ */

static void put_little(char *out, uint64_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) out[i] = (char)(unsigned char)(value >> (8 * i));
}

void lgr_pack_nothing(lgr_packer *packer) { luaL_addchar(&packer->out, '\0'); }

static void add_eight(lgr_packer *packer, char kind, uint64_t bits) {
  char *out = luaL_prepbuffsize(&packer->out, HEAD);
  out[0] = kind;
  put_little(out + 1, bits, 8);
  luaL_addsize(&packer->out, HEAD);
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
  put_little(out + 1, size, 4);
}

static void add_text(lgr_packer *packer, const char *text, size_t size) {
  char *out = luaL_prepbuffsize(&packer->out, TEXT_HEAD + size);
  put_head(out, size);
  if (size > 0) memcpy(out + TEXT_HEAD, text, size);
  luaL_addsize(&packer->out, TEXT_HEAD + size);
}

void lgr_pack_slice(lgr_packer *packer, gr_slice text) {
  if (text.size == 0) lgr_pack_nothing(packer);
  else add_text(packer, text.data, text.size);
}

static bool is_taken(const lgr_packer *packer, const char *text, size_t size) {
  return packer->valid == 0 || gr_utf8_valid((gr_slice){text, size}) == size;
}

/* Lets the function make valid what is not, of the text in its place. [-0, +0] */
static void validate(lgr_packer *packer) {
  size_t size;
  const char *text = lua_tolstring(packer->L, packer->text, &size);
  if (is_taken(packer, text, size)) return;
  lua_pushvalue(packer->L, packer->valid);
  lua_pushvalue(packer->L, packer->text);
  lua_call(packer->L, 1, 1);
  if (lua_type(packer->L, -1) != LUA_TSTRING) luaL_error(packer->L, "packed rows: what is made valid is a text");
  lua_replace(packer->L, packer->text);
}

void lgr_pack_string(lgr_packer *packer) {
  size_t size;
  lua_replace(packer->L, packer->text);
  validate(packer);
  const char *text = lua_tolstring(packer->L, packer->text, &size);
  add_text(packer, text, size);
}

/* Of a page: printed where it is to stand. False where it is not valid, and then nothing is added. */
static bool add_printed(lgr_packer *packer, const gr_document *document, gr_range range) {
  size_t capacity = 3 * (range.end - range.start);
  char *out = luaL_prepbuffsize(&packer->out, TEXT_HEAD + capacity);
  size_t size = gr_document_printed(document, range.start, range.end, out + TEXT_HEAD, capacity);
  if (!is_taken(packer, out + TEXT_HEAD, size)) return false;
  put_head(out, size);
  luaL_addsize(&packer->out, TEXT_HEAD + size);
  return true;
}

void lgr_pack_source(lgr_packer *packer, const gr_document *document, gr_range range) {
  if (gr_document_format(document) == GR_FORMAT_HTML) {
    if (add_printed(packer, document, range)) return;
  } else {
    gr_slice text = gr_document_source(document, range.start, range.end);
    if (is_taken(packer, text.data, text.size)) {
      add_text(packer, text.data, text.size);
      return;
    }
  }
  lgr_push_source(packer->L, document, range);
  lgr_pack_string(packer);
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
  lua_settop(L, 4);   /* the fourth is the row, below what the buffer keeps */
  lgr_packer packer;
  lgr_pack_begin(L, &packer, 3);
  for (lua_Integer i = 1; i <= rows; i++) {
    lua_rawgeti(L, 1, i);
    luaL_argcheck(L, lua_istable(L, -1), 1, "a row is a list");
    lua_replace(L, 4);
    for (lua_Integer k = 1; k <= count; k++) {
      lua_rawgeti(L, 4, k);
      add_value(&packer);
    }
  }
  lgr_pack_end(&packer);
  return 1;
}
