#include "text/gr_mojibake.h"

#include <iconv.h>

#include "text/gr_char.h"
#include "text/gr_han.h"
#include "base/gr_limits.h"
#include "base/gr_slice.h"
#include "text/gr_utf8.h"

/* What the characters beyond ASCII at the start of a text are. */
typedef struct survey {
  size_t seen, common, han, latin;
  size_t first;    /* offset of the first that is not common */
} survey;

/* windows-1252 from 0x80 on; what it leaves undefined is the control character that Latin-1 has there. */
static const uint_least16_t windows[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

/* The byte of a character in windows-1252 or Latin-1; 0 where it has none. */
static unsigned char windows_byte(uint32_t c) {
  if (c >= 0x80 && c <= 0xFF) return (unsigned char)c;
  for (size_t i = 0; i < 32; i++)
    if (windows[i] == c) return (unsigned char)(0x80 + i);
  return 0;
}

/* Chinese text shows itself by its first common characters: one of four, and eight of them. */
static bool is_chinese(const survey *s, bool whole) {
  return (whole || s->common >= 8) && s->common * 4 >= s->seen;
}

static survey look(gr_slice text) {
  survey s = {0, 0, 0, 0, text.size};
  for (size_t i = gr_utf8_skip_ascii(text, 0); i < text.size && s.seen < GR_MOJIBAKE_SAMPLE; i = gr_utf8_skip_ascii(text, i)) {
    uint32_t c;
    size_t at = i;
    i += gr_utf8_decode(text.data + i, &c);
    if (c == 0xFFFD || c == 0x3000 || c == 0xFEFF) continue;
    s.seen++;
    if (gr_han_is_common(c)) {
      s.common++;
      if (is_chinese(&s, false)) return s;
      continue;
    }
    if (s.first == text.size) s.first = at;
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xE000 && c <= 0xF8FF)) s.han++;   /* GBK has its own characters there */
    else if (windows_byte(c) != 0) s.latin++;
  }
  return s;
}

/* A character as the bytes that it was decoded from; 0 where there are none. */
static size_t undo(iconv_t converter, gr_slice character, uint32_t c, char out[4]) {
  if (c == 0xFFFD) return 0;
  if (converter == (iconv_t)-1 || c == 0x20AC) {   /* 0x80 in the GBK of Windows too */
    out[0] = (char)windows_byte(c);
    return out[0] != '\0';
  }
  char *from = (char *)(uintptr_t)character.data, *to = out;
  size_t left = character.size, room = 4;
  if (iconv(converter, &from, &left, &to, &room) == (size_t)-1) return 0;
  return 4 - room;
}

/* The bytes behind the sample, each run of ASCII as one line feed; what cannot be undone is one too. */
static size_t rebuild(iconv_t converter, gr_slice text, char *out) {
  size_t size = 0, i = gr_utf8_skip_ascii(text, 0);
  for (size_t seen = 0; i < text.size && seen < GR_MOJIBAKE_SAMPLE; seen++) {
    uint32_t c;
    size_t length = gr_utf8_decode(text.data + i, &c);
    size_t bytes = undo(converter, gr_slice_sub(text, i, i + length), c, out + size);
    if (bytes == 0) out[size++] = '\n';
    size += bytes;
    i += length;
    size_t next = gr_utf8_skip_ascii(text, i);
    if (next != i) out[size++] = '\n';
    i = next;
  }
  return size;
}

/* Whether most of the bytes are Chinese in UTF-8, and a good part of it is what Chinese text is made of. */
static bool is_chinese_utf8(gr_slice bytes) {
  size_t beyond = 0, good = 0, common = 0, i = 0;
  while ((i = gr_utf8_skip_ascii(bytes, i)) < bytes.size) {
    gr_slice rest = {bytes.data + i, bytes.size - i < 4 ? bytes.size - i : 4};
    size_t length = 0;
    for (size_t need = 2; need <= rest.size && length == 0; need++)
      if (gr_utf8_valid((gr_slice){rest.data, need}) == need) length = need;
    if (length == 3) {
      uint32_t c;
      (void)gr_utf8_decode(rest.data, &c);
      good += gr_char_classify(c) == GR_CHAR_WIDE || (c >= 0xFF01 && c <= 0xFF5E);
      common += gr_han_is_common(c);
    }
    i += length == 0 ? 1 : length;
    beyond += length == 0 ? 1 : length;
  }
  return common >= 3 && common * 4 >= good && good * 3 * 2 >= beyond;
}

/* Whether the bytes are Chinese in GBK: pairs, runs of them as a rule, most of them in GB 2312, where both are above
 * 0xA0, and a good part of it what Chinese text is made of. In a Latin language most letters beyond ASCII stand alone. */
static bool is_chinese_gbk(gr_slice bytes) {
  iconv_t converter = iconv_open("UTF-8", "GB18030");
  if (converter == (iconv_t)-1) return false;
  size_t beyond = 0, good = 0, common = 0;
  for (size_t i = gr_utf8_skip_ascii(bytes, 0); i < bytes.size; i = gr_utf8_skip_ascii(bytes, i)) {
    char out[8], *from = (char *)(uintptr_t)bytes.data + i, *to = out;
    size_t left = 2, room = sizeof out;
    bool pair = i + 1 < bytes.size && (unsigned char)bytes.data[i + 1] >= 0x80 &&
                iconv(converter, &from, &left, &to, &room) != (size_t)-1 && left == 0;
    (void)iconv(converter, NULL, NULL, NULL, NULL);
    if (pair) {
      uint32_t c;
      (void)gr_utf8_decode(out, &c);
      good += gr_char_classify(c) == GR_CHAR_WIDE || (c >= 0xFF01 && c <= 0xFF5E);
      common += gr_han_is_common(c);
    }
    i += pair ? 2 : 1;
    beyond += pair ? 2 : 1;
  }
  (void)iconv_close(converter);
  return common >= 3 && common * 4 >= good && good * 2 * 3 >= beyond * 2;
}

const char *gr_mojibake_find(gr_slice text, size_t *offset) {
  survey s = look(text);
  if (s.seen == 0 || is_chinese(&s, true)) return NULL;
  bool gbk = s.han * 2 >= s.seen;
  if (!gbk && s.latin * 4 < s.seen * 3) return NULL;
  iconv_t converter = gbk ? iconv_open("GB18030", "UTF-8") : (iconv_t)-1;
  if (gbk && converter == (iconv_t)-1) return NULL;
  char bytes[5 * GR_MOJIBAKE_SAMPLE];
  size_t size = rebuild(converter, text, bytes);
  if (gbk) (void)iconv_close(converter);
  if (!is_chinese_utf8((gr_slice){bytes, size}) && (gbk || !is_chinese_gbk((gr_slice){bytes, size}))) return NULL;
  *offset = s.first;
  return gbk ? "GBK" : "windows-1252";
}
