/* What the cells of a table are, written one behind the other in few bytes: tables that look alike are known by them.
 *
 * A slot is a byte, its kind and what follows; where that says so its label, row and column, spans, and ordinal. Numbers
 * take 7 bits a byte, the lowest first, with the highest bit set on all but the last. */
#include <limits.h>

#include "base/gr_slice.h"

enum { KIND = 3, HAS_LABEL = 4, HAS_ORDINAL = 8, HAS_SPANS = 16, IN_NEXT_ROW = 32, ELSEWHERE = 64 };

static void put(char **out, size_t value) {
  for (; value > 0x7F; value >>= 7) *(*out)++ = (char)(0x80 | (value & 0x7F));
  *(*out)++ = (char)value;
}

/* False where the bytes end, or the number is none that was put. */
static bool take(gr_slice *from, size_t *value) {
  *value = 0;
  for (unsigned shift = 0; from->size > 0; shift += 7) {
    unsigned char byte = (unsigned char)*from->data;
    *from = gr_slice_sub(*from, 1, from->size);
    size_t bits = byte & 0x7F;
    if (shift >= 8 * sizeof *value || bits > SIZE_MAX >> shift) return false;
    *value |= bits << shift;
    if (byte <= 0x7F) return true;
  }
  return false;
}

size_t gr_slot_write(gr_slot slot, gr_grid_cell cell, const gr_grid_cell *before, char out[GR_SLOT_SIZE]) {
  size_t row = before == NULL ? 0 : before->row, column = before == NULL ? 0 : before->column + before->column_span;
  char *end = out + 1;
  int head = (int)slot.kind;
  if (cell.row == row + 1 && cell.column == 0) head |= IN_NEXT_ROW;
  else if (cell.row != row || cell.column != column) head |= ELSEWHERE;
  if (slot.label != 0) {
    head |= HAS_LABEL;
    put(&end, slot.label);
  }
  if ((head & ELSEWHERE) != 0) {
    put(&end, cell.row);
    put(&end, cell.column);
  }
  if (cell.row_span != 1 || cell.column_span != 1) {
    head |= HAS_SPANS;
    put(&end, cell.row_span);
    put(&end, cell.column_span);
  }
  if (slot.ordinal.kind != GR_ORDINAL_NONE) {
    head |= HAS_ORDINAL;
    put(&end, (size_t)slot.ordinal.kind);
    put(&end, (size_t)slot.ordinal.number);
  }
  *out = (char)head;
  return (size_t)(end - out);
}

bool gr_slot_read(gr_slice *from, gr_slot *slot, gr_grid_cell *cell) {
  if (from->size == 0) return false;
  int head = *from->data;
  size_t label = 0, kind = GR_ORDINAL_NONE, number = 0;
  *from = gr_slice_sub(*from, 1, from->size);
  cell->column += cell->column_span;
  if ((head & IN_NEXT_ROW) != 0) {
    cell->row++;
    cell->column = 0;
  }
  if ((head & HAS_LABEL) != 0 && !(take(from, &label) && label <= UINT32_MAX)) return false;
  if ((head & ELSEWHERE) != 0 && !(take(from, &cell->row) && take(from, &cell->column))) return false;
  cell->row_span = cell->column_span = 1;
  if ((head & HAS_SPANS) != 0 && !(take(from, &cell->row_span) && take(from, &cell->column_span))) return false;
  if ((head & HAS_ORDINAL) != 0 && !(take(from, &kind) && take(from, &number))) return false;
  if (kind > GR_ORDINAL_DETAIL || number > INT_MAX) return false;
  *slot = (gr_slot){(gr_slot_kind)(head & KIND), (uint32_t)label, {(gr_ordinal_kind)kind, (int)number}};
  return true;
}
