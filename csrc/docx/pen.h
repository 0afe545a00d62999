/* Writes elements of WordprocessingML into a part, with the prefix that the part has for them. */
#ifndef GR_DOCX_PEN_H
#define GR_DOCX_PEN_H

#include "docx/xml.h"

typedef struct pen {
  output *to;
  gr_slice prefix;
  const char *declared;   /* the namespace, where the prefix is one that elements have to declare themselves */
} pen;

/* The pen for a part. Attributes need a prefix even where elements do without: where the root has none, or its prefix
 * means something else in places, each outermost element declares its own. */
pen pen_of(output *to, gr_slice part, const xml_root *root);
/* The start tag of an element that stands in none of the pen's, up to its attributes. */
void pen_begin(const pen *own, const char *name);
/* The same of one that stands in such an element. */
void pen_open(const pen *own, const char *name);
void pen_attribute(const pen *own, const char *name, const char *value);
void pen_number(const pen *own, const char *name, long value);
void pen_end(const pen *own, const char *name);
/* An attribute says that the spaces at the edges of a text are part of it. */
extern const char pen_space[];

#endif
