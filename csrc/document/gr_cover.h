/* Elements that hide what is in them or strike it out, and where they end.
 *
 * Divisions, tables and their parts end where the reader of pages says so. All others are loose: they end with their
 * end tag, with the block around an inline one, with what an end tag may be left out before (p, li, dt, dd, option), and
 * at the latest with the division, cell or table that they stand in. */
#ifndef GR_COVER_H
#define GR_COVER_H

#include "document/gr_sheet.h"

typedef struct gr_cover {
  gr_look look;
  gr_element element;
  gr_range name;
  size_t depth;              /* open elements of its name from it on */
  size_t blocks, lists;      /* open ones in it */
  size_t divisions, tables;  /* how many were open with it */
} gr_cover;

/* Whether an element may cover what is in it. */
bool gr_cover_may(const gr_markup *page, const gr_tag *tag);
static inline bool gr_cover_is_loose(const gr_cover *cover) {
  return cover->element == GR_TAG_INLINE || cover->element == GR_TAG_BLOCK || cover->element == GR_TAG_BREAK ||
         cover->element > GR_TAG_TH;
}

/* Takes account of a tag in a loose cover. Before the tag: whether it ends the cover by what it is; behind it: whether
 * it was the end tag. */
bool gr_cover_before(gr_cover *cover, const gr_markup *page, const gr_tag *tag);
bool gr_cover_behind(gr_cover *cover, const gr_markup *page, const gr_tag *tag);

#endif
