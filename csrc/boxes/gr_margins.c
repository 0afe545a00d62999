/* Page numbers and running heads: what stands at the top or the bottom of a page, and comes again on others. */
#include "boxes/gr_boxes.h"

#include <string.h>

#include "base/gr_slice.h"

enum {
  ZONE = 12,      /* hundredths of the page's height at its top and bottom in which they stand */
  MOST = 120,     /* bytes of such a line */
  NEAR = 600,     /* heads of two pages stand at the same height, but for this */
  MOST_PAGES = 10000,
  LINES = 3       /* at the top and at the bottom, that may be such */
};

typedef struct margin {
  uint32_t piece;      /* GR_NOWHERE: none */
  int32_t top;
  size_t size;
  char letters[MOST];  /* without dashes */
  bool is_marked;      /* it says that it is a page number: - 3 -, 第3页 */
  bool has_number;
  long number;
} margin;

static void skip(gr_slice *s, const char *text) { (void)gr_slice_take(s, gr_slice_of(text)); }

static bool take_number(gr_slice *s, long *out) {
  size_t digits = 0;
  *out = 0;
  while (s->size > 0 && gr_is_digit(*s->data) && digits < 9) {
    *out = *out * 10 + (*s->data - '0');
    s->data++;
    s->size--;
    digits++;
  }
  return digits > 0;
}

/* 3, 第3页, 第3页共5页, 3/5, Page3of5: whether a text is nothing else. */
static void read_number(margin *own) {
  gr_slice s = {own->letters, own->size};
  long all;
  skip(&s, "Page");
  skip(&s, "\xE7\xAC\xAC");                        /* 第 */
  bool is_plain = s.size == own->size;
  if (!take_number(&s, &own->number)) return;
  skip(&s, "\xE9\xA1\xB5");                        /* 页 */
  skip(&s, "\xEF\xBC\x8C");
  skip(&s, "\xE5\x85\xB1");                        /* 共 */
  skip(&s, "of");
  skip(&s, "/");
  is_plain = is_plain && s.size == 0;
  if (s.size > 0 && take_number(&s, &all)) skip(&s, "\xE9\xA1\xB5");
  own->has_number = s.size == 0 && own->number < MOST_PAGES;
  own->is_marked = own->is_marked || !is_plain;
}

/* Whether a strip has a dash in front of all else, as page numbers have. */
static bool begins_with_dash(const gr_boxes *boxes, uint32_t strip) {
  static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95", "\xE2\x88\x92", "~", "\xE2\x94\x80", NULL};
  const gr_word *word = gr_word_at(boxes, *GR_AT(uint32_t, &boxes->order, gr_strip_at(boxes, strip)->first));
  gr_slice text = {GR_AT(const char, &boxes->bytes, word->text), word->size};
  for (int i = 0; dashes[i] != NULL; i++) {
    if (gr_slice_begins(text, gr_slice_of(dashes[i]))) return true;
  }
  return false;
}

/* The line of a page that stands at the top or the bottom, the `depth`-th from there, if it is in the zone. */
static void look(const gr_boxes *boxes, const gr_page *page, bool below, uint32_t depth, margin *out) {
  *out = (margin){.piece = GR_NOWHERE};
  if (page->piece_end - page->first_piece <= depth) return;
  uint32_t number = below ? page->piece_end - 1 - depth : page->first_piece + depth;
  const gr_piece *piece = gr_piece_at(boxes, number);
  int64_t from_edge = below ? page->height - piece->top : piece->top;
  if (piece->is_panel || from_edge * 100 > (int64_t)page->height * ZONE) return;
  out->piece = number;
  out->top = piece->top;
  out->size = gr_strip_letters(boxes, piece->number, out->letters, MOST);
  out->is_marked = begins_with_dash(boxes, piece->number);
  read_number(out);
}

/* Whether two texts are the same but for numbers, and these are the same or go on from page to page. */
static bool alike(gr_slice a, gr_slice b, long pages_apart) {
  while (a.size > 0 && b.size > 0) {
    long of_a, of_b;
    if (gr_is_digit(*a.data) && gr_is_digit(*b.data)) {
      if (!take_number(&a, &of_a) || !take_number(&b, &of_b)) return false;
      if (of_a != of_b && of_b - of_a != pages_apart) return false;
    } else {
      if (*a.data != *b.data) return false;
      a = gr_slice_sub(a, 1, a.size);
      b = gr_slice_sub(b, 1, b.size);
    }
  }
  return a.size == b.size;
}

/* Whether two lines of two pages are one running head, or page numbers that go on. */
static bool same(const margin *a, const margin *b, long pages_apart) {
  if (a->piece == GR_NOWHERE || b->piece == GR_NOWHERE || a->size == 0 || a->size == MOST) return false;
  if (a->has_number && b->has_number) return b->number - a->number == pages_apart;
  int32_t apart = a->top - b->top;
  if (apart > NEAR || apart < -NEAR) return false;
  return alike((gr_slice){a->letters, a->size}, (gr_slice){b->letters, b->size}, pages_apart);
}

/* Compares with the page before and the one before that: heads of left and of right pages differ. */
static void compare(gr_boxes *boxes, const margin *own, const margin *before, const margin *second) {
  if (own->piece == GR_NOWHERE) return;
  bool is_margin = own->has_number && own->is_marked;
  const margin *others[2] = {before, second};
  for (long i = 0; i < 2; i++) {
    if (!same(others[i], own, i + 1)) continue;
    is_margin = true;
    gr_piece_at(boxes, others[i]->piece)->is_margin = true;
  }
  if (is_margin) gr_piece_at(boxes, own->piece)->is_margin = true;
}

/* One line behind the other from the edge: behind one that is no margin none is. */
gr_status gr_margins_find(gr_boxes *boxes) {
  margin own, before, second;
  for (int below = 0; below < 2; below++) {
    for (uint32_t depth = 0; depth < LINES; depth++) {
      before.piece = second.piece = GR_NOWHERE;
      for (size_t i = 0; i < boxes->pages.count; i++) {
        const gr_page *page = gr_page_at(boxes, i);
        look(boxes, page, below != 0, depth, &own);
        uint32_t outer = below != 0 ? own.piece + 1 : own.piece - 1;
        if (own.piece != GR_NOWHERE && depth > 0 && !gr_piece_at(boxes, outer)->is_margin) own.piece = GR_NOWHERE;
        compare(boxes, &own, &before, &second);
        second = before;
        before = own;
      }
    }
  }
  return GR_OK;
}
