#include "docx/anchors.h"

#include <stdlib.h>
#include <string.h>

#include "docx/comments.h"
#include "docx/pen.h"

/* What surrounds a place, and is to be closed in front of what is put there and opened behind it. */
typedef enum surrounding {
  AMONG_RUNS,    /* nothing */
  IN_RUN,        /* a run, between two texts of it */
  IN_TEXT,       /* a run and a text of it */
  IN_CDATA,      /* these and a section of CDATA */
  IN_EMPTY       /* a paragraph that is an empty element */
} surrounding;

typedef struct spot {
  uint32_t byte;
  surrounding in;
  uint32_t run, text;                  /* where there are any */
  const layout_paragraph *paragraph;   /* of IN_EMPTY */
} spot;

/* The order is that in which they stand at one place. */
typedef enum edit_kind {
  CHANGE_END, RANGE_END, RANGE_EMPTY, RANGE_START, CHANGE_START, NAME, SPACE
} edit_kind;

typedef struct edit {
  spot at;
  edit_kind kind;
  uint32_t number;   /* of the comment or the segment */
} edit;

/* The part of a change that stands in one run: its text is a deletion, behind the last one stands the insertion. */
typedef struct segment {
  spot start, stop;
  uint32_t change;
  bool is_last;
} segment;

typedef struct work {
  const anchors *own;
  const layout *layout;
  store pieces;      /* words_piece: those that the part holds */
  store edits;       /* edit */
  store segments;    /* segment, in order of the document */
  output *out;
  pen pen;
  size_t done;       /* so many bytes of the document are copied */
  size_t placed;
  long next_id;      /* of a change */
  bool is_full;
} work;

static const layout_run *run_of(const work *of, size_t number) {
  return (const layout_run *)of->layout->runs.items + number;
}

static const layout_text *text_of(const work *of, size_t number) {
  return (const layout_text *)of->layout->texts.items + number;
}

static const words_piece *piece_of(const work *of, size_t number) { return (const words_piece *)of->pieces.items + number; }

static segment *segment_of(const work *of, size_t number) { return (segment *)of->segments.items + number; }

static void *add(work *of, store *to, size_t size) {
  void *item = of->is_full ? NULL : store_add(to, 1, size);
  of->is_full = item == NULL;
  return item;
}

static void add_edit(work *of, spot at, edit_kind kind, size_t number) {
  edit *item = add(of, &of->edits, sizeof *item);
  if (item != NULL) *item = (edit){at, kind, (uint32_t)number};
}

/* ---- from the text to the part ------------------------------------------------------------------------ */

/* The pieces without what the part does not hold, numbers in front of paragraphs and the like. */
static void take_pieces(work *of) {
  const store *all = &of->own->words->pieces;
  for (size_t i = 0; i < all->count && !of->is_full; i++) {
    const words_piece *piece = (const words_piece *)all->items + i;
    words_piece *item = piece->size == 0 ? NULL : add(of, &of->pieces, sizeof *item);
    if (item != NULL) *item = *piece;
  }
}

/* The number of the first piece that ends behind an offset. */
static size_t first_behind(const work *of, size_t offset) {
  size_t low = 0, high = of->pieces.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const words_piece *piece = piece_of(of, middle);
    if ((size_t)piece->start + piece->size <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* The pieces that a range touches: the first, and the one behind the last. */
static void find_pieces(const work *of, anchors_range range, size_t *first, size_t *end) {
  *first = first_behind(of, range.start);
  *end = *first;
  if (range.stop <= range.start) return;
  size_t last = first_behind(of, range.stop - 1);
  if (last < of->pieces.count && piece_of(of, last)->start < range.stop) last++;
  if (last > *first) *end = last;
}

static spot beside_run(const work *of, uint32_t run, bool is_stop) {
  const layout_run *at = run_of(of, run);
  return (spot){is_stop ? at->end : at->start, AMONG_RUNS, run, LAYOUT_NONE, NULL};
}

/* A byte between the texts of a run, or at its edge: there it stands among runs. */
static spot in_run(const work *of, uint32_t run, uint32_t byte) {
  const layout_run *at = run_of(of, run);
  if (byte <= at->first) return beside_run(of, run, false);
  if (byte >= at->last) return beside_run(of, run, true);
  return (spot){byte, IN_RUN, run, LAYOUT_NONE, NULL};
}

/* A byte at which a character begins: the one in front, or behind. */
static uint32_t whole_character(const work *of, uint32_t byte, bool is_stop) {
  const char *data = of->own->document.data;
  while (byte > 0 && byte < of->own->document.size && (data[byte] & 0xC0) == 0x80) byte = is_stop ? byte + 1 : byte - 1;
  return byte;
}

/* So many bytes into a piece; rounded to the whole of what cannot be parted. */
static spot in_piece(const work *of, const words_piece *piece, size_t within, bool is_stop) {
  uint32_t run = layout_run_at(of->layout, piece->byte);
  if (run == LAYOUT_NONE) return (spot){LAYOUT_NONE, AMONG_RUNS, run, LAYOUT_NONE, NULL};
  const layout_piece *at = layout_piece_at(of->layout, piece->byte);
  if (run_of(of, run)->is_whole || at == NULL) return beside_run(of, run, is_stop);
  bool is_reference = at->end - at->start != at->length;
  bool is_behind = within >= at->length || (is_reference && is_stop && within > 0);
  uint32_t byte = is_behind ? at->end : is_reference ? at->start
                  : whole_character(of, at->start + (uint32_t)within, is_stop);
  const layout_text *text = text_of(of, at->text);
  if (byte <= text->first) return in_run(of, run, text->start);
  if (byte >= text->last) return in_run(of, run, text->end);
  return (spot){byte, at->is_in_cdata ? IN_CDATA : IN_TEXT, run, at->text, NULL};
}

/* A range that has no text in the part: its paragraph, or the run that holds it. */
static spot in_paragraph(const work *of, size_t offset, bool is_stop) {
  size_t byte = words_place_of(of->own->words, offset).byte;
  uint32_t run = layout_run_at(of->layout, byte);
  if (run != LAYOUT_NONE) return beside_run(of, run, is_stop);
  const layout_paragraph *at = layout_paragraph_at(of->layout, byte);
  if (at == NULL && of->layout->paragraphs.count > 0) at = of->layout->paragraphs.items;
  if (at == NULL) return (spot){LAYOUT_NONE, AMONG_RUNS, LAYOUT_NONE, LAYOUT_NONE, NULL};
  if (at->is_empty) return (spot){at->close, IN_EMPTY, LAYOUT_NONE, LAYOUT_NONE, at};
  return (spot){is_stop ? at->close : at->content, AMONG_RUNS, LAYOUT_NONE, LAYOUT_NONE, NULL};
}

/* ---- changes ------------------------------------------------------------------------------------------ */

/* Whether a piece can stand in a deletion; `before` is the piece of the same change in front of it, or NULL. */
static bool is_changeable(const work *of, const layout_piece *at, const layout_piece *before) {
  if (at == NULL || run_of(of, at->run)->is_whole || run_of(of, at->run)->is_fixed) return false;
  if (before == NULL || before->run != at->run || before->text == at->text) return true;
  return text_of(of, before->text)->end == text_of(of, at->text)->start;   /* nothing else stands between them */
}

static bool may_change(const work *of, anchors_range range, size_t first, size_t end) {
  size_t covered = range.start;
  const layout_piece *before = NULL;
  for (size_t i = first; i < end; i++) {
    const words_piece *piece = piece_of(of, i);
    const layout_piece *at = layout_piece_at(of->layout, piece->byte);
    if (piece->start > covered || !is_changeable(of, at, before)) return false;
    covered = (size_t)piece->start + piece->size;
    before = at;
  }
  return first < end && covered >= range.stop;
}

/* The names of the texts that are deleted as they stand, not by what is put at the places of the segment. */
static void rename_texts(work *of, const segment *in, size_t first, size_t end) {
  uint32_t seen = LAYOUT_NONE;
  for (size_t i = first; i < end; i++) {
    const layout_piece *at = layout_piece_at(of->layout, piece_of(of, i)->byte);
    if (at->text == seen) continue;
    seen = at->text;
    const layout_text *text = text_of(of, at->text);
    bool begins = in->start.text != seen, ends = in->stop.text != seen;
    spot name = {(uint32_t)xml_local_name(of->own->document, text->start), AMONG_RUNS, at->run, seen, NULL};
    if (begins) add_edit(of, name, NAME, 0);
    name.byte = (uint32_t)xml_local_name(of->own->document, text->close);
    if (ends) add_edit(of, name, NAME, 0);
  }
}

/* The segments of a change, one for each run. */
static void add_segments(work *of, uint32_t number, anchors_range range, size_t first, size_t end) {
  for (size_t i = first, next; i < end && !of->is_full; i = next) {
    uint32_t run = layout_piece_at(of->layout, piece_of(of, i)->byte)->run;
    for (next = i + 1; next < end && layout_piece_at(of->layout, piece_of(of, next)->byte)->run == run;) next++;
    const words_piece *from = piece_of(of, i), *to = piece_of(of, next - 1);
    segment *item = add(of, &of->segments, sizeof *item);
    if (item == NULL) return;
    *item = (segment){in_piece(of, from, range.start > from->start ? range.start - from->start : 0, false),
                      in_piece(of, to, range.stop - to->start, true), number, next == end};
    size_t place = of->segments.count - 1;
    add_edit(of, item->start, CHANGE_START, place);
    add_edit(of, item->stop, CHANGE_END, place);
    rename_texts(of, item, i, next);
  }
}

static int by_start(const void *a, const void *b) {
  const anchors_range one = ((const anchors_change *)a)->range, other = ((const anchors_change *)b)->range;
  if (one.start != other.start) return one.start < other.start ? -1 : 1;
  return one.stop < other.stop ? -1 : one.stop > other.stop;
}

static size_t add_changes(work *of) {
  const anchors *own = of->own;
  size_t behind = 0, count = 0;   /* behind: of the changes so far */
  if (own->change_count > 1) qsort(own->changes, own->change_count, sizeof *own->changes, by_start);
  for (size_t i = 0; i < own->change_count; i++) {
    anchors_range range = own->changes[i].range;
    size_t first, end;
    find_pieces(of, range, &first, &end);
    if (range.start < behind || !may_change(of, range, first, end)) continue;
    add_segments(of, (uint32_t)i, range, first, end);
    behind = range.stop;
    count++;
  }
  return count;
}

/* ---- comments ----------------------------------------------------------------------------------------- */

/* What would part a change stands at its edge. */
static spot beside_change(const work *of, spot at, bool is_stop) {
  size_t low = 0, high = of->segments.count;
  while (low < high) {   /* the first segment that ends behind it */
    size_t middle = low + (high - low) / 2;
    if (segment_of(of, middle)->stop.byte <= at.byte) low = middle + 1;
    else high = middle;
  }
  if (low == of->segments.count || segment_of(of, low)->start.byte >= at.byte) return at;
  return is_stop ? segment_of(of, low)->stop : segment_of(of, low)->start;
}

static void add_comment(work *of, size_t number) {
  anchors_range range = of->own->comments[number];
  size_t first, end;
  find_pieces(of, range, &first, &end);
  spot start, stop;
  if (first < end) {
    const words_piece *from = piece_of(of, first), *to = piece_of(of, end - 1);
    start = in_piece(of, from, range.start > from->start ? range.start - from->start : 0, false);
    stop = in_piece(of, to, range.stop - to->start, true);
  }
  if (first == end || start.byte == LAYOUT_NONE || stop.byte == LAYOUT_NONE) {
    start = in_paragraph(of, range.stop, false);
    stop = in_paragraph(of, range.stop, true);
  }
  if (start.byte == LAYOUT_NONE) return;
  start = beside_change(of, start, false);
  stop = beside_change(of, stop, true);
  of->placed++;
  if (start.byte >= stop.byte) {
    add_edit(of, start, RANGE_EMPTY, number);
    return;
  }
  add_edit(of, start, RANGE_START, number);
  add_edit(of, stop, RANGE_END, number);
}

/* ---- writing ------------------------------------------------------------------------------------------ */

static int by_place(const void *a, const void *b) {
  const edit *one = a, *other = b;
  if (one->at.byte != other->at.byte) return one->at.byte < other->at.byte ? -1 : 1;
  if (one->kind != other->kind) return one->kind < other->kind ? -1 : 1;
  return one->number < other->number ? -1 : one->number > other->number;
}

static void copy_to(work *of, size_t byte) {
  if (byte <= of->done) return;
  output_put(of->out, of->own->document.data + of->done, byte - of->done);
  of->done = byte;
}

/* The name of a tag of the document, with its prefix: from behind "<" to behind the local name. */
static void put_tag_name(work *of, uint32_t start, const char *local) {
  gr_slice document = of->own->document;
  size_t name = xml_local_name(document, start);
  output_put(of->out, document.data + start + 1, name - start - 1);
  output_text(of->out, local);
}

/* The end of the run that is parted; its text may be a deletion. */
static void close_run(work *of, const spot *at, bool is_deleted) {
  if (at->in == IN_CDATA) output_text(of->out, "]]>");
  if (at->in == IN_TEXT || at->in == IN_CDATA) {
    output_text(of->out, "</");
    put_tag_name(of, text_of(of, at->text)->start, is_deleted ? "delText" : "t");
    output_text(of->out, ">");
  }
  output_text(of->out, "</");
  put_tag_name(of, run_of(of, at->run)->start, "r");
  output_text(of->out, ">");
}

/* Its beginning with its properties again. */
static void open_run(work *of, const spot *at, bool is_deleted) {
  const layout_run *run = run_of(of, at->run);
  const char *data = of->own->document.data;
  output_put(of->out, data + run->start, run->tag_end - run->start);
  output_put(of->out, data + run->properties, run->properties_end - run->properties);
  if (at->in == IN_TEXT || at->in == IN_CDATA) {
    output_text(of->out, "<");
    put_tag_name(of, text_of(of, at->text)->start, is_deleted ? "delText" : "t");
    output_text(of->out, pen_space);
    output_text(of->out, ">");
  }
  if (at->in == IN_CDATA) output_text(of->out, "<![CDATA[");
}

static void open_paragraph(work *of, const spot *at) {
  output_text(of->out, ">");
  of->done = at->byte + 2;
}

static void close_paragraph(work *of, const spot *at) {
  output_text(of->out, "</");
  put_tag_name(of, at->paragraph->start, "p");
  output_text(of->out, ">");
}

static void put_marker(work *of, const char *name, long id) {
  pen_begin(&of->pen, name);
  pen_number(&of->pen, "id", id);
  output_text(of->out, "/>");
}

static void put_reference(work *of, long id) {
  pen_begin(&of->pen, "r");
  output_text(of->out, ">");
  pen_open(&of->pen, "commentReference");
  pen_number(&of->pen, "id", id);
  output_text(of->out, "/>");
  pen_end(&of->pen, "r");
}

static void open_change(work *of, const char *name) {
  pen_begin(&of->pen, name);
  pen_number(&of->pen, "id", of->next_id++);
  pen_attribute(&of->pen, "author", DOCX_AUTHOR);
  output_text(of->out, ">");
}

static void put_insertion(work *of, const segment *behind) {
  const layout_run *run = run_of(of, behind->stop.run);
  gr_slice text = of->own->changes[behind->change].text;
  open_change(of, "ins");
  pen_open(&of->pen, "r");
  output_text(of->out, ">");
  output_put(of->out, of->own->document.data + run->properties, run->properties_end - run->properties);
  pen_open(&of->pen, "t");
  output_text(of->out, pen_space);
  output_text(of->out, ">");
  output_escaped(of->out, text);
  pen_end(&of->pen, "t");
  pen_end(&of->pen, "r");
  pen_end(&of->pen, "ins");
}

static void put_edit(work *of, const edit *item) {
  long id = of->own->first_id + (long)item->number;
  switch (item->kind) {
    case CHANGE_END:
      pen_end(&of->pen, "del");
      if (segment_of(of, item->number)->is_last) put_insertion(of, segment_of(of, item->number));
      break;
    case CHANGE_START: open_change(of, "del"); break;
    case RANGE_EMPTY:
    case RANGE_END:
      if (item->kind == RANGE_EMPTY) put_marker(of, "commentRangeStart", id);
      put_marker(of, "commentRangeEnd", id);
      put_reference(of, id);
      break;
    case RANGE_START: put_marker(of, "commentRangeStart", id); break;
    case NAME:
      output_text(of->out, "delText");
      of->done++;   /* the t */
      break;
    case SPACE: output_text(of->out, pen_space); break;
  }
}

/* All that stands at one place. */
static void put_group(work *of, const edit *edits, size_t count) {
  const spot *at = &edits[0].at;
  bool ends_change = edits[0].kind == CHANGE_END, starts_change = edits[count - 1].kind == CHANGE_START;
  copy_to(of, at->byte);
  if (at->in == IN_EMPTY) open_paragraph(of, at);
  else if (at->in != AMONG_RUNS) close_run(of, at, ends_change);
  for (size_t i = 0; i < count; i++) put_edit(of, &edits[i]);
  if (at->in == IN_EMPTY) close_paragraph(of, at);
  else if (at->in != AMONG_RUNS) open_run(of, at, starts_change);
}

/* A text whose spaces do not count gets spaces at its new edge that do: once in each. */
static void keep_spaces(work *of) {
  size_t count = of->edits.count;
  uint32_t seen = LAYOUT_NONE;
  for (size_t i = 0; i < count && !of->is_full; i++) {
    spot at = ((const edit *)of->edits.items)[i].at;
    if ((at.in != IN_TEXT && at.in != IN_CDATA) || at.text == seen) continue;
    seen = at.text;
    const layout_text *text = text_of(of, seen);
    if (text->keeps_space || strchr(" \t\r\n", of->own->document.data[at.byte - 1]) == NULL) continue;
    size_t name = xml_local_name(of->own->document, text->start);
    add_edit(of, (spot){(uint32_t)name + 1, AMONG_RUNS, at.run, seen, NULL}, SPACE, 0);
  }
}

static void write_all(work *of) {
  if (of->edits.count > 1) qsort(of->edits.items, of->edits.count, sizeof(edit), by_place);
  keep_spaces(of);
  if (of->is_full) return;
  if (of->edits.count > 1) qsort(of->edits.items, of->edits.count, sizeof(edit), by_place);
  const edit *edits = of->edits.items;
  for (size_t i = 0, next; i < of->edits.count; i = next) {
    for (next = i + 1; next < of->edits.count && edits[next].at.byte == edits[i].at.byte;) next++;
    put_group(of, edits + i, next - i);
  }
  copy_to(of, of->own->document.size);
}

docx_problem anchors_put(const anchors *own, output *out, size_t *placed, size_t *proposed) {
  work of = {.own = own, .layout = own->layout, .out = out, .next_id = own->first_id + (long)own->comment_count};
  of.pen = pen_of(out, own->document, &own->layout->root);
  take_pieces(&of);
  *proposed = add_changes(&of);
  for (size_t i = 0; i < own->comment_count; i++) add_comment(&of, i);
  write_all(&of);
  *placed = of.placed;
  store *all[] = {&of.pieces, &of.edits, &of.segments};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) store_free(all[i]);
  return of.is_full || out->is_full ? DOCX_MEMORY : DOCX_OK;
}
