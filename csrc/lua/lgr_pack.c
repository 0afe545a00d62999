/* Packed rows, above all the cells of a report: one string that can be carried to another process and written into a database as
 * it is. The values stand one behind the other, row behind row, each after a byte that says what it is:
 *   0   nothing
 *   1   an integer: 8 bytes, the lowest first
 *   2   a number that is none: 8 bytes, IEEE 754, the lowest first
 *   3   a text: its size in 4 bytes, the lowest first, and its bytes */
#include "lua/lgr_class.h"

#include <string.h>

enum { INTEGER = 1, REAL = 2, TEXT = 3, HEAD = 9 };

static void put_little(char *out, uint64_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) out[i] = (char)(unsigned char)(value >> (8 * i));
}

static void add_nothing(luaL_Buffer *out) { luaL_addchar(out, '\0'); }

static void add_integer(luaL_Buffer *out, int64_t value) {
  char head[HEAD] = {INTEGER};
  put_little(head + 1, (uint64_t)value, 8);
  luaL_addlstring(out, head, sizeof head);
}

/* A place that is not known is 0. */
static void add_count(luaL_Buffer *out, size_t value) {
  if (value == 0) add_nothing(out);
  else add_integer(out, (int64_t)value);
}

static void add_real(luaL_Buffer *out, double number) {
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  char head[HEAD] = {REAL};
  put_little(head + 1, bits, 8);
  luaL_addlstring(out, head, sizeof head);
}

/* The nearest double gives back all 15 digits that a decimal can have. */
static void add_decimal(luaL_Buffer *out, gr_decimal value) {
  if (value.scale == 0) {
    add_integer(out, value.mantissa);
    return;
  }
  double divisor = 1;
  for (int32_t i = 0; i < value.scale; i++) divisor *= 10;   /* exact up to 10^22 */
  add_real(out, (double)value.mantissa / divisor);
}

static void text_head(char head[5], size_t size) {
  head[0] = TEXT;
  put_little(head + 1, size, 4);
}

/* Nothing for an empty text. Sizes fit: no text of a document is longer than it, and that has less than 2^32 bytes. */
static void add_text(luaL_Buffer *out, gr_slice text) {
  char head[5];
  if (text.size == 0) {
    add_nothing(out);
    return;
  }
  text_head(head, text.size);
  luaL_addlstring(out, head, sizeof head);
  luaL_addlstring(out, text.data, text.size);
}

/* A boolean or nil at the top of the stack. [-1, +0] */
static void add_plain(lua_State *L, luaL_Buffer *out) {
  bool is_flag = lua_isboolean(L, -1), value = lua_toboolean(L, -1);
  lua_pop(L, 1);
  if (is_flag) add_integer(out, value);
  else add_nothing(out);
}

/* A text at the top of the stack. [-1, +0] */
static void add_string(lua_State *L, luaL_Buffer *out) {
  char head[5];
  text_head(head, lua_rawlen(L, -1));
  lua_pushlstring(L, head, sizeof head);
  lua_insert(L, -2);
  lua_concat(L, 2);
  luaL_addvalue(out);
}

/* What stands at the top of the stack: a text, a boolean or nil; nothing for an empty text. [-1, +0] */
static void add_pushed(lua_State *L, luaL_Buffer *out) {
  if (lua_type(L, -1) != LUA_TSTRING) {
    add_plain(L, out);
  } else if (lua_rawlen(L, -1) > 0) {
    add_string(L, out);
  } else {
    lua_pop(L, 1);
    add_nothing(out);
  }
}

/* What is printed there: of a page without its markup. [-0, +0] */
static void add_source(lua_State *L, luaL_Buffer *out, const gr_document *document, gr_range range) {
  if (range.end == range.start) {
    add_nothing(out);
  } else if (gr_document_format(document) != GR_FORMAT_HTML) {
    add_text(out, gr_document_source(document, range.start, range.end));
  } else {
    lgr_push_source(L, document, range);
    add_pushed(L, out);
  }
}

/* Its left, upper, right and lower side in points. */
static void add_box(luaL_Buffer *out, const gr_spot *spot) {
  char box[4 * GR_DECIMAL_TEXT];
  size_t size = 0;
  for (int i = 0; spot != NULL && i < 4; i++) {
    const int32_t sides[] = {spot->left, spot->top, spot->right, spot->bottom};
    if (i > 0) box[size++] = ' ';
    size += gr_decimal_format(lgr_points(sides[i]), box + size);
  }
  add_text(out, (gr_slice){box, size});
}

/* Line, byte, byte_end; page and box; part and paragraph. */
static void add_place(luaL_Buffer *out, const gr_document *document, const gr_cell *cell) {
  if (cell->state == GR_ABSENT) {
    for (int i = 0; i < 7; i++) add_nothing(out);
    return;
  }
  gr_place place = gr_document_place(document, cell->range.start, cell->range.end);
  gr_spot spot;
  bool has_spot = gr_document_spot(document, place.byte, place.byte_end, &spot);
  add_count(out, place.line);
  add_count(out, has_spot && spot.part != NULL ? spot.byte : place.byte);
  add_count(out, has_spot && spot.part != NULL ? spot.byte_end : place.byte_end);
  add_count(out, has_spot ? spot.page : 0);
  add_box(out, has_spot && spot.page != 0 ? &spot : NULL);
  add_text(out, has_spot && spot.part != NULL ? (gr_slice){spot.part, strlen(spot.part)} : (gr_slice){NULL, 0});
  add_count(out, has_spot ? spot.paragraph : 0);
}

static void add_cell(lua_State *L, luaL_Buffer *out, const gr_report *report, size_t number) {
  const gr_document *document = gr_report_document(report);
  const gr_cell *cell = gr_report_cell_at(report, number);
  add_integer(out, (int64_t)cell->state);
  if (cell->state == GR_NUMBER) {
    add_decimal(out, cell->value);
  } else {
    lgr_push_cell_value(L, report, number);
    add_pushed(L, out);
  }
  add_text(out, lgr_cell_unit(report, number));
  add_source(L, out, document, cell->sign);
  add_source(L, out, document, cell->note);
  add_integer(out, cell->inferred);
  add_source(L, out, document, cell->lost ? (gr_range){0, 0} : cell->range);
  add_place(out, document, cell);
}

/* ---- rows of Lua's ----------------------------------------------------------------------------- */

/* A text at the top of the stack; one that is not ASCII alone is asked of the function at 3 first. [-1, +0] */
static void add_valid(lua_State *L, luaL_Buffer *out) {
  size_t size;
  const char *text = lua_tolstring(L, -1, &size);
  for (size_t i = 0; i < size; i++) {
    if ((text[i] & 0x80) == 0) continue;
    lua_pushvalue(L, 3);
    lua_insert(L, -2);
    lua_call(L, 1, 1);
    break;
  }
  add_string(L, out);
}

/* A number at the top of the stack, an exact one or a float. A buffer wants nothing above itself. [-1, +0] */
static void add_number(lua_State *L, luaL_Buffer *out) {
  if (lua_type(L, -1) == LUA_TNUMBER && !lua_isinteger(L, -1)) {
    double number = lua_tonumber(L, -1);
    lua_pop(L, 1);
    add_real(out, number);
    return;
  }
  gr_decimal value = {lua_tointeger(L, -1), 0};
  if (lua_type(L, -1) != LUA_TNUMBER) value = lgr_check_decimal(L, lua_gettop(L));
  lua_pop(L, 1);
  add_decimal(out, value);
}

static void add_value(lua_State *L, luaL_Buffer *out) {
  int type = lua_type(L, -1);
  if (type == LUA_TSTRING) add_valid(L, out);
  else if (type == LUA_TNUMBER || type == LUA_TUSERDATA) add_number(L, out);
  else add_plain(L, out);
}

/* core.pack_rows(rows, count, valid) -> packed rows of lists of `count` values: integers, floats, Decimals, texts, truth
 * values, nil. `valid` is function(text) -> that text in valid UTF-8. [-3, +1] */
int lgr_pack_rows(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer count = luaL_checkinteger(L, 2), rows = (lua_Integer)lua_rawlen(L, 1);
  luaL_checktype(L, 3, LUA_TFUNCTION);
  lua_settop(L, 3);
  luaL_Buffer out;
  lua_pushnil(L);   /* the row, below what the buffer keeps */
  luaL_buffinit(L, &out);
  for (lua_Integer i = 1; i <= rows; i++) {
    lua_rawgeti(L, 1, i);
    luaL_argcheck(L, lua_istable(L, -1), 1, "a row is a list");
    lua_replace(L, 4);
    for (lua_Integer k = 1; k <= count; k++) {
      lua_rawgeti(L, 4, k);
      add_value(L, &out);
    }
  }
  luaL_pushresult(&out);
  return 1;
}

/* ---- cells of a report ------------------------------------------------------------------------- */

/* core.pack_cells(report, id, first) -> packed rows, one for each cell that counts: `id` of the report, `first` + the
 * cell's number; number of its state, value, unit, sign, note, whether it is inferred, raw; line, byte, byte_end, page,
 * box, part, paragraph. [-3, +1] */
int lgr_pack_cells(lua_State *L) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  lua_Integer id = luaL_checkinteger(L, 2), first = luaL_checkinteger(L, 3);
  size_t count = gr_schema_cell_count(gr_report_schema(report));
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  for (size_t cell = 0; cell < count; cell++) {
    if (!gr_report_cell_used(report, cell)) continue;
    add_integer(&out, id);
    add_integer(&out, first + (lua_Integer)cell);
    add_cell(L, &out, report, cell);
  }
  luaL_pushresult(&out);
  return 1;
}
