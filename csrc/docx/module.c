/* The module govreport.docx: a Word document as text and as a reader of the core's; packages that are written. */
#include "docx/module.h"

#include <stdlib.h>
#include <string.h>

#include "docx/beside.h"
#include "docx/facts.h"

#define FILE_CLASS "govreport.docx.File"

/* Lua collects it, whatever raises. */
typedef struct docx_file {
  docx_package package;
  body_parts parts;
  words words;
  gr_reader reader;
} docx_file;

static void free_parts(docx_file *own) {
  package_close(&own->package);
  beside_free(&own->parts);
}

static int free_file(lua_State *L) {
  docx_file *own = luaL_checkudata(L, 1, FILE_CLASS);
  free_parts(own);
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

/* What the reader of a part gave; a part that is not there is none the worse. */
static docx_problem spared(docx_problem problem) { return problem == DOCX_NO_PART ? DOCX_OK : problem; }

/* Headers and footers stand apart from the text: facts about the document. */
static docx_problem read_margins(docx_file *own, const relations *links) {
  for (size_t i = 0; i < links->count; i++) {
    bool is_header = strcmp(links->items[i].type, "header") == 0;
    if (!is_header && strcmp(links->items[i].type, "footer") != 0) continue;
    notes margin;
    memset(&margin, 0, sizeof margin);
    docx_problem problem = package_read(&own->package, links->items[i].target);
    if (problem == DOCX_OK) problem = notes_read(&margin, &own->package);
    if (problem == DOCX_OK && margin.text.count > 0) {
      words_state(&own->words, is_header ? "docx:header" : "docx:footer", margin.text.items, margin.text.count);
    }
    notes_free(&margin);
    if (spared(problem) != DOCX_OK) return problem;
  }
  return DOCX_OK;
}

/* The document, with what it asks for of other parts. */
static docx_problem read_text(docx_file *own, const char *name, const relations *links) {
  docx_problem problem = package_read(&own->package, name);
  if (problem != DOCX_OK) return problem;
  gr_slice part = package_take(&own->package);
  strcpy(own->words.parts[WORDS_DOCUMENT], name);
  problem = beside_read(&own->parts, &own->package, name, part, links, &own->words);
  if (problem == DOCX_OK) {
    problem = body_read(part.data, part.size, &own->parts, &own->words, &own->package.byte);
    strcpy(own->package.name, name);
  }
  free((char *)part.data);
  return problem;
}

static docx_problem read_facts(docx_file *own, const relations *of_package, const relations *of_document) {
  const char *name = relations_find(of_package, "core-properties");
  docx_problem problem = name == NULL ? DOCX_NO_PART : package_read(&own->package, name);
  if (problem == DOCX_OK) problem = facts_read(&own->words, &own->package);
  if (spared(problem) != DOCX_OK) return problem;
  if (own->parts.has_changes) words_state(&own->words, "docx:changes", "open", 4);
  return read_margins(own, of_document);
}

static docx_problem read_all(docx_file *own, gr_slice bytes, relations links[2]) {
  char document[DOCX_MAX_NAME + 1];
  docx_problem problem = package_open(&own->package, bytes);
  if (problem == DOCX_OK) problem = relations_document(&own->package, &links[0], document);
  if (problem == DOCX_OK) problem = relations_read(&own->package, document, &links[1]);
  if (problem == DOCX_OK) problem = read_text(own, document, &links[1]);
  if (problem == DOCX_OK) problem = read_facts(own, &links[0], &links[1]);
  return problem == DOCX_OK && own->words.is_full ? DOCX_MEMORY : problem;
}

/* docx.open(bytes) -> File; or nil, a code, {part, byte} [-1, +1 or +3] */
static int open_file(lua_State *L) {
  gr_slice bytes;
  bytes.data = luaL_checklstring(L, 1, &bytes.size);
  docx_file *own = lua_newuserdatauv(L, sizeof *own, 0);
  *own = (docx_file){.reader = {GR_BUILDER_VERSION, "docx", words_read, words_spot, NULL}};
  own->reader.context = &own->words;
  luaL_setmetatable(L, FILE_CLASS);
  relations *links = lua_newuserdatauv(L, 2 * sizeof *links, 0);
  docx_problem problem = read_all(own, bytes, links);
  if (problem != DOCX_OK) return module_fail(L, own->package.name, problem, own->package.byte);
  free_parts(own);
  lua_pop(L, 1);
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

#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
int luaopen_govreport_docx(lua_State *L);

int luaopen_govreport_docx(lua_State *L) {
  static const luaL_Reg methods[] = {{"text", text}, {"reader", reader}, {NULL, NULL}};
  static const luaL_Reg functions[] = {
      {"open", open_file}, {"write", module_write}, {"rewrite", module_rewrite}, {"annotate", module_annotate},
      {"archive", module_archive}, {NULL, NULL}};
  luaL_checkversion(L);
  if (luaL_newmetatable(L, FILE_CLASS)) {
    lua_pushcfunction(L, free_file);
    lua_setfield(L, -2, "__gc");
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
  }
  module_begin_write(L);
  module_begin_annotate(L);
  module_begin_archive(L);
  lua_pop(L, 1);
  luaL_newlib(L, functions);
  return 1;
}
