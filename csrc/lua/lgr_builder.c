/* govreport.Builder: a report under construction, for the recogniser alone. Positions are those of LPeg on the tape:
 * 1-based, ends one past. Cells, fields and sections are numbered as in the schema, from 0. */
#include "lua/lgr_class.h"

/* core.builder(document, schema) -> Builder. User values: document, schema. [-2, +1] */
int lgr_builder_new(lua_State *L) {
  gr_document *document = lgr_check(L, 1, LGR_DOCUMENT);
  gr_schema *schema = lgr_check(L, 2, LGR_SCHEMA);
  lgr_box *box = lgr_new_box(L, LGR_BUILDER, 2);
  lua_pushvalue(L, 1);
  lua_setiuservalue(L, -2, 1);
  lua_pushvalue(L, 2);
  lua_setiuservalue(L, -2, 2);
  gr_report *report;
  gr_status status = gr_report_new(document, schema, NULL, &report);
  if (status != GR_OK) {
    gr_error error = {.status = status};
    return lgr_failure(L, &error);
  }
  box->object = report;
  ((lgr_box *)lua_touserdata(L, 1))->pins++;
  return 1;
}

static gr_report *check(lua_State *L) { return lgr_check(L, 1, LGR_BUILDER); }

static size_t tape_size(const gr_report *report) { return gr_document_tape(gr_report_document(report)).size; }

static size_t check_cell(lua_State *L, int arg, const gr_report *report) {
  lua_Integer cell = luaL_checkinteger(L, arg);
  luaL_argcheck(L, cell >= 0 && (size_t)cell < gr_schema_cell_count(gr_report_schema(report)), arg, "no such cell");
  return (size_t)cell;
}

/* The integer at an index of the list at `arg`; -1 where there is none. */
static lua_Integer list_integer(lua_State *L, int arg, lua_Integer index) {
  int is_integer;
  lua_rawgeti(L, arg, index);
  lua_Integer value = lua_tointegerx(L, -1, &is_integer);
  lua_pop(L, 1);
  return is_integer ? value : -1;
}

static bool list_boolean(lua_State *L, int arg, lua_Integer index) {
  lua_rawgeti(L, arg, index);
  bool value = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return value;
}

/* builder:cells(targets, starts, inferred): binds a printed row, the cell targets[i] to the text that begins at starts[i].
 * `targets` is a list of cell numbers, or the first of numbers that run on; `inferred` is a boolean for all, or a list of
 * booleans. [-4, +0] */
static int cells(lua_State *L) {
  gr_report *report = check(L);
  bool listed = lua_istable(L, 2), each = lua_istable(L, 4), inferred = !each && lua_toboolean(L, 4);
  lua_Integer first = listed ? 0 : luaL_checkinteger(L, 2);
  luaL_checktype(L, 3, LUA_TTABLE);
  lua_Integer size = (lua_Integer)tape_size(report), count = (lua_Integer)lua_rawlen(L, 3);
  lua_Integer last = (lua_Integer)gr_schema_cell_count(gr_report_schema(report)) - 1;
  for (lua_Integer i = 1; i <= count; i++) {
    lua_Integer cell = listed ? list_integer(L, 2, i) : first + (i - 1), start = list_integer(L, 3, i);
    if (each) inferred = list_boolean(L, 4, i);
    luaL_argcheck(L, cell >= 0 && cell <= last, 2, "no such cell");
    luaL_argcheck(L, start >= 1 && start <= size, 3, "position outside of the tape");
    gr_range line = gr_report_line(report, (size_t)start - 1);
    lgr_require(L, gr_report_cell(report, (size_t)cell, line, inferred, NULL));
  }
  return 0;
}

/* builder:range(cell, start, stop, inferred): binds one cell to a range of the tape. [-5, +0] */
static int range(lua_State *L) {
  gr_report *report = check(L);
  size_t cell = check_cell(L, 2, report);
  lgr_require(L, gr_report_cell(report, cell, lgr_check_range(L, 3, tape_size(report)), lua_toboolean(L, 5), NULL));
  return 0;
}

/* The number in so many bytes, the lowest first. */
static size_t little(const char *bytes, size_t size) {
  size_t value = 0;
  for (size_t i = 0; i < size; i++) value |= (size_t)(unsigned char)bytes[i] << 8 * i;
  return value;
}

/* A block of the document; `block` is its number, from 0. */
static gr_block check_block(lua_State *L, int arg, const gr_document *document, size_t *block) {
  lua_Integer number = luaL_checkinteger(L, arg);
  luaL_argcheck(L, number >= 1 && (size_t)number <= gr_document_block_count(document), arg, "no such block");
  *block = (size_t)number - 1;
  return gr_document_block(document, *block);
}

/* The list at `arg`, in entries of so many bytes. */
static gr_slice check_packed(lua_State *L, int arg, size_t entry) {
  gr_slice list = lgr_check_slice(L, arg);
  luaL_argcheck(L, list.size % entry == 0, arg, "not packed entries");
  return list;
}

/* The range of a cell of a block, its slot in the 4 bytes at `at`, from 1. */
static gr_range slot_range(lua_State *L, const gr_document *document, size_t block, gr_block of, const char *at) {
  size_t slot = little(at, 4);
  luaL_argcheck(L, slot >= 1 && slot <= of.cells, 3, "no such cell of the table");
  gr_grid_cell place = gr_document_cell(document, block, slot - 1);
  return (gr_range){place.tape_start, place.tape_end};
}

/* builder:grid(block, cells): binds cells of a table. `cells` holds for each what string.pack writes as "<I4I4B": its
 * slot, the cell of the form that it is bound to, and whether that is inferred; blocks and slots are counted from 1.
 * [-3, +0] */
static int grid(lua_State *L) {
  enum { ENTRY = 9 };
  gr_report *report = check(L);
  const gr_document *document = gr_report_document(report);
  size_t block, cells_of_form = gr_schema_cell_count(gr_report_schema(report));
  gr_block table = check_block(L, 2, document, &block);
  gr_slice cells = check_packed(L, 3, ENTRY);
  for (const char *at = cells.data; at < cells.data + cells.size; at += ENTRY) {
    gr_range range = slot_range(L, document, block, table, at);
    size_t cell = little(at + 4, 4);
    luaL_argcheck(L, cell < cells_of_form, 3, "no such cell");
    lgr_require(L, gr_report_cell(report, cell, range, at[8] != 0, NULL));
  }
  return 0;
}

/* builder:labels(block, slots): the digits in these cells of a table are list numbers; each slot as string.pack writes it
 * as "<I4". [-3, +0] */
static int labels(lua_State *L) {
  enum { ENTRY = 4 };
  gr_report *report = check(L);
  const gr_document *document = gr_report_document(report);
  size_t block;
  gr_block table = check_block(L, 2, document, &block);
  gr_slice slots = check_packed(L, 3, ENTRY);
  for (const char *at = slots.data; at < slots.data + slots.size; at += ENTRY)
    lgr_require(L, gr_report_ignore(report, slot_range(L, document, block, table, at), "list_number"));
  return 0;
}

/* The position at the number `first` and so many more of the token list at argument 2. [-0, +0] */
static size_t token_position(lua_State *L, lua_Integer first, size_t further, size_t size) {
  lua_Integer position = list_integer(L, 2, (lua_Integer)((lua_Unsigned)first + further));
  luaL_argcheck(L, position >= 1 && (size_t)position <= size + 1, 2, "position outside of the tape");
  return (size_t)position - 1;
}

/* Adds a number of 4 bytes. [-0, +0] */
static void add_little(luaL_Buffer *out, size_t value) {
  for (int shift = 0; shift < 32; shift += 8) luaL_addchar(out, (char)(value >> shift & 0xFF));
}

/* Adds how many positions of values follow each other in the token list at argument 2. Gives how many. [-0, +0] */
static lua_Integer add_values(lua_State *L, luaL_Buffer *out, lua_Integer first, lua_Integer stop) {
  lua_Integer i = first;
  while (i < stop && list_integer(L, 2, i) >= 0) i++;
  if (i == first) return 0;
  luaL_addchar(out, 'V');
  add_little(out, (size_t)(i - first));
  return i - first;
}

/* Adds the label in the token list at argument 2: its number, how long it is printed, its ordinal. [-0, +0] */
static void add_label(lua_State *L, luaL_Buffer *out, lua_Integer at, gr_slice tape) {
  enum { START = 2, INSIDE, NUMBER, STOP };
  size_t start = token_position(L, at, START, tape.size), inside = token_position(L, at, INSIDE, tape.size);
  size_t stop = token_position(L, at, STOP, tape.size);
  luaL_argcheck(L, start <= inside && inside <= stop, 2, "a label that ends before it begins");
  luaL_addchar(out, 'L');
  add_little(out, (size_t)list_integer(L, 2, at + NUMBER));
  add_little(out, stop - inside);
  add_little(out, inside - start);
  luaL_addlstring(out, tape.data + start, inside - start);
}

/* builder:plain(tokens, first, stop, label, page) -> what tells the tokens of a part apart that are labels, values and
 * numbers of pages alone: their order, how many values follow each other, which labels these are, their length and
 * ordinals; nil for others. `label` and `page` are the kinds of tokens. [-6, +1] */
static int plain(lua_State *L) {
  enum { LABEL_ENTRIES = 6, PAGE_ENTRIES = 4 };
  gr_report *report = check(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer first = luaL_checkinteger(L, 3), stop = luaL_checkinteger(L, 4);
  lua_Integer label = luaL_checkinteger(L, 5), page = luaL_checkinteger(L, 6);
  luaL_argcheck(L, first >= 1, 3, "no such token");
  luaL_argcheck(L, stop <= (lua_Integer)lua_rawlen(L, 2) + 1, 4, "no such token");
  luaL_Buffer out;
  luaL_buffinit(L, &out);
  for (lua_Integer i = first; i < stop;) {
    lua_Integer values = add_values(L, &out, i, stop), kind = values > 0 ? 0 : list_integer(L, 2, i + 1);
    if (kind == label) add_label(L, &out, i, gr_document_tape(gr_report_document(report)));
    else if (kind == page) luaL_addchar(&out, 'P');
    else if (values == 0) return 0;
    i += kind == label ? LABEL_ENTRIES : kind == page ? PAGE_ENTRIES : values;
  }
  luaL_pushresult(&out);
  return 1;
}

/* builder:run(tokens, first, cells): binds cells to the texts that begin at positions of a token list. `cells` holds for
 * each what string.pack writes as "<I4I4B": how far behind the token `first` its position stands in the list, the cell,
 * and whether that is inferred. [-4, +0] */
static int run(lua_State *L) {
  enum { ENTRY = 9 };
  gr_report *report = check(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer first = luaL_checkinteger(L, 3);
  gr_slice cells = check_packed(L, 4, ENTRY);
  size_t size = tape_size(report), cells_of_form = gr_schema_cell_count(gr_report_schema(report));
  for (const char *at = cells.data; at < cells.data + cells.size; at += ENTRY) {
    size_t start = token_position(L, first, little(at, 4), size), cell = little(at + 4, 4);
    luaL_argcheck(L, cell < cells_of_form, 4, "no such cell");
    luaL_argcheck(L, start < size, 2, "position outside of the tape");
    lgr_require(L, gr_report_cell(report, cell, gr_report_line(report, start), at[8] != 0, NULL));
  }
  return 0;
}

/* builder:pass(tokens, first, ranges, reason): the numbers in ranges of the tape that stand in a token list are none of
 * cells. `ranges` holds for each what string.pack writes as "<I4I4": how far behind the token `first` its start and its
 * stop stand. [-5, +0] */
static int pass(lua_State *L) {
  enum { ENTRY = 8 };
  gr_report *report = check(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Integer first = luaL_checkinteger(L, 3);
  gr_slice ranges = check_packed(L, 4, ENTRY);
  const char *reason = luaL_checkstring(L, 5);
  size_t size = tape_size(report);
  for (const char *at = ranges.data; at < ranges.data + ranges.size; at += ENTRY) {
    gr_range range = {token_position(L, first, little(at, 4), size), token_position(L, first, little(at + 4, 4), size)};
    luaL_argcheck(L, range.start <= range.end, 2, "a range that ends before it begins");
    lgr_require(L, gr_report_ignore(report, range, reason));
  }
  return 0;
}

/* builder:unit(cell, start, stop) [-4, +0] */
static int unit(lua_State *L) {
  gr_report *report = check(L);
  size_t cell = check_cell(L, 2, report);
  gr_report_unit(report, cell, lgr_check_range(L, 3, tape_size(report)));
  return 0;
}

/* builder:bound(cell) -> where the text stands that a cell was bound to, start and stop; nil where it is free.
 * [-2, +1 or +2] */
static int bound(lua_State *L) {
  gr_report *report = check(L);
  const gr_cell *cell = gr_report_cell_at(report, check_cell(L, 2, report));
  if (cell->state == GR_ABSENT) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, (lua_Integer)cell->range.start + 1);
  lua_pushinteger(L, (lua_Integer)cell->range.end + 1);
  return 2;
}

/* builder:unreadable(cell, start, stop) [-4, +0] */
static int unreadable(lua_State *L) {
  gr_report *report = check(L);
  size_t cell = check_cell(L, 2, report);
  gr_report_unreadable(report, cell, lgr_check_range(L, 3, tape_size(report)));
  return 0;
}

/* builder:field(field, kind, value, start, stop); kind is "text", "date", "integer", "amount", "blank", "none" or
 * "unreadable"; value a string or a number, nil for the last three. [-6, +0] */
static int field(lua_State *L) {
  static const char *const kinds[] = {"text", "date", "integer", "amount", "blank", "none", "unreadable", NULL};
  static const gr_state states[] = {GR_NUMBER, GR_NUMBER, GR_NUMBER, GR_NUMBER, GR_BLANK, GR_NONE, GR_UNREADABLE};
  static const gr_field_kind field_kinds[] = {GR_FIELD_TEXT,   GR_FIELD_DATE, GR_FIELD_INTEGER, GR_FIELD_AMOUNT,
                                              GR_FIELD_TEXT,   GR_FIELD_TEXT, GR_FIELD_TEXT};
  gr_report *report = check(L);
  lua_Integer index = luaL_checkinteger(L, 2);
  luaL_argcheck(L, index >= 0 && (size_t)index < gr_schema_field_count(gr_report_schema(report)), 2, "no such field");
  int kind = luaL_checkoption(L, 3, NULL, kinds);
  gr_field out = {.field = (size_t)index, .state = states[kind], .kind = field_kinds[kind], .text = {"", 0}};
  if (out.state == GR_NUMBER) {
    if (out.kind == GR_FIELD_INTEGER || out.kind == GR_FIELD_AMOUNT) out.number = lgr_check_decimal(L, 4);
    else out.text = lgr_check_slice(L, 4);
  }
  out.range = lgr_check_range(L, 5, tape_size(report));
  lgr_require(L, gr_report_field(report, &out));
  return 0;
}

/* builder:section(section or nil, parent or nil, level, number, marker start, stop, title start, stop, body start,
 * stop) -> index, from 0. [-11, +1] */
static int section(lua_State *L) {
  gr_report *report = check(L);
  size_t size = tape_size(report), index;
  gr_section out = {.section = GR_NO_INDEX, .parent = GR_NO_INDEX};
  if (!lua_isnil(L, 2)) {
    lua_Integer id = luaL_checkinteger(L, 2);
    luaL_argcheck(L, id >= 0 && (size_t)id < gr_schema_section_count(gr_report_schema(report)), 2, "no such section");
    out.section = (size_t)id;
  }
  if (!lua_isnil(L, 3)) {
    lua_Integer parent = luaL_checkinteger(L, 3);
    luaL_argcheck(L, parent >= 0 && (size_t)parent < gr_report_section_count(report), 3, "no such parent");
    out.parent = (size_t)parent;
  }
  out.level = (int)luaL_checkinteger(L, 4);
  out.number = (int)luaL_checkinteger(L, 5);
  out.marker = lgr_check_range(L, 6, size);
  out.title = lgr_check_range(L, 8, size);
  out.body = lgr_check_range(L, 10, size);
  lgr_require(L, gr_report_section(report, &out, &index));
  lua_pushinteger(L, (lua_Integer)index);
  return 1;
}

/* builder:charge(steps) [-2, +0] */
static int charge(lua_State *L) {
  gr_report_charge(check(L), (uint64_t)luaL_checkinteger(L, 2));
  return 0;
}

/* builder:claim(kind, value or nil, bound, text, start, stop, section or nil) [-8, +0] */
static int claim(lua_State *L) {
  gr_report *report = check(L);
  gr_claim out = {.kind = luaL_checkstring(L, 2), .bound = luaL_checkstring(L, 4), .section = GR_NO_INDEX};
  out.has_value = !lua_isnil(L, 3);
  if (out.has_value) out.value = lgr_check_decimal(L, 3);
  out.text = lgr_check_slice(L, 5);
  out.range = lgr_check_range(L, 6, tape_size(report));
  if (!lua_isnoneornil(L, 8)) {
    lua_Integer index = luaL_checkinteger(L, 8);
    luaL_argcheck(L, index >= 0 && (size_t)index < gr_report_section_count(report), 8, "no such section");
    out.section = (size_t)index;
  }
  lgr_require(L, gr_report_claim(report, &out));
  return 0;
}

/* builder:ignore(start, stop, reason) [-4, +0] */
static int ignore(lua_State *L) {
  gr_report *report = check(L);
  gr_range range = lgr_check_range(L, 2, tape_size(report));
  lgr_require(L, gr_report_ignore(report, range, luaL_checkstring(L, 4)));
  return 0;
}

/* builder:passage(start, stop) [-3, +0] */
static int passage(lua_State *L) {
  gr_report *report = check(L);
  lgr_require(L, gr_report_passage(report, lgr_check_range(L, 2, tape_size(report))));
  return 0;
}

/* builder:deviation(kind, subject, detail, start, stop) [-6, +0] */
static int deviation(lua_State *L) {
  gr_report *report = check(L);
  const char *kind = luaL_checkstring(L, 2);
  gr_slice subject = lgr_check_slice(L, 3), detail = lgr_check_slice(L, 4);
  lgr_require(L, gr_report_deviation(report, kind, subject, detail, lgr_check_range(L, 5, tape_size(report))));
  return 0;
}

/* builder:seal() -> Report; the builder is closed. [-1, +1] */
static int seal(lua_State *L) {
  gr_report *report = check(L);
  lgr_box *box = lgr_new_box(L, LGR_REPORT, 2);
  lua_getiuservalue(L, 1, 1);
  lua_setiuservalue(L, -2, 1);
  lua_getiuservalue(L, 1, 2);
  lua_setiuservalue(L, -2, 2);
  gr_report_seal(report);
  box->object = report;
  ((lgr_box *)lua_touserdata(L, 1))->object = NULL;
  return 1;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_BUILDER);
  if (box->object == NULL) return 0;
  gr_report_free(box->object);
  box->object = NULL;
  lua_getiuservalue(L, 1, 1);
  ((lgr_box *)lua_touserdata(L, -1))->pins--;
  return 0;
}

void lgr_open_builder(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"cells", cells}, {"range", range}, {"bound", bound}, {"grid", grid}, {"labels", labels},
      {"plain", plain}, {"run", run}, {"pass", pass}, {"unit", unit}, {"unreadable", unreadable},
      {"field", field}, {"section", section}, {"claim", claim},
      {"ignore", ignore}, {"passage", passage}, {"deviation", deviation}, {"charge", charge}, {"seal", seal}, {NULL, NULL},
  };
  static const luaL_Reg metamethods[] = {{"__gc", collect}, {"__close", collect}, {NULL, NULL}};
  lgr_class(L, LGR_BUILDER, NULL, methods, metamethods);
}
