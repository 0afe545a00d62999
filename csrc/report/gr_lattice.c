#include "report/gr_lattice.h"

#include "base/gr_limits.h"

_Static_assert(sizeof(gr_align_state) == sizeof(uint64_t), "a state has no gaps");

static uint64_t key_of(gr_align_state state) {
  uint64_t key;
  memcpy(&key, &state, sizeof key);
  return key;
}

static size_t hash_of(uint32_t position, uint64_t key) {
  uint64_t h = (key ^ (uint64_t)position * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0x7FB5D329728EA185);
  h = (h ^ h >> 32) * UINT64_C(0x81DADEF4BC2DD44D);
  return (size_t)(h ^ h >> 29);
}

gr_status gr_lattice_init(gr_memory *memory, gr_lattice *lattice, size_t positions) {
  *lattice = (gr_lattice){.positions = positions};
  void *heads = NULL;
  GR_TRY(gr_memory_resize(memory, &heads, 0, 2 * positions * sizeof(uint32_t)));
  lattice->heads = heads;
  lattice->tails = lattice->heads + positions;
  return GR_OK;
}

void gr_lattice_release(gr_memory *memory, gr_lattice *lattice) {
  gr_vector_release(memory, &lattice->nodes, sizeof(gr_node));
  gr_vector_release(memory, &lattice->edges, sizeof(gr_edge));
  void *block = lattice->heads;
  if (block != NULL) (void)gr_memory_resize(memory, &block, 2 * lattice->positions * sizeof(uint32_t), 0);
  block = lattice->table;
  if (block != NULL) (void)gr_memory_resize(memory, &block, lattice->table_size * sizeof(uint32_t), 0);
  *lattice = (gr_lattice){0};
}

/* Where in the table a state at a position is, or belongs. */
static inline uint32_t *slot_of(const gr_lattice *lattice, uint32_t position, gr_align_state state) {
  uint64_t key = key_of(state);
  size_t mask = lattice->table_size - 1, at = hash_of(position, key) & mask;
  for (; lattice->table[at] != GR_NO_NODE; at = (at + 1) & mask) {
    const gr_node *node = gr_node_at(lattice, lattice->table[at]);
    if (node->position == position && key_of(node->state) == key) break;
  }
  return &lattice->table[at];
}

/* Doubles the table, which is kept at most half full. */
static gr_status grow(gr_memory *memory, gr_lattice *lattice) {
  size_t size = lattice->table_size == 0 ? 256 : 2 * lattice->table_size;
  void *table = NULL;
  GR_TRY(gr_memory_resize(memory, &table, 0, size * sizeof(uint32_t)));
  void *old = lattice->table;
  if (old != NULL) (void)gr_memory_resize(memory, &old, lattice->table_size * sizeof(uint32_t), 0);
  lattice->table = table;
  lattice->table_size = size;
  for (size_t i = 0; i < size; i++) lattice->table[i] = GR_NO_NODE;
  for (size_t i = 0; i < lattice->nodes.count; i++) {
    const gr_node *node = gr_node_at(lattice, (uint32_t)i);
    *slot_of(lattice, node->position, node->state) = (uint32_t)i;
  }
  return GR_OK;
}

static gr_status add_node(gr_memory *memory, gr_lattice *lattice, uint32_t position, gr_align_state state,
                          uint32_t *slot) {
  gr_node node = {state, position, GR_NO_NODE, GR_NO_NODE, GR_NO_NODE, GR_FAR, GR_FAR};
  uint32_t number = (uint32_t)lattice->nodes.count;
  if (number >= GR_MAX_ALIGN_NODES) return GR_LIMIT_ITEMS;
  GR_TRY(gr_vector_push(memory, &lattice->nodes, &node, sizeof node));
  *slot = number;
  if (lattice->tails[position] == GR_NO_NODE) lattice->heads[position] = number;
  else gr_node_at(lattice, lattice->tails[position])->next = number;
  lattice->tails[position] = number;
  return GR_OK;
}

gr_status gr_lattice_start(gr_memory *memory, gr_lattice *lattice, gr_align_state state) {
  lattice->nodes.count = lattice->edges.count = 0;
  for (size_t i = 0; i < lattice->positions; i++) lattice->heads[i] = lattice->tails[i] = GR_NO_NODE;
  for (size_t i = 0; i < lattice->table_size; i++) lattice->table[i] = GR_NO_NODE;
  if (lattice->table_size == 0) GR_TRY(grow(memory, lattice));
  GR_TRY(add_node(memory, lattice, 0, state, slot_of(lattice, 0, state)));
  gr_node_at(lattice, 0)->forward = 0;
  return GR_OK;
}

gr_status gr_lattice_add(gr_memory *memory, gr_lattice *lattice, uint32_t from, uint32_t position, gr_align_state state,
                         int32_t cost, gr_step step) {
  if (2 * (lattice->nodes.count + 1) > lattice->table_size) GR_TRY(grow(memory, lattice));
  uint32_t *slot = slot_of(lattice, position, state);
  if (*slot == GR_NO_NODE) GR_TRY(add_node(memory, lattice, position, state, slot));
  uint32_t to = *slot;
  gr_edge edge = {from, to, GR_NO_NODE, cost, step};
  GR_TRY(gr_vector_push(memory, &lattice->edges, &edge, sizeof edge));
  uint32_t number = (uint32_t)lattice->edges.count - 1;
  gr_node *source = gr_node_at(lattice, from), *target = gr_node_at(lattice, to);
  if (source->last_edge == GR_NO_NODE) source->first_edge = number;
  else gr_edge_at(lattice, source->last_edge)->next = number;
  source->last_edge = number;
  if (source->forward + cost < target->forward) target->forward = source->forward + cost;
  return GR_OK;
}

/* Edges lead to nodes whose own edges were added later: backwards, each is settled when it is used. */
void gr_lattice_backward(gr_lattice *lattice) {
  for (size_t i = lattice->edges.count; i-- > 0;) {
    const gr_edge *edge = gr_edge_at(lattice, (uint32_t)i);
    gr_node *from = gr_node_at(lattice, edge->from);
    int32_t cost = gr_node_at(lattice, edge->to)->backward + edge->cost;
    if (cost < from->backward) from->backward = cost;
  }
}
