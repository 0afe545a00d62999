/* Bytes of which nobody says what they are, in an encoding that the first one of them chooses. */
#include "document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const names[] = {NULL, "GBK", "Big5", "UTF-16", "UTF-16BE", "UTF-8", "unicode", "Shift_JIS"};
  if (size == 0) return 0;
  gr_options options = {.encoding = names[data[0] % (sizeof names / sizeof *names)]};
  read_document((gr_slice){(const char *)data + 1, size - 1}, options);
  return 0;
}
