/* The parts that the document needs beside its own: styles and lists for the numbers of paragraphs, notes. */
#ifndef GR_DOCX_BESIDE_H
#define GR_DOCX_BESIDE_H

#include "docx/body.h"
#include "docx/relations.h"

/* Reads those that the document may ask for; what is not there is none the worse. `links` are the relations of the document.
 * The names of the parts with notes go to `out`. */
docx_problem beside_read(body_parts *own, docx_package *package, const char *name, gr_slice document, const relations *links,
                         words *out);
void beside_free(body_parts *own);

#endif
