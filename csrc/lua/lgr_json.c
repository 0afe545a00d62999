/* JSON, being written. */
#include "lua/lgr_json.h"

#include <stdio.h>

/* ---- brackets ---------------------------------------------------------------------------------- */

static void begin_line(lgr_json *json) {
  size_t size = 1 + json->indent_size + 2 * (size_t)json->level;
  char *out = lgr_text_room(&json->out, size);
  out[0] = '\n';
  if (json->indent_size > 0) memcpy(out + 1, json->indent, json->indent_size);
  memset(out + 1 + json->indent_size, ' ', 2 * (size_t)json->level);
  json->out.size += size;
}

enum { DEEPEST = 1000 };   /* levels: what is nested stays far below, and the stack of C has room for it */

void lgr_json_open(lgr_json *json, char bracket) {
  if (json->level >= DEEPEST) luaL_error(json->out.L, "json: more than %d levels", DEEPEST);
  lgr_text_char(&json->out, bracket);
  json->level++;
  json->is_first = true;
}

void lgr_json_close(lgr_json *json, char bracket) {
  json->level--;
  if (!json->is_first && json->indent != NULL) begin_line(json);
  lgr_text_char(&json->out, bracket);
  json->is_first = false;
}

void lgr_json_next(lgr_json *json) {
  if (!json->is_first) lgr_text_char(&json->out, ',');
  if (json->indent != NULL) begin_line(json);
  else if (!json->is_first) lgr_text_char(&json->out, ' ');
  json->is_first = false;
}

void lgr_json_key(lgr_json *json, gr_slice key) {
  lgr_json_next(json);
  lgr_json_text(json, key);
  lgr_text_add(&json->out, ": ", 2);
}

void lgr_json_name(lgr_json *json, const char *name) {
  size_t size = strlen(name);
  lgr_json_next(json);
  char *out = lgr_text_room(&json->out, size + 4);
  out[0] = '"';
  memcpy(out + 1, name, size);
  memcpy(out + 1 + size, "\": ", 3);
  json->out.size += size + 4;
}

/* ---- values ------------------------------------------------------------------------------------ */

void lgr_json_word(lgr_json *json, const char *word) { lgr_text_add(&json->out, word, strlen(word)); }

void lgr_json_decimal(lgr_json *json, gr_decimal value) {
  json->out.size += gr_decimal_format(value, lgr_text_room(&json->out, GR_DECIMAL_TEXT));
}

void lgr_json_integer(lgr_json *json, int64_t value) {
  char digits[20];
  size_t at = sizeof digits;
  uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  do digits[--at] = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0) digits[--at] = '-';
  lgr_text_add(&json->out, digits + at, sizeof digits - at);
}

/* Whether a byte is or begins what has to be looked at: most are of Han characters, letters and digits. */
static bool is_odd(unsigned char c) {
  if (c < 0x80) return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
  return c == 0xC2 || c == 0xD8 || c == 0xE1 || c == 0xE2 || c == 0xEF || c >= 0xF0;
}

/* The number of a character of valid UTF-8 that is so many bytes long. */
static unsigned code_of(const unsigned char *s, size_t size) {
  unsigned code = size == 1 ? s[0] : s[0] & (0x7Fu >> size);
  for (size_t i = 1; i < size; i++) code = code << 6 | (s[i] & 0x3F);
  return code;
}

/* Past U+FFFF a character is a pair of surrogates. */
static void add_escape(lgr_json *json, const char *character, size_t size) {
  static const char short_ones[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
  char out[13];
  const char *found = size == 1 ? memchr(short_ones, *character, sizeof short_ones - 1) : NULL;
  unsigned code = code_of((const unsigned char *)character, size);
  int length;
  if (found != NULL) length = snprintf(out, sizeof out, "\\%c", letters[found - short_ones]);
  else if (code < 0x10000) length = snprintf(out, sizeof out, "\\u%04x", code);
  else length = snprintf(out, sizeof out, "\\u%04x\\u%04x", 0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF));
  lgr_text_add(&json->out, out, (size_t)length);
}

/* Of valid UTF-8. JSON allows much in strings that JavaScript, terminals and people do not like: it stays exact. */
static void add_escaped(lgr_json *json, gr_slice text) {
  size_t from = 0, i = 0;
  while (i < text.size) {
    unsigned char c = (unsigned char)text.data[i];
    size_t length = 0;
    if (is_odd(c)) length = c == '"' || c == '\\' ? 1 : lgr_unsafe_length(text.data + i, text.size - i);
    if (length > 0) {
      lgr_text_add(&json->out, text.data + from, i - from);
      add_escape(json, text.data + i, length);
      from = i + length;
    }
    i += length > 0 ? length : 1;
  }
  lgr_text_add(&json->out, text.data + from, text.size - from);
}

void lgr_json_text(lgr_json *json, gr_slice text) {
  lgr_text_char(&json->out, '"');
  for (;;) {
    size_t valid = gr_utf8_valid(text);
    add_escaped(json, (gr_slice){text.data, valid});
    if (valid == text.size) break;
    lgr_text_add(&json->out, "\xEF\xBF\xBD", 3);
    text = (gr_slice){text.data + valid + 1, text.size - valid - 1};
  }
  lgr_text_char(&json->out, '"');
}
