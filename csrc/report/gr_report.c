/* What a document says in the terms of a form. */
#include <stdlib.h>

#include "report/gr_ledger.h"
#include "base/gr_limits.h"
#include "base/gr_slice.h"

struct gr_report {
  gr_memory memory;
  const gr_document *document;
  const gr_schema *schema;
  gr_slice tape;
  gr_cell *cells;
  gr_vector fields, sections, claims, deviations;
  gr_vector passages;    /* gr_range */
  gr_vector names;       /* const char *: kinds and reasons of the caller, kept */
  gr_ledger ledger;
  uint64_t charged;
};

gr_status gr_report_new(const gr_document *document, const gr_schema *schema, const gr_options *options,
                        gr_report **out) {
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_report), &object));
  gr_report *report = (gr_report *)object;
  report->document = document;
  report->schema = schema;
  report->tape = gr_document_tape(document);
  void *cells = NULL;
  gr_status status = gr_memory_zeroed(&report->memory, gr_schema_cell_count(schema), sizeof(gr_cell), &cells);
  report->cells = cells;   /* all zero: GR_ABSENT is 0 */
  if (status == GR_OK) status = gr_ledger_open(&report->ledger, &report->memory, report->tape);
  if (status != GR_OK) gr_report_free(report);
  else *out = report;
  return status;
}

void gr_report_free(gr_report *report) {
  if (report == NULL) return;
  gr_memory *memory = &report->memory;
  gr_ledger_release(&report->ledger, memory);
  gr_vector_release(memory, &report->fields, sizeof(gr_field));
  gr_vector_release(memory, &report->sections, sizeof(gr_section));
  gr_vector_release(memory, &report->claims, sizeof(gr_claim));
  gr_vector_release(memory, &report->deviations, sizeof(gr_deviation));
  gr_vector_release(memory, &report->passages, sizeof(gr_range));
  gr_vector_release(memory, &report->names, sizeof(const char *));
  gr_memory_free_object(memory, sizeof *report);
}

/* Keeps a name that the caller gives. There are a dozen in all: a list serves. */
static gr_status intern(gr_report *report, const char *name, const char **out) {
  for (size_t i = 0; i < report->names.count; i++) {
    const char *known = *GR_AT(const char *, &report->names, i);
    if (strcmp(known, name) == 0) {
      *out = known;
      return GR_OK;
    }
  }
  gr_slice copy;
  GR_TRY(gr_memory_copy(&report->memory, gr_slice_of(name), &copy));
  GR_TRY(gr_vector_push(&report->memory, &report->names, &copy.data, sizeof copy.data));
  *out = copy.data;
  return GR_OK;
}

static gr_range range_of(gr_slice tape, gr_slice part) {
  if (part.size == 0) return (gr_range){0, 0};
  size_t start = (size_t)(part.data - tape.data);
  return (gr_range){start, start + part.size};
}

/* A number that the end of a cut file ends may have lost digits: the mark behind it stands for nothing there. */
static bool may_be_cut(const gr_report *report, size_t end) {
  gr_slice text = gr_document_text(report->document), mark = gr_document_source(report->document, end, end + 1);
  return mark.size == 0 && mark.data == text.data + text.size;
}

gr_range gr_report_line(const gr_report *report, size_t start) {
  return (gr_range){start, gr_line_stop(report->tape, start)};
}

/* What a cell says that holds no number. Where it is not filled it says so like any other. */
static gr_cell read_typed(gr_slice tape, gr_type type, gr_range range) {
  gr_cell cell = {.state = GR_TEXT, .range = range};
  gr_slice text = gr_slice_sub(tape, range.start, range.end), chosen;
  if (gr_slice_equal(text, GR_LITERAL("\xEF\xBF\xBC"))) {   /* a picture */
    cell.state = GR_UNREADABLE;
    return cell;
  }
  gr_state unfilled = gr_number_read(text).state;
  bool flag = false;
  gr_date date;
  if (type == GR_TYPE_FLAG) {
    cell.state = gr_flag_read(text, &flag);
    cell.value.mantissa = flag;
    if (cell.state == GR_UNREADABLE && unfilled != GR_NUMBER) cell.state = unfilled;
    return cell;
  }
  if (unfilled != GR_NUMBER && unfilled != GR_UNREADABLE) cell.state = unfilled;
  else if (type == GR_TYPE_DATE) cell.state = gr_date_read(text, &date) == GR_OK ? GR_DATE : GR_UNREADABLE;
  else if (type == GR_TYPE_CHOICE || type == GR_TYPE_CHOICES)
    cell.state = gr_choice_read(text, type == GR_TYPE_CHOICES, &chosen);
  return cell;
}

static gr_cell read_cell(gr_slice tape, gr_type type, gr_range range, bool inferred) {
  if (type != GR_TYPE_NUMBER) {
    gr_cell cell = read_typed(tape, type, range);
    cell.inferred = inferred;
    return cell;
  }
  gr_number number = gr_number_read(gr_slice_sub(tape, range.start, range.end));
  return (gr_cell){number.state,
                   inferred,
                   false,
                   number.value,
                   range,
                   range_of(tape, number.unit),
                   range_of(tape, number.sign),
                   range_of(tape, number.note)};
}

gr_status gr_report_cell(gr_report *report, size_t cell, gr_range range, bool inferred, bool *fresh) {
  gr_cell *out = &report->cells[cell];
  if (out->state != GR_ABSENT) {
    if (fresh != NULL) *fresh = false;
    return GR_OK;
  }
  if (fresh != NULL) *fresh = true;
  if (may_be_cut(report, range.end)) {
    *out = (gr_cell){.state = GR_UNREADABLE, .range = range};
    return GR_OK;
  }
  *out = read_cell(report->tape, gr_schema_type(report->schema, cell), range, inferred);
  if (out->state == GR_UNREADABLE) return GR_OK;
  gr_ledger_mark(&report->ledger, out->range, GR_BOUND, "cell");
  return GR_OK;
}

void gr_report_unit(gr_report *report, size_t cell, gr_range unit) {
  gr_cell *out = &report->cells[cell];
  if (out->state == GR_NUMBER && out->unit.start == out->unit.end) out->unit = unit;
}

void gr_report_unreadable(gr_report *report, size_t cell, gr_range range) {
  if (report->cells[cell].state != GR_ABSENT) return;
  report->cells[cell] = (gr_cell){.state = GR_UNREADABLE, .lost = true, .range = range};
}

gr_status gr_report_field(gr_report *report, const gr_field *field) {
  gr_field copy = *field;
  GR_TRY(gr_memory_copy(&report->memory, field->text, &copy.text));
  GR_TRY(gr_vector_push(&report->memory, &report->fields, &copy, sizeof copy));
  gr_ledger_mark(&report->ledger, copy.range, GR_BOUND, "field");
  return GR_OK;
}

gr_status gr_report_section(gr_report *report, const gr_section *section, size_t *index) {
  GR_TRY(gr_vector_push(&report->memory, &report->sections, section, sizeof *section));
  if (index != NULL) *index = report->sections.count - 1;
  return GR_OK;
}

gr_status gr_report_claim(gr_report *report, const gr_claim *claim) {
  gr_claim copy = *claim;
  GR_TRY(intern(report, claim->kind, &copy.kind));
  GR_TRY(intern(report, claim->bound, &copy.bound));
  GR_TRY(gr_memory_copy(&report->memory, claim->text, &copy.text));
  GR_TRY(gr_vector_push(&report->memory, &report->claims, &copy, sizeof copy));
  gr_ledger_mark(&report->ledger, copy.range, GR_BOUND, "claim");
  return GR_OK;
}

gr_status gr_report_ignore(gr_report *report, gr_range range, const char *reason) {
  GR_TRY(intern(report, reason, &reason));
  gr_ledger_mark(&report->ledger, range, GR_IGNORED, reason);
  return GR_OK;
}

gr_status gr_report_passage(gr_report *report, gr_range range) {
  return gr_vector_push(&report->memory, &report->passages, &range, sizeof range);
}

gr_status gr_report_deviation(gr_report *report, const char *kind, gr_slice subject, gr_slice detail,
                              gr_range range) {
  gr_deviation deviation = {kind, subject, detail, range};
  GR_TRY(intern(report, kind, &deviation.kind));
  GR_TRY(gr_memory_copy(&report->memory, subject, &deviation.subject));
  GR_TRY(gr_memory_copy(&report->memory, detail, &deviation.detail));
  return gr_vector_push(&report->memory, &report->deviations, &deviation, sizeof deviation);
}

static int compare_ranges(gr_range a, gr_range b) {
  if (a.start != b.start) return a.start < b.start ? -1 : 1;
  if (a.end != b.end) return a.end < b.end ? -1 : 1;
  return 0;
}

static int compare_fields(const void *a, const void *b) {
  const gr_field *x = a, *y = b;
  int order = compare_ranges(x->range, y->range);
  return order != 0 ? order : (x->field > y->field) - (x->field < y->field);
}

static int compare_claims(const void *a, const void *b) {
  const gr_claim *x = a, *y = b;
  int order = compare_ranges(x->range, y->range);
  return order != 0 ? order : strcmp(x->kind, y->kind);
}

static int compare_deviations(const void *a, const void *b) {
  const gr_deviation *x = a, *y = b;
  int order = compare_ranges(x->range, y->range);
  if (order == 0) order = strcmp(x->kind, y->kind);
  if (order == 0) order = strcmp(x->subject.data, y->subject.data);
  return order != 0 ? order : strcmp(x->detail.data, y->detail.data);
}

static void sort(gr_vector *vector, size_t size, int (*compare)(const void *, const void *)) {
  if (vector->count > 1) qsort(vector->items, vector->count, size, compare);
}

/* The numbers of a row take the unit that a column of units gives them. */
static void give_unit(gr_report *report, size_t first, size_t columns) {
  gr_range unit = {0, 0};
  for (size_t i = first; i < first + columns; i++)
    if (gr_schema_type(report->schema, i) == GR_TYPE_UNIT && report->cells[i].state == GR_TEXT) unit = report->cells[i].range;
  if (unit.start == unit.end) return;
  for (size_t i = first; i < first + columns; i++) gr_report_unit(report, i, unit);
}

static void give_units(gr_report *report) {
  const gr_schema *schema = report->schema;
  for (size_t t = 0; t < gr_schema_table_count(schema); t++) {
    size_t first = gr_schema_first_cell(schema, t), columns = gr_schema_columns(schema, t);
    bool has_units = false;
    for (size_t c = 0; c < columns; c++) has_units |= gr_schema_column(schema, t, c)->type == GR_TYPE_UNIT;
    for (size_t r = 0; has_units && r < gr_schema_rows(schema, t); r++) give_unit(report, first + r * columns, columns);
  }
}

void gr_report_seal(gr_report *report) {
  give_units(report);
  sort(&report->fields, sizeof(gr_field), compare_fields);
  sort(&report->claims, sizeof(gr_claim), compare_claims);
  sort(&report->deviations, sizeof(gr_deviation), compare_deviations);
}

void gr_report_charge(gr_report *report, uint64_t steps) { report->charged += steps; }

uint64_t gr_report_work(const gr_report *report) {
  return gr_document_work(report->document) + report->charged + gr_schema_cell_count(report->schema) +
         report->fields.count + report->sections.count + report->claims.count + report->deviations.count +
         report->passages.count + report->ledger.runs.count;
}

const gr_document *gr_report_document(const gr_report *report) { return report->document; }

const gr_schema *gr_report_schema(const gr_report *report) { return report->schema; }

size_t gr_report_memory(const gr_report *report) { return report->memory.used; }

const gr_cell *gr_report_cell_at(const gr_report *report, size_t cell) { return &report->cells[cell]; }

bool gr_report_cell_used(const gr_report *report, size_t cell) {
  size_t table, row, column;
  gr_schema_locate(report->schema, cell, &table, &row, &column);
  return gr_report_row_used(report, table, row);
}

bool gr_report_cell_is_odd(const gr_report *report, size_t cell) {
  const gr_cell *c = &report->cells[cell];
  if (c->state == GR_ABSENT) return gr_report_cell_used(report, cell);
  if (c->state != GR_NUMBER && gr_schema_type(report->schema, cell) != GR_TYPE_NUMBER) return c->state == GR_UNREADABLE;
  return c->state != GR_NUMBER || c->value.mantissa < 0 || c->value.scale != 0 || c->unit.start != c->unit.end;
}

static bool row_present(const gr_report *report, size_t table, size_t row) {
  size_t columns = gr_schema_columns(report->schema, table);
  size_t first = gr_schema_first_cell(report->schema, table) + row * columns;
  for (size_t i = 0; i < columns; i++)
    if (report->cells[first + i].state != GR_ABSENT) return true;
  return false;
}

bool gr_report_row_used(const gr_report *report, size_t table, size_t row) {
  if (gr_schema_row(report->schema, table, row)->heading) return false;
  int parts = gr_schema_parts(report->schema, table, row);
  if (parts == 0 || row_present(report, table, row)) return true;
  if (parts > 0) return false;
  size_t whole = row - (size_t)-parts;
  if (!row_present(report, table, whole)) return true;
  for (int k = gr_schema_parts(report->schema, table, whole); k > 0; k--)
    if (row_present(report, table, whole + (size_t)k)) return true;
  return false;
}

bool gr_report_table_present(const gr_report *report, size_t table) {
  size_t first = gr_schema_first_cell(report->schema, table);
  size_t count = gr_schema_rows(report->schema, table) * gr_schema_columns(report->schema, table);
  for (size_t i = 0; i < count; i++)
    if (report->cells[first + i].state != GR_ABSENT) return true;
  return false;
}

size_t gr_report_field_count(const gr_report *report) { return report->fields.count; }

const gr_field *gr_report_field_at(const gr_report *report, size_t index) {
  return GR_AT(gr_field, &report->fields, index);
}

size_t gr_report_section_count(const gr_report *report) { return report->sections.count; }

const gr_section *gr_report_section_at(const gr_report *report, size_t index) {
  return GR_AT(gr_section, &report->sections, index);
}

gr_state gr_report_section_state(const gr_report *report, size_t index) {
  gr_range body = gr_report_section_at(report, index)->body;
  gr_slice text = gr_slice_sub(report->tape, body.start, body.end);
  while (text.size > 0 && (gr_is_mark(*text.data) || *text.data == ' ')) text = gr_slice_sub(text, 1, text.size);
  while (text.size > 0 && (gr_is_mark(text.data[text.size - 1]) || text.data[text.size - 1] == ' ')) text.size--;
  gr_slice stop = GR_LITERAL("。");
  if (text.size > stop.size && gr_slice_equal(gr_slice_sub(text, text.size - stop.size, text.size), stop))
    text.size -= stop.size;
  gr_state state = gr_number_read(text).state;
  return state == GR_BLANK || state == GR_NONE ? state : GR_NUMBER;
}

size_t gr_report_claim_count(const gr_report *report) { return report->claims.count; }

const gr_claim *gr_report_claim_at(const gr_report *report, size_t index) {
  return GR_AT(gr_claim, &report->claims, index);
}

size_t gr_report_deviation_count(const gr_report *report) { return report->deviations.count; }

size_t gr_report_passage_count(const gr_report *report) { return report->passages.count; }

gr_range gr_report_passage_at(const gr_report *report, size_t index) {
  return *GR_AT(gr_range, &report->passages, index);
}

const gr_deviation *gr_report_deviation_at(const gr_report *report, size_t index) {
  return GR_AT(gr_deviation, &report->deviations, index);
}

size_t gr_report_ledger_count(const gr_report *report) { return report->ledger.runs.count; }

gr_ledger_entry gr_report_ledger_at(const gr_report *report, size_t index) {
  return gr_ledger_at(&report->ledger, index);
}
