/* govreport.Document. User values: the Lua string that holds the bytes, the name of the encoding where it was given, the
 * name of the document where it was, what owns the reader where there was one, the name of what held the bytes where there
 * was something, the tape once somebody asked for it. */
#include "lua/lgr_class.h"

#include <string.h>

/* The user value that is the last. */
enum { TAPE = 6 };
/* A tape of so many bytes, that of any report, is kept as a string: what reads a report asks for it again and again. A
 * larger one is made anew each time. */
enum { KEPT_TAPE = 1 << 18 };

/* [-0, +1] The option of a name, which is 0 where it is not given. */
static size_t size_option(lua_State *L, const char *name) {
  int is_integer = 1;
  lua_Integer value = lua_getfield(L, 2, name) == LUA_TNIL ? 0 : lua_tointegerx(L, -1, &is_integer);
  luaL_argcheck(L, is_integer && value >= 0, 2, lua_pushfstring(L, "'%s' must be an integer >= 0", name));
  return (size_t)value;
}

/* [-0, +1] NULL where it is not given. */
static const char *text_option(lua_State *L, const char *name) {
  int type = lua_getfield(L, 2, name);
  luaL_argcheck(L, type == LUA_TNIL || type == LUA_TSTRING, 2, lua_pushfstring(L, "'%s' must be a string", name));
  return lua_tostring(L, -1);
}

static gr_format format_of(lua_State *L, const char *name) {
  if (name == NULL || strcmp(name, "auto") == 0) return GR_FORMAT_AUTO;
  if (strcmp(name, "text") == 0) return GR_FORMAT_TEXT;
  luaL_argcheck(L, strcmp(name, "html") == 0, 2, "'format' must be \"auto\", \"text\" or \"html\"");
  return GR_FORMAT_HTML;
}

/* [-0, +2] A reader of a module beside ours, a light userdata, and the object that owns it, which the document keeps. */
static const gr_reader *reader_option(lua_State *L) {
  int type = lua_getfield(L, 2, "reader");
  luaL_argcheck(L, type == LUA_TNIL || type == LUA_TLIGHTUSERDATA, 2, "'reader' must be a light userdata");
  const gr_reader *reader = lua_touserdata(L, -1);
  type = lua_getfield(L, 2, "owner");
  luaL_argcheck(L, reader == NULL || type == LUA_TUSERDATA, 2, "'owner' must be the userdata of the reader");
  return reader;
}

int lgr_document_parse(lua_State *L) {
  gr_slice bytes = lgr_check_slice(L, 1);
  gr_options options = {0};
  bool named = false, is_held = false;
  if (!lua_isnoneornil(L, 2)) {
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    options.max_input = size_option(L, "max_input");
    options.max_memory = size_option(L, "max_memory");
    options.encoding = text_option(L, "encoding");
    options.format = format_of(L, text_option(L, "format"));
    named = text_option(L, "name") != NULL;
    options.reader = reader_option(L);
    is_held = text_option(L, "container") != NULL;
  }
  lgr_box *box = lgr_new_box(L, LGR_DOCUMENT, TAPE);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  if (options.encoding != NULL) {   /* the document keeps the name */
    lua_pushvalue(L, 5);
    lua_setiuservalue(L, -2, 2);
  }
  if (named) {
    lua_pushvalue(L, 7);
    lua_setiuservalue(L, -2, 3);
  }
  if (options.reader != NULL) {
    lua_pushvalue(L, 9);
    lua_setiuservalue(L, -2, 4);
  }
  if (is_held) {
    lua_pushvalue(L, 10);
    lua_setiuservalue(L, -2, 5);
  }
  gr_error error;
  gr_document *document;
  if (gr_document_parse(bytes, &options, &error, &document) != GR_OK) return lgr_failure(L, &error);
  box->object = document;
  return 1;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_DOCUMENT);
  gr_document_free(box->object);
  box->object = NULL;
  lua_pushnil(L);
  lua_setiuservalue(L, 1, TAPE);
  return 0;
}

/* document:close() [-1, +0] */
static int close_document(lua_State *L) {
  (void)lgr_check_closing(L, LGR_DOCUMENT);
  return collect(L);
}

/* [-2, +0] */
static int end_block(lua_State *L) { return lgr_ends_block(L, LGR_DOCUMENT) ? collect(L) : 0; }

static const gr_document *check(lua_State *L) { return lgr_check(L, 1, LGR_DOCUMENT); }

/* [-1, +1] each */
static int tape(lua_State *L) {
  gr_slice own = gr_document_tape(check(L));
  if (lua_getiuservalue(L, 1, TAPE) == LUA_TSTRING) return 1;
  lgr_push_slice(L, own);
  if (own.size > KEPT_TAPE) return 1;
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, 1, TAPE);
  return 1;
}

static int text(lua_State *L) {
  lgr_push_slice(L, gr_document_text(check(L)));
  return 1;
}

/* nil where none was given */
static int name(lua_State *L) {
  (void)check(L);
  lua_getiuservalue(L, 1, 3);
  return 1;
}

/* nil where the bytes are the file itself */
static int container(lua_State *L) {
  (void)check(L);
  lua_getiuservalue(L, 1, 5);
  return 1;
}

static int encoding(lua_State *L) {
  lua_pushstring(L, gr_document_encoding(check(L)));
  return 1;
}

static int dropped_tail(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_document_dropped_tail(check(L)));
  return 1;
}

static int replaced(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_document_replaced(check(L)));
  return 1;
}

/* A table with the place, or nil. */
static int cut(lua_State *L) {
  gr_place place;
  if (!gr_document_cut(check(L), &place)) {
    lua_pushnil(L);
    return 1;
  }
  lua_createtable(L, 0, 4);
  lgr_set_place(L, check(L), place);
  return 1;
}

static int terminated(lua_State *L) {
  lua_pushboolean(L, gr_document_terminated(check(L)));
  return 1;
}

static int memory(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_document_memory(check(L)));
  return 1;
}

static int work(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_document_work(check(L)));
  return 1;
}

static int hidden_start(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_document_hidden_start(check(L)) + 1);
  return 1;
}

static int size(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_document_bytes(check(L)).size);
  return 1;
}

/* [-0, +0] */
static void set_integer(lua_State *L, const char *name, size_t value) {
  lua_pushinteger(L, (lua_Integer)value);
  lua_setfield(L, -2, name);
}

static int format(lua_State *L) {
  lua_pushstring(L, gr_document_format_name(check(L)));
  return 1;
}

/* document:division(start, stop) -> start, stop of the smallest division of the page around a range [-3, +2] */
static int division(lua_State *L) {
  const gr_document *document = check(L);
  gr_range range = gr_document_division(document, lgr_check_range(L, 2, gr_document_tape(document).size));
  lua_pushinteger(L, (lua_Integer)range.start + 1);
  lua_pushinteger(L, (lua_Integer)range.end + 1);
  return 2;
}

/* The number of one of `count` things, counted from 1. */
static lua_Integer check_number(lua_State *L, int arg, const char *argument, size_t count) {
  lua_Integer number = lgr_check_integer(L, arg, argument);
  if (number < 1 || (size_t)number > count)
    lgr_bad_argument(L, argument, "there is no %s %I, of %I", argument, number, (lua_Integer)count);
  return number;
}

/* document:cell(block, cell) -> start, stop of a cell of a table, both counted from 1 [-3, +2] */
static int cell(lua_State *L) {
  const gr_document *document = check(L);
  lua_Integer block = check_number(L, 2, "block", gr_document_block_count(document));
  lua_Integer index = check_number(L, 3, "cell", gr_document_block(document, (size_t)block - 1).cells);
  gr_grid_cell found = gr_document_cell(document, (size_t)block - 1, (size_t)index - 1);
  lua_pushinteger(L, (lua_Integer)found.tape_start + 1);
  lua_pushinteger(L, (lua_Integer)found.tape_end + 1);
  return 2;
}

/* document:outline() -> flat list of kind ("table", "meta" or "hidden"), number of the block, start, stop of those blocks
 * that are no paragraphs [-1, +1] */
static int outline(lua_State *L) {
  lua_settop(L, 1);
  const gr_document *document = check(L);
  lua_newtable(L);
  lua_Integer count = 0;
  for (size_t i = 0; i < gr_document_block_count(document); i++) {
    gr_block block = gr_document_block(document, i);
    if (block.kind == GR_PARAGRAPH) continue;
    lua_pushstring(L, block.kind == GR_TABLE ? "table" : block.kind == GR_META ? "meta" : "hidden");
    lua_rawseti(L, 2, ++count);
    const size_t numbers[] = {i, block.tape_start, block.tape_end};
    for (size_t k = 0; k < 3; k++) {
      lua_pushinteger(L, (lua_Integer)numbers[k] + 1);
      lua_rawseti(L, 2, ++count);
    }
  }
  return 1;
}

/* document:revealed() -> flat list of start, stop of what the page hides and is read all the same [-1, +1] */
static int revealed(lua_State *L) {
  const gr_document *document = check(L);
  size_t count = gr_document_revealed_count(document);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    gr_range range = gr_document_revealed(document, i);
    lua_pushinteger(L, (lua_Integer)range.start + 1);
    lua_rawseti(L, -2, (lua_Integer)(2 * i) + 1);
    lua_pushinteger(L, (lua_Integer)range.end + 1);
    lua_rawseti(L, -2, (lua_Integer)(2 * i) + 2);
  }
  return 1;
}

/* document:pictures() -> list of the places on the tape where pictures stand outside of tables [-1, +1] */
static int pictures(lua_State *L) {
  const gr_document *document = check(L);
  size_t count = gr_document_picture_count(document);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    lua_pushinteger(L, (lua_Integer)gr_document_picture(document, i) + 1);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* document:source(start, stop) -> the decoded source behind a range of the tape. [-3, +1] */
static int source(lua_State *L) {
  const gr_document *document = check(L);
  gr_range range = lgr_check_range(L, 2, gr_document_tape(document).size);
  lgr_push_source(L, document, range);
  return 1;
}

/* The number of a character, counted from 1, or else that of the last one that there can be. */
static size_t check_count(lua_State *L, int arg, const char *argument, lua_Integer otherwise) {
  lua_Integer value = lua_isnoneornil(L, arg) ? otherwise : lgr_check_integer(L, arg, argument);
  if (value < 1) lgr_bad_argument(L, argument, "characters are counted from 1, got %I", value);
  return (size_t)value;
}

/* document:line(line[, first[, last]]) -> the decoded source of a line, from one of its characters to another. [-4, +1] */
static int line(lua_State *L) {
  const gr_document *document = check(L);
  size_t number = (size_t)lgr_check_integer(L, 2, "line"), first = check_count(L, 3, "first", 1);
  lgr_push_slice(L, gr_document_line(document, number, first, check_count(L, 4, "last", LUA_MAXINTEGER)));
  return 1;
}

/* document:place(start, stop) -> line, column, byte, byte_end of a range of the tape, and its spot where it has one.
 * [-3, +4 or +5] */
static int place(lua_State *L) {
  const gr_document *document = check(L);
  gr_range range = lgr_check_range(L, 2, gr_document_tape(document).size);
  gr_place p = gr_document_place(document, range.start, range.end);
  lua_pushinteger(L, (lua_Integer)p.line);
  lua_pushinteger(L, (lua_Integer)p.column);
  lua_pushinteger(L, (lua_Integer)p.byte);
  lua_pushinteger(L, (lua_Integer)p.byte_end);
  lgr_push_spot(L, document, p);
  if (!lua_isnil(L, -1)) return 5;
  lua_pop(L, 1);
  return 4;
}

/* document:spot(byte, byte_end) -> where the bytes of a place stand in a file that has no lines: see lgr_push_spot. [-3, +1] */
static int spot(lua_State *L) {
  const gr_document *document = check(L);
  lua_Integer byte = lgr_check_integer(L, 2, "byte"), byte_end = lgr_check_integer(L, 3, "byte_end");
  if (byte < 1 || byte_end < byte - 1) lgr_bad_argument(L, "byte", "%I to %I is no place", byte, byte_end);
  lgr_push_spot(L, document, (gr_place){.byte = (size_t)byte, .byte_end = (size_t)byte_end});
  return 1;
}

/* A table with the range, the source text and the place of a part of the tape. [-0, +1] */
static void push_part(lua_State *L, const gr_document *document, gr_range range) {
  lua_createtable(L, 0, 12);
  set_integer(L, "start", range.start + 1);
  set_integer(L, "stop", range.end + 1);
  lgr_push_source(L, document, range);
  lua_setfield(L, -2, "text");
  lgr_set_place(L, document, gr_document_place(document, range.start, range.end));
}

/* The cells of a table: like a block, with row, row_span, col, col_span, counted from 1. [-0, +1] */
static void push_cells(lua_State *L, const gr_document *document, size_t block, size_t count) {
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    gr_grid_cell cell = gr_document_cell(document, block, i);
    push_part(L, document, (gr_range){cell.tape_start, cell.tape_end});
    set_integer(L, "row", cell.row + 1);
    set_integer(L, "row_span", cell.row_span);
    set_integer(L, "col", cell.column + 1);
    set_integer(L, "col_span", cell.column_span);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
}

/* document:replaced_places() -> the places of the first pieces that did not decode: {line, column, byte, byte_end} each.
 * [-1, +1] */
static int replaced_places(lua_State *L) {
  const gr_document *document = check(L);
  size_t count = gr_document_replaced(document);
  if (count > GR_REPLACED_KEPT) count = GR_REPLACED_KEPT;
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    lua_createtable(L, 0, 4);
    lgr_set_place(L, document, gr_document_replaced_place(document, i));
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* The step of document:blocks(). Upvalues: document, index. [-0, +1] */
static int next_block(lua_State *L) {
  static const char *const kinds[] = {"paragraph", "table", "meta", "hidden"};
  const gr_document *document = lgr_check(L, lua_upvalueindex(1), LGR_DOCUMENT);
  size_t index = (size_t)lua_tointeger(L, lua_upvalueindex(2));
  if (index == gr_document_block_count(document)) return 0;
  lua_pushinteger(L, (lua_Integer)index + 1);
  lua_replace(L, lua_upvalueindex(2));
  gr_block block = gr_document_block(document, index);
  push_part(L, document, (gr_range){block.tape_start, block.tape_end});
  lua_pushstring(L, kinds[block.kind]);
  lua_setfield(L, -2, "kind");
  if (block.kind == GR_TABLE) {
    set_integer(L, "rows", block.rows);
    set_integer(L, "columns", block.columns);
    push_cells(L, document, index, block.cells);
    lua_setfield(L, -2, "cells");
  }
  return 1;
}

/* [-1, +1] */
static int blocks(lua_State *L) {
  (void)check(L);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_block, 2);
  return 1;
}

/* [-1, +1] */
static int to_string(lua_State *L) {
  if (lgr_push_closed_box(L, LGR_DOCUMENT)) return 1;
  const gr_document *document = check(L);
  lua_pushfstring(L, "%s: %d bytes, %s, %d blocks", LGR_DOCUMENT, (int)gr_document_bytes(document).size,
                  gr_document_encoding(document), (int)gr_document_block_count(document));
  return 1;
}

void lgr_open_document(lua_State *L) {
  static const luaL_Reg getters[] = {
      {"tape", tape},     {"text", text},     {"name", name},     {"encoding", encoding}, {"dropped_tail", dropped_tail},
      {"replaced", replaced}, {"cut", cut}, {"terminated", terminated}, {"memory", memory}, {"work", work}, {"size", size},
      {"format", format}, {"hidden_start", hidden_start}, {"container", container}, {NULL, NULL},
  };
  static const luaL_Reg methods[] = {
      {"source", source}, {"line", line}, {"place", place}, {"spot", spot}, {"replaced_places", replaced_places}, {"blocks", blocks},
      {"division", division}, {"outline", outline}, {"revealed", revealed}, {"pictures", pictures}, {"cell", cell},
      {"close", close_document}, {NULL, NULL},
  };
  static const luaL_Reg metamethods[] = {
      {"__gc", collect}, {"__close", end_block}, {"__tostring", to_string}, {NULL, NULL},
  };
  lgr_class(L, LGR_DOCUMENT, getters, methods, metamethods);
}
