/* Words as the branches of a trie over bytes: for patterns that decide by one byte at a time. */
#include "lua/lgr_class.h"

#include <stdlib.h>
#include <string.h>

/* Branches inside of each other, each with a frame of its own. */
enum { MOST_DEPTH = 1000 };

typedef struct word {
  gr_slice text;
  lua_Integer end;
} word;

typedef struct trie {
  const word *words;     /* in order of their bytes */
  int list, known;       /* on the stack: the branches; their numbers by their keys */
  lua_Integer count;     /* of branches */
} trie;

static int compare(const void *a, const void *b) {
  gr_slice first = ((const word *)a)->text, second = ((const word *)b)->text;
  size_t size = first.size < second.size ? first.size : second.size;
  int order = memcmp(first.data, second.data, size);
  return order != 0 ? order : (first.size > second.size) - (first.size < second.size);
}

/* Where that ends which two words have in common; they are alike in front of `at`. */
static size_t common_stop(gr_slice a, gr_slice b, size_t at) {
  while (at < a.size && at < b.size && a.data[at] == b.data[at]) at++;
  return at;
}

/* Adds an entry of a branch that is an integer to its key. [-0, +0] */
static void add_integer(lua_State *L, luaL_Buffer *key, int branch, lua_Integer i) {
  lua_rawgeti(L, branch, i);
  lua_Integer value = lua_tointeger(L, -1);
  lua_pop(L, 1);
  luaL_addlstring(key, (const char *)&value, sizeof value);
}

/* Pushes a text that is the same for branches that are: its integers, and its literals with a NUL and their size behind
 * them. [-0, +1] */
static void push_key(lua_State *L, int branch) {
  luaL_Buffer key;
  lua_Integer count = (lua_Integer)lua_rawlen(L, branch);
  luaL_buffinit(L, &key);
  add_integer(L, &key, branch, 1);
  for (lua_Integer i = 2; i < count; i += 2) {
    lua_rawgeti(L, branch, i);
    size_t size = lua_rawlen(L, -1);
    luaL_addvalue(&key);
    luaL_addlstring(&key, (const char *)&size, sizeof size);
    add_integer(L, &key, branch, i + 1);
  }
  luaL_pushresult(&key);
}

/* Takes the branch on the top of the stack, and gives its number: that of the same one, where it is known. [-1, +0] */
static lua_Integer number_of(lua_State *L, trie *t) {
  int branch = lua_gettop(L);
  push_key(L, branch);
  lua_pushvalue(L, -1);
  if (lua_rawget(L, t->known) == LUA_TNIL) {
    lua_pushvalue(L, branch);
    lua_rawseti(L, t->list, ++t->count);
    lua_pushvalue(L, branch + 1);
    lua_pushinteger(L, t->count);
    lua_rawset(L, t->known);
  }
  lua_Integer number = lua_isnil(L, -1) ? t->count : lua_tointeger(L, -1);
  lua_settop(L, branch - 1);
  return number;
}

/* What is left of some words from `at` on, in front of which they are alike, as a branch; gives its number. [-0, +0] */
static lua_Integer add_branch(lua_State *L, trie *t, size_t first, size_t stop, size_t at, int depth) {
  if (depth > MOST_DEPTH) lgr_require(L, GR_LIMIT_ITEMS);
  luaL_checkstack(L, LUA_MINSTACK, "words");
  lua_newtable(L);
  int branch = lua_gettop(L);
  lua_Integer end = 0, count = 1;
  for (; first < stop && t->words[first].text.size == at; first++) end = t->words[first].end;
  lua_pushinteger(L, end);
  lua_rawseti(L, branch, 1);
  while (first < stop) {
    gr_slice text = t->words[first].text;
    size_t behind = first + 1;
    while (behind < stop && t->words[behind].text.data[at] == text.data[at]) behind++;
    bool is_one = behind - first == 1;
    size_t common = is_one ? text.size : common_stop(text, t->words[behind - 1].text, at);
    lua_pushlstring(L, text.data + at, common - at);
    lua_rawseti(L, branch, ++count);
    lua_pushinteger(L, is_one ? t->words[first].end : -add_branch(L, t, first, behind, common, depth + 1));
    lua_rawseti(L, branch, ++count);
    first = behind;
  }
  return number_of(L, t);
}

/* core.branches(words, ends) -> list of what may stand behind the beginnings of words, each branch once and behind those
 * that it leads to, the whole as the last: `{end of the word that is over there or 0, literal, what is behind it, literal,
 * what is behind it, …}`, by the first bytes of the literals; behind one is the end of a word, a number from 1, or another
 * branch, as the negative of its place. `words` is a list of different texts, `ends` has an integer for each [-2, +1] */
int lgr_branches(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_settop(L, 2);
  size_t count = lua_rawlen(L, 1);
  luaL_argcheck(L, count <= INT32_MAX / sizeof(word), 1, "too many words");
  word *words = lua_newuserdatauv(L, count * sizeof(word), 0);
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 1, (lua_Integer)i + 1);
    lua_rawgeti(L, 2, (lua_Integer)i + 1);
    luaL_argcheck(L, lua_type(L, -2) == LUA_TSTRING && lua_isinteger(L, -1), 1, "texts and their ends are expected");
    words[i] = (word){lgr_check_slice(L, -2), lua_tointeger(L, -1)};   /* the list keeps the texts */
    lua_pop(L, 2);
  }
  if (count > 0) qsort(words, count, sizeof *words, compare);
  lua_newtable(L);
  lua_newtable(L);
  trie t = {words, 4, 5, 0};
  (void)add_branch(L, &t, 0, count, 0, 0);
  lua_settop(L, t.list);
  return 1;
}
