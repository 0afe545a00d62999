/* The ids that a form declares. Filled once, then only read. */
#include "base/gr_limits.h"
#include "base/gr_memory.h"
#include "base/gr_slice.h"

typedef struct gr_table {
  const char *id;
  const char *caption;   /* NULL for none */
  gr_axis_entry *rows, *columns;
  int *parts;            /* of each row: see gr_schema_parts */
  size_t row_count, column_count, first_cell;
} gr_table;

struct gr_schema {
  gr_memory memory;
  const char *form;
  gr_table tables[GR_MAX_TABLES];
  const char *fields[GR_MAX_NAMES];
  const char *sections[GR_MAX_NAMES];
  size_t table_count, field_count, section_count, cell_count;
  bool typed;            /* some cell holds no number, or has a unit by the form */
};

static gr_status copy_text(gr_schema *schema, const char *text, const char **out) {
  gr_slice copy;
  GR_TRY(gr_memory_copy(&schema->memory, gr_slice_of(text), &copy));
  *out = copy.data;
  return GR_OK;
}

static gr_status copy_axis(gr_schema *schema, const gr_axis_entry *entries, size_t count, gr_axis_entry **out) {
  if (count > GR_MAX_AXIS) return GR_LIMIT_ITEMS;
  void *items = NULL;
  GR_TRY(gr_memory_zeroed(&schema->memory, count, sizeof **out, &items));
  *out = items;
  for (size_t i = 0; i < count; i++) {
    GR_TRY(copy_text(schema, entries[i].id, &(*out)[i].id));
    GR_TRY(copy_text(schema, entries[i].label, &(*out)[i].label));
    (*out)[i].type = entries[i].type;
    (*out)[i].heading = entries[i].heading;
    if (entries[i].unit != NULL) GR_TRY(copy_text(schema, entries[i].unit, &(*out)[i].unit));
    schema->typed = schema->typed || entries[i].type != GR_TYPE_NUMBER || entries[i].unit != NULL;
  }
  return GR_OK;
}

gr_status gr_schema_new(const char *form, const gr_options *options, gr_schema **out) {
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_schema), &object));
  gr_schema *schema = (gr_schema *)object;
  gr_status status = copy_text(schema, form, &schema->form);
  if (status != GR_OK) gr_schema_free(schema);
  else *out = schema;
  return status;
}

void gr_schema_free(gr_schema *schema) {
  if (schema != NULL) gr_memory_free_object(&schema->memory, sizeof *schema);
}

gr_status gr_schema_table(gr_schema *schema, const char *id, const gr_axis_entry *rows, size_t row_count,
                          const gr_axis_entry *columns, size_t column_count) {
  if (schema->table_count == GR_MAX_TABLES) return GR_LIMIT_ITEMS;
  gr_table *table = &schema->tables[schema->table_count];
  GR_TRY(copy_text(schema, id, &table->id));
  GR_TRY(copy_axis(schema, rows, row_count, &table->rows));
  GR_TRY(copy_axis(schema, columns, column_count, &table->columns));
  void *parts = NULL;
  GR_TRY(gr_memory_zeroed(&schema->memory, row_count, sizeof *table->parts, &parts));
  table->parts = parts;
  table->row_count = row_count;
  table->column_count = column_count;
  table->first_cell = schema->cell_count;
  schema->cell_count += row_count * column_count;   /* at most GR_MAX_TABLES * GR_MAX_AXIS * GR_MAX_AXIS */
  schema->table_count++;
  return GR_OK;
}

gr_status gr_schema_split(gr_schema *schema, size_t row, size_t parts) {
  if (schema->table_count == 0) return GR_LIMIT_ITEMS;
  gr_table *table = &schema->tables[schema->table_count - 1];
  if (row >= table->row_count || parts >= table->row_count - row) return GR_LIMIT_ITEMS;
  table->parts[row] = (int)parts;
  for (size_t k = 1; k <= parts; k++) table->parts[row + k] = -(int)k;
  return GR_OK;
}

gr_status gr_schema_caption(gr_schema *schema, const char *caption) {
  if (schema->table_count == 0) return GR_LIMIT_ITEMS;
  return copy_text(schema, caption, &schema->tables[schema->table_count - 1].caption);
}

int gr_schema_parts(const gr_schema *schema, size_t table, size_t row) { return schema->tables[table].parts[row]; }

static gr_status add_name(gr_schema *schema, const char **names, size_t *count, const char *id) {
  if (*count == GR_MAX_NAMES) return GR_LIMIT_ITEMS;
  GR_TRY(copy_text(schema, id, &names[*count]));
  (*count)++;
  return GR_OK;
}

gr_status gr_schema_field(gr_schema *schema, const char *id) {
  return add_name(schema, schema->fields, &schema->field_count, id);
}

gr_status gr_schema_section(gr_schema *schema, const char *id) {
  return add_name(schema, schema->sections, &schema->section_count, id);
}

const char *gr_schema_form(const gr_schema *schema) { return schema->form; }

size_t gr_schema_table_count(const gr_schema *schema) { return schema->table_count; }

size_t gr_schema_field_count(const gr_schema *schema) { return schema->field_count; }

size_t gr_schema_section_count(const gr_schema *schema) { return schema->section_count; }

size_t gr_schema_cell_count(const gr_schema *schema) { return schema->cell_count; }

const char *gr_schema_table_id(const gr_schema *schema, size_t table) { return schema->tables[table].id; }

const char *gr_schema_table_caption(const gr_schema *schema, size_t table) { return schema->tables[table].caption; }

const char *gr_schema_field_id(const gr_schema *schema, size_t field) { return schema->fields[field]; }

const char *gr_schema_section_id(const gr_schema *schema, size_t section) { return schema->sections[section]; }

size_t gr_schema_rows(const gr_schema *schema, size_t table) { return schema->tables[table].row_count; }

size_t gr_schema_columns(const gr_schema *schema, size_t table) { return schema->tables[table].column_count; }

const gr_axis_entry *gr_schema_row(const gr_schema *schema, size_t table, size_t row) {
  return &schema->tables[table].rows[row];
}

const gr_axis_entry *gr_schema_column(const gr_schema *schema, size_t table, size_t column) {
  return &schema->tables[table].columns[column];
}

size_t gr_schema_first_cell(const gr_schema *schema, size_t table) { return schema->tables[table].first_cell; }

void gr_schema_locate(const gr_schema *schema, size_t cell, size_t *table, size_t *row, size_t *column) {
  size_t t = schema->table_count - 1;
  while (schema->tables[t].first_cell > cell) t--;
  *table = t;
  *row = (cell - schema->tables[t].first_cell) / schema->tables[t].column_count;
  *column = (cell - schema->tables[t].first_cell) % schema->tables[t].column_count;
}

/* The row and the column of a cell. */
static void entries_of(const gr_schema *schema, size_t cell, const gr_axis_entry **row, const gr_axis_entry **column) {
  size_t t, r, c;
  gr_schema_locate(schema, cell, &t, &r, &c);
  *row = &schema->tables[t].rows[r];
  *column = &schema->tables[t].columns[c];
}

gr_type gr_schema_type(const gr_schema *schema, size_t cell) {
  const gr_axis_entry *row, *column;
  if (!schema->typed) return GR_TYPE_NUMBER;
  entries_of(schema, cell, &row, &column);
  return row->type == GR_TYPE_NUMBER || column->type == GR_TYPE_UNIT ? column->type : row->type;
}

const char *gr_schema_unit(const gr_schema *schema, size_t cell) {
  const gr_axis_entry *row, *column;
  if (!schema->typed) return NULL;
  entries_of(schema, cell, &row, &column);
  return row->unit != NULL ? row->unit : column->unit;
}
