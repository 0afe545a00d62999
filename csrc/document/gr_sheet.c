#include "document/gr_sheet.h"

#include "base/gr_slice.h"

typedef struct gr_rule {
  uint64_t key;            /* 0: the place is free */
  gr_said said[GR_SAYINGS];
} gr_rule;

/* PROBES: places that are looked at for a rule: were pages made so that all of their rules want the same place, the
 * rules that find none would be dropped. PAIRED: classes of an element of which two together are looked for. */
enum { FIRST_CAPACITY = 64, PROBES = 32, PAIRED = 6 };

/* What outranks what: the attribute `hidden`, then tag, class, two of them, id, the style attribute. Below that the
 * later rule wins. */
#define RANK(level, order) ((uint32_t)(level) << 24 | ((order) < 0xFFFFFE ? (order) + 1 : 0xFFFFFF))
#define IMPORTANT (UINT32_C(1) << 31)
enum { BY_ATTRIBUTE, BY_TAG, BY_CLASS, BY_BOTH, BY_ID, BY_STYLE };

/* ---- words ------------------------------------------------------------------------------------ */

static bool ends_word(char c) {
  return gr_tag_is_space(c) || strchr(":;,.#{}!()[]<>+~*/\"'", c) != NULL;   /* NUL as well */
}

static gr_slice trimmed(gr_slice s) {
  while (s.size > 0 && gr_tag_is_space(s.data[0])) s = gr_slice_sub(s, 1, s.size);
  while (s.size > 0 && gr_tag_is_space(s.data[s.size - 1])) s.size--;
  return s;
}

/* Whether the text begins with `word`, which is lower case, in any case. */
static bool begins(gr_slice s, gr_slice word) {
  gr_markup text = {.s = s.data, .size = s.size};
  return gr_markup_stands(&text, 0, word.data, word.size);
}

static bool is_word(gr_slice s, gr_slice word) { return s.size == word.size && begins(s, word); }

static bool holds(gr_slice s, gr_slice word) {
  for (; s.size >= word.size; s = gr_slice_sub(s, 1, s.size))
    if (begins(s, word)) return true;
  return false;
}

static size_t find(gr_slice s, size_t at, char c) {
  const char *found = at < s.size ? memchr(s.data + at, c, s.size - at) : NULL;
  return found == NULL ? s.size : (size_t)(found - s.data);
}

/* ---- declarations ----------------------------------------------------------------------------- */

static void say(gr_said *said, uint32_t rank, bool yes) {
  if (rank >= said->rank) *said = (gr_said){rank, yes};
}

static void declare(gr_slice name, gr_slice value, uint32_t rank, gr_said said[GR_SAYINGS]) {
  size_t mark = find(value, 0, '!');
  if (mark < value.size && holds(gr_slice_sub(value, mark, value.size), GR_LITERAL("important"))) rank |= IMPORTANT;
  value = trimmed(gr_slice_sub(value, 0, mark));
  if (value.size == 0) return;
  if (is_word(name, GR_LITERAL("display"))) {
    say(&said[GR_SAYS_NO_DISPLAY], rank, is_word(value, GR_LITERAL("none")));
  } else if (is_word(name, GR_LITERAL("visibility"))) {
    say(&said[GR_SAYS_INVISIBLE], rank,
        is_word(value, GR_LITERAL("hidden")) || is_word(value, GR_LITERAL("collapse")));
  } else if (is_word(name, GR_LITERAL("text-decoration")) || is_word(name, GR_LITERAL("text-decoration-line"))) {
    say(&said[GR_SAYS_STRUCK], rank, holds(value, GR_LITERAL("line-through")));
  }
}

/* The end of a comment that begins at a place. */
static size_t comment_end(gr_slice text, size_t at) {
  size_t end = find(text, at + 3, '/');
  while (end < text.size && text.data[end - 1] != '*') end = find(text, end + 1, '/');
  return end < text.size ? end + 1 : end;
}

static size_t skip_comments(gr_slice text, size_t at) {
  while (at < text.size) {
    if (gr_tag_is_space(text.data[at])) at++;
    else if (gr_slice_begins(gr_slice_sub(text, at, text.size), GR_LITERAL("/*"))) at = comment_end(text, at);
    else break;
  }
  return at;
}

static void read_declarations(gr_slice text, uint32_t rank, gr_said said[GR_SAYINGS]) {
  for (size_t at = 0, end; at < text.size; at = end + 1) {
    at = skip_comments(text, at);
    end = find(text, at, ';');
    gr_slice piece = trimmed(gr_slice_sub(text, at, end));
    size_t colon = find(piece, 0, ':');
    if (colon == piece.size) continue;
    declare(trimmed(gr_slice_sub(piece, 0, colon)), trimmed(gr_slice_sub(piece, colon + 1, piece.size)), rank, said);
  }
}

/* ---- selectors -------------------------------------------------------------------------------- */

static uint64_t mix(uint64_t key) {
  key = (key ^ key >> 31) * UINT64_C(0x9E3779B97F4A7C15);
  return (key ^ key >> 29) | 1;   /* never 0 */
}

/* FNV-1a over the kind of a name and the name; tags in lower case. */
static uint64_t key_of(char kind, gr_slice name) {
  uint64_t key = (UINT64_C(0xCBF29CE484222325) ^ (unsigned char)kind) * UINT64_C(0x100000001B3);
  for (size_t i = 0; i < name.size; i++) {
    char c = kind == 't' ? gr_tag_lower(name.data[i]) : name.data[i];
    key = (key ^ (unsigned char)c) * UINT64_C(0x100000001B3);
  }
  return mix(key);
}

static uint64_t both(uint64_t a, uint64_t b) { return mix(a + b); }   /* in any order */

/* The place of a key, or the free one where it would stand; NULL where none is near. */
static gr_rule *place_of(const gr_sheet *sheet, uint64_t key) {
  gr_rule *rules = sheet->rules.items;
  for (size_t i = 0; sheet->rules.count > 0 && i < PROBES; i++) {
    gr_rule *rule = &rules[(key + i) & (sheet->rules.count - 1)];
    if (rule->key == key || rule->key == 0) return rule;
  }
  return NULL;
}

static gr_status grow(gr_sheet *sheet, gr_memory *memory) {
  gr_sheet larger = {.rules = {0}};
  size_t capacity = sheet->rules.count == 0 ? FIRST_CAPACITY : sheet->rules.count * 2;
  GR_TRY(gr_vector_reserve(memory, &larger.rules, capacity, sizeof(gr_rule)));
  memset(larger.rules.items, 0, capacity * sizeof(gr_rule));
  larger.rules.count = capacity;
  for (size_t i = 0; i < sheet->rules.count; i++) {
    const gr_rule *old = GR_AT(gr_rule, &sheet->rules, i);
    gr_rule *place = old->key == 0 ? NULL : place_of(&larger, old->key);
    if (place != NULL) *place = *old;
  }
  gr_vector_release(memory, &sheet->rules, sizeof(gr_rule));
  sheet->rules = larger.rules;
  return GR_OK;
}

/* A selector as one key: 0 where it is none of those that are kept. */
static uint64_t selector_key(gr_slice text, uint32_t *level) {
  uint64_t keys[2] = {0, 0};
  size_t count = 0, at = 0;
  *level = BY_TAG;
  while (at < text.size) {
    char kind = text.data[at] == '.' ? 'c' : text.data[at] == '#' ? 'i' : at == 0 ? 't' : '\0';
    size_t start = at + (kind != 't'), end = start;
    while (end < text.size && !ends_word(text.data[end])) end++;
    if (kind == '\0' || end == start) return 0;
    if (kind == 'i') {   /* an id says enough */
      keys[0] = key_of('i', gr_slice_sub(text, start, end));
      *level = BY_ID;
      count = 1;
    } else if (*level != BY_ID) {
      if (count == 2) return 0;
      keys[count++] = key_of(kind, gr_slice_sub(text, start, end));
      *level = count == 2 ? BY_BOTH : kind == 'c' ? BY_CLASS : BY_TAG;
    }
    at = end;
  }
  return count == 2 ? both(keys[0], keys[1]) : keys[0];
}

static gr_status add_rule(gr_sheet *sheet, gr_memory *memory, gr_slice selector, const gr_said said[GR_SAYINGS]) {
  uint32_t level;
  uint64_t key = selector_key(selector, &level);
  if (key == 0) return GR_OK;
  if ((sheet->taken + 1) * 2 > sheet->rules.count) GR_TRY(grow(sheet, memory));
  gr_rule *rule = place_of(sheet, key);
  if (rule == NULL) return GR_OK;
  sheet->taken += rule->key == 0;
  rule->key = key;
  for (size_t i = 0; i < GR_SAYINGS; i++) {
    if (said[i].rank == 0) continue;
    say(&rule->said[i], RANK(level, sheet->order) | (said[i].rank & IMPORTANT), said[i].yes);
    sheet->hides |= said[i].yes;
    sheet->has_tags |= said[i].yes && level == BY_TAG;
  }
  sheet->order++;
  return GR_OK;
}

/* ---- sheets ----------------------------------------------------------------------------------- */

/* Whether a list of media has the screen in it, whatever its size. */
static bool is_for_screen(gr_slice media) {
  media = trimmed(media);
  if (media.size == 0) return true;
  for (size_t at = 0, end; at < media.size; at = end + 1) {
    end = find(media, at, ',');
    gr_slice one = trimmed(gr_slice_sub(media, at, end));
    if (is_word(one, GR_LITERAL("screen")) || is_word(one, GR_LITERAL("all")) ||
        is_word(one, GR_LITERAL("only screen")))
      return true;
  }
  return false;
}

/* The end of a block whose brace stands at a place. */
static size_t block_end(gr_slice text, size_t at) {
  size_t depth = 0;
  for (; at < text.size; at++) {
    if (text.data[at] == '{') depth++;
    if (text.data[at] == '}' && --depth == 0) return at + 1;
  }
  return text.size;
}

/* Passes over what begins with an @; the rules of a block for the screen are read like those around it. */
static size_t skip_at_rule(gr_slice text, size_t at) {
  size_t end = at;
  while (end < text.size && text.data[end] != '{' && text.data[end] != ';') end++;
  if (end == text.size || text.data[end] == ';') return end == text.size ? end : end + 1;
  gr_slice name = gr_slice_sub(text, at + 1, end);
  bool enters = begins(name, GR_LITERAL("media")) && is_for_screen(gr_slice_sub(name, 5, name.size));
  return enters ? end + 1 : block_end(text, end);
}

static gr_status read_rule(gr_sheet *sheet, gr_memory *memory, gr_slice selectors, gr_slice declarations) {
  gr_said said[GR_SAYINGS] = {{0, false}};
  read_declarations(declarations, 1, said);
  if (said[0].rank == 0 && said[1].rank == 0 && said[2].rank == 0) return GR_OK;
  for (size_t at = 0, end; at < selectors.size; at = end + 1) {
    end = find(selectors, at, ',');
    GR_TRY(add_rule(sheet, memory, trimmed(gr_slice_sub(selectors, at, end)), said));
  }
  return GR_OK;
}

static gr_status read_sheet(gr_sheet *sheet, gr_memory *memory, gr_slice text) {
  for (size_t at = skip_comments(text, 0); at < text.size; at = skip_comments(text, at)) {
    gr_slice rest = gr_slice_sub(text, at, text.size);
    if (*rest.data == '}') {
      at++;
    } else if (gr_slice_begins(rest, GR_LITERAL("<!--"))) {
      at += 4;
    } else if (gr_slice_begins(rest, GR_LITERAL("-->"))) {
      at += 3;
    } else if (*rest.data == '@') {
      at = skip_at_rule(text, at);
    } else {
      size_t open = find(text, at, '{'), close = find(text, open, '}');
      if (open == text.size) return GR_OK;
      GR_TRY(read_rule(sheet, memory, gr_slice_sub(text, at, open), gr_slice_sub(text, open + 1, close)));
      at = close < text.size ? close + 1 : close;
    }
  }
  return GR_OK;
}

/* Whether anything between braces, be it of a style sheet or not, hides or strikes out: most pages have nothing so. */
static bool may_hide(gr_markup *page, size_t start) {
  gr_slice text = {page->s, page->size};
  for (size_t open = gr_markup_find(page, '{', start), close; open < text.size;
       open = gr_markup_find(page, '{', close)) {
    gr_said said[GR_SAYINGS] = {{0, false}};
    close = gr_markup_find(page, '}', open);
    size_t inner = close;
    while (text.data[inner - 1] != '{') inner--;
    read_declarations(gr_slice_sub(text, inner, close), 1, said);
    page->work += close - inner;
    if (said[0].yes || said[1].yes || said[2].yes) return true;
    if (close == text.size) return false;
  }
  return false;
}

gr_status gr_sheet_collect(gr_sheet *sheet, gr_memory *memory, gr_markup *page, size_t start) {
  gr_tag tag;
  if (!may_hide(page, start)) return GR_OK;
  for (size_t at = gr_markup_find(page, '<', start), next; at < page->size; at = gr_markup_find(page, '<', next)) {
    next = at + 1;
    char c = next < page->size ? gr_tag_lower(page->s[next]) : '\0';
    if (c == '!') next = gr_markup_skip(page, at);
    bool opens = c == 's' && (gr_markup_stands(page, next, "style", 5) || gr_markup_stands(page, next, "script", 6));
    if (!opens || !gr_tag_read(page, at, &tag)) continue;
    next = tag.end;
    if (tag.element == GR_TAG_SCRIPT) next = gr_tag_script_end(page, &tag);
    if (tag.element != GR_TAG_STYLE) continue;
    next = gr_tag_raw_end(page, &tag);
    gr_range media = gr_tag_value(&tag, GR_TAG_MEDIA);
    page->work += next - tag.end;
    if (is_for_screen((gr_slice){page->s + media.start, media.end - media.start}))
      GR_TRY(read_sheet(sheet, memory, (gr_slice){page->s + tag.end, next - tag.end}));
    if (next == page->size) break;
  }
  return GR_OK;
}

void gr_sheet_release(gr_sheet *sheet, gr_memory *memory) {
  gr_vector_release(memory, &sheet->rules, sizeof(gr_rule));
}

/* ---- elements --------------------------------------------------------------------------------- */

static void look_up(const gr_sheet *sheet, uint64_t key, gr_said said[GR_SAYINGS]) {
  const gr_rule *rule = place_of(sheet, key);
  for (size_t i = 0; rule != NULL && rule->key == key && i < GR_SAYINGS; i++)
    if (rule->said[i].rank != 0) say(&said[i], rule->said[i].rank, rule->said[i].yes);
}

static void look_up_classes(const gr_sheet *sheet, uint64_t tag, gr_slice classes, gr_said said[GR_SAYINGS]) {
  uint64_t seen[PAIRED];
  size_t count = 0;
  for (size_t at = 0, end; at < classes.size; at = end) {
    while (at < classes.size && gr_tag_is_space(classes.data[at])) at++;
    for (end = at; end < classes.size && !gr_tag_is_space(classes.data[end]);) end++;
    if (end == at) continue;
    uint64_t key = key_of('c', gr_slice_sub(classes, at, end));
    look_up(sheet, key, said);
    look_up(sheet, both(tag, key), said);
    for (size_t i = 0; i < count; i++) look_up(sheet, both(seen[i], key), said);
    if (count < PAIRED) seen[count++] = key;
  }
}

static gr_slice value_of(const gr_markup *page, const gr_tag *tag, size_t attribute) {
  gr_range value = gr_tag_value(tag, attribute);
  return (gr_slice){page->s + value.start, value.end - value.start};
}

gr_look gr_sheet_look(const gr_sheet *sheet, gr_markup *page, const gr_tag *tag) {
  if (!tag->has_values && !sheet->has_tags) return GR_LOOK_PLAIN;
  gr_said said[GR_SAYINGS] = {{0, false}};
  bool has_attribute = gr_tag_value(tag, GR_TAG_HIDDEN).end != 0;
  if (has_attribute) say(&said[GR_SAYS_NO_DISPLAY], RANK(BY_ATTRIBUTE, 0), true);
  if (sheet->hides || has_attribute) {
    uint64_t name = key_of('t', (gr_slice){page->s + tag->name.start, tag->name.end - tag->name.start});
    look_up(sheet, name, said);
    look_up_classes(sheet, name, value_of(page, tag, GR_TAG_CLASS), said);
    gr_slice id = trimmed(value_of(page, tag, GR_TAG_ID));
    if (id.size > 0) look_up(sheet, key_of('i', id), said);
  }
  read_declarations(value_of(page, tag, GR_TAG_INLINE_STYLE), RANK(BY_STYLE, 0), said);
  page->work += tag->end - tag->start;
  return said[GR_SAYS_NO_DISPLAY].yes  ? GR_LOOK_HIDDEN
         : said[GR_SAYS_INVISIBLE].yes ? GR_LOOK_INVISIBLE
         : said[GR_SAYS_STRUCK].yes    ? GR_LOOK_STRUCK
                                       : GR_LOOK_PLAIN;
}
