/* Reads plain text: a line end is a soft break, a blank line ends the paragraph. Tables survive in plain text and in
 * Markdown as lines of cells between bars or tabs, or as a label with numbers behind it: lines of that kind which
 * follow each other are a table. Headings, rules and emphasis of Markdown lose their marks. A
 * table of HTML, from `<table` to its `</table>` or, where that is missing, to the next heading behind `#`, is read as
 * that of a page; of other tags in the text see gr_inline.h. */
#ifndef GR_TEXT_H
#define GR_TEXT_H

#include "govreport.h"
#include "base/gr_memory.h"

/* `cut` is where what the end of the text cuts begins: a row that does not end in a bar as those above it do, a table of
 * HTML that does not end; SIZE_MAX where nothing tells that it was cut. `work` counts the bytes that were looked at.
 * Memory is that of tables of HTML in each other. */
gr_status gr_text_read(gr_memory *memory, gr_slice text, const gr_builder *builder, size_t *cut, uint64_t *work);

/* The line that begins at `start`: where it ends, and where the next one begins. A line ends with LF, CR LF or CR. */
size_t gr_text_line(gr_slice text, size_t start, size_t *next, uint64_t *work);

#endif
