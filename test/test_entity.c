/* The named character references of HTML. */
#include "check.h"
#include "document/gr_entity.h"

/* What stands behind the ampersand; the length that belongs to the reference; the characters. */
static const struct {
  const char *text;
  size_t length;
  uint32_t characters[2];
} found[] = {
    {"nbsp;", 5, {0xA0, 0}},
    {"nbsp", 4, {0xA0, 0}},
    {"nbspx", 4, {0xA0, 0}},
    {"nbsp1", 4, {0xA0, 0}},
    {"lt;", 3, {'<', 0}},
    {"LT", 2, {'<', 0}},
    {"gt", 2, {'>', 0}},
    {"GT;x", 3, {'>', 0}},
    {"amp;", 4, {'&', 0}},
    {"amp;lt;", 4, {'&', 0}},
    {"amplt;", 3, {'&', 0}},
    {"AMP", 3, {'&', 0}},
    {"quot;", 5, {'"', 0}},
    {"apos;", 5, {'\'', 0}},
    {"Tab;", 4, {'\t', 0}},
    {"NewLine;", 8, {'\n', 0}},
    {"semi;", 5, {';', 0}},
    {"comma;", 6, {',', 0}},
    {"bsol;", 5, {'\\', 0}},
    {"copy", 4, {0xA9, 0}},
    {"copy;", 5, {0xA9, 0}},
    {"copysr;", 7, {0x2117, 0}},
    {"copysr", 4, {0xA9, 0}},
    {"middot;", 7, {0xB7, 0}},
    {"ldquo;", 6, {0x201C, 0}},
    {"rdquo;", 6, {0x201D, 0}},
    {"hellip;", 7, {0x2026, 0}},
    {"mdash;", 6, {0x2014, 0}},
    {"ensp;", 5, {0x2002, 0}},
    {"emsp;", 5, {0x2003, 0}},
    {"zwnj;", 5, {0x200C, 0}},
    {"times;", 6, {0xD7, 0}},
    {"times", 5, {0xD7, 0}},
    {"timesd;", 7, {0x2A30, 0}},
    {"timesd", 5, {0xD7, 0}},
    {"not;", 4, {0xAC, 0}},
    {"notit;", 3, {0xAC, 0}},
    {"notin;", 6, {0x2209, 0}},
    {"notin", 3, {0xAC, 0}},
    {"notinva;", 8, {0x2209, 0}},
    {"frac12", 6, {0xBD, 0}},
    {"frac123", 6, {0xBD, 0}},
    {"sup1;", 5, {0xB9, 0}},
    {"sup1", 4, {0xB9, 0}},
    {"thetasym;", 9, {0x3D1, 0}},
    {"AElig;", 6, {0xC6, 0}},
    {"aelig", 5, {0xE6, 0}},
    {"Aacute", 6, {0xC1, 0}},
    {"zwj;", 4, {0x200D, 0}},
    {"yuml", 4, {0xFF, 0}},
    {"in;", 3, {0x2208, 0}},
    {"gg;", 3, {0x226B, 0}},
    {"Gg;", 3, {0x22D9, 0}},
    {"NotEqualTilde;", 14, {0x2242, 0x338}},
    {"fjlig;", 6, {'f', 'j'}},
    {"bne;", 4, {'=', 0x20E5}},
    {"ThickSpace;", 11, {0x205F, 0x200A}},
    {"caps;", 5, {0x2229, 0xFE00}},
    {"nvlt;", 5, {'<', 0x20D2}},
    {"Aopf;", 5, {0x1D538, 0}},
    {"zscr;", 5, {0x1D4CF, 0}},
    {"CounterClockwiseContourIntegral;", 32, {0x2233, 0}},
    {"DoubleLongLeftRightArrow;", 25, {0x27FA, 0}},
};

static const char *const unknown[] = {
    "", ";", " ", "&", "#1;", "a", "a;", "l", "l;", "x", "nbs", "nbs;", "Nbsp;", "NBSP;", "mdash", "ldquo", "ensp",
    "hellip", "zwnj ", "Lt", "zzz;", "AAA;", "zwjj", "中", "l中", "CounterClockwiseContourIntegral",
    "CounterClockwiseContourIntegralx;", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;", "in", "fjlig",
};

/* In a block of its own size, so that a sanitizer sees what is read past it. */
static size_t look_up(const char *text, size_t size, size_t *length, uint32_t out[2]) {
  char block[64];
  memcpy(block + sizeof block - size, text, size);
  return gr_entity_find((gr_slice){block + sizeof block - size, size}, length, out);
}

static void finds_every_first_letter(void) {
  static const char *const firsts[] = {
      "Auml;", "Bcy;", "Cap;", "Dot;", "ENG;", "Fcy;", "Gcy;", "Hat;", "Icy;", "Jcy;", "Kcy;", "Lcy;", "Mcy;", "Ncy;",
      "Ocy;", "Pcy;", "Qfr;", "Rcy;", "Scy;", "Tcy;", "Ucy;", "Vcy;", "Wfr;", "Xi;", "Ycy;", "Zcy;", "auml;", "bcy;",
      "cap;", "dot;", "eng;", "fcy;", "gcy;", "hArr;", "icy;", "jcy;", "kcy;", "lcy;", "mcy;", "ncy;", "ocy;", "pcy;",
      "qfr;", "rcy;", "scy;", "tcy;", "ucy;", "vcy;", "wfr;", "xi;", "ycy;", "zcy;"};
  test("entity: a name with each first letter");
  for (size_t i = 0; i < COUNT(firsts); i++) {
    size_t length = 0;
    uint32_t out[2];
    size_t count = look_up(firsts[i], strlen(firsts[i]), &length, out);
    CHECK_THAT(count == 1 && length == strlen(firsts[i]), "%s", firsts[i]);
  }
}

/* Cyrillic letters are in the order of the alphabet, and so must be what their names give. */
static void finds_cyrillic(void) {
  static const char *const names[] = {"acy",  "bcy",  "vcy",   "gcy",    "dcy",  "iecy",   "zhcy", "zcy",
                                      "icy",  "jcy",  "kcy",   "lcy",    "mcy",  "ncy",    "ocy",  "pcy",
                                      "rcy",  "scy",  "tcy",   "ucy",    "fcy",  "khcy",   "tscy", "chcy",
                                      "shcy", "shchcy", "hardcy", "ycy", "softcy", "ecy", "yucy", "yacy"};
  test("entity: the Cyrillic letters");
  for (size_t i = 0; i < COUNT(names); i++) {
    char text[16];
    size_t length = 0, size = (size_t)snprintf(text, sizeof text, "%s;", names[i]);
    uint32_t out[2] = {0, 0};
    CHECK_THAT(look_up(text, size, &length, out) == 1 && out[0] == 0x430 + i, "%s", text);
  }
}

int main(void) {
  for (size_t i = 0; i < COUNT(found); i++) {
    test("entity: &%s", found[i].text);
    size_t length = 0, count = found[i].characters[1] == 0 ? 1 : 2;
    uint32_t out[2] = {0, 0};
    size_t n = look_up(found[i].text, strlen(found[i].text), &length, out);
    CHECK_THAT(n == count, "%zu characters, expected %zu", n, count);
    CHECK_THAT(length == found[i].length, "%zu bytes, expected %zu", length, found[i].length);
    CHECK_THAT(out[0] == found[i].characters[0], "U+%04X", (unsigned)out[0]);
    if (count == 2) CHECK_THAT(out[1] == found[i].characters[1], "then U+%04X", (unsigned)out[1]);
  }
  test("entity: what is no name");
  for (size_t i = 0; i < COUNT(unknown); i++) {
    size_t length = 0;
    uint32_t out[2];
    CHECK_THAT(look_up(unknown[i], strlen(unknown[i]), &length, out) == 0, "&%s", unknown[i]);
  }
  finds_every_first_letter();
  finds_cyrillic();
  return check_finish();
}
