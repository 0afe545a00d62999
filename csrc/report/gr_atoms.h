/* The atoms of a text surface: what stands on the tape, without its look. A character of text, or a value. */
#ifndef GR_ATOMS_H
#define GR_ATOMS_H

#include "base/gr_memory.h"

#define GR_ATOM_BLANK 0   /* values that read the same have the same number; these two are no numbers */
#define GR_ATOM_DASH 1

typedef struct gr_atom {
  uint32_t character;        /* a Han character, letter or digit; 0 for a value */
  uint64_t value;
  gr_range range;            /* on the tape */
  size_t record;             /* a row of a table, or a line */
  size_t piece, piece_end;   /* the atoms of its cell or line */
  size_t values;             /* how many values its record has */
  bool has_text;             /* its record has text as well */
} gr_atom;

static inline bool gr_atom_is_value(const gr_atom *atom) { return atom->character == 0; }
static inline bool gr_atom_is_number(const gr_atom *atom) { return atom->character == 0 && atom->value > GR_ATOM_DASH; }

/* Reads a range of the tape. Empty cells are values, but for those in front of the label of their row and those of rows
 * that hold nothing. Marks of pages are no atoms. Linear in the range. GR_INPUT_ENCODING where it is no UTF-8. */
gr_status gr_atoms_read(gr_memory *memory, gr_slice tape, gr_range range, gr_vector *out);
/* Those of a label. */
gr_status gr_atoms_label(gr_memory *memory, gr_slice text, gr_vector *out);

#endif
