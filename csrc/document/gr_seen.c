#include "document/gr_seen.h"

#include "base/gr_slice.h"

static bool is(const gr_markup *page, gr_range value, gr_slice wanted) {
  return value.end - value.start == wanted.size && gr_markup_stands(page, value.start, wanted.data, wanted.size);
}

bool gr_seen_input(const gr_markup *page, const gr_tag *tag, gr_range *filled) {
  static const gr_slice others[] = {
      GR_LITERAL_INIT("hidden"), GR_LITERAL_INIT("button"), GR_LITERAL_INIT("submit"),   GR_LITERAL_INIT("reset"),
      GR_LITERAL_INIT("file"),   GR_LITERAL_INIT("radio"),  GR_LITERAL_INIT("checkbox"),
  };
  gr_range type = gr_tag_value(tag, GR_TAG_TYPE);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (is(page, type, others[i])) return false;
  bool is_secret = is(page, type, GR_LITERAL("password")) || is(page, type, GR_LITERAL("image"));
  *filled = is_secret ? (gr_range){0, 0} : gr_tag_value(tag, GR_TAG_DEFAULT);
  return true;
}

bool gr_seen_picture(const gr_markup *page, const gr_tag *tag) {
  static const gr_slice one = GR_LITERAL_INIT("1");
  return !is(page, gr_tag_value(tag, GR_TAG_WIDTH), one) && !is(page, gr_tag_value(tag, GR_TAG_HEIGHT), one);
}
