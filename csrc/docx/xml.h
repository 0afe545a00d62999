/* Parts as XML: names without their prefixes, and the errors of this package. Namespaces are not looked up: no two of a part
 * have elements of one name that mean different text, and it takes half the time. */
#ifndef GR_DOCX_XML_H
#define GR_DOCX_XML_H

#include <expat.h>

#include "docx/package.h"

/* Elements in each other: ten tables in each other, each in a content control, have 80. */
#define DOCX_MAX_DEPTH 256

/* What the handlers of a part share; the first member of each of their contexts. */
typedef struct xml_part {
  XML_Parser parser;
  docx_problem problem;
  size_t depth;
  /* Called for each element, by its name behind the prefix: "p" of w:p. */
  void (*start)(void *context, const char *name, const char **attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const char *text, size_t length);   /* NULL: not wanted */
} xml_part;

/* Goes through a part; `part` must be the first member of its context. `byte` gets where an error stands. */
docx_problem xml_read(xml_part *part, const char *bytes, size_t size, size_t *byte);
/* Ends the reading. */
void xml_stop(xml_part *part, docx_problem problem);
/* The byte of the part at which the parser is. */
size_t xml_byte(const xml_part *part);
/* The value of an attribute, by its name behind the prefix; NULL where there is none. */
const char *xml_attribute(const char **attributes, const char *name);
/* A whole number from 0 to `most`; `otherwise` where it is none. */
long xml_integer(const char *text, long most, long otherwise);
/* A switch as w:vanish: on where it has no value. */
bool xml_is_on(const char **attributes);

#endif
