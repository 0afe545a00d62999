/* The smallest sets of cells whose change makes all of some sums hold.
 *
 * The search takes sizes in turn. At a node some cells are open, their values sought; what the sums leave to them is
 * narrowed. Where sums contradict each other, every repair has to open one more cell of those that stand in them: the
 * node branches over these. A cell that a branch has tried is shut for the branches after it, so that no set comes
 * twice. Sums of one family have no cell in common, so that a change mends at most one of them: a node that has fewer
 * changes left than sums of a family fail is given up, and more such bounds tell which changes are of use (see
 * `duty`).
 *
 * Worst case: a branch for each set of as many cells as the smallest repair has: exponential in that number alone. A
 * step is a look at a sum, at a term or at a candidate; after `budget` of them the search gives up. */
#include <string.h>

#include "sums/gr_narrow.h"

/* ---- a node -------------------------------------------------------------------------------------- */

static bool fails(const gr_equation *sum) { return sum->open == 0 && sum->base != 0; }

/* A sum that failed before, or did not, was changed: its cells know which of their sums fail. */
static void tell_cells(gr_repairs *r, gr_equation *sum, bool failed) {
  if (fails(sum) == failed) return;
  for (size_t k = 0; k < sum->known; k++)
    gr_cell_of(r, r->known[sum->first + k].cell)->failing ^= gr_family_bit(sum->family);
}

static void look(gr_repairs *r) {
  r->live_count = r->failing_count = 0;
  memset(r->counts, 0, r->families * sizeof *r->counts);
  for (size_t s = 0; s < r->sums.count; s++) {
    const gr_equation *sum = gr_sum_of(r, s);
    if (sum->open > 0) {
      r->live[r->live_count++] = s;
    } else if (sum->base != 0) {
      r->failing[r->failing_count++] = s;
      if (sum->family < r->families) r->counts[sum->family]++;
    }
  }
  r->steps += r->sums.count;
}

/* What the changes that are left must do. With as many changes as sums of a family fail, each must mend one of
 * it: the family is tight. A change mends at most one sum of either of the two families in which most fail; where no
 * cell of the contradiction stands in failing sums of both, at most two of those and the contradiction. Where twice
 * the changes is just enough for all of these, each must mend two. */
typedef struct gr_duty {
  size_t left;            /* changes */
  size_t first, second;   /* the leading families */
  uint64_t leaders;       /* the set of these */
  uint64_t tight;         /* the set of the tight ones */
  bool twice;
  bool counted;           /* the contradiction is one of those to mend */
} gr_duty;

/* How many there are in a set of at most two. */
static unsigned size_of(uint64_t set) { return (unsigned)(set != 0) + ((set & (set - 1)) != 0); }

static gr_duty leading(const gr_repairs *r, size_t left) {
  gr_duty duty = {left, SIZE_MAX, SIZE_MAX, 0, 0, false, false};
  for (size_t f = 0; f < r->families; f++) {
    if (r->counts[f] == left) duty.tight |= gr_family_bit(f);
    if (duty.first == SIZE_MAX || r->counts[f] > r->counts[duty.first]) {
      duty.second = duty.first;
      duty.first = f;
    } else if (duty.second == SIZE_MAX || r->counts[f] > r->counts[duty.second]) {
      duty.second = f;
    }
  }
  duty.leaders = gr_family_bit(duty.first) | gr_family_bit(duty.second);
  return duty;
}

/* At most so many pairs of failing sums, one of either leading family, are mended by one change that mends nothing else:
 * both must be off by the same. */
static size_t count_pairs(gr_repairs *r, const gr_duty *duty) {
  size_t pairs = 0;
  r->pairings++;
  for (size_t i = 0; i < r->failing_count; i++) {
    const gr_equation *one = gr_sum_of(r, r->failing[i]);
    for (size_t k = 0; k < r->failing_count && one->family == duty->first; k++) {
      gr_equation *other = gr_sum_of(r, r->failing[k]);
      if (other->family != duty->second || other->paired == r->pairings) continue;
      if (other->base != one->base && other->base != -one->base) continue;
      other->paired = r->pairings;
      pairs++;
      break;
    }
  }
  return pairs;
}

/* Says what the changes must do besides, with a contradiction or without; false where those that are left are too few.
 * The stamp of cells is that of the contradiction. */
static bool find_duty(gr_repairs *r, size_t contradicting, gr_duty *duty) {
  size_t left = duty->left;
  if (duty->first != SIZE_MAX && r->counts[duty->first] > left) return false;
  if (duty->second == SIZE_MAX) return true;
  duty->counted = contradicting > 0;
  for (size_t i = 0; i < contradicting && duty->counted; i++) {
    duty->counted = (duty->leaders & ~gr_cell_of(r, r->contradiction[i])->failing) != 0;
  }
  size_t failing = r->counts[duty->first] + r->counts[duty->second], needed = failing + duty->counted;
  if (needed > 2 * left) return false;
  duty->twice = needed == 2 * left;
  /* Two changes that share a sum of these families mend three at most, three four, and so on. */
  return 3 * left >= 2 * failing || 3 * left + count_pairs(r, duty) >= 2 * failing;
}

/* Whether one and the same change of a cell settles all its sums that have no open cell. */
static bool settles(const gr_repairs *r, const gr_unknown *cell) {
  bool any = false;
  int64_t change = 0;
  for (size_t m = 0; m < cell->count; m++) {
    const gr_member *member = &r->members[cell->first + m];
    const gr_equation *sum = gr_sum_of(r, member->sum);
    if (sum->open > 0) continue;
    int64_t wanted = -member->sign * sum->base;
    if (any && wanted != change) return false;
    change = wanted;
    any = true;
  }
  return true;
}

static bool helps(const gr_repairs *r, const gr_unknown *cell, const gr_duty *duty) {
  if ((duty->tight & ~cell->failing) != 0) return false;
  bool one_more = duty->counted && cell->seen == r->stamp;
  if (duty->twice && size_of(cell->failing & duty->leaders) + one_more < 2) return false;
  return duty->left > 1 || settles(r, cell);
}

/* The cells of the sums that were reached which may be opened, into the contradiction; they get the stamp. */
static size_t list_contradiction(gr_repairs *r, const size_t *sums, size_t count) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const gr_equation *sum = gr_sum_of(r, sums[i]);
    for (size_t k = 0; k < sum->known; k++) {
      size_t c = r->known[sum->first + k].cell;
      gr_unknown *cell = gr_cell_of(r, c);
      if (cell->shut || cell->seen == r->stamp) continue;
      cell->seen = r->stamp;
      r->contradiction[found++] = c;
    }
  }
  r->steps += found;
  return found;
}

/* The cells among those of a list, or of terms, that are of use; no more than `most`, for a longer list is of none. */
static size_t filter(gr_repairs *r, const size_t *cells, const gr_term *terms, size_t count, const gr_duty *duty,
                     size_t most, size_t *out) {
  size_t found = 0;
  for (size_t i = 0; i < count && found < most; i++) {
    size_t c = cells != NULL ? cells[i] : terms[i].cell;
    const gr_unknown *cell = gr_cell_of(r, c);
    if (!cell->shut && helps(r, cell, duty)) out[found++] = c;
  }
  r->steps += count;
  return found;
}

/* Pushes the smallest of the lists of cells one of which must be opened next. */
static gr_status choose(gr_repairs *r, bool contradicted, size_t contradicting, const gr_duty *duty) {
  size_t best = SIZE_MAX;
  if (contradicted) best = filter(r, r->contradiction, NULL, contradicting, duty, best, r->best);
  for (size_t i = 0; i < r->failing_count && best > 1; i++) {
    const gr_equation *sum = gr_sum_of(r, r->failing[i]);
    size_t count = filter(r, NULL, &r->known[sum->first], sum->known, duty, best, r->other);
    if (count >= best) continue;
    size_t *list = r->best;
    r->best = r->other;
    r->other = list;
    best = count;
  }
  for (size_t i = 0; i < best; i++)
    GR_TRY(gr_vector_push(&r->memory, &r->choices, &r->best[i], sizeof *r->best));
  return GR_OK;
}

/* ---- the search ---------------------------------------------------------------------------------- */

static gr_status open_cell(gr_repairs *r, size_t c) {
  gr_unknown *cell = gr_cell_of(r, c);
  GR_TRY(gr_vector_push(&r->memory, &r->opened, &c, sizeof c));
  for (size_t m = 0; m < cell->count; m++) {
    const gr_member *member = &r->members[cell->first + m];
    gr_equation *sum = gr_sum_of(r, member->sum);
    bool failed = fails(sum);
    sum->base -= member->sign * cell->given.value;
    r->open[sum->first + sum->open++] = (gr_term){c, member->sign};
    tell_cells(r, sum, failed);
  }
  cell->shut = true;
  return GR_OK;
}

/* Closes the cell that was opened last; it stays shut. */
static void close_cell(gr_repairs *r) {
  gr_unknown *cell = gr_cell_of(r, *GR_AT(size_t, &r->opened, --r->opened.count));
  for (size_t m = 0; m < cell->count; m++) {
    const gr_member *member = &r->members[cell->first + m];
    gr_equation *sum = gr_sum_of(r, member->sum);
    bool failed = fails(sum);
    sum->base += member->sign * cell->given.value;
    sum->open--;
    tell_cells(r, sum, failed);
  }
}

static gr_status record(gr_repairs *r) {
  size_t first = r->found.count;
  for (size_t i = 0; i < r->opened.count; i++) {
    size_t c = *GR_AT(size_t, &r->opened, i), at = r->found.count;
    const gr_unknown *cell = gr_cell_of(r, c);
    gr_change change = {c, cell->low != -GR_UNBOUNDED, cell->high != GR_UNBOUNDED, cell->low, cell->high};
    GR_TRY(gr_vector_push(&r->memory, &r->found, &change, sizeof change));
    for (; at > first && GR_AT(gr_change, &r->found, at - 1)->cell > c; at--)
      *GR_AT(gr_change, &r->found, at) = *GR_AT(gr_change, &r->found, at - 1);
    *GR_AT(gr_change, &r->found, at) = change;
  }
  r->size = r->opened.count;
  r->count++;
  return GR_OK;
}

/* Looks at what is open now: records a repair, or finds the contradiction, where changes are left for it. */
static gr_status examine(gr_repairs *r, size_t left, bool *contradicted, size_t *contradicting) {
  size_t stuck = gr_narrow(r);
  *contradicted = stuck != GR_NO_SUM;
  *contradicting = 0;
  if (stuck != GR_NO_SUM && left > 0) {
    GR_TRY(gr_narrow_explain(r, stuck));
    *contradicting = list_contradiction(r, r->reached.items, r->reached.count);
  } else if (stuck == GR_NO_SUM && r->failing_count == 0) {
    bool possible;
    GR_TRY(gr_narrow_has_values(r, &possible));
    if (possible) return record(r);
    *contradicted = true;
    *contradicting = list_contradiction(r, r->live, r->live_count);
  }
  return GR_OK;
}

/* Finds the repairs that change the open cells and `left` more. */
static gr_status descend(gr_repairs *r, size_t left) {
  if (r->steps > r->budget) return GR_OK;
  look(r);
  gr_duty duty = leading(r, left);
  if (!find_duty(r, 0, &duty)) return GR_OK;
  bool contradicted;
  size_t contradicting, found = r->count, first = r->choices.count;
  GR_TRY(examine(r, left, &contradicted, &contradicting));
  if (left == 0 || r->count > found || (contradicting > 0 && !find_duty(r, contradicting, &duty))) return GR_OK;
  GR_TRY(choose(r, contradicted, contradicting, &duty));
  for (size_t i = first; i < r->choices.count; i++) {
    GR_TRY(open_cell(r, *GR_AT(size_t, &r->choices, i)));
    GR_TRY(descend(r, left - 1));
    close_cell(r);
  }
  while (r->choices.count > first) gr_cell_of(r, *GR_AT(size_t, &r->choices, --r->choices.count))->shut = false;
  return GR_OK;
}

/* Opens at once what cannot stay: cells of failing sums with a value below the least. */
static gr_status open_impossible(gr_repairs *r) {
  look(r);
  for (size_t c = 0; c < r->cells.count; c++) {
    const gr_unknown *cell = gr_cell_of(r, c);
    const gr_variable *given = &cell->given;
    bool possible = !given->known || !given->bounded || given->value >= given->low;
    bool failing = false;
    for (size_t i = 0; i < r->failing_count && !possible; i++) {
      const gr_equation *sum = gr_sum_of(r, r->failing[i]);
      for (size_t k = 0; k < sum->known; k++) failing = failing || r->known[sum->first + k].cell == c;
    }
    if (failing) GR_TRY(open_cell(r, c));
  }
  return GR_OK;
}

gr_status gr_repairs_find(gr_repairs *r, uint64_t budget, size_t largest, bool *complete) {
  r->budget = budget;
  GR_TRY(gr_system_prepare(r));
  for (size_t s = 0; s < r->sums.count; s++) tell_cells(r, gr_sum_of(r, s), false);
  GR_TRY(open_impossible(r));
  for (size_t size = r->opened.count; size <= largest && size <= r->cells.count; size++) {
    GR_TRY(descend(r, size - r->opened.count));
    if (r->count > 0 || r->steps > budget) break;
  }
  *complete = r->steps <= budget;
  return GR_OK;
}

size_t gr_repairs_count(const gr_repairs *r) { return r->count; }
size_t gr_repairs_size(const gr_repairs *r) { return r->size; }
uint64_t gr_repairs_steps(const gr_repairs *r) { return r->steps; }
const gr_change *gr_repairs_at(const gr_repairs *r, size_t index) {
  return GR_FROM(gr_change, &r->found, index * r->size);
}
