/* Alignment of a text with the rows that a form expects: how a problem is put together. The search is in gr_explore.c,
 * what follows from it in gr_conclude.c. */
#include "report/gr_align.h"

#include "base/gr_limits.h"
#include "base/gr_slice.h"

#define COST_DEFAULT(name, cost) cost,
static const gr_align_costs defaults = {GR_ALIGN_COSTS(COST_DEFAULT)};

#define COST_NAME(name, cost) #name,
static const char *const cost_names[] = {GR_ALIGN_COSTS(COST_NAME)};

const char *gr_align_cost_name(size_t index) { return index < GR_ALIGN_COST_COUNT ? cost_names[index] : NULL; }

int32_t gr_align_usual_cost(size_t index) {
  return index < GR_ALIGN_COST_COUNT ? ((const int32_t *)&defaults)[index] : 0;
}

gr_status gr_align_new(bool across, const gr_options *options, gr_align **out) {
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_align), &object));
  gr_align *align = (gr_align *)object;
  align->across = across;
  align->costs = defaults;
  align->reach = GR_FAR;
  *out = align;
  return GR_OK;
}

void gr_align_free(gr_align *a) {
  if (a == NULL) return;
  gr_memory *memory = &a->memory;
  gr_lattice_release(memory, &a->lattice);
  gr_vector_release(memory, &a->letters, sizeof(uint32_t));
  gr_vector_release(memory, &a->rows, sizeof(gr_expected));
  gr_vector_release(memory, &a->labels, sizeof(gr_word));
  gr_vector_release(memory, &a->groups, sizeof(gr_word));
  gr_vector_release(memory, &a->headers, sizeof(gr_word));
  gr_vector_release(memory, &a->atoms, sizeof(gr_atom));
  gr_vector_release(memory, &a->skips, sizeof(gr_skip));
  gr_vector_release(memory, &a->values, sizeof(gr_align_value));
  gr_vector_release(memory, &a->texts, sizeof(gr_align_text));
  gr_vector_release(memory, &a->found, sizeof(gr_align_row));
  gr_memory_free_object(memory, sizeof *a);
}

void gr_align_set_cost(gr_align *align, size_t index, int32_t cost) {
  if (index < GR_ALIGN_COST_COUNT && cost >= 0 && cost <= GR_MAX_ALIGN_COST) ((int32_t *)&align->costs)[index] = cost;
}

void gr_align_set_reach(gr_align *align, int32_t reach) {
  if (reach >= 0 && reach <= GR_MAX_ALIGN_COST) align->reach = reach;
}

gr_status gr_align_add_row(gr_align *align, size_t values) {
  gr_expected row = {values, align->labels.count, 0, align->groups.count, 0, false};
  if (align->rows.count >= GR_MAX_AXIS || values > GR_MAX_AXIS) return GR_LIMIT_ITEMS;
  return gr_vector_push(&align->memory, &align->rows, &row, sizeof row);
}

/* The letters of a text, with width and script folded as on the tape. */
static gr_status add_word(gr_align *align, gr_slice text, gr_vector *list, size_t *count) {
  gr_memory *memory = &align->memory;
  gr_word word = {align->letters.count, 0, 0};
  align->atoms.count = 0;   /* also those of a word that failed; before the run they serve for nothing else */
  GR_TRY(gr_atoms_label(memory, text, &align->atoms));
  for (size_t i = 0; i < align->atoms.count; i++) {
    uint32_t letter = gr_atom_at(align, i)->character;
    GR_TRY(gr_vector_push(memory, &align->letters, &letter, sizeof letter));
    word.bits |= gr_letter_bit(letter);
  }
  word.count = align->letters.count - word.first;
  if (word.count == 0 || word.count > GR_MAX_CELL) return GR_OK;
  GR_TRY(gr_vector_push(memory, list, &word, sizeof word));
  if (count != NULL) ++*count;
  return GR_OK;
}

static gr_expected *newest(gr_align *align) { return GR_AT(gr_expected, &align->rows, align->rows.count - 1); }

gr_status gr_align_add_label(gr_align *align, gr_slice text) {
  if (align->rows.count == 0 || newest(align)->label_count >= INT16_MAX) return GR_LIMIT_ITEMS;
  return add_word(align, text, &align->labels, &newest(align)->label_count);
}

gr_status gr_align_add_group(gr_align *align, gr_slice text) {
  if (align->rows.count == 0) return GR_LIMIT_ITEMS;
  return add_word(align, text, &align->groups, &newest(align)->group_count);
}

gr_status gr_align_add_header(gr_align *align, gr_slice text) { return add_word(align, text, &align->headers, NULL); }

/* ---- what is known of the text before the search ----------------------------------------------- */

static gr_status make_lists(gr_align *a) {
  size_t count = a->atoms.count;
  void *block;
  GR_TRY(gr_memory_zeroed(&a->memory, 4 * count + 1, sizeof(size_t), &block));
  a->previous = block;
  a->run_end = a->previous + count;
  a->labels_before = a->run_end + count;
  a->label_before = a->labels_before + count;
  size_t last = GR_ALIGN_NONE;
  for (size_t i = 0; i < count; i++) {
    a->previous[i] = last;
    if (gr_atom_is_value(gr_atom_at(a, i))) last = i;
  }
  for (size_t i = count; i-- > 0;) {
    const gr_atom *own = gr_atom_at(a, i), *next = i + 1 < count ? gr_atom_at(a, i + 1) : NULL;
    bool goes_on = next != NULL && gr_atom_is_value(own) == gr_atom_is_value(next)
                   && (!gr_atom_is_value(own) || own->record == next->record);
    a->run_end[i] = goes_on ? a->run_end[i + 1] : i + 1;
  }
  return GR_OK;
}

/* Notes which rows have their label whole in the text, and in front of which values. */
static void find_labels(gr_align *a) {
  for (size_t r = 0; r < a->rows.count; r++) {
    gr_expected *row = GR_AT(gr_expected, &a->rows, r);
    size_t noted = GR_ALIGN_NONE;   /* the value in front of which the row was noted last */
    for (size_t i = 0; i < a->atoms.count; i++) {
      bool stands = false;
      for (size_t v = 0; v < row->label_count && !stands; v++) {
        a->steps++;
        stands = gr_align_stands(a, gr_label_of(a, row, v), i);
      }
      if (!stands) continue;
      row->seen = true;
      size_t value = a->run_end[i];
      if (value < a->atoms.count && value != noted) {
        a->labels_before[value]++;
        a->label_before[value] = r;
        noted = value;
      }
    }
  }
}

gr_status gr_align_run(gr_align *a, gr_slice tape, gr_range range, uint64_t budget, bool *complete) {
  a->budget = budget;
  *complete = false;
  a->atoms.count = 0;
  GR_TRY(gr_atoms_read(&a->memory, tape, range, &a->atoms));
  if (a->atoms.count > GR_MAX_ALIGN_ATOMS || a->rows.count == 0) return GR_OK;
  GR_TRY(make_lists(a));
  find_labels(a);
  gr_status status = gr_align_explore(a);
  if (status == GR_OK) status = gr_align_conclude(a);
  if (status == GR_LIMIT_ITEMS) return GR_OK;   /* too many states, too many steps, or beyond all cost */
  GR_TRY(status);
  *complete = true;
  return GR_OK;
}

/* ---- results ----------------------------------------------------------------------------------- */

int32_t gr_align_cost(const gr_align *a) { return gr_node_at(&a->lattice, 0)->backward; }
uint64_t gr_align_steps(const gr_align *a) { return a->steps; }
size_t gr_align_row_count(const gr_align *a) { return a->rows.count; }
gr_align_row gr_align_row_at(const gr_align *a, size_t row) { return *GR_AT(gr_align_row, &a->found, row); }
size_t gr_align_value_count(const gr_align *a) { return a->values.count; }
gr_align_value gr_align_value_at(const gr_align *a, size_t index) { return *GR_AT(gr_align_value, &a->values, index); }
size_t gr_align_text_count(const gr_align *a) { return a->texts.count; }
gr_align_text gr_align_text_at(const gr_align *a, size_t index) { return *GR_AT(gr_align_text, &a->texts, index); }
