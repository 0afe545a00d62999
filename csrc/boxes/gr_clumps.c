/* What stands in one cell of a table without lines: pieces of lines one below the other whose words also follow each other
 * in the source. A source that has words in another order shows none, and its lines stay as they are. */
#include "boxes/gr_boxes.h"

#include <stdlib.h>

enum {
  APART = 80,    /* hundredths of a letter's size between two pieces of a line at least */
  PITCH = 160,   /* and from one line of a cell to the next at most, where the lines of paragraphs are no wider apart */
  WIDEST = 220,
  FEW = 10,      /* one in so many lines at least stands in a paragraph with the one above it */
  MORE = 5,      /* hundredths of the pitch of paragraphs by which that of cells may be larger */
  DEPTH = 8,     /* groups in each other */
  PROSE = 12     /* letters of a line of a paragraph at least */
};

static uint32_t word_at(const gr_boxes *boxes, uint32_t seat) { return *GR_AT(uint32_t, &boxes->order, seat); }

static bool part_here(const gr_boxes *boxes, uint32_t seat) {
  const gr_word *before = gr_word_at(boxes, word_at(boxes, seat - 1)), *word = gr_word_at(boxes, word_at(boxes, seat));
  int64_t gap = (int64_t)word->box.left - before->box.right;
  return word_at(boxes, seat) != word_at(boxes, seat - 1) + 1 || gap * 100 >= (int64_t)word->em * APART;
}

/* The pieces of a strip, up to its values. */
static gr_status cut(gr_boxes *boxes, gr_piece *piece) {
  const gr_strip *strip = gr_strip_at(boxes, piece->number);
  uint32_t end = strip->end, first = strip->first;
  if (piece->record != GR_NOWHERE) end = GR_AT(gr_record, &boxes->records, piece->record)->first_value;
  piece->first_shred = (uint32_t)boxes->shreds.count;
  for (uint32_t i = first + 1; i <= end && first < end; i++) {
    if (i < end && !part_here(boxes, i)) continue;
    uint32_t own = (uint32_t)boxes->shreds.count;
    gr_shred shred = {.first = first, .end = i, .next = GR_NOWHERE, .head = own, .group = GR_NOWHERE, .strip = piece->number};
    GR_TRY(gr_vector_push(&boxes->memory, &boxes->shreds, &shred, sizeof shred));
    first = i;
  }
  piece->shred_end = (uint32_t)boxes->shreds.count;
  return GR_OK;
}

static gr_box box_of(const gr_boxes *boxes, const gr_shred *shred) {
  gr_box box = gr_word_at(boxes, word_at(boxes, shred->first))->box;
  gr_box_widen(&box, gr_word_at(boxes, word_at(boxes, shred->end - 1))->box);
  return box;
}

static int by_value(const void *a, const void *b) {
  int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
  return (x > y) - (x < y);
}

/* How far the lines of paragraphs are apart, which stand nearer to each other than paragraphs do, in hundredths of the size of their letters. */
static gr_status find_pitch(gr_boxes *boxes, int32_t *out) {
  void *memory = NULL;
  size_t count = 0;
  GR_TRY(gr_memory_zeroed(&boxes->memory, boxes->pieces.count + 1, sizeof(int32_t), &memory));
  int32_t *pitches = memory;
  for (size_t i = 1; i < boxes->pieces.count; i++) {
    const gr_piece *a = gr_piece_at(boxes, i - 1), *b = gr_piece_at(boxes, i);
    if (a->is_panel || b->is_panel || a->shred_end - a->first_shred != 1 || b->shred_end - b->first_shred != 1) continue;
    const gr_strip *above = gr_strip_at(boxes, a->number), *below = gr_strip_at(boxes, b->number);
    int64_t pitch = gr_middle(below->box.top, below->box.bottom) - gr_middle(above->box.top, above->box.bottom);
    bool is_prose = above->box.right - above->box.left >= PROSE * above->em && pitch > 0 && pitch < 4 * (int64_t)above->em;
    if (is_prose && above->page == below->page) pitches[count++] = (int32_t)(pitch * 100 / above->em);
  }
  if (count > 1) qsort(pitches, count, sizeof *pitches, by_value);
  int32_t usual = count == 0 ? 0 : pitches[count / FEW] * (100 + MORE) / 100;
  *out = usual < PITCH ? PITCH : usual > WIDEST ? WIDEST : usual;
  return GR_OK;
}

/* Whether a piece stands below another one, as the next line of the same cell does. */
static bool is_below(const gr_boxes *boxes, const gr_shred *a, const gr_shred *b, int32_t most) {
  gr_box above = box_of(boxes, a), below = box_of(boxes, b);
  int32_t left = above.left > below.left ? above.left : below.left;
  int32_t right = above.right < below.right ? above.right : below.right;
  int64_t narrower = above.right - above.left < below.right - below.left ? above.right - above.left : below.right - below.left;
  int64_t pitch = gr_middle(below.top, below.bottom) - gr_middle(above.top, above.bottom);
  int64_t em = gr_strip_at(boxes, a->strip)->em, other = gr_strip_at(boxes, b->strip)->em;
  if (other > em) em = other;
  const gr_word *word = gr_word_at(boxes, word_at(boxes, b->first));
  if (gr_begins_item((gr_slice){GR_AT(const char, &boxes->bytes, word->text), word->size})) return false;
  return pitch > 0 && pitch * 100 <= em * most && 2 * (int64_t)(right - left) >= narrower;
}

static gr_status link_shreds(gr_boxes *boxes) {
  void *memory = NULL;
  int32_t pitch;
  GR_TRY(find_pitch(boxes, &pitch));
  GR_TRY(gr_memory_zeroed(&boxes->memory, boxes->words.count + 1, sizeof(uint32_t), &memory));
  uint32_t *beginning = memory;   /* for each word the piece that begins with it, plus 1 */
  for (uint32_t i = 0; i < boxes->shreds.count; i++) beginning[word_at(boxes, gr_shred_at(boxes, i)->first)] = i + 1;
  for (uint32_t i = 0; i < boxes->shreds.count; i++) {
    gr_shred *shred = gr_shred_at(boxes, i);
    uint32_t next = beginning[word_at(boxes, shred->end - 1) + 1];
    if (next == 0 || !is_below(boxes, shred, gr_shred_at(boxes, next - 1), pitch)) continue;
    shred->next = next - 1;
  }
  for (uint32_t i = 0; i < boxes->shreds.count; i++) {   /* the next one stands below, and so comes later */
    const gr_shred *shred = gr_shred_at(boxes, i);
    if (shred->next != GR_NOWHERE) gr_shred_at(boxes, shred->next)->head = shred->head;
  }
  return GR_OK;
}

/* Shreds that stand beside others on their line, or beside values, may be those of cells, and with them all that is one
 * with them. */
static void find_beside(gr_boxes *boxes) {
  for (size_t i = 0; i < boxes->pieces.count; i++) {
    const gr_piece *piece = gr_piece_at(boxes, i);
    bool beside = piece->shred_end - piece->first_shred > 1 || piece->record != GR_NOWHERE;
    for (uint32_t k = piece->first_shred; beside && k < piece->shred_end; k++) {
      gr_shred_at(boxes, gr_shred_at(boxes, k)->head)->is_beside = true;
    }
  }
}

/* Makes cells of what may be some in a line; false where nothing is. */
static bool take_cells(gr_boxes *boxes, const gr_piece *piece) {
  bool taken = false;
  for (uint32_t k = piece->first_shred; k < piece->shred_end; k++) {
    gr_shred *head = gr_shred_at(boxes, gr_shred_at(boxes, k)->head);
    taken = taken || head->is_beside;
    head->is_cell = head->is_cell || head->is_beside;
  }
  return taken;
}

/* Cells stand among the records of a stack, and above the first as far as line after line has some. */
static void find_cells(gr_boxes *boxes) {
  for (size_t i = 0; i < boxes->stacks.count; i++) {
    const gr_stack *stack = GR_AT(gr_stack, &boxes->stacks, i);
    uint32_t first = gr_record_at(boxes, stack->first_record)->piece, last = gr_record_at(boxes, stack->record_end - 1)->piece;
    for (uint32_t k = first; k <= last; k++) (void)take_cells(boxes, gr_piece_at(boxes, k));
    while (first-- > 0 && gr_piece_at(boxes, first)->record == GR_NOWHERE) {
      const gr_piece *above = gr_piece_at(boxes, first);
      if (!above->is_margin && !take_cells(boxes, above)) break;
    }
  }
}

/* The clump that ends in front of a word of the same page; GR_NOWHERE for none. `ending`: for each word the shred that ends
 * with it, plus 1. */
static uint32_t clump_before(const gr_boxes *boxes, const uint32_t *ending, uint32_t head) {
  uint32_t word = gr_first_word(boxes, head);
  if (word == 0 || ending[word - 1] == 0) return GR_NOWHERE;
  const gr_shred *last = gr_shred_at(boxes, ending[word - 1] - 1);
  bool same_page = gr_strip_at(boxes, last->strip)->page == gr_strip_at(boxes, gr_shred_at(boxes, head)->strip)->page;
  return last->next == GR_NOWHERE && same_page ? last->head : GR_NOWHERE;
}

/* The clumps in front of a label in the source that stand to its left are those of the groups that it begins. */
static gr_status find_groups(gr_boxes *boxes) {
  void *memory = NULL;
  GR_TRY(gr_memory_zeroed(&boxes->memory, boxes->words.count + 1, sizeof(uint32_t), &memory));
  uint32_t *ending = memory;
  for (uint32_t i = 0; i < boxes->shreds.count; i++) ending[word_at(boxes, gr_shred_at(boxes, i)->end - 1)] = i + 1;
  for (uint32_t i = 0; i < boxes->records.count; i++) {
    uint32_t own = GR_AT(gr_record, &boxes->records, i)->label;
    for (int depth = 0; depth < DEPTH && own != GR_NOWHERE; depth++) {
      uint32_t before = clump_before(boxes, ending, own);
      if (before == GR_NOWHERE || gr_shred_at(boxes, before)->is_label) break;
      if (box_of(boxes, gr_shred_at(boxes, before)).right > box_of(boxes, gr_shred_at(boxes, own)).left) break;
      gr_shred_at(boxes, own)->group = before;
      gr_shred_at(boxes, before)->is_label = gr_shred_at(boxes, before)->is_cell = true;
      own = before;
    }
  }
  return GR_OK;
}

/* The clump that ends where the values of a record begin, and beside which they stand, is its label. */
static void find_labels(gr_boxes *boxes) {
  for (uint32_t i = 0; i < boxes->shreds.count; i++) {
    const gr_shred *last = gr_shred_at(boxes, i);
    uint32_t value = word_at(boxes, last->end - 1) + 1;
    if (last->next != GR_NOWHERE || value >= boxes->words.count || boxes->recorded[value] == 0) continue;
    gr_record *record = GR_AT(gr_record, &boxes->records, boxes->recorded[value] - 1);
    gr_box top = box_of(boxes, gr_shred_at(boxes, last->head)), bottom = box_of(boxes, last);
    gr_box box = gr_word_at(boxes, value)->box;
    int32_t middle = gr_middle(box.top, box.bottom);
    if (middle < top.top || middle > bottom.bottom || bottom.right > box.left) continue;
    if (gr_strip_at(boxes, last->strip)->page != gr_strip_at(boxes, record->strip)->page) continue;
    record->label = last->head;
    gr_shred_at(boxes, last->head)->is_label = gr_shred_at(boxes, last->head)->is_cell = true;
  }
}

/* ---- labels over the end of a page ------------------------------------------------------------- */

static gr_shred *last_of(const gr_boxes *boxes, uint32_t head) {
  gr_shred *shred = gr_shred_at(boxes, head);
  while (shred->next != GR_NOWHERE) shred = gr_shred_at(boxes, shred->next);
  return shred;
}

/* Whether a shred at the top of a page stands below a clump at the end of the page before, in its column. */
static bool goes_on_in(const gr_boxes *boxes, uint32_t head, const gr_shred *shred) {
  const gr_word *word = gr_word_at(boxes, word_at(boxes, shred->first));
  gr_box above = box_of(boxes, gr_shred_at(boxes, head)), below = box_of(boxes, shred);
  int32_t left = above.left > below.left ? above.left : below.left;
  int32_t right = above.right < below.right ? above.right : below.right;
  int32_t narrower = above.right - above.left < below.right - below.left ? above.right - above.left : below.right - below.left;
  bool is_wider = below.right - below.left > above.right - above.left + word->em;
  if (gr_begins_item((gr_slice){GR_AT(const char, &boxes->bytes, word->text), word->size}) || is_wider) return false;
  return 2 * (int64_t)(right - left) >= narrower;
}

/* The record that is the last thing on a page, but for lines of its own label and groups; GR_NOWHERE for none. */
static uint32_t last_record(const gr_boxes *boxes, const gr_page *page) {
  for (uint32_t i = page->piece_end; i-- > page->first_piece;) {
    const gr_piece *piece = gr_piece_at(boxes, i);
    if (piece->is_margin) continue;
    if (piece->is_panel) return GR_NOWHERE;
    if (piece->record != GR_NOWHERE) return piece->record;
    for (uint32_t k = piece->first_shred; k < piece->shred_end; k++) {
      if (!gr_shred_at(boxes, gr_shred_at(boxes, k)->head)->is_label) return GR_NOWHERE;
    }
  }
  return GR_NOWHERE;
}

/* The groups in which the label of a record stands: its own, or those of a record above it. */
static uint32_t groups_of(const gr_boxes *boxes, uint32_t record) {
  uint32_t first = GR_AT(gr_stack, &boxes->stacks, gr_record_at(boxes, record)->stack)->first_record;
  for (uint32_t i = record + 1; i-- > first;) {
    uint32_t label = gr_record_at(boxes, i)->label;
    if (label != GR_NOWHERE && gr_shred_at(boxes, label)->group != GR_NOWHERE) return gr_shred_at(boxes, label)->group;
  }
  return GR_NOWHERE;
}

/* Joins what stands in a line at the top of a page to the labels of a record; false where something else stands there. */
static bool join_line(gr_boxes *boxes, const gr_piece *piece, uint32_t label, uint32_t groups) {
  bool joined = piece->record == GR_NOWHERE && !piece->is_panel;
  for (uint32_t i = piece->first_shred; i < piece->shred_end && joined; i++) {
    uint32_t own = label;
    while (own != GR_NOWHERE && !goes_on_in(boxes, own, gr_shred_at(boxes, i))) {
      own = own == label ? groups : gr_shred_at(boxes, own)->group;
    }
    if (own == GR_NOWHERE || gr_shred_at(boxes, i)->head == own) {   /* it is no label, or goes on a line that was joined */
      joined = own != GR_NOWHERE;
      continue;
    }
    if (gr_shred_at(boxes, i)->head != i || gr_shred_at(boxes, i)->is_label) return false;
    last_of(boxes, own)->next = i;
    for (uint32_t k = i; k != GR_NOWHERE; k = gr_shred_at(boxes, k)->next) gr_shred_at(boxes, k)->head = own;
    gr_shred_at(boxes, own)->is_cell = true;
  }
  return joined;
}

static void join_pages(gr_boxes *boxes) {
  for (size_t i = 1; i < boxes->pages.count; i++) {
    const gr_page *page = gr_page_at(boxes, i);
    uint32_t record = last_record(boxes, gr_page_at(boxes, i - 1)), k = page->first_piece;
    if (record == GR_NOWHERE || gr_record_at(boxes, record)->label == GR_NOWHERE) continue;
    uint32_t groups = groups_of(boxes, record);
    for (; k < page->piece_end; k++) {
      const gr_piece *piece = gr_piece_at(boxes, k);
      if (!piece->is_margin && !join_line(boxes, piece, gr_record_at(boxes, record)->label, groups)) break;
    }
  }
}

gr_status gr_clumps_find(gr_boxes *boxes) {
  void *memory = NULL;
  GR_TRY(gr_memory_zeroed(&boxes->memory, boxes->words.count + 1, sizeof(uint32_t), &memory));
  boxes->recorded = memory;
  for (uint32_t i = 0; i < boxes->records.count; i++) {
    boxes->recorded[word_at(boxes, GR_AT(gr_record, &boxes->records, i)->first_value)] = i + 1;
  }
  for (size_t i = 0; i < boxes->pieces.count; i++) {
    gr_piece *piece = gr_piece_at(boxes, i);
    if (!piece->is_panel && !piece->is_margin) GR_TRY(cut(boxes, piece));
  }
  GR_TRY(link_shreds(boxes));
  find_beside(boxes);
  find_cells(boxes);
  find_labels(boxes);
  GR_TRY(find_groups(boxes));
  join_pages(boxes);
  return GR_OK;
}

bool gr_in_cells(const gr_boxes *boxes, const gr_piece *piece) {
  for (uint32_t i = piece->first_shred; i < piece->shred_end; i++) {
    if (gr_shred_at(boxes, i)->is_put || gr_shred_at(boxes, gr_shred_at(boxes, i)->head)->is_cell) return true;
  }
  return false;
}
