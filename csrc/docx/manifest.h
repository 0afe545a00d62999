/* The part with the comments among the parts of a package: the relations of the document name it, and the list of types
 * says what it is. ECMA-376-2:2016, 9.3 and 10.1. */
#ifndef GR_DOCX_MANIFEST_H
#define GR_DOCX_MANIFEST_H

#include "docx/package.h"
#include "docx/xml.h"

#define MANIFEST_TYPES "[Content_Types].xml"

typedef struct manifest {
  char relations[DOCX_MAX_NAME + 1];   /* the name of the part with the relations of the document */
  char comments[DOCX_MAX_NAME + 1];    /* of that with its comments; empty where it has none */
  output relations_part;               /* as it is, or is to be; empty where there is none */
  output types_part;                   /* as it is to be; empty where it stays */
  xml_root root;                       /* of the relations */
  bool is_changed;                     /* they are to be */
  long greatest;                       /* N of those that are called rIdN */
} manifest;

/* Reads the relations of a document. */
docx_problem manifest_read(manifest *own, docx_package *package, const char *document, size_t *byte);
/* Names a part for the comments that is none yet, beside the document where the relations know of none; `word` is the
 * namespace of the document. */
docx_problem manifest_add(manifest *own, docx_package *package, const char *document, const char *word, size_t *byte);
void manifest_free(manifest *own);

#endif
