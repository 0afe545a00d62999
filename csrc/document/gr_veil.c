/* Reading without what was decided to be dropped. */
#include "document/gr_hidden.h"

/* What follows begins a line of what is set aside, or another piece; the mark comes with its text. */
static gr_status break_line(gr_veil *veil, char mark) {
  if (veil->mark != GR_PARAGRAPH_END) veil->mark = mark;
  return GR_OK;
}

static gr_status begin_text(gr_veil *veil, size_t start) {
  char mark = veil->mark;
  veil->mark = '\0';
  return mark == '\0' || veil->blocks->aside.bytes.count == 0 ? GR_OK
                                                              : gr_tape_mark(&veil->blocks->aside, mark, start, start);
}

static gr_status on_text(void *context, size_t start, size_t end) {
  gr_veil *veil = context;
  if (veil->dropping == 0) return veil->to.text(veil->blocks, start, end);
  GR_TRY(begin_text(veil, start));
  return gr_tape_text(&veil->blocks->aside, start, end);
}

static gr_status on_character(void *context, uint32_t character, size_t start, size_t end) {
  gr_veil *veil = context;
  if (veil->dropping == 0) return veil->to.character(veil->blocks, character, start, end);
  GR_TRY(begin_text(veil, start));
  return gr_tape_character(&veil->blocks->aside, character, start, end);
}

#define PASS(name)                                                            \
  static gr_status on_##name(void *context, size_t start, size_t end) {       \
    gr_veil *veil = context;                                                  \
    if (veil->dropping == 0) return veil->to.name(veil->blocks, start, end);  \
    return break_line(veil, GR_SOFT_BREAK);                                                  \
  }

PASS(soft_break)
PASS(paragraph_end)
PASS(table_start)
PASS(table_end)
PASS(row_start)
PASS(rows_end)
PASS(cell_end)
PASS(division_start)
PASS(division_end)
PASS(picture)
PASS(foot_start)

#undef PASS

static gr_status on_cell_start(void *context, size_t row_span, size_t column_span, size_t start, size_t end) {
  gr_veil *veil = context;
  if (veil->dropping == 0) return veil->to.cell_start(veil->blocks, row_span, column_span, start, end);
  return break_line(veil, GR_SOFT_BREAK);
}

static gr_status on_meta(void *context, gr_range name, gr_range content) {
  gr_veil *veil = context;
  return veil->dropping == 0 ? veil->to.meta(veil->blocks, name, content) : GR_OK;
}

/* The reading is the same as the one on which it was decided, and so the order. */
static gr_status on_hidden_start(void *context, bool alone, size_t start, size_t end) {
  gr_veil *veil = context;
  bool dropped = GR_AT(gr_hidden32, &veil->decided, veil->next++)->dropped;
  if (veil->dropping > 0 || dropped) {
    return break_line(veil, veil->dropping++ == 0 ? GR_PARAGRAPH_END : GR_SOFT_BREAK);
  }
  return veil->to.hidden_start(veil->blocks, alone, start, end);
}

static gr_status on_hidden_end(void *context, size_t start, size_t end) {
  gr_veil *veil = context;
  if (veil->dropping == 0) return veil->to.hidden_end(veil->blocks, start, end);
  veil->dropping--;
  return break_line(veil, GR_SOFT_BREAK);
}

gr_builder gr_veil_builder(gr_veil *veil, gr_blocks *blocks) {
  veil->blocks = blocks;
  veil->to = gr_blocks_builder(blocks);
  return (gr_builder){
      GR_BUILDER_VERSION, veil,         on_text,           on_character,    on_soft_break,   on_paragraph_end,
      on_table_start,     on_table_end, on_row_start,      on_rows_end,     on_cell_start,   on_cell_end,
      on_meta,            on_division_start, on_division_end, on_hidden_start, on_hidden_end, on_picture,
      on_foot_start,
  };
}
