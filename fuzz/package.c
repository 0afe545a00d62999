/* ZIP archives as they come: the directory, the parts that a document has, and all entries as those of an archive. */
#include <string.h>

#include "docx/relations.h"
#include "hold.h"

static void hold_problem(const docx_package *package, docx_problem problem) {
  hold(strlen(package->name) <= DOCX_MAX_NAME && strcmp(docx_problem_code(problem), "ok") != 0);
}

static void hold_part(const docx_package *package) {
  hold(package->part[package->part_size] == '\0' && package->part_size <= DOCX_MAX_PART);
}

static void read_document_of(gr_slice bytes) {
  static relations links;
  docx_package package;
  char document[DOCX_MAX_NAME + 1];
  docx_problem problem = package_open(&package, bytes);
  if (problem == DOCX_OK) problem = relations_document(&package, &links, document);
  if (problem == DOCX_OK) problem = relations_read(&package, document, &links);
  for (size_t i = 0; problem == DOCX_OK && i < links.count; i++) (void)package_read(&package, links.items[i].target);
  if (problem == DOCX_OK) problem = package_read(&package, document);
  if (problem == DOCX_OK) hold_part(&package);
  else hold_problem(&package, problem);
  package_close(&package);
}

static void read_archive(gr_slice bytes) {
  docx_package package;
  docx_problem problem = package_open_archive(&package, bytes);
  zip_int64_t count = problem == DOCX_OK ? zip_get_num_entries(package.archive, 0) : 0;
  if (problem != DOCX_OK) hold_problem(&package, problem);
  for (zip_int64_t i = 0; i < count; i++) {
    if (package_read_entry(&package, (zip_uint64_t)i) == DOCX_OK) hold_part(&package);
    package_forget(&package);
  }
  package_close(&package);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gr_slice bytes = {(const char *)data, size};
  read_document_of(bytes);
  read_archive(bytes);
  return 0;
}
