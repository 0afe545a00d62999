/* Which parts of a package belong to which: the part NAME has its relations in _rels/NAME.rels beside it, the package in
 * _rels/.rels. ECMA-376-2:2016, 9.3. */
#ifndef GR_DOCX_RELATIONS_H
#define GR_DOCX_RELATIONS_H

#include "docx/package.h"

enum { RELATIONS_MOST = 64, RELATIONS_TYPE = 32 };   /* a document has some ten, and three headers and footers a section */

typedef struct relation {
  char type[RELATIONS_TYPE];          /* the last word of it, "styles": the same in the transitional and the strict form */
  char target[DOCX_MAX_NAME + 1];     /* the name of the part */
} relation;

typedef struct relations {
  relation items[RELATIONS_MOST];
  size_t count;
} relations;

/* The relations of a part to other parts of the package; "" for those of the package itself. Of more than RELATIONS_MOST the
 * others are passed over, as are those that lead out of the package. */
docx_problem relations_read(docx_package *package, const char *name, relations *out);
/* The name of the part that is the document; where the package names none, Word's. `of_package` gets its
 * relations. */
docx_problem relations_document(docx_package *package, relations *of_package, char out[DOCX_MAX_NAME + 1]);
/* The name of the part with the relations of a part; false where it would be too long. */
bool relations_name(const char *name, char out[DOCX_MAX_NAME + 1]);
/* The first part of a type; NULL where there is none. */
const char *relations_find(const relations *own, const char *type);
/* The name of a part as one part names another: a path from its folder, or from the package's root. False where it leads out
 * of the package or is too long. */
bool relations_resolve(const char *name, const char *target, char out[DOCX_MAX_NAME + 1]);

#endif
