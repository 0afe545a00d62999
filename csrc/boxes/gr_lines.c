/* Which lines of text go on in the next one. */
#include "boxes/gr_boxes.h"

#include <stdlib.h>
#include <string.h>

#include "base/gr_slice.h"

enum {
  SHORT = 200,      /* hundredths of a letter's size that a line which goes on leaves free at most */
  NARROW = 12,      /* letters of a line that goes on at least: no prose stands in a narrower column */
  ROOM = 15,        /* hundredths of the width that a line leaves free at most which ends within a sentence */
  INDENT = 100,     /* and by which the first line of a paragraph is moved in at least */
  WIDE = 300,       /* and from one line of a paragraph to the next, from middle to middle, at most */
  SAME_SIZE = 110,  /* hundredths of the size of letters that others of the same kind have at most */
  OTHER_SIZE = 125  /* hundredths of the size of letters that others have which are larger */
};

static int by_value(const void *a, const void *b) {
  int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
  return (x > y) - (x < y);
}

static bool ends_sentence(const gr_boxes *boxes, uint32_t seat) {
  static const char *const marks[] = {"。", "：", "！", "？", ".", ":", "!", "?", NULL};
  const gr_word *word = gr_seated(boxes, seat);
  const char *text = GR_AT(const char, &boxes->bytes, word->text);
  for (int i = 0; marks[i] != NULL; i++) {
    size_t length = strlen(marks[i]);
    if (word->size >= length && memcmp(text + word->size - length, marks[i], length) == 0) return true;
  }
  return false;
}

/* Whether a line that goes on is parted from the next one by more than the end of the line: two numbers, two words of
 * English; or two sentences, of which the second may begin something new. Where none of both is Chinese a line may still
 * break within a date or a telephone number: 2020- 01-12. */
bool gr_lines_apart(const gr_boxes *boxes, uint32_t last, uint32_t first) {
  unsigned char a = (unsigned char)gr_last_byte(boxes, last), b = (unsigned char)gr_first_byte(boxes, first);
  return (a < 0x80 && b < 0x80 && a != '-') || ends_sentence(boxes, last);
}

/* Of places in their order the first from which on `least` stand within a letter of it: one line alone, which hangs over,
 * is no bound. `step` is -1 from the right. */
static int32_t bound(const int32_t *sorted, size_t count, int32_t em, int step) {
  size_t least = count < 10 ? 1 : 2;
  for (size_t i = 0; i + least < count; i++) {
    int32_t own = sorted[step > 0 ? i : count - 1 - i], next = sorted[step > 0 ? i + least : count - 1 - i - least];
    if ((next - own) * step <= em) return own;
  }
  return sorted[step > 0 ? 0 : count - 1];
}

/* The bounds of pages from one on, and in `end` where they end. */
gr_status gr_bounds_find(gr_boxes *boxes, uint32_t first, uint32_t *end, gr_bounds *out) {
  void *lefts_memory = NULL, *rights_memory = NULL, *sizes_memory = NULL;
  size_t count = 0;
  int32_t em = 0;
  uint32_t last = first;
  while (last + 1 < boxes->pages.count && gr_page_at(boxes, last + 1)->width == gr_page_at(boxes, first)->width) last++;
  *end = last + 1;
  size_t most = gr_page_at(boxes, last)->piece_end - gr_page_at(boxes, first)->first_piece;
  GR_TRY(gr_memory_zeroed(&boxes->memory, most + 1, sizeof(int32_t), &lefts_memory));
  GR_TRY(gr_memory_zeroed(&boxes->memory, most + 1, sizeof(int32_t), &rights_memory));
  GR_TRY(gr_memory_zeroed(&boxes->memory, most + 1, sizeof(int32_t), &sizes_memory));
  int32_t *lefts = lefts_memory, *rights = rights_memory, *sizes = sizes_memory;
  for (uint32_t i = gr_page_at(boxes, first)->first_piece; i < gr_page_at(boxes, last)->piece_end; i++) {
    const gr_piece *piece = gr_piece_at(boxes, i);
    if (piece->is_panel || piece->is_margin || piece->record != GR_NOWHERE) continue;
    const gr_strip *strip = gr_strip_at(boxes, piece->number);
    lefts[count] = strip->box.left;
    rights[count] = strip->box.right;
    sizes[count++] = strip->em;
    if (strip->em > em) em = strip->em;
  }
  if (count == 0) return GR_OK;
  qsort(lefts, count, sizeof *lefts, by_value);
  qsort(rights, count, sizeof *rights, by_value);
  qsort(sizes, count, sizeof *sizes, by_value);
  *out = (gr_bounds){bound(lefts, count, em / 2, 1), bound(rights, count, em, -1), sizes[count / 2]};
  return GR_OK;
}

/* What a line must have left free for the beginning of the next one: a letter of Chinese and the mark behind it, or all
 * that does not break, a number or a word, with the bracket in front of it. */
static int64_t wanted_room(const gr_boxes *boxes, const gr_strip *strip) {
  static const char *const openers[] = {"《", "（", "“", "〈", "〔", "【", "「", "‘", NULL};
  const gr_word *word = gr_seated(boxes, strip->first);
  gr_slice text = {GR_AT(const char, &boxes->bytes, word->text), word->size};
  for (int i = 0; openers[i] != NULL; i++) (void)gr_slice_take(&text, gr_slice_of(openers[i]));
  size_t run = 0;
  while (run < text.size && (unsigned char)text.data[run] < 0x80) run++;
  return (int64_t)word->em * SHORT + (int64_t)word->em * (int64_t)run * 50;
}

static bool is_below(const gr_strip *a, const gr_strip *b) {
  int64_t pitch = gr_middle(b->box.top, b->box.bottom) - gr_middle(a->box.top, a->box.bottom);
  return a->page == b->page && pitch * 100 <= (int64_t)a->em * WIDE;
}

/* A line in the middle of the page, of letters larger than those of most lines. */
static bool is_title(const gr_strip *strip, gr_bounds of_page) {
  int64_t left = (int64_t)strip->box.left - of_page.left, right = (int64_t)of_page.right - strip->box.right;
  int64_t apart = left > right ? left - right : right - left;
  return apart <= strip->em && (int64_t)strip->em * 100 >= (int64_t)of_page.em * OTHER_SIZE;
}

/* Whether two lines are one title: of the same letters, which are as wide as they are high only by and large. */
static bool are_title(const gr_strip *a, gr_bounds of_a, const gr_strip *b, gr_bounds of_b) {
  int64_t larger = a->em > b->em ? a->em : b->em, smaller = a->em > b->em ? b->em : a->em;
  return larger * 100 <= smaller * SAME_SIZE && is_title(a, of_a) && is_title(b, of_b) && is_below(a, b);
}

/* Whether a line goes on in the next one; both stand on the same page, or the second is the first of the next page. */
bool gr_line_goes_on(const gr_boxes *boxes, const gr_strip *a, gr_bounds of_a, const gr_strip *b, gr_bounds of_b) {
  if (are_title(a, of_a, b, of_b)) return true;
  int64_t em = a->em, larger = em > b->em ? em : b->em, smaller = em > b->em ? b->em : em;
  if (larger * 100 > smaller * OTHER_SIZE || a->box.right - a->box.left < em * NARROW) return false;
  int64_t room = (int64_t)of_a.right - a->box.right, width = (int64_t)of_a.right - of_a.left;
  bool is_nearly_full = room * 100 <= width * ROOM && !ends_sentence(boxes, a->end - 1);
  if (room * 100 > wanted_room(boxes, b) && !is_nearly_full) return false;
  if ((int64_t)(b->box.left - of_b.left) * 100 > em * INDENT) return false;
  return a->page != b->page || is_below(a, b);
}
