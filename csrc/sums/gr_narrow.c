/* Bounds of open cells, narrowed by sums. No bound leaves the numbers of 15 digits: with GR_MAX_TERMS of them no sum
 * overflows. */
#include "sums/gr_narrow.h"

#include "base/gr_limits.h"
#include "sums/gr_simplex.h"

typedef struct gr_range_of_sum {
  int64_t least, most;
  size_t no_least, no_most;   /* terms without such a bound */
} gr_range_of_sum;

static int64_t least_of(const gr_unknown *cell, int sign) { return sign > 0 ? cell->low : -cell->high; }
static int64_t most_of(const gr_unknown *cell, int sign) { return sign > 0 ? cell->high : -cell->low; }

static gr_range_of_sum range_of(const gr_repairs *r, const gr_equation *sum) {
  gr_range_of_sum range = {sum->base, sum->base, 0, 0};
  for (size_t i = 0; i < sum->open; i++) {
    const gr_term *term = &r->open[sum->first + i];
    const gr_unknown *cell = gr_cell_of(r, term->cell);
    int64_t least = least_of(cell, term->sign), most = most_of(cell, term->sign);
    if (least == -GR_UNBOUNDED) range.no_least++;
    else range.least += least;
    if (most == GR_UNBOUNDED) range.no_most++;
    else range.most += most;
  }
  return range;
}

/* The multiple of a step nearest to a number, from it on upwards or downwards. */
static int64_t up(int64_t number, int64_t step) {
  int64_t rest = number % step;
  return rest > 0 ? number - rest + step : number - rest;
}
static int64_t down(int64_t number, int64_t step) {
  int64_t rest = number % step;
  return rest < 0 ? number - rest - step : number - rest;
}

/* Narrows one cell to [floor, ceiling]; false where nothing is left. */
static bool cut(gr_unknown *cell, int64_t floor, int64_t ceiling, bool *changed) {
  if (floor > cell->low) {
    cell->low = up(floor, cell->given.step);
    *changed = true;
  }
  if (ceiling < cell->high) {
    cell->high = down(ceiling, cell->given.step);
    *changed = true;
  }
  bool in_range = (cell->low == -GR_UNBOUNDED || cell->low <= GR_MAX_MANTISSA) &&
                  (cell->high == GR_UNBOUNDED || cell->high >= -GR_MAX_MANTISSA);
  return in_range && cell->low <= cell->high;
}

/* Whether multiples of the steps of a sum's open cells can make up for the others. */
static bool is_divisible(const gr_repairs *r, const gr_equation *sum) {
  int64_t common = 0;
  for (size_t i = 0; i < sum->open && common != 1; i++) {
    int64_t other = gr_cell_of(r, r->open[sum->first + i].cell)->given.step;
    while (other != 0) {
      int64_t rest = common % other;
      common = other;
      other = rest;
    }
  }
  return common == 1 || sum->base % common == 0;
}

/* Narrows the only open cell of a sum to what makes up for the others; false where it cannot. */
static bool settle(gr_repairs *r, const gr_equation *sum, bool *changed) {
  const gr_term *term = &r->open[sum->first];
  gr_unknown *cell = gr_cell_of(r, term->cell);
  int64_t value = -term->sign * sum->base;
  if (value < cell->low || value > cell->high || value % cell->given.step != 0) return false;
  return cut(cell, value, value, changed);
}

/* Narrows the open cells of a sum; false where it cannot hold. */
static bool narrow(gr_repairs *r, const gr_equation *sum, bool *changed) {
  if (sum->open == 1) {
    r->steps++;
    return settle(r, sum, changed);
  }
  gr_range_of_sum range = range_of(r, sum);
  r->steps += sum->open;
  if ((range.no_least == 0 && range.least > 0) || (range.no_most == 0 && range.most < 0)) return false;
  if (!is_divisible(r, sum)) return false;
  if (range.no_least > 1 && range.no_most > 1) return true;
  for (size_t i = 0; i < sum->open; i++) {
    const gr_term *term = &r->open[sum->first + i];
    gr_unknown *cell = gr_cell_of(r, term->cell);
    int64_t least = least_of(cell, term->sign), most = most_of(cell, term->sign);
    int64_t floor = -GR_UNBOUNDED, ceiling = GR_UNBOUNDED;
    if (range.no_most == 0) floor = most - range.most;
    else if (range.no_most == 1 && most == GR_UNBOUNDED) floor = -range.most;
    if (range.no_least == 0) ceiling = least - range.least;
    else if (range.no_least == 1 && least == -GR_UNBOUNDED) ceiling = -range.least;
    bool possible = term->sign > 0 ? cut(cell, floor, ceiling, changed) : cut(cell, -ceiling, -floor, changed);
    if (!possible) return false;
  }
  return true;
}

static size_t narrow_all(gr_repairs *r) {
  bool again = true;
  for (size_t round = 0; again && round < 2 * r->live_count + 2; round++) {
    again = false;
    for (size_t i = 0; i < r->live_count; i++) {
      gr_equation *sum = gr_sum_of(r, r->live[i]);
      bool changed = false;
      if (!narrow(r, sum, &changed)) return r->live[i];
      if (changed) sum->fired = r->stamp;
      again = again || changed;
    }
  }
  return GR_NO_SUM;
}

static int64_t given_low(const gr_unknown *cell) { return cell->given.bounded ? cell->given.low : -GR_UNBOUNDED; }

size_t gr_narrow(gr_repairs *r) {
  for (size_t i = 0; i < r->live_count; i++) {
    const gr_equation *sum = gr_sum_of(r, r->live[i]);
    for (size_t k = 0; k < sum->open; k++) {
      gr_unknown *cell = gr_cell_of(r, r->open[sum->first + k].cell);
      cell->low = given_low(cell);
      cell->high = GR_UNBOUNDED;
    }
  }
  r->stamp++;
  return narrow_all(r);
}

static gr_status reach(gr_repairs *r, size_t sum) {
  gr_equation *reached = gr_sum_of(r, sum);
  if (reached->seen == r->stamp) return GR_OK;
  reached->seen = r->stamp;
  return gr_vector_push(&r->memory, &r->reached, &sum, sizeof sum);
}

gr_status gr_narrow_explain(gr_repairs *r, size_t sum) {
  r->reached.count = 0;
  GR_TRY(reach(r, sum));
  for (size_t i = 0; i < r->reached.count; i++) {
    const gr_equation *reached = gr_sum_of(r, *GR_AT(size_t, &r->reached, i));
    for (size_t k = 0; k < reached->open; k++) {
      const gr_unknown *cell = gr_cell_of(r, r->open[reached->first + k].cell);
      if (cell->low == given_low(cell) && cell->high == GR_UNBOUNDED) continue;
      for (size_t m = 0; m < cell->count; m++) {
        size_t other = r->members[cell->first + m].sum;
        if (gr_sum_of(r, other)->fired == r->stamp) GR_TRY(reach(r, other));
      }
    }
  }
  return GR_OK;
}

/* ---- values -------------------------------------------------------------------------------------- */

static gr_unknown *first_undetermined(const gr_repairs *r) {
  for (size_t i = 0; i < r->live_count; i++) {
    const gr_equation *sum = gr_sum_of(r, r->live[i]);
    for (size_t k = 0; k < sum->open; k++) {
      gr_unknown *cell = gr_cell_of(r, r->open[sum->first + k].cell);
      if (cell->low < cell->high) return cell;
    }
  }
  return NULL;
}

static gr_status keep(gr_repairs *r) {
  for (size_t i = 0; i < r->cells.count; i++) {
    const gr_unknown *cell = gr_cell_of(r, i);
    GR_TRY(gr_vector_push(&r->memory, &r->kept, &cell->low, sizeof cell->low));
    GR_TRY(gr_vector_push(&r->memory, &r->kept, &cell->high, sizeof cell->high));
  }
  return GR_OK;
}

/* Goes back to the bounds that were kept last. */
static void restore(gr_repairs *r) {
  const int64_t *bounds = GR_FROM(int64_t, &r->kept, r->kept.count - 2 * r->cells.count);
  for (size_t i = 0; i < r->cells.count; i++) {
    gr_cell_of(r, i)->low = bounds[2 * i];
    gr_cell_of(r, i)->high = bounds[2 * i + 1];
  }
}

/* Whether the live sums could hold with a cell on one side of a value; maybe yes where that is not known. */
static gr_status is_beyond(gr_repairs *r, gr_unknown *cell, int64_t value, bool above, bool *out) {
  gr_feasible feasible;
  cell->low = above ? value : -GR_UNBOUNDED;
  cell->high = above ? GR_UNBOUNDED : value;
  GR_TRY(gr_simplex(r, &feasible));
  *out = feasible != GR_IMPOSSIBLE && value <= GR_MAX_MANTISSA && value >= -GR_MAX_MANTISSA;
  restore(r);
  return GR_OK;
}

static gr_status try_value(gr_repairs *r, gr_unknown *cell, int64_t value, bool *out) {
  cell->low = cell->high = value;
  if (narrow_all(r) == GR_NO_SUM) GR_TRY(gr_narrow_has_values(r, out));
  restore(r);
  r->steps += r->live_count;
  return GR_OK;
}

/* Tries the values of a cell, from one on in both directions. */
static gr_status try_values(gr_repairs *r, gr_unknown *cell, int64_t start, bool *out) {
  int64_t low = cell->low, high = cell->high, step = cell->given.step, below = down(start, step), above = below + step;
  bool downwards = true, upwards = true;
  while ((downwards || upwards) && !*out && r->steps <= r->budget) {
    downwards = downwards && below >= low;
    if (downwards) GR_TRY(is_beyond(r, cell, below, false, &downwards));
    if (downwards && below <= high) GR_TRY(try_value(r, cell, below, out));
    upwards = upwards && above <= high && !*out;
    if (upwards) GR_TRY(is_beyond(r, cell, above, true, &upwards));
    if (upwards && above >= low) GR_TRY(try_value(r, cell, above, out));
    below -= step;
    above += step;
  }
  return GR_OK;
}

/* The cell to try values of, and where to begin: the one among the fractions with the fewest ways out; NULL where one of
 * them has none. */
static gr_status pick(gr_repairs *r, gr_unknown **cell, int64_t *start) {
  size_t count = r->fraction_count, fewest = 3;
  gr_fraction *list = r->fractions + r->cells.count;   /* a copy: each question writes new ones */
  for (size_t i = 0; i < count; i++) list[i] = r->fractions[i];
  for (size_t i = 0; i < count && fewest > 0; i++) {
    gr_unknown *own = gr_cell_of(r, list[i].cell);
    int64_t step = own->given.step, below = down(list[i].near, step);
    bool downwards, upwards;
    GR_TRY(is_beyond(r, own, below, false, &downwards));
    GR_TRY(is_beyond(r, own, below + step, true, &upwards));
    size_t ways = (size_t)downwards + (size_t)upwards;
    if (ways >= fewest) continue;
    fewest = ways;
    *cell = own;
    *start = list[i].near;
  }
  if (fewest == 0) *cell = NULL;
  return GR_OK;
}

gr_status gr_narrow_has_values(gr_repairs *r, bool *out) {
  gr_unknown *cell = first_undetermined(r);
  gr_feasible feasible = GR_POSSIBLE;
  int64_t start = 0;
  if (cell != NULL) GR_TRY(gr_simplex(r, &feasible));
  *out = feasible == GR_POSSIBLE;
  if (feasible != GR_OPEN) return GR_OK;
  GR_TRY(keep(r));
  GR_TRY(pick(r, &cell, &start));
  if (cell != NULL) GR_TRY(try_values(r, cell, start, out));
  r->kept.count -= 2 * r->cells.count;
  return GR_OK;
}
