/* Pages: tags, tables in tables, spans, references, what a style hides; the encoding is found out. */
#include "document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  read_document((gr_slice){(const char *)data, size}, (gr_options){.format = GR_FORMAT_HTML});
  return 0;
}
