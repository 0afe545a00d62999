/* Systems of sums over cells: how they are put together, and by what the search finds its way in them. */
#include "base/gr_limits.h"
#include "sums/gr_system.h"

gr_status gr_repairs_new(const gr_options *options, gr_repairs **out) {
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_repairs), &object));
  *out = (gr_repairs *)object;
  return GR_OK;
}

void gr_repairs_free(gr_repairs *r) {
  if (r == NULL) return;
  gr_vector_release(&r->memory, &r->cells, sizeof(gr_unknown));
  gr_vector_release(&r->memory, &r->sums, sizeof(gr_equation));
  gr_vector_release(&r->memory, &r->terms, sizeof(gr_term));
  gr_vector_release(&r->memory, &r->reached, sizeof(size_t));
  gr_vector_release(&r->memory, &r->tableau, sizeof(int64_t));
  gr_vector_release(&r->memory, &r->opened, sizeof(size_t));
  gr_vector_release(&r->memory, &r->choices, sizeof(size_t));
  gr_vector_release(&r->memory, &r->kept, sizeof(int64_t));
  gr_vector_release(&r->memory, &r->found, sizeof(gr_change));
  gr_memory_free_object(&r->memory, sizeof *r);
}

static bool in_range(int64_t value) { return value >= -GR_MAX_MANTISSA && value <= GR_MAX_MANTISSA; }

gr_status gr_repairs_cell(gr_repairs *r, gr_variable variable) {
  gr_unknown cell = {variable, 0, 0, 0, 0, false, 0, 0};
  if (!in_range(variable.value) || !in_range(variable.low) || !in_range(variable.step)) return GR_NUMBER_RANGE;
  return gr_vector_push(&r->memory, &r->cells, &cell, sizeof cell);
}

gr_status gr_repairs_sum(gr_repairs *r, const gr_term *terms, size_t count) {
  gr_equation sum = {r->terms.count, count, 0, 0, 0, 0, 0, 0, 0};
  if (count > GR_MAX_TERMS) return GR_LIMIT_ITEMS;
  for (size_t i = 0; i < count; i++) GR_TRY(gr_vector_push(&r->memory, &r->terms, &terms[i], sizeof *terms));
  return gr_vector_push(&r->memory, &r->sums, &sum, sizeof sum);
}

static gr_status list_members(gr_repairs *r) {
  const gr_term *terms = r->terms.items;
  for (size_t i = 0; i < r->terms.count; i++) gr_cell_of(r, terms[i].cell)->count++;
  size_t first = 0;
  for (size_t i = 0; i < r->cells.count; i++) {
    gr_unknown *cell = gr_cell_of(r, i);
    cell->first = first;
    first += cell->count;
    cell->count = 0;
  }
  GR_TRY(gr_memory_zeroed(&r->memory, r->terms.count, sizeof *r->members, (void **)&r->members));
  for (size_t s = 0; s < r->sums.count; s++) {
    const gr_equation *sum = gr_sum_of(r, s);
    for (size_t i = sum->first; i < sum->first + sum->count; i++) {
      gr_unknown *cell = gr_cell_of(r, terms[i].cell);
      r->members[cell->first + cell->count++] = (gr_member){s, terms[i].sign};
    }
  }
  return GR_OK;
}

static void part_terms(gr_repairs *r) {
  const gr_term *terms = r->terms.items;
  for (size_t s = 0; s < r->sums.count; s++) {
    gr_equation *sum = gr_sum_of(r, s);
    for (size_t i = sum->first; i < sum->first + sum->count; i++) {
      const gr_variable *given = &gr_cell_of(r, terms[i].cell)->given;
      if (given->known) {
        r->known[sum->first + sum->known++] = terms[i];
        sum->base += terms[i].sign * given->value;
      } else {
        r->open[sum->first + sum->open++] = terms[i];
      }
    }
  }
}

/* Whether an earlier sum of the family has a cell with a value in common with a sum. */
static bool clashes(gr_repairs *r, size_t s, size_t family) {
  const gr_equation *sum = gr_sum_of(r, s);
  for (size_t i = 0; i < sum->known; i++) {
    const gr_unknown *cell = gr_cell_of(r, r->known[sum->first + i].cell);
    for (size_t m = 0; m < cell->count; m++) {
      size_t other = r->members[cell->first + m].sum;
      if (other < s && gr_sum_of(r, other)->family == family) return true;
    }
  }
  return false;
}

static void part_families(gr_repairs *r) {
  for (size_t s = 0; s < r->sums.count; s++) {
    size_t family = 0;
    while (family < GR_MOST_FAMILIES && clashes(r, s, family)) family++;
    gr_sum_of(r, s)->family = family;
    if (family >= r->families && family < GR_MOST_FAMILIES) r->families = family + 1;
  }
}

gr_status gr_system_prepare(gr_repairs *r) {
  GR_TRY(list_members(r));
  GR_TRY(gr_memory_zeroed(&r->memory, r->terms.count, sizeof *r->known, (void **)&r->known));
  GR_TRY(gr_memory_zeroed(&r->memory, r->terms.count, sizeof *r->open, (void **)&r->open));
  size_t **by_sum[] = {&r->live, &r->failing, &r->counts}, **by_cell[] = {&r->contradiction, &r->best, &r->other};
  for (size_t i = 0; i < 3; i++) {
    GR_TRY(gr_memory_zeroed(&r->memory, r->sums.count, sizeof(size_t), (void **)by_sum[i]));
    GR_TRY(gr_memory_zeroed(&r->memory, r->cells.count, sizeof(size_t), (void **)by_cell[i]));
  }
  size_t columns = 3 * r->cells.count + r->sums.count;
  GR_TRY(gr_memory_zeroed(&r->memory, columns, sizeof(size_t), (void **)&r->columns));
  GR_TRY(gr_memory_zeroed(&r->memory, 2 * r->cells.count, sizeof *r->fractions, (void **)&r->fractions));
  part_terms(r);
  part_families(r);
  return GR_OK;
}
