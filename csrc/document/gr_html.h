/* Reads web pages: one pass over the bytes, without a tree.
 *
 * Tags, comments, raw text and character references are told apart as the tokenizer of the HTML standard does. Of
 * its tree construction this keeps what decides about tables and divisions: implied ends, and cells and tables as the
 * bounds of what an end tag may close. Scripts, templates, noscript and frames are skipped. What the page hides by its
 * own style is given between hidden_start and hidden_end; what it strikes out so is parted from its neighbours like <del>.
 * Input boxes and text fields are given as the text that they are filled with, where they are not, as pictures.
 *
 * It differs from the standard in this:
 *   - Text and divisions in a table but outside of its cells come where they stand, not before the table.
 *   - A table in a caption ends the table that has the caption.
 *   - A division ends with its own end tag, that of a division, pre, cell or table around it, or what ends that cell
 *     or table; not with the end of a list, heading, quotation or button around it. </form> ends what is in the form.
 *   - An end tag of a block that is not open, and a form or body that the standard ignores, still end the paragraph.
 *   - Spans written as character references are not decoded. Tables in a select, where the standard drops them, are read.
 *   - <plaintext> is no special element; math is not read by rules of its own, svg only as far as empty elements go. */
#ifndef GR_HTML_H
#define GR_HTML_H

#include "document/gr_builder.h"
#include "base/gr_memory.h"

/* The text is valid UTF-8. Drives every event of the builder. A paragraph_end comes only when text, a character or a
 * break was given since the last end of a paragraph, cell or table, and there no text is white space alone. A tag
 * gives its range to the event that it causes; what it implies before that (an end, a row) is an empty range at the
 * tag.
 *
 * Divisions are the div, section, article, main, aside, nav, header, footer, center and form elements, and the body
 * that begins before any of them. A <title> is given as a fact with the name "title".
 *
 * `work` counts the bytes that were looked at. Memory is that of the tables and divisions open at one time. */
gr_status gr_html_read(gr_memory *memory, gr_slice text, const gr_builder *builder, uint64_t *work);

/* Whether the text is a page: behind comments and processing instructions it begins with a doctype or a tag of HTML,
 * or such a tag as pages are made of (html, head, body, table, div, p, td, br) begins within its first 4 KiB. */
bool gr_html_sniff(gr_slice text);

#endif
