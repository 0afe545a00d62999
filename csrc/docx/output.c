#include "docx/output.h"

#include <stdint.h>
#include <string.h>

void output_put(output *own, const char *data, size_t size) {
  if (size == 0 || own->is_full) return;
  void *end = store_add(&own->text, size, 1);
  own->is_full = end == NULL;
  if (end != NULL) memcpy(end, data, size);
}

void output_text(output *own, const char *text) { output_put(own, text, strlen(text)); }

/* How many bytes a character has that begins so, behind ASCII; 0: none does. */
static size_t size_by_first(unsigned char first) {
  if (first < 0xC2 || first > 0xF4) return 0;
  return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* The size of the character that begins a text, 0 where it is no UTF-8 or none that XML 1.0 can hold. */
static size_t character_size(const unsigned char *text, size_t size) {
  unsigned char first = text[0];
  if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' ? 1 : 0;
  size_t length = size_by_first(first);
  if (length == 0 || length > size) return 0;
  uint32_t code = first & (0x7Fu >> length);
  for (size_t i = 1; i < length; i++) {
    if ((text[i] & 0xC0) != 0x80) return 0;
    code = code << 6 | (text[i] & 0x3Fu);
  }
  bool is_short = (length == 3 && code < 0x800) || (length == 4 && (code < 0x10000 || code > 0x10FFFF));
  return is_short || (code >= 0xD800 && code < 0xE000) || code == 0xFFFE || code == 0xFFFF ? 0 : length;
}

void output_escaped(output *own, gr_slice text) {
  for (size_t at = 0; at < text.size;) {
    size_t size = character_size((const unsigned char *)text.data + at, text.size - at);
    switch (size == 1 ? text.data[at] : '\0') {
      case '&': output_text(own, "&amp;"); break;
      case '<': output_text(own, "&lt;"); break;
      case '>': output_text(own, "&gt;"); break;
      case '"': output_text(own, "&quot;"); break;
      default: output_put(own, size == 0 ? "\xEF\xBF\xBD" : text.data + at, size == 0 ? 3 : size);
    }
    at += size == 0 ? 1 : size;
  }
}

size_t output_size(const output *own) { return own->text.count; }

void output_cut(output *own, size_t size) {
  if (size < own->text.count) own->text.count = size;
}

gr_slice output_slice(const output *own) {
  return (gr_slice){own->text.count == 0 ? "" : own->text.items, own->text.count};
}

void output_free(output *own) {
  store_free(&own->text);
  own->is_full = false;
}
