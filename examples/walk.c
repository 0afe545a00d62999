/* Opens a document and walks its blocks, without Lua:
 *   build/examples/walk examples/report.txt */
#include <stdio.h>
#include <stdlib.h>

#include "govreport.h"

/* The whole of a file; NULL where it cannot be read. */
static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  char *bytes = NULL;
  long length = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
  if (length >= 0 && fseek(file, 0, SEEK_SET) == 0) {
    *size = (size_t)length;
    bytes = malloc(*size + 1);
    if (bytes != NULL && fread(bytes, 1, *size, file) != *size) {
      free(bytes);
      bytes = NULL;
    }
  }
  fclose(file);
  return bytes;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: walk FILE\n");
    return 2;
  }
  size_t size = 0;
  char *bytes = read_file(argv[1], &size);
  if (bytes == NULL) {
    perror(argv[1]);
    return 3;
  }
  gr_document *document;
  gr_error error;
  gr_slice input = {bytes, size};
  if (gr_document_parse(input, NULL, &error, &document) != GR_OK) {
    fprintf(stderr, "%s: %s (byte %zu)\n", argv[1], gr_status_message(error.status), error.offset + 1);
    free(bytes);
    return 3;
  }
  for (size_t i = 0; i < gr_document_block_count(document); i++) {
    gr_block block = gr_document_block(document, i);
    gr_place place = gr_document_place(document, block.tape_start, block.tape_end);
    gr_slice text = gr_document_source(document, block.tape_start, block.tape_end);
    printf("%zu:%zu\t%.*s\n", place.line, place.column, (int)text.size, text.data);
  }
  gr_document_free(document);
  free(bytes);
  return 0;
}
