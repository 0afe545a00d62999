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

/* labels:grid(document, block) -> the signature of a table: see gr_slot_write. Tables with the same signature are read in
 * the same way. [-3, +1] */
static int grid(lua_State *L) {
  lua_settop(L, 3);
  const gr_labels *labels = check(L);
  const gr_document *document = lgr_check(L, 2, LGR_DOCUMENT);
  lua_Integer number = luaL_checkinteger(L, 3);
  luaL_argcheck(L, number >= 1 && (size_t)number <= gr_document_block_count(document), 3, "no such block");
  size_t block = (size_t)number - 1, cells = gr_document_block(document, block).cells;
  luaL_Buffer signature;
  luaL_buffinit(L, &signature);
  gr_grid_cell before = {0};
  for (size_t i = 0; i < cells; i++) {
    gr_grid_cell cell = gr_document_cell(document, block, i);
    char *out = luaL_prepbuffsize(&signature, GR_SLOT_SIZE);
    luaL_addsize(&signature, gr_slot_write(gr_labels_slot(labels, document, block, i), cell, i == 0 ? NULL : &before, out));
    before = cell;
  }
  luaL_pushresult(&signature);
  return 1;
}

/* ---- slots as string.unpack reads them --------------------------------------------------------- */

/* Their fields as "<I4I4I4I2I2BBB": label or 0, row, row span, column, column span, kind (0 blank, 1 value, 2 label, 3
 * text), kind and number of the ordinal. */
enum { FIELDS = 8, FIELDS_SIZE = 19 };
static const int sizes[FIELDS] = {4, 4, 4, 2, 2, 1, 1, 1};

/* core.slots(signature) -> its slots, each as "<I4I4I4I2I2BBB" [-1, +1] */
int lgr_slots(lua_State *L) {
  gr_slice rest = lgr_check_slice(L, 1);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  gr_grid_cell cell = {0};
  while (rest.size > 0) {
    gr_slot slot;
    luaL_argcheck(L, gr_slot_read(&rest, &slot, &cell), 1, "no signature");
    uint64_t fields[FIELDS] = {slot.label, cell.row, cell.row_span, cell.column, cell.column_span, (uint64_t)slot.kind,
                               (uint64_t)slot.ordinal.kind, (uint64_t)slot.ordinal.number};
    char *out = luaL_prepbuffsize(&buffer, FIELDS_SIZE);
    for (int f = 0; f < FIELDS; f++)
      for (int i = 0; i < sizes[f]; i++) *out++ = (char)(fields[f] >> 8 * i);
    luaL_addsize(&buffer, FIELDS_SIZE);
  }
  luaL_pushresult(&buffer);
  return 1;
}

/* core.pack_slots(slots) -> the signature of slots as core.slots gives them [-1, +1] */
int lgr_pack_slots(lua_State *L) {
  gr_slice slots = lgr_check_slice(L, 1);
  luaL_argcheck(L, slots.size % FIELDS_SIZE == 0, 1, "no slots");
  luaL_Buffer signature;
  luaL_buffinit(L, &signature);
  gr_grid_cell before = {0};
  for (const char *at = slots.data; at < slots.data + slots.size;) {
    uint64_t fields[FIELDS] = {0};
    bool is_first = at == slots.data;
    for (int f = 0; f < FIELDS; f++)
      for (int i = 0; i < sizes[f]; i++) fields[f] |= (uint64_t)(unsigned char)*at++ << 8 * i;
    luaL_argcheck(L, fields[5] <= GR_SLOT_TEXT && fields[6] <= GR_ORDINAL_DETAIL, 1, "no slots");
    gr_slot slot = {(gr_slot_kind)fields[5], (uint32_t)fields[0], {(gr_ordinal_kind)fields[6], (int)fields[7]}};
    gr_grid_cell cell = {.row = fields[1], .row_span = fields[2], .column = fields[3], .column_span = fields[4]};
    char *out = luaL_prepbuffsize(&signature, GR_SLOT_SIZE);
    luaL_addsize(&signature, gr_slot_write(slot, cell, is_first ? NULL : &before, out));
    before = cell;
  }
  luaL_pushresult(&signature);
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
