#include "docx/comments.h"

#include <stdlib.h>
#include <string.h>

#include "docx/pen.h"

typedef struct reading {
  xml_part part;
  comments *own;
  gr_slice bytes;
  size_t done;      /* so many bytes are copied or left out */
  size_t removed;   /* of them */
  size_t depth;     /* of the comment that is left out; 0: none is */
  bool is_full;
} reading;

static void on_start(void *context, const char *name, const char **attributes) {
  reading *of = context;
  if (of->depth != 0 || !of->part.is_word || strcmp(name, "comment") != 0) return;
  const char *author = xml_attribute(attributes, "author");
  long id = xml_integer(xml_attribute(attributes, "id"), COMMENTS_MOST_ID, -1);
  if (author == NULL || strcmp(author, DOCX_AUTHOR) != 0) {
    if (id > of->own->greatest) of->own->greatest = id;
    return;
  }
  long *place = store_add(&of->own->own, 1, sizeof id);
  of->is_full = of->is_full || place == NULL;
  if (place != NULL) *place = id;
  of->depth = of->part.depth;
  size_t byte = xml_byte(&of->part);
  output_put(&of->own->part, of->bytes.data + of->done, byte - of->done);
  of->done = byte;
}

static void on_end(void *context, const char *name) {
  reading *of = context;
  (void)name;
  if (of->depth == 0 || of->part.depth >= of->depth) return;
  size_t end = xml_byte(&of->part) + xml_size(&of->part);
  of->removed += end - of->done;
  of->done = end;
  of->depth = 0;
}

static int by_number(const void *a, const void *b) {
  long one = *(const long *)a, other = *(const long *)b;
  return one < other ? -1 : one > other;
}

docx_problem comments_read(comments *own, gr_slice part, size_t *byte) {
  reading of = {{.wants_namespaces = true, .start = on_start, .end = on_end}, .own = own, .bytes = part};
  own->greatest = -1;
  docx_problem problem = xml_read(&of.part, part.data, part.size, byte);
  if (problem != DOCX_OK) return problem;
  if (!of.part.root.is_utf8 || of.part.root.word == NULL) return of.part.root.is_utf8 ? DOCX_XML : DOCX_ENCODING;
  output_put(&own->part, part.data + of.done, part.size - of.done);
  own->root = of.part.root;
  own->root.end -= of.removed;
  if (own->own.count > 1) qsort(own->own.items, own->own.count, sizeof(long), by_number);
  return of.is_full || own->part.is_full ? DOCX_MEMORY : DOCX_OK;
}

docx_problem comments_begin(comments *own, const char *word) {
  size_t byte;
  output part = {.is_full = false};
  output_text(&part, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"");
  output_text(&part, word);
  output_text(&part, "\"></w:comments>");
  docx_problem problem = part.is_full ? DOCX_MEMORY : comments_read(own, output_slice(&part), &byte);
  output_free(&part);
  return problem;
}

bool comments_has_own(const comments *own, long id) {
  return own->own.count > 0 && bsearch(&id, own->own.items, own->own.count, sizeof id, by_number) != NULL;
}

void comments_put(const comments *own, output *to, long id, gr_slice text) {
  pen with = pen_of(to, output_slice(&own->part), &own->root);
  pen_begin(&with, "comment");
  pen_number(&with, "id", id);
  pen_attribute(&with, "author", DOCX_AUTHOR);
  pen_attribute(&with, "initials", "gr");
  output_text(to, ">");
  for (size_t start = 0; start <= text.size;) {
    const char *line = text.data + start, *newline = memchr(line, '\n', text.size - start);
    size_t size = newline == NULL ? text.size - start : (size_t)(newline - line);
    pen_open(&with, "p");
    output_text(to, ">");
    pen_open(&with, "r");
    output_text(to, ">");
    pen_open(&with, "t");
    output_text(to, pen_space);
    output_text(to, ">");
    output_escaped(to, (gr_slice){line, size});
    pen_end(&with, "t");
    pen_end(&with, "r");
    pen_end(&with, "p");
    start += size + 1;
  }
  pen_end(&with, "comment");
}

void comments_free(comments *own) {
  output_free(&own->part);
  store_free(&own->own);
}
