#include "docx/anchors.h"

#include <stdlib.h>
#include <string.h>

#include "docx/comments.h"
#include "docx/pen.h"
#include "docx/spots.h"

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
  spots spots;
  store edits;       /* edit */
  store segments;    /* segment, in order of the document */
  output *out;
  pen pen;
  size_t done;       /* so many bytes of the document are copied */
  size_t placed;
  long next_id;      /* of a change */
  bool is_full;
} work;

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

/* Where a range begins, in its first piece, and where it ends, in its last one. */
static spot start_of(const work *of, anchors_range range, size_t first) {
  const words_piece *piece = spots_piece(&of->spots, first);
  return spots_in_piece(&of->spots, piece, range.start > piece->start ? range.start - piece->start : 0, false);
}

static spot stop_of(const work *of, anchors_range range, size_t last) {
  const words_piece *piece = spots_piece(&of->spots, last);
  return spots_in_piece(&of->spots, piece, range.stop - piece->start, true);
}

/* What stands in the part for a piece of the text that can be changed. */
static const layout_piece *part_of(const work *of, size_t number) {
  return layout_piece_at(of->layout, spots_piece(&of->spots, number)->byte);
}

/* ---- changes ------------------------------------------------------------------------------------------ */

/* Whether nothing but ends and beginnings of runs stands between the texts of two pieces: what parts a run, as an anchor
 * does, changes nothing of that. */
static bool is_beside(const layout *in, const layout_piece *before, const layout_piece *at) {
  if (before->text == at->text) return true;
  uint32_t end = layout_text_of(in, before->text)->end, start = layout_text_of(in, at->text)->start;
  if (before->run == at->run) return end == start;
  for (uint32_t i = before->run + 1; i < at->run; i++) {
    if (layout_run_of(in, i)->first != layout_run_of(in, i)->last) return false;
  }
  return end == layout_run_of(in, before->run)->last && start == layout_run_of(in, at->run)->first;
}

/* Whether a piece can stand in a deletion; `before` is the piece of the same change in front of it, or NULL. */
static bool is_changeable(const work *of, const layout_piece *at, const layout_piece *before) {
  const layout_run *run = at == NULL ? NULL : layout_run_of(of->layout, at->run);
  if (run == NULL || run->is_whole || run->is_fixed) return false;
  return before == NULL || is_beside(of->layout, before, at);
}

static bool may_change(const work *of, anchors_range range, size_t first, size_t end) {
  size_t covered = range.start;
  const layout_piece *before = NULL;
  for (size_t i = first; i < end; i++) {
    const words_piece *piece = spots_piece(&of->spots, i);
    const layout_piece *at = part_of(of, i);
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
    const layout_piece *at = part_of(of, i);
    if (at->text == seen) continue;
    seen = at->text;
    const layout_text *text = layout_text_of(of->layout, at->text);
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
    uint32_t run = part_of(of, i)->run;
    for (next = i + 1; next < end && part_of(of, next)->run == run;) next++;
    segment *item = add(of, &of->segments, sizeof *item);
    if (item == NULL) return;
    *item = (segment){start_of(of, range, i), stop_of(of, range, next - 1), number, next == end};
    size_t place = of->segments.count - 1;
    add_edit(of, item->start, CHANGE_START, place);
    add_edit(of, item->stop, CHANGE_END, place);
    rename_texts(of, item, i, next);
  }
}

static int by_start(const void *a, const void *b) {
  const anchors_change *one = a, *other = b;
  if (one->range.start != other->range.start) return one->range.start < other->range.start ? -1 : 1;
  if (one->range.stop != other->range.stop) return one->range.stop < other->range.stop ? -1 : 1;
  size_t size = one->text.size < other->text.size ? one->text.size : other->text.size;
  int order = memcmp(one->text.data, other->text.data, size);   /* which of two stands depends on them alone */
  return order != 0 ? order : one->text.size < other->text.size ? -1 : one->text.size > other->text.size;
}

static size_t add_changes(work *of) {
  const anchors *own = of->own;
  size_t behind = 0, count = 0;   /* behind: of the changes so far */
  if (own->change_count > 1) qsort(own->changes, own->change_count, sizeof *own->changes, by_start);
  for (size_t i = 0; i < own->change_count; i++) {
    anchors_range range = own->changes[i].range;
    size_t first, end;
    spots_find(&of->spots, range.start, range.stop, &first, &end);
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
  spots_find(&of->spots, range.start, range.stop, &first, &end);
  spot start, stop;
  if (first < end) {
    start = start_of(of, range, first);
    stop = stop_of(of, range, end - 1);
  }
  if (first == end || start.byte == LAYOUT_NONE || stop.byte == LAYOUT_NONE) {
    start = spots_in_paragraph(&of->spots, range.stop, false);
    stop = spots_in_paragraph(&of->spots, range.stop, true);
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
    put_tag_name(of, layout_text_of(of->layout, at->text)->start, is_deleted ? "delText" : "t");
    output_text(of->out, ">");
  }
  output_text(of->out, "</");
  put_tag_name(of, layout_run_of(of->layout, at->run)->start, "r");
  output_text(of->out, ">");
}

/* Its beginning with its properties again. */
static void open_run(work *of, const spot *at, bool is_deleted) {
  const layout_run *run = layout_run_of(of->layout, at->run);
  const char *data = of->own->document.data;
  output_put(of->out, data + run->start, run->tag_end - run->start);
  output_put(of->out, data + run->properties, run->properties_end - run->properties);
  if (at->in == IN_TEXT || at->in == IN_CDATA) {
    output_text(of->out, "<");
    put_tag_name(of, layout_text_of(of->layout, at->text)->start, is_deleted ? "delText" : "t");
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
  const layout_run *run = layout_run_of(of->layout, behind->stop.run);
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
    const layout_text *text = layout_text_of(of->layout, seen);
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
  of.is_full = !spots_begin(&of.spots, own->document, own->layout, own->words);
  *proposed = add_changes(&of);
  for (size_t i = 0; i < own->comment_count; i++) add_comment(&of, i);
  write_all(&of);
  *placed = of.placed;
  spots_free(&of.spots);
  store_free(&of.edits);
  store_free(&of.segments);
  return of.is_full || out->is_full ? DOCX_MEMORY : DOCX_OK;
}
