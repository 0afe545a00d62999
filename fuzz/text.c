/* Plain text and Markdown: paragraphs, tables of bars, forms cut into lines; the encoding is found out. */
#include "document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  read_document((gr_slice){(const char *)data, size}, (gr_options){.format = GR_FORMAT_TEXT});
  return 0;
}
