/* The module govreport.docx: a Word document as text and as a reader of the core's. */
#include "docx/module.h"

#include <lauxlib.h>

#include "docx/body.h"
#include "docx/module_archive.h"
#include "docx/relations.h"

#define FILE_CLASS "govreport.docx.File"

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

int module_fail(lua_State *L, const char *part, docx_problem problem, size_t byte) {
  luaL_pushfail(L);
  lua_pushstring(L, docx_problem_code(problem));
  lua_createtable(L, 0, 2);
  lua_pushstring(L, part);
  lua_setfield(L, -2, "part");
  lua_pushinteger(L, (lua_Integer)byte + 1);
  lua_setfield(L, -2, "byte");
  return 3;
}

/* A part beside the document that it may do without. */
static docx_problem read_beside(docx_file *own, const char *document, const char *name,
                                docx_problem (*read)(numbering *, const char *, size_t)) {
  char beside[DOCX_MAX_NAME + 1];
  relations_beside(document, name, beside);
  docx_problem problem = package_read(&own->package, beside);
  if (problem == DOCX_NO_PART) return DOCX_OK;
  return problem == DOCX_OK ? read(&own->lists, own->package.part, own->package.part_size) : problem;
}

static docx_problem read_all(docx_file *own, gr_slice bytes, size_t *byte) {
  char document[DOCX_MAX_NAME + 1];
  docx_problem problem = package_open(&own->package, bytes);
  if (problem == DOCX_OK) problem = relations_document(&own->package, document);
  if (problem == DOCX_OK) problem = read_beside(own, document, "styles.xml", numbering_read_styles);
  if (problem == DOCX_OK) problem = read_beside(own, document, "numbering.xml", numbering_read_lists);
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
  if (problem != DOCX_OK) return module_fail(L, own->package.name, problem, byte);
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

#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
int luaopen_govreport_docx(lua_State *L);

int luaopen_govreport_docx(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"text", text}, {"reader", reader}, {"place", place}, {"has_changes", has_changes}, {NULL, NULL}};
  static const luaL_Reg functions[] = {{"open", open_file}, {"archive", module_archive}, {NULL, NULL}};
  luaL_checkversion(L);
  if (luaL_newmetatable(L, FILE_CLASS)) {
    lua_pushcfunction(L, free_file);
    lua_setfield(L, -2, "__gc");
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
  module_begin_archive(L);
  luaL_newlib(L, functions);
  return 1;
}
