/* Pages on which two texts stand side by side: long lines end before a place and others begin behind it, at the same
 * height, and next to none goes over it. */
#include "boxes/gr_boxes.h"

#include <stdlib.h>

enum {
  LONG = 800,    /* hundredths of a letter's size that a line is long which counts */
  LEAST = 5,     /* lines on either side: fewer may be a block of facts, two on a line */
  ACROSS = 10    /* one in so many may go over the place, a title */
};

static int by_value(const void *a, const void *b) {
  int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
  return (x > y) - (x < y);
}

static gr_box box_of(const gr_boxes *boxes, const gr_shred *shred) {
  gr_box box = gr_word_at(boxes, *GR_AT(uint32_t, &boxes->order, shred->first))->box;
  gr_box_widen(&box, gr_word_at(boxes, *GR_AT(uint32_t, &boxes->order, shred->end - 1))->box);
  return box;
}

typedef struct long_lines {
  gr_box *boxes;
  int32_t *lefts, *rights;   /* in their order */
  size_t count;
} long_lines;

static void add(long_lines *own, gr_box box) {
  own->boxes[own->count] = box;
  own->lefts[own->count] = box.left;
  own->rights[own->count++] = box.right;
}

/* Long pieces of lines, and tables that lines are drawn around. */
static gr_status collect(gr_boxes *boxes, const gr_page *page, long_lines *out) {
  void *all = NULL, *lefts = NULL, *rights = NULL;
  size_t most = 1;
  for (uint32_t i = page->first_piece; i < page->piece_end; i++) {
    most += 1 + gr_piece_at(boxes, i)->shred_end - gr_piece_at(boxes, i)->first_shred;
  }
  GR_TRY(gr_memory_zeroed(&boxes->memory, most, sizeof(gr_box), &all));
  GR_TRY(gr_memory_zeroed(&boxes->memory, most, sizeof(int32_t), &lefts));
  GR_TRY(gr_memory_zeroed(&boxes->memory, most, sizeof(int32_t), &rights));
  *out = (long_lines){all, lefts, rights, 0};
  for (uint32_t i = page->first_piece; i < page->piece_end; i++) {
    const gr_piece *piece = gr_piece_at(boxes, i);
    if (piece->is_panel) {
      const gr_panel *panel = gr_panel_at(boxes, piece->number);
      add(out, (gr_box){panel->xs[0], panel->ys[0], panel->xs[panel->columns], panel->ys[panel->rows]});
    }
    for (uint32_t k = piece->first_shred; k < piece->shred_end; k++) {
      gr_box box = box_of(boxes, gr_shred_at(boxes, k));
      int64_t em = gr_strip_at(boxes, piece->number)->em;
      if ((int64_t)(box.right - box.left) * 100 >= em * LONG) add(out, box);
    }
  }
  qsort(out->lefts, out->count, sizeof *out->lefts, by_value);
  qsort(out->rights, out->count, sizeof *out->rights, by_value);
  return GR_OK;
}

/* The place that has the most lines on the side that has fewer; false where there are too few, or too many go over it. */
static bool find_place(const long_lines *own, int32_t *out) {
  size_t best = 0, begun = 0;
  for (size_t ended = 1; ended <= own->count; ended++) {   /* behind so many ends of lines */
    int32_t place = own->rights[ended - 1];
    while (begun < own->count && own->lefts[begun] < place) begun++;
    size_t behind = own->count - begun, across = own->count - behind - ended, fewer = ended < behind ? ended : behind;
    if (fewer <= best || fewer < LEAST || across * ACROSS > own->count) continue;
    best = fewer;
    *out = place;
  }
  return best > 0;
}

/* Whether the lines on both sides of a place stand at the same height, for the most part. */
static bool are_level(const long_lines *own, int32_t place) {
  int64_t tops[2] = {INT32_MAX, INT32_MAX}, bottoms[2] = {INT32_MIN, INT32_MIN};
  for (size_t i = 0; i < own->count; i++) {
    const gr_box *box = &own->boxes[i];
    if (box->right > place && box->left < place) continue;
    int side = box->left >= place;
    if (box->top < tops[side]) tops[side] = box->top;
    if (box->bottom > bottoms[side]) bottoms[side] = box->bottom;
  }
  int64_t top = tops[0] > tops[1] ? tops[0] : tops[1], bottom = bottoms[0] < bottoms[1] ? bottoms[0] : bottoms[1];
  int64_t left = bottoms[0] - tops[0], right = bottoms[1] - tops[1];
  return 2 * (bottom - top) >= (left < right ? left : right);
}

gr_status gr_gutters_find(gr_boxes *boxes) {
  for (size_t i = 0; i < boxes->pages.count; i++) {
    long_lines own;
    int32_t place;
    GR_TRY(collect(boxes, gr_page_at(boxes, i), &own));
    gr_page_at(boxes, i)->is_parted = find_place(&own, &place) && are_level(&own, place);
  }
  return GR_OK;
}
