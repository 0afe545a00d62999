/* A lattice: states at positions, with the ways between them and what each costs; the cheapest way through it. */
#ifndef GR_LATTICE_H
#define GR_LATTICE_H

#include "base/gr_memory.h"

#define GR_NO_NODE UINT32_MAX
#define GR_FAR (INT32_MAX / 4)

/* Where an alignment stands: in a row, with so many characters of one of its labels read and so many of its values; or
 * behind it. Without gaps: states are compared as eight bytes. */
typedef struct gr_align_state {
  int16_t row;          /* -1 before the first */
  int16_t label;        /* GR_NO_LABEL as long as none has begun */
  uint16_t matched, filled;
} gr_align_state;

enum { GR_NO_LABEL = -1, GR_BEHIND = -2 };   /* a state behind its row has GR_BEHIND for its label, and the rest 0 */

static inline gr_align_state gr_behind(int32_t row) { return (gr_align_state){(int16_t)row, GR_BEHIND, 0, 0}; }
static inline bool gr_is_behind(gr_align_state state) { return state.label == GR_BEHIND; }

typedef enum gr_step {
  GR_STEP_LEAVE, GR_STEP_LABEL, GR_STEP_GROUP, GR_STEP_OTHER, GR_STEP_NOISE, GR_STEP_VALUE
} gr_step;

typedef struct gr_node {
  gr_align_state state;
  uint32_t position;
  uint32_t next;         /* at the same position, in the order in which they were reached */
  uint32_t first_edge, last_edge;
  int32_t forward, backward;
} gr_node;

typedef struct gr_edge {
  uint32_t from, to, next;
  int32_t cost;
  gr_step step;
} gr_edge;

typedef struct gr_lattice {
  gr_vector nodes, edges;   /* gr_node, gr_edge */
  uint32_t *heads, *tails;  /* nodes by position */
  uint32_t *table;          /* nodes by state and position */
  size_t positions, table_size;
} gr_lattice;

gr_status gr_lattice_init(gr_memory *memory, gr_lattice *lattice, size_t positions);
void gr_lattice_release(gr_memory *memory, gr_lattice *lattice);
/* A way from a node to a state; the state's node is made where it is new. */
gr_status gr_lattice_add(gr_memory *memory, gr_lattice *lattice, uint32_t from, uint32_t position, gr_align_state state,
                         int32_t cost, gr_step step);
/* The first node, and no other. */
gr_status gr_lattice_start(gr_memory *memory, gr_lattice *lattice, gr_align_state state);
/* Fills in `backward`, the cost from each node to the end; nodes at the last position have theirs already. */
void gr_lattice_backward(gr_lattice *lattice);

static inline gr_node *gr_node_at(const gr_lattice *lattice, uint32_t node) {
  return GR_AT(gr_node, &lattice->nodes, node);
}
static inline gr_edge *gr_edge_at(const gr_lattice *lattice, uint32_t edge) {
  return GR_AT(gr_edge, &lattice->edges, edge);
}

#endif
