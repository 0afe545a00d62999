/* Parts as XML: names without their prefixes, and the errors of this package. Who only reads needs no namespaces: no two of a
 * part have elements of one name that mean different text. */
#ifndef GR_DOCX_XML_H
#define GR_DOCX_XML_H

#include <expat.h>
#include <string.h>

#include "docx/output.h"
#include "docx/package.h"

/* Elements in each other: ten tables in each other, each in a content control, have 80. */
#define DOCX_MAX_DEPTH 256

/* What a part says of its root. */
typedef struct xml_root {
  bool is_utf8;          /* the bytes of the part are those of its text */
  size_t name;           /* the byte of its name */
  size_t prefix_size;    /* of the prefix of that, without the colon; 0: it has none */
  size_t name_size;      /* with its prefix */
  size_t end;            /* byte of its end tag; where it is empty, of the "/>" */
  bool is_empty;
  const char *word;      /* the namespace of WordprocessingML that it is of; NULL: of none */
  bool is_hidden;        /* its prefix means something else further down */
} xml_root;

/* What the handlers of a part share; the first member of each of their contexts. */
typedef struct xml_part {
  XML_Parser parser;
  docx_problem problem;
  size_t depth;
  const char *bytes;
  bool wants_namespaces;   /* in: `is_word` and `root.word` are of use; it takes twice the time */
  bool is_word;            /* the element is one of WordprocessingML */
  bool is_in_cdata;        /* the text stands in a section of CDATA */
  xml_root root;
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
/* The size in the part of what the handler is called for: a start tag, an end tag (0 where an element is empty), text. */
size_t xml_size(const xml_part *part);
/* Whether a name is a certain one: most differ in the first byte. */
static inline bool xml_is(const char *name, const char *wanted) {
  return name[0] == wanted[0] && strcmp(name, wanted) == 0;
}
/* The value of an attribute, by its name behind the prefix; NULL where there is none. */
const char *xml_attribute(const char **attributes, const char *name);
/* A whole number from 0 to `most`; `otherwise` where it is none. */
long xml_integer(const char *text, long most, long otherwise);
/* A switch as w:vanish: on where it has no value. */
bool xml_is_on(const char **attributes);
/* Puts elements in front of the end of the root into a copy of a part. */
void xml_append(output *out, gr_slice part, const xml_root *root, gr_slice elements);
/* The byte behind the prefix of a tag that begins at `byte`. */
size_t xml_local_name(gr_slice part, size_t byte);

#endif
