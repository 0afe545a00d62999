#include "document/gr_blocks.h"

#include "base/gr_limits.h"
#include "base/gr_slice.h"

enum { PICTURE = 0xFFFC };   /* OBJECT REPLACEMENT CHARACTER */

gr_status gr_blocks_init(gr_blocks *blocks, gr_memory *memory, gr_slice source) {
  memset(blocks, 0, sizeof *blocks);
  blocks->memory = memory;
  blocks->aside = (gr_tape){.memory = memory, .source = source, .before = GR_CHAR_SPACE};
  return gr_tape_init(&blocks->tape, memory, source);
}

void gr_blocks_release(gr_blocks *blocks) {
  gr_memory *memory = blocks->memory;
  if (memory == NULL) return;
  gr_tape_release(&blocks->tape);
  gr_vector_release(memory, &blocks->blocks, sizeof(gr_block32));
  gr_vector_release(memory, &blocks->cells, sizeof(gr_cell32));
  gr_vector_release(memory, &blocks->divisions, sizeof(gr_range32));
  gr_vector_release(memory, &blocks->open_divisions, sizeof(uint32_t));
  gr_vector_release(memory, &blocks->tables, sizeof(gr_open_table));
  gr_vector_release(memory, &blocks->until, sizeof(uint32_t));
  gr_vector_release(memory, &blocks->breaks, sizeof(uint32_t));
  gr_vector_release(memory, &blocks->hidden, sizeof(gr_hidden32));
  gr_vector_release(memory, &blocks->open_hidden, sizeof(uint32_t));
  gr_vector_release(memory, &blocks->pictures, sizeof(uint32_t));
  gr_tape_release(&blocks->aside);
}

static uint32_t tape_end(const gr_blocks *blocks) { return (uint32_t)blocks->tape.bytes.count; }

static bool has_text(const gr_blocks *blocks) { return tape_end(blocks) > blocks->start; }

static gr_status write_mark(gr_blocks *blocks, char mark, size_t start, size_t end) {
  GR_TRY(gr_tape_mark(&blocks->tape, mark, start, end));
  blocks->start = tape_end(blocks);
  return GR_OK;
}

static gr_status add_block(gr_blocks *blocks, gr_block_kind kind, uint32_t start, uint32_t end) {
  gr_block32 block = {.range = {start, end}, .kind = (uint32_t)kind};
  return gr_vector_push(blocks->memory, &blocks->blocks, &block, sizeof block);
}

/* The innermost table; NULL where none is open or it has dissolved. */
static gr_open_table *current_table(gr_blocks *blocks) {
  if (blocks->tables.count == 0) return NULL;
  gr_open_table *table = GR_AT(gr_open_table, &blocks->tables, blocks->tables.count - 1);
  return table->dissolved ? NULL : table;
}

/* Text in a table in front of its first cell is a paragraph; behind that the table's block has it, and no cell does. */
static gr_status end_paragraph(gr_blocks *blocks, size_t start, size_t end) {
  blocks->pending = 0;
  if (!has_text(blocks)) return GR_OK;
  gr_open_table *table = current_table(blocks);
  if (table == NULL || table->columns == 0)
    GR_TRY(add_block(blocks, GR_PARAGRAPH, blocks->start, tape_end(blocks)));
  GR_TRY(write_mark(blocks, GR_PARAGRAPH_END, start, end));
  return GR_OK;
}

/* ---- text -------------------------------------------------------------------------------------- */

static gr_status flush_break(gr_blocks *blocks) {
  if (blocks->pending == 0) return GR_OK;
  if (blocks->pending == GR_PARAGRAPH_END) {
    uint32_t at = tape_end(blocks);
    GR_TRY(gr_vector_push(blocks->memory, &blocks->breaks, &at, sizeof at));
  }
  blocks->pending = 0;
  return gr_tape_mark(&blocks->tape, GR_SOFT_BREAK, blocks->pending_start, blocks->pending_end);
}

static gr_status on_text(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  if (blocks->pending != 0) {
    if (gr_char_is_blank(gr_slice_sub(blocks->tape.source, start, end))) return GR_OK;
    GR_TRY(flush_break(blocks));
  }
  return gr_tape_text(&blocks->tape, start, end);
}

static gr_status on_character(void *context, uint32_t character, size_t start, size_t end) {
  gr_blocks *blocks = context;
  if (blocks->pending != 0) {
    gr_char_class class = gr_char_classify(character);
    if (class == GR_CHAR_SPACE || class == GR_CHAR_ZERO) return GR_OK;
    GR_TRY(flush_break(blocks));
  }
  return gr_tape_character(&blocks->tape, character, start, end);
}

static gr_status on_paragraph_end(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  if (!blocks->in_cell) return end_paragraph(blocks, start, end);
  if (!has_text(blocks)) return GR_OK;
  if (blocks->pending == 0) blocks->pending_start = start;
  blocks->pending = GR_PARAGRAPH_END;
  blocks->pending_end = end;
  return GR_OK;
}

/* Two breaks in a row are how pages without paragraphs part them. */
static gr_status on_soft_break(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  if (!has_text(blocks)) return GR_OK;
  if (blocks->pending != 0) return on_paragraph_end(context, blocks->pending_start, end);
  blocks->pending = GR_SOFT_BREAK;
  blocks->pending_start = start;
  blocks->pending_end = end;
  return GR_OK;
}

/* ---- tables ------------------------------------------------------------------------------------ */

static char *tape_at(gr_blocks *blocks, uint32_t offset) { return (char *)blocks->tape.bytes.items + offset; }

/* Every line of the table's text so far becomes a paragraph, but for those in front of its first cell, which are: the
 * last one ends at `position` of the source. */
static gr_status dissolve(gr_blocks *blocks, gr_open_table *table, size_t position) {
  uint32_t from = table->columns == 0 ? blocks->start : table->start, end = tape_end(blocks);
  size_t next_break = table->first_break;
  for (uint32_t at = from; at < end; at++) {
    char *mark = tape_at(blocks, at);
    bool is_break = next_break < blocks->breaks.count && *GR_AT(uint32_t, &blocks->breaks, next_break) == at;
    if (is_break) next_break++;
    else if (*mark != GR_CELL_END && *mark != GR_ROW_END && *mark != GR_PARAGRAPH_END && *mark != GR_BLOCK_START)
      continue;
    *mark = GR_PARAGRAPH_END;
    if (at - from == 3 && memcmp(tape_at(blocks, from), "\xEF\xBF\xBC", 3) == 0) {   /* a picture is no text */
      memset(tape_at(blocks, from), GR_PARAGRAPH_END, 3);
      GR_TRY(gr_vector_push(blocks->memory, &blocks->pictures, &from, sizeof from));
    } else if (at > from) GR_TRY(add_block(blocks, GR_PARAGRAPH, from, at));
    from = at + 1;
  }
  table->dissolved = true;
  blocks->cells.count = table->first_cell;
  blocks->breaks.count = table->first_break;
  blocks->in_cell = false;
  blocks->start = from;
  return end_paragraph(blocks, position, position);
}

static gr_status on_table_start(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  gr_open_table *outer = current_table(blocks);
  if (outer != NULL) GR_TRY(dissolve(blocks, outer, start));
  else GR_TRY(end_paragraph(blocks, start, end));
  gr_open_table table = {.start = tape_end(blocks),
                         .first_cell = (uint32_t)blocks->cells.count,
                         .first_open_cell = (uint32_t)blocks->cells.count,
                         .first_break = (uint32_t)blocks->breaks.count};
  blocks->until.count = 0;
  return gr_vector_push(blocks->memory, &blocks->tables, &table, sizeof table);
}

/* A picture in a cell without text stands on its tape as one character. */
static gr_status put_picture(gr_blocks *blocks) {
  size_t start = blocks->seen_start, end = blocks->seen_end;
  blocks->seen_end = 0;
  return end == 0 || has_text(blocks) ? GR_OK : gr_tape_character(&blocks->tape, PICTURE, start, end);
}

static gr_status on_cell_end(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  if (!blocks->in_cell) return end_paragraph(blocks, start, end);
  GR_TRY(put_picture(blocks));
  gr_open_table *table = current_table(blocks);
  blocks->in_cell = false;
  blocks->pending = 0;
  blocks->cell.range = (gr_range32){blocks->start, tape_end(blocks)};
  if (tape_end(blocks) - blocks->start > GR_MAX_CELL_TEXT) table->layout = true;
  GR_TRY(gr_vector_push(blocks->memory, &blocks->cells, &blocks->cell, sizeof blocks->cell));
  return write_mark(blocks, GR_CELL_END, start, end);
}

static gr_status end_row(gr_blocks *blocks, gr_open_table *table, size_t start) {
  if (blocks->in_cell) GR_TRY(on_cell_end(blocks, start, start));
  else GR_TRY(end_paragraph(blocks, start, start));
  if (!table->in_row) return GR_OK;
  table->in_row = false;
  return table->column == 0 ? GR_OK : write_mark(blocks, GR_ROW_END, start, start);
}

static gr_status on_row_start(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  gr_open_table *table = current_table(blocks);
  if (table == NULL) return end_paragraph(blocks, start, end);
  GR_TRY(end_row(blocks, table, start));
  table->in_row = true;
  table->row = table->rows++;
  table->column = 0;
  return GR_OK;
}

/* Columns that an earlier row's cells reach down into are taken. */
static gr_status place_cell(gr_blocks *blocks, gr_open_table *table, size_t row_span, size_t column_span) {
  gr_vector *until = &blocks->until;
  uint32_t column = table->column;
  while (column < until->count && *GR_AT(uint32_t, until, column) > table->row) column++;
  size_t end = column_span == 0 ? column + 1 : column_span > GR_MAX_COLUMNS ? SIZE_MAX : column + column_span;
  if (end > GR_MAX_COLUMNS) {
    table->layout = true;
    end = GR_MAX_COLUMNS;
    if (column >= end) column = GR_MAX_COLUMNS - 1;
  }
  uint32_t reach = row_span == 0 || row_span > UINT32_MAX - table->row ? UINT32_MAX : table->row + (uint32_t)row_span;
  for (size_t i = column; i < end; i++) {
    const uint32_t zero = 0;
    if (i >= until->count) GR_TRY(gr_vector_push(blocks->memory, until, &zero, sizeof zero));
    uint32_t *column_until = GR_AT(uint32_t, until, i);
    if (*column_until < reach) *column_until = reach;
  }
  blocks->cell = (gr_cell32){{0, 0}, table->row, reach - table->row, (uint16_t)column, (uint16_t)(end - column)};
  table->column = (uint32_t)end;
  if (end > table->columns) table->columns = (uint32_t)end;
  return GR_OK;
}

static gr_status on_cell_start(void *context, size_t row_span, size_t column_span, size_t start, size_t end) {
  gr_blocks *blocks = context;
  gr_open_table *table = current_table(blocks);
  if (blocks->in_cell) GR_TRY(on_cell_end(context, start, start));
  else GR_TRY(end_paragraph(blocks, start, table == NULL ? end : start));
  if (table == NULL) return GR_OK;
  if (!table->in_row) GR_TRY(on_row_start(context, start, start));
  if (table->columns == 0) {
    table->start = tape_end(blocks);
    GR_TRY(write_mark(blocks, GR_BLOCK_START, start, start));
  }
  blocks->in_cell = true;
  blocks->seen_end = 0;
  return place_cell(blocks, table, row_span, column_span);
}

/* Of several feet the first is one. */
static gr_status on_foot_start(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  gr_open_table *table = current_table(blocks);
  (void)start;
  (void)end;
  if (table == NULL || table->has_foot) return GR_OK;
  table->has_foot = table->in_foot = true;
  table->first_foot = (uint32_t)blocks->cells.count;
  table->foot_row = table->rows;
  return GR_OK;
}

static void end_foot(gr_blocks *blocks, gr_open_table *table) {
  if (!table->in_foot) return;
  table->in_foot = false;
  table->last_foot = (uint32_t)blocks->cells.count;
  table->foot_rows = table->rows - table->foot_row;
}

static void reverse(gr_cell32 *cells, size_t count) {
  for (size_t i = 0; i < count / 2; i++) {
    gr_cell32 cell = cells[i];
    cells[i] = cells[count - 1 - i];
    cells[count - 1 - i] = cell;
  }
}

/* The rows of the foot change places with those behind it. */
static void lower_foot(gr_blocks *blocks, const gr_open_table *table) {
  if (!table->has_foot || table->last_foot == blocks->cells.count) return;
  gr_cell32 *cells = GR_AT(gr_cell32, &blocks->cells, table->first_foot);
  size_t count = blocks->cells.count - table->first_foot, own = table->last_foot - table->first_foot;
  uint32_t below = table->rows - table->foot_row - table->foot_rows;
  for (size_t i = 0; i < count; i++) cells[i].row = i < own ? cells[i].row + below : cells[i].row - table->foot_rows;
  reverse(cells, own);
  reverse(cells + own, count - own);
  reverse(cells, count);
}

/* Spans end with their group of rows. */
static void settle_spans(gr_blocks *blocks, gr_open_table *table) {
  for (size_t i = table->first_open_cell; i < blocks->cells.count; i++) {
    gr_cell32 *cell = GR_AT(gr_cell32, &blocks->cells, i);
    if (cell->row_span > table->rows - cell->row) cell->row_span = table->rows - cell->row;
  }
  table->first_open_cell = (uint32_t)blocks->cells.count;
  blocks->until.count = 0;
}

static gr_status on_rows_end(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  gr_open_table *table = current_table(blocks);
  if (table == NULL) return end_paragraph(blocks, start, end);
  GR_TRY(end_row(blocks, table, start));
  settle_spans(blocks, table);
  end_foot(blocks, table);
  return GR_OK;
}

static gr_status on_table_end(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  if (blocks->tables.count == 0) return end_paragraph(blocks, start, end);
  gr_open_table *table = current_table(blocks);
  if (table == NULL) {
    GR_TRY(end_paragraph(blocks, start, end));
    blocks->tables.count--;
    return GR_OK;
  }
  GR_TRY(end_row(blocks, table, start));
  size_t cells = blocks->cells.count - table->first_cell;
  if (cells == 1 || table->layout) {
    GR_TRY(dissolve(blocks, table, start));
  } else if (cells > 0) {
    settle_spans(blocks, table);
    end_foot(blocks, table);
    lower_foot(blocks, table);
    gr_block32 block = {{table->start + 1, tape_end(blocks)}, GR_TABLE,    table->first_cell, (uint32_t)cells,
                        table->rows,                      table->columns};
    GR_TRY(gr_vector_push(blocks->memory, &blocks->blocks, &block, sizeof block));
    GR_TRY(write_mark(blocks, GR_TABLE_END, start, end));
  }
  blocks->breaks.count = table->first_break;
  blocks->tables.count--;
  return GR_OK;
}

/* ---- the page ---------------------------------------------------------------------------------- */

/* Stands on the tape as a line of two cells behind a mark of its own. */
static gr_status on_meta(void *context, gr_range name, gr_range content) {
  gr_blocks *blocks = context;
  if (blocks->in_cell || current_table(blocks) != NULL) return GR_OK;
  GR_TRY(end_paragraph(blocks, name.start, name.start));
  GR_TRY(write_mark(blocks, GR_BLOCK_START, name.start, name.start));
  uint32_t start = tape_end(blocks);
  GR_TRY(gr_tape_text(&blocks->tape, name.start, name.end));
  GR_TRY(write_mark(blocks, GR_CELL_END, name.end, name.end));
  GR_TRY(gr_tape_text(&blocks->tape, content.start, content.end));
  GR_TRY(add_block(blocks, GR_META, start, tape_end(blocks)));
  return write_mark(blocks, GR_PARAGRAPH_END, content.end, content.end);
}

static gr_status on_division_start(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  (void)start;
  (void)end;
  gr_range32 division = {tape_end(blocks), UINT32_MAX};
  uint32_t number = (uint32_t)blocks->divisions.count;
  GR_TRY(gr_vector_push(blocks->memory, &blocks->divisions, &division, sizeof division));
  return gr_vector_push(blocks->memory, &blocks->open_divisions, &number, sizeof number);
}

static gr_status on_division_end(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  (void)start;
  (void)end;
  if (blocks->open_divisions.count == 0) return GR_OK;
  uint32_t number = *GR_AT(uint32_t, &blocks->open_divisions, --blocks->open_divisions.count);
  GR_AT(gr_range32, &blocks->divisions, number)->end = tape_end(blocks);
  return GR_OK;
}

static gr_status on_hidden_start(void *context, bool alone, size_t start, size_t end) {
  gr_blocks *blocks = context;
  (void)start;
  (void)end;
  gr_hidden32 hidden = {{tape_end(blocks), UINT32_MAX}, alone, false};
  uint32_t number = (uint32_t)blocks->hidden.count;
  GR_TRY(gr_vector_push(blocks->memory, &blocks->hidden, &hidden, sizeof hidden));
  return gr_vector_push(blocks->memory, &blocks->open_hidden, &number, sizeof number);
}

static gr_status on_hidden_end(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  (void)start;
  (void)end;
  if (blocks->open_hidden.count == 0) return GR_OK;
  uint32_t number = *GR_AT(uint32_t, &blocks->open_hidden, --blocks->open_hidden.count);
  GR_AT(gr_hidden32, &blocks->hidden, number)->range.end = tape_end(blocks);
  return GR_OK;
}

static gr_status on_picture(void *context, size_t start, size_t end) {
  gr_blocks *blocks = context;
  uint32_t at = tape_end(blocks);
  if (!blocks->in_cell) return gr_vector_push(blocks->memory, &blocks->pictures, &at, sizeof at);
  if (blocks->seen_end != 0) return GR_OK;
  blocks->seen_start = start;
  blocks->seen_end = end;
  return GR_OK;
}

gr_builder gr_blocks_builder(gr_blocks *blocks) {
  return (gr_builder){
      GR_BUILDER_VERSION, blocks,        on_text,      on_character, on_soft_break,     on_paragraph_end, on_table_start,
      on_table_end,       on_row_start,  on_rows_end,  on_cell_start, on_cell_end,       on_meta,          on_division_start,
      on_division_end,    on_hidden_start, on_hidden_end, on_picture,  on_foot_start,
  };
}

/* What was set aside ends the tape: behind a mark a line for each piece of it. */
static gr_status put_aside(gr_blocks *blocks) {
  size_t end = blocks->tape.source.size;
  blocks->hidden_start = tape_end(blocks);
  if (blocks->aside.bytes.count == 0) return GR_OK;
  GR_TRY(write_mark(blocks, GR_BLOCK_START, end, end));
  GR_TRY(gr_tape_take(&blocks->tape, &blocks->aside));
  for (uint32_t at = blocks->start; at < tape_end(blocks); at++) {
    if (*tape_at(blocks, at) != GR_PARAGRAPH_END) continue;
    if (at > blocks->start) GR_TRY(add_block(blocks, GR_HIDDEN, blocks->start, at));
    blocks->start = at + 1;
  }
  if (has_text(blocks)) GR_TRY(add_block(blocks, GR_HIDDEN, blocks->start, tape_end(blocks)));
  return write_mark(blocks, GR_PARAGRAPH_END, end, end);
}

gr_status gr_blocks_finish(gr_blocks *blocks) {
  size_t end = blocks->tape.source.size;
  while (blocks->tables.count > 0) GR_TRY(on_table_end(blocks, end, end));
  GR_TRY(end_paragraph(blocks, end, end));
  while (blocks->open_hidden.count > 0) GR_TRY(on_hidden_end(blocks, end, end));
  while (blocks->open_divisions.count > 0) GR_TRY(on_division_end(blocks, end, end));
  return put_aside(blocks);
}
