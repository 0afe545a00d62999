/* govreport.Document. Its user value is the Lua string that holds the bytes. */
#include "lgr_class.h"

int lgr_document_parse(lua_State *L) {
  gr_slice bytes = lgr_check_slice(L, 1);
  gr_options options = {0};
  if (!lua_isnoneornil(L, 2)) {
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    lua_getfield(L, 2, "max_input");
    options.max_input = (size_t)luaL_optinteger(L, 3, 0);
    lua_getfield(L, 2, "max_memory");
    options.max_memory = (size_t)luaL_optinteger(L, 4, 0);
    lua_getfield(L, 2, "encoding");
    options.encoding = luaL_optstring(L, 5, NULL);
  }
  lgr_box *box = lgr_new_box(L, LGR_DOCUMENT, 2);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  if (options.encoding != NULL) {   /* the document keeps the name */
    lua_pushvalue(L, 5);
    lua_setiuservalue(L, -2, 2);
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
  return 0;
}

/* [-1, +0] */
static int close_document(lua_State *L) {
  (void)lgr_check_closing(L, 1, LGR_DOCUMENT);
  return collect(L);
}

static const gr_document *check(lua_State *L) { return lgr_check(L, 1, LGR_DOCUMENT); }

/* [-1, +1] each */
static int tape(lua_State *L) {
  lgr_push_slice(L, gr_document_tape(check(L)));
  return 1;
}

static int text(lua_State *L) {
  lgr_push_slice(L, gr_document_text(check(L)));
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

static int size(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_document_bytes(check(L)).size);
  return 1;
}

/* document:source(start, stop) -> the decoded source behind a range of the tape. [-3, +1] */
static int source(lua_State *L) {
  const gr_document *document = check(L);
  gr_range range = lgr_check_range(L, 2, gr_document_tape(document).size);
  lgr_push_slice(L, gr_document_source(document, range.start, range.end));
  return 1;
}

/* document:place(start, stop) -> line, column, byte, byte_end of a range of the tape. [-3, +4] */
static int place(lua_State *L) {
  const gr_document *document = check(L);
  gr_range range = lgr_check_range(L, 2, gr_document_tape(document).size);
  gr_place p = gr_document_place(document, range.start, range.end);
  lua_pushinteger(L, (lua_Integer)p.line);
  lua_pushinteger(L, (lua_Integer)p.column);
  lua_pushinteger(L, (lua_Integer)p.byte);
  lua_pushinteger(L, (lua_Integer)p.byte_end);
  return 4;
}

/* document:replaced_places() -> the places of the first pieces that did not decode: {line, column, byte, byte_end}
 * each. [-1, +1] */
static int replaced_places(lua_State *L) {
  const gr_document *document = check(L);
  size_t count = gr_document_replaced(document);
  if (count > GR_REPLACED_KEPT) count = GR_REPLACED_KEPT;
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    lua_createtable(L, 0, 4);
    lgr_set_place(L, gr_document_replaced_place(document, i));
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* The step of document:blocks(). Upvalues: document, index. [-0, +1] */
static int next_block(lua_State *L) {
  const gr_document *document = lgr_check(L, lua_upvalueindex(1), LGR_DOCUMENT);
  size_t index = (size_t)lua_tointeger(L, lua_upvalueindex(2));
  if (index == gr_document_block_count(document)) return 0;
  lua_pushinteger(L, (lua_Integer)index + 1);
  lua_replace(L, lua_upvalueindex(2));
  gr_block block = gr_document_block(document, index);
  lua_createtable(L, 0, 8);
  lua_pushliteral(L, "paragraph");
  lua_setfield(L, -2, "kind");
  lua_pushinteger(L, (lua_Integer)block.tape_start + 1);
  lua_setfield(L, -2, "start");
  lua_pushinteger(L, (lua_Integer)block.tape_end + 1);
  lua_setfield(L, -2, "stop");
  lgr_push_slice(L, gr_document_source(document, block.tape_start, block.tape_end));
  lua_setfield(L, -2, "text");
  lgr_set_place(L, gr_document_place(document, block.tape_start, block.tape_end));
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
  const gr_document *document = check(L);
  lua_pushfstring(L, "%s: %d bytes, %s, %d blocks", LGR_DOCUMENT, (int)gr_document_bytes(document).size,
                  gr_document_encoding(document), (int)gr_document_block_count(document));
  return 1;
}

void lgr_open_document(lua_State *L) {
  static const luaL_Reg getters[] = {
      {"tape", tape},     {"text", text},     {"encoding", encoding}, {"dropped_tail", dropped_tail},
      {"replaced", replaced}, {"terminated", terminated}, {"memory", memory}, {"work", work}, {"size", size},
      {NULL, NULL},
  };
  static const luaL_Reg methods[] = {
      {"source", source}, {"place", place}, {"replaced_places", replaced_places}, {"blocks", blocks},
      {"close", close_document}, {NULL, NULL},
  };
  static const luaL_Reg metamethods[] = {
      {"__gc", collect}, {"__close", close_document}, {"__tostring", to_string}, {NULL, NULL},
  };
  lgr_class(L, LGR_DOCUMENT, getters, methods, metamethods);
}
