#include "docx/body.h"

#include <stdlib.h>
#include <string.h>

#include "docx/earlier.h"

enum { MOST_COLUMNS = 256, MOST_TABLES = 32, MOST_BOXES = 8 };

/* A table that is open. */
typedef struct open_table {
  uint32_t number, row, column;
  size_t reaching[MOST_COLUMNS];   /* for each column the event of the cell that goes on downwards, plus 1 */
  uint32_t span;                   /* of the cell that is open */
  bool is_merged, is_restart;      /* its w:vMerge */
  bool has_begun;                  /* it was told to the words */
  bool has_paragraph;              /* one stands in it already */
  bool goes_on;                    /* it is a part of the one above it, in which alone text is shown */
  size_t row_event, event;         /* of the row and of the cell */
} open_table;

/* A paragraph that is open. */
typedef struct open_paragraph {
  long list, level;
  char style[NUMBERING_NAME];
  bool is_numbered;   /* its number was put */
  words_place place;
  size_t start;       /* of the text, where it begins */
} open_paragraph;

/* A note that is referred to. */
typedef struct reference {
  bool is_endnote;
  long note;
} reference;

typedef struct body {
  xml_part part;
  body_parts *parts;
  words *out;
  open_table *tables;
  size_t table_count;
  uint32_t paragraphs, table_numbers;
  store notes;             /* reference: those met since the last paragraph outside of tables ended */
  size_t skipped;              /* the depth of what is passed over; 0: nothing is */
  size_t row_properties;       /* the depth of w:trPr; 0: outside of one */
  size_t proposed;             /* the depth of a deletion that is proposed only; 0: outside of one */
  bool in_text, is_hidden, in_run_properties, in_paragraph_properties;
  bool has_box;                /* the last picture is a text box */
  open_paragraph paragraph;
  open_paragraph outside[MOST_BOXES];   /* those in which the open text boxes are anchored */
  size_t box_count;
} body;

static bool is_any(const char *name, const char *const *names) {
  for (; *names != NULL; names++) {
    if (xml_is(name, *names)) return true;
  }
  return false;
}

static open_table *innermost(body *own) { return own->table_count == 0 ? NULL : &own->tables[own->table_count - 1]; }

/* ---- tables ------------------------------------------------------------------------------------------- */

/* The properties of a cell stand in it, behind its start: it is told when what it holds begins, or it ends. */
static void begin_cell(body *own) {
  open_table *table = innermost(own);
  if (table == NULL || table->has_begun || table->span == 0) return;
  table->has_begun = true;
  uint32_t column = table->column;
  size_t above = column < MOST_COLUMNS ? table->reaching[column] : 0;
  bool goes_on = table->is_merged && !table->is_restart && above != 0;
  table->goes_on = goes_on;
  table->event = words_note(own->out, goes_on ? WORDS_DROPPED : WORDS_CELL_START);
  if (own->out->is_full) return;
  if (goes_on) words_at(own->out, above - 1)->row_span++;
  else words_at(own->out, table->event)->column_span = table->span;
  for (uint32_t i = column; i < column + table->span && i < MOST_COLUMNS; i++) {
    table->reaching[i] = goes_on ? above : table->is_merged ? table->event + 1 : 0;
  }
}

static void end_cell(body *own) {
  open_table *table = innermost(own);
  if (table == NULL || table->span == 0) return;
  begin_cell(own);
  if (!own->out->is_full && words_at(own->out, table->event)->kind == WORDS_CELL_START) {
    (void)words_part(own->out, WORDS_CELL_END, "\t");
  }
  table->column += table->span;
  table->span = 0;
}

/* The notes that were referred to, once the text is outside of tables. */
static void put_notes(body *own) {
  const reference *list = own->notes.items;
  if (innermost(own) != NULL) return;
  for (size_t i = 0; i < own->notes.count; i++) {
    words_place place = {.paragraph = own->paragraphs, .byte = own->paragraph.place.byte,
                         .part = list[i].is_endnote ? WORDS_ENDNOTES : WORDS_FOOTNOTES};
    notes_put(list[i].is_endnote ? &own->parts->endnotes : &own->parts->footnotes, list[i].note, own->out, place);
  }
  own->notes.count = 0;
}

static void refer(body *own, bool is_endnote, const char **attributes) {
  reference *met = store_add(&own->notes, 1, sizeof *met);
  if (met == NULL) xml_stop(&own->part, DOCX_MEMORY);
  else *met = (reference){is_endnote, xml_integer(xml_attribute(attributes, "id"), 1000000000, -1)};
}

static void start_table(body *own) {
  begin_cell(own);
  if (own->table_count == MOST_TABLES) {
    xml_stop(&own->part, DOCX_DEPTH);
    return;
  }
  open_table *table = &own->tables[own->table_count++];
  memset(table, 0, sizeof *table);
  table->number = ++own->table_numbers;
  (void)words_note(own->out, WORDS_TABLE_START);
}

static void end_table(body *own) {
  if (own->table_count == 0) return;
  (void)words_note(own->out, WORDS_TABLE_END);
  own->table_count--;
  put_notes(own);
}

static void start_row(body *own) {
  open_table *table = innermost(own);
  if (table == NULL) return;
  table->row++;
  table->column = 0;
  table->span = 0;
  table->row_event = words_note(own->out, WORDS_ROW_START);
}

/* A row that is deleted, and nobody has accepted it: it and all that it holds. */
static void drop_row(body *own) {
  open_table *table = innermost(own);
  if (table == NULL || own->out->is_full) return;
  words_at(own->out, table->row_event)->kind = WORDS_DROPPED;
  own->skipped = own->row_properties - 1;
  own->row_properties = 0;
}

/* The row ends in a line of the text; the mark between cells stays. */
static void end_row(body *own) {
  if (innermost(own) != NULL) (void)words_part(own->out, WORDS_DROPPED, "\n");
}

static void start_cell(body *own) {
  open_table *table = innermost(own);
  if (table == NULL) return;
  table->span = 1;
  table->is_merged = table->is_restart = table->has_begun = table->has_paragraph = table->goes_on = false;
}

/* What the properties of a cell or a row say of columns. */
static void on_grid(body *own, const char *name, const char **attributes) {
  open_table *table = innermost(own);
  const char *value = xml_attribute(attributes, "val");
  if (table == NULL) return;
  if (xml_is(name, "gridSpan")) {
    table->span = (uint32_t)xml_integer(value, MOST_COLUMNS, 1);
    if (table->span == 0) table->span = 1;
  } else if (xml_is(name, "vMerge")) {
    table->is_merged = true;
    table->is_restart = value != NULL && xml_is(value, "restart");
  } else if (xml_is(name, "gridBefore") && table->column == 0 && table->span == 0) {
    table->span = (uint32_t)xml_integer(value, MOST_COLUMNS, 0);
    table->is_merged = table->has_begun = false;
    end_cell(own);
  }
}

/* ---- paragraphs --------------------------------------------------------------------------------------- */

static void start_paragraph(body *own) {
  open_table *table = innermost(own);
  begin_cell(own);
  words_place place = {.paragraph = own->paragraphs + 1, .byte = (uint32_t)xml_byte(&own->part)};
  if (table != NULL) {
    if (table->has_paragraph) (void)words_part(own->out, WORDS_PARAGRAPH_END, " ");
    table->has_paragraph = true;
    place.table = table->number;
    place.row = table->row;
    place.column = table->column + 1;
  }
  words_stand(own->out, place);
  own->paragraph = (open_paragraph){.list = -1, .level = -1, .place = place, .start = words_end(own->out)};
}

/* The number in front of the first text of a paragraph, or of a paragraph without one. */
static void put_number(body *own) {
  char text[NUMBERING_TEXT * 4];
  open_paragraph *open = &own->paragraph;
  if (open->is_numbered) return;
  open->is_numbered = true;
  size_t length = numbering_next(&own->parts->lists, open->list, open->level, open->style, text);
  words_put(own->out, text, length, xml_byte(&own->part), 0);
}

static void end_paragraph(body *own) {
  put_number(own);
  if (innermost(own) != NULL) return;
  if (words_end(own->out) > own->paragraph.start) own->paragraphs++;
  (void)words_part(own->out, WORDS_PARAGRAPH_END, "\n");
  if (own->box_count == 0) put_notes(own);
}

static void on_property(body *own, const char *name, const char **attributes) {
  const char *value = xml_attribute(attributes, "val");
  open_paragraph *open = &own->paragraph;
  if (xml_is(name, "numId")) open->list = xml_integer(value, 1000000, -1);
  else if (xml_is(name, "ilvl")) open->level = xml_integer(value, NUMBERING_LEVELS - 1, -1);
  else if (xml_is(name, "pStyle") && value != NULL && strlen(value) < sizeof open->style) strcpy(open->style, value);
}

/* A text box holds paragraphs of its own; the one in which it is anchored goes on behind it. */
static void start_box(body *own) {
  own->has_box = true;
  if (own->box_count == MOST_BOXES) xml_stop(&own->part, DOCX_DEPTH);
  else own->outside[own->box_count++] = own->paragraph;
}

static void end_box(body *own) {
  if (own->box_count == 0) return;
  own->paragraph = own->outside[--own->box_count];
  words_stand(own->out, own->paragraph.place);
}

/* ---- runs --------------------------------------------------------------------------------------------- */

static void put_piece(body *own, const char *text, size_t length) {
  const open_table *table = innermost(own);
  bool is_hidden = own->is_hidden || (table != NULL && table->goes_on);
  put_number(own);
  if (is_hidden) (void)words_note(own->out, WORDS_HIDDEN_START);
  words_put(own->out, text, length, xml_byte(&own->part), own->in_text ? length : 0);
  if (is_hidden) (void)words_note(own->out, WORDS_HIDDEN_END);
}

static void on_characters(void *context, const char *text, size_t length) {
  body *own = context;
  if (own->skipped == 0 && own->in_text) put_piece(own, text, length);
}

/* What is drawn, and is no text box. */
static const char *const pictures[] = {"drawing", "pict", "object", NULL};

static void put_picture(body *own) { (void)words_part(own->out, WORDS_PICTURE, "\xEF\xBF\xBC"); }   /* U+FFFC */

/* What stands in a run and is no w:t. */
static void on_special(body *own, const char *name, const char **attributes) {
  static const char *const breaks[] = {"br", "cr", NULL};
  static const char *const tabs[] = {"tab", "ptab", NULL};
  (void)attributes;
  if (own->in_paragraph_properties) return;   /* w:tab there is a stop */
  if (is_any(name, breaks)) (void)words_part(own->out, WORDS_SOFT_BREAK, "\n");
  else if (is_any(name, tabs)) put_piece(own, " ", 1);
  else if (xml_is(name, "noBreakHyphen")) put_piece(own, "-", 1);
  else if (xml_is(name, "sym")) put_picture(own);
  else if (is_any(name, pictures)) own->has_box = false;
}

/* ---- elements ----------------------------------------------------------------------------------------- */

/* What is no text of the document: deletions, what a picture is in older programs, codes of fields, readings, properties
 * as they were before a change. */
static const char *const passed_over[] = {"del", "moveFrom", "Fallback", "instrText", "delText", "rt", "rPrChange",
                                          "pPrChange", "tcPrChange", "trPrChange", "tblPrChange", "sectPr", "sdtPr", NULL};

static void on_start(void *context, const char *name, const char **attributes) {
  static const char *const changes[] = {"ins", "del", "moveFrom", "moveTo", NULL};
  body *own = context;
  if (own->out->is_full) xml_stop(&own->part, DOCX_MEMORY);
  if (own->part.depth == 1 && !xml_is(name, "document")) xml_stop(&own->part, DOCX_NO_PART);   /* of a sheet, of slides */
  if (own->skipped != 0) return;
  bool is_proposed = (xml_is(name, "ins") || xml_is(name, "del")) && earlier_is_own(attributes);
  if (is_any(name, changes) && !is_proposed) own->parts->has_changes = true;
  if (is_proposed && xml_is(name, "del")) own->proposed = own->part.depth;
  else if (is_proposed) own->skipped = own->part.depth;
  else if (own->proposed != 0 && xml_is(name, "delText")) own->in_text = true;
  else if (xml_is(name, "del") && own->row_properties != 0) drop_row(own);
  else if (is_any(name, passed_over)) own->skipped = own->part.depth;
  else if (xml_is(name, "trPr")) own->row_properties = own->part.depth;
  else if (xml_is(name, "txbxContent")) start_box(own);
  else if (xml_is(name, "p")) start_paragraph(own);
  else if (xml_is(name, "tbl")) start_table(own);
  else if (xml_is(name, "tr")) start_row(own);
  else if (xml_is(name, "tc")) start_cell(own);
  else if (xml_is(name, "t")) own->in_text = true;
  else if (xml_is(name, "r")) own->is_hidden = false;
  else if (xml_is(name, "pPr")) own->in_paragraph_properties = true;
  else if (xml_is(name, "rPr")) own->in_run_properties = true;
  else if (xml_is(name, "footnoteReference")) refer(own, false, attributes);
  else if (xml_is(name, "endnoteReference")) refer(own, true, attributes);
  else if (own->in_run_properties && !own->in_paragraph_properties && xml_is(name, "vanish")) own->is_hidden = xml_is_on(attributes);
  else {
    if (own->in_paragraph_properties && !own->in_run_properties) on_property(own, name, attributes);
    on_grid(own, name, attributes);
    on_special(own, name, attributes);
  }
}

static void on_end(void *context, const char *name) {
  body *own = context;
  if (own->skipped != 0) {
    if (own->part.depth < own->skipped) own->skipped = 0;
    return;
  }
  if (xml_is(name, "p")) end_paragraph(own);
  else if (xml_is(name, "tbl")) end_table(own);
  else if (xml_is(name, "tr")) end_row(own);
  else if (xml_is(name, "tc")) end_cell(own);
  else if (xml_is(name, "t") || xml_is(name, "delText")) own->in_text = false;
  else if (own->proposed == own->part.depth + 1) own->proposed = 0;
  else if (xml_is(name, "trPr")) own->row_properties = 0;
  else if (xml_is(name, "txbxContent")) end_box(own);
  else if (is_any(name, pictures) && !own->has_box) put_picture(own);
  else if (xml_is(name, "pPr")) own->in_paragraph_properties = false;
  else if (xml_is(name, "rPr")) own->in_run_properties = false;
}

docx_problem body_read(const char *bytes, size_t size, body_parts *parts, words *out, size_t *byte) {
  body own = {{.start = on_start, .end = on_end, .text = on_characters}, .parts = parts, .out = out};
  own.tables = malloc(MOST_TABLES * sizeof *own.tables);
  if (own.tables == NULL) return DOCX_MEMORY;
  docx_problem problem = xml_read(&own.part, bytes, size, byte);
  free(own.tables);
  store_free(&own.notes);
  return problem == DOCX_OK && out->is_full ? DOCX_MEMORY : problem;
}
