/* Schemas: what they keep, and how much. Names of statuses and states. */
#include "check.h"
#include "base/gr_limits.h"

static void keeps(void) {
  test("a schema keeps copies");
  char form[] = "form", id[] = "t1", row_id[] = "r1", label[] = "行", field[] = "year", section[] = "overview";
  gr_axis_entry rows[2] = {ENTRY(row_id, label), ENTRY("r2", "二")};
  gr_axis_entry columns[3] = {ENTRY("a", "甲"), ENTRY("b", "乙"), ENTRY("c", "丙")};
  gr_schema *schema = NULL;
  CHECK_STATUS(gr_schema_new(form, NULL, &schema), GR_OK);
  CHECK_STATUS(gr_schema_table(schema, id, rows, 2, columns, 3), GR_OK);
  CHECK_STATUS(gr_schema_table(schema, "t2", columns, 1, rows, 1), GR_OK);
  CHECK_STATUS(gr_schema_table(schema, "t3", columns, 3, rows, 2), GR_OK);
  CHECK_STATUS(gr_schema_field(schema, field), GR_OK);
  CHECK_STATUS(gr_schema_field(schema, "title"), GR_OK);
  CHECK_STATUS(gr_schema_section(schema, section), GR_OK);
  form[0] = id[0] = row_id[0] = label[0] = field[0] = section[0] = '?';
  rows[1].id = NULL;
  CHECK_SLICE(slice(gr_schema_form(schema)), "form");
  CHECK(gr_schema_table_count(schema) == 3 && gr_schema_field_count(schema) == 2 &&
        gr_schema_section_count(schema) == 1);
  CHECK_SLICE(slice(gr_schema_table_id(schema, 0)), "t1");
  CHECK_SLICE(slice(gr_schema_table_id(schema, 2)), "t3");
  CHECK_SLICE(slice(gr_schema_field_id(schema, 0)), "year");
  CHECK_SLICE(slice(gr_schema_field_id(schema, 1)), "title");
  CHECK_SLICE(slice(gr_schema_section_id(schema, 0)), "overview");
  CHECK(gr_schema_rows(schema, 0) == 2 && gr_schema_columns(schema, 0) == 3);
  CHECK(gr_schema_rows(schema, 2) == 3 && gr_schema_columns(schema, 2) == 2);
  CHECK_SLICE(slice(gr_schema_row(schema, 0, 0)->id), "r1");
  CHECK_SLICE(slice(gr_schema_row(schema, 0, 0)->label), "行");
  CHECK_SLICE(slice(gr_schema_row(schema, 0, 1)->id), "r2");
  CHECK_SLICE(slice(gr_schema_column(schema, 0, 2)->id), "c");
  CHECK_SLICE(slice(gr_schema_column(schema, 0, 2)->label), "丙");
  test("cells run row by row");
  CHECK(gr_schema_cell_count(schema) == 6 + 1 + 6);
  size_t cell = 0;
  for (size_t t = 0; t < 3; t++) {
    CHECK(gr_schema_first_cell(schema, t) == cell);
    for (size_t r = 0; r < gr_schema_rows(schema, t); r++)
      for (size_t c = 0; c < gr_schema_columns(schema, t); c++, cell++) {
        size_t table = 99, row = 99, column = 99;
        gr_schema_locate(schema, cell, &table, &row, &column);
        CHECK_THAT(table == t && row == r && column == c, "cell %zu is at %zu, %zu, %zu", cell, table, row, column);
      }
  }
  gr_schema_free(schema);
}

static void counts(const char *what, gr_schema *schema, size_t limit, gr_status (*add)(gr_schema *, const char *),
                   size_t (*count)(const gr_schema *)) {
  test("%zu %s", limit, what);
  for (size_t i = 0; i < limit; i++) CHECK_STATUS(add(schema, "id"), GR_OK);
  CHECK(count(schema) == limit);
  test("one %s more than the limit", what);
  CHECK_STATUS(add(schema, "id"), GR_LIMIT_ITEMS);
  CHECK(count(schema) == limit);
}

static gr_status add_table(gr_schema *schema, const char *id) {
  static const gr_axis_entry one[] = {ENTRY("a", "甲")};
  return gr_schema_table(schema, id, one, 1, one, 1);
}

static void has_limits(void) {
  gr_schema *schema = NULL;
  CHECK_STATUS(gr_schema_new("form", NULL, &schema), GR_OK);
  counts("tables", schema, GR_MAX_TABLES, add_table, gr_schema_table_count);
  CHECK(gr_schema_cell_count(schema) == GR_MAX_TABLES);
  counts("fields", schema, GR_MAX_NAMES, gr_schema_field, gr_schema_field_count);
  counts("sections", schema, GR_MAX_NAMES, gr_schema_section, gr_schema_section_count);
  gr_schema_free(schema);

  static gr_axis_entry many[GR_MAX_AXIS + 1];
  for (size_t i = 0; i < COUNT(many); i++) many[i] = (gr_axis_entry)ENTRY("id", "标");
  static const struct {
    size_t rows, columns;
    bool fits;
  } shapes[] = {{GR_MAX_AXIS, 1, true}, {GR_MAX_AXIS + 1, 1, false}, {1, GR_MAX_AXIS, true},
                {1, GR_MAX_AXIS + 1, false}, {GR_MAX_AXIS, GR_MAX_AXIS, true}};
  for (size_t i = 0; i < COUNT(shapes); i++) {
    test("table of %zu by %zu", shapes[i].rows, shapes[i].columns);
    gr_schema *other = NULL;
    CHECK_STATUS(gr_schema_new("form", NULL, &other), GR_OK);
    gr_status status = gr_schema_table(other, "t", many, shapes[i].rows, many, shapes[i].columns);
    CHECK_STATUS(status, shapes[i].fits ? GR_OK : GR_LIMIT_ITEMS);
    CHECK(gr_schema_table_count(other) == (shapes[i].fits ? 1 : 0));
    CHECK(gr_schema_cell_count(other) == (shapes[i].fits ? shapes[i].rows * shapes[i].columns : 0));
    CHECK_STATUS(gr_schema_table(other, "u", many, 2, many, 2), GR_OK);
    CHECK_SLICE(slice(gr_schema_table_id(other, gr_schema_table_count(other) - 1)), "u");
    gr_schema_free(other);
  }
}

/* The parts of each row of a table, as signed digits. */
static void check_parts(const gr_schema *schema, size_t table, const char *expected) {
  char found[64] = "";
  size_t n = 0;
  for (size_t row = 0; row < gr_schema_rows(schema, table); row++)
    n += (size_t)snprintf(found + n, sizeof found - n, "%s%d", row > 0 ? " " : "", gr_schema_parts(schema, table, row));
  CHECK_SLICE(slice(found), expected);
}

static void splits_rows(void) {
  static const gr_axis_entry rows[6] = {ENTRY("a", "甲"), ENTRY("b", "乙"), ENTRY("c", "丙"), ENTRY("d", "丁"), ENTRY("e", "戊"), ENTRY("f", "己")};
  test("a schema without tables has no rows to split");
  gr_schema *schema = NULL;
  CHECK_STATUS(gr_schema_new("form", NULL, &schema), GR_OK);
  CHECK_STATUS(gr_schema_split(schema, 0, 0), GR_LIMIT_ITEMS);
  CHECK_STATUS(gr_schema_split(schema, 0, 1), GR_LIMIT_ITEMS);
  test("no row is split at first");
  CHECK_STATUS(gr_schema_table(schema, "t", rows, 6, rows, 2), GR_OK);
  check_parts(schema, 0, "0 0 0 0 0 0");
  test("rows that stand in place of others");
  CHECK_STATUS(gr_schema_split(schema, 0, 2), GR_OK);
  CHECK_STATUS(gr_schema_split(schema, 4, 1), GR_OK);
  check_parts(schema, 0, "2 -1 -2 0 1 -1");
  test("more rows than there are");
  static const size_t wrong[][2] = {{5, 1}, {4, 2}, {0, 6}, {6, 0}, {6, 1}, {7, 0}, {0, SIZE_MAX}, {SIZE_MAX, 0},
                                    {SIZE_MAX, SIZE_MAX}, {5, SIZE_MAX}, {SIZE_MAX, 1}, {3, (size_t)1 << 32}};
  for (size_t i = 0; i < COUNT(wrong); i++) {
    CHECK_THAT(gr_schema_split(schema, wrong[i][0], wrong[i][1]) == GR_LIMIT_ITEMS, "row %zu of %zu parts", wrong[i][0],
               wrong[i][1]);
    check_parts(schema, 0, "2 -1 -2 0 1 -1");
  }
  test("a split of no rows");
  CHECK_STATUS(gr_schema_split(schema, 3, 0), GR_OK);
  check_parts(schema, 0, "2 -1 -2 0 1 -1");
  test("all rows but the first");
  CHECK_STATUS(gr_schema_table(schema, "u", rows, 6, rows, 1), GR_OK);
  CHECK_STATUS(gr_schema_split(schema, 0, 5), GR_OK);
  check_parts(schema, 1, "5 -1 -2 -3 -4 -5");
  test("only the newest table is split");
  check_parts(schema, 0, "2 -1 -2 0 1 -1");
  CHECK_STATUS(gr_schema_table(schema, "v", rows, 1, rows, 1), GR_OK);
  CHECK_STATUS(gr_schema_split(schema, 0, 1), GR_LIMIT_ITEMS);
  check_parts(schema, 2, "0");
  gr_schema_free(schema);

  test("as many rows as a table may have");
  static gr_axis_entry many[GR_MAX_AXIS];
  for (size_t i = 0; i < COUNT(many); i++) many[i] = (gr_axis_entry)ENTRY("id", "标");
  CHECK_STATUS(gr_schema_new("form", NULL, &schema), GR_OK);
  CHECK_STATUS(gr_schema_table(schema, "t", many, GR_MAX_AXIS, many, 1), GR_OK);
  CHECK_STATUS(gr_schema_split(schema, 0, GR_MAX_AXIS), GR_LIMIT_ITEMS);
  CHECK_STATUS(gr_schema_split(schema, 0, GR_MAX_AXIS - 1), GR_OK);
  CHECK(gr_schema_parts(schema, 0, 0) == GR_MAX_AXIS - 1);
  CHECK(gr_schema_parts(schema, 0, GR_MAX_AXIS - 1) == 1 - GR_MAX_AXIS);
  gr_schema_free(schema);
}

/* The names that programs rely on. */
static void has_captions(void) {
  static const gr_axis_entry axis[1] = {ENTRY("a", "甲")};
  char caption[] = "表一";
  gr_schema *schema = NULL;
  CHECK_STATUS(gr_schema_new("form", NULL, &schema), GR_OK);
  test("a schema without tables has no captions");
  CHECK_STATUS(gr_schema_caption(schema, caption), GR_LIMIT_ITEMS);
  test("the newest table has the caption, as a copy");
  CHECK_STATUS(gr_schema_table(schema, "t", axis, 1, axis, 1), GR_OK);
  CHECK_STATUS(gr_schema_table(schema, "u", axis, 1, axis, 1), GR_OK);
  CHECK_STATUS(gr_schema_caption(schema, caption), GR_OK);
  caption[0] = '?';
  CHECK(gr_schema_table_caption(schema, 0) == NULL);
  CHECK_SLICE(slice(gr_schema_table_caption(schema, 1)), "表一");
  gr_schema_free(schema);
}

static void has_names(void) {
  static const struct {
    gr_status status;
    const char *name;
  } names[] = {
      {GR_OK, "ok"}, {GR_LIMIT_MEMORY, "limit.memory"}, {GR_LIMIT_INPUT, "limit.input"},
      {GR_LIMIT_ITEMS, "limit.items"}, {GR_INPUT_EMPTY, "input.empty"}, {GR_INPUT_ZEROS, "input.zeros"},
      {GR_INPUT_IMAGE, "input.image"},
      {GR_INPUT_FORMAT, "input.format"}, {GR_INPUT_BINARY, "input.binary"}, {GR_INPUT_ENCODING, "input.encoding"},
      {GR_INPUT_MOJIBAKE, "input.mojibake"},
      {GR_NUMBER_SYNTAX, "number.syntax"}, {GR_NUMBER_RANGE, "number.range"}, {GR_NUMBER_INEXACT, "number.inexact"},
      {GR_DATE_SYNTAX, "date.syntax"}, {GR_DATE_RANGE, "date.range"}, {GR_UNIT_MIXED, "unit.mixed"},
  };
  test("status names");
  CHECK(GR_OK == 0);
  for (size_t i = 0; i < COUNT(names); i++) {
    CHECK_SLICE(slice(gr_status_name(names[i].status)), names[i].name);
    CHECK(gr_status_message(names[i].status)[0] != '\0');
  }
  test("state names");
  static const char *const states[] = {"absent", "blank", "dash", "none", "not_applicable", "unreadable", "number",
                                       "text", "date", "flag", "choice"};
  for (int i = GR_ABSENT; i <= GR_CHOICE; i++) CHECK_SLICE(slice(gr_state_name((gr_state)i)), states[i]);
  test("ledger names");
  static const char *const ledger[] = {"unaccounted", "bound", "ignored"};
  for (int i = GR_UNACCOUNTED; i <= GR_IGNORED; i++)
    CHECK_SLICE(slice(gr_ledger_status_name((gr_ledger_status)i)), ledger[i]);
}

int main(void) {
  keeps();
  has_limits();
  splits_rows();
  has_captions();
  has_names();
  return check_finish();
}
