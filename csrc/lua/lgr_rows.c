/* Packed rows (lgr_pack.h) as text: objects of JSON, or lines of CSV. Of CSV a text that is not plain is asked of a function
 * of Lua's, so that there is one place that says how it is written. */
#include "lua/lgr_json.h"

#include <stdio.h>

enum { MOST_COLUMNS = 64 };

typedef enum column_kind { PLAIN, FLAG, AS_IT_IS, NAMED, PASSED_OVER } column_kind;

typedef struct row_column {
  column_kind kind;
  const char *head;   /* in front of each value: `"name":`; the list of columns keeps it */
  size_t head_size;
  int names;          /* stack index of the texts that integers stand for */
} row_column;

typedef struct row_writer {
  lua_State *L;
  lgr_json json;      /* what is written, of CSV as well */
  const char *at, *end, *start;
  int written;        /* stack index of the function that writes a text of CSV that is not plain */
  bool is_json;
  size_t count;
  row_column columns[MOST_COLUMNS];
} row_writer;

/* ---- the columns ------------------------------------------------------------------------------- */

static column_kind kind_of(lua_State *L, int arg) {
  static const char *const names[] = {"plain", "flag", "as_it_is", "named", "passed_over", NULL};
  lua_getfield(L, -1, "kind");
  const char *name = luaL_optstring(L, -1, "plain");
  for (int i = 0; names[i] != NULL; i++) {
    if (strcmp(names[i], name) == 0) {
      lua_pop(L, 1);
      return (column_kind)i;
    }
  }
  luaL_argerror(L, arg, "a column of an unknown kind");
  return PLAIN;
}

/* Reads the list of columns at `arg`; what they name stays on the stack. */
static void read_columns(row_writer *w, int arg) {
  lua_State *L = w->L;
  luaL_checktype(L, arg, LUA_TTABLE);
  w->count = lua_rawlen(L, arg);
  luaL_argcheck(L, w->count > 0 && w->count <= MOST_COLUMNS, arg, "1 to 64 columns are expected");
  luaL_checkstack(L, (int)w->count + 20, "columns");
  for (size_t i = 0; i < w->count; i++) {
    row_column *own = &w->columns[i];
    lua_rawgeti(L, arg, (lua_Integer)i + 1);
    luaL_argcheck(L, lua_istable(L, -1), arg, "a column is a table");
    own->kind = kind_of(L, arg);
    lua_getfield(L, -1, "head");
    own->head = luaL_optlstring(L, -1, "", &own->head_size);
    lua_pop(L, 1);
    lua_getfield(L, -1, "names");
    lua_replace(L, -2);
    own->names = lua_gettop(L);
    luaL_argcheck(L, own->kind != NAMED || lua_istable(L, -1), arg, "a column of names needs a list of them");
    if (own->kind != NAMED) lua_pop(L, 1);
  }
}

/* ---- values ------------------------------------------------------------------------------------ */

static const char *take(row_writer *w, size_t size) {
  const char *at = w->at;
  if ((size_t)(w->end - at) < size) {
    luaL_error(w->L, "packed rows end in a value, at byte %d", (int)(at - w->start) + 1);
  }
  w->at += size;
  return at;
}

static uint64_t take_little(row_writer *w, size_t bytes) {
  const char *at = take(w, bytes);
  uint64_t value = 0;
  for (size_t i = 0; i < bytes; i++) value |= (uint64_t)(unsigned char)at[i] << (8 * i);
  return value;
}

static void add_string(row_writer *w, const char *text) { lgr_json_word(&w->json, text); }

/* With all of the 15 digits that a decimal can have. */
static void add_real(row_writer *w) {
  uint64_t bits = take_little(w, 8);
  double value;
  memcpy(&value, &bits, sizeof value);
  char digits[32];
  (void)snprintf(digits, sizeof digits, "%.15g", value);
  add_string(w, digits);
}

/* Letters, digits and Han characters, with what stands between them in most texts: nothing that a spreadsheet or a terminal
 * takes for anything else. */
static bool is_plain(const char *text, size_t size) {
  const unsigned char *s = (const unsigned char *)text;
  for (size_t i = 0; i < size;) {
    if ((s[i] >= '0' && s[i] <= '9') || (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= 'A' && s[i] <= 'Z') || s[i] == '_' ||
        (i > 0 && (s[i] == ' ' || s[i] == '.' || s[i] == '-' || s[i] == '/' || s[i] == ':'))) {
      i++;
    } else if (i + 2 < size && s[i] >= 0xE4 && s[i] <= 0xE9 && (s[i + 1] & 0xC0) == 0x80 && (s[i + 2] & 0xC0) == 0x80) {
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

/* What the function makes of a text. */
static void add_written(row_writer *w, const char *text, size_t size) {
  size_t written;
  lua_pushvalue(w->L, w->written);
  lua_pushlstring(w->L, text, size);
  lua_call(w->L, 1, 1);
  text = lua_tolstring(w->L, -1, &written);
  if (text == NULL) luaL_error(w->L, "packed rows: what is written is a text");
  lgr_text_add(&w->json.out, text, written);
  lua_pop(w->L, 1);
}

static void add_text(row_writer *w, const row_column *column, size_t size) {
  const char *text = take(w, size);
  if (column->kind == AS_IT_IS) lgr_text_add(&w->json.out, text, size);
  else if (w->is_json) lgr_json_text(&w->json, (gr_slice){text, size});
  else if (is_plain(text, size)) lgr_text_add(&w->json.out, text, size);
  else add_written(w, text, size);
}

static void add_name(row_writer *w, const row_column *column, int64_t value) {
  size_t size;
  (void)lua_rawgeti(w->L, column->names, value);
  const char *name = lua_tolstring(w->L, -1, &size);
  if (name == NULL) luaL_error(w->L, "packed rows: nothing is named %I", (LUAI_UACINT)value);
  lgr_text_add(&w->json.out, name, size);
  lua_pop(w->L, 1);
}

static void add_number(row_writer *w, const row_column *column, int64_t value) {
  if (column->kind == NAMED) add_name(w, column, value);
  else if (column->kind == FLAG && w->is_json) add_string(w, value != 0 ? "true" : "false");
  else lgr_json_integer(&w->json, value);
}

/* A value that is passed over is read all the same. */
static void pass_over(row_writer *w, char tag) {
  if (tag == 1 || tag == 2) (void)take(w, 8);
  if (tag == 3) (void)take(w, (size_t)take_little(w, 4));
}

/* Writes the next value; false where there is none to write. */
static bool add_value(row_writer *w, const row_column *column, bool is_first) {
  char tag = *take(w, 1);
  if (tag < 0 || tag > 3) luaL_error(w->L, "packed rows: no value begins so, at byte %d", (int)(w->at - w->start));
  if (column->kind == PASSED_OVER || (tag == 0 && w->is_json)) {
    pass_over(w, tag);
    return false;
  }
  if (!is_first) lgr_text_char(&w->json.out, ',');
  lgr_text_add(&w->json.out, column->head, column->head_size);
  if (tag == 1) add_number(w, column, (int64_t)take_little(w, 8));
  if (tag == 2) add_real(w);
  if (tag == 3) add_text(w, column, (size_t)take_little(w, 4));
  return true;
}

/* core.write_rows(packed, format, columns, written) -> text: as "json" objects with commas between them, or as "csv"
 * lines. A column is `{kind, head, names}`: `head` stands in front of each value; `kind` is "plain" (where it is left
 * out), "flag" (of JSON true or false), "as_it_is" (a text that is JSON), "named" (`names[integer]` stands for it,
 * written as it is) or "passed_over". Of JSON what is nothing is left out. `written` is function(text) -> how it is
 * written in CSV. Linear in the rows. [-4, +1] */
int lgr_write_rows(lua_State *L) {
  size_t size;
  row_writer w = {.L = L, .written = 4};
  w.start = w.at = luaL_checklstring(L, 1, &size);
  w.end = w.at + size;
  static const char *const formats[] = {"json", "csv", NULL};
  w.is_json = luaL_checkoption(L, 2, NULL, formats) == 0;
  if (!w.is_json) luaL_checktype(L, 4, LUA_TFUNCTION);
  lua_settop(L, 4);
  read_columns(&w, 3);
  lgr_text_begin(L, &w.json.out);
  while (w.at < w.end) {
    if (w.is_json) add_string(&w, w.at > w.start ? ",{" : "{");
    bool is_first = true;
    for (size_t i = 0; i < w.count; i++) is_first &= !add_value(&w, &w.columns[i], is_first);
    add_string(&w, w.is_json ? "}" : "\r\n");
  }
  lgr_text_push(&w.json.out);
  return 1;
}
