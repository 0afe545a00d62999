#include "docx/relations.h"

#include <stdio.h>
#include <string.h>

#include "docx/xml.h"

typedef struct relations_part {
  xml_part part;
  relations *out;
  const char *name;   /* of the part whose relations they are */
} relations_part;

static size_t folder_of(const char *name) {
  const char *slash = strrchr(name, '/');
  return slash == NULL ? 0 : (size_t)(slash - name) + 1;
}

/* The folder above one that ends with a slash; SIZE_MAX where there is none. */
static size_t folder_above(const char *path, size_t folder) {
  if (folder == 0) return SIZE_MAX;
  for (folder--; folder > 0 && path[folder - 1] != '/';) folder--;
  return folder;
}

bool relations_resolve(const char *name, const char *target, char out[DOCX_MAX_NAME + 1]) {
  size_t folder = target[0] == '/' ? 0 : folder_of(name);
  if (target[0] == '/') target++;
  for (; target[0] == '.'; target = strchr(target, '/') + 1) {
    bool is_up = target[1] == '.' && target[2] == '/';
    if (!is_up && target[1] != '/') break;
    if (is_up) folder = folder_above(name, folder);
    if (folder == SIZE_MAX) return false;
  }
  if (target[0] == '\0' || folder + strlen(target) > DOCX_MAX_NAME) return false;
  memcpy(out, name, folder);
  strcpy(out + folder, target);
  return true;
}

static void on_start(void *context, const char *name, const char **attributes) {
  relations_part *own = context;
  const char *type = xml_attribute(attributes, "Type"), *target = xml_attribute(attributes, "Target");
  const char *mode = xml_attribute(attributes, "TargetMode");
  bool is_external = mode != NULL && strcmp(mode, "External") == 0;
  if (strcmp(name, "Relationship") != 0 || type == NULL || target == NULL || is_external) return;
  type += folder_of(type);
  if (own->out->count == RELATIONS_MOST || strlen(type) >= RELATIONS_TYPE) return;
  relation *more = &own->out->items[own->out->count];
  if (!relations_resolve(own->name, target, more->target)) return;
  strcpy(more->type, type);
  own->out->count++;
}

static void on_end(void *context, const char *name) {
  (void)context;
  (void)name;
}

bool relations_name(const char *name, char out[DOCX_MAX_NAME + 1]) {
  int folder = (int)folder_of(name);   /* of a name, which is short */
  int size = snprintf(out, DOCX_MAX_NAME + 1, "%.*s_rels/%s.rels", folder, name, name + folder);
  return size >= 0 && size <= DOCX_MAX_NAME;
}

docx_problem relations_read(docx_package *package, const char *name, relations *out) {
  char path[DOCX_MAX_NAME + 1];
  *out = (relations){.count = 0};
  if (!relations_name(name, path)) return DOCX_OK;
  docx_problem problem = package_read(package, path);
  if (problem != DOCX_OK) return problem == DOCX_NO_PART ? DOCX_OK : problem;
  relations_part context = {{.start = on_start, .end = on_end}, out, name};
  return xml_read(&context.part, package->part, package->part_size, &package->byte);
}

const char *relations_find(const relations *own, const char *type) {
  for (size_t i = 0; i < own->count; i++) {
    if (strcmp(own->items[i].type, type) == 0) return own->items[i].target;
  }
  return NULL;
}

docx_problem relations_document(docx_package *package, relations *of_package, char out[DOCX_MAX_NAME + 1]) {
  docx_problem problem = relations_read(package, "", of_package);
  const char *name = relations_find(of_package, "officeDocument");
  strcpy(out, name == NULL ? "word/document.xml" : name);
  return problem;
}
