#include "docx/relations.h"

#include <string.h>

#include "docx/xml.h"

typedef struct relations {
  xml_part part;
  char *out;
} relations;

static bool ends_with(const char *text, const char *end) {
  size_t size = strlen(text), length = strlen(end);
  return size >= length && strcmp(text + size - length, end) == 0;
}

/* The type is that of either namespace, of the transitional form and of the strict one. */
static void on_start(void *context, const char *name, const char **attributes) {
  relations *own = context;
  const char *type = xml_attribute(attributes, "Type"), *target = xml_attribute(attributes, "Target");
  if (strcmp(name, "Relationship") != 0 || type == NULL || target == NULL) return;
  if (!ends_with(type, "/officeDocument")) return;
  if (target[0] == '/') target++;
  if (target[0] != '\0' && strlen(target) <= DOCX_MAX_NAME) strcpy(own->out, target);
}

static void on_end(void *context, const char *name) {
  (void)context;
  (void)name;
}

docx_problem relations_document(docx_package *package, char out[DOCX_MAX_NAME + 1]) {
  size_t byte;
  strcpy(out, "word/document.xml");
  docx_problem problem = package_read(package, "_rels/.rels");
  if (problem == DOCX_NO_PART) return DOCX_OK;
  if (problem != DOCX_OK) return problem;
  relations context = {{.start = on_start, .end = on_end}, out};
  return xml_read(&context.part, package->part, package->part_size, &byte);
}

void relations_beside(const char *name, const char *other, char out[DOCX_MAX_NAME + 1]) {
  const char *slash = strrchr(name, '/');
  size_t folder = slash == NULL ? 0 : (size_t)(slash - name) + 1;
  if (folder + strlen(other) > DOCX_MAX_NAME) folder = 0;
  memcpy(out, name, folder);
  strcpy(out + folder, other);
}
