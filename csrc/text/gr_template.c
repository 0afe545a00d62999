/* Templates: texts that are written as one. */
#include "base/gr_slice.h"

/* A bracket with the text in front of it; at the end of a template an empty one. */
typedef struct bracket {
  gr_slice before, options;
  size_t count;      /* of its options */
  bool may_lack;     /* [a]: it has two options, what it holds and nothing */
} bracket;

static bool is_bracket(char c) { return c == '[' || c == ']' || c == '{' || c == '}'; }

static size_t find_bracket(gr_slice text, size_t from) {
  while (from < text.size && !is_bracket(text.data[from])) from++;
  return from;
}

static size_t count_bars(gr_slice text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size; i++) count += text.data[i] == '|';
  return count;
}

/* Takes the next bracket off a template; false where it is not right. */
static bool take_bracket(gr_slice *rest, bracket *out) {
  size_t start = find_bracket(*rest, 0);
  *out = (bracket){gr_slice_sub(*rest, 0, start), {"", 0}, 1, false};
  if (start == rest->size) {
    *rest = gr_slice_sub(*rest, start, start);
    return true;
  }
  char opening = rest->data[start];
  size_t stop = find_bracket(*rest, start + 1);
  if ((opening != '[' && opening != '{') || stop == rest->size) return false;
  out->may_lack = opening == '[';
  if (rest->data[stop] != (out->may_lack ? ']' : '}')) return false;
  out->options = gr_slice_sub(*rest, start + 1, stop);
  out->count = out->may_lack ? 2 : count_bars(out->options) + 1;
  *rest = gr_slice_sub(*rest, stop + 1, rest->size);
  return true;
}

size_t gr_template_count(gr_slice template) {
  size_t count = 1;
  while (template.size > 0) {
    bracket next;
    if (!take_bracket(&template, &next) || next.count > GR_TEMPLATE_TEXTS / count) return 0;
    count *= next.count;
  }
  return count;
}

static gr_slice option_of(bracket own, size_t number) {
  if (own.may_lack) return number == 0 ? own.options : gr_slice_sub(own.options, 0, 0);
  size_t start = 0, stop = 0;
  for (;; start = ++stop) {
    while (stop < own.options.size && own.options.data[stop] != '|') stop++;
    if (number-- == 0) return gr_slice_sub(own.options, start, stop);
  }
}

static size_t append(char *out, size_t size, gr_slice text) {
  if (text.size > 0) memcpy(out + size, text.data, text.size);
  return size + text.size;
}

size_t gr_template_text(gr_slice template, size_t number, size_t count, char *out) {
  size_t size = 0;
  while (template.size > 0) {
    bracket next;
    if (!take_bracket(&template, &next)) return 0;
    count /= next.count;
    size = append(out, size, next.before);
    size = append(out, size, option_of(next, number / count % next.count));
  }
  return size;
}
