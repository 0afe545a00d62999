#include "document/gr_tape.h"

#include "text/gr_han.h"
#include "base/gr_slice.h"
#include "text/gr_utf8.h"

/* Holds up to the next segment's tape offset. A copied segment stands byte for byte in the source, but for Han
 * characters that were folded: those keep their length, and so their places. */
typedef struct gr_segment {
  uint32_t tape, source;
  uint32_t length;       /* of the source; 0: copied */
} gr_segment;

gr_status gr_tape_init(gr_tape *tape, gr_memory *memory, gr_slice source) {
  memset(tape, 0, sizeof *tape);
  tape->memory = memory;
  tape->source = source;
  tape->before = GR_CHAR_SPACE;
  return gr_vector_reserve(memory, &tape->bytes, source.size + 16, 1);
}

void gr_tape_release(gr_tape *tape) {
  gr_vector_release(tape->memory, &tape->bytes, 1);
  gr_vector_release(tape->memory, &tape->segments, sizeof(gr_segment));
}

static gr_status append(gr_tape *tape, const char *bytes, size_t size, size_t source, size_t length) {
  gr_vector *out = &tape->bytes;
  const gr_segment *last =
      tape->segments.count == 0 ? NULL : GR_AT(gr_segment, &tape->segments, tape->segments.count - 1);
  bool goes_on = length == 0 && last != NULL && last->length == 0 && last->source + (out->count - last->tape) == source;
  if (!goes_on) {
    gr_segment segment = {(uint32_t)out->count, (uint32_t)source, (uint32_t)length};
    gr_vector *segments = &tape->segments;
    if (segments->count < segments->capacity) *GR_AT(gr_segment, segments, segments->count++) = segment;
    else GR_TRY(gr_vector_push(tape->memory, segments, &segment, sizeof segment));
  }
  if (size > out->capacity - out->count)   /* only control characters make the tape longer than the source */
    GR_TRY(gr_vector_reserve(tape->memory, out, out->capacity + out->capacity / 2 + size, 1));
  memcpy((char *)out->items + out->count, bytes, size);
  out->count += size;
  return GR_OK;
}

/* Decides about the white space before a character of the given class. */
static gr_status settle_space(gr_tape *tape, gr_char_class class) {
  if (tape->space_end != tape->space_start && tape->before == GR_CHAR_OTHER && class == GR_CHAR_OTHER) {
    bool same = tape->space_end - tape->space_start == 1 && tape->source.data[tape->space_start] == ' ';
    GR_TRY(append(tape, " ", 1, tape->space_start, same ? 0 : tape->space_end - tape->space_start));
  }
  tape->space_start = tape->space_end = 0;
  tape->before = class;
  return GR_OK;
}

static gr_status copy(gr_tape *tape, size_t start, size_t end, gr_char_class class) {
  if (tape->space_end != 0 || tape->before != class) GR_TRY(settle_space(tape, class));
  return append(tape, tape->source.data + start, end - start, start, 0);
}

/* One character; `copied` where the source has it as it is. */
static gr_status put(gr_tape *tape, uint32_t character, size_t start, size_t end, bool copied) {
  gr_char_class class = gr_char_classify(character);
  if (class == GR_CHAR_ZERO) return GR_OK;
  if (class == GR_CHAR_SPACE) {
    if (tape->space_end == 0) tape->space_start = start;
    tape->space_end = end;
    return GR_OK;
  }
  uint32_t folded = class == GR_CHAR_CONTROL ? 0xFFFD : gr_char_fold(character);
  if (folded == character && copied) return copy(tape, start, end, class);
  char bytes[4];
  size_t size = gr_utf8_encode(folded, bytes);
  GR_TRY(settle_space(tape, folded == character ? class : GR_CHAR_OTHER));
  return append(tape, bytes, size, start, end - start);
}

gr_status gr_tape_character(gr_tape *tape, uint32_t character, size_t start, size_t end) {
  if (start == end && start > 0) start--;   /* the second of two characters from one reference */
  return put(tape, character, start, end, false);
}

static bool is_han_lead(char c) { return (unsigned char)c >= 0xE4 && (unsigned char)c <= 0xE9; }

static bool is_graphic(char c) { return c > 0x20 && c < 0x7F; }

gr_status gr_tape_text(gr_tape *tape, size_t start, size_t end) {
  const char *s = tape->source.data;
  size_t i = start;
  while (i < end) {
    size_t from = i;
    if (is_han_lead(s[i])) {   /* U+4000 to U+9FFF */
      do i += 3;
      while (i < end && is_han_lead(s[i]));
      GR_TRY(copy(tape, from, i, GR_CHAR_WIDE));
      gr_han_fold_run((char *)tape->bytes.items + (tape->bytes.count - (i - from)), i - from);
    } else if (is_graphic(s[i])) {
      do i++;
      while (i < end && is_graphic(s[i]));
      GR_TRY(copy(tape, from, i, GR_CHAR_OTHER));
    } else {
      uint32_t character;
      i += gr_utf8_decode(s + i, &character);
      GR_TRY(put(tape, character, from, i, true));
    }
  }
  return GR_OK;
}

gr_status gr_tape_mark(gr_tape *tape, char mark, size_t start, size_t end) {
  tape->space_start = tape->space_end = 0;
  tape->before = GR_CHAR_SPACE;
  return append(tape, &mark, 1, start, end - start);
}

gr_status gr_tape_take(gr_tape *tape, gr_tape *other) {
  tape->space_start = tape->space_end = 0;
  for (size_t i = 0; i < other->segments.count; i++) {
    const gr_segment *segment = GR_AT(gr_segment, &other->segments, i);
    size_t end = i + 1 < other->segments.count ? segment[1].tape : other->bytes.count;
    const char *bytes = (const char *)other->bytes.items + segment->tape;
    GR_TRY(append(tape, bytes, end - segment->tape, segment->source, segment->length));
  }
  tape->before = GR_CHAR_SPACE;
  other->bytes.count = other->segments.count = 0;
  return GR_OK;
}

/* Whether valid UTF-8 is nothing but U+4000 to U+9FFF. */
static bool is_han(gr_slice text) {
  size_t i = 0;
  while (i < text.size && is_han_lead(text.data[i])) i += 3;
  return i == text.size;
}

size_t gr_text_fold(gr_slice text, char *out, size_t capacity) {
  gr_memory memory;
  gr_tape tape;
  if (text.size == 0 || gr_utf8_valid(text) != text.size) return 0;
  if (is_han(text) && text.size <= capacity) {   /* each stays in its place: that needs no tape */
    memcpy(out, text.data, text.size);
    gr_han_fold_run(out, text.size);
    return text.size;
  }
  gr_memory_init(&memory, NULL);
  gr_status status = gr_tape_init(&tape, &memory, text);
  if (status != GR_OK) return 0;
  status = gr_tape_text(&tape, 0, text.size);
  size_t size = status == GR_OK ? tape.bytes.count : 0;
  if (size > 0 && size <= capacity) memcpy(out, tape.bytes.items, size);
  gr_tape_release(&tape);
  gr_memory_close(&memory);
  return size;
}

static const gr_segment *find(const gr_tape *tape, size_t offset) {
  size_t low = 0, high = tape->segments.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (GR_AT(gr_segment, &tape->segments, middle)->tape <= offset) low = middle;
    else high = middle;
  }
  return GR_AT(gr_segment, &tape->segments, low);
}

/* Control bytes are never copied: one without a length is a mark that stands between two bytes of the source. */
static bool is_control(const gr_tape *tape, size_t at) {
  return at < tape->bytes.count && ((const unsigned char *)tape->bytes.items)[at] < 0x20;
}

void gr_tape_origin(const gr_tape *tape, size_t start, size_t end, size_t *source_start, size_t *source_end) {
  if (tape->segments.count == 0) {
    *source_start = *source_end = 0;
    return;
  }
  const gr_segment *first = find(tape, start);
  size_t from = first->source + (first->length == 0 ? start - first->tape : 0);
  size_t to = from;
  if (end > start) {
    const gr_segment *next = first + 1, *behind = GR_FROM(gr_segment, &tape->segments, tape->segments.count);
    const gr_segment *last = next == behind || end - 1 < next->tape ? first : find(tape, end - 1);
    size_t copied = end - last->tape - is_control(tape, end - 1);
    to = last->source + (last->length == 0 ? copied : last->length);
  }
  if (to < from) to = from;   /* text that was set aside stands behind what follows it in the source */
  *source_start = from < tape->source.size ? from : tape->source.size;
  *source_end = to < tape->source.size ? to : tape->source.size;
}

/* A set of ASCII characters. */
typedef struct ascii_set {
  uint64_t bits[2];
} ascii_set;

static bool holds(const ascii_set *set, unsigned char c) { return c < 0x80 && (set->bits[c / 64] >> c % 64 & 1) != 0; }

size_t gr_tape_copied(const gr_tape *tape, size_t start, size_t end, const char *characters) {
  ascii_set set = {{0, 0}};
  for (const char *c = characters; *c != '\0'; c++) set.bits[*c / 64 & 1] |= UINT64_C(1) << *c % 64;
  const unsigned char *bytes = tape->bytes.items;
  const gr_segment *segment = start < end ? find(tape, start) : NULL;
  const gr_segment *last = GR_FROM(gr_segment, &tape->segments, tape->segments.count);
  for (size_t at = start; at < end; segment++) {
    size_t stop = segment + 1 < last && segment[1].tape < end ? segment[1].tape : end;
    for (; at < stop && segment->length <= 1; at++)
      if (holds(&set, bytes[at])) return at;
    at = stop;
  }
  return end;
}

/* What a mark is to people. */
static char white_space_for(char mark) { return mark == GR_CELL_END ? '\t' : '\n'; }

/* What one converted piece of the tape was made of: a character that was folded, or white space or a reference, for which
 * the tape has what is to be read. */
static gr_slice piece(const gr_tape *tape, const gr_segment *segment, gr_slice made) {
  gr_slice source = gr_slice_sub(tape->source, segment->source, segment->source + segment->length);
  uint32_t character, folded;
  if (source.size == 0 || gr_utf8_valid(source) != source.size) return made;
  if (gr_utf8_decode(source.data, &character) != source.size) return made;
  (void)gr_utf8_decode(made.data, &folded);
  return gr_char_fold(character) == folded ? source : made;
}

/* The offset, at or behind `i`, of the first control byte; the text's end where there is none. */
static size_t next_control(gr_slice text, size_t i) {
  while (text.size - i >= 8) {
    uint64_t word;
    memcpy(&word, text.data + i, 8);
    if (((word - UINT64_C(0x2020202020202020)) & ~word & UINT64_C(0x8080808080808080)) != 0) break;
    i += 8;
  }
  while (i < text.size && (unsigned char)text.data[i] >= 0x20) i++;
  return i;
}

/* What stands in the source where so many bytes were copied: characters of the same size may have been folded. Less where
 * marks stand behind its end. */
static gr_slice copied(const gr_tape *tape, const gr_segment *segment, size_t at, size_t size) {
  size_t from = segment->source + (at - segment->tape);
  if (from >= tape->source.size) return (gr_slice){tape->source.data, 0};
  size_t left = tape->source.size - from;
  return (gr_slice){tape->source.data + from, size < left ? size : left};
}

/* Copies what is printed where `made` stands on the tape, with white space for its marks, which `text` may lack at its
 * end; returns `size`, at most `room`. */
static size_t print(gr_slice text, size_t size, gr_slice made, char *out, size_t room) {
  if (size > room) size = room;
  gr_slice marked = gr_slice_sub(made, 0, made.size < size ? made.size : size);
  if (text.size > 0) memcpy(out, text.data, text.size < size ? text.size : size);
  for (size_t i = next_control(marked, 0); i < marked.size; i = next_control(marked, i + 1)) {
    out[i] = white_space_for(marked.data[i]);
  }
  return size;
}

size_t gr_tape_printed(const gr_tape *tape, size_t start, size_t end, char *out, size_t capacity) {
  const char *bytes = tape->bytes.items;
  size_t size = 0, at = start;
  const gr_segment *segment = start < end ? find(tape, start) : NULL;
  const gr_segment *last = GR_FROM(gr_segment, &tape->segments, tape->segments.count);
  for (; at < end; segment++) {
    size_t stop = segment + 1 < last && segment[1].tape < end ? segment[1].tape : end;
    gr_slice made = {bytes + at, stop - at};
    bool is_copied = segment->length == 0;
    gr_slice text = is_copied ? copied(tape, segment, at, made.size) : piece(tape, segment, made);
    size += print(text, is_copied ? made.size : text.size, made, out + size, capacity - size);
    at = stop;
  }
  return size;
}
