#include "gr_text.h"

#include "gr_char.h"
#include "gr_slice.h"
#include "gr_utf8.h"

size_t gr_text_line(gr_slice text, size_t start, size_t *next) {
  const char *from = text.data + start;
  const char *feed = memchr(from, '\n', text.size - start);
  size_t end = feed == NULL ? text.size : (size_t)(feed - text.data);
  const char *carriage = memchr(from, '\r', end - start);
  *next = feed == NULL ? end : end + 1;
  if (carriage == NULL) return end;
  end = (size_t)(carriage - text.data);
  if (end + 1 != text.size && text.data[end + 1] != '\n') *next = end + 1;
  else if (feed == NULL) *next = text.size;
  return end;
}

static bool is_blank(gr_slice line) {
  size_t i = 0;
  while (i < line.size) {
    uint32_t character;
    i += gr_utf8_decode(line.data + i, &character);
    gr_char_class class = gr_char_classify(character);
    if (class != GR_CHAR_SPACE && class != GR_CHAR_ZERO) return false;
  }
  return true;
}

gr_status gr_text_read(gr_slice text, const gr_builder *builder) {
  size_t start = 0, last_end = 0, next = 0;
  bool open = false;
  for (; start < text.size; start = next) {
    size_t end = gr_text_line(text, start, &next);
    gr_status status = GR_OK;
    if (is_blank(gr_slice_sub(text, start, end))) {
      if (open) status = builder->paragraph_end(builder->context, last_end, start);
      open = false;
    } else {
      if (open) status = builder->soft_break(builder->context, last_end, start);
      if (status == GR_OK) status = builder->text(builder->context, start, end);
      open = true;
    }
    if (status != GR_OK) return status;
    last_end = end;
  }
  return open ? builder->paragraph_end(builder->context, last_end, text.size) : GR_OK;
}
