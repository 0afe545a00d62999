/* Many words looked for at once: a trie over characters, whose edges stand in one hash table. */
#include "base/gr_limits.h"
#include "base/gr_memory.h"
#include "base/gr_slice.h"
#include "text/gr_gap.h"
#include "text/gr_words.h"

typedef struct gr_edge {
  uint32_t node, character;
  uint32_t target;         /* 0: the place is free */
  uint32_t number;         /* of the word that ends there; 0 for none */
  bool goes_on;            /* there are edges behind it */
} gr_edge;

/* Characters that are noted are edges of nodes of their own: those that end a run, those that a value may begin with, and
 * those that never stand behind the digits of one. */
enum { ROOT = 0, BREAKS = 1, VALUES = 2, NO_UNITS = 3, FIRST_FREE = 4 };
/* Bits for the characters that words begin with: most positions of a text are told by them to begin none. */
enum { BEGINNINGS = 4096 };

struct gr_words {
  gr_memory memory;        /* first: see gr_memory_object */
  gr_edge *edges;          /* open addressing; the capacity is a power of 2, and at most half of it is taken */
  size_t capacity, count;
  uint32_t nodes;
  bool has_words;
  uint64_t work;
  uint64_t beginnings[BEGINNINGS / 64];
};

gr_status gr_words_new(const gr_options *options, gr_words **out) {
  gr_memory *object;
  GR_TRY(gr_memory_object(options, sizeof(gr_words), &object));
  gr_words *words = (gr_words *)object;
  words->nodes = FIRST_FREE;
  *out = words;
  return GR_OK;
}

void gr_words_free(gr_words *words) {
  if (words == NULL) return;
  void *edges = words->edges;
  (void)gr_memory_resize(&words->memory, &edges, words->capacity * sizeof(gr_edge), 0);
  gr_memory_free_object(&words->memory, sizeof *words);
}

size_t gr_words_memory(const gr_words *words) { return words->memory.used; }
uint64_t gr_words_work(const gr_words *words) { return words->work; }
void gr_words_count(gr_words *words, size_t steps) { words->work += steps; }

/* ---- characters and edges ---------------------------------------------------------------------- */

/* The bytes of the character at a position as one number; a byte that begins none stands for itself. Returns how many
 * bytes they are. */
static inline size_t read_character(gr_slice text, size_t position, uint32_t *out) {
  const unsigned char *s = (const unsigned char *)text.data + position;
  *out = s[0];
  if (s[0] < 0xC0) return 1;
  /* Chinese characters */
  if ((s[0] & 0xF0) == 0xE0 && text.size - position >= 3 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80) {
    *out = (uint32_t)s[0] << 16 | (uint32_t)s[1] << 8 | s[2];
    return 3;
  }
  size_t size = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
  if (size > text.size - position) return 1;
  for (size_t i = 1; i < size; i++) {
    if ((s[i] & 0xC0) != 0x80) {
      *out = s[0];
      return 1;
    }
    *out = *out << 8 | s[i];
  }
  return size;
}

static uint32_t hash_of(uint32_t node, uint32_t character) {
  uint32_t hash = (node * UINT32_C(0x9E3779B1)) ^ (character * UINT32_C(0x85EBCA6B));
  return hash ^ hash >> 15;
}

/* The edge, or the free place where it would stand. */
static gr_edge *place_of(gr_edge *edges, size_t capacity, uint32_t node, uint32_t character) {
  size_t i = hash_of(node, character) & (capacity - 1);
  while (edges[i].target != 0 && !(edges[i].node == node && edges[i].character == character)) i = (i + 1) & (capacity - 1);
  return &edges[i];
}

/* The last 12 bits of a Chinese character's number; of ASCII its own. */
static inline size_t beginning_of(uint32_t character) { return (character >> 2 & 0xFC0) ^ (character & 0x7F); }

static inline bool has_bit(const gr_words *words, size_t bit) { return (words->beginnings[bit / 64] >> bit % 64 & 1) != 0; }

/* False where no word begins so. */
static inline bool may_begin(const gr_words *words, uint32_t character) { return has_bit(words, beginning_of(character)); }

/* NULL where there is none. */
static const gr_edge *find_edge(gr_words *words, uint32_t node, uint32_t character) {
  words->work++;
  if ((node == ROOT && !may_begin(words, character)) || words->capacity == 0) return NULL;
  const gr_edge *edge = place_of(words->edges, words->capacity, node, character);
  return edge->target == 0 ? NULL : edge;
}

/* ---- building ---------------------------------------------------------------------------------- */

/* Makes room for so many more edges. */
static gr_status reserve(gr_words *words, size_t more) {
  size_t capacity = words->capacity == 0 ? 64 : words->capacity;
  while ((words->count + more) * 2 > capacity) capacity *= 2;
  if (capacity == words->capacity) return GR_OK;
  void *block = NULL, *old = words->edges;
  GR_TRY(gr_memory_resize(&words->memory, &block, 0, capacity * sizeof(gr_edge)));
  gr_edge *edges = memset(block, 0, capacity * sizeof(gr_edge));
  for (size_t i = 0; i < words->capacity; i++) {
    gr_edge edge = words->edges[i];
    if (edge.target != 0) *place_of(edges, capacity, edge.node, edge.character) = edge;
  }
  (void)gr_memory_resize(&words->memory, &old, words->capacity * sizeof(gr_edge), 0);
  words->edges = edges;
  words->capacity = capacity;
  return GR_OK;
}

/* The edge, which is new or known; there must be room for it. */
static gr_edge *add_edge(gr_words *words, uint32_t node, uint32_t character) {
  gr_edge *edge = place_of(words->edges, words->capacity, node, character);
  if (edge->target == 0) {
    *edge = (gr_edge){node, character, words->nodes++, 0, false};
    words->count++;
    size_t bit = beginning_of(character);
    if (node == ROOT) words->beginnings[bit / 64] |= UINT64_C(1) << bit % 64;
  }
  return edge;
}

static size_t count_characters(gr_slice text) {
  size_t count = 0;
  uint32_t character;
  for (size_t i = 0; i < text.size; count++) i += read_character(text, i, &character);
  return count;
}

/* Room for all edges that a text may need is made before the first of them: what fails changes nothing. */
static gr_status make_room(gr_words *words, gr_slice text) {
  if (text.size == 0 || text.size > GR_MAX_WORD) return GR_LIMIT_ITEMS;
  size_t count = count_characters(text);
  if (count > GR_MAX_WORD_CHARACTERS - words->count) return GR_LIMIT_ITEMS;
  return reserve(words, count);
}

gr_status gr_words_add(gr_words *words, gr_slice word, uint32_t number) {
  GR_TRY(make_room(words, word));
  gr_edge *edge = NULL;
  uint32_t node = ROOT, character;
  for (size_t i = 0; i < word.size; node = edge->target) {
    i += read_character(word, i, &character);
    if (edge != NULL) edge->goes_on = true;
    edge = add_edge(words, node, character);
  }
  edge->number = number;
  words->has_words = true;
  return GR_OK;
}

static gr_status note(gr_words *words, uint32_t node, gr_slice characters) {
  GR_TRY(make_room(words, characters));
  uint32_t character;
  for (size_t i = 0; i < characters.size;) {
    i += read_character(characters, i, &character);
    (void)add_edge(words, node, character);
  }
  return GR_OK;
}

gr_status gr_words_break(gr_words *words, gr_slice characters) { return note(words, BREAKS, characters); }

gr_status gr_words_value(gr_words *words, gr_slice beginnings, gr_slice no_units) {
  GR_TRY(note(words, VALUES, beginnings));
  return note(words, NO_UNITS, no_units);
}

/* ---- what may stand around a word --------------------------------------------------------------- */

/* “ to ‟, and ‘ ’ */
static bool is_quote(gr_slice text, size_t at) {
  if (text.size - at < 3) return false;
  unsigned char last = (unsigned char)text.data[at + 2];
  return memcmp(text.data + at, "\xE2\x80", 2) == 0 && last >= 0x98 && last <= 0x9F;
}

static bool is_one_of(gr_slice text, size_t at, const char *characters) {
  return at < text.size && text.data[at] != '\0' && strchr(characters, text.data[at]) != NULL;
}

/* Two brackets or quotes at most. */
static size_t skip_opening(gr_slice text, size_t at) {
  for (int i = 0; i < 2; i++) {
    if (is_one_of(text, at, "([\"'")) at++;
    else if (is_quote(text, at)) at += 3;
    else break;
  }
  return at;
}

/* (单位:件) or (件) */
static size_t skip_unit(gr_slice text, size_t at) {
  static const gr_slice units[] = {GR_LITERAL_INIT("件"), GR_LITERAL_INIT("条"), GR_LITERAL_INIT("个"),
                                   GR_LITERAL_INIT("项"), GR_LITERAL_INIT("次"), GR_LITERAL_INIT("元"),
                                   GR_LITERAL_INIT("万元"), GR_LITERAL_INIT("亿元")};
  gr_slice rest = gr_slice_sub(text, at, text.size);
  if (!gr_slice_take(&rest, GR_LITERAL("("))) return at;
  if (gr_slice_take(&rest, GR_LITERAL("单位"))) (void)gr_slice_take(&rest, GR_LITERAL(":"));
  for (size_t i = 0; i < sizeof units / sizeof *units; i++)
    if (gr_slice_take(&rest, units[i])) return gr_slice_take(&rest, GR_LITERAL(")")) ? text.size - rest.size : at;
  return at;
}

static size_t skip_closing(gr_slice text, size_t at) {
  while (is_one_of(text, at, " ):.;\"'")) at++;
  return at;
}

static size_t skip_tail(gr_slice text, size_t at) {
  at = skip_unit(text, at);
  for (;;) {
    gr_slice rest = gr_slice_sub(text, at, text.size);
    if (is_one_of(text, at, " ):.;\"'")) at++;
    else if (is_quote(text, at) || gr_slice_begins(rest, GR_LITERAL("。")) || gr_slice_begins(rest, GR_LITERAL("；")))
      at += 3;
    else return at;
  }
}

static bool at_line_end(gr_slice text, size_t at) { return at == text.size || gr_is_mark(text.data[at]); }

/* Takes what stands behind a word; false where it may not stand so. */
static bool take_behind(gr_slice text, gr_words_how how, size_t *at) {
  if (how == GR_WORDS_INLINE) *at = skip_closing(text, *at);
  if (how != GR_WORDS_PRINTED && how != GR_WORDS_LINE) return true;
  *at = skip_tail(text, *at);
  return at_line_end(text, *at);
}

/* ---- looking for words -------------------------------------------------------------------------- */

static bool has_gaps(gr_words_how how) { return how != GR_WORDS_WRITTEN && how != GR_WORDS_PRINTED; }

gr_match gr_words_at(gr_words *words, gr_slice text, size_t position, gr_words_how how) {
  gr_match found = {0, position, position};
  bool gaps = has_gaps(how);
  size_t at = gaps ? skip_opening(text, position) : position, furthest = at;
  uint32_t node = ROOT, character;
  while (at < text.size) {
    size_t size = read_character(text, at, &character);
    const gr_edge *edge = find_edge(words, node, character);
    if (edge == NULL) break;
    at += size;
    node = edge->target;
    size_t stop = at;
    if (edge->number != 0 && take_behind(text, how, &stop)) {
      found.number = edge->number;
      found.stop = stop;
    }
    if (stop > furthest) furthest = stop;
    if (!edge->goes_on) break;
    if (gaps) at = gr_gap_stop(text, at);
  }
  if (at > furthest) furthest = at;
  words->work += furthest - position;
  return found;
}

static size_t behind_character(gr_slice text, size_t at) {
  uint32_t character;
  return at + read_character(text, at, &character);
}

/* Whether a Chinese character stands at a place with two bytes behind it, and its bit, without making a number of it. */
static inline bool is_three_bytes(const unsigned char *s, size_t *bit) {
  unsigned second = s[1] ^ 0x80U, third = s[2] ^ 0x80U;
  *bit = second << 6 | third;
  return (s[0] & 0xF0) == 0xE0 && (second | third) < 0x40;
}

/* The first character from a position on with which a word may begin; `to`, or behind it, where there is none. All bytes of
 * all texts are asked. */
static size_t next_beginning(gr_words *words, gr_slice text, size_t from, size_t to) {
  const unsigned char *s = (const unsigned char *)text.data;
  size_t at = from, last = text.size < 2 ? 0 : text.size - 2, bit;
  while (at < to) {
    if (at < last && is_three_bytes(s + at, &bit)) {
      if (has_bit(words, bit)) break;
      at += 3;
    } else {
      uint32_t character;
      size_t size = read_character(text, at, &character);
      if (may_begin(words, character)) break;
      at += size;
    }
  }
  words->work += at - from;
  return at;
}

gr_match gr_words_find(gr_words *words, gr_slice text, size_t from, size_t to, gr_words_how how) {
  gr_match found = {0, from, from};
  bool gaps = has_gaps(how);
  while (found.number == 0) {
    if (!gaps) from = next_beginning(words, text, from, to);
    if (from >= to) break;
    found = gr_words_at(words, text, from, how);
    from = behind_character(text, from);
  }
  return found;
}

/* The shortest word at a position that ends behind `beyond`. */
static gr_match shortest_at(gr_words *words, gr_slice text, size_t position, size_t beyond) {
  size_t at = position;
  uint32_t node = ROOT, character;
  while (at < text.size) {
    size_t size = read_character(text, at, &character);
    const gr_edge *edge = find_edge(words, node, character);
    if (edge == NULL) break;
    at += size;
    if (edge->number != 0 && at > beyond) return (gr_match){edge->number, position, at};
    if (!edge->goes_on) break;
    node = edge->target;
  }
  return (gr_match){0, position, position};
}

gr_match gr_words_next(gr_words *words, gr_slice text, gr_match last) {
  gr_match found = shortest_at(words, text, last.start, last.stop);
  size_t at = last.start;
  while (found.number == 0 && at < text.size) {
    at = next_beginning(words, text, behind_character(text, at), text.size);
    if (at < text.size) found = shortest_at(words, text, at, at);
  }
  return found;
}

static bool is_noted(gr_words *words, uint32_t node, gr_slice text, size_t position) {
  uint32_t character;
  if (position >= text.size) return false;
  (void)read_character(text, position, &character);
  return find_edge(words, node, character) != NULL;
}

bool gr_words_breaks(gr_words *words, gr_slice text, size_t position) {
  return is_noted(words, BREAKS, text, position);
}

static bool is_han(gr_slice text, size_t at) {
  return text.size - at >= 3 && (unsigned char)text.data[at] >= 0xE4 && (unsigned char)text.data[at] <= 0xE9;
}

static size_t skip_digits(gr_slice text, size_t at) {
  while (at < text.size && gr_is_digit(text.data[at])) at++;
  return at;
}

/* More Chinese characters than a value has, or a cell that went wrong: see `grammar.value` and `grammar.oddity`. */
enum { LEAST_TEXT = 9 };

/* Whether what begins at a position can be no cell, neither a value nor one that went wrong. Such a cell is short, or
 * begins with digits, maybe with one of some characters or with two Chinese ones in front of them: 增长12%, 约20. */
static bool is_text(gr_words *words, gr_slice text, size_t at) {
  size_t behind = skip_digits(text, at);
  if (behind > at) return is_noted(words, NO_UNITS, text, behind);
  if (is_han(text, at) && !is_noted(words, VALUES, text, at)) {
    behind = at + 3;
    if (is_han(text, behind)) behind += 3;
    return behind == text.size || !gr_is_digit(text.data[behind]);
  }
  size_t count = 0;
  while (count < LEAST_TEXT && is_han(text, at + 3 * count)) count++;
  return count == LEAST_TEXT;
}

gr_ahead gr_words_ahead(gr_words *words, gr_words *printed, gr_slice tape, size_t position) {
  gr_ahead line = {GR_AHEAD_LABEL, position, position, gr_words_at(printed, tape, position, GR_WORDS_PRINTED)};
  if (line.word.number == 0) line.word = gr_words_at(words, tape, position, GR_WORDS_LINE);
  if (line.word.number != 0) return line;
  line.kind = GR_AHEAD_OTHER;
  line.word = gr_words_at(words, tape, position, GR_WORDS_INLINE);
  if (line.word.number != 0 || !is_text(words, tape, position)) return line;
  line.kind = GR_AHEAD_TEXT;
  line.word.stop = gr_line_stop(tape, position);
  words->work += line.word.stop - position;
  return line;
}

gr_ahead gr_words_line(gr_words *words, gr_words *printed, gr_slice tape, size_t position) {
  gr_ahead line = {GR_AHEAD_NONE, position, position, {0, position, position}};
  while (line.start < tape.size && gr_is_mark(tape.data[line.start]) && tape.data[line.start] != GR_BLOCK_START) line.start++;
  words->work += line.start - position;
  if (line.start == tape.size || tape.data[line.start] == GR_BLOCK_START) return line;
  size_t start = line.start, stop = skip_digits(tape, start), inside = start;
  words->work += stop - start;
  if (stop > start && stop < tape.size && gr_is_mark(tape.data[stop]))
    return (gr_ahead){GR_AHEAD_VALUE, start, start, {0, start, stop}};
  if (gr_words_breaks(words, tape, start)) inside = gr_label_start(tape, start);
  words->work += inside - start;
  line = gr_words_ahead(words, printed, tape, inside);
  line.start = start;
  return line;
}

bool gr_words_go_on(gr_words *words, gr_slice beginning) {
  bool goes_on = words->has_words;
  uint32_t node = ROOT, character;
  for (size_t i = 0; i < beginning.size && goes_on;) {
    i += read_character(beginning, i, &character);
    const gr_edge *edge = find_edge(words, node, character);
    if (edge == NULL) return false;
    node = edge->target;
    goes_on = edge->goes_on;
  }
  return goes_on;
}
