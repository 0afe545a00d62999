/* The sentences of a text that may state a number of something, or deny it. */
#include "base/gr_slice.h"

/* False for most bytes of Chinese text, where no sentence ends. */
static bool may_end(char c) { return (unsigned char)c <= '?' || c == '\xE3'; }

size_t gr_sentence_stop(gr_slice text, size_t start) {
  for (size_t i = start; i < text.size; i++) {
    char c = text.data[i];
    if (!may_end(c)) continue;
    if (gr_is_mark(c)) return i;
    if (c == '!' || c == '?') return i + 1;
    if (c == '\xE3' && gr_slice_begins(gr_slice_sub(text, i, text.size), GR_LITERAL("。"))) return i + 3;
  }
  return text.size;
}

size_t gr_paragraph_stop(gr_slice text, size_t start) {
  size_t at = start;
  while (at < text.size && (!gr_is_mark(text.data[at]) || text.data[at] == GR_SOFT_BREAK)) at++;
  return at;
}

/* Behind the last mark in front of a position; false, and no further than `from`, where there is none behind that. */
static bool last_line(gr_sentences *sentences, size_t from, size_t stop, size_t *start) {
  *start = stop;
  while (*start > from && !gr_is_mark(sentences->text.data[*start - 1])) --*start;
  sentences->work += stop - *start;
  return *start > from;
}

/* ---- headings ---------------------------------------------------------------------------------- */

/* A line of at most so many bytes, with its mark, is a heading of the paragraphs behind it, as far as so many bytes and
 * lines. */
enum { SHORTEST_HEADING = 4, LONGEST_HEADING = 75, REACH_OF_HEADING = 1500, LINES_ABOVE = 8 };

static gr_slice heading_above(gr_sentences *sentences, size_t paragraph) {
  size_t from = paragraph > REACH_OF_HEADING ? paragraph - REACH_OF_HEADING : 0, stop = paragraph;
  for (int i = 0; i < LINES_ABOVE && stop > from; i++) {
    size_t start;
    (void)last_line(sentences, from, stop - 1, &start);
    if (stop - start >= SHORTEST_HEADING && stop - start <= LONGEST_HEADING)
      return gr_slice_sub(sentences->text, start, stop);
    stop = start;
  }
  return (gr_slice){NULL, 0};
}

/* ---- sentences --------------------------------------------------------------------------------- */

/* 26, 26 , 26+, 二十六, 20余 */
static bool follows_number(const gr_sentences *sentences, size_t at) {
  enum { NUMERAL = 3 };   /* bytes of a Chinese one */
  gr_slice before = gr_slice_sub(sentences->text, 0, at);
  bool is_apart = at > 0 && (before.data[at - 1] == ' ' || before.data[at - 1] == '+');
  if (is_apart) before.size--;
  if (before.size > 0 && gr_is_digit(before.data[before.size - 1])) return true;
  if (is_apart || before.size < NUMERAL) return false;
  return gr_words_at(sentences->numerals, before, at - NUMERAL, GR_WORDS_WRITTEN).stop == at;
}

/* Goes on to the sentence that holds a position. */
static void go_to(gr_sentences *sentences, size_t position) {
  gr_slice text = sentences->text;
  size_t behind = sentences->stop, line;
  bool is_new = last_line(sentences, behind, position, &line);
  sentences->start = is_new ? line : behind;
  if (is_new || (behind > 0 && (unsigned char)text.data[behind - 1] < ' ')) {
    sentences->paragraph = sentences->start;
    sentences->has_heading = false;
  }
  sentences->stop = gr_sentence_stop(text, sentences->start);
  while (sentences->stop <= position && sentences->stop > sentences->start) {
    sentences->start = sentences->stop;
    sentences->stop = gr_sentence_stop(text, sentences->start);
  }
  sentences->work += sentences->stop - behind;
  sentences->is_read = sentences->is_off_topic = false;
}

static bool names_topic(gr_sentences *sentences) {
  gr_slice own = gr_slice_sub(sentences->text, sentences->start, sentences->stop);
  return gr_words_find(sentences->topics, own, 0, own.size, GR_WORDS_WRITTEN).number != 0;
}

/* Whether the sentence is worth reading because of a sign in it, and has not been given for another. */
static bool is_told_by(gr_sentences *sentences, uint32_t sign) {
  if (sentences->is_read || (sign != GR_SIGN_SURE && sentences->is_off_topic)) return false;
  sentences->is_read = sign == GR_SIGN_SURE || names_topic(sentences);
  sentences->is_off_topic = !sentences->is_read;
  return sentences->is_read;
}

bool gr_sentences_next(gr_sentences *sentences) {
  gr_slice text = sentences->text;
  for (;;) {
    gr_match sign = gr_words_find(sentences->signs, text, sentences->looked, text.size, GR_WORDS_WRITTEN);
    if (sign.number == 0) return false;
    sentences->looked = sign.stop;
    if (sign.number != GR_SIGN_DENIES && !follows_number(sentences, sign.start)) continue;
    if (sign.start >= sentences->stop) go_to(sentences, sign.start);
    if (is_told_by(sentences, sign.number)) break;
  }
  if (!sentences->has_heading) sentences->heading = heading_above(sentences, sentences->paragraph);
  sentences->has_heading = true;
  return true;
}
