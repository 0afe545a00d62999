#include "report/gr_atoms.h"

#include "base/gr_slice.h"
#include "text/gr_char.h"
#include "text/gr_utf8.h"

enum { SOFT = 0x0B, PARAGRAPH = 0x0A, TABLE = 0x1C, TABLE_END = 0x1D, ROW_END = 0x1E, CELL_END = 0x1F };

static bool is_mark(char c) { return c == SOFT || c == PARAGRAPH || (c >= TABLE && c <= CELL_END); }

/* What counts of a text: Han characters, letters, digits. */
static bool counts(uint32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c == 0x3007 || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xC0 && c <= 0x24F) || c >= 0x20000;
}

static gr_status add_text(gr_memory *memory, gr_slice tape, gr_range range, size_t record, gr_vector *out) {
  size_t first = out->count;
  for (size_t i = range.start; i < range.end;) {
    gr_atom atom = {0};
    size_t length = gr_utf8_decode(tape.data + i, &atom.character);
    if (counts(atom.character)) {
      atom.range = (gr_range){i, i + length};
      atom.record = record;
      GR_TRY(gr_vector_push(memory, out, &atom, sizeof atom));
    }
    i += length;
  }
  for (size_t k = first; k < out->count; k++) {
    GR_AT(gr_atom, out, k)->piece = first;
    GR_AT(gr_atom, out, k)->piece_end = out->count;
  }
  return GR_OK;
}

/* FNV-1a of a number as printed, without what only groups its digits. */
static uint64_t value_of(gr_slice text) {
  uint64_t hash = UINT64_C(0xCBF29CE484222325);
  for (size_t i = 0; i < text.size; i++) {
    if (text.data[i] == ',' || text.data[i] == ' ') continue;
    hash = (hash ^ (unsigned char)text.data[i]) * UINT64_C(0x100000001B3);
  }
  return hash > GR_ATOM_DASH ? hash : hash + 2;
}

static gr_status add_value(gr_memory *memory, uint64_t value, gr_range range, size_t record, gr_vector *out) {
  gr_atom atom = {.value = value, .range = range, .record = record, .piece = out->count, .piece_end = out->count + 1};
  return gr_vector_push(memory, out, &atom, sizeof atom);
}

/* 第5页, 第 5 页, 第5页/共12页: a number behind the first character, and nothing else. */
static bool is_page_number(gr_slice text) {
  size_t start = 3;
  bool ends = false;
  if (!gr_slice_begins(text, GR_LITERAL("第"))) return false;
  while (start < text.size && text.data[start] == ' ') start++;
  if (start == text.size || !gr_is_digit(text.data[start])) return false;
  for (size_t i = start; i < text.size;) {
    uint32_t c;
    i += gr_utf8_decode(text.data + i, &c);
    ends = ends || c == 0x9875;                            /* 页 */
    bool belongs = c == 0x9875 || (ends && c == 0x5171);   /* 共 */
    if (!belongs && !(c >= '0' && c <= '9') && c != ' ' && !(ends && (c == '/' || c == ','))) return false;
  }
  return ends;
}

/* - 5 -, — 12 —: dashes at both ends, nothing but digits and spaces inside. */
static bool is_page_mark(gr_slice text) {
  size_t dashes = 0, digits = 0, first_digit = 0, last_dash = 0;
  if (is_page_number(text)) return true;
  for (size_t i = 0; i < text.size;) {
    uint32_t c;
    size_t length = gr_utf8_decode(text.data + i, &c);
    if (c >= '0' && c <= '9') {
      if (digits++ == 0) first_digit = i;
    } else if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2500) {
      dashes++;
      last_dash = i;
    } else if (c != ' ') {
      return false;
    }
    i += length;
  }
  return digits > 0 && digits < 4 && dashes > 1 && first_digit > 0 && last_dash > first_digit;
}

/* Where the number begins that ends a text behind a Han character: 行政许可1007. The text's size where none does. */
static size_t trailing_number(gr_slice text) {
  size_t start = text.size;
  while (start > 0 && (gr_is_digit(text.data[start - 1]) || text.data[start - 1] == '.' || text.data[start - 1] == ',')) start--;
  if (start == 0 || start == text.size || (unsigned char)text.data[start - 1] < 0x80) return text.size;
  gr_number number = gr_number_read(gr_slice_sub(text, start, text.size));
  return number.state == GR_NUMBER ? start : text.size;
}

static gr_range trim(gr_slice tape, gr_range range) {
  while (range.start < range.end && tape.data[range.start] == ' ') range.start++;
  while (range.end > range.start && tape.data[range.end - 1] == ' ') range.end--;
  return range;
}

/* One cell, or one line outside of tables. */
static gr_status add_piece(gr_memory *memory, gr_slice tape, gr_range range, size_t record, bool is_cell,
                           gr_vector *out) {
  range = trim(tape, range);
  gr_slice text = gr_slice_sub(tape, range.start, range.end);
  if (text.size == 0) return is_cell ? add_value(memory, GR_ATOM_BLANK, range, record, out) : GR_OK;
  if (is_page_mark(text)) return GR_OK;
  gr_number number = gr_number_read(text);
  if (number.state == GR_NUMBER) return add_value(memory, value_of(text), range, record, out);
  if (number.state != GR_UNREADABLE) return add_value(memory, GR_ATOM_DASH, range, record, out);
  size_t split = is_cell ? text.size : trailing_number(text);
  GR_TRY(add_text(memory, tape, (gr_range){range.start, range.start + split}, record, out));
  if (split == text.size) return GR_OK;
  gr_range rest = {range.start + split, range.end};
  return add_value(memory, value_of(gr_slice_sub(tape, rest.start, rest.end)), rest, record, out);
}

/* Drops the empty cells in front of the last text of a record, and all of one that holds nothing. */
static void tidy_record(gr_vector *out, size_t first) {
  size_t last_text = first, kept = first;
  bool holds = false;
  for (size_t i = first; i < out->count; i++) {
    const gr_atom *atom = GR_AT(gr_atom, out, i);
    if (!gr_atom_is_value(atom)) last_text = i;
    holds = holds || !gr_atom_is_value(atom) || atom->value != GR_ATOM_BLANK;
  }
  for (size_t i = first; i < out->count; i++) {
    gr_atom atom = *GR_AT(gr_atom, out, i);
    if (gr_atom_is_value(&atom) && atom.value == GR_ATOM_BLANK && (i < last_text || !holds)) continue;
    atom.piece -= i - kept;
    atom.piece_end -= i - kept;
    *GR_AT(gr_atom, out, kept++) = atom;
  }
  out->count = kept;
}

static void count_values(gr_vector *out, size_t first) {
  size_t values = 0;
  for (size_t i = first; i < out->count; i++) values += gr_atom_is_value(GR_AT(gr_atom, out, i));
  for (size_t i = first; i < out->count; i++) {
    GR_AT(gr_atom, out, i)->values = values;
    GR_AT(gr_atom, out, i)->has_text = values < out->count - first;
  }
}

static bool begins_in_table(gr_slice tape, size_t start) {
  for (size_t i = start; i-- > 0;) {
    if (tape.data[i] == TABLE) return true;
    if (tape.data[i] == TABLE_END || tape.data[i] == PARAGRAPH) return false;
  }
  return false;
}

static bool is_utf8(gr_slice text) { return gr_utf8_valid(text) == text.size; }

gr_status gr_atoms_read(gr_memory *memory, gr_slice tape, gr_range range, gr_vector *out) {
  if (range.end > tape.size) range.end = tape.size;
  if (range.start >= range.end) return GR_OK;
  if (!is_utf8(gr_slice_sub(tape, range.start, range.end))) return GR_INPUT_ENCODING;
  bool in_table = begins_in_table(tape, range.start);
  size_t record = 0, first = out->count, start = range.start;
  for (size_t i = range.start; i <= range.end; i++) {
    char c = i < range.end ? tape.data[i] : PARAGRAPH;
    if (!is_mark(c)) continue;
    bool is_cell = in_table && c == CELL_END;
    /* Between the last cell of a row and the end of the row stands nothing. */
    if (is_cell || start < i) GR_TRY(add_piece(memory, tape, (gr_range){start, i}, record, is_cell, out));
    start = i + 1;
    if (c == CELL_END || (c == SOFT && in_table)) continue;
    tidy_record(out, first);
    count_values(out, first);
    first = out->count;
    record++;
    if (c == TABLE) in_table = true;
    if (c == TABLE_END || c == PARAGRAPH) in_table = false;
  }
  return GR_OK;
}

gr_status gr_atoms_label(gr_memory *memory, gr_slice text, gr_vector *out) {
  return is_utf8(text) ? add_text(memory, text, (gr_range){0, text.size}, 0, out) : GR_INPUT_ENCODING;
}
