#include "gr_text.h"

#include "gr_char.h"
#include "gr_slice.h"

/* Looks in windows that grow: the time is that of the line, however far away the next line feed is. */
size_t gr_text_line(gr_slice text, size_t start, size_t *next, uint64_t *work) {
  size_t from = start, window = 256;
  while (from < text.size) {
    size_t span = text.size - from < window ? text.size - from : window;
    const char *feed = memchr(text.data + from, '\n', span);
    size_t limit = feed == NULL ? from + span : (size_t)(feed - text.data);
    *work += limit - from + 1;
    const char *carriage = memchr(text.data + from, '\r', limit - from);
    if (carriage != NULL) {
      size_t end = (size_t)(carriage - text.data);
      *next = end + 1 < text.size && text.data[end + 1] == '\n' ? end + 2 : end + 1;
      return end;
    }
    if (feed != NULL) {
      *next = limit + 1;
      return limit;
    }
    from += span;
    window *= 2;
  }
  *next = text.size;
  return text.size;
}

gr_status gr_text_read(gr_slice text, const gr_builder *builder, uint64_t *work) {
  size_t start = 0, last_end = 0, next = 0;
  bool open = false;
  for (; start < text.size; start = next) {
    size_t end = gr_text_line(text, start, &next, work);
    gr_status status = GR_OK;
    if (gr_char_is_blank(gr_slice_sub(text, start, end))) {
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
