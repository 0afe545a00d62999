/* ZIP archives as they come: the directory, and the parts that a document has. */
#include <string.h>

#include "docx/relations.h"
#include "document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const others[] = {"styles.xml", "numbering.xml"};
  docx_package package;
  char document[DOCX_MAX_NAME + 1], beside[DOCX_MAX_NAME + 1];
  docx_problem problem = package_open(&package, (gr_slice){(const char *)data, size});
  if (problem == DOCX_OK) problem = relations_document(&package, document);
  for (size_t i = 0; problem == DOCX_OK && i < sizeof others / sizeof *others; i++) {
    relations_beside(document, others[i], beside);
    (void)package_read(&package, beside);
  }
  if (problem == DOCX_OK) problem = package_read(&package, document);
  if (problem == DOCX_OK) hold(package.part[package.part_size] == '\0');
  else hold(strlen(package.name) <= DOCX_MAX_NAME && strcmp(docx_problem_code(problem), "ok") != 0);
  package_close(&package);
  return 0;
}
