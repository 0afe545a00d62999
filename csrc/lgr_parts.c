/* govreport.Fields, Field, Section, Claim, Deviation, LedgerEntry, and the sequences of the last three. */
#include "lgr_class.h"

#include <string.h>

#define FIELDS "govreport.Fields"
#define FIELD "govreport.Field"
#define SECTION "govreport.Section"
#define CLAIM "govreport.Claim"
#define DEVIATION "govreport.Deviation"
#define ENTRY "govreport.LedgerEntry"

/* ---- what all parts with a place share ------------------------------------------------------- */

typedef struct part {
  const lgr_view *view;
  const gr_report *report;
  const gr_document *document;
  gr_range range;
} part;

enum part_class { PART_FIELD, PART_SECTION, PART_CLAIM, PART_DEVIATION, PART_ENTRY };

/* The view at argument 1, of any class of this file. Only getters call this: their caller has seen the metatable. The
 * view's second index is its class. */
static part check_part(lua_State *L) {
  part p = {lua_touserdata(L, 1), NULL, NULL, {0, 0}};
  if (p.view->report->object == NULL) luaL_error(L, "%s is closed", LGR_REPORT);
  p.report = p.view->report->object;
  p.document = gr_report_document(p.report);
  switch ((enum part_class)p.view->second) {
  case PART_FIELD: p.range = gr_report_field_at(p.report, p.view->index)->range; break;
  case PART_SECTION: p.range = gr_report_section_at(p.report, p.view->index)->title; break;
  case PART_CLAIM: p.range = gr_report_claim_at(p.report, p.view->index)->range; break;
  case PART_DEVIATION: p.range = gr_report_deviation_at(p.report, p.view->index)->range; break;
  case PART_ENTRY: p.range = gr_report_ledger_at(p.report, p.view->index).range; break;
  }
  return p;
}

static gr_place place_of(lua_State *L) {
  part p = check_part(L);
  return gr_document_place(p.document, p.range.start, p.range.end);
}

/* [-1, +1] each */
static int part_line(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)place_of(L).line);
  return 1;
}

static int part_column(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)place_of(L).column);
  return 1;
}

static int part_byte(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)place_of(L).byte);
  return 1;
}

static int part_byte_end(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)place_of(L).byte_end);
  return 1;
}

/* `place`: line, column, byte, byte_end as a table: one look-up for all four. */
static int part_place(lua_State *L) {
  gr_place place = place_of(L);
  lua_createtable(L, 0, 5);
  lgr_set_place(L, place);
  return 1;
}

static int part_raw(lua_State *L) {
  part p = check_part(L);
  lgr_push_slice(L, gr_document_source(p.document, p.range.start, p.range.end));
  return 1;
}

/* The part's range on the tape, as LPeg positions. */
static int part_start(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)check_part(L).range.start + 1);
  return 1;
}

static int part_stop(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)check_part(L).range.end + 1);
  return 1;
}

#define PLACE_GETTERS                                                                               \
  {"line", part_line}, {"column", part_column}, {"byte", part_byte}, {"byte_end", part_byte_end}, \
      {"raw", part_raw}, {"place", part_place}, {"start", part_start}, {"stop", part_stop}

/* ---- Fields, Field --------------------------------------------------------------------------- */

void lgr_push_fields(lua_State *L, int report) { lgr_push_view(L, report, FIELDS, 0, 0); }

void lgr_push_field_value(lua_State *L, const gr_field *field) {
  if (field->state != GR_NUMBER) lua_pushnil(L);
  else if (field->kind == GR_FIELD_TEXT || field->kind == GR_FIELD_DATE) lgr_push_slice(L, field->text);
  else lgr_push_decimal(L, field->number);
}

/* fields.ID -> the first Field of that id, nil where none was found. [-2, +1] */
static int fields_index(lua_State *L) {
  const gr_report *report;
  (void)lgr_check_view(L, 1, FIELDS, &report);
  const gr_schema *schema = gr_report_schema(report);
  const char *id = luaL_checkstring(L, 2);
  size_t number = 0, count = gr_schema_field_count(schema);
  while (number < count && strcmp(gr_schema_field_id(schema, number), id) != 0) number++;
  if (number == count) return luaL_error(L, "the form %s has no field '%s'", gr_schema_form(schema), id);
  for (size_t i = 0; i < gr_report_field_count(report); i++) {
    if (gr_report_field_at(report, i)->field != number) continue;
    lgr_push_report(L, 1);
    lgr_push_view(L, lua_gettop(L), FIELD, i, PART_FIELD);
    return 1;
  }
  lua_pushnil(L);
  return 1;
}

/* The step of pairs(fields): Upvalue: index. [-2, +2] */
static int fields_next(lua_State *L) {
  const gr_report *report;
  (void)lgr_check_view(L, 1, FIELDS, &report);
  size_t index = (size_t)lua_tointeger(L, lua_upvalueindex(1));
  if (index == gr_report_field_count(report)) return 0;
  lua_pushinteger(L, (lua_Integer)index + 1);
  lua_replace(L, lua_upvalueindex(1));
  lua_pushstring(L, gr_schema_field_id(gr_report_schema(report), gr_report_field_at(report, index)->field));
  lgr_push_report(L, 1);
  lgr_push_view(L, lua_gettop(L), FIELD, index, PART_FIELD);
  lua_remove(L, -2);
  return 2;
}

/* pairs(fields) -> id, Field for every field found, in document order; an id can come several times. [-1, +3] */
static int fields_pairs(lua_State *L) {
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, fields_next, 1);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

static const gr_field *check_field(lua_State *L, const gr_report **report) {
  const lgr_view *view = lgr_check_view(L, 1, FIELD, report);
  return gr_report_field_at(*report, view->index);
}

/* [-1, +1] each */
static int field_id(lua_State *L) {
  const gr_report *report;
  const gr_field *field = check_field(L, &report);
  lua_pushstring(L, gr_schema_field_id(gr_report_schema(report), field->field));
  return 1;
}

static int field_value(lua_State *L) {
  const gr_report *report;
  lgr_push_field_value(L, check_field(L, &report));
  return 1;
}

static int field_state(lua_State *L) {
  static const char *const kinds[] = {"text", "number", "date", "number"};
  const gr_report *report;
  const gr_field *field = check_field(L, &report);
  lua_pushstring(L, field->state == GR_NUMBER ? kinds[field->kind] : gr_state_name(field->state));
  return 1;
}

static int field_tostring(lua_State *L) {
  const gr_report *report;
  const gr_field *field = check_field(L, &report);
  lgr_push_field_value(L, field);
  gr_slice value;
  value.data = luaL_tolstring(L, -1, &value.size);
  lua_pushfstring(L, "%s: %s %s", FIELD, gr_schema_field_id(gr_report_schema(report), field->field),
                  lgr_push_line(L, value));
  return 1;
}

/* ---- Section --------------------------------------------------------------------------------- */

void lgr_push_section(lua_State *L, int report, size_t index) {
  lgr_push_view(L, report, SECTION, index, PART_SECTION);
}

static const gr_section *check_section(lua_State *L, const gr_report **report, size_t *index) {
  const lgr_view *view = lgr_check_view(L, 1, SECTION, report);
  *index = view->index;
  return gr_report_section_at(*report, view->index);
}

/* [-1, +1] each */
static int section_id(lua_State *L) {
  const gr_report *report;
  size_t index;
  const gr_section *section = check_section(L, &report, &index);
  if (section->section == GR_NO_INDEX) lua_pushnil(L);
  else lua_pushstring(L, gr_schema_section_id(gr_report_schema(report), section->section));
  return 1;
}

static int section_level(lua_State *L) {
  const gr_report *report;
  size_t index;
  lua_pushinteger(L, check_section(L, &report, &index)->level);
  return 1;
}

static int section_number(lua_State *L) {
  const gr_report *report;
  size_t index;
  int number = check_section(L, &report, &index)->number;
  if (number == 0) lua_pushnil(L);
  else lua_pushinteger(L, number);
  return 1;
}

/* [-0, +1] The source of a range, nil for an empty one. */
static int push_range(lua_State *L, const gr_report *report, gr_range range) {
  if (range.start == range.end) lua_pushnil(L);
  else lgr_push_slice(L, gr_document_source(gr_report_document(report), range.start, range.end));
  return 1;
}

static int section_marker(lua_State *L) {
  const gr_report *report;
  size_t index;
  gr_range range = check_section(L, &report, &index)->marker;
  return push_range(L, report, range);
}

static int section_title(lua_State *L) {
  const gr_report *report;
  size_t index;
  gr_range range = check_section(L, &report, &index)->title;
  return push_range(L, report, range);
}

/* The text below the title as the source has it, "" where there is none. */
static int section_text(lua_State *L) {
  const gr_report *report;
  size_t index;
  gr_range body = check_section(L, &report, &index)->body;
  lgr_push_slice(L, gr_document_source(gr_report_document(report), body.start, body.end));
  return 1;
}

/* "text", "none" where it says only 无, "blank" where nothing stands below the title. */
static int section_state(lua_State *L) {
  const gr_report *report;
  size_t index;
  (void)check_section(L, &report, &index);
  gr_state state = gr_report_section_state(report, index);
  lua_pushstring(L, state == GR_NUMBER ? "text" : gr_state_name(state));
  return 1;
}

/* Where the body stands on the tape, as LPeg positions. */
static int section_body_start(lua_State *L) {
  const gr_report *report;
  size_t index;
  lua_pushinteger(L, (lua_Integer)check_section(L, &report, &index)->body.start + 1);
  return 1;
}

static int section_body_stop(lua_State *L) {
  const gr_report *report;
  size_t index;
  lua_pushinteger(L, (lua_Integer)check_section(L, &report, &index)->body.end + 1);
  return 1;
}

static int section_parent(lua_State *L) {
  const gr_report *report;
  size_t index;
  size_t parent = check_section(L, &report, &index)->parent;
  if (parent == GR_NO_INDEX) {
    lua_pushnil(L);
    return 1;
  }
  lgr_push_report(L, 1);
  lgr_push_section(L, lua_gettop(L), parent);
  return 1;
}

/* The step of section:sections(). Upvalues: report, parent, next. [-0, +1] */
static int next_child(lua_State *L) {
  const gr_report *report = lgr_check(L, lua_upvalueindex(1), LGR_REPORT);
  size_t parent = (size_t)lua_tointeger(L, lua_upvalueindex(2)), index = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  size_t count = gr_report_section_count(report);
  int level = gr_report_section_at(report, parent)->level;
  while (index < count && gr_report_section_at(report, index)->parent != parent) {
    if (gr_report_section_at(report, index)->level <= level) return 0;
    index++;
  }
  if (index == count) return 0;
  lua_pushinteger(L, (lua_Integer)index + 1);
  lua_replace(L, lua_upvalueindex(3));
  lua_pushvalue(L, lua_upvalueindex(1));
  lgr_push_section(L, lua_gettop(L), index);
  return 1;
}

/* section:sections() -> iterator over its direct subsections. [-1, +1] */
static int section_sections(lua_State *L) {
  const gr_report *report;
  size_t index;
  (void)check_section(L, &report, &index);
  lgr_push_report(L, 1);
  lua_pushinteger(L, (lua_Integer)index);
  lua_pushinteger(L, (lua_Integer)index + 1);
  lua_pushcclosure(L, next_child, 3);
  return 1;
}

/* [-0, +1] The source at a part's place, on one line. */
static const char *push_raw_line(lua_State *L) {
  part p = check_part(L);
  return lgr_push_line(L, gr_document_source(p.document, p.range.start, p.range.end));
}

static int section_tostring(lua_State *L) {
  lua_pushfstring(L, "%s: %s", SECTION, push_raw_line(L));
  return 1;
}

/* ---- Claim ----------------------------------------------------------------------------------- */

static const gr_claim *check_claim(lua_State *L, const gr_report **report) {
  const lgr_view *view = lgr_check_view(L, 1, CLAIM, report);
  return gr_report_claim_at(*report, view->index);
}

/* [-1, +1] each */
static int claim_kind(lua_State *L) {
  const gr_report *report;
  lua_pushstring(L, check_claim(L, &report)->kind);
  return 1;
}

static int claim_value(lua_State *L) {
  const gr_report *report;
  const gr_claim *claim = check_claim(L, &report);
  if (claim->has_value) lgr_push_decimal(L, claim->value);
  else lua_pushnil(L);
  return 1;
}

static int claim_bound(lua_State *L) {
  const gr_report *report;
  lua_pushstring(L, check_claim(L, &report)->bound);
  return 1;
}

static int claim_text(lua_State *L) {
  const gr_report *report;
  lgr_push_slice(L, check_claim(L, &report)->text);
  return 1;
}

static int claim_section(lua_State *L) {
  const gr_report *report;
  size_t section = check_claim(L, &report)->section;
  if (section == GR_NO_INDEX) {
    lua_pushnil(L);
    return 1;
  }
  lgr_push_report(L, 1);
  lgr_push_section(L, lua_gettop(L), section);
  return 1;
}

static int claim_tostring(lua_State *L) {
  const gr_report *report;
  const gr_claim *claim = check_claim(L, &report);
  char value[GR_DECIMAL_TEXT];
  gr_decimal_format(claim->value, value);
  lua_pushfstring(L, "%s: %s %s %s %s", CLAIM, claim->kind, claim->bound, claim->has_value ? value : "",
                  lgr_push_line(L, claim->text));
  return 1;
}

/* ---- Deviation, LedgerEntry ------------------------------------------------------------------ */

static const gr_deviation *check_deviation(lua_State *L) {
  const gr_report *report;
  const lgr_view *view = lgr_check_view(L, 1, DEVIATION, &report);
  return gr_report_deviation_at(report, view->index);
}

/* [-1, +1] each */
static int deviation_kind(lua_State *L) {
  lua_pushstring(L, check_deviation(L)->kind);
  return 1;
}

static int deviation_subject(lua_State *L) {
  lgr_push_slice(L, check_deviation(L)->subject);
  return 1;
}

static int deviation_detail(lua_State *L) {
  lgr_push_slice(L, check_deviation(L)->detail);
  return 1;
}

static int deviation_tostring(lua_State *L) {
  const gr_deviation *deviation = check_deviation(L);
  lua_pushfstring(L, "%s: %s %s", DEVIATION, deviation->kind, lgr_push_line(L, deviation->subject));
  return 1;
}

void lgr_push_entry(lua_State *L, int report, size_t index) { lgr_push_view(L, report, ENTRY, index, PART_ENTRY); }

static gr_ledger_entry check_entry(lua_State *L) {
  const gr_report *report;
  const lgr_view *view = lgr_check_view(L, 1, ENTRY, &report);
  return gr_report_ledger_at(report, view->index);
}

static int entry_status(lua_State *L) {
  lua_pushstring(L, gr_ledger_status_name(check_entry(L).status));
  return 1;
}

static int entry_reason(lua_State *L) {
  lua_pushstring(L, check_entry(L).reason);
  return 1;
}

static int entry_tostring(lua_State *L) {
  gr_ledger_entry entry = check_entry(L);
  lua_pushfstring(L, "%s: %s %s", ENTRY, push_raw_line(L), gr_ledger_status_name(entry.status));
  return 1;
}

/* ---- sequences ------------------------------------------------------------------------------- */

static const struct {
  const char *name, *item;
  enum part_class class;
  size_t (*count)(const gr_report *);
} sequences[] = {
    {LGR_CLAIMS, CLAIM, PART_CLAIM, gr_report_claim_count},
    {LGR_DEVIATIONS, DEVIATION, PART_DEVIATION, gr_report_deviation_count},
    {LGR_LEDGER, ENTRY, PART_ENTRY, gr_report_ledger_count},
};

void lgr_push_sequence(lua_State *L, int report, const char *class_name) {
  size_t which = 0;
  while (strcmp(sequences[which].name, class_name) != 0) which++;
  lgr_push_view(L, report, class_name, which, 0);
}

static size_t check_sequence(lua_State *L, const gr_report **report) {
  for (size_t i = 0; i < 2; i++)
    if (luaL_testudata(L, 1, sequences[i].name) != NULL) return lgr_check_view(L, 1, sequences[i].name, report)->index;
  return lgr_check_view(L, 1, sequences[2].name, report)->index;
}

/* sequence[i]: nil past the end, so that ipairs stops. [-2, +1] */
static int sequence_index(lua_State *L) {
  const gr_report *report;
  size_t which = check_sequence(L, &report);
  if (!lua_isinteger(L, 2)) return lgr_unknown(L, sequences[which].name, luaL_tolstring(L, 2, NULL));
  lua_Integer i = lua_tointeger(L, 2);
  if (i < 1 || (size_t)i > sequences[which].count(report)) {
    lua_pushnil(L);
    return 1;
  }
  lgr_push_report(L, 1);
  lgr_push_view(L, lua_gettop(L), sequences[which].item, (size_t)i - 1, sequences[which].class);
  return 1;
}

/* [-1, +1] */
static int sequence_length(lua_State *L) {
  const gr_report *report;
  size_t which = check_sequence(L, &report);
  lua_pushinteger(L, (lua_Integer)sequences[which].count(report));
  return 1;
}

void lgr_open_parts(lua_State *L) {
  static const luaL_Reg fields_meta[] = {
      {"__index", fields_index}, {"__pairs", fields_pairs}, {"__eq", lgr_view_equal}, {NULL, NULL},
  };
  static const luaL_Reg field_getters[] = {
      {"id", field_id}, {"value", field_value}, {"state", field_state}, PLACE_GETTERS, {NULL, NULL},
  };
  static const luaL_Reg field_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", field_tostring}, {NULL, NULL}};
  static const luaL_Reg section_getters[] = {
      {"id", section_id},       {"level", section_level}, {"number", section_number}, {"marker", section_marker},
      {"title", section_title}, {"text", section_text},   {"state", section_state},   {"parent", section_parent}, {"body_start", section_body_start},
      {"body_stop", section_body_stop}, PLACE_GETTERS, {NULL, NULL},
  };
  static const luaL_Reg section_methods[] = {{"sections", section_sections}, {NULL, NULL}};
  static const luaL_Reg section_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", section_tostring}, {NULL, NULL}};
  static const luaL_Reg claim_getters[] = {
      {"kind", claim_kind}, {"value", claim_value},     {"bound", claim_bound},
      {"text", claim_text}, {"section", claim_section}, PLACE_GETTERS,
      {NULL, NULL},
  };
  static const luaL_Reg claim_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", claim_tostring}, {NULL, NULL}};
  static const luaL_Reg deviation_getters[] = {
      {"kind", deviation_kind}, {"subject", deviation_subject}, {"detail", deviation_detail}, PLACE_GETTERS, {NULL, NULL},
  };
  static const luaL_Reg deviation_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", deviation_tostring}, {NULL, NULL}};
  static const luaL_Reg entry_getters[] = {
      {"status", entry_status}, {"reason", entry_reason}, PLACE_GETTERS, {NULL, NULL},
  };
  static const luaL_Reg entry_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", entry_tostring}, {NULL, NULL}};
  static const luaL_Reg sequence_meta[] = {
      {"__index", sequence_index}, {"__len", sequence_length}, {"__eq", lgr_view_equal}, {NULL, NULL},
  };
  lgr_class(L, FIELDS, NULL, NULL, fields_meta);
  lgr_class(L, FIELD, field_getters, NULL, field_meta);
  lgr_class(L, SECTION, section_getters, section_methods, section_meta);
  lgr_class(L, CLAIM, claim_getters, NULL, claim_meta);
  lgr_class(L, DEVIATION, deviation_getters, NULL, deviation_meta);
  lgr_class(L, ENTRY, entry_getters, NULL, entry_meta);
  for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
    lgr_class(L, sequences[i].name, NULL, NULL, sequence_meta);
}
