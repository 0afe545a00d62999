/* Parts of a report as JSON: what stands in `govreport.report/1` (docs/json.md), every value with its place. */
#include "lua/lgr_json.h"
#include "lua/lgr_part.h"

/* ---- members ----------------------------------------------------------------------------------- */

static gr_slice slice_of(const char *text) { return (gr_slice){text, strlen(text)}; }

static void add_name(lgr_json *json, const char *key, const char *name) {
  lgr_json_name(json, key);
  if (name == NULL) lgr_json_word(json, "null");
  else lgr_json_text(json, slice_of(name));
}

static void add_flag(lgr_json *json, const char *key, bool value) {
  lgr_json_name(json, key);
  lgr_json_word(json, value ? "true" : "false");
}

static void add_integer(lgr_json *json, const char *key, int64_t value) {
  lgr_json_name(json, key);
  lgr_json_integer(json, value);
}

/* Nothing where it is 0. */
static void add_count(lgr_json *json, const char *key, size_t value) {
  if (value > 0) add_integer(json, key, (int64_t)value);
}

static void add_text(lgr_json *json, const char *key, gr_slice text) {
  lgr_json_name(json, key);
  lgr_json_text(json, text);
}

/* The value at the top of the stack: a text, a number, a truth value or nil. [-1, +0] */
static void add_pushed(lgr_json *json, const char *key) {
  lua_State *L = json->out.L;
  int type = lua_type(L, -1);
  if (type == LUA_TSTRING) {
    add_text(json, key, lgr_check_slice(L, lua_gettop(L)));
  } else if (type == LUA_TBOOLEAN) {
    add_flag(json, key, lua_toboolean(L, -1));
  } else if (type == LUA_TNIL) {
    add_name(json, key, NULL);
  } else {
    lgr_json_name(json, key);
    lgr_json_decimal(json, lgr_check_decimal(L, lua_gettop(L)));
  }
  lua_pop(L, 1);
}

/* What is printed in a range. */
static void add_source(lgr_json *json, const char *key, const gr_document *document, gr_range range) {
  lgr_push_source(json->out.L, document, range);
  add_pushed(json, key);
}

/* The same, null for an empty range. */
static void add_printed(lgr_json *json, const char *key, const gr_document *document, gr_range range) {
  if (range.start == range.end) add_name(json, key, NULL);
  else add_source(json, key, document, range);
}

/* ---- places ------------------------------------------------------------------------------------ */

static void add_box(lgr_json *json, const gr_spot *spot) {
  const int32_t sides[] = {spot->left, spot->top, spot->right, spot->bottom};
  lgr_json_name(json, "box");
  lgr_json_open(json, '[');
  for (int i = 0; i < 4; i++) {
    lgr_json_next(json);
    lgr_json_decimal(json, lgr_points(sides[i]));
  }
  lgr_json_close(json, ']');
}

static void add_spot(lgr_json *json, const gr_spot *spot) {
  lgr_json_name(json, "spot");
  lgr_json_open(json, '{');
  if (spot->part != NULL) add_name(json, "part", spot->part);
  add_count(json, "byte", spot->byte);
  add_count(json, "byte_end", spot->byte_end);
  add_count(json, "page", spot->page);
  add_count(json, "paragraph", spot->paragraph);
  add_count(json, "table", spot->table);
  add_count(json, "row", spot->row);
  add_count(json, "column", spot->column);
  if (spot->page != 0) add_box(json, spot);
  lgr_json_close(json, '}');
}

static void add_place(lgr_json *json, const gr_document *document, gr_range range) {
  gr_place place = gr_document_place(document, range.start, range.end);
  gr_spot spot;
  lgr_json_name(json, "place");
  lgr_json_open(json, '{');
  add_integer(json, "line", (int64_t)place.line);
  add_integer(json, "column", (int64_t)place.column);
  add_integer(json, "byte", (int64_t)place.byte);
  add_integer(json, "byte_end", (int64_t)place.byte_end);
  if (gr_document_spot(document, place.byte, place.byte_end, &spot)) add_spot(json, &spot);
  lgr_json_close(json, '}');
}

/* ---- parts ------------------------------------------------------------------------------------- */

static void add_field(lgr_json *json, const gr_report *report, size_t index) {
  const gr_document *document = gr_report_document(report);
  const gr_field *field = gr_report_field_at(report, index);
  lgr_json_open(json, '{');
  add_name(json, "state", lgr_field_state(field));
  lgr_push_field_value(json->out.L, field);
  add_pushed(json, "value");
  add_source(json, "raw", document, field->range);
  add_place(json, document, field->range);
  lgr_json_close(json, '}');
}

static void add_section(lgr_json *json, const gr_report *report, size_t index);

/* The sections right below one: those behind it up to the next of its level. */
static void add_sections(lgr_json *json, const gr_report *report, size_t parent) {
  int level = gr_report_section_at(report, parent)->level;
  lgr_json_name(json, "sections");
  lgr_json_open(json, '[');
  for (size_t i = parent + 1; i < gr_report_section_count(report); i++) {
    const gr_section *section = gr_report_section_at(report, i);
    if (section->level <= level) break;
    if (section->parent != parent) continue;
    lgr_json_next(json);
    add_section(json, report, i);
  }
  lgr_json_close(json, ']');
}

static void add_section(lgr_json *json, const gr_report *report, size_t index) {
  const gr_document *document = gr_report_document(report);
  const gr_section *section = gr_report_section_at(report, index);
  bool is_known = section->section != GR_NO_INDEX;
  lgr_json_open(json, '{');
  add_name(json, "id", is_known ? gr_schema_section_id(gr_report_schema(report), section->section) : NULL);
  if (section->number == 0) add_name(json, "number", NULL);
  else add_integer(json, "number", section->number);
  add_printed(json, "marker", document, section->marker);
  add_printed(json, "title", document, section->title);
  add_integer(json, "level", section->level);
  add_name(json, "state", lgr_section_state(report, index));
  add_place(json, document, section->title);
  add_source(json, "text", document, section->body);
  add_sections(json, report, index);
  lgr_json_close(json, '}');
}

static void add_unit(lgr_json *json, const gr_report *report, size_t number) {
  gr_slice unit = lgr_cell_unit(report, number);
  if (unit.size == 0) add_name(json, "unit", NULL);
  else add_text(json, "unit", unit);
}

static void add_cell(lgr_json *json, const gr_report *report, size_t number, const char *row, const char *column) {
  const gr_document *document = gr_report_document(report);
  const gr_cell *cell = gr_report_cell_at(report, number);
  lgr_json_open(json, '{');
  add_name(json, "row", row);
  add_name(json, "column", column);
  add_name(json, "state", gr_state_name(cell->state));
  lgr_push_cell_value(json->out.L, report, number);
  add_pushed(json, "value");
  add_unit(json, report, number);
  add_printed(json, "sign", document, cell->sign);
  add_printed(json, "note", document, cell->note);
  add_printed(json, "raw", document, cell->lost ? (gr_range){0, 0} : cell->range);
  add_flag(json, "inferred", cell->inferred);
  if (cell->state == GR_ABSENT) add_name(json, "place", NULL);
  else add_place(json, document, cell->range);
  lgr_json_close(json, '}');
}

/* The cells of the rows that count. */
static void add_cells(lgr_json *json, const gr_report *report, size_t table) {
  const gr_schema *schema = gr_report_schema(report);
  size_t columns = gr_schema_columns(schema, table), first = gr_schema_first_cell(schema, table);
  lgr_json_name(json, "cells");
  lgr_json_open(json, '[');
  for (size_t row = 0; row < gr_schema_rows(schema, table); row++, first += columns) {
    if (!gr_report_row_used(report, table, row)) continue;
    for (size_t column = 0; column < columns; column++) {
      lgr_json_next(json);
      add_cell(json, report, first + column, gr_schema_row(schema, table, row)->id,
               gr_schema_column(schema, table, column)->id);
    }
  }
  lgr_json_close(json, ']');
}

static void add_table(lgr_json *json, const gr_report *report, size_t table) {
  lgr_json_open(json, '{');
  add_name(json, "id", gr_schema_table_id(gr_report_schema(report), table));
  add_flag(json, "present", gr_report_table_present(report, table));
  add_cells(json, report, table);
  lgr_json_close(json, '}');
}

static void add_claim(lgr_json *json, const gr_report *report, size_t index) {
  const gr_document *document = gr_report_document(report);
  const gr_claim *claim = gr_report_claim_at(report, index);
  lgr_json_open(json, '{');
  add_name(json, "kind", claim->kind);
  lgr_json_name(json, "value");
  if (claim->has_value) lgr_json_decimal(json, claim->value);
  else lgr_json_word(json, "null");
  add_name(json, "bound", claim->bound);
  add_text(json, "text", claim->text);
  add_source(json, "raw", document, claim->range);
  add_place(json, document, claim->range);
  lgr_json_close(json, '}');
}

static void add_deviation(lgr_json *json, const gr_report *report, size_t index) {
  const gr_document *document = gr_report_document(report);
  const gr_deviation *deviation = gr_report_deviation_at(report, index);
  lgr_json_open(json, '{');
  add_name(json, "kind", deviation->kind);
  add_text(json, "subject", deviation->subject);
  add_text(json, "detail", deviation->detail);
  add_source(json, "raw", document, deviation->range);
  add_place(json, document, deviation->range);
  lgr_json_close(json, '}');
}

/* ---- all of a kind ----------------------------------------------------------------------------- */

typedef void (*add_one)(lgr_json *json, const gr_report *report, size_t index);

static void add_all(lgr_json *json, const gr_report *report, size_t count, add_one add) {
  lgr_json_open(json, '[');
  for (size_t i = 0; i < count; i++) {
    lgr_json_next(json);
    add(json, report, i);
  }
  lgr_json_close(json, ']');
}

static void add_tables(lgr_json *json, const gr_report *report, size_t index) {
  (void)index;
  add_all(json, report, gr_schema_table_count(gr_report_schema(report)), add_table);
}

static void add_claims(lgr_json *json, const gr_report *report, size_t index) {
  (void)index;
  add_all(json, report, gr_report_claim_count(report), add_claim);
}

static void add_deviations(lgr_json *json, const gr_report *report, size_t index) {
  (void)index;
  add_all(json, report, gr_report_deviation_count(report), add_deviation);
}

/* How many numbers are bound and ignored; each one that nothing accounts for. */
static void add_ledger(lgr_json *json, const gr_report *report, size_t index) {
  (void)index;
  const gr_document *document = gr_report_document(report);
  int64_t bound = 0, ignored = 0;
  for (size_t i = 0; i < gr_report_ledger_count(report); i++) {
    gr_ledger_status status = gr_report_ledger_at(report, i).status;
    bound += status == GR_BOUND;
    ignored += status == GR_IGNORED;
  }
  lgr_json_open(json, '{');
  add_integer(json, "bound", bound);
  add_integer(json, "ignored", ignored);
  lgr_json_name(json, "unaccounted");
  lgr_json_open(json, '[');
  for (size_t i = 0; i < gr_report_ledger_count(report); i++) {
    gr_ledger_entry entry = gr_report_ledger_at(report, i);
    if (entry.status != GR_UNACCOUNTED) continue;
    lgr_json_next(json);
    lgr_json_open(json, '{');
    add_source(json, "raw", document, entry.range);
    add_place(json, document, entry.range);
    lgr_json_close(json, '}');
  }
  lgr_json_close(json, ']');
  lgr_json_close(json, '}');
}

bool lgr_json_part(lgr_json *json) {
  static const struct {
    const char *class_name;
    add_one add;
  } parts[] = {{LGR_FIELD, add_field},           {LGR_SECTION, add_section}, {LGR_TABLES, add_tables}, {LGR_CLAIMS, add_claims},
               {LGR_DEVIATIONS, add_deviations}, {LGR_LEDGER, add_ledger}};
  lua_State *L = json->out.L;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (luaL_testudata(L, -1, parts[i].class_name) == NULL) continue;
    const gr_report *report;
    const lgr_view *view = lgr_check_view(L, lua_gettop(L), parts[i].class_name, &report);
    parts[i].add(json, report, view->index);
    return true;
  }
  return false;
}
