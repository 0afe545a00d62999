#include "docx/facts.h"

#include <string.h>

#include "docx/xml.h"

typedef struct facts_part {
  xml_part part;
  words *out;
  const char *name;   /* of the property that is open; NULL: none that is known */
  store text;     /* char: what it holds so far */
} facts_part;

static const char *const properties[][2] = {
    {"title", "dc:title"},         {"subject", "dc:subject"},     {"creator", "dc:creator"},
    {"description", "dc:description"}, {"created", "dcterms:created"}, {"modified", "dcterms:modified"},
    {"lastModifiedBy", "cp:lastModifiedBy"}, {"category", "cp:category"}, {"keywords", "cp:keywords"},
};

static void on_start(void *context, const char *name, const char **attributes) {
  facts_part *own = context;
  (void)attributes;
  own->name = NULL;
  own->text.count = 0;
  for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
    if (strcmp(name, properties[i][0]) == 0) own->name = properties[i][1];
  }
}

static void on_text(void *context, const char *text, size_t length) {
  facts_part *own = context;
  char *end = own->name == NULL ? NULL : store_add(&own->text, length, 1);
  if (end != NULL) memcpy(end, text, length);
  else if (own->name != NULL) xml_stop(&own->part, DOCX_MEMORY);
}

static void on_end(void *context, const char *name) {
  facts_part *own = context;
  (void)name;
  if (own->name != NULL && own->text.count > 0) words_state(own->out, own->name, own->text.items, own->text.count);
  own->name = NULL;
}

docx_problem facts_read(words *out, docx_package *package) {
  facts_part context = {{.start = on_start, .end = on_end, .text = on_text}, .out = out};
  docx_problem problem = xml_read(&context.part, package->part, package->part_size, &package->byte);
  store_free(&context.text);
  return problem;
}
