/* govreport.Words: a set of words, and where they stand in texts. */
#include "lua/lgr_class.h"

/* core.words() -> Words [-0, +1] */
int lgr_words_new(lua_State *L) {
  lgr_box *box = lgr_new_box(L, LGR_WORDS, 0);
  gr_words *words;
  lgr_require(L, gr_words_new(NULL, &words));
  box->object = words;
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

/* words:breaks(characters): notes the characters at which `run` stops [-2, +0] */
static int breaks(lua_State *L) {
  gr_words *words = check(L, 1);
  lgr_require(L, gr_words_break(words, lgr_check_slice(L, 2)));
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

/* words:label(printed, text, position) -> number, stop, whether it ends its line: see gr_words_label; nothing for none
 * [-4, +3] */
static int label(lua_State *L) {
  gr_words *words = check(L, 1), *printed = check(L, 2);
  gr_slice text = lgr_check_slice(L, 3);
  bool ends_line;
  gr_match word = gr_words_label(words, printed, text, check_position(L, 4, text), &ends_line);
  if (word.number == 0) return 0;
  lua_pushinteger(L, word.number);
  lua_pushinteger(L, (lua_Integer)word.stop + 1);
  lua_pushboolean(L, ends_line);
  return 3;
}

/* [-0, +0] */
static void append(lua_State *L, int list, lua_Integer *count, lua_Integer value) {
  lua_pushinteger(L, value);
  lua_rawseti(L, list, ++*count);
}

/* Appends `false, kind, start, start, number, stop`. [-0, +0] */
static void append_label(lua_State *L, int list, lua_Integer *count, lua_Integer kind, gr_match word) {
  lua_pushboolean(L, false);
  lua_rawseti(L, list, ++*count);
  append(L, list, count, kind);
  append(L, list, count, (lua_Integer)word.start + 1);
  append(L, list, count, (lua_Integer)word.start + 1);
  append(L, list, count, word.number);
  append(L, list, count, (lua_Integer)word.stop + 1);
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
 * is none of these; for one with a break `false`; else that position again, and number and stop of a word that begins
 * there or nothing; and no second result at the end, and in front of a table or a fact about the page. [-7, +4] */
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
    else if (line.kind == GR_AHEAD_LABEL) append_label(L, 5, &count, label_kind, line.word);
    else if (line.kind == GR_AHEAD_TEXT && takes_text) append_text(L, 5, &count, text_kind, line);
    else break;
  }
  lua_pushinteger(L, (lua_Integer)line.start + 1);
  if (line.kind == GR_AHEAD_NONE) return 1;
  if (line.kind == GR_AHEAD_BREAK) lua_pushboolean(L, false);
  else lua_pushinteger(L, (lua_Integer)line.start + 1);
  if (line.kind == GR_AHEAD_BREAK || line.word.number == 0) return 2;
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

/* words:run(text, position, list, kind, last) -> where the words end that stand one behind the other from a position on,
 * and whether a break stands there. For each with a number up to `last`, `kind`, number and stop are added to the list.
 * A break is not looked for in front of the first. [-6, +2] */
static int run(lua_State *L) {
  gr_words *words = check(L, 1);
  gr_slice text = lgr_check_slice(L, 2);
  size_t position = check_position(L, 3, text), start = position;
  luaL_checktype(L, 4, LUA_TTABLE);
  lua_Integer kind = luaL_checkinteger(L, 5), last = luaL_checkinteger(L, 6);
  lua_Integer count = (lua_Integer)lua_rawlen(L, 4);
  bool ended = false;
  while (!ended && (position == start || !gr_words_breaks(words, text, position))) {
    gr_match word = gr_words_at(words, text, position, GR_WORDS_WRITTEN);
    ended = word.number == 0;
    position = word.stop;
    if (ended || word.number > last) continue;
    append(L, 4, &count, kind);
    append(L, 4, &count, word.number);
    append(L, 4, &count, (lua_Integer)position + 1);
  }
  lua_pushinteger(L, (lua_Integer)position + 1);
  lua_pushboolean(L, !ended);
  return 2;
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
      {"add", add}, {"breaks", breaks}, {"goes_on", goes_on}, {"at", at}, {"label", label}, {"lines", lines},
      {"find", find}, {"list", list}, {"run", run}, {NULL, NULL},
  };
  static const luaL_Reg metamethods[] = {{"__gc", collect}, {"__close", collect}, {NULL, NULL}};
  lgr_class(L, LGR_WORDS, getters, methods, metamethods);
}
