#include "document/gr_inline.h"

#include "base/gr_memory.h"
#include "base/gr_slice.h"
#include "document/gr_line.h"
#include "document/gr_reference.h"
#include "document/gr_tag.h"

/* Bytes of the longest tag or comment that is looked for behind one that does not end in its line. */
enum { SHORT_TAG = 256 };

typedef struct writer {
  gr_slice text;
  const gr_builder *to;
  bool *written;
  uint64_t *work;
  size_t done;         /* what stands before it was handed over */
  bool broken;         /* a tag or comment was met that does not end */
} writer;

/* White space alone in front of anything else is nothing. */
static gr_status put_text(writer *w, size_t end) {
  size_t start = w->done, at = start;
  w->done = end;
  while (!*w->written && at < end && gr_tag_is_space(w->text.data[at])) at++;
  if (at == end) return GR_OK;
  *w->written = true;
  return w->to->text(w->to->context, start, end);
}

static gr_status put_tag(writer *w, const gr_tag *tag) {
  if (tag->element == GR_TAG_INLINE || !*w->written) return GR_OK;
  if (tag->element == GR_TAG_BREAK) return w->to->soft_break(w->to->context, tag->start, tag->end);
  *w->written = false;
  return w->to->paragraph_end(w->to->context, tag->start, tag->end);
}

/* How far the tag or comment at a place may go. */
static gr_markup markup_at(const writer *w, size_t at, size_t end) {
  return (gr_markup){.s = w->text.data, .size = w->broken && end - at > SHORT_TAG ? at + SHORT_TAG : end};
}

/* The tag of a known element at a `<`. What people write between `<` and `>` is none: beside its name it may hold
 * attributes alone. */
static bool read_tag(writer *w, size_t at, size_t end, gr_tag *tag) {
  gr_markup page = markup_at(w, at, end);
  if (!gr_tag_opens(&page, at, tag)) return false;
  bool whole = gr_tag_read(&page, at, tag);
  *w->work += page.work;
  if (!whole) {
    w->broken = true;
    return false;
  }
  size_t rest = tag->name.end;
  while (rest < tag->end && (gr_tag_is_space(w->text.data[rest]) || w->text.data[rest] == '/')) rest++;
  return rest + 1 == tag->end || memchr(w->text.data + rest, '=', tag->end - rest) != NULL;
}

/* Where the comment at a place ends; the place itself where none does. */
static size_t comment_end(writer *w, size_t at, size_t end) {
  gr_markup page = markup_at(w, at, end);
  if (!gr_markup_stands(&page, at, "<!--", 4)) return at;
  size_t stop = gr_markup_skip(&page, at);
  *w->work += page.work;
  if (w->text.data[stop - 1] == '>') return stop;
  w->broken = true;
  return at;
}

static gr_status put_markup(writer *w, size_t at, size_t end, size_t *next) {
  gr_tag tag;
  bool is_tag = read_tag(w, at, end, &tag);
  *next = is_tag ? tag.end : comment_end(w, at, end);
  if (*next == at) {   /* text */
    ++*next;
    return GR_OK;
  }
  GR_TRY(put_text(w, at));
  w->done = *next;
  return is_tag ? put_tag(w, &tag) : GR_OK;
}

/* Only references that end as they should: people write ampersands. */
static gr_status put_reference(writer *w, size_t at, size_t end, size_t *next) {
  uint32_t characters[2];
  size_t length = 1, count = gr_reference_read(gr_slice_sub(w->text, at, end), &length, characters);
  *w->work += length;
  *next = at + 1;
  if (count == 0 || w->text.data[at + length - 1] != ';') return GR_OK;
  GR_TRY(put_text(w, at));
  *next = w->done = at + length;
  *w->written = true;
  GR_TRY(w->to->character(w->to->context, characters[0], at, *next));
  return count == 2 ? w->to->character(w->to->context, characters[1], *next, *next) : GR_OK;
}

gr_status gr_inline_put(gr_slice text, gr_range range, bool bars, bool *written, const gr_builder *builder,
                        uint64_t *work) {
  writer w = {.text = text, .to = builder, .written = written, .work = work, .done = range.start};
  size_t next;
  for (size_t at = range.start; at < range.end; at = next) {
    char c = text.data[at];
    next = at + 1;
    if (c == '<') {
      GR_TRY(put_markup(&w, at, range.end, &next));
    } else if (c == '&') {
      GR_TRY(put_reference(&w, at, range.end, &next));
    } else if (bars && c == '\\' && at > range.start && next < range.end && gr_line_bar(text, next) != 0) {
      GR_TRY(put_text(&w, at));
      w.done = next;
    }
  }
  *work += range.end - range.start;
  return put_text(&w, range.end);
}
