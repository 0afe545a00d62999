/* Words that stand twice, one behind the other. */
#include "base/gr_slice.h"

enum { CHARACTER = 3 };   /* bytes of a Chinese one */

static bool begins_han(char c) { return (unsigned char)c >= 0xE4 && (unsigned char)c <= 0xE9; }

/* Whether a word of at most so many bytes stands twice at a position. The last byte of a character differs most often. */
static bool stands_twice(const char *word, size_t longest) {
  char last = word[CHARACTER - 1];
  for (size_t size = 2 * CHARACTER; size <= longest; size += CHARACTER)
    if (word[size + CHARACTER - 1] == last && memcmp(word, word + size, size) == 0) return true;
  return false;
}

size_t gr_text_doubled(gr_slice text, size_t from, size_t longest) {
  for (size_t at = from; at < text.size; at++) {
    if (!begins_han(text.data[at])) continue;
    size_t half = (text.size - at) / 2;
    if (stands_twice(text.data + at, longest < half / CHARACTER ? longest * CHARACTER : half)) return at;
    at += CHARACTER - 1;
  }
  return text.size;
}
