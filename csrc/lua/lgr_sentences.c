/* Sentences that state something. */
#include "lua/lgr_class.h"

/* [-0, +0] */
static void append(lua_State *L, int list, lua_Integer *count, size_t offset) {
  lua_pushinteger(L, (lua_Integer)offset + 1);
  lua_rawseti(L, list, ++*count);
}

/* core.sentences(text, signs, numerals, topics) -> the sentences that may state something: a flat list of where each
 * starts, where it stops, where its paragraph begins, and where the heading above it starts and stops [-4, +1] */
int lgr_sentences(lua_State *L) {
  gr_sentences sentences = {.text = lgr_check_slice(L, 1), .signs = lgr_check(L, 2, LGR_WORDS),
                            .numerals = lgr_check(L, 3, LGR_WORDS), .topics = lgr_check(L, 4, LGR_WORDS)};
  enum { LIST = 5, ROOM = 6 * 5 };   /* most texts have no more: a list that grows is made anew */
  lua_settop(L, 4);
  lua_createtable(L, ROOM, 0);
  lua_Integer count = 0;
  while (gr_sentences_next(&sentences)) {
    size_t heading = sentences.heading.size == 0 ? 0 : (size_t)(sentences.heading.data - sentences.text.data);
    append(L, LIST, &count, sentences.start);
    append(L, LIST, &count, sentences.stop);
    append(L, LIST, &count, sentences.paragraph);
    append(L, LIST, &count, heading);
    append(L, LIST, &count, heading + sentences.heading.size);
  }
  return 1;
}

/* core.sentence_stop(text, position) -> where the sentence that stands there ends [-2, +1] */
int lgr_sentence_stop(lua_State *L) {
  gr_slice text = lgr_check_slice(L, 1);
  lua_Integer position = luaL_checkinteger(L, 2);
  luaL_argcheck(L, position >= 1 && (lua_Unsigned)position <= text.size + 1, 2, "not in the text");
  lua_pushinteger(L, (lua_Integer)gr_sentence_stop(text, (size_t)position - 1) + 1);
  return 1;
}

/* core.paragraphs(text, start, stop) -> the paragraphs, rows and cells in a part of a text: a flat list of start and stop
 * of each, without the marks between them [-3, +1] */
int lgr_paragraphs(lua_State *L) {
  gr_slice text = lgr_check_slice(L, 1);
  gr_range range = lgr_check_range(L, 2, text.size);
  text.size = range.end;
  lua_newtable(L);
  lua_Integer count = 0;
  for (size_t at = range.start; at < range.end;) {
    size_t stop = gr_paragraph_stop(text, at);
    lua_pushinteger(L, (lua_Integer)at + 1);
    lua_rawseti(L, -2, ++count);
    lua_pushinteger(L, (lua_Integer)stop + 1);
    lua_rawseti(L, -2, ++count);
    at = stop + 1;
  }
  return 1;
}

/* core.join(text, base, ends) -> the text without its soft breaks and the numbers of pages below them. Where one is a
 * position of `ends`, when `base` is added to it, a line end stays; where the text would run together, a space. Also where
 * the text goes on behind each, and what is to be added to positions from there on: two lists [-3, +3] */
int lgr_join(lua_State *L) {
  gr_slice text = lgr_check_slice(L, 1);
  lua_Integer base = luaL_checkinteger(L, 2);
  luaL_checktype(L, 3, LUA_TTABLE);
  enum { ENDS = 3, JOINTS, SHIFTS };
  lua_settop(L, ENDS);
  lua_newtable(L);
  lua_newtable(L);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  size_t from = 0, length = 0;
  gr_joint joint = gr_text_joint(text, 0);
  for (lua_Integer i = 1; joint.at < text.size; i++, joint = gr_text_joint(text, from)) {
    luaL_addlstring(&buffer, text.data + from, joint.at - from);
    bool is_end = lua_rawgeti(L, ENDS, base + (lua_Integer)joint.at + 1) != LUA_TNIL;
    lua_pop(L, 1);
    bool has_glue = is_end || joint.is_apart;
    if (has_glue) luaL_addchar(&buffer, is_end ? '\n' : ' ');
    length += joint.at - from + has_glue;
    lua_pushinteger(L, (lua_Integer)length + 1);
    lua_rawseti(L, JOINTS, i);
    lua_pushinteger(L, (lua_Integer)joint.stop - (lua_Integer)length);
    lua_rawseti(L, SHIFTS, i);
    from = joint.stop;
  }
  luaL_addlstring(&buffer, text.data + from, text.size - from);
  luaL_pushresult(&buffer);
  lua_insert(L, JOINTS);
  return 3;
}
