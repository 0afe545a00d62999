/* Labels of rows, columns and headings: what of their text counts, and the ordinal in front. */
#include "base/gr_slice.h"
#include "text/gr_gap.h"

/* ---- ordinals ---------------------------------------------------------------------------------- */

static void skip_blanks(gr_slice *s) {
  while (s->size > 0 && (*s->data == ' ' || *s->data == GR_SOFT_BREAK || *s->data == GR_PARAGRAPH_END))
    *s = gr_slice_sub(*s, 1, s->size);
}

/* Takes one of some literals; 0 where none stands there, else its number from 1. */
static int take_one(gr_slice *s, const gr_slice *literals, int count) {
  for (int i = 0; i < count; i++)
    if (gr_slice_take(s, literals[i])) return i + 1;
  return 0;
}

/* 一 to 九十九; 0 for none. */
static int take_numeral(gr_slice *s) {
  static const gr_slice digits[] = {GR_LITERAL_INIT("一"), GR_LITERAL_INIT("二"), GR_LITERAL_INIT("三"),
                                    GR_LITERAL_INIT("四"), GR_LITERAL_INIT("五"), GR_LITERAL_INIT("六"),
                                    GR_LITERAL_INIT("七"), GR_LITERAL_INIT("八"), GR_LITERAL_INIT("九")};
  int tens = take_one(s, digits, 9);
  if (!gr_slice_take(s, GR_LITERAL("十"))) return tens;
  return (tens == 0 ? 10 : tens * 10) + take_one(s, digits, 9);
}

/* One digit or two. */
static int take_number(gr_slice *s) {
  int value = 0;
  for (int i = 0; i < 2 && s->size > 0 && gr_is_digit(*s->data); i++) {
    value = value * 10 + (*s->data - '0');
    *s = gr_slice_sub(*s, 1, s->size);
  }
  return value;
}

static bool take_punctuation(gr_slice *s, const char *characters) {
  if (s->size == 0 || *s->data == '\0' || strchr(characters, *s->data) == NULL) return false;
  *s = gr_slice_sub(*s, 1, s->size);
  return true;
}

/* (一) or (1) */
static gr_ordinal bracketed(gr_slice *s) {
  (void)take_punctuation(s, "(");
  skip_blanks(s);
  gr_ordinal ordinal = {GR_ORDINAL_SECTION, take_numeral(s)};
  if (ordinal.number == 0) ordinal = (gr_ordinal){GR_ORDINAL_DETAIL, take_number(s)};
  skip_blanks(s);
  if (ordinal.number == 0 || !take_punctuation(s, ")")) return (gr_ordinal){GR_ORDINAL_NONE, 0};
  (void)gr_slice_take(s, GR_LITERAL("、"));
  return ordinal;
}

/* 2020年, with some blanks between or none */
static bool begins_year(gr_slice s, const char *blanks) {
  for (int i = 0; i < 4; i++) {
    if (s.size == 0 || !gr_is_digit(*s.data)) return false;
    s = gr_slice_sub(s, 1, s.size);
  }
  while (take_punctuation(&s, blanks)) {}
  return gr_slice_begins(s, GR_LITERAL("年"));
}

/* 1. 1、 1) but not 1.5; behind it a year may follow at once: 1.2020年 */
static gr_ordinal point(gr_slice *s) {
  gr_ordinal ordinal = {GR_ORDINAL_POINT, take_number(s)}, none = {GR_ORDINAL_NONE, 0};
  skip_blanks(s);
  if (gr_slice_take(s, GR_LITERAL("、")) || take_punctuation(s, ")")) return ordinal;
  if (!take_punctuation(s, ".,")) return none;
  return s->size > 0 && gr_is_digit(*s->data) && !begins_year(*s, " \v\n") ? none : ordinal;
}

/* 一、 or 第一部分 */
static gr_ordinal part(gr_slice *s) {
  bool named = gr_slice_take(s, GR_LITERAL("第"));
  gr_ordinal ordinal = {GR_ORDINAL_PART, take_numeral(s)}, none = {GR_ORDINAL_NONE, 0};
  if (ordinal.number == 0) return none;
  if (named && !gr_slice_take(s, GR_LITERAL("部分"))) return none;
  skip_blanks(s);
  bool ended = gr_slice_take(s, GR_LITERAL("、")) || take_punctuation(s, named ? ".,: " : ".,");
  return ended || named ? ordinal : none;
}

static gr_ordinal take_ordinal(gr_slice *text) {
  gr_slice s = *text;
  skip_blanks(&s);
  if (s.size == 0) return (gr_ordinal){GR_ORDINAL_NONE, 0};
  gr_ordinal ordinal = *s.data == '(' ? bracketed(&s) : gr_is_digit(*s.data) ? point(&s) : part(&s);
  if (ordinal.kind != GR_ORDINAL_NONE) *text = s;
  return ordinal;
}

/* ---- what stands in front of a label on a tape ------------------------------------------------- */

static void skip_line_ends(gr_slice *s) {
  while (s->size > 0 && (*s->data == GR_SOFT_BREAK || *s->data == GR_PARAGRAPH_END)) *s = gr_slice_sub(*s, 1, s->size);
}

/* (一) with line ends in its brackets, and (1). */
static bool take_bracketed(gr_slice *s) {
  gr_slice bare = gr_slice_sub(*s, 1, s->size);
  *s = bare;
  skip_line_ends(s);
  if (take_numeral(s) != 0) {
    skip_line_ends(s);
    if (!take_punctuation(s, ")")) return false;
    (void)gr_slice_take(s, GR_LITERAL("、"));
    return true;
  }
  *s = bare;
  (void)take_number(s);
  return s->size < bare.size && take_punctuation(s, ")");
}

/* 1. 1、 1) */
static bool take_point(gr_slice *s) {
  (void)take_number(s);
  if (gr_slice_take(s, GR_LITERAL("、")) || take_punctuation(s, ")")) return true;
  return take_punctuation(s, ".,") && (s->size == 0 || !gr_is_digit(*s->data) || begins_year(*s, " \v"));
}

/* 一、 with blanks in front of the mark, and 第一部分 */
static bool take_part(gr_slice *s) {
  if (gr_slice_take(s, GR_LITERAL("第"))) {
    if (take_numeral(s) == 0 || !gr_slice_take(s, GR_LITERAL("部分"))) return false;
    if (!gr_slice_take(s, GR_LITERAL("、"))) (void)take_punctuation(s, ".,: ");
    return true;
  }
  if (take_numeral(s) == 0) return false;
  if (take_punctuation(s, ".,")) return true;
  skip_blanks(s);
  return gr_slice_take(s, GR_LITERAL("、"));
}

size_t gr_label_start(gr_slice tape, size_t position) {
  static const gr_slice bullets[] = {GR_LITERAL_INIT("•"), GR_LITERAL_INIT("·"), GR_LITERAL_INIT("●"),
                                     GR_LITERAL_INIT("■"), GR_LITERAL_INIT("◆"), GR_LITERAL_INIT("※"),
                                     GR_LITERAL_INIT("*"), GR_LITERAL_INIT("○"), GR_LITERAL_INIT("▪")};
  gr_slice s = gr_slice_sub(tape, position, tape.size);
  if (s.size == 0) return position;
  if (take_one(&s, bullets, sizeof bullets / sizeof *bullets) != 0) return gr_gap_stop(tape, tape.size - s.size);
  if (!(*s.data == '(' ? take_bracketed(&s) : gr_is_digit(*s.data) ? take_point(&s) : take_part(&s))) return position;
  skip_blanks(&s);
  return tape.size - s.size;
}

/* ---- skeletons --------------------------------------------------------------------------------- */

/* bytes: what is longer in brackets is no reading of one character. */
enum { LONGEST_READING = 16 };

size_t gr_label_skeleton(gr_slice text, bool strip, char out[GR_LABEL_SIZE], gr_ordinal *ordinal) {
  gr_ordinal found = {GR_ORDINAL_NONE, 0};
  if (strip) found = take_ordinal(&text);
  if (ordinal != NULL) *ordinal = found;
  size_t size = 0, i = 0;
  while (i < text.size) {
    if (gr_gap_may_begin(text.data[i])) {
      gr_slice rest = gr_slice_sub(text, i, text.size);
      size_t skip = gr_gap_reading(rest, LONGEST_READING);
      if (skip == 0) skip = gr_gap_character(rest);
      i += skip;
      if (skip > 0) continue;
    }
    if (size == GR_LABEL_SIZE) return 0;
    out[size++] = text.data[i++];
  }
  return size;
}
