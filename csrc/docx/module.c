/* The module govreport.docx: a Word document as text and as a reader of the core's; packages that are written. */
#include <lauxlib.h>
#include <lua.h>
#include <string.h>

#include "docx/body.h"
#include "docx/facts.h"
#include "docx/relations.h"
#include "docx/writer.h"

#define FILE_CLASS "govreport.docx.File"
#define WRITER_CLASS "govreport.docx.Writer"

/* Lua collects it, whatever raises. */
typedef struct docx_file {
  docx_package package;
  body_parts parts;
  words words;
  gr_reader reader;
} docx_file;

static void free_parts(docx_file *own) {
  package_close(&own->package);
  numbering_free(&own->parts.lists);
  notes_free(&own->parts.footnotes);
  notes_free(&own->parts.endnotes);
}

static int free_file(lua_State *L) {
  docx_file *own = luaL_checkudata(L, 1, FILE_CLASS);
  free_parts(own);
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

/* The part of a type: what the document names, else where Word puts it, in a package without relations. */
static docx_problem read_part(docx_file *own, const relations *of_document, const char *document, const char *type) {
  char usual[RELATIONS_TYPE + sizeof ".xml"], beside[DOCX_MAX_NAME + 1];
  const char *name = relations_find(of_document, type);
  if (name != NULL) return package_read(&own->package, name);
  strcpy(usual, type);
  strcat(usual, ".xml");
  if (of_document->are_there || !relations_resolve(document, usual, beside)) return DOCX_NO_PART;
  return package_read(&own->package, beside);
}

/* What the reader of a part gave; a part that is not there is none the worse. */
static docx_problem spared(docx_problem problem) { return problem == DOCX_NO_PART ? DOCX_OK : problem; }

static docx_problem read_lists(docx_file *own, const relations *links, const char *document) {
  docx_package *package = &own->package;
  docx_problem problem = read_part(own, links, document, "styles");
  if (problem == DOCX_OK) problem = numbering_read_styles(&own->parts.lists, package->part, package->part_size);
  if (spared(problem) != DOCX_OK) return problem;
  problem = read_part(own, links, document, "numbering");
  if (problem == DOCX_OK) problem = numbering_read_lists(&own->parts.lists, package->part, package->part_size);
  return spared(problem);
}

static docx_problem read_notes(docx_file *own, const relations *links, const char *document, bool are_endnotes) {
  notes *out = are_endnotes ? &own->parts.endnotes : &own->parts.footnotes;
  docx_problem problem = read_part(own, links, document, are_endnotes ? "endnotes" : "footnotes");
  if (problem != DOCX_OK) return spared(problem);
  strcpy(own->words.parts[are_endnotes ? WORDS_ENDNOTES : WORDS_FOOTNOTES], own->package.name);
  return notes_read(out, own->package.part, own->package.part_size);
}

/* Headers and footers stand apart from the text: facts about the document. */
static docx_problem read_margins(docx_file *own, const relations *links) {
  for (size_t i = 0; i < links->count; i++) {
    bool is_header = strcmp(links->items[i].type, "header") == 0;
    if (!is_header && strcmp(links->items[i].type, "footer") != 0) continue;
    notes margin;
    memset(&margin, 0, sizeof margin);
    docx_problem problem = package_read(&own->package, links->items[i].target);
    if (problem == DOCX_OK) problem = notes_read(&margin, own->package.part, own->package.part_size);
    if (problem == DOCX_OK && margin.text.count > 0) {
      words_state(&own->words, is_header ? "docx:header" : "docx:footer", margin.text.items, margin.text.count);
    }
    notes_free(&margin);
    if (spared(problem) != DOCX_OK) return problem;
  }
  return DOCX_OK;
}

static docx_problem read_text(docx_file *own, const char *document, size_t *byte) {
  docx_problem problem = package_read(&own->package, document);
  if (problem != DOCX_OK) return problem;
  strcpy(own->words.parts[WORDS_DOCUMENT], document);
  return body_read(own->package.part, own->package.part_size, &own->parts, &own->words, byte);
}

static docx_problem read_facts(docx_file *own, const relations *of_package, const relations *of_document) {
  const char *name = relations_find(of_package, "core-properties");
  docx_problem problem = name == NULL ? DOCX_NO_PART : package_read(&own->package, name);
  if (problem == DOCX_OK) problem = facts_read(&own->words, own->package.part, own->package.part_size);
  if (spared(problem) != DOCX_OK) return problem;
  if (own->parts.has_changes) words_state(&own->words, "docx:changes", "open", 4);
  return read_margins(own, of_document);
}

static docx_problem read_all(docx_file *own, gr_slice bytes, relations links[2], size_t *byte) {
  docx_problem problem = package_open(&own->package, bytes);
  if (problem == DOCX_OK) problem = relations_read(&own->package, "", &links[0]);
  if (problem != DOCX_OK) return problem;
  const char *document = relations_find(&links[0], "officeDocument");
  if (document == NULL) document = "word/document.xml";
  problem = relations_read(&own->package, document, &links[1]);
  if (problem == DOCX_OK) problem = read_lists(own, &links[1], document);
  if (problem == DOCX_OK) problem = read_notes(own, &links[1], document, false);
  if (problem == DOCX_OK) problem = read_notes(own, &links[1], document, true);
  if (problem == DOCX_OK) problem = read_text(own, document, byte);
  if (problem == DOCX_OK) problem = read_facts(own, &links[0], &links[1]);
  return problem == DOCX_OK && own->words.is_full ? DOCX_MEMORY : problem;
}

/* docx.open(bytes) -> File; or nil, a code, {part, byte} [-1, +1 or +3] */
static int open_file(lua_State *L) {
  gr_slice bytes;
  size_t byte = 0;
  bytes.data = luaL_checklstring(L, 1, &bytes.size);
  docx_file *own = lua_newuserdatauv(L, sizeof *own, 0);
  *own = (docx_file){.reader = {GR_BUILDER_VERSION, "docx", words_read, words_spot, NULL}};
  own->reader.context = &own->words;
  luaL_setmetatable(L, FILE_CLASS);
  relations *links = lua_newuserdatauv(L, 2 * sizeof *links, 0);
  docx_problem problem = read_all(own, bytes, links, &byte);
  if (problem != DOCX_OK) return fail(L, own->package.name, problem, byte);
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
  static const luaL_Reg methods[] = {{"text", text}, {"reader", reader}, {NULL, NULL}};
  static const luaL_Reg functions[] = {
      {"open", open_file}, {"write", write_package}, {"rewrite", rewrite_package}, {NULL, NULL}};
  luaL_checkversion(L);
  push_class(L, FILE_CLASS, free_file);
  luaL_newlib(L, methods);
  lua_setfield(L, -2, "__index");
  push_class(L, WRITER_CLASS, free_writer);
  lua_pop(L, 2);
  luaL_newlib(L, functions);
  return 1;
}
