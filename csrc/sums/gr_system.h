/* The sums and cells of a search for repairs, and its state: what narrowing, the simplex method and the search share. */
#ifndef GR_SYSTEM_H
#define GR_SYSTEM_H

#include "base/gr_memory.h"

/* A bound that is none; its negative is the other one. */
#define GR_UNBOUNDED INT64_MAX
#define GR_NO_SUM SIZE_MAX

/* Families have a bit each in a set of them; sums that would need more are in none. */
#define GR_MOST_FAMILIES 64

typedef struct gr_member {
  size_t sum;
  int sign;
} gr_member;

typedef struct gr_equation {
  size_t first, count;   /* its terms */
  size_t known;          /* terms of cells with a value, at `first` of the known ones */
  size_t open;           /* terms of cells whose value is open now, at `first` of the open ones; the latest last */
  int64_t base;          /* sum of the other terms */
  size_t family;         /* no two sums of one family have a cell with a value in common; GR_MOST_FAMILIES for none */
  uint64_t fired, seen;  /* stamps: it narrowed a cell; it is part of an explanation */
  uint64_t paired;       /* stamp: it was counted in a pair */
} gr_equation;

typedef struct gr_unknown {
  gr_variable given;
  size_t first, count;   /* its members */
  int64_t low, high;     /* what the sums leave, while it is open; GR_UNBOUNDED */
  bool shut;             /* open already, or tried before */
  uint64_t failing;      /* the families of the failing sums in which its value stands, as a set */
  uint64_t seen;         /* stamp */
} gr_unknown;

typedef struct gr_fraction {
  size_t cell;
  int64_t near;          /* the whole number next to its value, towards 0 */
} gr_fraction;

struct gr_repairs {
  gr_memory memory;
  gr_vector cells;               /* gr_unknown */
  gr_vector sums;                /* gr_equation */
  gr_vector terms;               /* gr_term */
  gr_term *known, *open;         /* by sum, each as many as it has terms */
  gr_member *members;            /* by cell */
  size_t *live, live_count;      /* the sums with open cells, in order */
  size_t *failing, failing_count;   /* the others that are not 0 */
  size_t *counts, families;      /* how many fail in each family; how many families there are */
  size_t *contradiction, *best, *other;   /* lists of cells */
  size_t *columns;               /* of the simplex method: for 3 lists by cell and one by sum */
  gr_vector tableau;             /* int64_t: its entries */
  gr_fraction *fractions;        /* the cells to which it gave no multiple of their step, and room for a copy */
  size_t fraction_count;
  gr_vector reached;             /* size_t: sums of an explanation */
  gr_vector opened, choices;     /* size_t: cells */
  gr_vector kept;                /* int64_t: bounds to go back to */
  gr_vector found;               /* gr_change */
  size_t size, count;            /* changes in a repair; repairs */
  uint64_t stamp, pairings, steps, budget;
};

static inline gr_unknown *gr_cell_of(const gr_repairs *r, size_t cell) { return GR_AT(gr_unknown, &r->cells, cell); }
static inline uint64_t gr_family_bit(size_t family) { return family < GR_MOST_FAMILIES ? UINT64_C(1) << family : 0; }
static inline gr_equation *gr_sum_of(const gr_repairs *r, size_t sum) { return GR_AT(gr_equation, &r->sums, sum); }

/* Makes the lists by sum and by cell, and the families, of all that was added. */
gr_status gr_system_prepare(gr_repairs *r);

#endif
