#include "docx/beside.h"

#include <string.h>

/* The part of a type: where the document names none, that which Word would have made. */
static docx_problem read_part(docx_package *package, const char *document, const relations *links, const char *type) {
  char usual[RELATIONS_TYPE + sizeof ".xml"], beside[DOCX_MAX_NAME + 1];
  const char *name = relations_find(links, type);
  if (name != NULL) return package_read(package, name);
  strcpy(usual, type);
  strcat(usual, ".xml");
  if (!relations_resolve(document, usual, beside)) return DOCX_NO_PART;
  return package_read(package, beside);
}

static docx_problem read_styles(body_parts *own, docx_package *package, words *out) {
  (void)out;
  return numbering_read_styles(&own->lists, package);
}

static docx_problem read_lists(body_parts *own, docx_package *package, words *out) {
  (void)out;
  return numbering_read_lists(&own->lists, package);
}

static docx_problem read_footnotes(body_parts *own, docx_package *package, words *out) {
  strcpy(out->parts[WORDS_FOOTNOTES], package->name);
  return notes_read(&own->footnotes, package);
}

static docx_problem read_endnotes(body_parts *own, docx_package *package, words *out) {
  strcpy(out->parts[WORDS_ENDNOTES], package->name);
  return notes_read(&own->endnotes, package);
}

static bool holds(gr_slice text, const char *word) {
  size_t length = strlen(word);
  const char *at = text.data, *end = text.data + text.size;
  while ((at = memchr(at, word[0], (size_t)(end - at))) != NULL) {
    if ((size_t)(end - at) >= length && memcmp(at, word, length) == 0) return true;
    at++;
  }
  return false;
}

/* Whether a document in UTF-8 has the word nowhere: of another encoding that is not looked for. */
static bool lacks(gr_slice document, const char *word) {
  return memchr(document.data, '\0', document.size) == NULL && !holds(document, word);
}

docx_problem beside_read(body_parts *own, docx_package *package, const char *name, gr_slice document, const relations *links,
                         words *out) {
  static const struct {
    const char *type, *word;   /* what asks for it in a document */
    docx_problem (*read)(body_parts *own, docx_package *package, words *out);
  } kinds[] = {
      {"numbering", "w", read_lists},   /* a style may name a list as well */
      {"styles", "pStyle", read_styles},
      {"footnotes", "footnoteReference", read_footnotes},
      {"endnotes", "endnoteReference", read_endnotes},
  };
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (lacks(document, kinds[i].word)) continue;
    if (kinds[i].read == read_styles && own->lists.list_count == 0) continue;   /* they are of use for lists alone */
    docx_problem problem = read_part(package, name, links, kinds[i].type);
    if (problem == DOCX_OK) problem = kinds[i].read(own, package, out);
    if (problem != DOCX_OK && problem != DOCX_NO_PART) return problem;
  }
  return DOCX_OK;
}

void beside_free(body_parts *own) {
  numbering_free(&own->lists);
  notes_free(&own->footnotes);
  notes_free(&own->endnotes);
}
