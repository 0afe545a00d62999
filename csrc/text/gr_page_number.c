/* The numbers that pages and their tools print between the lines: — 4 —, 1 / 9, 第3页 共5页, Page 8 of 20, P. 8. And how
 * lines are joined, between which they are left out. */
#include "base/gr_slice.h"

static bool take_any(gr_slice *rest, const gr_slice *literals, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (gr_slice_take(rest, literals[i])) return true;
  return false;
}

static bool take_dash(gr_slice *rest) {
  static const gr_slice dashes[] = {GR_LITERAL_INIT("-"), GR_LITERAL_INIT("—"), GR_LITERAL_INIT("–"), GR_LITERAL_INIT("―"),
                                    GR_LITERAL_INIT("─"), GR_LITERAL_INIT("~"), GR_LITERAL_INIT("−")};
  return take_any(rest, dashes, sizeof dashes / sizeof *dashes);
}

/* How many spaces were there. */
static size_t take_spaces(gr_slice *rest) {
  size_t count = 0;
  while (gr_slice_take(rest, GR_LITERAL(" "))) count++;
  return count;
}

/* Spaces and soft breaks. */
static void take_gap(gr_slice *rest) {
  while (gr_slice_take(rest, GR_LITERAL(" ")) || gr_slice_take(rest, GR_LITERAL("\v"))) continue;
}

/* How many digits were there. */
static size_t take_digits(gr_slice *rest) {
  size_t count = 0;
  while (count < rest->size && gr_is_digit(rest->data[count])) count++;
  *rest = gr_slice_sub(*rest, count, rest->size);
  return count;
}

/* A number that pages have: three digits at most. */
static bool take_page(gr_slice *rest) {
  size_t count = take_digits(rest);
  return count >= 1 && count <= 3;
}

static bool take_between_dashes(gr_slice *rest) {
  if (!take_dash(rest)) return false;
  (void)take_spaces(rest);
  if (take_digits(rest) == 0) return false;
  (void)take_spaces(rest);
  return take_dash(rest);
}

static bool take_slashed(gr_slice *rest) {
  return take_page(rest) && take_spaces(rest) > 0 && gr_slice_take(rest, GR_LITERAL("/")) && take_spaces(rest) > 0 &&
         take_page(rest);
}

static bool take_chinese(gr_slice *rest) {
  static const gr_slice behind[] = {GR_LITERAL_INIT(","), GR_LITERAL_INIT("/"), GR_LITERAL_INIT("共"), GR_LITERAL_INIT("页"),
                                    GR_LITERAL_INIT(" ")};
  if (!gr_slice_take(rest, GR_LITERAL("第"))) return false;
  take_gap(rest);
  if (take_digits(rest) == 0) return false;
  take_gap(rest);
  if (!gr_slice_take(rest, GR_LITERAL("页"))) return false;
  while (take_any(rest, behind, sizeof behind / sizeof *behind) || take_digits(rest) > 0) continue;
  return true;
}

/* of 20 */
static bool take_total(gr_slice *rest) {
  take_gap(rest);
  if (!gr_slice_take(rest, GR_LITERAL("of")) && !gr_slice_take(rest, GR_LITERAL("/"))) return false;
  take_gap(rest);
  return take_page(rest);
}

static bool take_last_dash(gr_slice *rest) {
  take_gap(rest);
  return take_dash(rest);
}

static bool take_english(gr_slice *rest) {
  static const gr_slice words[] = {GR_LITERAL_INIT("Page"), GR_LITERAL_INIT("page"), GR_LITERAL_INIT("PAGE")};
  if (!take_any(rest, words, sizeof words / sizeof *words)) return false;
  take_gap(rest);
  if (!take_page(rest)) return false;
  gr_slice behind = *rest;
  if (take_total(&behind)) *rest = behind;
  behind = *rest;
  if (take_last_dash(&behind)) *rest = behind;
  return true;
}

static bool take_short(gr_slice *rest) {
  if (!gr_slice_take(rest, GR_LITERAL("P.")) && !gr_slice_take(rest, GR_LITERAL("p."))) return false;
  take_gap(rest);
  return take_page(rest);
}

size_t gr_page_number_stop(gr_slice text, size_t start) {
  static bool (*const kinds[])(gr_slice *) = {take_between_dashes, take_slashed, take_chinese, take_english, take_short};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    gr_slice rest = gr_slice_sub(text, start, text.size);
    if (kinds[i](&rest)) return rest.size == 0 || gr_is_mark(*rest.data) ? text.size - rest.size : start;
  }
  return start;
}

/* ---- lines that go on -------------------------------------------------------------------------- */

/* The bytes that stay apart from each other where a line ends between them. */
static bool is_apart(char c) {
  bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || gr_is_digit(c) || c == '.' || c == ',' || c == '%' || c == '-';
}

gr_joint gr_text_joint(gr_slice text, size_t from) {
  const char *found = from < text.size ? memchr(text.data + from, GR_SOFT_BREAK, text.size - from) : NULL;
  if (found == NULL) return (gr_joint){text.size, text.size, false};
  gr_joint joint = {(size_t)(found - text.data), 0, false};
  size_t start = joint.at + 1;
  while (start < text.size && text.data[start] == ' ') start++;
  joint.stop = gr_page_number_stop(text, start);
  if (joint.stop == start) joint.stop = joint.at + 1;
  joint.is_apart = joint.at > 0 && joint.stop < text.size && is_apart(text.data[joint.at - 1]) &&
                   is_apart(text.data[joint.stop]);
  return joint;
}
