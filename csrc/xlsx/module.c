/* The module govreport.xlsx: workbooks of Excel, written row by row from packed rows, in memory that does not grow. It
 * knows nothing of reports. */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <lauxlib.h>
#include <lua.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "packed/packed.h"

#define BOOK "govreport.xlsx.Book"
#define SHEET "govreport.xlsx.Sheet"

/* What a cell can hold of a text, in units of UTF-16, and integers that Excel shows as they are. */
enum { MOST_UNITS = 32767 };
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

/* ---- texts ------------------------------------------------------------------------------------- */

/* The length of the character at the front, where it is UTF-8 and XML can hold it; 0 where not. */
static size_t character_length(const unsigned char *s, size_t left) {
  if (s[0] < 0x80) return s[0] >= 0x20 || s[0] == '\t' || s[0] == '\n';
  size_t length = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
  if (s[0] < 0xC2 || s[0] > 0xF4 || length > left) return 0;
  for (size_t i = 1; i < length; i++)
    if ((s[i] & 0xC0) != 0x80) return 0;
  bool is_long = (s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xF0 && s[1] < 0x90);
  bool is_beyond = s[0] == 0xF4 && s[1] > 0x8F, is_surrogate = s[0] == 0xED && s[1] > 0x9F;
  bool is_no_character = s[0] == 0xEF && s[1] == 0xBF && s[2] > 0xBD;
  return is_long || is_beyond || is_surrogate || is_no_character ? 0 : length;
}

/* Units of UTF-16 in a text, in which what is no character counts one. */
static size_t count_units(const char *text, size_t size) {
  size_t units = 0;
  for (size_t i = 0, length; i < size; i += length > 0 ? length : 1) {
    length = character_length((const unsigned char *)text + i, size - i);
    units += length == 4 ? 2 : 1;
  }
  return units;
}

/* [-0, +1] A text as a cell can hold it: what is no character of XML becomes U+FFFD; what is too long ends in … */
static const char *push_text(lua_State *L, const char *text, size_t size) {
  luaL_Buffer out;
  size_t units = 0, most = size > MOST_UNITS && count_units(text, size) > MOST_UNITS ? MOST_UNITS - 1 : SIZE_MAX;
  luaL_buffinit(L, &out);
  for (size_t i = 0, length; i < size; i += length > 0 ? length : 1) {
    length = character_length((const unsigned char *)text + i, size - i);
    units += length == 4 ? 2 : 1;
    if (units > most) break;
    if (length > 0) luaL_addlstring(&out, text + i, length);
    else luaL_addstring(&out, "\xEF\xBF\xBD");
  }
  if (units > most) luaL_addstring(&out, "\xE2\x80\xA6");
  luaL_pushresult(&out);
  return lua_tostring(L, -1);
}

/* ---- books ------------------------------------------------------------------------------------- */

static book *check_book(lua_State *L, int arg) {
  book *own = luaL_checkudata(L, arg, BOOK);
  if (own->object == NULL) luaL_error(L, "the book is closed");
  return own;
}

/* Whether the rows that wait could all be kept: the library does not look at what becomes of its writing. */
static bool is_kept(lxw_worksheet *own) {
  return own->optimize_tmpfile == NULL || (fflush(own->optimize_tmpfile) == 0 && ferror(own->optimize_tmpfile) == 0);
}

/* Whether there is room for what the library makes of so many bytes of rows that wait: a copy of each sheet, of which it
 * does not ask either whether it was written, and the file. The room is taken behind the rows of a sheet and given back. */
static bool has_room(lxw_worksheet *own, off_t bytes) {
#if defined(_POSIX_ADVISORY_INFO) && _POSIX_ADVISORY_INFO > 0
  struct stat found;
  int file = fileno(own->optimize_tmpfile);
  if (fstat(file, &found) != 0) return false;
  int problem = posix_fallocate(file, found.st_size, 2 * bytes);
  if (ftruncate(file, found.st_size) != 0) return false;
  return problem != ENOSPC && problem != EFBIG && problem != EDQUOT;
#else
  (void)own, (void)bytes;
  return true;
#endif
}

/* Whether all sheets of a book can be put together without losing any of their rows. */
static bool is_safe(lxw_workbook *own) {
  enum { AROUND_ROWS = 1 << 16 };   /* bytes of a sheet that are none of its rows */
  lxw_worksheet *each, *last = NULL;
  off_t bytes = 0;
  LXW_FOREACH_WORKSHEET(each, own) {
    struct stat found;
    if (each->optimize_tmpfile == NULL) continue;
    if (!is_kept(each) || fstat(fileno(each->optimize_tmpfile), &found) != 0) return false;
    bytes += found.st_size + AROUND_ROWS;
    last = each;
  }
  return last == NULL || has_room(last, bytes);
}

static int fail_kept(lua_State *L) {
  return fail(L, "xlsx.unwritable", "the rows cannot be kept in a temporary file");
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
    luaL_argcheck(L, lua_isnil(L, -1) || lua_type(L, -1) == LUA_TSTRING, 2, "the folder is a path");
    folder = lua_tostring(L, -1);
    lua_replace(L, 2);
    struct stat found;   /* the library takes another one in silence */
    if (folder != NULL && (stat(folder, &found) != 0 || !S_ISDIR(found.st_mode))) {
      return fail(L, "xlsx.unwritable", "there is no such folder for temporary files");
    }
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
  if (!is_safe(own->object)) {
    lxw_workbook_free(own->object);
    own->object = NULL;
    return fail_kept(L);
  }
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
    size_t size;
    lua_rawgeti(L, header, i + 1);
    const char *text = lua_tolstring(L, -1, &size);
    error = worksheet_write_string(own->object, 0, (lxw_col_t)i, push_text(L, text, size), bold);
    lua_pop(L, 2);
    if (widths != 0 && lua_rawgeti(L, widths, i + 1) != LUA_TNIL) {
      (void)worksheet_set_column(own->object, (lxw_col_t)i, (lxw_col_t)i, lua_tonumber(L, -1), NULL);
    }
    if (widths != 0) lua_pop(L, 1);
  }
  worksheet_freeze_panes(own->object, 1, 0);
  own->row = 1;
  return error;
}

/* Raises where a list at `index`, of the argument `arg`, holds something else. [-0, +0] */
static void check_list(lua_State *L, int index, int type, int arg, const char *message) {
  luaL_argcheck(L, lua_istable(L, index) && lua_rawlen(L, index) <= LXW_COL_MAX, arg, message);
  for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, index); i++) {
    luaL_argcheck(L, lua_rawgeti(L, index, i) == type, arg, message);
    lua_pop(L, 1);
  }
}

/* book:sheet(name, {header, widths}) -> Sheet, whose first row is the header; nil, message, code. Sheets are written one
 * after the other or in turn. [-3, +1 or +3] */
static int add_sheet(lua_State *L) {
  book *own = check_book(L, 1);
  size_t size;
  const char *name = luaL_checklstring(L, 2, &size);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_settop(L, 3);
  lua_getfield(L, 3, "header");
  lua_getfield(L, 3, "widths");
  check_list(L, 4, LUA_TSTRING, 3, "a header is a list of texts");
  if (!lua_isnil(L, 5)) check_list(L, 5, LUA_TNUMBER, 3, "widths are a list of numbers");
  bool is_text = size > 0;
  for (size_t i = 0, length; i < size && is_text; i += length) {
    length = character_length((const unsigned char *)name + i, size - i);
    is_text = length > 0 && (unsigned char)name[i] >= 0x20;
  }
  luaL_argcheck(L, is_text && workbook_validate_sheet_name(own->object, name) == LXW_NO_ERROR, 2,
                "a sheet cannot be called so");
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

static lxw_error write_integer(sheet *own, lxw_col_t column, int64_t value) {
  lxw_row_t row = (lxw_row_t)own->row;
  if (value <= MOST_DIGITS && value >= -MOST_DIGITS) return worksheet_write_number(own->object, row, column, (double)value, NULL);
  char digits[24];
  (void)snprintf(digits, sizeof digits, "%lld", (long long)value);
  return worksheet_write_string(own->object, row, column, digits, NULL);
}

/* What is no number a number of a workbook cannot be either: no program would open it. */
static lxw_error write_double(sheet *own, lxw_col_t column, double value) {
  lxw_row_t row = (lxw_row_t)own->row;
  if (isfinite(value)) return worksheet_write_number(own->object, row, column, value, NULL);
  const char *text = isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
  return worksheet_write_string(own->object, row, column, text, NULL);
}

static lxw_error write_next(lua_State *L, sheet *own, lxw_col_t column, packed *from) {
  packed_value value = packed_next(from);
  switch (value.kind) {
  case PACKED_NOTHING: return LXW_NO_ERROR;
  case PACKED_INTEGER: return write_integer(own, column, value.as.integer);
  case PACKED_DOUBLE: return write_double(own, column, value.as.real);
  }
  const char *text = push_text(L, value.as.text.bytes, value.as.text.size);
  lxw_error error = worksheet_write_string(own->object, (lxw_row_t)own->row, column, text, NULL);
  lua_pop(L, 1);
  return error;
}

/* sheet:rows(packed, columns) -> how many rows were written; nil, message, code ("xlsx.rows": a sheet has 1,048,576).
 * Texts are never formulas and never links. [-3, +1 or +3] */
static int write_rows(lua_State *L) {
  sheet *own = check_sheet(L, 1);
  packed from = packed_at(L, 2);
  lua_Integer columns = luaL_checkinteger(L, 3), count = 0;
  luaL_argcheck(L, columns > 0 && columns <= LXW_COL_MAX, 3, "a number of columns is expected");
  packed_check(L, from, columns);
  while (from.at < from.end) {
    if (own->row >= LXW_ROW_MAX) return fail(L, "xlsx.rows", "a sheet has no more than 1,048,576 rows");
    for (lua_Integer i = 0; i < columns; i++) {
      lxw_error error = write_next(L, own, (lxw_col_t)i, &from);
      if (error != LXW_NO_ERROR) return fail_library(L, error);
    }
    own->row++;
    count++;
  }
  if (ferror(own->object->optimize_tmpfile) != 0) return fail_kept(L);
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
