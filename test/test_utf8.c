/* UTF-8 against a slow and obvious reference; the width of text. */
#include "text/gr_utf8.h"

#include "check.h"

/* Length of the one valid character at the start, 0 where there is none: by decoding it, then asking whether it may be
 * written so. */
static size_t character_length(const unsigned char *s, size_t size) {
  if (size == 0) return 0;
  size_t length = 0;
  if (s[0] < 0x80) length = 1;
  else if ((s[0] & 0xE0) == 0xC0) length = 2;
  else if ((s[0] & 0xF0) == 0xE0) length = 3;
  else if ((s[0] & 0xF8) == 0xF0) length = 4;
  if (length == 0 || length > size) return 0;
  if (length == 1) return 1;
  uint32_t value = s[0] & (0xFFU >> (length + 1));
  for (size_t i = 1; i < length; i++) {
    if ((s[i] & 0xC0) != 0x80) return 0;
    value = value << 6 | (s[i] & 0x3FU);
  }
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
  return length;
}

static size_t reference(const unsigned char *s, size_t size) {
  size_t i = 0, length;
  while ((length = character_length(s + i, size - i)) != 0) i += length;
  return i;
}

static gr_slice bytes(const unsigned char *s, size_t size) { return (gr_slice){(const char *)s, size}; }

static bool agrees(const unsigned char *s, size_t size) { return gr_utf8_valid(bytes(s, size)) == reference(s, size); }

static void validates(void) {
  unsigned char s[4];
  test("empty text is valid");
  CHECK(gr_utf8_valid((gr_slice){"", 0}) == 0);
  test("all sequences of 1 to 3 bytes");
  for (unsigned a = 0; a < 256; a++) {
    s[0] = (unsigned char)a;
    CHECK_THAT(agrees(s, 1), "%02X", a);
    for (unsigned b = 0; b < 256; b++) {
      s[1] = (unsigned char)b;
      CHECK_THAT(agrees(s, 2), "%02X %02X", a, b);
      for (unsigned c = 0; c < 256; c++) {
        s[2] = (unsigned char)c;
        CHECK_THAT(agrees(s, 3), "%02X %02X %02X", a, b, c);
      }
    }
  }
  test("random sequences of 4 bytes");
  uint64_t seed = 31;
  for (int i = 0; i < 1000000; i++) {
    uint64_t r = next_random(&seed);
    for (size_t k = 0; k < 4; k++) {
      unsigned any = (unsigned)(r >> (8 * k)) & 0xFF;
      bool tame = (r >> (32 + k) & 3) != 0;   /* mostly such bytes as could form a character */
      s[k] = (unsigned char)(!tame ? any : k == 0 ? 0xF0 | (any & 7) : 0x80 | (any & 0x3F));
    }
    CHECK_THAT(agrees(s, 4), "%02X %02X %02X %02X", s[0], s[1], s[2], s[3]);
  }
}

/* Text of all sorts of characters with a wrong byte now and then, at any alignment. */
static void validates_texts(void) {
  static const char *const pieces[] = {"a", "0123456789abcdef", "中", "第二十条第（一）项", "é", "😀", "\r\n", "\xEF\xBB\xBF",
                                       "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "\xC2\x80", "\xE0\xA0\x80"};
  uint64_t seed = 1949;
  test("random texts");
  for (int i = 0; i < 100000; i++) {
    unsigned char text[256];
    size_t start = random_below(&seed, 9), size = start;
    for (size_t k = random_below(&seed, 12); k > 0; k--) {
      const char *piece = pieces[random_below(&seed, COUNT(pieces))];
      if (size + strlen(piece) > sizeof text) break;
      memcpy(text + size, piece, strlen(piece));
      size += strlen(piece);
    }
    if (size > start && random_below(&seed, 2) == 0)
      text[start + random_below(&seed, size - start)] = (unsigned char)next_random(&seed);
    if (size > start && random_below(&seed, 4) == 0) size--;
    /* At the end of the array, so that the sanitizer sees a step too far. */
    size -= start;
    memmove(text + sizeof text - size, text + start, size);
    gr_slice all = bytes(text + sizeof text - size, size);
    size_t valid = gr_utf8_valid(all), expected = reference(text + sizeof text - size, size);
    CHECK_THAT(valid == expected, "%zu, expected %zu in %s", valid, expected, show(all));
  }
}

/* Whether some bytes behind it would make a character of it. Second bytes have bounds at these values only. */
static bool can_go_on(const unsigned char *s, size_t size) {
  static const unsigned char more[] = {0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF};
  unsigned char longer[4];
  memcpy(longer, s, size);
  if (size == 4) return false;
  for (size_t i = 0; i < sizeof more; i++) {
    longer[size] = more[i];
    if (character_length(longer, size + 1) != 0 || can_go_on(longer, size + 1)) return true;
  }
  return false;
}

static void knows_cut_characters(void) {
  unsigned char s[4] = {0};
  test("cut characters of 1 and 2 bytes");
  for (unsigned a = 0; a < 256; a++) {
    s[0] = (unsigned char)a;
    if (character_length(s, 1) != 0) continue;
    CHECK_THAT(gr_utf8_is_cut(bytes(s, 1)) == can_go_on(s, 1), "%02X", a);
    for (unsigned b = 0; b < 256; b++) {
      s[1] = (unsigned char)b;
      if (character_length(s, 2) != 0) continue;
      CHECK_THAT(gr_utf8_is_cut(bytes(s, 2)) == can_go_on(s, 2), "%02X %02X", a, b);
    }
  }
  test("cut characters of 3 bytes");
  for (unsigned i = 0; i < 0x200000; i++) {   /* first byte E0 and up */
    s[0] = (unsigned char)(0xE0 | i >> 16);
    s[1] = (unsigned char)(i >> 8);
    s[2] = (unsigned char)i;
    if (character_length(s, 3) != 0) continue;
    bool plausible = s[0] >= 0xF0 && s[1] >= 0x80 && s[2] >= 0x80;
    bool expected = plausible && can_go_on(s, 3);
    CHECK_THAT(gr_utf8_is_cut(bytes(s, 3)) == expected, "%02X %02X %02X", s[0], s[1], s[2]);
  }
  test("four bytes are never a cut character");
  CHECK(!gr_utf8_is_cut((gr_slice){"\xF0\x9F\x98\xFF", 4}));
  CHECK(!gr_utf8_is_cut((gr_slice){"\xE4\xB8\xE4\xB8", 4}));
}

static void encodes(void) {
  test("all characters there and back");
  for (uint32_t c = 0; c <= 0x10FFFF; c++) {
    if (c == 0xD800) c = 0xE000;
    char out[4];
    size_t length = gr_utf8_encode(c, out);
    uint32_t back = 0;
    size_t size = character_length((const unsigned char *)out, length);
    CHECK_THAT(length == size && gr_utf8_decode(out, &back) == length && back == c, "U+%04X", (unsigned)c);
  }
}

static void measures(void) {
  static const struct {
    const char *name, *text;
    size_t width;
  } widths[] = {
      {"nothing", "", 0}, {"ASCII", "abc 123", 7}, {"Han", "政府信息", 8}, {"CJK punctuation", "、。《》", 8},
      {"full-width letters and digits", "Ａ１（）", 8}, {"ideographic space", "　", 2}, {"mixed", "2020年", 6},
      {"Latin letters", "é", 1}, {"combining acute", "e\xCC\x81", 1}, {"kana", "かな", 4}, {"Hangul", "한", 2},
      {"emoji", "😀", 2}, {"Han beyond the first plane", "𠀀", 2}, {"combining voiced mark", "か\xE3\x82\x99", 2},
      {"combining enclosing circle", "1\xE2\x83\x9D", 1}, {"combining half mark", "a\xEF\xB8\xA0", 1},
      {"a byte that is no character", "\xFF", 1}, {"a cut character", "a\xE4\xB8", 3},
      {"a surrogate", "\xED\xA0\x80", 3},
      {"a wrong byte before Han", "\x80中", 3},
  };
  for (size_t i = 0; i < COUNT(widths); i++) {
    test("width of %s", widths[i].name);
    size_t width = gr_text_width(slice(widths[i].text));
    CHECK_THAT(width == widths[i].width, "%zu, expected %zu", width, widths[i].width);
  }
}

int main(void) {
  validates();
  validates_texts();
  knows_cut_characters();
  encodes();
  measures();
  return check_finish();
}
