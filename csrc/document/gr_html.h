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

#include "govreport.h"
#include "base/gr_memory.h"

/* The text is valid UTF-8. Drives every event of the builder. A paragraph_end comes only when text, a character or a
 * break was given since the last end of a paragraph, cell or table, and there no text is white space alone. A tag
 * gives its range to the event that it causes; what it implies before that (an end, a row) is an empty range at the
 * tag.
 *
 * Divisions are the div, section, article, main, aside, nav, header, footer, center and form elements, and the body
 * that begins before any of them. A <title> is given as a fact with the name "title".
 *
 * Reading begins at `start`; ranges are offsets in the whole text. `cut` is where what the end of the text cuts begins,
 * a tag, a table, the text of a page without its end; SIZE_MAX where nothing tells that it was cut.
 *
 * `work` counts the bytes that were looked at. Memory is that of the tables and divisions open at one time. */
gr_status gr_html_read(gr_memory *memory, gr_slice text, size_t start, const gr_builder *builder, size_t *cut,
                       uint64_t *work);

#endif
