/* The search of an alignment: from each state at each atom, the ways to explain what comes next. */
#include "report/gr_align.h"

#define BEAM 280              /* what costs more than the best by this is not followed: tenths */
#define NARROW_BEAM 20        /* the same where any good way will do */
#define LONGEST_SKIP 4        /* letters of a label that may be missing in a row */
#define LATEST_START 2        /* letters at the start of a label that may be missing */
#define ROWS_AHEAD 9          /* so far ahead the label of another row is looked for */
#define LEAST_PIECE 4         /* letters of a piece of another row's label */
#define LEAST_ROW_PIECE 6

typedef struct explorer {
  gr_align *a;
  int32_t beam, limit;        /* a way that costs more than the best so far and the one, or than the other, is not followed */
  size_t position;
  uint32_t from;              /* the node, and its state */
  gr_align_state state;
} explorer;

static gr_status add(explorer *e, size_t position, gr_align_state state, int32_t cost, gr_step step) {
  gr_align *a = e->a;
  if (gr_node_at(&a->lattice, e->from)->forward + cost > e->limit) return GR_OK;
  if (++a->steps > a->budget) return GR_LIMIT_ITEMS;
  return gr_lattice_add(&a->memory, &a->lattice, e->from, (uint32_t)position, state, cost, step);
}

static const gr_expected *row_of(const explorer *e, int32_t row) { return gr_expected_at(e->a, (size_t)row); }

static int32_t count_rows(const explorer *e) { return (int32_t)e->a->rows.count; }

/* ---- the end of a row --------------------------------------------------------------------------- */

static int32_t cost_of_leaving(const explorer *e) {
  const gr_align_costs *costs = &e->a->costs;
  gr_align_state s = e->state;
  if (s.row < 0) return 0;
  const gr_expected *row = row_of(e, s.row);
  int32_t cost = 0;
  if (s.label < 0 || s.matched == 0) {
    if (row->label_count > 0) cost += row->seen ? costs->no_label_seen : costs->no_label;
  } else {
    size_t missing = gr_label_of(e->a, row, (size_t)s.label).count - s.matched;
    int32_t tail = costs->tail + 8 * (int32_t)missing;
    if (missing > 0) cost += tail < 80 ? tail : 80;
  }
  if (s.filled == 0) cost += costs->no_values;
  else if (s.filled < row->values) cost += costs->partial;
  return cost;
}

/* ---- labels -------------------------------------------------------------------------------------- */

static gr_piece piece_at(const gr_align *a, gr_word word, size_t atom) {
  gr_piece best = {atom + 1, 0, 0};
  if ((word.bits & gr_letter_bit(gr_atom_at(a, atom)->character)) == 0) return best;
  size_t end = a->run_end[atom];
  for (size_t s = 0; s + best.length < word.count; s++) {
    size_t l = 0;
    while (s + l < word.count && atom + l < end && gr_atom_at(a, atom + l)->character == gr_letter_at(a, word, s + l)) l++;
    if (l > best.length) best = (gr_piece){atom + 1, l, s};
  }
  return best;
}

/* The same for all states at an atom: it is looked for once. */
static gr_piece longest_piece(const explorer *e, gr_word word) {
  gr_piece *known = &e->a->pieces[word.first];
  if (known->atom != e->position + 1) *known = piece_at(e->a, word, e->position);
  return *known;
}

static gr_status begin_label(explorer *e, uint32_t letter) {
  int32_t next = e->state.row + 1;
  if (next >= count_rows(e)) return GR_OK;
  const gr_expected *row = row_of(e, next);
  for (size_t v = 0; v < row->label_count; v++) {
    gr_word label = gr_label_of(e->a, row, v);
    for (size_t d = 0; d <= LATEST_START && d < label.count; d++) {
      if (gr_letter_at(e->a, label, d) != letter) continue;
      gr_align_state to = {(int16_t)next, (int16_t)v, (uint16_t)(d + 1), 0};
      int32_t cost = d == 0 ? 0 : e->a->costs.skip + 10 * (int32_t)d;
      GR_TRY(add(e, e->position + 1, to, cost, GR_STEP_LABEL));
    }
  }
  return GR_OK;
}

/* A cell or line that begins with a piece from the middle of a label. */
static gr_status begin_inside(explorer *e) {
  int32_t next = e->state.row + 1;
  if (next >= count_rows(e)) return GR_OK;
  const gr_expected *row = row_of(e, next);
  for (size_t v = 0; v < row->label_count; v++) {
    gr_word label = gr_label_of(e->a, row, v);
    gr_piece piece = longest_piece(e, label);
    size_t end = e->position + piece.length;
    if (piece.length < LEAST_PIECE || piece.start <= LATEST_START) continue;
    if (gr_atom_at(e->a, end - 1)->piece_end != end) continue;
    gr_align_state to = {(int16_t)next, (int16_t)v, (uint16_t)(piece.start + piece.length), 0};
    GR_TRY(add(e, end, to, e->a->costs.other_piece, GR_STEP_LABEL));
  }
  return GR_OK;
}

static gr_status follow_label(explorer *e, size_t v, uint32_t letter) {
  const gr_align_costs *costs = &e->a->costs;
  gr_align_state to = e->state;
  gr_word label = gr_label_of(e->a, row_of(e, to.row), v);
  size_t m = to.matched;
  int32_t late = 0;
  if (m == 0 && to.filled > 0) late = to.filled == row_of(e, to.row)->values ? costs->late : costs->late_inside;
  to.label = (int16_t)v;
  if (m < label.count && gr_letter_at(e->a, label, m) == letter) {
    to.matched++;
    return add(e, e->position + 1, to, late, GR_STEP_LABEL);
  }
  if (m == 0) return GR_OK;
  for (size_t d = 1; d <= LONGEST_SKIP && m + d < label.count; d++) {
    if (gr_letter_at(e->a, label, m + d) != letter) continue;
    to.matched = (uint16_t)(m + d + 1);
    GR_TRY(add(e, e->position + 1, to, costs->skip + 10 * (int32_t)d, GR_STEP_LABEL));
    break;
  }
  if (m >= label.count) return GR_OK;
  to.matched = (uint16_t)(m + 1);
  GR_TRY(add(e, e->position + 1, to, costs->substitute, GR_STEP_NOISE));
  return add(e, e->position + 1, e->state, costs->insert, GR_STEP_NOISE);
}

/* ---- text that is passed over ------------------------------------------------------------------- */

/* One way to pass over text. It is none where an earlier one comes as far for no more. */
static gr_status note_skip(explorer *e, gr_skips *own, size_t end, int32_t cost, gr_step step) {
  gr_align *a = e->a;
  for (size_t i = own->first; i < a->skips.count; i++) {
    const gr_skip *known = GR_AT(gr_skip, &a->skips, i);
    if (known->end == end && known->cost <= cost) return GR_OK;
  }
  own->count++;
  return gr_vector_push(&a->memory, &a->skips, &(gr_skip){end, cost, step}, sizeof(gr_skip));
}

static gr_status note_piece(explorer *e, gr_skips *own, gr_word word, size_t length) {
  const gr_align_costs *costs = &e->a->costs;
  size_t i = e->position, end = i + length;
  bool whole = gr_atom_at(e->a, i)->piece == i && gr_atom_at(e->a, end - 1)->piece_end == end;
  int32_t cost = (whole ? costs->group_whole : costs->group_piece) + (length == 1 ? costs->group_letter : 0);
  if (whole && length == word.count) cost = costs->group_whole / 2;
  return note_skip(e, own, end, cost, GR_STEP_GROUP);
}

static gr_status note_word(explorer *e, gr_skips *own, gr_word word) {
  size_t length = longest_piece(e, word).length;
  size_t inside = gr_atom_at(e->a, e->position)->piece_end - e->position;
  if (length == 0) return GR_OK;
  GR_TRY(note_piece(e, own, word, length));
  return inside < length ? note_piece(e, own, word, inside) : GR_OK;
}

/* Groups of the rows around. */
static gr_status note_groups(explorer *e, gr_skips *own) {
  const gr_align *a = e->a;
  int32_t r = e->state.row;
  for (int32_t q = r < 0 ? 0 : r; q <= r + 3; q++) {
    if (q >= count_rows(e)) break;
    const gr_expected *row = row_of(e, q);
    for (size_t g = 0; g < row->group_count; g++)
      GR_TRY(note_word(e, own, *GR_AT(gr_word, &a->groups, row->first_group + g)));
  }
  return GR_OK;
}

static gr_status note_headers(explorer *e, gr_skips *own) {
  for (size_t g = 0; g < e->a->headers.count; g++) GR_TRY(note_word(e, own, *GR_AT(gr_word, &e->a->headers, g)));
  return GR_OK;
}

static gr_status note_other(explorer *e, gr_skips *own, gr_word label) {
  gr_align *a = e->a;
  size_t i = e->position, end = i + label.count;
  if (label.count >= LEAST_PIECE && gr_align_stands(a, label, i)) {
    bool in_row = !a->across && gr_atom_at(a, end - 1)->values > 0;
    return note_skip(e, own, end, in_row ? a->costs.other_in_row : a->costs.other_label, GR_STEP_OTHER);
  }
  size_t length = a->across ? 0 : longest_piece(e, label).length;
  if (length < LEAST_PIECE || gr_atom_at(a, i + length - 1)->piece_end != i + length) return GR_OK;
  bool in_row = gr_atom_at(a, i)->values > 0;
  return note_skip(e, own, i + length, in_row ? a->costs.other_in_row : a->costs.other_piece, GR_STEP_OTHER);
}

/* Labels of other rows, at the beginning of a cell or line. */
static gr_status note_others(explorer *e, gr_skips *own) {
  int32_t r = e->state.row;
  if (gr_atom_at(e->a, e->position)->piece != e->position) return GR_OK;
  for (int32_t q = r > 0 ? r - 1 : 0; q < r + ROWS_AHEAD && q < count_rows(e); q++) {
    const gr_expected *row = row_of(e, q);
    for (size_t v = 0; v < row->label_count; v++) GR_TRY(note_other(e, own, gr_label_of(e->a, row, v)));
  }
  return GR_OK;
}

typedef gr_status (*noter)(explorer *e, gr_skips *own);

/* The same for all states of a row, or for all rows: it is looked for once. */
static gr_status pass_those(explorer *e, gr_skips *own, noter note) {
  gr_align *a = e->a;
  if (own->atom != e->position + 1) {
    *own = (gr_skips){e->position + 1, a->skips.count, 0};
    GR_TRY(note(e, own));
  }
  for (size_t i = own->first; i < own->first + own->count; i++) {
    gr_skip skip = *GR_AT(gr_skip, &a->skips, i);
    GR_TRY(add(e, skip.end, e->state, skip.cost, skip.step));
  }
  return GR_OK;
}

static gr_status pass_over(explorer *e) {
  gr_row_skips *own = &e->a->skips_of[e->state.row + 1];
  GR_TRY(pass_those(e, &own->groups, note_groups));
  GR_TRY(pass_those(e, &e->a->headers_here, note_headers));
  return pass_those(e, &own->others, note_others);
}

/* ---- text ---------------------------------------------------------------------------------------- */

static bool is_in_label(const explorer *e) {
  gr_align_state s = e->state;
  return s.label >= 0 && s.matched > 0 && s.matched < gr_label_of(e->a, row_of(e, s.row), (size_t)s.label).count;
}

static gr_status explore_text(explorer *e) {
  const gr_atom *atom = gr_atom_at(e->a, e->position);
  if (gr_is_behind(e->state)) {
    if (atom->piece == e->position) GR_TRY(begin_inside(e));
    return begin_label(e, atom->character);
  }
  if (e->state.row >= 0) {
    size_t labels = row_of(e, e->state.row)->label_count;
    if (e->state.label >= 0) GR_TRY(follow_label(e, (size_t)e->state.label, atom->character));
    else
      for (size_t v = 0; v < labels; v++) GR_TRY(follow_label(e, v, atom->character));
  }
  GR_TRY(pass_over(e));
  int32_t cost = e->a->costs.noise + 7 * (int32_t)(atom->piece_end - e->position);
  if (cost > 120) cost = 120;
  if (is_in_label(e) && atom->piece < e->position) cost += e->a->costs.torn;
  return add(e, atom->piece_end, e->state, cost, GR_STEP_NOISE);
}

/* ---- values ------------------------------------------------------------------------------------- */

static bool is_on_record_of_previous(const explorer *e) {
  size_t before = e->a->previous[e->position];
  return before != GR_ALIGN_NONE && gr_atom_at(e->a, before)->record == gr_atom_at(e->a, e->position)->record;
}

static int32_t cost_of_size(const explorer *e, const gr_expected *row) {
  size_t values = gr_atom_at(e->a, e->position)->values;
  return !e->a->across && values != 1 && values != row->values ? e->a->costs.record_size : 0;
}

/* Whether values of another row stand in front on the record; empty cells may stand in place of a label. */
static bool is_behind_values(const explorer *e) {
  const gr_align *a = e->a;
  size_t record = gr_atom_at(a, e->position)->record, i = a->previous[e->position];
  while (i != GR_ALIGN_NONE && gr_atom_at(a, i)->record == record && gr_atom_at(a, i)->value == GR_ATOM_BLANK)
    i = a->previous[i];
  return i != GR_ALIGN_NONE && gr_atom_at(a, i)->record == record;
}

/* A row begins with a value: its label is missing, or comes behind. */
static gr_status begin_row(explorer *e) {
  const gr_align *a = e->a;
  int32_t next = e->state.row + 1;
  if (next >= count_rows(e)) return GR_OK;
  int32_t cost = 0;
  bool others = a->labels_before[e->position] > 1
                || (a->labels_before[e->position] == 1 && a->label_before[e->position] != (size_t)next);
  bool same = is_behind_values(e);
  if (!a->across && same) cost += a->costs.same_record;
  if (!a->across && others) cost += a->costs.unlabelled;
  if (!same) cost += cost_of_size(e, row_of(e, next));
  return add(e, e->position + 1, (gr_align_state){(int16_t)next, GR_NO_LABEL, 0, 1}, cost, GR_STEP_VALUE);
}

static gr_status fill_row(explorer *e, bool same) {
  const gr_align *a = e->a;
  gr_align_state to = e->state;
  const gr_expected *row = row_of(e, to.row);
  if (to.filled >= row->values) return GR_OK;
  size_t before = a->previous[e->position];
  int32_t cost = 0;
  if (to.filled > 0 && !same) {
    bool single = gr_atom_at(a, e->position)->values == 1 && gr_atom_at(a, before)->values == 1;
    cost = single ? 1 : a->across ? 5 : a->costs.next_line;
  } else if (to.filled == 0) {
    if (!same) cost = cost_of_size(e, row);
    else if (!a->across && before + 1 == e->position) cost = a->costs.same_record;
  }
  to.filled++;
  return add(e, e->position + 1, to, cost, GR_STEP_VALUE);
}

static gr_status explore_value(explorer *e) {
  const gr_align *a = e->a;
  const gr_atom *atom = gr_atom_at(a, e->position);
  bool same = is_on_record_of_previous(e);
  if (gr_is_behind(e->state)) return begin_row(e);
  size_t end = a->run_end[e->position];
  int32_t numbers = 0;
  for (size_t i = e->position; i < end && numbers < LEAST_ROW_PIECE; i++) numbers += gr_atom_is_number(gr_atom_at(a, i));
  if (!same && end - e->position > 1 && numbers > 0)
    GR_TRY(add(e, end, e->state, a->costs.lost_number + 10 * numbers, GR_STEP_NOISE));
  if (e->state.row >= 0) GR_TRY(fill_row(e, same));
  int32_t cost = gr_atom_is_number(atom) ? a->costs.lost_number
                 : atom->value == GR_ATOM_BLANK ? a->costs.lost_blank : a->costs.lost_dash;
  if (e->state.row < 0 && !gr_atom_is_number(atom)) cost = 3;
  return add(e, e->position + 1, e->state, cost, GR_STEP_NOISE);
}

/* ---- the whole ----------------------------------------------------------------------------------- */

/* A state is left for that behind its row, or followed. */
typedef gr_status (*gr_way)(explorer *e);

static gr_status leave(explorer *e) {
  if (gr_is_behind(e->state)) return GR_OK;
  return add(e, e->position, gr_behind(e->state.row), cost_of_leaving(e), GR_STEP_LEAVE);
}

static gr_status follow(explorer *e) {
  return gr_atom_is_value(gr_atom_at(e->a, e->position)) ? explore_value(e) : explore_text(e);
}

/* Takes a way from all states between two, but for those that cost too much. */
static gr_status explore_nodes(explorer *e, uint32_t first, uint32_t last, int32_t most, gr_way way) {
  const gr_lattice *l = &e->a->lattice;
  for (uint32_t n = first; n != GR_NO_NODE; n = n == last ? GR_NO_NODE : gr_node_at(l, n)->next) {
    const gr_node *own = gr_node_at(l, n);
    if (own->forward > most) continue;
    e->from = n;
    e->state = own->state;
    GR_TRY(way(e));
  }
  return GR_OK;
}

/* What the cheapest way to a position costs. */
static int32_t cheapest(const gr_lattice *l, size_t position) {
  int32_t best = GR_FAR;
  for (uint32_t n = l->heads[position]; n != GR_NO_NODE; n = gr_node_at(l, n)->next)
    if (gr_node_at(l, n)->forward < best) best = gr_node_at(l, n)->forward;
  return best;
}

/* Rows that are not there at all: from behind a row behind the next one. States behind a row are reached at their own
 * position alone: they are those behind the last one that was there before. */
static gr_status pass_rows(explorer *e, uint32_t last, int32_t most) {
  gr_lattice *l = &e->a->lattice;
  uint32_t *behind = e->a->behind;   /* by row, from that of none on */
  memset(behind, 0xFF, (e->a->rows.count + 1) * sizeof *behind);
  for (uint32_t n = gr_node_at(l, last)->next; n != GR_NO_NODE; n = gr_node_at(l, n)->next)
    behind[gr_node_at(l, n)->state.row + 1] = n;
  for (int32_t r = -1; r + 1 < count_rows(e); r++) {
    e->from = behind[r + 1];
    if (e->from == GR_NO_NODE || gr_node_at(l, e->from)->forward > most) continue;
    size_t known = l->nodes.count;
    GR_TRY(add(e, e->position, gr_behind(r + 1), e->a->costs.absent, GR_STEP_LEAVE));
    if (l->nodes.count > known) behind[r + 2] = l->tails[e->position];
  }
  return GR_OK;
}

static gr_status explore_position(explorer *e) {
  gr_align *a = e->a;
  const gr_lattice *l = &a->lattice;
  uint32_t first = l->heads[e->position], last = l->tails[e->position];
  if (first == GR_NO_NODE) return GR_OK;
  a->skips.count = 0;
  int32_t most = cheapest(l, e->position) + e->beam;
  GR_TRY(explore_nodes(e, first, last, most, leave));
  GR_TRY(pass_rows(e, last, most));
  if (e->position == a->atoms.count) return GR_OK;
  GR_TRY(explore_nodes(e, first, last, most, follow));
  return explore_nodes(e, gr_node_at(l, last)->next, GR_NO_NODE, GR_FAR, follow);   /* those behind a row */
}

/* Notes at the ends what is still to pay there, for rows that are not there. What the cheapest way costs; GR_FAR where none
 * comes to an end. */
static int32_t set_ends(gr_align *a) {
  gr_lattice *l = &a->lattice;
  int32_t rows = (int32_t)a->rows.count, best = GR_FAR;
  for (uint32_t n = l->heads[a->atoms.count]; n != GR_NO_NODE; n = gr_node_at(l, n)->next) {
    gr_node *node = gr_node_at(l, n);
    if (!gr_is_behind(node->state)) continue;
    node->backward = a->costs.absent * (rows - 1 - node->state.row);
    if (node->forward + node->backward < best) best = node->forward + node->backward;
  }
  return best;
}

/* All ways within a beam and a limit; what the cheapest of them costs. */
static gr_status explore_within(gr_align *a, int32_t beam, int32_t limit, int32_t *best) {
  explorer e = {.a = a, .beam = beam, .limit = limit};
  memset(a->skips_of, 0, (a->rows.count + 1) * sizeof(gr_row_skips));
  a->headers_here.atom = 0;
  GR_TRY(gr_lattice_start(&a->memory, &a->lattice, (gr_align_state){-1, GR_NO_LABEL, 0, 0}));
  for (; e.position <= a->atoms.count; e.position++) GR_TRY(explore_position(&e));
  *best = set_ends(a);
  return GR_OK;
}

/* How dear a way may be shows at the end, and most are too dear from early on. So a narrow search comes first: it finds a
 * good way, and what costs more than that and the reach matters to nobody. */
gr_status gr_align_explore(gr_align *a) {
  void *pieces, *skips, *behind;
  GR_TRY(gr_memory_zeroed(&a->memory, a->letters.count + 1, sizeof(gr_piece), &pieces));
  GR_TRY(gr_memory_zeroed(&a->memory, a->rows.count + 1, sizeof(gr_row_skips), &skips));
  GR_TRY(gr_memory_zeroed(&a->memory, a->rows.count + 1, sizeof(uint32_t), &behind));
  a->pieces = pieces;
  a->skips_of = skips;
  a->behind = behind;
  GR_TRY(gr_lattice_init(&a->memory, &a->lattice, a->atoms.count + 1));
  int32_t best = GR_FAR;
  if (a->reach < GR_FAR) GR_TRY(explore_within(a, NARROW_BEAM, GR_FAR, &best));
  return explore_within(a, BEAM, best < GR_FAR - a->reach ? best + a->reach : GR_FAR, &best);
}
