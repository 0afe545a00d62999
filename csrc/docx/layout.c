#include "docx/layout.h"

#include <string.h>

typedef struct reading {
  xml_part part;
  layout *own;
  bool is_full;
  size_t paragraph, properties, run, run_properties, text;   /* depths of what is open; 0: none is */
  size_t insertion;   /* of what others inserted */
  size_t fields;      /* that are open in the text */
} reading;

static void *last(const store *of, size_t size) { return (char *)of->items + (of->count - 1) * size; }

static void *add(reading *of, store *to, size_t size) {
  void *item = store_add(to, 1, size);
  of->is_full = of->is_full || item == NULL;
  if (item == NULL) xml_stop(&of->part, DOCX_MEMORY);
  else memset(item, 0, size);
  return item;
}

static layout_paragraph *open_paragraph(reading *of) { return last(&of->own->paragraphs, sizeof(layout_paragraph)); }
static layout_run *open_run(reading *of) { return last(&of->own->runs, sizeof(layout_run)); }
static layout_text *open_text(reading *of) { return last(&of->own->texts, sizeof(layout_text)); }

static void begin_paragraph(reading *of, uint32_t start, uint32_t end) {
  layout_paragraph *item = add(of, &of->own->paragraphs, sizeof *item);
  if (item == NULL) return;
  *item = (layout_paragraph){start, end, end, false};
  of->paragraph = of->part.depth;
}

static void end_paragraph(reading *of, uint32_t start, bool is_empty) {
  layout_paragraph *item = open_paragraph(of);
  item->is_empty = is_empty;
  item->close = is_empty ? start - 2 : start;
  of->paragraph = 0;
}

/* What stands among runs and holds runs, and may hold anchors as a paragraph does. */
static bool is_transparent(const reading *of, const char *name) {
  static const char *const names[] = {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir",
                                      "bdo", NULL};
  for (const char *const *known = names; of->part.is_word && *known != NULL; known++) {
    if (xml_is(name, *known)) return true;
  }
  return false;
}

static void begin_run(reading *of, const char *name, uint32_t start, uint32_t end) {
  layout_run *item = add(of, &of->own->runs, sizeof *item);
  if (item == NULL) return;
  *item = (layout_run){start, end, end, end, end, end, end, !of->part.is_word || !xml_is(name, "r"),
                       of->insertion != 0 || of->fields != 0};
  of->run = of->part.depth;
}

static void begin_text(reading *of, const char **attributes, uint32_t start, uint32_t end) {
  const char *space = xml_attribute(attributes, "space");
  layout_text *item = add(of, &of->own->texts, sizeof *item);
  if (item == NULL) return;
  *item = (layout_text){start, end, end, LAYOUT_NONE, end, space != NULL && xml_is(space, "preserve")};
  of->text = of->part.depth;
}

/* A complex field is parted into runs: begin, code, separate, what it gives, end. */
static void count_field(reading *of, const char **attributes) {
  const char *type = xml_attribute(attributes, "fldCharType");
  if (type == NULL) return;
  if (xml_is(type, "begin")) of->fields++;
  else if (xml_is(type, "end") && of->fields > 0) of->fields--;
  open_run(of)->is_fixed = true;
}

static void begin_in_run(reading *of, const char *name, const char **attributes, uint32_t start, uint32_t end) {
  layout_run *run = open_run(of);
  if (of->part.is_word && xml_is(name, "fldChar")) count_field(of, attributes);
  if (of->part.is_word && xml_is(name, "rPrChange") && of->run_properties != 0) run->is_whole = true;
  if (of->text != 0) run->is_whole = true;   /* a text holds no elements: this is none that Word has written */
  if (of->part.depth != of->run + 1) return;
  if (of->part.is_word && xml_is(name, "rPr")) {
    if (run->first != run->last || run->properties != run->properties_end) run->is_whole = true;   /* not the first in it */
    of->run_properties = of->part.depth;
    run->properties = start;
    return;
  }
  if (of->part.is_word && xml_is(name, "p")) run->is_whole = true;   /* they stand in boxes, deeper in it */
  if (run->first == run->last && run->last <= start) run->first = start;
  if (of->part.is_word && xml_is(name, "t") && !run->is_whole) begin_text(of, attributes, start, end);
}

static void on_start(void *context, const char *name, const char **attributes) {
  reading *of = context;
  uint32_t start = (uint32_t)xml_byte(&of->part), end = start + (uint32_t)xml_size(&of->part);
  if (of->properties != 0) return;
  if (of->run != 0) begin_in_run(of, name, attributes, start, end);
  else if (of->paragraph == 0 && of->part.is_word && xml_is(name, "p")) begin_paragraph(of, start, end);
  else if (of->paragraph != 0 && of->part.is_word && xml_is(name, "pPr") && of->part.depth == of->paragraph + 1) {
    of->properties = of->part.depth;
  } else if (of->paragraph != 0 && is_transparent(of, name)) {
    bool is_insertion = xml_is(name, "ins") || xml_is(name, "moveTo");
    if (is_insertion && of->insertion == 0) of->insertion = of->part.depth;
  } else if (of->paragraph != 0) begin_run(of, name, start, end);
}

static void end_in_run(reading *of, size_t depth, uint32_t start, uint32_t end) {
  layout_run *run = open_run(of);
  if (depth == of->run) {
    run->end = end;
    of->run = 0;
  } else if (depth == of->run_properties) {
    run->properties_end = run->first = run->last = end;
    of->run_properties = 0;
  } else if (depth == of->run + 1) {
    run->last = end;
  }
  if (depth != of->text) return;
  layout_text *text = open_text(of);
  text->close = start;
  text->end = end;
  of->text = 0;
}

static void on_end(void *context, const char *name) {
  reading *of = context;
  size_t depth = of->part.depth + 1, size = xml_size(&of->part);
  uint32_t start = (uint32_t)xml_byte(&of->part), end = start + (uint32_t)size;
  (void)name;
  if (of->run != 0) end_in_run(of, depth, start, end);
  else if (depth == of->paragraph) end_paragraph(of, start, size == 0);
  else if (depth == of->insertion) of->insertion = 0;
  else if (depth == of->properties) {
    open_paragraph(of)->content = end;
    of->properties = 0;
  }
}

static bool is_blank(const char *text, size_t length) {
  while (length > 0 && (text[length - 1] == ' ' || (text[length - 1] >= '\t' && text[length - 1] <= '\r'))) length--;
  return length == 0;
}

static void on_text(void *context, const char *text, size_t length) {
  reading *of = context;
  /* What stands in a run, and in no w:t, nobody sees, and Word has not written. */
  if (of->run != 0 && of->part.depth == of->run && !is_blank(text, length)) open_run(of)->is_whole = true;
  if (of->text == 0 || of->part.depth != of->text) return;
  layout_piece *item = add(of, &of->own->pieces, sizeof *item);
  if (item == NULL) return;
  uint32_t start = (uint32_t)xml_byte(&of->part), end = start + (uint32_t)xml_size(&of->part);
  *item = (layout_piece){start, end, (uint32_t)length, (uint32_t)of->own->runs.count - 1,
                         (uint32_t)of->own->texts.count - 1, of->part.is_in_cdata};
  layout_text *in = open_text(of);
  if (in->first == LAYOUT_NONE) in->first = start;
  in->last = end;
}

docx_problem layout_read(layout *own, gr_slice document, size_t *byte) {
  reading of = {{.wants_namespaces = true, .start = on_start, .end = on_end, .text = on_text}, .own = own};
  docx_problem problem = xml_read(&of.part, document.data, document.size, byte);
  own->root = of.part.root;
  return problem;
}

/* The number of the last item that starts at a byte or before it: `start` is the first member of each. */
static size_t last_before(const store *of, size_t size, size_t byte) {
  size_t low = 0, high = of->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    uint32_t start;
    memcpy(&start, (const char *)of->items + middle * size, sizeof start);
    if (start <= byte) low = middle + 1;
    else high = middle;
  }
  return low == 0 ? SIZE_MAX : low - 1;
}

const layout_paragraph *layout_paragraph_at(const layout *own, size_t byte) {
  size_t number = last_before(&own->paragraphs, sizeof(layout_paragraph), byte);
  return number == SIZE_MAX ? NULL : (const layout_paragraph *)own->paragraphs.items + number;
}

uint32_t layout_run_at(const layout *own, size_t byte) {
  size_t number = last_before(&own->runs, sizeof(layout_run), byte);
  if (number == SIZE_MAX || byte >= ((const layout_run *)own->runs.items)[number].end) return LAYOUT_NONE;
  return (uint32_t)number;
}

const layout_run *layout_run_of(const layout *own, uint32_t number) {
  return (const layout_run *)own->runs.items + number;
}

const layout_text *layout_text_of(const layout *own, uint32_t number) {
  return (const layout_text *)own->texts.items + number;
}

const layout_piece *layout_piece_at(const layout *own, size_t byte) {
  size_t number = last_before(&own->pieces, sizeof(layout_piece), byte);
  const layout_piece *piece = number == SIZE_MAX ? NULL : (const layout_piece *)own->pieces.items + number;
  return piece != NULL && piece->start == byte ? piece : NULL;
}

void layout_free(layout *own) {
  store *all[] = {&own->paragraphs, &own->runs, &own->texts, &own->pieces};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) store_free(all[i]);
}
