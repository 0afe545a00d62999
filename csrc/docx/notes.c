#include "docx/notes.h"

#include <stdlib.h>
#include <string.h>

typedef struct notes_part {
  xml_part part;
  notes *out;
  long note;
  size_t skipped;   /* the depth of what is passed over; 0: nothing is */
  bool in_text, in_run_properties, is_hidden;
} notes_part;

static void add(notes_part *own, const char *text, size_t length, bool is_end) {
  notes *out = own->out;
  notes_piece piece = {own->note, (uint32_t)out->text.count, (uint32_t)length, (uint32_t)xml_byte(&own->part), is_end};
  char *end = store_add(&out->text, length, 1);
  notes_piece *more = end == NULL ? NULL : store_add(&out->pieces, 1, sizeof piece);
  if (more == NULL) {
    xml_stop(&own->part, DOCX_MEMORY);
    return;
  }
  memcpy(end, text, length);
  *more = piece;
}

/* The lines that part notes from the text are notes themselves, with a type. */
static void start_note(notes_part *own, const char **attributes) {
  notes_entry *entry = store_add(&own->out->entries, 1, sizeof *entry);
  own->note = xml_integer(xml_attribute(attributes, "id"), 1000000000, -1);
  if (entry == NULL) xml_stop(&own->part, DOCX_MEMORY);
  else *entry = (notes_entry){own->note, own->out->pieces.count, false};
  if (xml_attribute(attributes, "type") != NULL) own->skipped = own->part.depth;
}

static void on_start(void *context, const char *name, const char **attributes) {
  notes_part *own = context;
  if (own->skipped != 0) return;
  if (xml_is(name, "footnote") || xml_is(name, "endnote")) start_note(own, attributes);
  else if (xml_is(name, "del") || xml_is(name, "moveFrom") || xml_is(name, "Fallback") || xml_is(name, "pPr")) own->skipped = own->part.depth;
  else if (xml_is(name, "r")) own->is_hidden = false;
  else if (xml_is(name, "rPr")) own->in_run_properties = true;
  else if (xml_is(name, "vanish") && own->in_run_properties) own->is_hidden = xml_is_on(attributes);
  else if (xml_is(name, "t")) own->in_text = true;
  else if (xml_is(name, "tab") || xml_is(name, "br")) add(own, " ", 1, false);
}

static void on_end(void *context, const char *name) {
  notes_part *own = context;
  if (own->skipped != 0) {
    if (own->part.depth < own->skipped) own->skipped = 0;
    return;
  }
  if (xml_is(name, "p")) add(own, "", 0, true);
  else if (xml_is(name, "rPr")) own->in_run_properties = false;
  else if (xml_is(name, "t")) own->in_text = false;
}

static void on_text(void *context, const char *text, size_t length) {
  notes_part *own = context;
  if (own->skipped == 0 && own->in_text && !own->is_hidden) add(own, text, length, false);
}

static int by_number(const void *a, const void *b) {
  long x = ((const notes_entry *)a)->note, y = ((const notes_entry *)b)->note;
  return (x > y) - (x < y);
}

docx_problem notes_read(notes *own, docx_package *package) {
  notes_part context = {{.start = on_start, .end = on_end, .text = on_text}, .out = own, .note = -1};
  docx_problem problem = xml_read(&context.part, package->part, package->part_size, &package->byte);
  if (own->entries.count > 0) qsort(own->entries.items, own->entries.count, sizeof(notes_entry), by_number);
  return problem;
}

static notes_entry *find(const notes *own, long note) {
  notes_entry wanted = {.note = note};
  if (own->entries.count == 0) return NULL;
  return bsearch(&wanted, own->entries.items, own->entries.count, sizeof wanted, by_number);
}

void notes_put(notes *own, long note, words *out, words_place place) {
  const notes_piece *pieces = own->pieces.items;
  notes_entry *entry = find(own, note);
  bool is_open = false;
  if (entry == NULL || entry->is_put) return;
  entry->is_put = true;
  for (size_t i = entry->first; i < own->pieces.count && pieces[i].note == note; i++) {
    if (pieces[i].length > 0 && !is_open) words_stand(out, place);
    is_open = is_open || pieces[i].length > 0;
    words_put(out, (const char *)own->text.items + pieces[i].start, pieces[i].length, pieces[i].byte, pieces[i].length);
    if (pieces[i].is_end && is_open) {
      (void)words_part(out, WORDS_PARAGRAPH_END, "\n");
      is_open = false;
    }
  }
}

void notes_free(notes *own) {
  store_free(&own->text);
  store_free(&own->pieces);
  store_free(&own->entries);
}
