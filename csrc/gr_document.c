/* The source as a list of blocks, with its tape and its places. Immutable once parsed. */
#include "gr_builder.h"
#include "gr_charset.h"
#include "gr_limits.h"
#include "gr_slice.h"
#include "gr_tape.h"
#include "gr_text.h"
#include "gr_utf8.h"

typedef struct gr_range32 {
  uint32_t start, end;
} gr_range32;

struct gr_document {
  gr_memory memory;      /* first: see gr_memory_object */
  gr_charset charset;
  gr_tape tape;
  gr_vector lines;       /* uint32_t: where each line of the text begins */
  gr_vector counts;      /* uint32_t: characters of the text before each GR_COUNT_STEP bytes */
  gr_vector blocks;      /* gr_range32, on the tape: all of them are paragraphs */
  size_t block_start;    /* of the open paragraph, on the tape */
  uint64_t work;         /* bytes looked at for line ends */
};

static gr_status on_text(void *context, size_t start, size_t end) {
  gr_document *document = context;
  return gr_tape_text(&document->tape, start, end);
}

static gr_status on_soft_break(void *context, size_t start, size_t end) {
  gr_document *document = context;
  return gr_tape_mark(&document->tape, GR_SOFT_BREAK, start, end);
}

static gr_status on_paragraph_end(void *context, size_t start, size_t end) {
  gr_document *document = context;
  gr_range32 block = {(uint32_t)document->block_start, (uint32_t)document->tape.bytes.count};
  GR_TRY(gr_tape_mark(&document->tape, GR_PARAGRAPH_END, start, end));
  document->block_start = document->tape.bytes.count;
  return gr_vector_push(&document->memory, &document->blocks, &block, sizeof block);
}

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

static size_t count_characters(gr_slice text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size; i++) count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
  return count;
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

static gr_status fill(gr_document *document, gr_slice bytes, const char *encoding, gr_error *error) {
  gr_memory *memory = &document->memory;
  GR_TRY(gr_charset_decode(memory, bytes, encoding, &document->charset, error));
  GR_TRY(gr_tape_init(&document->tape, memory, document->charset.text));
  GR_TRY(find_lines(document));
  GR_TRY(count_text(document));
  gr_builder builder = {.version = GR_BUILDER_VERSION,
                        .context = document,
                        .text = on_text,
                        .soft_break = on_soft_break,
                        .paragraph_end = on_paragraph_end};
  GR_TRY(gr_text_read(document->charset.text, &builder, &document->work));
  if (document->blocks.count == 0) return GR_INPUT_EMPTY;
  /* The NUL for C programs is no part of the tape. */
  GR_TRY(gr_vector_reserve(memory, &document->tape.bytes, document->tape.bytes.count + 1, 1));
  ((char *)document->tape.bytes.items)[document->tape.bytes.count] = '\0';
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
    status = fill(document, bytes, options == NULL ? NULL : options->encoding, error);
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
  if (document->tape.memory != NULL) gr_tape_release(&document->tape);
  gr_vector_release(memory, &document->lines, sizeof(uint32_t));
  gr_vector_release(memory, &document->counts, sizeof(uint32_t));
  gr_vector_release(memory, &document->blocks, sizeof(gr_range32));
  gr_charset_release(memory, &document->charset);
  gr_memory_free_object(memory, sizeof *document);
}

gr_slice gr_document_bytes(const gr_document *document) { return document->charset.bytes; }

gr_slice gr_document_text(const gr_document *document) { return document->charset.text; }

gr_slice gr_document_tape(const gr_document *document) {
  return (gr_slice){document->tape.bytes.items, document->tape.bytes.count};
}

const char *gr_document_encoding(const gr_document *document) { return document->charset.encoding; }

size_t gr_document_block_count(const gr_document *document) { return document->blocks.count; }

gr_block gr_document_block(const gr_document *document, size_t index) {
  const gr_range32 *block = GR_AT(gr_range32, &document->blocks, index);
  return (gr_block){GR_PARAGRAPH, block->start, block->end};
}

gr_slice gr_document_source(const gr_document *document, size_t tape_start, size_t tape_end) {
  size_t start, end;
  gr_tape_origin(&document->tape, tape_start, tape_end, &start, &end);
  return gr_slice_sub(document->charset.text, start, end);
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

/* Of a range of the text. */
static gr_place place_of(const gr_document *document, size_t start, size_t end) {
  size_t line = line_of(document, start);
  size_t line_start = *GR_AT(uint32_t, &document->lines, line);
  size_t column = characters_before(document, start) - characters_before(document, line_start) + 1;
  gr_place place = {gr_charset_origin(&document->charset, start) + 1, gr_charset_origin(&document->charset, end),
                    line + 1, column};
  return place;
}

gr_place gr_document_place(const gr_document *document, size_t tape_start, size_t tape_end) {
  size_t start, end;
  gr_tape_origin(&document->tape, tape_start, tape_end, &start, &end);
  return place_of(document, start, end);
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

size_t gr_document_memory(const gr_document *document) { return document->memory.used; }

uint64_t gr_document_work(const gr_document *document) {
  return document->work + document->charset.bytes.size + document->charset.text.size + document->tape.bytes.count +
         document->tape.segments.count + document->lines.count + document->blocks.count;
}
