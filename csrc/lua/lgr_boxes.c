/* govreport.Boxes: words with boxes, page by page, and the text and the reader that they make. */
#include "lua/lgr_class.h"

#define BOXES "govreport.Boxes"

/* The integer at an index of the list on top. [-0, +0] */
static int32_t place_at(lua_State *L, lua_Integer index) {
  int is_integer;
  lua_rawgeti(L, -1, index);
  lua_Integer value = lua_tointegerx(L, -1, &is_integer);
  lua_pop(L, 1);
  if (!is_integer) luaL_error(L, "boxes: a place is no integer");
  return value > INT32_MAX ? INT32_MAX : value < INT32_MIN ? INT32_MIN : (int32_t)value;
}

static gr_box box_at(lua_State *L, lua_Integer index) {
  return (gr_box){place_at(L, index), place_at(L, index + 1), place_at(L, index + 2), place_at(L, index + 3)};
}

/* words: {text, left, top, right, bottom, text, …} of the page on top. [-0, +0] */
static gr_status add_words(lua_State *L, gr_boxes *boxes) {
  gr_status status = GR_OK;
  if (lua_getfield(L, -1, "words") == LUA_TTABLE) {
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i + 4 <= count && status == GR_OK; i += 5) {
      gr_box box = box_at(L, i + 1);
      lua_rawgeti(L, -1, i);
      status = gr_boxes_word(boxes, lgr_check_slice(L, lua_gettop(L)), box);
      lua_pop(L, 1);
    }
  }
  lua_pop(L, 1);
  return status;
}

/* rules: {left, top, right, bottom, …} of the page on top. [-0, +0] */
static gr_status add_rules(lua_State *L, gr_boxes *boxes) {
  gr_status status = GR_OK;
  if (lua_getfield(L, -1, "rules") == LUA_TTABLE) {
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i + 3 <= count && status == GR_OK; i += 4) status = gr_boxes_rule(boxes, box_at(L, i));
  }
  lua_pop(L, 1);
  return status;
}

/* A page, the table on top. [-0, +0] */
static gr_status add_page(lua_State *L, gr_boxes *boxes) {
  lua_getfield(L, -1, "width");
  lua_getfield(L, -2, "height");
  lua_Integer width = luaL_checkinteger(L, -2), height = luaL_checkinteger(L, -1);
  lua_pop(L, 2);
  if (width < 0 || width > INT32_MAX || height < 0 || height > INT32_MAX) luaL_error(L, "boxes: no size of a page");
  gr_status status = gr_boxes_page(boxes, (int32_t)width, (int32_t)height);
  if (status == GR_OK) status = add_words(L, boxes);
  if (status == GR_OK) status = add_rules(L, boxes);
  lua_getfield(L, -1, "picture");
  if (status == GR_OK && lua_toboolean(L, -1)) gr_boxes_picture(boxes);
  lua_pop(L, 1);
  return status;
}

/* core.boxes(format, {{width, height, words, rules, picture}, …}) -> Boxes; or nil, code, fields. Places are integers,
 * hundredths of a point. [-2, +1 or +3] */
int lgr_boxes_new(lua_State *L) {
  const char *format = luaL_checkstring(L, 1);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  lgr_box *box = lgr_new_box(L, BOXES, 0);
  gr_boxes *boxes;
  gr_status status = gr_boxes_new(format, NULL, &boxes);
  lgr_require(L, status);
  box->object = boxes;
  for (lua_Integer i = 1; status == GR_OK && lua_rawgeti(L, 2, i) == LUA_TTABLE; i++) {
    status = add_page(L, boxes);
    lua_settop(L, 3);
  }
  lua_settop(L, 3);
  if (status == GR_OK) status = gr_boxes_seal(boxes);
  if (status == GR_OK) return 1;
  gr_error error = {.status = status};
  return lgr_failure(L, &error);
}

static gr_boxes *check(lua_State *L) { return lgr_check(L, 1, BOXES); }

/* boxes:text() -> the text of all pages [-1, +1] */
static int text(lua_State *L) {
  lgr_push_slice(L, gr_boxes_text(check(L)));
  return 1;
}

/* boxes:reader() -> light userdata for `reader` of core.parse, good as long as the boxes [-1, +1] */
static int reader(lua_State *L) {
  lua_pushlightuserdata(L, (void *)(uintptr_t)gr_boxes_reader(check(L)));
  return 1;
}

/* boxes:parted() -> list of the pages on which two texts stand side by side, from 1 [-1, +1] */
static int parted(lua_State *L) {
  const gr_boxes *boxes = check(L);
  lua_Integer count = 0;
  lua_newtable(L);
  for (size_t i = 0; i < gr_boxes_page_count(boxes); i++) {
    if (!gr_boxes_page_is_parted(boxes, i)) continue;
    lua_pushinteger(L, (lua_Integer)i + 1);
    lua_rawseti(L, -2, ++count);
  }
  return 1;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, BOXES);
  gr_boxes_free(box->object);
  box->object = NULL;
  return 0;
}

void lgr_open_boxes(lua_State *L) {
  static const luaL_Reg methods[] = {{"text", text}, {"reader", reader}, {"parted", parted}, {NULL, NULL}};
  static const luaL_Reg metamethods[] = {{"__gc", collect}, {"__close", collect}, {NULL, NULL}};
  lgr_class(L, BOXES, NULL, methods, metamethods);
}
