/* The first phase of the simplex method by Bland's rule, which ends, in whole numbers: all entries of the tableau are
 * over one denominator, the last pivot (1 throughout where sums are those of tables). A column stands for what an open
 * cell is above its least value, or below its highest; a cell with neither has two, above and below 0. */
#include "sums/gr_simplex.h"

/* What a column adds to the value of its cell, from `origin` on. */
typedef struct direction {
  int64_t origin;
  int sign;
} direction;

static direction direction_of(const gr_unknown *cell) {
  if (cell->low != -GR_UNBOUNDED) return (direction){cell->low, 1};
  if (cell->high != GR_UNBOUNDED) return (direction){cell->high, -1};
  return (direction){0, 1};
}

static bool has_two(const gr_unknown *cell) { return cell->low == -GR_UNBOUNDED && cell->high == GR_UNBOUNDED; }

typedef struct tableau {
  int64_t *entries;       /* rows of columns + 1 entries, the last the right side; the last row is the objective */
  size_t rows, columns;
  size_t *basis;          /* by row: its column; SIZE_MAX for an artificial one */
  const size_t *cell_of;  /* by column */
  int64_t denominator;
  bool overflow;
} tableau;

static int64_t *entry(const tableau *t, size_t row, size_t column) {
  return &t->entries[row * (t->columns + 1) + column];
}

static int64_t multiply(tableau *t, int64_t a, int64_t b) {
  const int64_t largest = INT64_MAX / 4;
  int64_t x = a < 0 ? -a : a, y = b < 0 ? -b : b;
  if (x != 0 && y > largest / x) {
    t->overflow = true;
    return 0;
  }
  return a * b;
}

static void pivot(tableau *t, size_t row, size_t column) {
  int64_t by = *entry(t, row, column);
  for (size_t i = 0; i <= t->rows; i++) {
    int64_t factor = *entry(t, i, column);
    if (i == row) continue;
    for (size_t k = 0; k <= t->columns; k++) {
      int64_t *own = entry(t, i, k);
      *own = (multiply(t, *own, by) - multiply(t, factor, *entry(t, row, k))) / t->denominator;
    }
  }
  t->denominator = by;
  t->basis[row] = column;
}

/* The row that a column enters at: the one that bounds it most, of several that with the first column in the basis. */
static size_t leaving_row(tableau *t, size_t column) {
  size_t best = SIZE_MAX;
  for (size_t i = 0; i < t->rows; i++) {
    if (*entry(t, i, column) <= 0) continue;
    if (best == SIZE_MAX) {
      best = i;
      continue;
    }
    int64_t own = multiply(t, *entry(t, i, t->columns), *entry(t, best, column));
    int64_t other = multiply(t, *entry(t, best, t->columns), *entry(t, i, column));
    if (own < other || (own == other && t->basis[i] < t->basis[best])) best = i;
  }
  return best;
}

/* Brings the artificial variables down as far as they go. */
static void minimise(gr_repairs *r, tableau *t) {
  while (!t->overflow && *entry(t, t->rows, t->columns) > 0 && r->steps <= r->budget) {
    size_t column = 0;
    while (column < t->columns && *entry(t, t->rows, column) <= 0) column++;
    if (column == t->columns) return;
    size_t row = leaving_row(t, column);
    if (row == SIZE_MAX) return;
    pivot(t, row, column);
    r->steps += t->rows * t->columns;
  }
}

static void fill(gr_repairs *r, tableau *t, const size_t *column_of) {
  for (size_t i = 0; i < t->rows; i++) {
    const gr_equation *sum = gr_sum_of(r, r->live[i]);
    int64_t right = -sum->base;
    for (size_t k = 0; k < sum->open; k++) {
      const gr_term *term = &r->open[sum->first + k];
      const gr_unknown *cell = gr_cell_of(r, term->cell);
      direction d = direction_of(cell);
      *entry(t, i, column_of[term->cell]) = term->sign * d.sign;
      if (has_two(cell)) *entry(t, i, column_of[term->cell] + 1) = -term->sign;
      right -= term->sign * d.origin;
    }
    *entry(t, i, t->columns) = right;
    t->basis[i] = SIZE_MAX;
    for (size_t k = 0; k <= t->columns; k++) {
      int64_t *own = entry(t, i, k);
      if (right < 0) *own = -*own;
      *entry(t, t->rows, k) += *own;
    }
  }
}

/* Writes down the cells that came to no multiple of their step. */
static void list_fractions(gr_repairs *r, tableau *t) {
  for (size_t i = 0; i < t->rows && !t->overflow; i++) {
    if (t->basis[i] == SIZE_MAX) continue;
    size_t c = t->cell_of[t->basis[i]];
    const gr_unknown *cell = gr_cell_of(r, c);
    direction d = direction_of(cell);
    int64_t value = *entry(t, i, t->columns), unit = multiply(t, t->denominator, cell->given.step);
    if (t->overflow || value % unit == 0) continue;
    r->fractions[r->fraction_count++] = (gr_fraction){c, d.origin + d.sign * (value / t->denominator)};
  }
}

gr_status gr_simplex(gr_repairs *r, gr_feasible *out) {
  tableau t = {NULL, r->live_count, 0, NULL, NULL, 1, false};
  size_t cells = r->cells.count, *column_of = r->columns, *cell_of = column_of + cells;
  for (size_t c = 0; c < cells; c++) column_of[c] = SIZE_MAX;
  for (size_t i = 0; i < r->live_count; i++) {
    const gr_equation *sum = gr_sum_of(r, r->live[i]);
    for (size_t k = 0; k < sum->open; k++) {
      size_t c = r->open[sum->first + k].cell;
      if (column_of[c] != SIZE_MAX) continue;
      column_of[c] = t.columns;
      cell_of[t.columns++] = c;
      if (has_two(gr_cell_of(r, c))) cell_of[t.columns++] = c;
    }
  }
  t.cell_of = cell_of;
  t.basis = cell_of + 2 * cells;
  size_t size = (t.rows + 1) * (t.columns + 1);
  GR_TRY(gr_vector_reserve(&r->memory, &r->tableau, size, sizeof(int64_t)));
  t.entries = r->tableau.items;
  for (size_t i = 0; i < size; i++) t.entries[i] = 0;
  fill(r, &t, column_of);
  r->steps += size;
  minimise(r, &t);
  r->fraction_count = 0;
  if (!t.overflow && *entry(&t, t.rows, t.columns) > 0) {
    *out = GR_IMPOSSIBLE;
    return GR_OK;
  }
  list_fractions(r, &t);
  *out = t.overflow || r->fraction_count > 0 ? GR_OPEN : GR_POSSIBLE;
  return GR_OK;
}
