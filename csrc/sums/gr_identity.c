/* Sums that must hold, with unknowns: a blank, a dash, 无 or 不适用 stands for some number >= 0, an unreadable or absent
 * cell for any number. */
#include "base/gr_limits.h"
#include "base/gr_memory.h"
#include "base/gr_slice.h"

#define GR_NO_FACTORS SIZE_MAX

typedef struct gr_identity {
  gr_relation relation;
  size_t first, count;   /* among all terms */
  size_t factors;        /* its first among all factors; GR_NO_FACTORS where each is 1 */
} gr_identity;

struct gr_identities {
  gr_memory memory;
  const gr_schema *schema;
  gr_vector terms, factors, list;
};

gr_status gr_identities_new(const gr_schema *schema, const gr_options *options, gr_identities **out) {
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_identities), &object));
  gr_identities *identities = (gr_identities *)object;
  identities->schema = schema;
  *out = identities;
  return GR_OK;
}

void gr_identities_free(gr_identities *identities) {
  if (identities == NULL) return;
  gr_vector_release(&identities->memory, &identities->terms, sizeof(gr_term));
  gr_vector_release(&identities->memory, &identities->factors, sizeof(gr_decimal));
  gr_vector_release(&identities->memory, &identities->list, sizeof(gr_identity));
  gr_memory_free_object(&identities->memory, sizeof *identities);
}

gr_status gr_identities_add(gr_identities *identities, gr_relation relation, const gr_term *terms, size_t count) {
  return gr_identities_add_times(identities, relation, terms, NULL, count);
}

gr_status gr_identities_add_times(gr_identities *identities, gr_relation relation, const gr_term *terms,
                                  const gr_decimal *factors, size_t count) {
  gr_identity identity = {relation, identities->terms.count, count, GR_NO_FACTORS};
  if (factors != NULL) identity.factors = identities->factors.count;
  for (size_t i = 0; factors != NULL && i < count; i++)
    if (factors[i].mantissa <= 0) return GR_NUMBER_RANGE;
  for (size_t i = 0; i < count; i++) {
    GR_TRY(gr_vector_push(&identities->memory, &identities->terms, &terms[i], sizeof *terms));
    if (factors != NULL)
      GR_TRY(gr_vector_push(&identities->memory, &identities->factors, &factors[i], sizeof *factors));
  }
  return gr_vector_push(&identities->memory, &identities->list, &identity, sizeof identity);
}

size_t gr_identities_count(const gr_identities *identities) { return identities->list.count; }

const gr_term *gr_identities_terms(const gr_identities *identities, size_t index, size_t *count) {
  const gr_identity *identity = GR_AT(gr_identity, &identities->list, index);
  *count = identity->count;
  return GR_FROM(gr_term, &identities->terms, identity->first);
}

typedef struct gr_sum {
  gr_decimal value;
  gr_slice unit;         /* the first that a cell has, into which the others are converted */
  size_t numbers, absent;
  size_t positive, negative;   /* unknowns with either sign */
} gr_sum;

/* The unit of a number: the printed one, else that of the form; empty where there is none. */
static gr_slice unit_of(const gr_report *report, size_t number, gr_slice tape) {
  const gr_cell *cell = gr_report_cell_at(report, number);
  if (cell->unit.end > cell->unit.start) return gr_slice_sub(tape, cell->unit.start, cell->unit.end);
  const char *declared = gr_schema_unit(gr_report_schema(report), number);
  return declared != NULL ? gr_slice_of(declared) : (gr_slice){NULL, 0};
}

/* Takes a value into the unit of the sum. */
static gr_status convert(gr_sum *sum, gr_slice unit, gr_decimal *value, gr_outcome *out) {
  if (unit.size == 0) return GR_OK;
  if (sum->unit.size == 0) sum->unit = gr_unit_added(unit);
  if (gr_slice_equal(sum->unit, unit)) return GR_OK;
  gr_decimal factor;
  GR_TRY(gr_unit_factor(unit, sum->unit, &factor));
  out->converted = true;
  return gr_decimal_multiply(factor, *value, value);
}

/* Adds a term; its factor is NULL for 1. An unknown number >= 0 stays one, whatever it is multiplied with. */
static gr_status add_cell(gr_sum *sum, const gr_report *report, size_t number, int sign, const gr_decimal *factor,
                          gr_slice tape, gr_outcome *out) {
  const gr_cell *cell = gr_report_cell_at(report, number);
  switch (cell->state) {
  case GR_NUMBER:
    sum->numbers++;
    gr_decimal value = cell->value;
    GR_TRY(convert(sum, unit_of(report, number, tape), &value, out));
    if (factor != NULL) GR_TRY(gr_decimal_multiply(*factor, value, &value));
    if (sign > 0) return gr_decimal_add(sum->value, value, &sum->value);
    return gr_decimal_subtract(sum->value, value, &sum->value);
  case GR_ABSENT:
    sum->absent++;
    if (gr_report_cell_used(report, number)) out->missing++;
    return GR_OK;
  case GR_UNREADABLE:
  case GR_TEXT:
  case GR_DATE:
  case GR_FLAG:
  case GR_CHOICE:
    out->missing++;
    return GR_OK;
  case GR_BLANK:
  case GR_DASH:
  case GR_NONE:
  case GR_NOT_APPLICABLE:
    out->unknown++;
    if (sign > 0) sum->positive++;
    else sum->negative++;
    return GR_OK;
  }
  return GR_OK;
}

/* Whether a term is of a row that the report prints as the subtotal of others which the sum has as well. */
static bool is_subtotal(const gr_report *report, const gr_term *terms, size_t count, size_t number) {
  const gr_schema *schema = gr_report_schema(report);
  size_t table, row, column;
  gr_schema_locate(schema, number, &table, &row, &column);
  int parts = gr_schema_parts(schema, table, row);
  for (int k = 1; k <= parts; k++) {
    size_t part = number + (size_t)k * gr_schema_columns(schema, table);
    if (gr_report_cell_at(report, part)->state == GR_ABSENT) continue;
    for (size_t i = 0; i < count; i++)
      if (terms[i].cell == part) return true;
  }
  return false;
}

/* What a sum of `rest` and unknowns says. Unknowns can only add to their own side: a surplus needs one on the other side
 * to be made up. */
static gr_verdict judge(gr_relation relation, int64_t rest, const gr_sum *sum) {
  if (rest > 0 && sum->negative == 0) return GR_FAILS;
  if (relation == GR_AT_MOST) return rest > 0 || sum->positive > 0 ? GR_UNDECIDED : GR_HOLDS;
  if (rest < 0 && sum->positive == 0) return GR_FAILS;
  return rest != 0 || (sum->positive > 0 && sum->negative > 0) ? GR_UNDECIDED : GR_HOLDS;
}

gr_status gr_identities_evaluate(const gr_identities *identities, size_t index, const gr_report *report,
                                 gr_outcome *out) {
  size_t count;
  const gr_term *terms = gr_identities_terms(identities, index, &count);
  gr_slice tape = gr_document_tape(gr_report_document(report));
  const gr_identity *identity = GR_AT(gr_identity, &identities->list, index);
  bool weighed = identity->factors != GR_NO_FACTORS;
  gr_sum sum = {{0, 0}, {NULL, 0}, 0, 0, 0, 0};
  gr_outcome outcome = {GR_HOLDS, {0, 0}, 0, 0, false};
  for (size_t i = 0; i < count; i++) {
    if (is_subtotal(report, terms, count, terms[i].cell)) continue;
    const gr_decimal *factor = weighed ? GR_AT(gr_decimal, &identities->factors, identity->factors + i) : NULL;
    GR_TRY(add_cell(&sum, report, terms[i].cell, terms[i].sign, factor, tape, &outcome));
  }
  outcome.residual = sum.value;
  if (sum.absent == count) outcome.verdict = GR_VACUOUS;
  else if (outcome.missing > 0) outcome.verdict = GR_UNDECIDED;
  else outcome.verdict = judge(identity->relation, sum.value.mantissa, &sum);
  *out = outcome;
  return GR_OK;
}

/* ---- what follows for unknown cells --------------------------------------------------------------- */

static bool is_unfilled(gr_state state) {
  return state == GR_BLANK || state == GR_DASH || state == GR_NONE || state == GR_NOT_APPLICABLE;
}

/* Whether a term says nothing in its sum: others are printed in its place, or it is their subtotal. */
static bool is_left_out(const gr_report *report, const gr_term *terms, size_t count, size_t number) {
  if (gr_report_cell_at(report, number)->state == GR_ABSENT) return !gr_report_cell_used(report, number);
  return is_subtotal(report, terms, count, number);
}

/* Whether all cells of a sum hold numbers of one unit or may hold any. */
static bool may_imply(const gr_report *report, const gr_term *terms, size_t count) {
  gr_slice tape = gr_document_tape(gr_report_document(report)), unit = {NULL, 0};
  for (size_t i = 0; i < count; i++) {
    const gr_cell *cell = gr_report_cell_at(report, terms[i].cell);
    if (is_left_out(report, terms, count, terms[i].cell)) continue;
    if (cell->state != GR_NUMBER && !is_unfilled(cell->state)) return false;
    bool is_printed = cell->unit.end > cell->unit.start;
    gr_slice own = cell->state == GR_NUMBER || is_printed ? unit_of(report, terms[i].cell, tape) : (gr_slice){NULL, 0};
    if (own.size == 0) continue;
    if (unit.size == 0) unit = gr_unit_added(own);
    if (!gr_slice_equal(unit, own)) return false;
  }
  return true;
}

/* Tells of the unknown cells of a sum, where it says anything that is not known; false where it does not. */
static bool imply(const gr_report *report, const gr_term *terms, size_t count, gr_decimal *values, bool *known) {
  gr_decimal rest = {0, 0};
  size_t unknown = 0;
  int sign = 0;
  for (size_t i = 0; i < count; i++) {
    const gr_cell *cell = gr_report_cell_at(report, terms[i].cell);
    if (is_left_out(report, terms, count, terms[i].cell)) continue;
    if (cell->state != GR_NUMBER && !known[terms[i].cell]) {
      if (sign != 0 && sign != terms[i].sign) return false;
      sign = terms[i].sign;
      unknown++;
      continue;
    }
    gr_decimal value = cell->state == GR_NUMBER ? cell->value : values[terms[i].cell];
    gr_status status = terms[i].sign > 0 ? gr_decimal_add(rest, value, &rest) : gr_decimal_subtract(rest, value, &rest);
    if (status != GR_OK) return false;
  }
  if (sign > 0) rest.mantissa = -rest.mantissa;
  if (unknown == 0 || (rest.mantissa != 0 && (unknown > 1 || rest.mantissa < 0))) return false;
  for (size_t i = 0; i < count; i++) {
    size_t number = terms[i].cell;
    bool is_new = gr_report_cell_at(report, number)->state != GR_NUMBER && !known[number]
                  && !is_left_out(report, terms, count, number);
    if (is_new) values[number] = rest;
    known[number] |= is_new;
  }
  return true;
}

void gr_identities_imply(const gr_identities *identities, const gr_report *report, size_t *sums, size_t count,
                         gr_decimal *values, bool *known) {
  size_t open = 0, left, size;
  for (size_t i = 0; i < count; i++) {
    const gr_term *terms = gr_identities_terms(identities, sums[i], &size);
    if (may_imply(report, terms, size)) sums[open++] = sums[i];
  }
  do {
    left = open;
    open = 0;
    for (size_t i = 0; i < left; i++) {
      const gr_term *terms = gr_identities_terms(identities, sums[i], &size);
      if (!imply(report, terms, size, values, known)) sums[open++] = sums[i];
    }
  } while (open < left);
}
