#include "docx/annotate.h"
#include "docx/module.h"

#define RESULT_CLASS "govreport.docx.Annotated"

/* Lua collects it, whatever raises. */
static int free_result(lua_State *L) {
  annotate_free(luaL_checkudata(L, 1, RESULT_CLASS));
  return 0;
}

void module_begin_annotate(lua_State *L) {
  if (luaL_newmetatable(L, RESULT_CLASS)) {
    lua_pushcfunction(L, free_result);
    lua_setfield(L, -2, "__gc");
  }
  lua_pop(L, 1);
}

/* Room for the items of a list, which Lua collects. [-0, +1] */
static void *push_room(lua_State *L, int list, size_t size, size_t *count) {
  luaL_checktype(L, list, LUA_TTABLE);
  *count = (size_t)lua_rawlen(L, list);
  return lua_newuserdatauv(L, (*count + 1) * size, 0);
}

/* The range and the text of the item `number` of a list: {first byte, last byte, text}; the list keeps the text.
 * [-0, +0] */
static anchors_range check_item(lua_State *L, int list, size_t number, gr_slice *text) {
  int are_numbers[2];
  bool is_item = lua_rawgeti(L, list, (lua_Integer)number + 1) == LUA_TTABLE;
  luaL_argcheck(L, is_item, list, "a list of {start, stop, text} is expected");
  lua_rawgeti(L, -1, 1);
  lua_rawgeti(L, -2, 2);
  lua_Integer start = lua_tointegerx(L, -2, &are_numbers[0]), stop = lua_tointegerx(L, -1, &are_numbers[1]);
  luaL_argcheck(L, are_numbers[0] && are_numbers[1] && start >= 1 && stop >= start - 1 && stop <= INT32_MAX, list,
                "bytes of the text are expected");
  luaL_argcheck(L, lua_rawgeti(L, -3, 3) == LUA_TSTRING, list, "a text is expected");
  text->data = lua_tolstring(L, -1, &text->size);
  lua_pop(L, 4);
  return (anchors_range){(size_t)start - 1, (size_t)stop};
}

static void check_comments(lua_State *L, annotate_request *to) {
  anchors_range *ranges = push_room(L, 2, sizeof *ranges, &to->comment_count);
  gr_slice *texts = push_room(L, 2, sizeof *texts, &to->comment_count);
  for (size_t i = 0; i < to->comment_count; i++) ranges[i] = check_item(L, 2, i, &texts[i]);
  to->comments = ranges;
  to->texts = texts;
}

static void check_changes(lua_State *L, annotate_request *to) {
  if (lua_isnoneornil(L, 3)) return;
  to->changes = push_room(L, 3, sizeof *to->changes, &to->change_count);
  for (size_t i = 0; i < to->change_count; i++) to->changes[i].range = check_item(L, 3, i, &to->changes[i].text);
}

/* nil, a code, {part, byte} [-0, +3] */
static int fail(lua_State *L, const annotate_result *result, docx_problem problem) {
  luaL_pushfail(L);
  lua_pushstring(L, docx_problem_code(problem));
  lua_createtable(L, 0, 2);
  lua_pushstring(L, result->name);
  lua_setfield(L, -2, "part");
  lua_pushinteger(L, (lua_Integer)result->byte + 1);
  lua_setfield(L, -2, "byte");
  return 3;
}

/* docx.annotate(bytes, comments, changes) -> the bytes of the package with comments and proposed changes, how many
 * changes could be proposed; or nil, a code, {part, byte}. Both are lists of {start, stop, text}: bytes of file:text(),
 * stop one less than start for a place; a comment has a paragraph for each line of its text. [-3, +2 or +3] */
int module_annotate(lua_State *L) {
  annotate_request request = {.comment_count = 0};
  request.package.data = luaL_checklstring(L, 1, &request.package.size);
  lua_settop(L, 3);
  check_comments(L, &request);
  check_changes(L, &request);
  annotate_result *result = lua_newuserdatauv(L, sizeof *result, 0);
  *result = (annotate_result){.byte = 0};
  luaL_setmetatable(L, RESULT_CLASS);
  docx_problem problem = annotate(&request, result);
  if (problem != DOCX_OK) return fail(L, result, problem);
  if (result->written.bytes == NULL) lua_pushvalue(L, 1);   /* nothing changes */
  else lua_pushlstring(L, result->written.bytes, result->written.size);
  lua_pushinteger(L, (lua_Integer)result->proposed);
  annotate_free(result);
  return 2;
}
