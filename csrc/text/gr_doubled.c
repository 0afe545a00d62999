/* Words that stand twice, one behind the other. */
#include "base/gr_slice.h"

enum { CHARACTER = 3 };   /* bytes of a Chinese one */

static bool begins_han(char c) { return (unsigned char)c >= 0xE4 && (unsigned char)c <= 0xE9; }

/* Whether so many bytes stand twice at a position. The last byte of a character differs most often. */
static bool stands_twice(gr_slice text, size_t at, size_t size) {
  const char *word = text.data + at;
  return word[CHARACTER - 1] == word[size + CHARACTER - 1] && memcmp(word, word + size, size) == 0;
}

size_t gr_text_doubled(gr_slice text, size_t from, size_t longest) {
  for (size_t at = from; at < text.size; at++) {
    if (!begins_han(text.data[at])) continue;
    for (size_t size = 2 * CHARACTER; size <= longest * CHARACTER && 2 * size <= text.size - at; size += CHARACTER)
      if (stands_twice(text, at, size)) return at;
  }
  return text.size;
}
