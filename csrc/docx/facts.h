/* The core properties of a package: who made it, when, what it is called. ECMA-376-2:2016, 11. */
#ifndef GR_DOCX_FACTS_H
#define GR_DOCX_FACTS_H

#include "docx/words.h"

/* States each property of the part that was read last by the name that its standard gives it: "dc:title", "dcterms:modified". */
docx_problem facts_read(words *out, docx_package *package);

#endif
