/* Options with boxes: which of them are ticked. Works on tape text. */
#include "base/gr_slice.h"

typedef struct gr_tick {
  gr_slice text;
  bool ticked;
} gr_tick;

#define BOX(text, ticked) {GR_LITERAL_INIT(text), (ticked)}

/* Longer ones stand before those that begin them. Width is folded: brackets are ASCII. */
static const gr_tick boxes[] = {
    BOX("(√)", true), BOX("[√]", true), BOX("(✓)", true), BOX("[✓]", true), BOX("[x]", true), BOX("[X]", true),
    BOX("[ ]", false), BOX("( )", false), BOX("[]", false), BOX("()", false),
    BOX("☑", true),   BOX("☒", true),   BOX("✔", true),   BOX("✓", true),   BOX("√", true),   BOX("■", true),
    BOX("●", true),   BOX("◉", true),   BOX("▣", true),   BOX("🗹", true),   BOX("🗸", true),
    BOX("□", false),  BOX("☐", false),  BOX("○", false),  BOX("◯", false),  BOX("▢", false),  BOX("◻", false),
    BOX("×", false),  BOX("✗", false),  BOX("✘", false),
};

#undef BOX

static const gr_tick *take_box(gr_slice *text) {
  for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++)
    if (gr_slice_take(text, boxes[i].text)) return &boxes[i];
  return NULL;
}

static bool is_filler(char c) {
  return c == ' ' || c == '_' || c == ',' || c == ';' || (c >= '\t' && c <= '\r');
}

static gr_slice trim(gr_slice s) {
  gr_slice comma = GR_LITERAL("、");
  for (;;) {
    if (s.size > 0 && is_filler(*s.data)) s = gr_slice_sub(s, 1, s.size);
    else if (s.size > 0 && is_filler(s.data[s.size - 1])) s.size--;
    else if (gr_slice_begins(s, comma)) s = gr_slice_sub(s, comma.size, s.size);
    else if (s.size >= comma.size && gr_slice_begins(gr_slice_sub(s, s.size - comma.size, s.size), comma)) s.size -= comma.size;
    else return s;
  }
}

/* Up to the next box, or the end. */
static gr_slice take_label(gr_slice *text) {
  gr_slice start = *text, rest = *text;
  while (rest.size > 0) {
    gr_slice ahead = rest;
    if (take_box(&ahead) != NULL) break;
    rest = gr_slice_sub(rest, 1, rest.size);
  }
  *text = rest;
  return trim(gr_slice_sub(start, 0, start.size - rest.size));
}

gr_options_reader gr_option_begin(gr_slice text) {
  gr_options_reader reader = {trim(text), false};
  gr_slice ahead = reader.rest;
  reader.box_first = take_box(&ahead) != NULL;
  return reader;
}

bool gr_option_next(gr_options_reader *reader, gr_option *out) {
  reader->rest = trim(reader->rest);
  if (reader->rest.size == 0) return false;
  const gr_tick *box = reader->box_first ? take_box(&reader->rest) : NULL;
  out->label = take_label(&reader->rest);
  if (!reader->box_first) box = take_box(&reader->rest);
  out->ticked = box == NULL || box->ticked;
  return true;
}

static bool is_one_of(gr_slice text, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (gr_slice_equal(text, gr_slice_of(words[i]))) return true;
  return false;
}

#define IS_ONE_OF(text, words) is_one_of((text), (words), sizeof(words) / sizeof *(words))

gr_state gr_flag_read(gr_slice text, bool *out) {
  static const char *const yes[] = {"是", "有", "已", "Y", "y", "YES", "Yes", "yes"};
  static const char *const no[] = {"否", "无", "無", "没有", "未", "N", "n", "NO", "No", "no"};
  gr_options_reader reader = gr_option_begin(text);
  gr_option option;
  size_t count = 0, ticked = 0;
  bool value = false, known = true;
  while (gr_option_next(&reader, &option)) {
    count++;
    if (option.label.size == 0 && count == 1 && reader.rest.size == 0) {   /* a box alone */
      *out = option.ticked;
      return GR_FLAG;
    }
    if (!option.ticked) continue;
    ticked++;
    value = IS_ONE_OF(option.label, yes);
    known = value || IS_ONE_OF(option.label, no);
  }
  if (ticked == 0) return GR_BLANK;
  if (ticked > 1 || !known) return GR_UNREADABLE;
  *out = value;
  return GR_FLAG;
}

gr_state gr_choice_read(gr_slice text, bool many, gr_slice *out) {
  gr_options_reader reader = gr_option_begin(text);
  gr_option option;
  size_t ticked = 0;
  while (gr_option_next(&reader, &option)) {
    if (!option.ticked) continue;
    if (option.label.size == 0) return GR_UNREADABLE;
    if (ticked++ == 0) *out = option.label;
  }
  if (ticked == 0) return GR_BLANK;
  return ticked > 1 && !many ? GR_UNREADABLE : GR_CHOICE;
}
