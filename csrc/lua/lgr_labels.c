/* govreport.Labels: the register of the labels of all forms, and what it makes of tables. */
#include "lua/lgr_class.h"

/* core.labels() -> Labels [-0, +1] */
int lgr_labels_new(lua_State *L) {
  lgr_box *box = lgr_new_box(L, LGR_LABELS, 0);
  gr_labels *labels;
  lgr_require(L, gr_labels_new(NULL, &labels));
  box->object = labels;
  return 1;
}

/* core.skeleton(text, strip) -> the characters of a text in tape form that count [-2, +1] */
int lgr_label_skeleton(lua_State *L) {
  char skeleton[GR_LABEL_SIZE];
  size_t size = gr_label_skeleton(lgr_check_slice(L, 1), lua_toboolean(L, 2), skeleton, NULL);
  lua_pushlstring(L, skeleton, size);
  return 1;
}

static gr_labels *check(lua_State *L) { return lgr_check(L, 1, LGR_LABELS); }

/* labels:add(text, number) [-3, +0] */
static int add(lua_State *L) {
  gr_labels *labels = check(L);
  gr_slice text = lgr_check_slice(L, 2);
  lua_Integer number = luaL_checkinteger(L, 3);
  luaL_argcheck(L, number >= 1 && number <= UINT32_MAX, 3, "numbers begin at 1");
  lgr_require(L, gr_labels_add(labels, text, (uint32_t)number));
  return 0;
}

static void add_integer(char **out, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; i++) *(*out)++ = (char)(value >> 8 * i);
}

static void add_slot(char **out, gr_grid_cell cell, gr_slot slot) {
  add_integer(out, slot.label, 4);
  add_integer(out, cell.row, 4);
  add_integer(out, cell.row_span, 4);
  add_integer(out, cell.column, 2);
  add_integer(out, cell.column_span, 2);
  add_integer(out, (uint64_t)slot.kind, 1);
  add_integer(out, (uint64_t)slot.ordinal.kind, 1);
  add_integer(out, (uint64_t)slot.ordinal.number, 1);
}

/* labels:grid(document, block) -> signature. It holds for each cell, in order, what string.unpack reads as
 * "<I4I4I4I2I2BBB": label or 0, row, row span, column, column span, kind (0 blank, 1 value, 2 label, 3 text), kind and
 * number of the ordinal. Tables with the same signature are read in the same way. [-3, +1] */
static int grid(lua_State *L) {
  enum { SLOT = 19 };
  lua_settop(L, 3);
  const gr_labels *labels = check(L);
  const gr_document *document = lgr_check(L, 2, LGR_DOCUMENT);
  lua_Integer block = luaL_checkinteger(L, 3);
  luaL_argcheck(L, block >= 1 && (size_t)block <= gr_document_block_count(document), 3, "no such block");
  size_t cells = gr_document_block(document, (size_t)block - 1).cells;
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, cells * SLOT);
  char *start = out;
  for (size_t i = 0; i < cells; i++)
    add_slot(&out, gr_document_cell(document, (size_t)block - 1, i),
             gr_labels_slot(labels, document, (size_t)block - 1, i));
  luaL_pushresultsize(&buffer, (size_t)(out - start));
  return 1;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_LABELS);
  gr_labels_free(box->object);
  box->object = NULL;
  return 0;
}

void lgr_open_labels(lua_State *L) {
  static const luaL_Reg methods[] = {{"add", add}, {"grid", grid}, {NULL, NULL}};
  static const luaL_Reg metamethods[] = {{"__gc", collect}, {"__close", collect}, {NULL, NULL}};
  lgr_class(L, LGR_LABELS, NULL, methods, metamethods);
}
