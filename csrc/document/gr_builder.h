/* The events by which every reader hands over what it reads. */
#ifndef GR_BUILDER_H
#define GR_BUILDER_H

#include "govreport.h"

#define GR_BUILDER_VERSION 4

/* Ranges are offsets in the decoded source, rising from event to event; an empty range is the place of something that
 * the source leaves out, such as an end tag. The first event that fails ends the reading: the reader returns its status.
 *
 * Text outside of a paragraph or cell opens a paragraph. A table holds rows of cells; text, breaks and whole tables may
 * stand in a cell. Ends that nothing opened are ignored, and what is still open at the end is closed. */
typedef struct gr_builder {
  int version;
  void *context;
  /* Text as it stands in the source. */
  gr_status (*text)(void *context, size_t start, size_t end);
  /* One character for which the source has another spelling: a character reference. */
  gr_status (*character)(void *context, uint32_t character, size_t start, size_t end);
  gr_status (*soft_break)(void *context, size_t start, size_t end);
  gr_status (*paragraph_end)(void *context, size_t start, size_t end);
  gr_status (*table_start)(void *context, size_t start, size_t end);
  gr_status (*table_end)(void *context, size_t start, size_t end);
  gr_status (*row_start)(void *context, size_t start, size_t end);
  /* The end of a group of rows: no cell in front of it spans rows behind it. */
  gr_status (*rows_end)(void *context, size_t start, size_t end);
  /* Spans as the source has them, 1 where it has none; row_span 0: down to the end of the group. */
  gr_status (*cell_start)(void *context, size_t row_span, size_t column_span, size_t start, size_t end);
  gr_status (*cell_end)(void *context, size_t start, size_t end);
  /* A fact about the page: its title, a <meta> with a name. Both ranges are source text; `content` may hold references
   * that are kept as they are. */
  gr_status (*meta)(void *context, gr_range name, gr_range content);
  /* An element that may hold the whole article: a division of the page. They nest. */
  gr_status (*division_start)(void *context, size_t start, size_t end);
  gr_status (*division_end)(void *context, size_t start, size_t end);
  /* What a page hides. They nest, each with what it holds whole; `alone` where the element is a division or a table,
   * which may be shown by itself, and not a piece of something. */
  gr_status (*hidden_start)(void *context, bool alone, size_t start, size_t end);
  gr_status (*hidden_end)(void *context, size_t start, size_t end);
  /* Something that is seen but is no text: a picture, an input box. The range is its tag. */
  gr_status (*picture)(void *context, size_t start, size_t end);
  /* The rows up to the next rows_end stand at the foot of their table, wherever the source has them. */
  gr_status (*foot_start)(void *context, size_t start, size_t end);
} gr_builder;

#endif
