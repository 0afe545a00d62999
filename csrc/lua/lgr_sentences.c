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
  enum { LIST = 5 };
  lua_settop(L, 4);
  lua_newtable(L);
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
