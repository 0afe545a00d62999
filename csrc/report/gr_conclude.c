/* What an alignment says: the cheapest way through the lattice, and for each value what another reading would cost. */
#include "report/gr_align.h"

/* A reading of a value: its cell, and the cost of the cheapest whole alignment with it. */
typedef struct reading {
  size_t atom, row, column;
  int32_t cost;
} reading;

/* ---- the cheapest way --------------------------------------------------------------------------- */

static void note_texts(gr_align *a, size_t from, size_t to, gr_step step, int32_t row) {
  for (size_t i = from; i < to; i++) {
    const gr_atom *atom = gr_atom_at(a, i);
    if (gr_atom_is_value(atom)) continue;
    size_t number = a->run_end[i];   /* replaced below by the number of its text */
    gr_align_text *text = GR_AT(gr_align_text, &a->texts, number);
    if (step == GR_STEP_NOISE) text->unexplained++;
    if (step == GR_STEP_LABEL && row >= 0) text->row = (size_t)row;
  }
}

static gr_status list_texts(gr_align *a) {
  for (size_t i = 0; i < a->atoms.count; i++) {
    const gr_atom *atom = gr_atom_at(a, i);
    if (gr_atom_is_value(atom)) continue;
    if (atom->piece == i) {
      gr_align_text text = {atom->range, atom->record, atom->piece_end - i, 0, GR_ALIGN_NONE};
      text.range.end = gr_atom_at(a, atom->piece_end - 1)->range.end;
      GR_TRY(gr_vector_push(&a->memory, &a->texts, &text, sizeof text));
    }
    a->run_end[i] = a->texts.count - 1;
  }
  return GR_OK;
}

static gr_status list_rows(gr_align *a) {
  for (size_t r = 0; r < a->rows.count; r++) {
    gr_align_row row = {.seen = gr_expected_at(a, r)->seen};
    GR_TRY(gr_vector_push(&a->memory, &a->found, &row, sizeof row));
  }
  return GR_OK;
}

static void leave_row(gr_align *a, gr_align_state s) {
  gr_align_row *row = GR_AT(gr_align_row, &a->found, (size_t)s.row);
  row->values = s.filled;
  const gr_expected *own = gr_expected_at(a, (size_t)s.row);
  if (s.label >= 0) row->letters = gr_label_of(a, own, (size_t)s.label).count;
  else if (own->label_count > 0) row->letters = gr_label_of(a, own, 0).count;
}

/* Values in their order, and of each the cell that the cheapest way gives it to. */
static gr_status add_value(gr_align *a, size_t i, gr_align_state to, bool bound) {
  const gr_atom *atom = gr_atom_at(a, i);
  gr_align_value value = {atom->range, atom->record, gr_atom_is_number(atom), GR_ALIGN_NONE, GR_ALIGN_NONE, GR_FAR,
                          GR_ALIGN_NONE};
  if (bound) {
    value.row = (size_t)to.row;
    value.column = (size_t)to.filled - 1;
    gr_align_row *row = GR_AT(gr_align_row, &a->found, value.row);
    if (value.column == 0) row->before = row->matched;
  }
  return gr_vector_push(&a->memory, &a->values, &value, sizeof value);
}

/* Counts the letters of a row's label that stand in the text as they are. */
static void count_letters(gr_align *a, const gr_node *from, const gr_node *to) {
  gr_align_state s = to->state;
  if (s.row < 0 || s.label < 0 || s.matched == 0) return;
  gr_word label = gr_label_of(a, gr_expected_at(a, (size_t)s.row), (size_t)s.label);
  size_t reached = from->state.row == s.row && from->state.label == s.label ? from->state.matched : 0;
  for (size_t i = to->position, k = s.matched; i-- > from->position && k-- > reached;)
    GR_AT(gr_align_row, &a->found, (size_t)s.row)->matched += gr_atom_at(a, i)->character == gr_letter_at(a, label, k);
}

static gr_status follow(gr_align *a) {
  gr_lattice *l = &a->lattice;
  uint32_t n = 0;
  for (;;) {
    const gr_node *node = gr_node_at(l, n);
    uint32_t k = node->first_edge;
    while (k != GR_NO_NODE) {
      const gr_edge *edge = gr_edge_at(l, k);
      if (gr_node_at(l, edge->to)->backward + edge->cost == node->backward) break;
      k = edge->next;
    }
    if (k == GR_NO_NODE) return GR_OK;
    gr_edge edge = *gr_edge_at(l, k);
    const gr_node *to = gr_node_at(l, edge.to);
    if (edge.step == GR_STEP_LEAVE && !gr_is_behind(node->state) && node->state.row >= 0) leave_row(a, node->state);
    note_texts(a, node->position, to->position, edge.step, to->state.row);
    count_letters(a, node, to);
    for (size_t i = node->position; i < to->position; i++)
      if (gr_atom_is_value(gr_atom_at(a, i))) GR_TRY(add_value(a, i, to->state, edge.step == GR_STEP_VALUE));
    n = edge.to;
  }
}

/* ---- other readings ------------------------------------------------------------------------------ */

static int compare(const reading *a, const reading *b) {
  if (a->row != b->row) return a->row < b->row ? -1 : 1;
  if (a->column != b->column) return a->column < b->column ? -1 : 1;
  if (a->atom != b->atom) return a->atom < b->atom ? -1 : 1;
  return 0;
}

/* Heap sort: the same steps for the same readings, and none of them recursive. */
static void sift(reading *list, size_t root, size_t count) {
  for (size_t child = 2 * root + 1; child < count; child = 2 * root + 1) {
    if (child + 1 < count && compare(&list[child], &list[child + 1]) < 0) child++;
    if (compare(&list[root], &list[child]) >= 0) return;
    reading moved = list[root];
    list[root] = list[child];
    list[child] = moved;
    root = child;
  }
}

static void sort(reading *list, size_t count) {
  for (size_t i = count / 2; i-- > 0;) sift(list, i, count);
  for (size_t i = count; i-- > 1;) {
    reading first = list[0];
    list[0] = list[i];
    list[i] = first;
    sift(list, 0, i);
  }
}

static gr_status list_readings(gr_align *a, gr_vector *out) {
  const gr_lattice *l = &a->lattice;
  int32_t most = gr_node_at(l, 0)->backward + a->reach;
  for (size_t k = 0; k < l->edges.count; k++) {
    const gr_edge *edge = gr_edge_at(l, (uint32_t)k);
    const gr_node *from = gr_node_at(l, edge->from), *to = gr_node_at(l, edge->to);
    a->steps++;
    if (edge->step != GR_STEP_VALUE || from->forward >= GR_FAR || to->backward >= GR_FAR) continue;
    reading r = {from->position, (size_t)to->state.row, (size_t)to->state.filled - 1,
                 from->forward + edge->cost + to->backward};
    if (r.cost <= most) GR_TRY(gr_vector_push(&a->memory, out, &r, sizeof r));
  }
  sort(out->items, out->count);
  return GR_OK;
}

static void challenge(gr_align_value *value, int32_t margin, size_t rival) {
  if (margin >= value->margin) return;
  value->margin = margin;
  value->rival = rival;
}

/* What other readings cost more: the value in another row, or another value in its cell. Equal values do not compete. */
static void weigh(gr_align *a, const reading *list, size_t count, const size_t *value_of) {
  int32_t best = gr_node_at(&a->lattice, 0)->backward;
  for (size_t i = 0; i < count; i++) {
    gr_align_value *own = GR_AT(gr_align_value, &a->values, value_of[list[i].atom]);
    if (own->row != GR_ALIGN_NONE && own->row != list[i].row) challenge(own, list[i].cost - best, list[i].row);
  }
  for (size_t i = 0; i < count;) {
    size_t end = i;
    while (end < count && list[end].row == list[i].row && list[end].column == list[i].column) end++;
    for (size_t k = i; k < end; k++) {
      gr_align_value *own = GR_AT(gr_align_value, &a->values, value_of[list[k].atom]);
      if (own->row != list[k].row || own->column != list[k].column) continue;
      for (size_t m = i; m < end; m++)
        if (gr_atom_at(a, list[m].atom)->value != gr_atom_at(a, list[k].atom)->value)
          challenge(own, list[m].cost - best, list[k].row);
    }
    i = end;
  }
}

gr_status gr_align_conclude(gr_align *a) {
  gr_lattice_backward(&a->lattice);
  if (gr_node_at(&a->lattice, 0)->backward >= GR_FAR) return GR_LIMIT_ITEMS;
  GR_TRY(list_rows(a));
  GR_TRY(list_texts(a));
  GR_TRY(follow(a));
  /* `previous` has served: it now tells of each atom the number of its value. */
  for (size_t i = 0, count = 0; i < a->atoms.count; i++) {
    a->previous[i] = count;
    count += gr_atom_is_value(gr_atom_at(a, i));
  }
  gr_vector readings = {0};
  gr_status status = list_readings(a, &readings);
  if (status == GR_OK) weigh(a, readings.items, readings.count, a->previous);
  gr_vector_release(&a->memory, &readings, sizeof(reading));
  return status;
}
