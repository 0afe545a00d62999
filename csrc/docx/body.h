/* The part that is the document: paragraphs, tables and what stands in them. ECMA-376-1:2016, 17. */
#ifndef GR_DOCX_BODY_H
#define GR_DOCX_BODY_H

#include "docx/notes.h"
#include "docx/numbering.h"
#include "docx/words.h"

/* What the part needs of others, and is told of beside its text. */
typedef struct body_parts {
  numbering lists;
  notes footnotes, endnotes;
  bool has_changes;   /* out: insertions or deletions that nobody has accepted or refused */
} body_parts;

/* Reads the part into `out`. Insertions count, deletions do not; what this program proposed is as if it had not been. Text
 * that Word hides is given as hidden; what stands in a text box follows where its anchor stands; a number in front of a
 * paragraph, which is in no text, is put in front of it; a note follows the paragraph, or the table, that refers to it.
 * Cells that go on downwards are one cell with its span. `byte` gets where an error stands. DOCX_NO_PART where it is the
 * part of another kind of package. */
docx_problem body_read(const char *bytes, size_t size, body_parts *parts, words *out, size_t *byte);

#endif
