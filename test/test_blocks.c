/* What the events of a reader add up to: paragraphs, tables with resolved spans, facts, divisions, and what is left of
 * tables that dissolve. */
#include <stdlib.h>

#include "check.h"
#include "document/gr_blocks.h"
#include "base/gr_limits.h"

/* ---- scripts ----------------------------------------------------------------------------------- */

/* A script is a source in which each of these is an event; all else is text:
 *   [ ]  table        /  row        { }  cell        <R,C>  cell with spans
 *   !  soft break     $  paragraph_end     ( )  division     &x  the character x     @name=content;  fact */
static gr_status drive(gr_blocks *blocks, gr_slice source) {
  gr_builder b = gr_blocks_builder(blocks);
  gr_status status = GR_OK;
  for (size_t i = 0, end; i < source.size && status == GR_OK; i = end) {
    end = i + 1;
    switch (source.data[i]) {
    case '[': status = b.table_start(b.context, i, end); break;
    case ']': status = b.table_end(b.context, i, end); break;
    case '/': status = b.row_start(b.context, i, end); break;
    case '{': status = b.cell_start(b.context, 1, 1, i, end); break;
    case '}': status = b.cell_end(b.context, i, end); break;
    case '!': status = b.soft_break(b.context, i, end); break;
    case '$': status = b.paragraph_end(b.context, i, end); break;
    case '(': status = b.division_start(b.context, i, end); break;
    case ')': status = b.division_end(b.context, i, end); break;
    case '&':
      end = i + 2;
      status = b.character(b.context, (unsigned char)source.data[i + 1], i, end);
      break;
    case '<': {
      char *after;
      size_t rows = strtoull(source.data + end, &after, 10);
      size_t columns = strtoull(after + 1, &after, 10);
      end = (size_t)(after - source.data) + 1;
      status = b.cell_start(b.context, rows, columns, i, end);
      break;
    }
    case '@': {
      size_t name = end;
      while (source.data[end] != '=') end++;
      size_t content = end + 1;
      while (source.data[end] != ';') end++;
      status = b.meta(b.context, (gr_range){name, content - 1}, (gr_range){content, end});
      end++;
      break;
    }
    default:
      while (end < source.size && strchr("[]/{}!$()&<@", source.data[end]) == NULL) end++;
      status = b.text(b.context, i, end);
    }
  }
  return status == GR_OK ? gr_blocks_finish(blocks) : status;
}

/* What was built, by a script or from a page. */
typedef struct built {
  gr_memory memory;
  gr_blocks blocks;
  gr_document *document;
  gr_slice source, tape;
  size_t count;
} built;

static void build(built *out, gr_slice script) {
  *out = (built){.source = script};
  gr_memory_init(&out->memory, NULL);
  CHECK_STATUS(gr_blocks_init(&out->blocks, &out->memory, script), GR_OK);
  CHECK_STATUS(drive(&out->blocks, script), GR_OK);
  out->tape = (gr_slice){out->blocks.tape.bytes.items, out->blocks.tape.bytes.count};
  out->count = out->blocks.blocks.count;
}

static void parse(built *out, gr_slice page) {
  *out = (built){.source = page};
  gr_options options = {.format = GR_FORMAT_HTML};
  CHECK_STATUS(gr_document_parse(page, &options, NULL, &out->document), GR_OK);
  if (out->document == NULL) return;
  out->tape = gr_document_tape(out->document);
  out->count = gr_document_block_count(out->document);
}

static void drop(built *b) {
  gr_document_free(b->document);
  if (b->document != NULL) return;
  gr_blocks_release(&b->blocks);
  CHECK(b->memory.used == 0);
  gr_memory_close(&b->memory);
}

static gr_block block_of(const built *b, size_t index) {
  if (b->document != NULL) return gr_document_block(b->document, index);
  const gr_block32 *block = GR_AT(gr_block32, &b->blocks.blocks, index);
  return (gr_block){(gr_block_kind)block->kind, block->range.start, block->range.end,
                    block->rows,                block->columns,     block->cell_count};
}

static gr_grid_cell cell_of(const built *b, size_t block, size_t index) {
  if (b->document != NULL) return gr_document_cell(b->document, block, index);
  const gr_block32 *table = GR_AT(gr_block32, &b->blocks.blocks, block);
  const gr_cell32 *cell = GR_AT(gr_cell32, &b->blocks.cells, table->first_cell + index);
  return (gr_grid_cell){cell->range.start, cell->range.end,    cell->row,
                        cell->column,      cell->row_span, cell->column_span};
}

/* ---- as text ----------------------------------------------------------------------------------- */

typedef struct writer {
  char text[4096];
  size_t size;
} writer;

__attribute__((format(printf, 2, 3))) static void put(writer *w, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int n = vsnprintf(w->text + w->size, sizeof w->text - w->size, format, arguments);
  va_end(arguments);
  w->size = (size_t)n < sizeof w->text - w->size ? w->size + (size_t)n : sizeof w->text - 1;
}

/* Marks as in scripts, but ; for the end of a row and ^ for the start of a table or fact. */
static void put_tape(writer *w, gr_slice tape) {
  static const char marks[] = {GR_SOFT_BREAK, GR_PARAGRAPH_END, GR_CELL_END, GR_ROW_END, GR_TABLE_END, GR_BLOCK_START};
  for (size_t i = 0; i < tape.size; i++) {
    const char *mark = memchr(marks, tape.data[i], sizeof marks);
    put(w, "%c", mark != NULL ? "!$};]^"[mark - marks] : tape.data[i]);
  }
}

static gr_slice part(const built *b, size_t start, size_t end) {
  return (gr_slice){b->tape.data + start, end - start};
}

/* P:text, M:name}content, T2x3[row.column:text …], with +ROWSxCOLUMNS behind the place of a cell with spans. */
static void put_blocks(writer *w, const built *b) {
  for (size_t i = 0; i < b->count; i++) {
    gr_block block = block_of(b, i);
    if (i > 0) put(w, " ");
    if (block.kind != GR_TABLE) {
      put(w, "%s:", block.kind == GR_META ? "M" : "P");
      put_tape(w, part(b, block.tape_start, block.tape_end));
      continue;
    }
    put(w, "T%zux%zu[", block.rows, block.columns);
    for (size_t k = 0; k < block.cells; k++) {
      gr_grid_cell cell = cell_of(b, i, k);
      put(w, "%s%zu.%zu", k > 0 ? " " : "", cell.row, cell.column);
      if (cell.row_span != 1 || cell.column_span != 1) put(w, "+%zux%zu", cell.row_span, cell.column_span);
      put(w, ":");
      put_tape(w, part(b, cell.tape_start, cell.tape_end));
    }
    put(w, "]");
  }
}

/* ---- invariants -------------------------------------------------------------------------------- */

static bool is_mark(char c) { return (unsigned char)c < 0x20; }

/* That no mark but a soft break stands in a line, and none of these at its ends. */
static void check_line(const built *b, size_t start, size_t end) {
  for (size_t i = start; i < end; i++)
    CHECK_THAT(!is_mark(b->tape.data[i]) || b->tape.data[i] == GR_SOFT_BREAK, "mark %02X in a line at %zu",
               (unsigned)b->tape.data[i], i);
  CHECK_THAT(start == end || (b->tape.data[start] != GR_SOFT_BREAK && b->tape.data[end - 1] != GR_SOFT_BREAK),
             "a soft break at an end of %zu to %zu", start, end);
}

static void check_table(const built *b, size_t index, gr_block block) {
  CHECK_THAT(block.cells >= 2, "table of %zu cells", block.cells);
  CHECK(block.rows > 0 && block.columns > 0 && block.columns <= GR_MAX_COLUMNS);
  CHECK(block.tape_start > 0 && b->tape.data[block.tape_start - 1] == GR_BLOCK_START);
  CHECK(block.tape_end < b->tape.size && b->tape.data[block.tape_end] == GR_TABLE_END);
  CHECK(b->tape.data[block.tape_end - 1] == GR_ROW_END || b->tape.data[block.tape_end - 1] == GR_PARAGRAPH_END);
  size_t at = block.tape_start, row = 0, columns = 0;
  for (size_t k = 0; k < block.cells; k++) {
    gr_grid_cell cell = cell_of(b, index, k);
    CHECK_THAT(cell.tape_start >= at && cell.tape_end >= cell.tape_start && cell.tape_end < block.tape_end,
               "cell %zu: %zu to %zu", k, cell.tape_start, cell.tape_end);
    CHECK(b->tape.data[cell.tape_end] == GR_CELL_END);
    CHECK_THAT(cell.tape_end - cell.tape_start <= GR_MAX_CELL_TEXT, "%zu bytes in a cell",
               cell.tape_end - cell.tape_start);
    CHECK_THAT(cell.row_span > 0 && cell.row + cell.row_span <= block.rows, "row %zu + %zu of %zu", cell.row,
               cell.row_span, block.rows);
    CHECK_THAT(cell.column_span > 0 && cell.column + cell.column_span <= block.columns, "column %zu + %zu of %zu",
               cell.column, cell.column_span, block.columns);
    CHECK_THAT(cell.row >= row, "row %zu behind %zu", cell.row, row);
    check_line(b, cell.tape_start, cell.tape_end);
    at = cell.tape_end + 1;
    row = cell.row;
    if (columns < cell.column + cell.column_span) columns = cell.column + cell.column_span;
  }
  CHECK_THAT(columns == block.columns, "%zu columns, %zu used", block.columns, columns);
}

/* That between blocks there is nothing but what is left of the marks of tables that dissolved. */
static void check_gap(const built *b, size_t start, size_t end) {
  for (size_t i = start; i < end; i++)
    CHECK_THAT(b->tape.data[i] == GR_PARAGRAPH_END, "byte %02X between blocks at %zu", (unsigned)b->tape.data[i], i);
}

/* What holds for every source. */
static void check_invariants(const built *b) {
  size_t at = 0, starts = 0, tables = 0, special = 0;
  for (size_t i = 0; i < b->count; i++) {
    gr_block block = block_of(b, i);
    size_t from = block.kind == GR_PARAGRAPH ? block.tape_start : block.tape_start - 1;
    CHECK_THAT(from >= at && block.tape_end >= block.tape_start && block.tape_end < b->tape.size,
               "block %zu: %zu to %zu, behind %zu", i, from, block.tape_end, at);
    check_gap(b, at, from);
    if (block.kind == GR_TABLE) {
      tables++;
      check_table(b, i, block);
    } else {
      CHECK_THAT(block.tape_end > block.tape_start, "block %zu is empty", i);
      CHECK(b->tape.data[block.tape_end] == GR_PARAGRAPH_END);
    }
    if (block.kind == GR_PARAGRAPH) check_line(b, block.tape_start, block.tape_end);
    else special++;
    at = block.tape_end + 1;
  }
  check_gap(b, at, b->tape.size);
  size_t ends = 0;
  for (size_t i = 0; i < b->tape.size; i++) {
    char c = b->tape.data[i];
    CHECK_THAT(!is_mark(c) || c == GR_SOFT_BREAK || c == GR_PARAGRAPH_END || (c >= GR_BLOCK_START && c <= GR_CELL_END),
               "byte %02X on the tape", (unsigned)c);
    starts += c == GR_BLOCK_START;
    ends += c == GR_TABLE_END;
  }
  CHECK_THAT(starts == special && ends == tables, "%zu starts of %zu, %zu ends of %zu", starts, special, ends, tables);
}

/* That the source of what is on the tape rises, and that each character comes from itself. */
static void check_sources(const built *b) {
  size_t before = 0;
  for (size_t i = 0; i < b->tape.size; i++) {
    size_t start, end;
    gr_tape_origin(&b->blocks.tape, i, i + 1, &start, &end);
    CHECK_THAT(start >= before && end >= start && end <= b->source.size, "%zu comes from %zu to %zu, behind %zu", i,
               start, end, before);
    if (!is_mark(b->tape.data[i]) && b->tape.data[i] != ' ')
      CHECK_THAT(end > start && b->source.data[end - 1] == b->tape.data[i], "%zu comes from %zu to %zu", i, start, end);
    before = start;
  }
}

/* ---- cases ------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *script, *tape, *blocks;
} scripts[] = {
    {"nothing", "", "", ""},
    {"a paragraph", "ab$", "ab$", "P:ab"},
    {"a paragraph left open", "ab", "ab$", "P:ab"},
    {"text in pieces", "a&bc", "abc$", "P:abc"},
    {"two paragraphs", "ab$cd$", "ab$cd$", "P:ab P:cd"},
    {"empty paragraphs leave nothing", "$$ab$$$ $cd$ $", "ab$cd$", "P:ab P:cd"},
    {"a paragraph of white space", " $&\t$", "", ""},
    {"a soft break", "ab!cd", "ab!cd$", "P:ab!cd"},
    {"two soft breaks", "ab!!cd", "ab$cd$", "P:ab P:cd"},
    {"many soft breaks", "ab!!!!!cd", "ab$cd$", "P:ab P:cd"},
    {"soft breaks with white space between them", "ab! ! cd", "ab$cd$", "P:ab P:cd"},
    {"soft breaks with white space as characters", "ab!& !& cd", "ab$cd$", "P:ab P:cd"},
    {"soft breaks at the start", "!!ab", "ab$", "P:ab"},
    {"soft breaks at the end", "ab!", "ab$", "P:ab"},
    {"a soft break and an end", "ab!$cd", "ab$cd$", "P:ab P:cd"},
    {"an end and a soft break", "ab$!cd", "ab$cd$", "P:ab P:cd"},
    {"lines", "a!b!c!!d!e", "a!b!c$d!e$", "P:a!b!c P:d!e"},
    {"a soft break in front of a character", "a!&b", "a!b$", "P:a!b"},
    {"ends that nothing opened", "]})a}b]c)", "a$b$c$", "P:a P:b P:c"},
    {"ends that nothing opened, at a line's break", "a!}b", "a$b$", "P:a P:b"},
    /* tables */
    {"a table", "[/{a}{b}/{c}{d}]", "^a}b};c}d};]", "T2x2[0.0:a 0.1:b 1.0:c 1.1:d]"},
    {"implied ends of cells", "[/{a{b/{c{d]", "^a}b};c}d};]", "T2x2[0.0:a 0.1:b 1.0:c 1.1:d]"},
    {"implied row", "[{a}{b}/{c}]", "^a}b};c};]", "T2x2[0.0:a 0.1:b 1.0:c]"},
    {"a table left open", "[/{a}{b", "^a}b};]", "T1x2[0.0:a 0.1:b]"},
    {"blank cells", "[/{}{ }{!}{$}]", "^}}}};]", "T1x4[0.0: 0.1: 0.2: 0.3:]"},
    {"empty rows count", "[//{a}{b}//{c}/]", "^a}b};c};]", "T5x2[1.0:a 1.1:b 3.0:c]"},
    {"text around a table", "x[/{a}{b}]y", "x$^a}b};]y$", "P:x T1x2[0.0:a 0.1:b] P:y"},
    {"two tables", "[/{a}{b}][/{c}{d}]", "^a}b};]^c}d};]", "T1x2[0.0:a 0.1:b] T1x2[0.0:c 0.1:d]"},
    {"a table without cells", "[]", "", ""},
    {"a table of empty rows", "[///]", "", ""},
    {"a table of text alone", "[a$/b]c", "a$b$c$", "P:a P:b P:c"},
    {"text in front of the first cell", "[a$/b{c}{d}]", "a$b$^c}d};]", "P:a P:b T1x2[0.0:c 0.1:d]"},
    {"lines in front of the first cell", "[a!b!!c/{c}{d}]", "a!b$c$^c}d};]", "P:a!b P:c T1x2[0.0:c 0.1:d]"},
    {"text between cells", "[/{a}x{b}/y{c}]z", "^a}x$b};y$c};]z$", "T2x2[0.0:a 0.1:b 1.0:c] P:z"},
    {"text behind the last cell", "[/{a}{b}x]", "^a}b}x$;]", "T1x2[0.0:a 0.1:b]"},
    {"paragraphs in a cell", "[/{a$b$}{c!d}{e!!f}{!g!}]", "^a!b}c!d}e!f}g};]",
     "T1x4[0.0:a!b 0.1:c!d 0.2:e!f 0.3:g]"},
    {"white space between paragraphs of a cell", "[/{a$ $ b}{c}]", "^a!b}c};]", "T1x2[0.0:a!b 0.1:c]"},
    {"ends of cells twice", "[/{a}}{b}}]]x", "^a}b};]x$", "T1x2[0.0:a 0.1:b] P:x"},
    {"a row outside of a table", "a/b{c}d", "a$b$c$d$", "P:a P:b P:c P:d"},
    /* spans */
    {"column span", "[/<1,2>a}{b}/{c}{d}{e}]", "^a}b};c}d}e};]", "T2x3[0.0+1x2:a 0.2:b 1.0:c 1.1:d 1.2:e]"},
    {"row span", "[/<2,1>a}{b}/{c}/{d}{e}]", "^a}b};c};d}e};]", "T3x2[0.0+2x1:a 0.1:b 1.1:c 2.0:d 2.1:e]"},
    {"both spans", "[/<2,2>a}{b}/{c}/{d}{e}{f}]", "^a}b};c};d}e}f};]",
     "T3x3[0.0+2x2:a 0.2:b 1.2:c 2.0:d 2.1:e 2.2:f]"},
    {"row span 0", "[/<0,1>a}{b}/{c}/{d}]", "^a}b};c};d};]", "T3x2[0.0+3x1:a 0.1:b 1.1:c 2.1:d]"},
    {"row span 0 in the last row", "[/{a}{b}/<0,1>c}{d}]", "^a}b};c}d};]", "T2x2[0.0:a 0.1:b 1.0:c 1.1:d]"},
    {"row span beyond the table", "[/<9,1>a}{b}/{c}]", "^a}b};c};]", "T2x2[0.0+2x1:a 0.1:b 1.1:c]"},
    {"the largest row span", "[/{a}{b}/<18446744073709551615,1>c}{d}/{e}]", "^a}b};c}d};e};]",
     "T3x2[0.0:a 0.1:b 1.0+2x1:c 1.1:d 2.1:e]"},
    {"row spans of empty rows", "[/<3,1>a}<2,1>b}//{c}]", "^a}b};c};]", "T3x2[0.0+3x1:a 0.1+2x1:b 2.1:c]"},
    {"overlapping", "[/{a}<2,1>b}{x}/<1,3>c}]", "^a}b}x};c};]", "T2x3[0.0:a 0.1+2x1:b 0.2:x 1.0+1x3:c]"},
    {"overlapping, and what comes behind", "[/{a}<3,1>b}/<1,2>c}{d}/{e}{f}]", "^a}b};c}d};e}f};]",
     "T3x3[0.0:a 0.1+3x1:b 1.0+1x2:c 1.2:d 2.0:e 2.2:f]"},
    {"a span that ends with its table", "[/<5,1>a}{b}][/{c}{d}]", "^a}b};]^c}d};]",
     "T1x2[0.0:a 0.1:b] T1x2[0.0:c 0.1:d]"},
    {"column span 0", "[/<1,0>a}<1,0>b}]", "^a}b};]", "T1x2[0.0:a 0.1:b]"},
    {"all columns", "[/<1,256>a}/{b}]", "^a};b};]", "T2x256[0.0+1x256:a 1.0:b]"},
    {"column span beyond all columns", "[/<1,257>a}{b}]x", "$a$b$$x$", "P:a P:b P:x"},
    {"a column beyond all columns", "[/<1,256>a}{b}/{c}]", "$a$b$$c$$", "P:a P:b P:c"},
    {"the largest column span", "[/{a}<1,18446744073709551615>b}/{c}{d}]", "$a$b$$c$d$$", "P:a P:b P:c P:d"},
    /* tables that dissolve */
    {"a single cell", "[/{a}]b", "$a$$b$", "P:a P:b"},
    {"a single blank cell", "[/{}]b", "$$$b$", "P:b"},
    {"a single cell of paragraphs", "[/{a$b!c$!d!!e}]", "$a$b!c$d$e$$", "P:a P:b!c P:d P:e"},
    {"a single cell in many rows", "[//{a}//]", "$a$$", "P:a"},
    {"a table in a cell", "[/{x[/{a}{b}]y}{z}]w", "$x$^a}b};]y$z$w$", "P:x T1x2[0.0:a 0.1:b] P:y P:z P:w"},
    {"a table behind cells", "[/{u}{v}/{x[/{a}{b}]}{z}]", "$u$v$$x$^a}b};]z$", "P:u P:v P:x T1x2[0.0:a 0.1:b] P:z"},
    {"a table behind paragraphs of a cell", "[/{u$v!w$[/{a}{b}]x$y}]", "$u$v!w$^a}b};]x$y$",
     "P:u P:v!w T1x2[0.0:a 0.1:b] P:x P:y"},
    {"a table behind text between cells", "[/{u}t{v[/{a}{b}]}]", "$u$t$v$^a}b};]", "P:u P:t P:v T1x2[0.0:a 0.1:b]"},
    {"two tables in a cell", "[/{[/{a}{b}][/{c}{d}]}]", "$^a}b};]^c}d};]", "T1x2[0.0:a 0.1:b] T1x2[0.0:c 0.1:d]"},
    {"tables in two cells", "[/{[/{a}{b}]}{[/{c}{d}]}]", "$^a}b};]^c}d};]", "T1x2[0.0:a 0.1:b] T1x2[0.0:c 0.1:d]"},
    {"tables in tables in tables", "[/{1[/{2[/{3}{4}]5}{6}]7}{8}]9", "$1$$2$^3}4};]5$6$7$8$9$",
     "P:1 P:2 T1x2[0.0:3 0.1:4] P:5 P:6 P:7 P:8 P:9"},
    {"tables in tables left open", "[/{1[/{2[/{3}{4", "$1$$2$^3}4};]", "P:1 P:2 T1x2[0.0:3 0.1:4]"},
    {"a single cell in a single cell", "[/{[/{a}]}]", "$$a$$", "P:a"},
    {"spans end with the inner table", "[/<9,1>x[/{a}{b}/{c}{d}]}]", "$x$^a}b};c}d};]",
     "P:x T2x2[0.0:a 0.1:b 1.0:c 1.1:d]"},
    {"spans of an outer table", "[/<9,1>x}<9,1>y[/<2,1>a}{b}/{c}{d}]}]", "$x$y$^a}b};c}d};]",
     "P:x P:y T2x3[0.0+2x1:a 0.1:b 1.1:c 1.2:d]"},
    {"a table in front of the first cell", "[c$[/{a}{b}]/{d}{e}]", "c$^a}b};]d$e$", "P:c T1x2[0.0:a 0.1:b] P:d P:e"},
    {"a table behind an open caption", "[c$x[/{a}{b}]]", "c$x$^a}b};]", "P:c P:x T1x2[0.0:a 0.1:b]"},
    {"a table in a row", "[/{a}/[/{b}{c}]]", "$a$$^b}c};]", "P:a T1x2[0.0:b 0.1:c]"},
    /* facts */
    {"a fact", "@n=c;", "^n}c$", "M:n}c"},
    {"a fact without content", "@n=;", "^n}$", "M:n}"},
    {"facts among paragraphs", "a@n=c;@m=d;b", "a$^n}c$^m}d$b$", "P:a M:n}c M:m}d P:b"},
    {"a fact in a table", "[@a=b;/{c}@d=e;{f@g=h;}]", "^c}f};]", "T1x2[0.0:c 0.1:f]"},
    {"a fact in a table that dissolved", "[/{a[/{b}{c}]@n=d;e}]", "$a$^b}c};]^n}d$e$",
     "P:a T1x2[0.0:b 0.1:c] M:n}d P:e"},
    {"marks between a fact's words", "@n=a b;", "^n}a b$", "M:n}a b"},
};

static void builds(void) {
  for (size_t i = 0; i < COUNT(scripts); i++) {
    test("%s", scripts[i].name);
    built b;
    build(&b, slice(scripts[i].script));
    writer tape = {.size = 0}, blocks = {.size = 0};
    put_tape(&tape, b.tape);
    put_blocks(&blocks, &b);
    CHECK_SLICE(slice(blocks.text), scripts[i].blocks);
    CHECK_SLICE(slice(tape.text), scripts[i].tape);
    check_invariants(&b);
    check_sources(&b);
    drop(&b);
  }
}

/* ---- any events at all ------------------------------------------------------------------------- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* That the digits of the script's text, and no others, stand on the tape in their order. */
static void check_digits(const built *b) {
  size_t at = 0;
  for (size_t i = 0; i < b->source.size; i++) {
    if (b->source.data[i] == '<')
      while (b->source.data[i] != '>') i++;
    if (!is_digit(b->source.data[i])) continue;
    while (at < b->tape.size && !is_digit(b->tape.data[at])) at++;
    CHECK_THAT(at < b->tape.size && b->tape.data[at] == b->source.data[i], "the digit at %zu is lost", i);
    at++;
  }
  while (at < b->tape.size && !is_digit(b->tape.data[at])) at++;
  CHECK_THAT(at == b->tape.size, "a digit at %zu too many", at);
}

/* That divisions come by rising start and do not cross. */
static void check_divisions(const built *b) {
  size_t before = 0;
  for (size_t i = 0; i < b->blocks.divisions.count; i++) {
    const gr_range32 *division = GR_AT(gr_range32, &b->blocks.divisions, i);
    CHECK_THAT(division->start >= before && division->end >= division->start && division->end <= b->tape.size,
               "division %zu: %u to %u", i, (unsigned)division->start, (unsigned)division->end);
    before = division->start;
    for (size_t k = 0; k < i; k++) {
      const gr_range32 *other = GR_AT(gr_range32, &b->blocks.divisions, k);
      CHECK_THAT(other->end <= division->start || other->end >= division->end, "divisions %zu and %zu cross", k, i);
    }
  }
}

/* Mostly tables of some sort; the rest is what no reader would give. */
static size_t write_script(uint64_t *seed, char *out, size_t length) {
  static const char *const pieces[] = {"{", "{", "{", "}", "}", "}", "/", "/", "[", "]", "!", "$", "(", ")", " ", "a",
                                       "1", "2", "34", "&5", "& ", "&6", "<2,1>", "<1,2>", "<0,1>", "<3,3>", "<1,0>",
                                       "<70000,1>", "@n=c;", "<1,200>", "<1,300>"};
  size_t size = 0, kinds = random_below(seed, 2) == 0 ? COUNT(pieces) : COUNT(pieces) - 2;
  for (size_t i = 0; i < length; i++) {
    const char *piece = pieces[random_below(seed, kinds)];
    memcpy(out + size, piece, strlen(piece));
    size += strlen(piece);
  }
  out[size] = '\0';
  return size;
}

static void bears_anything(void) {
  uint64_t seed = 2021;
  size_t tables = 0;
  for (size_t round = 0; round < 20; round++) {
    test("random events, round %zu", round);
    for (size_t k = 0; k < 500; k++) {
      char script[2048];
      size_t size = write_script(&seed, script, 1 + random_below(&seed, round < 10 ? 12 : 160));
      built b;
      build(&b, (gr_slice){script, size});
      check_invariants(&b);
      check_sources(&b);
      check_digits(&b);
      check_divisions(&b);
      for (size_t i = 0; i < b.count; i++) tables += block_of(&b, i).kind == GR_TABLE;
      drop(&b);
      if (check_now.details[0] == '\0') continue;
      size_t said = strlen(check_now.details);
      (void)snprintf(check_now.details + said, sizeof check_now.details - said, " in %s", script);
      break;
    }
  }
  test("random events make tables");
  CHECK_THAT(tables > 1000, "%zu", tables);
}

/* ---- pages ------------------------------------------------------------------------------------- */

static const struct {
  const char *name, *page, *blocks;
} pages[] = {
    {"paragraphs", "<p>一</p><p> </p><p>二<br>三<br><br>四", "P:一 P:二!三 P:四"},
    {"a table", "<table><tr><th>项目<th>数量<tr><td>制发<td>3</table>", "T2x2[0.0:项目 0.1:数量 1.0:制发 1.1:3]"},
    {"a caption", "<table><caption>表一</caption><tr><td>a<td>b</table>", "P:表一 T1x2[0.0:a 0.1:b]"},
    {"a caption without a table", "<table><caption>表一</caption></table>x", "P:表一 P:x"},
    {"a caption behind rows", "<table><tr><td>a<td>b</tr><caption>表一</caption></table>x", "T1x2[0.0:a 0.1:b] P:x"},
    {"text between cells", "<table><tr>x<td>a</td>y<td>b</td></tr>z</table>", "P:x T1x2[0.0:a 0.1:b]"},
    {"a cell of paragraphs", "<table><tr><td><p>a</p><p>b<br>c</p><td>d</table>", "T1x2[0.0:a!b!c 0.1:d]"},
    {"spans", "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>",
     "T2x3[0.0+2x1:a 0.1+1x2:b 1.1:c 1.2:d]"},
    {"spans of 0", "<table><tr><td rowspan=0>a<td colspan=0>b<tr><td>c<tr><td>d</table>",
     "T3x2[0.0+3x1:a 0.1:b 1.1:c 2.1:d]"},
    {"spans beyond the table", "<table><tr><td rowspan=65534>a<td>b<tr><td>c</table>", "T2x2[0.0+2x1:a 0.1:b 1.1:c]"},
    {"spans that are no numbers", "<table><tr><td rowspan=x>a<td colspan=-2>b</table>", "T1x2[0.0:a 0.1:b]"},
    {"the largest column span", "<table><tr><td colspan=1000>a<td>b</table>", "P:a P:b"},
    {"a table for the layout", "<table><tr><td>左<td><table><tr><td>a<td>1</table>下<td>右</table>",
     "P:左 T1x2[0.0:a 0.1:1] P:下 P:右"},
    {"tables for the layout in each other",
     "<table><tr><td>甲<td><table><tr><td>乙<td><table><tr><td>a<td>1</table>丙</table>丁</table>戊",
     "P:甲 P:乙 T1x2[0.0:a 0.1:1] P:丙 P:丁 P:戊"},
    {"a single cell for the layout", "<table><tr><td><p>甲<p>乙<table><tr><td>a<td>1</table></table>",
     "P:甲 P:乙 T1x2[0.0:a 0.1:1]"},
    {"a single cell", "<table><tr><td>甲<br>乙<p>丙</table>", "P:甲!乙 P:丙"},
    {"a table in a row", "<table><tr><td>a<td>b</tr><table><tr><td>c<td>d</table></table>",
     "T1x2[0.0:a 0.1:b] T1x2[0.0:c 0.1:d]"},
    {"a table in a caption", "<table><caption>甲<table><tr><td>a<td>b</table>", "P:甲 T1x2[0.0:a 0.1:b]"},
    {"a table left open", "<table><tr><td>a<td>b", "T1x2[0.0:a 0.1:b]"},
    {"facts", "<meta name=PubDate content='2021-01-29'><title>年度报告</title><p>a",
     "M:PubDate}2021-01-29 M:title}年度报告 P:a"},
    {"references", "<table><tr><td>1&#50;&lt;<td>&nbsp;<td>&#x7532;</table>", "T1x3[0.0:12< 0.1: 0.2:甲]"},
    {"forged marks", "<table><tr><td>1&#31;\x1E<td>2&#28;</table>",
     "T1x2[0.0:1\xEF\xBF\xBD\xEF\xBF\xBD 0.1:2\xEF\xBF\xBD]"},
};

static void reads_pages(void) {
  for (size_t i = 0; i < COUNT(pages); i++) {
    test("page: %s", pages[i].name);
    built b;
    parse(&b, slice(pages[i].page));
    writer blocks = {.size = 0};
    put_blocks(&blocks, &b);
    CHECK_SLICE(slice(blocks.text), pages[i].blocks);
    check_invariants(&b);
    drop(&b);
  }
}

/* A cell of so many bytes and two short ones. */
static void knows_long_cells(void) {
  static char page[4 * GR_MAX_CELL_TEXT];
  for (size_t size = GR_MAX_CELL_TEXT - 1; size <= GR_MAX_CELL_TEXT + 1; size++) {
    test("a cell of %zu bytes", size);
    size_t n = (size_t)snprintf(page, sizeof page, "<table><tr><td>");
    for (size_t i = 0; i < size; i++) page[n++] = i == 100 ? '\v' : i % 7 == 6 ? '.' : (char)('a' + i % 7);
    n += (size_t)snprintf(page + n, sizeof page - n, "<td>1<td>2</table>");
    built b;
    parse(&b, (gr_slice){page, n});
    check_invariants(&b);
    bool is_table = size <= GR_MAX_CELL_TEXT;
    CHECK(b.count == (is_table ? 1 : 3) && (block_of(&b, 0).kind == GR_TABLE) == is_table);
    drop(&b);
  }
  test("much text in front of the first cell is none of a cell");
  size_t n = (size_t)snprintf(page, sizeof page, "<table><caption>");
  for (size_t i = 0; i < GR_MAX_CELL_TEXT + 1; i++) page[n++] = 'a';
  n += (size_t)snprintf(page + n, sizeof page - n, "</caption><tr><td>1<td>2</table>");
  built b;
  parse(&b, (gr_slice){page, n});
  check_invariants(&b);
  CHECK(b.count == 2 && block_of(&b, 1).kind == GR_TABLE);
  drop(&b);
}

/* Where each cell of the first table comes from. */
static void has_sources(void) {
  static const struct {
    const char *name, *page;
    const char *source[3];
    size_t byte[3];   /* where it begins, from 1 */
  } cases[] = {
      {"plain cells", "<table><tr><td>a</td><td>bc</td><td>d</td></table>", {"a", "bc", "d"}, {16, 26, 37}},
      {"implied ends", "<table><tr><td>a<td>bc<td>d</table>", {"a", "bc", "d"}, {16, 21, 27}},
      {"blank cells", "<table><tr><td></td><td> </td><td>&nbsp;</td></table>", {"", "", ""}, {16, 26, 41}},
      {"blank cells with implied ends", "<table><tr><td><td> <td></table>", {"", "", ""}, {16, 21, 25}},
      {"blank cells at the end", "<table><tr><td>a<td> <td>", {"a", "", ""}, {16, 22, 26}},
      {"references", "<table><tr><td>&#49;2</td><td>1&#50;</td><td>&lt;</td></table>", {"&#49;2", "1&#50;", "&lt;"},
       {16, 31, 46}},
      {"references of two characters", "<table><tr><td>&NotEqualTilde;</td><td>1</td><td>2</td></table>",
       {"&NotEqualTilde;", "1", "2"}, {16, 40, 50}},
      {"paragraphs in cells", "<table><tr><td><p>a</p><p>b</p></td><td> <br>c<br> </td><td>d", {"a</p><p>b", "c", "d"},
       {19, 46, 61}},
      {"what is folded", "<table><tr><td>１２</td><td>總</td><td>　中　</td></table>", {"１２", "總", "中"}, {16, 31, 46}},
      {"tags in a number", "<table><tr><td>1<b>2</b></td><td><i>3</i></td><td>4</td></table>", {"1<b>2", "3", "4"},
       {16, 37, 51}},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("source: %s", cases[i].name);
    built b;
    parse(&b, slice(cases[i].page));
    CHECK(b.count == 1 && block_of(&b, 0).cells == 3);
    for (size_t k = 0; k < 3 && b.count == 1; k++) {
      gr_grid_cell cell = cell_of(&b, 0, k);
      CHECK_SLICE(gr_document_source(b.document, cell.tape_start, cell.tape_end), cases[i].source[k]);
      gr_place place = gr_document_place(b.document, cell.tape_start, cell.tape_end);
      size_t size = strlen(cases[i].source[k]);
      CHECK_THAT(place.byte == cases[i].byte[k] && place.byte_end + 1 == place.byte + size && place.line == 1,
                 "cell %zu: bytes %zu to %zu, expected from %zu", k, place.byte, place.byte_end, cases[i].byte[k]);
    }
    drop(&b);
  }
}

/* ---- divisions --------------------------------------------------------------------------------- */

static gr_range find(const built *b, const char *word) {
  const char *at = strstr(b->tape.data, word);   /* a NUL ends the tape */
  if (at == NULL) abort();
  size_t from = (size_t)(at - b->tape.data);
  return (gr_range){from, from + strlen(word)};
}

/* The division around the text from one word to another. */
static const struct {
  const char *name, *page, *first, *last, *division;
} divisions[] = {
    {"none", "<p>a<p>b<p>c", "b", "b", "a$b$c$"},
    {"none around it", "<div>a</div>b<div>c</div>", "b", "b", "a$b$c$"},
    {"one", "<div>a</div><div>b</div>c", "b", "b", "b$"},
    {"the innermost", "<div>a<div>b<div>c</div>d</div>e</div>f", "c", "c", "c$"},
    {"the innermost around all of it", "<div>a<div>b<div>c</div>d</div>e</div>f", "c", "d", "b$c$d$"},
    {"the outermost", "<div>a<div>b<div>c</div>d</div>e</div>f", "a", "d", "a$b$c$d$e$"},
    {"across divisions", "a<div>b</div><div>c</div>d", "b", "c", "a$b$c$d$"},
    {"the body", "<title>t</title><body><div>a</div>b<div>c</div></body>", "a", "c", "a$b$c$"},
    {"the last of several of the same text", "<section><article><main>a</main></article></section>b", "a", "a", "a$"},
    {"other elements", "<section>a<article>b</article></section><p>c", "b", "b", "b$"},
    {"left open", "a<div>b<div>c", "b", "c", "b$c$"},
    {"around a table", "<div>x</div><div><table><tr><td>a<td>b</table></div>y", "a", "b", "^a}b};]"},
    {"in a cell", "<table><tr><td><div>a</div><td>b</table>", "a", "a", "a"},
    {"in a table that dissolved", "<table><tr><td><div>a</div>b<td><table><tr><td>1<td>2</table></table>", "a", "a",
     "a"},
};

static void has_divisions(void) {
  for (size_t i = 0; i < COUNT(divisions); i++) {
    test("division: %s", divisions[i].name);
    built b;
    parse(&b, slice(divisions[i].page));
    gr_range range = {find(&b, divisions[i].first).start, find(&b, divisions[i].last).end};
    gr_range division = gr_document_division(b.document, range);
    writer w = {.size = 0};
    put_tape(&w, part(&b, division.start, division.end));
    CHECK_SLICE(slice(w.text), divisions[i].division);
    drop(&b);
  }
  test("division: of the whole tape and of its ends");
  built b;
  parse(&b, slice("<div>a</div><div>b</div>c"));
  gr_range all = {0, b.tape.size}, end = {b.tape.size, b.tape.size};
  CHECK(gr_document_division(b.document, all).end == all.end && gr_document_division(b.document, all).start == 0);
  CHECK(gr_document_division(b.document, end).start == 0);
  CHECK(gr_document_division(b.document, (gr_range){0, 0}).end == 2);
  drop(&b);

  test("division: the smallest of random ones");
  uint64_t seed = 7;
  for (size_t round = 0; round < 300; round++) {
    char page[2048];
    size_t n = 0;
    for (size_t i = 0; i < 40; i++) {
      static const char *const pieces[] = {"<div>", "</div>", "a", "<p>b", "<section>", "</section>", "<td>",
                                           "<table><tr><td>", "</table>", "<tr>"};
      n += (size_t)snprintf(page + n, sizeof page - n, "%s", pieces[random_below(&seed, COUNT(pieces))]);
    }
    n += (size_t)snprintf(page + n, sizeof page - n, "x");
    parse(&b, (gr_slice){page, n});
    for (size_t k = 0; k < 20; k++) {
      size_t from = random_below(&seed, b.tape.size + 1), to = from + random_below(&seed, b.tape.size + 1 - from);
      gr_range inside = {from, to}, around = gr_document_division(b.document, inside);
      CHECK_THAT(around.start <= from && around.end >= to && around.end <= b.tape.size, "%zu to %zu in %zu to %zu",
                 from, to, around.start, around.end);
      gr_range again = gr_document_division(b.document, around);
      CHECK_THAT(again.start == around.start && again.end == around.end, "%zu to %zu, and again %zu to %zu",
                 around.start, around.end, again.start, again.end);
    }
    drop(&b);
  }
}

int main(void) {
  builds();
  bears_anything();
  reads_pages();
  knows_long_cells();
  has_sources();
  has_divisions();
  return check_finish();
}
