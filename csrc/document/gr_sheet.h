/* What the styles of a page say about showing an element: its style attribute, its hidden attribute and the rules of
 * the page's own <style> elements.
 *
 * Of the rules those are kept whose selector is `tag`, `.class`, `#id`, `tag.class` or `.class.class`, alone or in a
 * list with commas, on the page or in @media screen and @media all. Style sheets elsewhere are not read. */
#ifndef GR_SHEET_H
#define GR_SHEET_H

#include "base/gr_memory.h"
#include "document/gr_tag.h"

typedef enum gr_saying { GR_SAYS_NO_DISPLAY, GR_SAYS_INVISIBLE, GR_SAYS_STRUCK, GR_SAYINGS } gr_saying;

/* What is said last with the highest rank holds. */
typedef struct gr_said {
  uint32_t rank;           /* 0: nothing is said */
  bool yes;
} gr_said;

typedef struct gr_sheet {
  gr_vector rules;         /* gr_rule: open addressing; the capacity is a power of 2, at most half of it taken */
  size_t taken;
  uint32_t order;          /* how many rules were read */
  bool hides;              /* whether any rule hides or strikes out anything */
  bool has_tags;           /* whether one does so by the name of a tag alone */
} gr_sheet;

typedef enum gr_look { GR_LOOK_PLAIN, GR_LOOK_HIDDEN, GR_LOOK_INVISIBLE, GR_LOOK_STRUCK } gr_look;

/* Reads the <style> elements of a page, from `start` on, into a zeroed sheet. */
gr_status gr_sheet_collect(gr_sheet *sheet, gr_memory *memory, gr_markup *page, size_t start);
void gr_sheet_release(gr_sheet *sheet, gr_memory *memory);

/* How an element looks by its own style. Linear in its start tag. */
gr_look gr_sheet_look(const gr_sheet *sheet, gr_markup *page, const gr_tag *tag);

#endif
