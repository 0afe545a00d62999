/* Reads plain text: a line end is a soft break, a blank line ends the paragraph. Tables survive in plain text and in
 * Markdown as lines of cells between bars or tabs, or as a label with numbers behind it: lines of that kind which
 * follow each other are a table. Headings, rules and emphasis of Markdown lose their marks. */
#ifndef GR_TEXT_H
#define GR_TEXT_H

#include "document/gr_builder.h"

/* `work` counts the bytes that were looked at. */
gr_status gr_text_read(gr_slice text, const gr_builder *builder, uint64_t *work);

/* The line that begins at `start`: where it ends, and where the next one begins. A line ends with LF, CR LF or CR. */
size_t gr_text_line(gr_slice text, size_t start, size_t *next, uint64_t *work);

#endif
