/* Which part of a package is the document: the part _rels/.rels says it. ECMA-376-2:2016, 9.3. */
#ifndef GR_DOCX_RELATIONS_H
#define GR_DOCX_RELATIONS_H

#include "docx/package.h"

/* The name of the part that is the document: what the package says, else word/document.xml. */
docx_problem relations_document(docx_package *package, char out[DOCX_MAX_NAME + 1]);
/* The name of a part that stands in the folder of another one. */
void relations_beside(const char *name, const char *other, char out[DOCX_MAX_NAME + 1]);

#endif
