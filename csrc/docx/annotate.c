#include "docx/annotate.h"

#include <stdlib.h>
#include <string.h>

#include "docx/beside.h"
#include "docx/earlier.h"
#include "docx/manifest.h"

/* What is made on the way. */
typedef struct work {
  const annotate_request *request;
  annotate_result *result;
  docx_package package;
  char document[DOCX_MAX_NAME + 1];
  manifest manifest;
  comments comments;
  bool has_comments;      /* the package has a part for them */
  output old_comments;    /* that part as it was */
  output before, plain;   /* the document as it was; without what an earlier run put there */
  output anchored, commented;   /* the document and the comments as they are to be */
  relations links;        /* of the package, then of the document */
  body_parts parts;
  words words;
  layout layout;
  long greatest;          /* of all ids */
} work;

static docx_problem take_part(work *of, output *to) {
  output_put(to, of->package.part, of->package.part_size);
  return to->is_full ? DOCX_MEMORY : DOCX_OK;
}

/* The comments, of the part where there is one. */
static docx_problem read_comments(work *of) {
  of->comments.greatest = -1;
  docx_problem problem = manifest_read(&of->manifest, &of->package, of->document, &of->result->byte);
  if (problem != DOCX_OK || of->manifest.comments[0] == '\0') return problem;
  problem = package_read(&of->package, of->manifest.comments);
  if (problem == DOCX_NO_PART) return DOCX_OK;
  if (problem == DOCX_OK) problem = take_part(of, &of->old_comments);
  of->has_comments = true;
  if (problem != DOCX_OK) return problem;
  return comments_read(&of->comments, output_slice(&of->old_comments), &of->result->byte);
}

/* The document, as if no run had been before. */
static docx_problem read_document(work *of) {
  docx_problem problem = package_read(&of->package, of->document);
  if (problem == DOCX_OK) problem = take_part(of, &of->before);
  of->greatest = of->comments.greatest;
  if (problem != DOCX_OK) return problem;
  return earlier_remove(output_slice(&of->before), &of->comments, &of->plain, &of->greatest, &of->result->byte);
}

/* Its text and where that stands. */
static docx_problem read_text(work *of) {
  gr_slice plain = output_slice(&of->plain);
  docx_problem problem = relations_read(&of->package, of->document, &of->links);
  if (problem == DOCX_OK) {
    problem = beside_read(&of->parts, &of->package, of->document, plain, &of->links, &of->words);
  }
  if (problem != DOCX_OK) return problem;
  problem = body_read(plain.data, plain.size, &of->parts, &of->words, &of->result->byte);
  return problem == DOCX_OK ? layout_read(&of->layout, plain, &of->result->byte) : problem;
}

static docx_problem put_anchors(work *of) {
  const annotate_request *request = of->request;
  anchors all = {output_slice(&of->plain), &of->layout, &of->words, request->comments, request->comment_count,
                 request->changes, request->change_count, of->greatest + 1};
  return anchors_put(&all, &of->anchored, &of->result->placed, &of->result->proposed);
}

/* What is written can be read: in a document that nobody but an attacker writes, anchors may have no place. */
static docx_problem read_anchored(work *of) {
  layout again = {.root = {.word = NULL}};
  docx_problem problem = layout_read(&again, output_slice(&of->anchored), &of->result->byte);
  layout_free(&again);
  return problem;
}

static docx_problem put_comments(work *of) {
  docx_problem problem = DOCX_OK;
  bool is_needed = of->result->placed > 0;
  if (!of->has_comments && !is_needed) return DOCX_OK;
  if (!of->has_comments) problem = comments_begin(&of->comments, of->layout.root.word);
  if (problem == DOCX_OK && !of->has_comments) {
    problem = manifest_add(&of->manifest, &of->package, of->document, of->layout.root.word, &of->result->byte);
  }
  if (problem != DOCX_OK) return problem;
  output elements = {.is_full = false};
  for (size_t i = 0; is_needed && i < of->request->comment_count; i++) {
    comments_put(&of->comments, &elements, of->greatest + 1 + (long)i, of->request->texts[i]);
  }
  xml_append(&of->commented, output_slice(&of->comments.part), &of->comments.root, output_slice(&elements));
  bool is_full = elements.is_full || of->commented.is_full;
  output_free(&elements);
  return is_full ? DOCX_MEMORY : DOCX_OK;
}

static bool is_same(gr_slice one, gr_slice other) {
  return one.size == other.size && memcmp(one.data, other.data, one.size) == 0;
}

static void put_part(writer_part *parts, size_t *count, const char *name, gr_slice content) {
  parts[(*count)++] = (writer_part){{name, strlen(name)}, content};
}

/* The package with the parts that have changed. */
static docx_problem write_parts(work *of) {
  writer_part parts[4];
  size_t count = 0;
  gr_slice document = output_slice(&of->anchored), remarks = output_slice(&of->commented);
  if (!is_same(document, output_slice(&of->before))) put_part(parts, &count, of->document, document);
  if (remarks.size > 0 && (!of->has_comments || !is_same(remarks, output_slice(&of->old_comments)))) {
    put_part(parts, &count, of->manifest.comments, remarks);
  }
  if (of->manifest.is_changed) {
    put_part(parts, &count, of->manifest.relations, output_slice(&of->manifest.relations_part));
  }
  if (output_size(&of->manifest.types_part) > 0) {
    put_part(parts, &count, MANIFEST_TYPES, output_slice(&of->manifest.types_part));
  }
  if (count == 0) return DOCX_OK;
  docx_problem problem = writer_change(&of->result->written, of->request->package, parts, count);
  if (problem != DOCX_OK) strcpy(of->package.name, of->result->written.name);
  return problem;
}

static docx_problem make(work *of) {
  docx_problem (*const steps[])(work *) = {read_comments, read_document, read_text,
                                           put_anchors, read_anchored, put_comments, write_parts};
  docx_problem problem = package_open(&of->package, of->request->package);
  if (problem == DOCX_OK) problem = relations_document(&of->package, &of->links, of->document);
  for (size_t i = 0; i < sizeof steps / sizeof *steps && problem == DOCX_OK; i++) problem = steps[i](of);
  return problem;
}

docx_problem annotate(const annotate_request *request, annotate_result *result) {
  *result = (annotate_result){.byte = 0};
  work *of = calloc(1, sizeof *of);
  if (of == NULL) return DOCX_MEMORY;
  of->request = request;
  of->result = result;
  docx_problem problem = make(of);
  strcpy(result->name, of->package.name);
  if (result->byte == 0) result->byte = of->package.byte;
  output *outputs[] = {&of->old_comments, &of->before, &of->plain, &of->anchored, &of->commented};
  for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++) output_free(outputs[i]);
  package_close(&of->package);
  manifest_free(&of->manifest);
  comments_free(&of->comments);
  beside_free(&of->parts);
  words_free(&of->words);
  layout_free(&of->layout);
  free(of);
  return problem;
}

void annotate_free(annotate_result *result) { writer_free(&result->written); }
