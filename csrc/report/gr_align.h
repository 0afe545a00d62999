/* The parts of an alignment that its files share. */
#ifndef GR_ALIGN_H
#define GR_ALIGN_H

#include "report/gr_atoms.h"
#include "report/gr_lattice.h"

/* Letters of a label, a group or a header: a stretch of `letters`. */
typedef struct gr_word {
  size_t first, count;
  uint64_t bits;          /* gr_letter_bit of each of them */
} gr_word;

/* The longest piece of a word that stands at an atom, and where in the word it begins. */
typedef struct gr_piece {
  size_t atom;                       /* the one that it was looked for at last, counted from 1; 0 for none */
  size_t length, start;
} gr_piece;

/* Text that is passed over without a label or a value of the row: a group, a word of the header, another row's label. */
typedef struct gr_skip {
  size_t end;
  int32_t cost;
  gr_step step;
} gr_skip;

typedef struct gr_skips {
  size_t atom;                       /* at which they were looked for, counted from 1; 0 for none */
  size_t first, count;
} gr_skips;

typedef struct gr_row_skips {
  gr_skips groups, others;
} gr_row_skips;

/* One of 64 bits: a word without that of a letter does not have the letter. */
static inline uint64_t gr_letter_bit(uint32_t letter) { return UINT64_C(1) << (letter & 63); }

typedef struct gr_expected {
  size_t values;
  size_t first_label, label_count;   /* of `labels` */
  size_t first_group, group_count;   /* of `groups` */
  bool seen;
} gr_expected;

#define GR_ALIGN_FIELD(name, cost) int32_t name;
typedef struct gr_align_costs {
  GR_ALIGN_COSTS(GR_ALIGN_FIELD)
} gr_align_costs;

struct gr_align {
  gr_memory memory;
  bool across;
  gr_align_costs costs;
  int32_t reach;                     /* what other readings may cost more; GR_FAR for whatever it is */
  gr_vector letters;                 /* uint32_t */
  gr_vector rows;                    /* gr_expected */
  gr_vector labels, groups, headers; /* gr_word */
  gr_vector atoms;                   /* gr_atom */
  gr_vector values, texts, found;    /* gr_align_value, gr_align_text, gr_align_row */
  size_t *previous;                  /* by atom: the value in front of it; GR_ALIGN_NONE */
  size_t *run_end;                   /* by atom: where the run of text, or of values of its record, ends */
  size_t *labels_before;             /* by value: how many rows have their label whole in the text in front of it */
  size_t *label_before;              /* and one of them */
  gr_piece *pieces;                  /* of each word, at its first letter */
  gr_vector skips;                   /* gr_skip: those at the atom that is explored */
  gr_row_skips *skips_of;            /* which of them are those of each row, from that of none on */
  gr_skips headers_here;             /* and which are words of the header */
  uint32_t *behind;                  /* the nodes behind each row at the atom that is explored */
  gr_lattice lattice;
  uint64_t steps, budget;
};

static inline const gr_expected *gr_expected_at(const gr_align *a, size_t row) { return GR_AT(gr_expected, &a->rows, row); }
static inline const gr_atom *gr_atom_at(const gr_align *a, size_t i) { return GR_AT(gr_atom, &a->atoms, i); }
static inline uint32_t gr_letter_at(const gr_align *a, gr_word word, size_t i) {
  return *GR_AT(uint32_t, &a->letters, word.first + i);
}
static inline gr_word gr_label_of(const gr_align *a, const gr_expected *row, size_t label) {
  return *GR_AT(gr_word, &a->labels, row->first_label + label);
}

/* Whether a word stands at an atom, within its run of text. */
static inline bool gr_align_stands(const gr_align *a, gr_word word, size_t atom) {
  if (gr_atom_is_value(gr_atom_at(a, atom)) || a->run_end[atom] - atom < word.count) return false;
  for (size_t i = 0; i < word.count; i++)
    if (gr_atom_at(a, atom + i)->character != gr_letter_at(a, word, i)) return false;
  return true;
}

/* Puts the edges of all ways into the lattice that may matter: the cheapest one and those within reach of it. */
gr_status gr_align_explore(gr_align *align);
/* Reads the results off the lattice. */
gr_status gr_align_conclude(gr_align *align);

#endif
