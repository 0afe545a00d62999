/* The module govreport.xlsx: workbooks of Excel, written row by row from packed rows, in memory that does not grow. It
 * knows nothing of reports. A packed row is its values one behind the other, each after a byte: 0 nothing; 1 an integer of
 * 8 bytes; 2 a double of 8 bytes; 3 a text behind its size in 4 bytes; all with the lowest byte first. */
#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <xlsxwriter.h>

#define BOOK "govreport.xlsx.Book"
#define SHEET "govreport.xlsx.Sheet"

/* Characters that a cell can hold, and integers that Excel shows as they are. */
enum { MOST_CHARACTERS = 32767 };
#define MOST_DIGITS INT64_C(999999999999999)

/* Its user value is a list of the texts of its path and folder, which the library does not copy. */
typedef struct book {
  lxw_workbook *object;   /* NULL when closed */
  lxw_format *bold;
} book;

/* The user value is its book. */
typedef struct sheet {
  lxw_worksheet *object;
  lua_Integer row;        /* the next to write */
  int columns;
} sheet;

/* ---- failures ---------------------------------------------------------------------------------- */

static int fail(lua_State *L, const char *code, const char *message) {
  luaL_pushfail(L);
  lua_pushstring(L, message);
  lua_pushstring(L, code);
  return 3;
}

static int fail_library(lua_State *L, lxw_error error) {
  return fail(L, error == LXW_ERROR_MEMORY_MALLOC_FAILED ? "xlsx.memory" : "xlsx.unwritable", lxw_strerror(error));
}

/* ---- books ------------------------------------------------------------------------------------- */

static book *check_book(lua_State *L, int arg) {
  book *own = luaL_checkudata(L, arg, BOOK);
  if (own->object == NULL) luaL_error(L, "the book is closed");
  return own;
}

/* xlsx.open(path[, {folder}]) -> Book; nil, message, code. `folder` is for what waits to be put together; the system's
 * where it is left out. [-2, +1 or +3] */
static int open_book(lua_State *L) {
  size_t size;
  const char *path = luaL_checklstring(L, 1, &size);
  luaL_argcheck(L, strlen(path) == size, 1, "a zero byte in a path");
  lua_settop(L, 2);
  const char *folder = NULL;
  if (!lua_isnil(L, 2)) {
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_getfield(L, 2, "folder");
    folder = luaL_optstring(L, -1, NULL);
    lua_replace(L, 2);
  }
  book *own = lua_newuserdatauv(L, sizeof *own, 2);
  *own = (book){NULL, NULL};
  luaL_setmetatable(L, BOOK);
  for (int i = 1; i <= 2; i++) {   /* they are kept as long as the book is */
    lua_pushvalue(L, i);
    lua_setiuservalue(L, -2, i);
  }
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = (char *)(uintptr_t)folder, .use_zip64 = LXW_FALSE};
  own->object = workbook_new_opt(path, &options);
  if (own->object == NULL) return fail(L, "xlsx.memory", "not enough memory");
  lxw_doc_properties properties = {.created = 946684800};   /* 2000-01-01: the same rows give the same bytes */
  (void)workbook_set_properties(own->object, &properties);
  own->bold = workbook_add_format(own->object);
  if (own->bold != NULL) {
    format_set_bold(own->bold);
    format_set_bg_color(own->bold, 0xE7EEF7);
    format_set_bottom(own->bold, LXW_BORDER_THIN);
  }
  return 1;
}

/* book:close() -> true, when the file is written; nil, message, code. [-1, +1 or +3] */
static int close_book(lua_State *L) {
  book *own = check_book(L, 1);
  lxw_error error = workbook_close(own->object);   /* the object ends, whatever comes of it */
  own->object = NULL;
  if (error != LXW_NO_ERROR) return fail_library(L, error);
  lua_pushboolean(L, 1);
  return 1;
}

/* Lets go of a book of which nothing is to become. [-1, +0] */
static int drop_book(lua_State *L) {
  book *own = luaL_checkudata(L, 1, BOOK);
  if (own->object != NULL) lxw_workbook_free(own->object);
  own->object = NULL;
  return 0;
}

/* ---- sheets ------------------------------------------------------------------------------------ */

static sheet *check_sheet(lua_State *L, int arg) {
  sheet *own = luaL_checkudata(L, arg, SHEET);
  lua_getiuservalue(L, arg, 1);
  (void)check_book(L, -1);
  lua_pop(L, 1);
  return own;
}

/* Writes the header, a list of texts at `arg`, and says how wide each column is. */
static lxw_error write_header(lua_State *L, sheet *own, lxw_format *bold, int header, int widths) {
  lxw_error error = LXW_NO_ERROR;
  own->columns = (int)lua_rawlen(L, header);
  for (int i = 0; i < own->columns && error == LXW_NO_ERROR; i++) {
    lua_rawgeti(L, header, i + 1);
    error = worksheet_write_string(own->object, 0, (lxw_col_t)i, luaL_checkstring(L, -1), bold);
    lua_pop(L, 1);
    if (widths != 0 && lua_rawgeti(L, widths, i + 1) != LUA_TNIL) {
      (void)worksheet_set_column(own->object, (lxw_col_t)i, (lxw_col_t)i, luaL_checknumber(L, -1), NULL);
    }
    if (widths != 0) lua_pop(L, 1);
  }
  worksheet_freeze_panes(own->object, 1, 0);
  own->row = 1;
  return error;
}

/* book:sheet(name, {header, widths}) -> Sheet, whose first row is the header; nil, message, code. Sheets are written one
 * after the other or in turn. [-3, +1 or +3] */
static int add_sheet(lua_State *L) {
  book *own = check_book(L, 1);
  const char *name = luaL_checkstring(L, 2);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  lua_getfield(L, 3, "header");
  luaL_checktype(L, 4, LUA_TTABLE);
  lua_getfield(L, 3, "widths");
  luaL_argcheck(L, lua_isnil(L, 5) || lua_istable(L, 5), 3, "widths are a list of numbers");
  luaL_argcheck(L, workbook_validate_sheet_name(own->object, name) == LXW_NO_ERROR, 2, "a sheet cannot be called so");
  sheet *made = lua_newuserdatauv(L, sizeof *made, 1);
  *made = (sheet){NULL, 0, 0};
  luaL_setmetatable(L, SHEET);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  made->object = workbook_add_worksheet(own->object, name);
  if (made->object == NULL) return fail(L, "xlsx.memory", "not enough memory");
  lxw_error error = write_header(L, made, own->bold, 4, lua_istable(L, 5) ? 5 : 0);
  return error == LXW_NO_ERROR ? 1 : fail_library(L, error);
}

/* ---- rows -------------------------------------------------------------------------------------- */

typedef struct packed {
  const char *start, *at, *end;
} packed;

static const char *take(lua_State *L, packed *from, size_t size) {
  const char *at = from->at;
  if ((size_t)(from->end - at) < size) luaL_error(L, "packed rows end in a value, at byte %d", (int)(at - from->start) + 1);
  from->at += size;
  return at;
}

static uint64_t take_little(lua_State *L, packed *from, size_t bytes) {
  const char *at = take(L, from, bytes);
  uint64_t value = 0;
  for (size_t i = 0; i < bytes; i++) value |= (uint64_t)(unsigned char)at[i] << (8 * i);
  return value;
}

/* [-0, +1] A text as a cell can hold it: control characters, which no XML can, become U+FFFD; what is too long ends in … */
static const char *push_text(lua_State *L, const char *text, size_t size) {
  luaL_Buffer out;
  size_t characters = 0;
  luaL_buffinit(L, &out);
  for (size_t i = 0; i < size; i++) {
    unsigned char c = (unsigned char)text[i];
    if ((c & 0xC0) != 0x80 && ++characters >= MOST_CHARACTERS) {
      luaL_addstring(&out, "\xE2\x80\xA6");
      break;
    }
    if (c < 0x20 && c != '\t' && c != '\n') luaL_addstring(&out, "\xEF\xBF\xBD");
    else luaL_addchar(&out, (char)c);
  }
  luaL_pushresult(&out);
  return lua_tostring(L, -1);
}

static lxw_error write_integer(sheet *own, lxw_col_t column, int64_t value) {
  lxw_row_t row = (lxw_row_t)own->row;
  if (value <= MOST_DIGITS && value >= -MOST_DIGITS) return worksheet_write_number(own->object, row, column, (double)value, NULL);
  char digits[24];
  (void)snprintf(digits, sizeof digits, "%lld", (long long)value);
  return worksheet_write_string(own->object, row, column, digits, NULL);
}

static lxw_error write_next(lua_State *L, sheet *own, lxw_col_t column, packed *from) {
  char tag = *take(L, from, 1);
  if (tag == 0) return LXW_NO_ERROR;
  if (tag == 1) return write_integer(own, column, (int64_t)take_little(L, from, 8));
  if (tag == 2) {
    uint64_t bits = take_little(L, from, 8);
    double value;
    memcpy(&value, &bits, sizeof value);
    return worksheet_write_number(own->object, (lxw_row_t)own->row, column, value, NULL);
  }
  if (tag != 3) luaL_error(L, "packed rows: no value begins so, at byte %d", (int)(from->at - from->start));
  size_t size = (size_t)take_little(L, from, 4);
  const char *text = push_text(L, take(L, from, size), size);
  lxw_error error = worksheet_write_string(own->object, (lxw_row_t)own->row, column, text, NULL);
  lua_pop(L, 1);
  return error;
}

/* sheet:rows(packed, columns) -> how many rows were written; nil, message, code ("xlsx.rows": a sheet has 1,048,576).
 * Texts are never formulas and never links. [-3, +1 or +3] */
static int write_rows(lua_State *L) {
  sheet *own = check_sheet(L, 1);
  size_t size;
  packed from;
  from.start = from.at = luaL_checklstring(L, 2, &size);
  from.end = from.at + size;
  lua_Integer columns = luaL_checkinteger(L, 3), count = 0;
  luaL_argcheck(L, columns > 0 && columns <= LXW_COL_MAX, 3, "a number of columns is expected");
  while (from.at < from.end) {
    if (own->row >= LXW_ROW_MAX) return fail(L, "xlsx.rows", "a sheet has no more than 1,048,576 rows");
    for (lua_Integer i = 0; i < columns; i++) {
      lxw_error error = write_next(L, own, (lxw_col_t)i, &from);
      if (error != LXW_NO_ERROR) return fail_library(L, error);
    }
    own->row++;
    count++;
  }
  if (own->columns > 0 && own->row > 1) {
    (void)worksheet_autofilter(own->object, 0, 0, (lxw_row_t)(own->row - 1), (lxw_col_t)(own->columns - 1));
  }
  lua_pushinteger(L, count);
  return 1;
}

/* ---- the module -------------------------------------------------------------------------------- */

static void new_class(lua_State *L, const char *name, const luaL_Reg *methods, lua_CFunction end) {
  if (luaL_newmetatable(L, name)) {
    lua_newtable(L);
    luaL_setfuncs(L, methods, 0);
    lua_setfield(L, -2, "__index");
    if (end != NULL) {
      lua_pushcfunction(L, end);
      lua_setfield(L, -2, "__gc");
      lua_pushcfunction(L, end);
      lua_setfield(L, -2, "__close");
    }
  }
  lua_pop(L, 1);
}

#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
int luaopen_govreport_xlsx(lua_State *L);

int luaopen_govreport_xlsx(lua_State *L) {
  static const luaL_Reg book_methods[] = {
      {"sheet", add_sheet},   /* sheet(name, {header, widths}) -> Sheet */
      {"close", close_book},  /* close() -> true */
      {"drop", drop_book},    /* drop(): nothing is written */
      {NULL, NULL},
  };
  static const luaL_Reg sheet_methods[] = {
      {"rows", write_rows},   /* rows(packed, columns) -> number of rows */
      {NULL, NULL},
  };
  static const luaL_Reg functions[] = {
      {"open", open_book},    /* open(path, {folder}) -> Book */
      {NULL, NULL},
  };
  luaL_checkversion(L);
  new_class(L, BOOK, book_methods, drop_book);
  new_class(L, SHEET, sheet_methods, NULL);
  luaL_newlib(L, functions);
  lua_pushstring(L, lxw_version());
  lua_setfield(L, -2, "version");
  return 1;
}
