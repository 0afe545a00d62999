#include "document/gr_cover.h"

#include "base/gr_slice.h"

static bool is_named(const gr_markup *page, gr_range name, gr_slice wanted) {
  return name.end - name.start == wanted.size && gr_markup_stands(page, name.start, wanted.data, wanted.size);
}

static bool is_one_of(const gr_markup *page, gr_range name, const gr_slice *names, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (is_named(page, name, names[i])) return true;
  return false;
}

#define IS_ONE_OF(page, name, names) is_one_of(page, name, names, sizeof(names) / sizeof *(names))

static const gr_slice lists[] = {GR_LITERAL_INIT("ul"), GR_LITERAL_INIT("ol"), GR_LITERAL_INIT("dl"),
                                 GR_LITERAL_INIT("menu"), GR_LITERAL_INIT("dir"), GR_LITERAL_INIT("select")};
static const gr_slice items[] = {GR_LITERAL_INIT("li"), GR_LITERAL_INIT("dt"), GR_LITERAL_INIT("dd"),
                                 GR_LITERAL_INIT("option"), GR_LITERAL_INIT("optgroup")};

static bool has_same_name(const gr_cover *cover, const gr_markup *page, const gr_tag *tag) {
  size_t size = cover->name.end - cover->name.start;
  if (tag->name.end - tag->name.start != size) return false;
  for (size_t i = 0; i < size; i++)
    if (gr_tag_lower(page->s[cover->name.start + i]) != gr_tag_lower(page->s[tag->name.start + i])) return false;
  return true;
}

static bool is_rule(const gr_markup *page, const gr_tag *tag) { return is_named(page, tag->name, GR_LITERAL("hr")); }

bool gr_cover_may(const gr_markup *page, const gr_tag *tag) {
  bool is_empty = is_rule(page, tag) || is_named(page, tag->name, GR_LITERAL("br"));
  if (tag->element <= GR_TAG_TH) return tag->element != GR_TAG_COLUMN && !is_empty;
  return tag->element == GR_TAG_SVG;
}

static bool starts_before(gr_cover *cover, const gr_markup *page, const gr_tag *tag) {
  bool is_item = IS_ONE_OF(page, tag->name, items), is_list = IS_ONE_OF(page, tag->name, lists);
  if (cover->element == GR_TAG_BLOCK) {
    bool is_block = tag->element <= GR_TAG_PRE || tag->element == GR_TAG_TABLE || tag->element == GR_TAG_BLOCK;
    if (is_block && is_named(page, cover->name, GR_LITERAL("p"))) return true;
    if (is_item && cover->lists == 0 && IS_ONE_OF(page, cover->name, items)) return true;
  }
  cover->depth += has_same_name(cover, page, tag) && tag->element != GR_TAG_VOID;
  cover->lists += is_list;
  cover->blocks += tag->element == GR_TAG_BLOCK && !is_rule(page, tag);
  return false;
}

bool gr_cover_before(gr_cover *cover, const gr_markup *page, const gr_tag *tag) {
  if (!tag->is_end) return starts_before(cover, page, tag);
  if (has_same_name(cover, page, tag) || tag->element != GR_TAG_BLOCK) return false;
  if (IS_ONE_OF(page, tag->name, lists)) {
    if (cover->lists > 0) cover->lists--;
    else if (IS_ONE_OF(page, cover->name, items)) return true;
  }
  if (cover->blocks > 0) cover->blocks--;
  else if (cover->element != GR_TAG_BLOCK) return true;
  return false;
}

bool gr_cover_behind(gr_cover *cover, const gr_markup *page, const gr_tag *tag) {
  if (!tag->is_end || !has_same_name(cover, page, tag)) return false;
  if (cover->element == GR_TAG_BLOCK && cover->blocks > 0 && cover->depth > 1) cover->blocks--;
  if (IS_ONE_OF(page, tag->name, lists) && cover->lists > 0 && cover->depth > 1) cover->lists--;
  return --cover->depth == 0;
}
