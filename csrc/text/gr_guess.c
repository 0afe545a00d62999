#include "text/gr_guess.h"

#include "text/gr_decoder.h"
#include "text/gr_han.h"
#include "base/gr_limits.h"
#include "text/gr_mojibake.h"
#include "base/gr_slice.h"
#include "text/gr_utf8.h"

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

/* `literal` is in lower case. */
static bool begins(gr_slice text, gr_slice literal) {
  if (text.size < literal.size) return false;
  for (size_t i = 0; i < literal.size; i++)
    if (lower(text.data[i]) != literal.data[i]) return false;
  return true;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static const char utf8[] = "UTF-8", gb18030[] = "GB18030", big5[] = "BIG5-HKSCS";

const char *gr_guess_label(gr_slice label) {
  static const struct {
    gr_slice label;
    const char *encoding;
  } labels[] = {
      {GR_LITERAL_INIT("utf-8"), utf8},          {GR_LITERAL_INIT("utf8"), utf8},
      {GR_LITERAL_INIT("gb18030"), gb18030},     {GR_LITERAL_INIT("gb2312"), gb18030},
      {GR_LITERAL_INIT("gbk"), gb18030},         {GR_LITERAL_INIT("x-gbk"), gb18030},
      {GR_LITERAL_INIT("cp936"), gb18030},       {GR_LITERAL_INIT("ms936"), gb18030},
      {GR_LITERAL_INIT("gb_2312-80"), gb18030},  {GR_LITERAL_INIT("gb_2312"), gb18030},
      {GR_LITERAL_INIT("csgb2312"), gb18030},    {GR_LITERAL_INIT("euc-cn"), gb18030},
      {GR_LITERAL_INIT("windows-936"), gb18030}, {GR_LITERAL_INIT("chinese"), gb18030},
      {GR_LITERAL_INIT("big5"), big5},           {GR_LITERAL_INIT("big5-hkscs"), big5},
      {GR_LITERAL_INIT("big5hkscs"), big5},      {GR_LITERAL_INIT("csbig5"), big5},
      {GR_LITERAL_INIT("cn-big5"), big5},        {GR_LITERAL_INIT("x-x-big5"), big5},
      {GR_LITERAL_INIT("cp950"), big5},          {GR_LITERAL_INIT("utf-16"), "UTF-16"},
      {GR_LITERAL_INIT("utf-16le"), "UTF-16LE"}, {GR_LITERAL_INIT("utf-16be"), "UTF-16BE"},
  };
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (labels[i].label.size == label.size && begins(label, labels[i].label)) return labels[i].encoding;
  return NULL;
}

/* In the right byte order nearly all of the units are Han, their punctuation or ASCII, and one in a hundred at least is
 * ASCII (a line end, a digit), which leaves a zero byte that no other text has. Looks at the first 4 KiB. */
const char *gr_guess_utf16(gr_slice bytes) {
  static const char *const names[] = {"UTF-16LE", "UTF-16BE"};
  size_t units = (bytes.size < GR_UNITS_SAMPLE ? bytes.size : GR_UNITS_SAMPLE) / 2;
  for (size_t order = 0; order < 2; order++) {
    size_t good = 0, ascii = 0;
    for (size_t i = 0; i < units; i++) {
      unsigned low = (unsigned char)bytes.data[2 * i + order], high = (unsigned char)bytes.data[2 * i + 1 - order];
      unsigned unit = high << 8 | low;
      if ((unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t' || high == 0x30 ||
          high == 0xFF || (unit >= 0x2010 && unit <= 0x2026) || (unit >= 0x4E00 && unit <= 0x9FFF))
        good++;
      if (unit < 0x80) ascii++;
    }
    if (units >= 2 && good >= units - units / 20 && ascii > units / 100) return names[order];
  }
  return NULL;
}

/* ---- what a page declares -------------------------------------------------------------------- */

/* The label behind `name`, white space, `=`, white space and a quote: the first in the tag that has an encoding. */
static const char *label_in(gr_slice tag, gr_slice name) {
  for (size_t i = 1; i + name.size < tag.size; i++) {
    char before = lower(tag.data[i - 1]);
    if ((before >= 'a' && before <= 'z') || before == '-' || !begins(gr_slice_sub(tag, i, tag.size), name)) continue;
    size_t start = i + name.size;
    while (start < tag.size && is_blank(tag.data[start])) start++;
    if (start == tag.size || tag.data[start++] != '=') continue;
    while (start < tag.size && (is_blank(tag.data[start]) || memchr("\"'", tag.data[start], 2) != NULL)) start++;
    size_t end = start;
    while (end < tag.size && !is_blank(tag.data[end]) && memchr("\"';/>?", tag.data[end], 6) == NULL) end++;
    const char *encoding = gr_guess_label(gr_slice_sub(tag, start, end));
    if (encoding != NULL) return begins(gr_slice_of(encoding), GR_LITERAL("utf-16")) ? utf8 : encoding;
  }
  return NULL;
}

/* Where a literal begins, at or behind `from`; the end where it does not. */
static size_t find(gr_slice text, size_t from, gr_slice literal) {
  while (from < text.size && !gr_slice_begins(gr_slice_sub(text, from, text.size), literal)) from++;
  return from;
}

const char *gr_guess_declared(gr_slice bytes) {
  gr_slice head = {bytes.data, bytes.size < GR_DECLARATION ? bytes.size : GR_DECLARATION};
  for (size_t i = find(head, 0, GR_LITERAL("<")); i < head.size; i = find(head, i + 1, GR_LITERAL("<"))) {
    gr_slice rest = gr_slice_sub(head, i, head.size);
    if (gr_slice_begins(rest, GR_LITERAL("<!--"))) {
      i = find(head, i + 4, GR_LITERAL("-->"));
      continue;
    }
    bool xml = i == 0 && begins(rest, GR_LITERAL("<?xml"));
    if (!xml && !begins(rest, GR_LITERAL("<meta"))) continue;
    gr_slice tag = gr_slice_sub(rest, 0, find(rest, 0, GR_LITERAL(">")));
    const char *encoding = label_in(tag, xml ? GR_LITERAL("encoding") : GR_LITERAL("charset"));
    if (encoding != NULL) return encoding;
  }
  return NULL;
}

/* ---- what the text looks like ---------------------------------------------------------------- */

/* Per mille. */
enum { CONVINCING = 400, BONUS = 200, LEAST = 200, NO_SCORE = -1001 };

typedef struct tally {
  size_t seen, common, wrong;
} tally;

static int score(tally t) {
  if (t.seen == 0) return NO_SCORE;
  return (int)(t.common * 1000 / t.seen) - (int)(t.wrong * 1000 / t.seen);
}

static void count(gr_slice text, tally *t) {
  for (size_t i = 0; i < text.size;) {
    uint32_t c;
    i += gr_utf8_decode(text.data + i, &c);
    if (c < 0x80 || c == 0xA0 || c == 0x3000) continue;   /* the spaces that fill a page say nothing */
    t->seen++;
    t->common += gr_han_is_common(c);
  }
}

enum { DECODED = 4 * GR_SAMPLE_PIECE };

/* Decodes the next piece of the sample, which begins beyond ASCII: in each of the encodings a byte below 0x80 is itself
 * where a character may begin. */
static gr_slice next_piece(const gr_decoder *decoder, gr_slice bytes, size_t *at, char out[DECODED],
                           gr_replaced *replaced) {
  *at = gr_utf8_skip_ascii(bytes, *at);
  size_t size = bytes.size - *at < GR_SAMPLE_PIECE ? bytes.size - *at : GR_SAMPLE_PIECE;
  gr_decoded part = gr_decoder_run(decoder, (gr_slice){bytes.data + *at, size}, out, DECODED, replaced, 0);
  *at += part.read;
  return (gr_slice){out, part.written};
}

static tally try(gr_slice bytes, const char *encoding) {
  tally t = {0, 0, 0};
  gr_decoder decoder;
  if (!gr_decoder_open(&decoder, encoding)) return t;
  gr_replaced replaced = {0, {0}};
  char text[DECODED];
  size_t at = 0;
  for (size_t piece = 0; piece < GR_SAMPLE_PIECES && at < bytes.size; piece++)
    count(next_piece(&decoder, bytes, &at, text, &replaced), &t);
  gr_decoder_close(&decoder);
  t.wrong = replaced.count;
  return t;
}

/* What was saved in GBK after it had been read wrongly as that is UTF-8 with holes; as GBK it is whole. */
static bool is_mojibake(gr_slice bytes) {
  gr_decoder decoder;
  if (!gr_decoder_open(&decoder, gb18030)) return false;
  gr_replaced replaced = {0, {0}};
  char text[DECODED];
  size_t at = 0, offset;
  gr_slice piece = next_piece(&decoder, bytes, &at, text, &replaced);
  gr_decoder_close(&decoder);
  return replaced.count == 0 && gr_mojibake_find(piece, &offset) != NULL;
}

const char *gr_guess_encoding(gr_slice bytes) {
  const char *declared = gr_guess_declared(bytes);
  const char *const candidates[] = {declared, utf8, gb18030, big5};
  const char *best = utf8;
  int highest = NO_SCORE;
  bool broken = true;   /* what is chosen has more wrong pieces than are borne */
  for (size_t i = declared == NULL; i < 4 && highest < CONVINCING + BONUS; i++) {
    if (i > 0 && declared != NULL && strcmp(candidates[i], declared) == 0) continue;
    tally t = try(bytes, candidates[i]);
    int reached = score(t);
    if (i > 1 && reached < LEAST) continue;
    if (i == 0 || reached >= CONVINCING) reached += BONUS;   /* the first that convinces ends it */
    if (reached <= highest) continue;
    best = candidates[i];
    highest = reached;
    broken = t.wrong > 1 && t.wrong > t.seen / GR_REPLACED_RATIO;
  }
  return best == utf8 && broken && is_mojibake(bytes) ? gb18030 : best;
}
