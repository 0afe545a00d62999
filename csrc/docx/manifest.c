#include "docx/manifest.h"

#include <stdio.h>
#include <string.h>

#include "docx/relations.h"

#define STRICT "http://purl.oclc.org/ooxml/"
#define RELATIONS_NAMESPACE "http://schemas.openxmlformats.org/package/2006/relationships"

static const char comments_type[] = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

enum { MOST_NAMES = 100 };   /* that are tried for the part */

static bool ends_with(const char *text, const char *end) {
  size_t size = strlen(text), length = strlen(end);
  return size >= length && strcmp(text + size - length, end) == 0;
}

static void on_end(void *context, const char *name) {
  (void)context;
  (void)name;
}

/* ---- relations ---------------------------------------------------------------------------------------- */

typedef struct links {
  xml_part part;
  manifest *own;
  const char *document;
} links;

static void on_relation(void *context, const char *name, const char **attributes) {
  links *of = context;
  const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type");
  const char *target = xml_attribute(attributes, "Target"), *mode = xml_attribute(attributes, "TargetMode");
  if (strcmp(name, "Relationship") != 0) return;
  long number = id == NULL || strncmp(id, "rId", 3) != 0 ? -1 : xml_integer(id + 3, 1000000000L, -1);
  if (number > of->own->greatest) of->own->greatest = number;
  if (type == NULL || target == NULL || !ends_with(type, "/comments")) return;
  if (mode != NULL && strcmp(mode, "External") == 0) return;
  if (!relations_resolve(of->document, target, of->own->comments)) of->own->comments[0] = '\0';
}

docx_problem manifest_read(manifest *own, docx_package *package, const char *document, size_t *byte) {
  if (!relations_name(document, own->relations)) return DOCX_NAME;
  docx_problem problem = package_read(package, own->relations);
  if (problem == DOCX_NO_PART) return DOCX_OK;
  if (problem != DOCX_OK) return problem;
  links of = {{.start = on_relation, .end = on_end}, own, document};
  output_put(&own->relations_part, package->part, package->part_size);
  problem = xml_read(&of.part, package->part, package->part_size, byte);
  own->root = of.part.root;
  if (problem != DOCX_OK) return problem;
  if (!own->root.is_utf8) return DOCX_ENCODING;
  return own->relations_part.is_full ? DOCX_MEMORY : DOCX_OK;
}

/* A tag of the namespace of the root, up to its attributes. */
static void put_tag(output *to, gr_slice part, const xml_root *root, const char *name) {
  output_text(to, "<");
  output_put(to, part.data + root->name, root->prefix_size + (root->prefix_size > 0 ? 1 : 0));
  output_text(to, name);
}

static void put_attribute(output *to, const char *name, const char *value) {
  output_text(to, " ");
  output_text(to, name);
  output_text(to, "=\"");
  output_escaped(to, (gr_slice){value, strlen(value)});
  output_text(to, "\"");
}

/* The elements of a part with one more at its end. */
static docx_problem append(output *part, gr_slice old, const xml_root *root, output *element) {
  output with = {.is_full = element->is_full};
  xml_append(&with, old, root, output_slice(element));
  output_free(element);
  output_free(part);
  *part = with;
  return with.is_full ? DOCX_MEMORY : DOCX_OK;
}

/* A part without a relation. */
static docx_problem begin_relations(manifest *own, size_t *byte) {
  links of = {{.start = on_relation, .end = on_end}, own, ""};
  output_text(&own->relations_part, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                                    "<Relationships xmlns=\"" RELATIONS_NAMESPACE "\"></Relationships>");
  if (own->relations_part.is_full) return DOCX_MEMORY;
  gr_slice part = output_slice(&own->relations_part);
  docx_problem problem = xml_read(&of.part, part.data, part.size, byte);
  own->root = of.part.root;
  return problem;
}

static docx_problem add_relation(manifest *own, const char *target, const char *word, size_t *byte) {
  char id[32];
  output element = {.is_full = false};
  docx_problem problem = output_size(&own->relations_part) == 0 ? begin_relations(own, byte) : DOCX_OK;
  if (problem != DOCX_OK) return problem;
  gr_slice part = output_slice(&own->relations_part);
  (void)snprintf(id, sizeof id, "rId%ld", own->greatest + 1);
  put_tag(&element, part, &own->root, "Relationship");
  put_attribute(&element, "Id", id);
  put_attribute(&element, "Type", strncmp(word, STRICT, strlen(STRICT)) == 0
                                      ? STRICT "officeDocument/relationships/comments"
                                      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments");
  put_attribute(&element, "Target", target);
  output_text(&element, "/>");
  own->is_changed = true;
  return append(&own->relations_part, part, &own->root, &element);
}

/* ---- types -------------------------------------------------------------------------------------------- */

typedef struct types {
  xml_part part;
  const char *wanted;   /* the name of a part */
  bool is_known, is_comments;
} types;

static void on_type(void *context, const char *name, const char **attributes) {
  types *of = context;
  const char *part = xml_attribute(attributes, "PartName"), *type = xml_attribute(attributes, "ContentType");
  if (strcmp(name, "Override") != 0 || part == NULL || part[0] != '/' || strcmp(part + 1, of->wanted) != 0) return;
  of->is_known = true;
  of->is_comments = type != NULL && strcmp(type, comments_type) == 0;
}

static docx_problem read_types(types *of, docx_package *package, const char *wanted, size_t *byte) {
  *of = (types){{.start = on_type, .end = on_end}, wanted, false, false};
  docx_problem problem = package_read(package, MANIFEST_TYPES);
  if (problem != DOCX_OK) return problem == DOCX_NO_PART ? DOCX_BROKEN : problem;
  problem = xml_read(&of->part, package->part, package->part_size, byte);
  return problem == DOCX_OK && !of->part.root.is_utf8 ? DOCX_ENCODING : problem;
}

/* Says of the part what it is, where nothing says so. */
static docx_problem add_type(manifest *own, docx_package *package, size_t *byte) {
  types of;
  char name[DOCX_MAX_NAME + 2];
  output element = {.is_full = false};
  docx_problem problem = read_types(&of, package, own->comments, byte);
  if (problem != DOCX_OK || of.is_known) return problem;
  gr_slice part = {package->part, package->part_size};
  (void)snprintf(name, sizeof name, "/%s", own->comments);
  put_tag(&element, part, &of.part.root, "Override");
  put_attribute(&element, "PartName", name);
  put_attribute(&element, "ContentType", comments_type);
  output_text(&element, "/>");
  return append(&own->types_part, part, &of.part.root, &element);
}

/* ---- both --------------------------------------------------------------------------------------------- */

/* A name beside the document that no part has, and of which nothing says that it is something else. */
static docx_problem choose_name(manifest *own, docx_package *package, const char *document, char file[32],
                                size_t *byte) {
  for (int i = 1; i <= MOST_NAMES; i++) {
    types of;
    (void)snprintf(file, 32, i == 1 ? "comments.xml" : "comments%d.xml", i);
    if (!relations_resolve(document, file, own->comments)) return DOCX_NAME;
    if (zip_name_locate(package->archive, own->comments, ZIP_FL_ENC_GUESS) >= 0) continue;
    docx_problem problem = read_types(&of, package, own->comments, byte);
    if (problem != DOCX_OK || !of.is_known || of.is_comments) return problem;
  }
  return DOCX_BROKEN;
}

docx_problem manifest_add(manifest *own, docx_package *package, const char *document, const char *word, size_t *byte) {
  char file[32];
  docx_problem problem = DOCX_OK;
  if (own->comments[0] == '\0') {
    problem = choose_name(own, package, document, file, byte);
    if (problem == DOCX_OK) problem = add_relation(own, file, word, byte);
  }
  return problem == DOCX_OK ? add_type(own, package, byte) : problem;
}

void manifest_free(manifest *own) {
  output_free(&own->relations_part);
  output_free(&own->types_part);
}
