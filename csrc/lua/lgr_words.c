/* govreport.Words: a set of words, and where they stand in texts. */
#include "lua/lgr_class.h"

#include <string.h>

/* core.words([list]) -> Words; each word of the list has its place in it as its number [-0|1, +1] */
int lgr_words_new(lua_State *L) {
  lua_Integer count = 0;
  if (!lua_isnoneornil(L, 1)) {
    luaL_checktype(L, 1, LUA_TTABLE);
    count = (lua_Integer)lua_rawlen(L, 1);
    luaL_argcheck(L, count <= UINT32_MAX, 1, "too many words");
  }
  lgr_box *box = lgr_new_box(L, LGR_WORDS, 0);
  gr_words *words;
  lgr_require(L, gr_words_new(NULL, &words));
  box->object = words;
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, 1, i);
    lgr_require(L, gr_words_add(words, lgr_check_slice(L, -1), (uint32_t)i));
    lua_pop(L, 1);
  }
  return 1;
}

static gr_words *check(lua_State *L, int arg) { return lgr_check(L, arg, LGR_WORDS); }

/* words:add(word, number) [-3, +0] */
static int add(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice word = lgr_check_slice(L, 2);
  lua_Integer number = luaL_checkinteger(L, 3);
  luaL_argcheck(L, number >= 1 && number <= UINT32_MAX, 3, "numbers begin at 1");
  lgr_require(L, gr_words_add(words, word, (uint32_t)number));
  return 0;
}

/* Drops “ and ” from a text, in its place; returns its size then. [-0, +0] */
static size_t drop_quotes(char *text, size_t size) {
  size_t kept = 0;
  for (size_t i = 0; i < size;) {
    bool is_quote = size - i >= 3 && (memcmp(text + i, "“", 3) == 0 || memcmp(text + i, "”", 3) == 0);
    if (is_quote) i += 3;
    else text[kept++] = text[i++];
  }
  return kept;
}

/* words:learn(template, number): adds the texts for which a template stands, as the tape has them, and without “ and ”.
 * Gives nothing; or which of the texts has another number already, by its place among them: then those in front of it
 * were added. Of a template that stands for none that is 1. [-3, +1] */
static int learn(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice template = lgr_check_slice(L, 2);
  lua_Integer number = luaL_checkinteger(L, 3);
  luaL_argcheck(L, number >= 1 && number <= UINT32_MAX, 3, "numbers begin at 1");
  size_t count = gr_template_count(template), capacity = 3 * template.size, taken = count == 0 ? 1 : 0;
  luaL_Buffer buffer;
  char *text = luaL_buffinitsize(L, &buffer, template.size + capacity + 1), *word = text + template.size;
  for (size_t i = 0; i < count && taken == 0; i++) {
    size_t size = gr_text_fold((gr_slice){text, gr_template_text(template, i, count, text)}, word, capacity);
    gr_slice own = {word, drop_quotes(word, size)};
    gr_match known = gr_words_at(words, own, 0, GR_WORDS_WRITTEN);
    if (known.number != 0 && known.stop == own.size && known.number != (uint32_t)number) taken = i + 1;
    else lgr_require(L, gr_words_add(words, own, (uint32_t)number));
  }
  if (taken == 0) return 0;
  lua_pushinteger(L, (lua_Integer)taken);
  return 1;
}

/* words:breaks(characters): notes the characters at which `items` stops; for `lines` those with which an ordinal or a
 * bullet may begin [-2, +0] */
static int breaks(lua_State *L) {
  gr_words *words = check(L, 1);
  lgr_require(L, gr_words_break(words, lgr_check_slice(L, 2)));
  return 0;
}

/* words:values(beginnings, no_units): notes with which Chinese characters a value may begin, and which characters never
 * stand behind its digits [-3, +0] */
static int values(lua_State *L) {
  gr_words *words = check(L, 1);
  lgr_require(L, gr_words_value(words, lgr_check_slice(L, 2), lgr_check_slice(L, 3)));
  return 0;
}

/* words:goes_on(beginning) -> whether a word begins so and is longer [-2, +1] */
static int goes_on(lua_State *L) {
  gr_words *words = check(L, 1);
  lua_pushboolean(L, gr_words_go_on(words, lgr_check_slice(L, 2)));
  return 1;
}

/* A position of the text as an offset; 1-based, one past the end at most. [-0, +0] */
static size_t check_position(lua_State *L, int arg, gr_slice text) {
  lua_Integer position = luaL_checkinteger(L, arg);
  luaL_argcheck(L, position >= 1 && (lua_Unsigned)position <= text.size + 1, arg, "not in the text");
  return (size_t)position - 1;
}

static gr_words_how check_how(lua_State *L, int arg) {
  static const char *const names[] = {"written", "printed", "bare", "inline", "line", NULL};
  return (gr_words_how)luaL_checkoption(L, arg, "written", names);
}

/* words:at(text, position, how) -> number and stop of the longest word that begins there; nothing for none. `how` is
 * "written", "printed", "bare", "inline" or "line": see gr_words_how. [-4, +2] */
static int at(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice text = lgr_check_slice(L, 2);
  size_t position = check_position(L, 3, text);
  gr_match word = gr_words_at(words, text, position, check_how(L, 4));
  if (word.number == 0) return 0;
  lua_pushinteger(L, word.number);
  lua_pushinteger(L, (lua_Integer)word.stop + 1);
  return 2;
}

/* [-0, +0] */
static void append(lua_State *L, int list, lua_Integer *count, lua_Integer value) {
  lua_pushinteger(L, value);
  lua_rawseti(L, list, ++*count);
}

/* Appends `false, kind, start, text start, number, stop`. [-0, +0] */
static void append_label(lua_State *L, int list, lua_Integer *count, lua_Integer kind, gr_ahead line) {
  lua_pushboolean(L, false);
  lua_rawseti(L, list, ++*count);
  append(L, list, count, kind);
  append(L, list, count, (lua_Integer)line.start + 1);
  append(L, list, count, (lua_Integer)line.inside + 1);
  append(L, list, count, line.word.number);
  append(L, list, count, (lua_Integer)line.word.stop + 1);
}

/* Appends `false, kind, start, stop`. [-0, +0] */
static void append_text(lua_State *L, int list, lua_Integer *count, lua_Integer kind, gr_ahead line) {
  lua_pushboolean(L, false);
  lua_rawseti(L, list, ++*count);
  append(L, list, count, kind);
  append(L, list, count, (lua_Integer)line.start + 1);
  append(L, list, count, (lua_Integer)line.word.stop + 1);
}

/* words:lines(printed, tape, position, tokens, label, text): adds the tokens of the lines and cells from a position on
 * that are digits alone, by their position; a label, as `append_label` has it, of the kind `label`; or text that can be
 * nothing else, as `append_text` has it, of the kind `text`, unless that is nil. Gives where the first line begins that
 * is none of these, and where that does behind its ordinal or bullet, with number and stop of a word that begins there or
 * nothing; and no second result at the end, and in front of a table or a fact about the page. [-7, +4] */
static int lines(lua_State *L) {
  gr_words *words = check(L, 1), *printed = check(L, 2);
  gr_slice tape = lgr_check_slice(L, 3);
  size_t position = check_position(L, 4, tape);
  luaL_checktype(L, 5, LUA_TTABLE);
  bool takes_text = !lua_isnoneornil(L, 7);
  lua_Integer label_kind = luaL_checkinteger(L, 6), text_kind = takes_text ? luaL_checkinteger(L, 7) : 0;
  lua_Integer count = (lua_Integer)lua_rawlen(L, 5);
  gr_ahead line = gr_words_line(words, printed, tape, position);
  for (;; line = gr_words_line(words, printed, tape, line.word.stop)) {
    if (line.kind == GR_AHEAD_VALUE) append(L, 5, &count, (lua_Integer)line.start + 1);
    else if (line.kind == GR_AHEAD_LABEL) append_label(L, 5, &count, label_kind, line);
    else if (line.kind == GR_AHEAD_TEXT && takes_text) append_text(L, 5, &count, text_kind, line);
    else break;
  }
  lua_pushinteger(L, (lua_Integer)line.start + 1);
  if (line.kind == GR_AHEAD_NONE) return 1;
  lua_pushinteger(L, (lua_Integer)line.inside + 1);
  if (line.word.number == 0) return 2;
  lua_pushinteger(L, line.word.number);
  lua_pushinteger(L, (lua_Integer)line.word.stop + 1);
  return 4;
}

/* words:find(text, from, to, how) -> start, number and stop of the longest word at the first position before `to` where
 * one begins; nothing for none [-5, +3] */
static int find(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice text = lgr_check_slice(L, 2);
  size_t from = lua_isnoneornil(L, 3) ? 0 : check_position(L, 3, text);
  size_t to = lua_isnoneornil(L, 4) ? text.size : check_position(L, 4, text);
  gr_match word = gr_words_find(words, text, from, to, check_how(L, 5));
  if (word.number == 0) return 0;
  lua_pushinteger(L, (lua_Integer)word.start + 1);
  lua_pushinteger(L, word.number);
  lua_pushinteger(L, (lua_Integer)word.stop + 1);
  return 3;
}

/* words:list(text) -> the words of a text as they are written, each the longest, from left to right: a flat list of
 * start, number, stop [-2, +1] */
static int list(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice text = lgr_check_slice(L, 2);
  lua_newtable(L);
  int result = lua_gettop(L);
  lua_Integer count = 0;
  for (size_t from = 0;;) {
    gr_match word = gr_words_find(words, text, from, text.size, GR_WORDS_WRITTEN);
    if (word.number == 0) return 1;
    append(L, result, &count, (lua_Integer)word.start + 1);
    append(L, result, &count, word.number);
    append(L, result, &count, (lua_Integer)word.stop + 1);
    from = word.stop;
  }
}

/* words:starts(text) -> where the words of a text begin as they are written, also inside of each other: lists of positions
 * by the number of the words; a number none of whose words is there has none [-2, +1] */
static int starts(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice text = lgr_check_slice(L, 2);
  lua_settop(L, 2);
  lua_newtable(L);
  gr_match none = {0, 0, 0};
  for (gr_match word = gr_words_next(words, text, none); word.number != 0; word = gr_words_next(words, text, word)) {
    if (lua_rawgeti(L, 3, word.number) == LUA_TNIL) {
      lua_newtable(L);
      lua_pushvalue(L, -1);
      lua_rawseti(L, 3, word.number);
      lua_replace(L, -2);
    }
    lua_pushinteger(L, (lua_Integer)word.start + 1);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    lua_pop(L, 1);
  }
  return 1;
}

/* words:has(text, start, stop) -> whether a word stands in a part of a text, or in all of it, as it is written
 * [-4, +1] */
static int has(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice text = lgr_check_slice(L, 2);
  gr_range range = {0, text.size};
  if (!lua_isnoneornil(L, 3)) range = lgr_check_range(L, 3, text.size);
  text.size = range.end;
  gr_match word = gr_words_find(words, text, range.start, range.end, GR_WORDS_WRITTEN);
  lua_pushboolean(L, word.number != 0);
  return 1;
}

/* words:places(text) -> all places at which a word begins, and where the longest that begins at each ends: two lists
 * [-2, +2] */
static int places(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice text = lgr_check_slice(L, 2);
  lua_settop(L, 2);
  lua_newtable(L);
  lua_newtable(L);
  lua_Integer starts = 0, stops = 0;
  gr_match word = gr_words_find(words, text, 0, text.size, GR_WORDS_WRITTEN);
  for (; word.number != 0; word = gr_words_find(words, text, word.start + 1, text.size, GR_WORDS_WRITTEN)) {
    append(L, 3, &starts, (lua_Integer)word.start + 1);
    append(L, 4, &stops, (lua_Integer)word.stop + 1);
  }
  return 2;
}

/* What items of sentences are called in lists. The kinds between them are for marks, which are words with the number of
 * their kind, and for what others read; a word with the number PASSED is passed over, and all others stand above it. */
enum { WORD = 1, NUMBER = 2, PERCENT = 4, UNKNOWN = 6, PASSED = 12 };

/* Appends a word as `WORD, number - PASSED, stop`; a mark as `number, stop`. [-0, +0] */
static void append_word(lua_State *L, int list, lua_Integer *count, gr_item item) {
  lua_Integer number = item.number;
  if (number == PASSED) return;
  append(L, list, count, number > PASSED ? WORD : number);
  if (number > PASSED) append(L, list, count, number - PASSED);
  append(L, list, count, (lua_Integer)item.stop + 1);
}

/* Values are told up to 15 digits: what is longer is read with its decimals. */
#define MOST_VALUE UINT64_C(999999999999999)

/* Appends `PERCENT, start, end of the digits, stop` or `NUMBER, start, end of the digits, end of the digits, stop, value,
 * measure word`; the value is false where it is none of those that are told. [-0, +0] */
static void append_number(lua_State *L, int list, lua_Integer *count, gr_item item) {
  bool is_number = item.kind == GR_ITEM_NUMBER;
  append(L, list, count, is_number ? NUMBER : PERCENT);
  append(L, list, count, (lua_Integer)item.start + 1);
  append(L, list, count, (lua_Integer)item.digits_stop + 1);
  if (is_number) append(L, list, count, (lua_Integer)item.digits_stop + 1);
  append(L, list, count, (lua_Integer)item.stop + 1);
  if (!is_number) return;
  if (item.value <= MOST_VALUE) lua_pushinteger(L, (lua_Integer)item.value);
  else lua_pushboolean(L, false);
  lua_rawseti(L, list, ++*count);
  append(L, list, count, item.number);
}

/* Appends `UNKNOWN, start, stop`. [-0, +0] */
static void append_unknown(lua_State *L, int list, lua_Integer *count, gr_item item) {
  append(L, list, count, UNKNOWN);
  append(L, list, count, (lua_Integer)item.start + 1);
  append(L, list, count, (lua_Integer)item.stop + 1);
}

/* words:items(measures, examples, bounds, text, position, list, count, may_break): puts into a list, behind so many
 * entries, what stands in a sentence from a position on: see gr_words_item. Gives how many entries there are then, where
 * the first thing stands that is not one of these, and whether that is a break; at the end of the sentence the first
 * alone. No break is looked for in front of the first item unless there may be one. [-9, +3] */
static int items(lua_State *L) {
  gr_item_words known = {check(L, 1), check(L, 2), check(L, 3), check(L, 4)};
  gr_slice text = lgr_check_slice(L, 5);
  size_t position = check_position(L, 6, text);
  enum { LIST = 7 };
  luaL_checktype(L, LIST, LUA_TTABLE);
  lua_Integer count = luaL_checkinteger(L, 8);
  gr_item item = gr_words_item(known, text, position, lua_toboolean(L, 9) != 0);
  for (;; item = gr_words_item(known, text, item.stop, true)) {
    if (item.kind == GR_ITEM_WORD) append_word(L, LIST, &count, item);
    else if (item.kind == GR_ITEM_NUMBER || item.kind == GR_ITEM_PERCENT) append_number(L, LIST, &count, item);
    else if (item.kind == GR_ITEM_UNKNOWN) append_unknown(L, LIST, &count, item);
    else if (item.kind != GR_ITEM_PASSED) break;
  }
  lua_pushinteger(L, count);
  if (item.kind == GR_ITEM_END) return 1;
  lua_pushinteger(L, (lua_Integer)item.start + 1);
  lua_pushboolean(L, item.kind == GR_ITEM_BREAK);
  return 3;
}

/* words:counted(text, start, stop) -> the numbers of a part of a text that have one of the words behind them: a flat
 * list of start and value, false for a value with too many digits; nil where there are none. See gr_words_counted.
 * [-4, +1] */
static int counted(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice text = lgr_check_slice(L, 2);
  gr_range range = lgr_check_range(L, 3, text.size);
  lua_settop(L, 4);
  lua_Integer count = 0;
  gr_counted number = gr_words_counted(words, text, range.start, range.end);
  if (!number.found) return 0;
  lua_createtable(L, 8, 0);   /* a list that grows is made anew */
  for (; number.found; number = gr_words_counted(words, text, number.stop, range.end)) {
    append(L, 5, &count, (lua_Integer)number.start + 1);
    if (number.value <= INT64_MAX) lua_pushinteger(L, (lua_Integer)number.value);
    else lua_pushboolean(L, false);
    lua_rawseti(L, 5, ++count);
  }
  return 1;
}

/* Getters [-1, +1] each. */
static int memory(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_words_memory(check(L, 1)));
  return 1;
}

static int work(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_words_work(check(L, 1)));
  return 1;
}

/* [-1, +0] */
static int collect(lua_State *L) {
  lgr_box *box = luaL_checkudata(L, 1, LGR_WORDS);
  gr_words_free(box->object);
  box->object = NULL;
  return 0;
}

void lgr_open_words(lua_State *L) {
  static const luaL_Reg getters[] = {{"memory", memory}, {"work", work}, {NULL, NULL}};
  static const luaL_Reg methods[] = {
      {"add", add}, {"learn", learn}, {"breaks", breaks}, {"values", values}, {"goes_on", goes_on}, {"at", at},
      {"lines", lines}, {"find", find}, {"list", list}, {"starts", starts}, {"has", has}, {"places", places},
      {"items", items}, {"counted", counted}, {NULL, NULL},
  };
  static const luaL_Reg metamethods[] = {{"__gc", collect}, {"__close", collect}, {NULL, NULL}};
  lgr_class(L, LGR_WORDS, getters, methods, metamethods);
}
