/* Words as strips: those in a cell of a table, and those outside; then what a page holds, from top to bottom. */
#include "boxes/gr_boxes.h"

#include <stdlib.h>
#include <string.h>

#include "base/gr_slice.h"

/* A word on its way to a strip. */
typedef struct seat {
  uint32_t owner;        /* the cell that it stands in; GR_NOWHERE: outside of all, behind all others */
  int32_t middle, left;  /* for the order */
  uint32_t word;
} seat;

static int by_height(const void *a, const void *b) {
  const seat *x = a, *y = b;
  if (x->owner != y->owner) return x->owner < y->owner ? -1 : 1;
  if (x->middle != y->middle) return x->middle < y->middle ? -1 : 1;
  if (x->left != y->left) return x->left < y->left ? -1 : 1;
  return (x->word > y->word) - (x->word < y->word);
}

static int by_left(const void *a, const void *b) {
  const seat *x = a, *y = b;
  if (x->left != y->left) return x->left < y->left ? -1 : 1;
  return (x->word > y->word) - (x->word < y->word);
}

/* The edge at or before a place; `count` for one outside. */
static uint32_t between(const int32_t *edges, uint32_t count, int32_t at) {
  if (at < edges[0] || at >= edges[count]) return count;
  uint32_t low = 0, high = count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (edges[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}

/* A line of a cell that the end of a page cuts may stand out of it where no line is drawn. */
enum { STANDS_OUT = 1600 };

static int32_t height_in(const gr_panel *panel, uint32_t column, int32_t at) {
  int32_t top = panel->ys[0], bottom = panel->ys[panel->rows];
  if (!panel->top[column] && at < top && top - at <= STANDS_OUT) return top;
  if (!panel->bottom[column] && at >= bottom && at - bottom <= STANDS_OUT) return bottom - 1;
  return at;
}

/* Of tables in each other the inner one, which is the smaller, holds the word. */
static uint32_t owner_of(const gr_boxes *boxes, size_t first_panel, gr_box box) {
  uint32_t owner = GR_NOWHERE;
  int64_t least = INT64_MAX;
  for (size_t i = first_panel; i < boxes->panels.count; i++) {
    const gr_panel *panel = gr_panel_at(boxes, i);
    uint32_t column = between(panel->xs, panel->columns, gr_middle(box.left, box.right));
    if (column == panel->columns) continue;
    uint32_t row = between(panel->ys, panel->rows, height_in(panel, column, gr_middle(box.top, box.bottom)));
    int64_t area = (int64_t)(panel->xs[panel->columns] - panel->xs[0]) * (panel->ys[panel->rows] - panel->ys[0]);
    if (row == panel->rows || area >= least) continue;
    least = area;
    owner = panel->owners[row * panel->columns + column];
  }
  return owner;
}

/* Whether a word stands on the line of another one: its middle is no farther away than half of the larger letters. */
static bool same_line(const gr_word *first, const gr_word *word) {
  int32_t apart = gr_middle(word->box.top, word->box.bottom) - gr_middle(first->box.top, first->box.bottom);
  return 2 * (apart < 0 ? -apart : apart) < (first->em > word->em ? first->em : word->em);
}

/* Digits and letters of some fonts are wider or narrower than half of a letter of Chinese: they tell less. */
static bool has_chinese(const gr_boxes *boxes, const gr_word *word) {
  const char *text = GR_AT(const char, &boxes->bytes, word->text);
  for (uint32_t i = 0; i < word->size; i++) {
    if ((unsigned char)text[i] >= 0xE3) return true;
  }
  return false;
}

/* Ends the strip that begins at a seat: its words from left to right. */
static gr_status put_strip(gr_boxes *boxes, seat *seats, size_t count, uint32_t page) {
  gr_strip strip = {.page = page, .first = (uint32_t)boxes->order.count};
  qsort(seats, count, sizeof *seats, by_left);
  strip.box = gr_word_at(boxes, seats[0].word)->box;
  uint32_t longest = 0;
  for (size_t i = 0; i < count; i++) {
    const gr_word *word = gr_word_at(boxes, seats[i].word);
    gr_box_widen(&strip.box, word->box);
    bool is_chinese = has_chinese(boxes, word);
    if (longest == 0 ? word->em > strip.em || is_chinese : is_chinese && word->size > longest) strip.em = word->em;
    if (is_chinese && word->size > longest) longest = word->size;
    GR_TRY(gr_vector_push(&boxes->memory, &boxes->order, &seats[i].word, sizeof seats[i].word));
  }
  strip.end = (uint32_t)boxes->order.count;
  return gr_vector_push(&boxes->memory, &boxes->strips, &strip, sizeof strip);
}

/* The strips of seats of one owner. All stand on the line of the first, so that no strip grows down the page. */
static gr_status put_strips(gr_boxes *boxes, seat *seats, size_t count, uint32_t page) {
  for (size_t first = 0, i = 1; i <= count; i++) {
    const gr_word *begin = gr_word_at(boxes, seats[first].word);
    if (i < count && same_line(begin, gr_word_at(boxes, seats[i].word))) continue;
    GR_TRY(put_strip(boxes, seats + first, i - first, page));
    first = i;
  }
  return GR_OK;
}

static gr_status seat_words(gr_boxes *boxes, const gr_page *page, size_t first_panel, seat **out, size_t *count) {
  void *memory = NULL;
  *count = page->word_end - page->first_word;
  GR_TRY(gr_memory_zeroed(&boxes->memory, *count + 1, sizeof(seat), &memory));
  seat *seats = memory;
  for (size_t i = 0; i < *count; i++) {
    gr_box box = gr_word_at(boxes, page->first_word + i)->box;
    seats[i] = (seat){owner_of(boxes, first_panel, box), gr_middle(box.top, box.bottom), box.left,
                      page->first_word + (uint32_t)i};
  }
  if (*count > 1) qsort(seats, *count, sizeof *seats, by_height);
  *out = seats;
  return GR_OK;
}

/* ---- pieces ------------------------------------------------------------------------------------ */

static int by_top(const void *a, const void *b) {
  const gr_piece *x = a, *y = b;
  if (x->top != y->top) return x->top < y->top ? -1 : 1;
  if (x->is_panel != y->is_panel) return x->is_panel ? -1 : 1;
  return (x->number > y->number) - (x->number < y->number);
}

static gr_status put_pieces(gr_boxes *boxes, gr_page *page, size_t first_panel, size_t first_strip) {
  page->first_piece = (uint32_t)boxes->pieces.count;
  for (size_t i = first_panel; i < boxes->panels.count; i++) {
    gr_piece piece = {gr_panel_at(boxes, i)->ys[0], (uint32_t)i, GR_NOWHERE, 0, 0, true, false};
    GR_TRY(gr_vector_push(&boxes->memory, &boxes->pieces, &piece, sizeof piece));
  }
  for (size_t i = first_strip; i < boxes->strips.count; i++) {
    gr_box box = gr_strip_at(boxes, i)->box;
    gr_piece piece = {gr_middle(box.top, box.bottom), (uint32_t)i, GR_NOWHERE, 0, 0, false, false};
    GR_TRY(gr_vector_push(&boxes->memory, &boxes->pieces, &piece, sizeof piece));
  }
  page->piece_end = (uint32_t)boxes->pieces.count;
  if (page->piece_end - page->first_piece > 1) {
    qsort(gr_piece_at(boxes, page->first_piece), page->piece_end - page->first_piece, sizeof(gr_piece), by_top);
  }
  return GR_OK;
}

gr_status gr_strips_find(gr_boxes *boxes, uint32_t number, size_t first_panel) {
  gr_page *page = gr_page_at(boxes, number);
  seat *seats;
  size_t count, outside = boxes->strips.count;
  GR_TRY(seat_words(boxes, page, first_panel, &seats, &count));
  for (size_t first = 0, i = 1; i <= count && count > 0; i++) {
    if (i < count && seats[i].owner == seats[first].owner) continue;
    uint32_t owner = seats[first].owner;
    outside = boxes->strips.count;
    GR_TRY(put_strips(boxes, seats + first, i - first, number));
    if (owner != GR_NOWHERE) {
      gr_cell_in(boxes, owner)->first_strip = (uint32_t)outside;
      gr_cell_in(boxes, owner)->strip_end = (uint32_t)boxes->strips.count;
      outside = boxes->strips.count;
    }
    first = i;
  }
  return put_pieces(boxes, page, first_panel, outside);
}

size_t gr_strip_letters(const gr_boxes *boxes, size_t strip, char *out, size_t capacity) {
  static const char *const dropped[] = {"-", " ", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95", "\xE2\x88\x92", "\xE3\x80\x80",
                                        "\xC2\xB7", "~", "\xE2\x94\x80", NULL};
  const gr_strip *own = gr_strip_at(boxes, strip);
  size_t size = 0;
  for (uint32_t i = own->first; i < own->end; i++) {
    const gr_word *word = gr_word_at(boxes, *GR_AT(uint32_t, &boxes->order, i));
    const char *text = GR_AT(const char, &boxes->bytes, word->text);
    for (uint32_t k = 0; k < word->size;) {
      size_t skipped = 0;
      for (int d = 0; dropped[d] != NULL && skipped == 0; d++) {
        size_t length = strlen(dropped[d]);
        if (word->size - k >= length && memcmp(text + k, dropped[d], length) == 0) skipped = length;
      }
      if (skipped == 0 && size == capacity) return size;
      if (skipped == 0) out[size++] = text[k];
      k += (uint32_t)(skipped == 0 ? 1 : skipped);
    }
  }
  return size;
}

const gr_word *gr_seated(const gr_boxes *boxes, uint32_t place) {
  return gr_word_at(boxes, *GR_AT(uint32_t, &boxes->order, place));
}

char gr_last_byte(const gr_boxes *boxes, uint32_t place) {
  const gr_word *word = gr_seated(boxes, place);
  return *GR_AT(const char, &boxes->bytes, word->text + word->size - 1);
}

char gr_first_byte(const gr_boxes *boxes, uint32_t place) {
  return *GR_AT(const char, &boxes->bytes, gr_seated(boxes, place)->text);
}

/* Whether a text begins as an item of a list, and so no line that goes on: 1. （一） 一、 */
bool gr_begins_item(gr_slice s) {
  static const char *const marks[] = {"\xE3\x80\x81", ".", "\xEF\xBC\x8E", ")", "\xEF\xBC\x89", NULL};
  static const char *const numerals = "一二三四五六七八九十";
  if (gr_slice_begins(s, GR_LITERAL("(")) || gr_slice_begins(s, GR_LITERAL("\xEF\xBC\x88"))) return true;
  size_t taken = 0;
  for (; s.size > 0 && taken < 3; taken++) {
    size_t length = gr_is_digit(*s.data) ? 1 : 3;
    if (length == 3) {
      char one[4] = "";
      if (s.size < 3) break;
      memcpy(one, s.data, 3);
      if (strstr(numerals, one) == NULL) break;
    }
    s.data += length;
    s.size -= length;
  }
  for (int i = 0; taken > 0 && marks[i] != NULL; i++) {
    if (gr_slice_begins(s, gr_slice_of(marks[i]))) return true;
  }
  return false;
}
