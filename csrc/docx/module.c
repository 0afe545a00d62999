/* The module govreport.docx: a Word document as text and as a reader of the core's; packages that are written. */
#include <lauxlib.h>
#include <lua.h>

#include "docx/module_annotate.h"
#include "docx/body.h"
#include "docx/relations.h"
#include "docx/writer.h"

#define FILE_CLASS "govreport.docx.File"
#define WRITER_CLASS "govreport.docx.Writer"

/* Lua collects it, whatever raises. */
typedef struct docx_file {
  docx_package package;
  numbering lists;
  words words;
  body_facts facts;
  gr_reader reader;
} docx_file;

static int free_file(lua_State *L) {
  docx_file *own = luaL_checkudata(L, 1, FILE_CLASS);
  package_close(&own->package);
  numbering_free(&own->lists);
  words_free(&own->words);
  return 0;
}

/* nil, a code, {part, byte} [-0, +3] */
static int fail(lua_State *L, const char *part, docx_problem problem, size_t byte) {
  luaL_pushfail(L);
  lua_pushstring(L, docx_problem_code(problem));
  lua_createtable(L, 0, 2);
  lua_pushstring(L, part);
  lua_setfield(L, -2, "part");
  lua_pushinteger(L, (lua_Integer)byte + 1);
  lua_setfield(L, -2, "byte");
  return 3;
}

static docx_problem read_all(docx_file *own, gr_slice bytes, size_t *byte) {
  char document[DOCX_MAX_NAME + 1];
  docx_problem problem = package_open(&own->package, bytes);
  if (problem == DOCX_OK) problem = relations_document(&own->package, document);
  if (problem == DOCX_OK) problem = numbering_read_beside(&own->lists, &own->package, document);
  if (problem == DOCX_OK) problem = package_read(&own->package, document);
  if (problem != DOCX_OK) return problem;
  return body_read(own->package.part, own->package.part_size, &own->lists, &own->words, &own->facts, byte);
}

/* docx.open(bytes) -> File; or nil, a code, {part, byte} [-1, +1 or +3] */
static int open_file(lua_State *L) {
  gr_slice bytes;
  size_t byte = 0;
  bytes.data = luaL_checklstring(L, 1, &bytes.size);
  docx_file *own = lua_newuserdatauv(L, sizeof *own, 0);
  *own = (docx_file){.reader = {GR_BUILDER_VERSION, "docx", words_read, NULL}};
  own->reader.context = &own->words;
  luaL_setmetatable(L, FILE_CLASS);
  docx_problem problem = read_all(own, bytes, &byte);
  if (problem != DOCX_OK) return fail(L, own->package.name, problem, byte);
  package_close(&own->package);
  numbering_free(&own->lists);
  return 1;
}

static docx_file *check(lua_State *L) { return luaL_checkudata(L, 1, FILE_CLASS); }

/* file:text() -> the text that people see, a line for each paragraph and each row of a table [-1, +1] */
static int text(lua_State *L) {
  const docx_file *own = check(L);
  lua_pushlstring(L, own->words.text.items ? own->words.text.items : "", own->words.text.count);
  return 1;
}

/* file:reader() -> light userdata for the core's `reader`, good as long as the file [-1, +1] */
static int reader(lua_State *L) {
  lua_pushlightuserdata(L, &check(L)->reader);
  return 1;
}

/* file:place(offset) -> paragraph, table, row, cell, byte in word/document.xml, for a byte of the text; all from 1, a
 * table of nil where it stands in none [-2, +5] */
static int place(lua_State *L) {
  const docx_file *own = check(L);
  lua_Integer offset = luaL_checkinteger(L, 2);
  luaL_argcheck(L, offset >= 1 && (size_t)offset <= own->words.text.count + 1, 2, "a byte of the text is expected");
  words_place at = words_place_of(&own->words, (size_t)offset - 1);
  lua_pushinteger(L, at.paragraph);
  for (int i = 0; i < 3; i++) {
    if (at.table == 0) lua_pushnil(L);
    else lua_pushinteger(L, i == 0 ? at.table : i == 1 ? at.row : at.cell);
  }
  lua_pushinteger(L, (lua_Integer)words_byte_of(&own->words, (size_t)offset - 1) + 1);
  return 5;
}

/* file:has_changes() -> whether there are changes that nobody has accepted or refused [-1, +1] */
static int has_changes(lua_State *L) {
  lua_pushboolean(L, check(L)->facts.has_changes);
  return 1;
}

static int free_writer(lua_State *L) {
  writer_free(luaL_checkudata(L, 1, WRITER_CLASS));
  return 0;
}

/* Lua collects it, whatever raises. [-0, +1] */
static writer *push_writer(lua_State *L) {
  writer *own = lua_newuserdatauv(L, sizeof *own, 0);
  *own = (writer){.bytes = NULL};
  luaL_setmetatable(L, WRITER_CLASS);
  return own;
}

/* A string of a table, which keeps it. [-0, +0] */
static gr_slice check_string(lua_State *L, int index, const char *what) {
  gr_slice text;
  if (lua_type(L, index) != LUA_TSTRING) luaL_error(L, "%s of an entry is a string", what);
  text.data = lua_tolstring(L, index, &text.size);
  return text;
}

/* The bytes; or nil, a code, {part, byte} [-0, +1 or +3] */
static int push_written(lua_State *L, writer *own, docx_problem problem) {
  if (problem != DOCX_OK) return fail(L, own->name, problem, 0);
  lua_pushlstring(L, own->bytes, own->size);
  writer_free(own);
  return 1;
}

/* docx.write{{name, bytes}, …} -> the bytes of a package of these entries, in this order; or nil, a code, {part, byte}
 * [-1, +1 or +3] */
static int write_package(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  size_t count = (size_t)lua_rawlen(L, 1);
  luaL_argcheck(L, count >= 1 && count <= DOCX_MAX_ENTRIES, 1, "a package has one entry at least, and 4096 at most");
  writer *own = push_writer(L);
  writer_part *parts = lua_newuserdatauv(L, count * sizeof *parts, 0);
  for (size_t i = 0; i < count; i++) {
    if (lua_rawgeti(L, 1, (lua_Integer)i + 1) != LUA_TTABLE) return luaL_argerror(L, 1, "a list of {name, bytes} is expected");
    lua_rawgeti(L, -1, 1);
    lua_rawgeti(L, -2, 2);
    parts[i] = (writer_part){check_string(L, -2, "the name"), check_string(L, -1, "the content")};
    lua_pop(L, 3);
  }
  return push_written(L, own, writer_make(own, parts, count));
}

/* docx.rewrite(bytes, {[name] = new bytes}) -> the bytes of the package with these entries replaced, or added behind the
 * others; or nil, a code, {part, byte} [-2, +1 or +3] */
static int rewrite_package(lua_State *L) {
  gr_slice package;
  package.data = luaL_checklstring(L, 1, &package.size);
  luaL_checktype(L, 2, LUA_TTABLE);
  size_t count = 0;
  for (lua_pushnil(L); lua_next(L, 2) != 0; lua_pop(L, 1)) count++;
  luaL_argcheck(L, count <= DOCX_MAX_ENTRIES, 2, "a package has 4096 entries at most");
  writer *own = push_writer(L);
  writer_part *parts = lua_newuserdatauv(L, (count + 1) * sizeof *parts, 0);
  size_t filled = 0;
  for (lua_pushnil(L); lua_next(L, 2) != 0; lua_pop(L, 1)) {
    parts[filled++] = (writer_part){check_string(L, -2, "the name"), check_string(L, -1, "the content")};
  }
  return push_written(L, own, writer_change(own, package, parts, count));
}

/* The metatable of a class of userdata whose __gc is `free`. [-0, +1] */
static void push_class(lua_State *L, const char *name, lua_CFunction free) {
  if (luaL_newmetatable(L, name)) {
    lua_pushcfunction(L, free);
    lua_setfield(L, -2, "__gc");
  }
}

#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
int luaopen_govreport_docx(lua_State *L);

int luaopen_govreport_docx(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"text", text}, {"reader", reader}, {"place", place}, {"has_changes", has_changes}, {NULL, NULL}};
  static const luaL_Reg functions[] = {
      {"open", open_file}, {"write", write_package}, {"rewrite", rewrite_package}, {"annotate", module_annotate},
      {NULL, NULL}};
  luaL_checkversion(L);
  push_class(L, FILE_CLASS, free_file);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  push_class(L, WRITER_CLASS, free_writer);
  module_begin_annotate(L);
  lua_pop(L, 2);
  luaL_newlib(L, functions);
  return 1;
}
