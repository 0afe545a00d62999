/* The source as a list of blocks, with its tape and its places. Immutable once parsed. */
#include "document/gr_blocks.h"
#include "text/gr_charset.h"
#include "document/gr_hidden.h"
#include "document/gr_html.h"
#include "base/gr_limits.h"
#include "base/gr_slice.h"
#include "document/gr_sniff.h"
#include "document/gr_text.h"
#include "text/gr_utf8.h"

struct gr_document {
  gr_memory memory;      /* first: see gr_memory_object */
  gr_charset charset;
  gr_format format;
  const gr_reader *reader;   /* NULL: one of ours */
  gr_blocks parts;
  gr_vector lines;       /* uint32_t: where each line of the text begins */
  gr_vector counts;      /* uint32_t: characters of the text before each GR_COUNT_STEP bytes */
  size_t cut;            /* see gr_document_cut; SIZE_MAX: nowhere */
  uint64_t work;         /* bytes looked at for line ends and by the reader */
};

static gr_status find_lines(gr_document *document) {
  gr_slice text = document->charset.text;
  size_t start = 0, next = 0;
  do {
    uint32_t line = (uint32_t)start;
    GR_TRY(gr_vector_push(&document->memory, &document->lines, &line, sizeof line));
    (void)gr_text_line(text, start, &next, &document->work);
    start = next;
  } while (start < text.size);
  return GR_OK;
}

/* Eight bytes at a time: a byte that goes on with a character has its highest bit and not the next one. */
static size_t count_characters(gr_slice text) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  size_t going_on = 0, i = 0;
  for (; text.size - i >= sizeof ones; i += sizeof ones) {
    uint64_t word;
    memcpy(&word, text.data + i, sizeof word);
    going_on += (((word >> 7 & ~word >> 6) & ones) * ones) >> 56;
  }
  for (; i < text.size; i++) going_on += ((unsigned char)text.data[i] & 0xC0) == 0x80;
  return text.size - going_on;
}

static gr_status count_text(gr_document *document) {
  gr_slice text = document->charset.text;
  size_t count = 0;
  for (size_t start = 0; start < text.size; start += GR_COUNT_STEP) {
    uint32_t before = (uint32_t)count;
    GR_TRY(gr_vector_push(&document->memory, &document->counts, &before, sizeof before));
    size_t end = text.size - start < GR_COUNT_STEP ? text.size : start + GR_COUNT_STEP;
    count += count_characters(gr_slice_sub(text, start, end));
  }
  return GR_OK;
}

/* Characters of the text before an offset. */
static size_t characters_before(const gr_document *document, size_t offset) {
  if (document->counts.count == 0) return 0;
  size_t step = offset / GR_COUNT_STEP;
  if (step == document->counts.count) step--;
  return *GR_AT(uint32_t, &document->counts, step) +
         count_characters(gr_slice_sub(document->charset.text, step * GR_COUNT_STEP, offset));
}

/* The offset at which a character of the text begins, counted from 0; the text's size for those past its end. */
static size_t offset_of(const gr_document *document, size_t character) {
  gr_slice text = document->charset.text;
  size_t low = 0, high = document->counts.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (*GR_AT(uint32_t, &document->counts, middle) <= character) low = middle;
    else high = middle;
  }
  if (document->counts.count == 0) return 0;
  size_t offset = low * GR_COUNT_STEP, before = *GR_AT(uint32_t, &document->counts, low);
  for (; offset < text.size; offset++) {
    if (((unsigned char)text.data[offset] & 0xC0) == 0x80) continue;
    if (before++ == character) break;
  }
  return offset;
}

static gr_status read_with(gr_document *document, gr_format format, const gr_builder *builder) {
  gr_slice text = document->charset.text;
  gr_memory *memory = &document->memory;
  size_t *cut = &document->cut;
  if (document->reader != NULL) {
    *cut = SIZE_MAX;
    return document->reader->read(document->reader->context, builder);
  }
  if (format == GR_FORMAT_AUTO) format = gr_sniff_page(text) ? GR_FORMAT_HTML : GR_FORMAT_TEXT;
  document->format = format;
  if (format == GR_FORMAT_HTML) GR_TRY(gr_html_read(memory, text, 0, builder, cut, &document->work));
  else GR_TRY(gr_text_read(memory, text, builder, cut, &document->work));
  if (*cut == SIZE_MAX && document->charset.dropped_tail > 0) *cut = text.size;
  return GR_OK;
}

/* A page that hides something is read as if it were shown, and once more without what shall not be read. */
static gr_status read_parts(gr_document *document, gr_format format) {
  gr_blocks *parts = &document->parts;
  gr_memory *memory = &document->memory;
  gr_builder builder = gr_blocks_builder(parts);
  bool drops = false;
  GR_TRY(read_with(document, format, &builder));
  GR_TRY(gr_blocks_finish(parts));
  if (parts->hidden.count > 0) GR_TRY(gr_hidden_decide(parts, &drops, &document->work));
  if (!drops) return GR_OK;
  gr_veil veil = {.decided = parts->hidden};
  parts->hidden = (gr_vector){0};
  gr_blocks_release(parts);
  gr_status status = gr_blocks_init(parts, memory, document->charset.text);
  if (status == GR_OK) {
    builder = gr_veil_builder(&veil, parts);
    status = read_with(document, document->format, &builder);
  }
  if (status == GR_OK) status = gr_blocks_finish(parts);
  gr_vector_release(memory, &veil.decided, sizeof(gr_hidden32));
  return status;
}

static gr_status fill(gr_document *document, gr_slice bytes, const gr_options *options, gr_error *error) {
  const char *encoding = options == NULL ? NULL : options->encoding;
  gr_format format = options == NULL ? GR_FORMAT_AUTO : options->format;
  gr_memory *memory = &document->memory;
  document->reader = options == NULL ? NULL : options->reader;
  if (document->reader != NULL) {
    if (document->reader->version != GR_BUILDER_VERSION) {   /* a module of another release */
      error->detail = document->reader->format;
      return GR_INPUT_FORMAT;
    }
    document->format = GR_FORMAT_OTHER;
    GR_TRY(gr_charset_take(bytes, &document->charset, error));
  } else {
    GR_TRY(gr_charset_decode(memory, bytes, encoding, &document->charset, error));
  }
  GR_TRY(gr_blocks_init(&document->parts, memory, document->charset.text));
  GR_TRY(find_lines(document));
  GR_TRY(count_text(document));
  GR_TRY(read_parts(document, format));
  if (document->parts.blocks.count == 0) return GR_INPUT_EMPTY;
  /* The NUL for C programs is no part of the tape. */
  gr_vector *tape = &document->parts.tape.bytes;
  GR_TRY(gr_vector_reserve(memory, tape, tape->count + 1, 1));
  ((char *)tape->items)[tape->count] = '\0';
  return GR_OK;
}

gr_status gr_document_parse(gr_slice bytes, const gr_options *options, gr_error *error, gr_document **out) {
  gr_error ignored;
  if (error == NULL) error = &ignored;
  *error = (gr_error){.status = GR_OK};
  size_t limit = options != NULL && options->max_input != 0 ? options->max_input : GR_MAX_INPUT;
  if (limit > GR_MAX_INPUT_HARD) limit = GR_MAX_INPUT_HARD;
  if (bytes.size > limit) {
    *error = (gr_error){.status = GR_LIMIT_INPUT, .actual = bytes.size, .limit = limit};
    return GR_LIMIT_INPUT;
  }
  gr_memory *object;
  gr_status status = gr_memory_object(options, sizeof(gr_document), &object);
  if (status == GR_OK) {
    gr_document *document = (gr_document *)object;
    status = fill(document, bytes, options, error);
    if (status == GR_OK) {
      *error = (gr_error){.status = GR_OK};
      *out = document;
      return GR_OK;
    }
    gr_document_free(document);
  }
  error->status = status;
  if (status == GR_LIMIT_MEMORY)
    error->limit = options != NULL && options->max_memory != 0 ? options->max_memory : GR_MAX_MEMORY;
  return status;
}

void gr_document_free(gr_document *document) {
  if (document == NULL) return;
  gr_memory *memory = &document->memory;
  gr_blocks_release(&document->parts);
  gr_vector_release(memory, &document->lines, sizeof(uint32_t));
  gr_vector_release(memory, &document->counts, sizeof(uint32_t));
  gr_charset_release(memory, &document->charset);
  gr_memory_free_object(memory, sizeof *document);
}

gr_slice gr_document_bytes(const gr_document *document) { return document->charset.bytes; }

gr_slice gr_document_text(const gr_document *document) { return document->charset.text; }

gr_slice gr_document_tape(const gr_document *document) {
  return (gr_slice){document->parts.tape.bytes.items, document->parts.tape.bytes.count};
}

const char *gr_document_encoding(const gr_document *document) { return document->charset.encoding; }

gr_format gr_document_format(const gr_document *document) { return document->format; }

const char *gr_document_format_name(const gr_document *document) {
  if (document->reader != NULL) return document->reader->format;
  return document->format == GR_FORMAT_HTML ? "html" : "text";
}

size_t gr_document_block_count(const gr_document *document) { return document->parts.blocks.count; }

gr_block gr_document_block(const gr_document *document, size_t index) {
  const gr_block32 *block = GR_AT(gr_block32, &document->parts.blocks, index);
  return (gr_block){(gr_block_kind)block->kind, block->range.start, block->range.end,
                    block->rows,                block->columns,     block->cell_count};
}

gr_grid_cell gr_document_cell(const gr_document *document, size_t block, size_t index) {
  const gr_block32 *table = GR_AT(gr_block32, &document->parts.blocks, block);
  const gr_cell32 *cell = GR_AT(gr_cell32, &document->parts.cells, table->first_cell + index);
  return (gr_grid_cell){cell->range.start, cell->range.end,   cell->row,
                        cell->column,      cell->row_span, cell->column_span};
}

size_t gr_document_hidden_start(const gr_document *document) { return document->parts.hidden_start; }

size_t gr_document_revealed_count(const gr_document *document) { return document->parts.hidden.count; }

gr_range gr_document_revealed(const gr_document *document, size_t index) {
  gr_range32 range = GR_AT(gr_hidden32, &document->parts.hidden, index)->range;
  return (gr_range){range.start, range.end};
}

size_t gr_document_picture_count(const gr_document *document) { return document->parts.pictures.count; }

size_t gr_document_picture(const gr_document *document, size_t index) {
  return *GR_AT(uint32_t, &document->parts.pictures, index);
}

gr_range gr_document_division(const gr_document *document, gr_range range) {
  gr_range best = {0, document->parts.tape.bytes.count};
  for (size_t i = 0; i < document->parts.divisions.count; i++) {
    const gr_range32 *division = GR_AT(gr_range32, &document->parts.divisions, i);
    if (division->start > range.start) break;
    if (division->end >= range.end && division->end - division->start <= best.end - best.start)
      best = (gr_range){division->start, division->end};
  }
  return best;
}

gr_slice gr_document_source(const gr_document *document, size_t tape_start, size_t tape_end) {
  size_t start, end;
  gr_tape_origin(&document->parts.tape, tape_start, tape_end, &start, &end);
  return gr_slice_sub(document->charset.text, start, end);
}

size_t gr_document_copied(const gr_document *document, size_t tape_start, size_t tape_end, const char *characters) {
  return gr_tape_copied(&document->parts.tape, tape_start, tape_end, characters);
}

size_t gr_document_printed(const gr_document *document, size_t tape_start, size_t tape_end, char *out,
                           size_t capacity) {
  return gr_tape_printed(&document->parts.tape, tape_start, tape_end, out, capacity);
}

/* Index of the line that holds an offset of the text. */
static size_t line_of(const gr_document *document, size_t offset) {
  size_t low = 0, high = document->lines.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (*GR_AT(uint32_t, &document->lines, middle) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/* Characters of the text between two offsets. Most lines are short. */
static size_t characters_between(const gr_document *document, size_t start, size_t end) {
  if (end - start < GR_COUNT_STEP) return count_characters(gr_slice_sub(document->charset.text, start, end));
  return characters_before(document, end) - characters_before(document, start);
}

/* Of a range of the text, without its column. */
static gr_place line_and_bytes(const gr_document *document, size_t start, size_t end) {
  gr_place place = {.line = line_of(document, start) + 1};
  gr_charset_range(&document->charset, start, end, &place.byte, &place.byte_end);
  place.byte++;
  return place;
}

/* Of a range of the text. */
static gr_place place_of(const gr_document *document, size_t start, size_t end) {
  gr_place place = line_and_bytes(document, start, end);
  place.column = characters_between(document, *GR_AT(uint32_t, &document->lines, place.line - 1), start) + 1;
  return place;
}

gr_place gr_document_place(const gr_document *document, size_t tape_start, size_t tape_end) {
  size_t start, end;
  gr_tape_origin(&document->parts.tape, tape_start, tape_end, &start, &end);
  return place_of(document, start, end);
}

gr_place gr_document_line_and_bytes(const gr_document *document, size_t tape_start, size_t tape_end) {
  size_t start, end;
  gr_tape_origin(&document->parts.tape, tape_start, tape_end, &start, &end);
  return line_and_bytes(document, start, end);
}

bool gr_document_spot(const gr_document *document, size_t byte, size_t byte_end, gr_spot *out) {
  const gr_reader *reader = document->reader;
  if (reader == NULL || reader->spot == NULL) return false;
  size_t size = document->charset.text.size, start = byte < 1 ? 0 : byte - 1;
  if (start > size) start = size;
  *out = reader->spot(reader->context, start, byte_end < start ? start : byte_end > size ? size : byte_end);
  return true;
}

gr_slice gr_document_line(const gr_document *document, size_t line, size_t first, size_t last) {
  gr_slice text = document->charset.text;
  if (line < 1 || line > document->lines.count || first < 1 || last < first) return gr_slice_sub(text, 0, 0);
  size_t start = *GR_AT(uint32_t, &document->lines, line - 1);
  size_t end = line < document->lines.count ? *GR_AT(uint32_t, &document->lines, line) : text.size;
  while (end > start && (text.data[end - 1] == '\n' || text.data[end - 1] == '\r')) end--;
  size_t before = characters_before(document, start), length = characters_before(document, end) - before;
  if (first > length) return gr_slice_sub(text, end, end);
  size_t from = offset_of(document, before + first - 1);
  return gr_slice_sub(text, from, last < length ? offset_of(document, before + last) : end);
}

size_t gr_document_replaced(const gr_document *document) { return document->charset.replaced.count; }

gr_place gr_document_replaced_place(const gr_document *document, size_t index) {
  size_t start = document->charset.replaced.offsets[index];
  return place_of(document, start, start + sizeof "\xEF\xBF\xBD" - 1);
}

size_t gr_document_dropped_tail(const gr_document *document) { return document->charset.dropped_tail; }

bool gr_document_terminated(const gr_document *document) {
  gr_slice text = document->charset.text;
  char last = text.data[text.size - 1];
  return document->charset.dropped_tail == 0 && (last == '\n' || last == '\r');
}

bool gr_document_cut(const gr_document *document, gr_place *out) {
  if (document->cut == SIZE_MAX) return false;
  *out = place_of(document, document->cut, document->charset.text.size);
  return true;
}

size_t gr_document_memory(const gr_document *document) { return document->memory.used; }

uint64_t gr_document_work(const gr_document *document) {
  const gr_blocks *parts = &document->parts;
  return document->work + document->charset.bytes.size + document->charset.text.size + parts->tape.bytes.count +
         parts->tape.segments.count + document->lines.count + parts->blocks.count + parts->cells.count;
}
