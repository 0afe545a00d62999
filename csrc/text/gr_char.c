#include "text/gr_char.h"

#include <stdbool.h>
#include <stddef.h>

#include "text/gr_han.h"
#include "text/gr_utf8.h"

static bool between(uint32_t c, uint32_t low, uint32_t high) { return c >= low && c <= high; }

gr_char_class gr_char_classify(uint32_t c) {
  if (c < 0x80) {
    if (c > 0x20 && c < 0x7F) return GR_CHAR_OTHER;
    return c == ' ' || between(c, 0x09, 0x0D) ? GR_CHAR_SPACE : GR_CHAR_CONTROL;
  }
  if (c < 0xA0) return c == 0x85 ? GR_CHAR_SPACE : GR_CHAR_CONTROL;
  if (c == 0xA0 || c == 0x1680 || between(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
      c == 0x205F || c == 0x3000)
    return GR_CHAR_SPACE;
  if (c == 0xAD || c == 0x180E || between(c, 0x200B, 0x200F) || between(c, 0x202A, 0x202E) ||
      between(c, 0x2060, 0x206F) || between(c, 0xFE00, 0xFE0F) || c == 0xFEFF)
    return GR_CHAR_ZERO;
  if (between(c, 0x2010, 0x205E) || between(c, 0x2E80, 0x303F) || between(c, 0x30FB, 0x30FC) ||
      between(c, 0x3400, 0x9FFF) || between(c, 0xF900, 0xFAFF) || between(c, 0xFE30, 0xFE4F) ||
      between(c, 0x20000, 0x3FFFF))
    return GR_CHAR_WIDE;
  return GR_CHAR_OTHER;
}

bool gr_char_is_blank(gr_slice text) {
  size_t i = 0;
  while (i < text.size) {
    uint32_t character;
    i += gr_utf8_decode(text.data + i, &character);
    gr_char_class class = gr_char_classify(character);
    if (class != GR_CHAR_SPACE && class != GR_CHAR_ZERO) return false;
  }
  return true;
}

uint32_t gr_char_fold(uint32_t c) {
  if (between(c, 0xFF01, 0xFF5E)) return c - 0xFEE0;
  return c == 0xFFE5 ? 0xA5 : gr_han_fold(c);
}

int gr_char_width(uint32_t c) {
  gr_char_class class = gr_char_classify(c);
  if (class == GR_CHAR_ZERO || class == GR_CHAR_CONTROL || between(c, 0x0300, 0x036F) ||
      between(c, 0x1AB0, 0x1AFF) || between(c, 0x1DC0, 0x1DFF) || between(c, 0x20D0, 0x20FF) || c == 0x3099 ||
      c == 0x309A || between(c, 0xFE20, 0xFE2F))
    return 0;
  /* The general punctuation is class WIDE by its use, but narrow in a terminal. */
  if (between(c, 0x2010, 0x205E)) return 1;
  if (class == GR_CHAR_WIDE || c == 0x3000 || between(c, 0x1100, 0x115F) || between(c, 0x3040, 0x33FF) ||
      between(c, 0xAC00, 0xD7A3) || between(c, 0xFF01, 0xFF60) || between(c, 0xFFE0, 0xFFE6) ||
      between(c, 0x1F300, 0x1FAFF))
    return 2;
  return 1;
}

size_t gr_text_width(gr_slice text) {
  size_t width = 0, i = 0;
  while (i < text.size) {
    gr_slice rest = {text.data + i, text.size - i};
    size_t room = rest.size < 4 ? rest.size : 4;
    unsigned char lead = (unsigned char)*rest.data;
    size_t need = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (need > room || gr_utf8_valid((gr_slice){rest.data, need}) != need) {
      width++;
      i++;
      continue;
    }
    uint32_t character;
    i += gr_utf8_decode(rest.data, &character);
    width += (size_t)gr_char_width(character);
  }
  return width;
}
