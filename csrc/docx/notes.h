/* The text of parts beside the document: footnotes and endnotes by their numbers, headers and footers whole. ECMA-376-1:2016,
 * 17.11 and 17.10. */
#ifndef GR_DOCX_NOTES_H
#define GR_DOCX_NOTES_H

#include "docx/words.h"
#include "docx/xml.h"

typedef struct notes {
  store text;     /* char */
  store pieces;   /* notes_piece */
  store entries;  /* notes_entry: by the number of the note */
} notes;

/* Text of one note, as it stands in its part; a paragraph ends behind it where `is_end`. */
typedef struct notes_piece {
  long note;           /* w:id of the note; -1 in a part without notes */
  uint32_t start, length, byte;
  bool is_end;
} notes_piece;

/* Where a note begins among the pieces. */
typedef struct notes_entry {
  long note;
  size_t first;
  bool is_put;
} notes_entry;

/* Reads the part that was read last: what is deleted or hidden is no text of it. */
docx_problem notes_read(notes *own, docx_package *package);
/* Puts the text of a note into the words, once: a paragraph at `place` for each of its paragraphs that has text. */
void notes_put(notes *own, long note, words *out, words_place place);
void notes_free(notes *own);

#endif
