/* govreport: reads the annual reports that government bodies must publish.
 *
 * The public C interface. It needs no Lua.
 *
 * Conventions, unless a contract says otherwise:
 *   - Functions return a gr_status; GR_OK is 0. Results go to the last parameters, which are written only on GR_OK.
 *   - Objects are made by gr_NOUN_new or gr_NOUN_parse and released by gr_NOUN_free, which accepts NULL.
 *   - Pointer parameters must not be NULL. A gr_slice is a view: it lives as long as the object it came from.
 *   - Offsets are 0-based byte offsets and ranges are half open, [start, end). Only gr_place is for people:
 *     1-based and inclusive.
 *   - No function prints, aborts, reads the locale or keeps state outside its objects. An object may be used from
 *     several threads at once as long as none of them changes it; Documents and sealed Reports never change. */
#ifndef GOVREPORT_H
#define GOVREPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- status ---------------------------------------------------------------------------------- */

/* X(enumerator, permanent name, message). The names are part of the interface and never change. */
#define GR_STATUS_TABLE(X)                                                                        \
  X(GR_OK, "ok", "no error")                                                                      \
  X(GR_LIMIT_MEMORY, "limit.memory", "the memory budget is used up")                              \
  X(GR_LIMIT_INPUT, "limit.input", "the input is larger than the limit")                          \
  X(GR_LIMIT_ITEMS, "limit.items", "there are more items of one kind than the limit")             \
  X(GR_INPUT_EMPTY, "input.empty", "the input holds no text")                                     \
  X(GR_INPUT_ZEROS, "input.zeros", "the input consists of zero bytes")                            \
  X(GR_INPUT_IMAGE, "input.image", "the input is a picture")                                      \
  X(GR_INPUT_FORMAT, "input.format", "the input is of a file format that is not read")            \
  X(GR_INPUT_BINARY, "input.binary", "the input is binary data, not text")                        \
  X(GR_INPUT_ENCODING, "input.encoding", "the input is in no known encoding")                     \
  X(GR_INPUT_MOJIBAKE, "input.mojibake", "the input was decoded wrongly and saved so")            \
  X(GR_NUMBER_SYNTAX, "number.syntax", "not a number")                                            \
  X(GR_NUMBER_RANGE, "number.range", "more than 15 significant digits")                           \
  X(GR_NUMBER_INEXACT, "number.inexact", "the result has no exact decimal form")                  \
  X(GR_DATE_SYNTAX, "date.syntax", "not a date")                                                  \
  X(GR_DATE_RANGE, "date.range", "no such day in the calendar")                                   \
  X(GR_UNIT_MIXED, "unit.mixed", "quantities of different units cannot be added")

typedef enum gr_status {
#define GR_STATUS_ENUM(symbol, name, message) symbol,
  GR_STATUS_TABLE(GR_STATUS_ENUM)
#undef GR_STATUS_ENUM
} gr_status;

/* The permanent dotted name and the English message of a status. Never NULL; constant text. */
const char *gr_status_name(gr_status status);
const char *gr_status_message(gr_status status);

/* Where and how much: what a message about bad input needs. Members that do not apply are 0 or NULL. */
typedef struct gr_error {
  gr_status status;
  size_t offset;        /* byte of the input at which reading failed */
  size_t line;          /* its line, 1-based; 0 where there is none */
  uint64_t actual;      /* for a passed limit: what was met */
  uint64_t limit;       /* and what is allowed */
  const char *detail;   /* the file format that was recognised, or the encoding; constant text, or the options' */
} gr_error;

/* ---- slices and memory ----------------------------------------------------------------------- */

typedef struct gr_slice {
  const char *data;
  size_t size;
} gr_slice;

typedef struct gr_range {
  size_t start, end;   /* half open; on the tape unless said otherwise */
} gr_range;

/* realloc-like: size 0 frees and returns NULL; NULL for a size > 0 means out of memory. */
typedef struct gr_allocator {
  void *(*resize)(void *context, void *block, size_t old_size, size_t new_size);
  void *context;
} gr_allocator;

typedef enum gr_format { GR_FORMAT_AUTO, GR_FORMAT_TEXT, GR_FORMAT_HTML, GR_FORMAT_OTHER } gr_format;

/* Zero in a member means the default of gr_limits.h. NULL for the whole means all defaults. */
typedef struct gr_options {
  size_t max_input;              /* bytes of input */
  size_t max_memory;             /* bytes that one object may hold */
  const gr_allocator *allocator; /* borrowed until the object is freed; NULL: the C library */
  const char *encoding;          /* name for iconv, of one without shift states; NULL: find out. As in web pages,
                                    gb2312 and gbk mean GB18030, and big5 means BIG5-HKSCS */
  gr_format format;              /* GR_FORMAT_AUTO: find out by the content */
  const struct gr_reader *reader;/* borrowed until the document is freed: the input is the text that it made, its format
                                    GR_FORMAT_OTHER; NULL: the core reads */
} gr_options;

/* ---- readers --------------------------------------------------------------------------------- */

/* The events by which every reader hands over what it reads. */
#define GR_BUILDER_VERSION 5

/* Ranges are offsets in the decoded source, rising from event to event; an empty range is the place of something that
 * the source leaves out, such as an end tag. The first event that fails ends the reading: the reader returns its status.
 *
 * Text outside of a paragraph or cell opens a paragraph. A table holds rows of cells; text, breaks and whole tables may
 * stand in a cell. Ends that nothing opened are ignored, and what is still open at the end is closed. */
typedef struct gr_builder {
  int version;
  void *context;
  /* Text as it stands in the source. */
  gr_status (*text)(void *context, size_t start, size_t end);
  /* One character for which the source has another spelling: a character reference. */
  gr_status (*character)(void *context, uint32_t character, size_t start, size_t end);
  gr_status (*soft_break)(void *context, size_t start, size_t end);
  gr_status (*paragraph_end)(void *context, size_t start, size_t end);
  gr_status (*table_start)(void *context, size_t start, size_t end);
  gr_status (*table_end)(void *context, size_t start, size_t end);
  gr_status (*row_start)(void *context, size_t start, size_t end);
  /* The end of a group of rows: no cell in front of it spans rows behind it. */
  gr_status (*rows_end)(void *context, size_t start, size_t end);
  /* Spans as the source has them, 1 where it has none; row_span 0: down to the end of the group. */
  gr_status (*cell_start)(void *context, size_t row_span, size_t column_span, size_t start, size_t end);
  gr_status (*cell_end)(void *context, size_t start, size_t end);
  /* A fact about the page: its title, a <meta> with a name. Both ranges are source text; `content` may hold references
   * that are kept as they are. */
  gr_status (*meta)(void *context, gr_range name, gr_range content);
  /* An element that may hold the whole article: a division of the page. They nest. */
  gr_status (*division_start)(void *context, size_t start, size_t end);
  gr_status (*division_end)(void *context, size_t start, size_t end);
  /* What a page hides. They nest, each with what it holds whole; `alone` where the element is a division or a table,
   * which may be shown by itself, and not a piece of something. */
  gr_status (*hidden_start)(void *context, bool alone, size_t start, size_t end);
  gr_status (*hidden_end)(void *context, size_t start, size_t end);
  /* Something that is seen but is no text: a picture, an input box. The range is its tag. */
  gr_status (*picture)(void *context, size_t start, size_t end);
  /* The rows up to the next rows_end stand at the foot of their table, wherever the source has them. */
  gr_status (*foot_start)(void *context, size_t start, size_t end);
} gr_builder;

/* Where something stands in a file that has no lines of its own. All are counted from 1, inclusive; what does not apply
 * is 0 or NULL. */
typedef struct gr_spot {
  const char *part;                   /* of a package: "word/document.xml"; lives as long as the reader */
  size_t byte, byte_end;              /* of that part */
  size_t page;
  int32_t left, top, right, bottom;   /* on that page, from its upper left corner: hundredths of a point */
  size_t paragraph;                   /* of those with text outside of tables; 0 in a table */
  size_t table, row, column;          /* of tables in each other the inner one */
} gr_spot;

/* A reader outside of the core, for a kind of file of which the core knows nothing. It has made the text that people see,
 * valid UTF-8 with a line for each paragraph, which then is the document's; its events say what that text is. */
typedef struct gr_reader {
  int version;          /* GR_BUILDER_VERSION: of another version it is not used */
  const char *format;   /* the name of the kind of file, "docx" */
  gr_status (*read)(void *context, const gr_builder *builder);
  /* Where a range of the text stands in the file. NULL: lines say it well. */
  gr_spot (*spot)(const void *context, size_t start, size_t end);
  void *context;
} gr_reader;

/* ---- boxes: words with their places on pages ---------------------------------------------------- */

/* Hundredths of a point, from the upper left corner of the page. */
typedef struct gr_box {
  int32_t left, top, right, bottom;
} gr_box;

/* Words as they stand on pages, from whatever source, become a text: lines of paragraphs, and the tables that lines are
 * drawn around. Page numbers and running heads are no part of it; a table that goes on behind the end of a page is one. */
typedef struct gr_boxes gr_boxes;

/* `format` names the kind of file, "pdf". */
gr_status gr_boxes_new(const char *format, const gr_options *options, gr_boxes **out);
void gr_boxes_free(gr_boxes *boxes);
/* Begins the next page. GR_LIMIT_ITEMS past the limits of pages, words and lines. */
gr_status gr_boxes_page(gr_boxes *boxes, int32_t width, int32_t height);
/* A word of the page, in any order. What has no text or no height is left out. GR_INPUT_ENCODING where it is no UTF-8. */
gr_status gr_boxes_word(gr_boxes *boxes, gr_slice text, gr_box box);
/* A line that is drawn on the page, flat or upright: the box of its ink. */
gr_status gr_boxes_rule(gr_boxes *boxes, gr_box box);
/* The page shows a picture. */
void gr_boxes_picture(gr_boxes *boxes);
/* Makes the text; nothing can be added behind it, and nothing asked before. n log n in the words, linear in the pages. */
gr_status gr_boxes_seal(gr_boxes *boxes);

/* The text, and the reader that says what it is: for gr_document_parse, and as long as the boxes. */
gr_slice gr_boxes_text(const gr_boxes *boxes);
const gr_reader *gr_boxes_reader(const gr_boxes *boxes);
size_t gr_boxes_page_count(const gr_boxes *boxes);
/* Pages are counted from 0. */
bool gr_boxes_page_has_text(const gr_boxes *boxes, size_t page);
/* Whether two texts stand side by side there: their lines are those of one text then, which says nothing. */
bool gr_boxes_page_is_parted(const gr_boxes *boxes, size_t page);

/* ---- decimals -------------------------------------------------------------------------------- */

/* mantissa / 10^scale, |mantissa| < 10^15, 0 <= scale <= 15, no trailing zero in the fraction: equal values have
 * equal members. */
typedef struct gr_decimal {
  int64_t mantissa;
  int32_t scale;
} gr_decimal;

/* Reads `-?digits[.digits]`. GR_NUMBER_SYNTAX or GR_NUMBER_RANGE. */
gr_status gr_decimal_parse(gr_slice text, gr_decimal *out);

/* Exact results. GR_NUMBER_RANGE where a result needs more digits than a decimal holds. */
gr_status gr_decimal_add(gr_decimal a, gr_decimal b, gr_decimal *out);
gr_status gr_decimal_subtract(gr_decimal a, gr_decimal b, gr_decimal *out);
gr_status gr_decimal_multiply(gr_decimal a, gr_decimal b, gr_decimal *out);

/* a / b rounded half away from zero to `places` (0 to 15) digits after the point. GR_NUMBER_INEXACT for b = 0. */
gr_status gr_decimal_ratio(gr_decimal a, gr_decimal b, int places, gr_decimal *out);

/* Less than, equal to or greater than 0 as a is to b. Cannot fail. */
int gr_decimal_compare(gr_decimal a, gr_decimal b);

/* Writes the shortest form and a NUL; returns its length. 24 bytes are always enough. */
#define GR_DECIMAL_TEXT 24
size_t gr_decimal_format(gr_decimal value, char out[GR_DECIMAL_TEXT]);

/* ---- what a cell says ------------------------------------------------------------------------ */

/* X(enumerator, name): the states of a cell. */
#define GR_STATE_TABLE(X)                   \
  X(GR_ABSENT, "absent")                    \
  X(GR_BLANK, "blank")                      \
  X(GR_DASH, "dash")                        \
  X(GR_NONE, "none")                        \
  X(GR_NOT_APPLICABLE, "not_applicable")    \
  X(GR_UNREADABLE, "unreadable")            \
  X(GR_NUMBER, "number")                    \
  X(GR_TEXT, "text")                        \
  X(GR_DATE, "date")                        \
  X(GR_FLAG, "flag")                        \
  X(GR_CHOICE, "choice")

typedef enum gr_state {
#define GR_STATE_ENUM(symbol, name) symbol,
  GR_STATE_TABLE(GR_STATE_ENUM)
#undef GR_STATE_ENUM
} gr_state;

#define GR_STATE_ONE(symbol, name) +1
enum { GR_STATES = 0 GR_STATE_TABLE(GR_STATE_ONE) };
#undef GR_STATE_ONE

const char *gr_state_name(gr_state state);

typedef struct gr_number {
  gr_state state;     /* never GR_ABSENT */
  gr_decimal value;   /* 0 unless state is GR_NUMBER */
  gr_slice unit;      /* as printed behind the number; empty where none is */
  gr_slice sign;      /* the sign word as printed: 增, 增加, 减, 减少, 持平; empty where none is */
  gr_slice note;      /* the text in the brackets behind the number, without them */
} gr_number;

/* Reads the text of one cell in tape form. Never fails: what is not understood is GR_UNREADABLE. The slices of the
 * result lie in `text`. Linear in the text. */
gr_number gr_number_read(gr_slice text);

/* Reads a whole number in Chinese numerals with the units 十 to 万, or digit by digit (二〇二〇). The whole text must be
 * one; 一百二, which may mean 120, is none. GR_NUMBER_SYNTAX or GR_NUMBER_RANGE. */
gr_status gr_numeral_read(gr_slice text, int64_t *out);

/* day 0: a month; month 0: a year. */
typedef struct gr_date {
  int16_t year;
  int8_t month;
  int8_t day;
} gr_date;

/* Reads 2021年1月29日, 2021-01-29, 2021/1/29, 2021.1.29, 二〇二一年一月二十九日, with the time of day behind it or not, to
 * the precision printed. GR_DATE_SYNTAX, GR_DATE_RANGE for the 30th of February. */
gr_status gr_date_read(gr_slice text, gr_date *out);

/* One of the options of a cell in which one is ticked: ☑政府门户网站 □部门网站, or 是√ 否□. */
typedef struct gr_option {
  gr_slice label;
  bool ticked;
} gr_option;

/* What stands in such a cell. A text without boxes is its only option, and ticked. */
typedef struct gr_options_reader {
  gr_slice rest;
  bool box_first;     /* the boxes stand before their labels */
} gr_options_reader;

gr_options_reader gr_option_begin(gr_slice text);
/* false after the last one; a single box has an empty label. Linear in the text. */
bool gr_option_next(gr_options_reader *reader, gr_option *out);
/* GR_FLAG and what it says, of 是 or 否, 有 or 无, ticked, or of a single box; GR_BLANK where none is ticked; else
 * GR_UNREADABLE. */
gr_state gr_flag_read(gr_slice text, bool *out);
/* GR_CHOICE and the label of the first ticked one; GR_BLANK where none is, GR_UNREADABLE where several are and `many` is
 * false. */
gr_state gr_choice_read(gr_slice text, bool many, gr_slice *out);

/* Writes 2021-01-29, 2021-01 or 2021 and a NUL; returns the length. */
#define GR_DATE_TEXT 12
size_t gr_date_format(gr_date date, char out[GR_DATE_TEXT]);

/* ---- text ------------------------------------------------------------------------------------ */

/* The tape's marks. */
#define GR_SOFT_BREAK 0x0B
#define GR_PARAGRAPH_END 0x0A
#define GR_CELL_END 0x1F
#define GR_ROW_END 0x1E
#define GR_TABLE_END 0x1D
#define GR_BLOCK_START 0x1C   /* in front of a table, a fact about the page or what it hides */

/* Length of the prefix that is valid UTF-8. Overlong forms, surrogates and code points past U+10FFFF are invalid. */
size_t gr_utf8_valid(gr_slice text);
/* The tape form of one line of valid UTF-8: width and traditional characters folded, white space where it counts. Writes
 * it where it fits and returns its size; 0 where memory ran out or nothing is left. */
size_t gr_text_fold(gr_slice text, char *out, size_t capacity);

/* A template stands for several texts: [a] is there or not, {a|b} is one of them. Brackets do not nest. */
#define GR_TEMPLATE_TEXTS 1000
/* For how many texts a template stands; 0 where its brackets are not right, or for more than GR_TEMPLATE_TEXTS. */
size_t gr_template_count(gr_slice template);
/* Writes the text of a number, from 0, of those that gr_template_count gave, and returns its size, which is the
 * template's at most. The first has all options; what stands in the last bracket changes first. */
size_t gr_template_text(gr_slice template, size_t number, size_t count, char *out);

/* Columns that the text takes in a terminal: 2 for wide and full-width characters, 0 for combining ones. Invalid bytes
 * count 1 each. */
size_t gr_text_width(gr_slice text);
/* The first position from `from` on at which a word of two to `longest` Chinese characters (U+4000 to U+9FFF) stands
 * twice, one behind the other; the text's size where none does. The text is UTF-8. Linear in the text for any one
 * `longest`. */
size_t gr_text_doubled(gr_slice text, size_t from, size_t longest);
/* The first stretch from `from` on of at least so many digits, of ASCII or of Chinese width, of which a space or a hyphen
 * may stand between two; {size, size} where there is none. Linear in the text. */
gr_range gr_text_long_number(gr_slice text, size_t from, size_t least);

/* Text of a source on one line: white space counts only between two ASCII characters, and a run of it as one space. With
 * `is_narrow` digits and letters of Chinese width become ASCII. Writes at most as many bytes as the text has into `out`,
 * and returns how many. */
size_t gr_printed_line(gr_slice text, bool is_narrow, char *out);
/* Text of a tape without the ends of its lines and cells, in the same way. */
size_t gr_printed_unmarked(gr_slice tape, char *out);
/* Where the line or cell of a tape ends in which a position stands: at the next mark, or with the tape. */
size_t gr_line_stop(gr_slice tape, size_t position);

/* ---- document -------------------------------------------------------------------------------- */

typedef struct gr_document gr_document;

typedef enum gr_block_kind {
  GR_PARAGRAPH,
  GR_TABLE,
  GR_META,             /* a fact about the page: on the tape its name, GR_CELL_END, its content */
  GR_HIDDEN            /* what the page hides and is not read: behind all others */
} gr_block_kind;

typedef struct gr_block {
  gr_block_kind kind;
  size_t tape_start, tape_end;   /* without the mark that ends it */
  size_t rows, columns, cells;   /* of a table */
} gr_block;

/* Rows and columns are counted from 0, spans resolved: column + column_span <= the table's columns, and so for rows.
 * Where the source has cells overlap, they do so here. */
typedef struct gr_grid_cell {
  size_t tape_start, tape_end;   /* without the mark that ends it; paragraphs and lines in it end with GR_SOFT_BREAK */
  size_t row, column, row_span, column_span;
} gr_grid_cell;

/* 1-based, inclusive; bytes of the original input; column counts code points of the decoded line. */
typedef struct gr_place {
  size_t byte, byte_end;
  size_t line, column;
} gr_place;

/* Decodes and reads plain text or a page. The encoding is the one that the options name; else that of the byte order
 * mark; else UTF-8 where all of the bytes are; else what the page declares and what the text looks like decide between
 * UTF-8 with wrong bytes, GB18030, Big5 and UTF-16. What does not decode becomes U+FFFD; where that is more than one in
 * twenty of the characters beyond ASCII, and more than one, the input is in no known encoding.
 *
 * `bytes` is borrowed: it must stay as it is until gr_document_free. `options` may be NULL; `error` may be NULL, else it is
 * filled. Time and memory are linear: some four times the input for a report, up to thirty times for input that is little
 * but line ends. */
gr_status gr_document_parse(gr_slice bytes, const gr_options *options, gr_error *error, gr_document **out);
void gr_document_free(gr_document *document);

gr_slice gr_document_bytes(const gr_document *document);
/* The input as UTF-8, without a byte order mark. */
gr_slice gr_document_text(const gr_document *document);
/* The normalised text; followed by a NUL that does not count. */
gr_slice gr_document_tape(const gr_document *document);
/* "UTF-8", "UTF-16LE", "UTF-16BE", … Constant text or that of the options. */
const char *gr_document_encoding(const gr_document *document);

size_t gr_document_block_count(const gr_document *document);
/* index < count; for a cell, of the cells of a table, in the order of the source, but for those of
 * a <tfoot>, which come last. A cell that holds nothing but a picture or an empty input box holds U+FFFC. */
gr_block gr_document_block(const gr_document *document, size_t index);
gr_grid_cell gr_document_cell(const gr_document *document, size_t block, size_t index);

/* Where on the tape stands what a page hides and is not read: its last blocks, of kind GR_HIDDEN. The tape's size where
 * there is nothing. */
size_t gr_document_hidden_start(const gr_document *document);
/* What a page hides by its own style, and is read because the page shows it nowhere else: tabs, folded parts. Ranges of
 * the tape in document order; they may nest. index < count. */
size_t gr_document_revealed_count(const gr_document *document);
gr_range gr_document_revealed(const gr_document *document, size_t index);
/* Pictures and input boxes outside of tables, by the place on the tape where each stands. index < count. */
size_t gr_document_picture_count(const gr_document *document);
size_t gr_document_picture(const gr_document *document, size_t index);

/* The decoded source from which a range of the tape was made, and where it stands. An empty range is the place before
 * its start. Logarithmic in the document; for encodings other than UTF-8 up to 256 bytes are decoded again. */
gr_slice gr_document_source(const gr_document *document, size_t tape_start, size_t tape_end);
gr_place gr_document_place(const gr_document *document, size_t tape_start, size_t tape_end);
/* Such a place without its column, which is 0: it would have to be counted. */
gr_place gr_document_line_and_bytes(const gr_document *document, size_t tape_start, size_t tape_end);
/* Where the bytes of a place stand in the file, of a document that a reader of its own has read; false of one whose lines
 * say it. 1 <= byte, byte <= byte_end + 1. */
bool gr_document_spot(const gr_document *document, size_t byte, size_t byte_end, gr_spot *out);
/* The same range as people read it: in a page without the markup and with references decoded, cells apart by tabs, lines
 * by line feeds. Writes at most `capacity` bytes and returns their number; three times the range is always enough. */
size_t gr_document_printed(const gr_document *document, size_t tape_start, size_t tape_end, char *out, size_t capacity);
/* The first place of a range of the tape at which one of some ASCII characters stands as it is in the source, not folded
 * from one of full width; the range's end for none. Linear in the range. */
size_t gr_document_copied(const gr_document *document, size_t tape_start, size_t tape_end, const char *characters);
/* The decoded source of the characters `first` to `last` of a line, all counted from 1, as far as the line goes, without
 * its end; empty where there is nothing. Logarithmic in the document. */
gr_slice gr_document_line(const gr_document *document, size_t line, size_t first, size_t last);

/* How it was read: never GR_FORMAT_AUTO. */
gr_format gr_document_format(const gr_document *document);
/* "text", "html", or what the reader says. */
const char *gr_document_format_name(const gr_document *document);
/* The part of the tape that the smallest division of the page (div, section, article, …) with the whole of a range
 * takes; the whole tape where there is none. Linear in the divisions. */
gr_range gr_document_division(const gr_document *document, gr_range range);
/* Pieces of the input, of one byte as a rule, that do not decode, each of which is one U+FFFD in the text; 0 as a rule. */
size_t gr_document_replaced(const gr_document *document);
/* The place of one of the first of them: index < their number, index < GR_REPLACED_KEPT. */
#define GR_REPLACED_KEPT 16
gr_place gr_document_replaced_place(const gr_document *document, size_t index);
/* Bytes of an incomplete character at the end of the input, which were dropped; 0 as a rule. */
size_t gr_document_dropped_tail(const gr_document *document);
/* Whether the input tells that it was cut: it ends in a tag, a table of a page or a row, in half a character, or began
 * with <html> and ends neither that nor its body. Then the place of what was cut, up to the end. */
bool gr_document_cut(const gr_document *document, gr_place *out);
/* Whether the last line ends with a line end. */
bool gr_document_terminated(const gr_document *document);
/* Bytes held, and steps of work done so far: both grow linearly with the input. */
size_t gr_document_memory(const gr_document *document);
uint64_t gr_document_work(const gr_document *document);

/* ---- labels: what the cells of a table are ---------------------------------------------------- */

typedef enum gr_ordinal_kind {
  GR_ORDINAL_NONE,
  GR_ORDINAL_PART,       /* 一、 */
  GR_ORDINAL_SECTION,    /* (一) */
  GR_ORDINAL_POINT,      /* 1. */
  GR_ORDINAL_DETAIL      /* (1) */
} gr_ordinal_kind;

typedef struct gr_ordinal {
  gr_ordinal_kind kind;
  int number;
} gr_ordinal;

/* The longest label of a form has some 120 bytes. */
#define GR_LABEL_SIZE 256

/* The characters of a text in tape form that count: without its ordinal where `strip` asks for that, without white
 * space, line ends, brackets, quotes, punctuation and readings in brackets. Returns their bytes; 0 where there are none
 * or more than GR_LABEL_SIZE. `ordinal` may be NULL. */
size_t gr_label_skeleton(gr_slice text, bool strip, char out[GR_LABEL_SIZE], gr_ordinal *ordinal);

/* Where the ordinal or the bullet ends that stands in front of a label at a position of a tape, with the blanks behind it;
 * that position where there is none. */
size_t gr_label_start(gr_slice tape, size_t position);

typedef enum gr_slot_kind { GR_SLOT_BLANK, GR_SLOT_VALUE, GR_SLOT_LABEL, GR_SLOT_TEXT } gr_slot_kind;

typedef struct gr_slot {
  gr_slot_kind kind;     /* GR_SLOT_VALUE: a number or a word for none; GR_SLOT_TEXT: anything that is no known label */
  uint32_t label;        /* of GR_SLOT_LABEL */
  gr_ordinal ordinal;    /* in front of a label or text */
} gr_slot;

typedef struct gr_labels gr_labels;

/* A register of labels, each a number from 1. Two texts are the same label when their skeletons are. */
gr_status gr_labels_new(const gr_options *options, gr_labels **out);
void gr_labels_free(gr_labels *labels);
/* `text` is in tape form; a label that is there takes the new number. GR_LIMIT_ITEMS for a text without skeleton. */
gr_status gr_labels_add(gr_labels *labels, gr_slice text, uint32_t label);
/* 0 where the text is none; what stands in brackets at its end may be missing there. */
uint32_t gr_labels_find(const gr_labels *labels, gr_slice text, gr_ordinal *ordinal);
/* What a cell of a table is: block and cell as for gr_document_cell. */
gr_slot gr_labels_slot(const gr_labels *labels, const gr_document *document, size_t block, size_t cell);

/* The most bytes that a slot takes. */
#define GR_SLOT_SIZE 48

/* Writes a slot with the row, the column and the spans of its cell; `before` is the cell written before it, NULL for none.
 * Slots one behind the other are the signature of a table: equal for tables of which all slots and cells are the same.
 * Returns the bytes. */
size_t gr_slot_write(gr_slot slot, gr_grid_cell cell, const gr_grid_cell *before, char out[GR_SLOT_SIZE]);
/* Reads the next slot of a signature and drops it from the front; false where none is left, or what is there was not
 * written so. `cell` holds the one read before, at first nothing but 0. */
bool gr_slot_read(gr_slice *signature, gr_slot *slot, gr_grid_cell *cell);

/* ---- words: many of them looked for at once ---------------------------------------------------- */

typedef struct gr_words gr_words;

/* How words stand in a text in tape form. Where gaps may stand between their characters, words are given without any,
 * as gr_label_skeleton makes them: gaps are white space, line ends, brackets, quotes, commas, readings in brackets and the
 * number of a page that cuts the word in two. Up to two brackets or quotes may then open it as well. */
typedef enum gr_words_how {
  GR_WORDS_WRITTEN,   /* as they are written */
  GR_WORDS_PRINTED,   /* as they are written, where they end a line: behind them nothing but a unit and closing marks */
  GR_WORDS_BARE,      /* with gaps */
  GR_WORDS_INLINE,    /* with gaps; spaces, brackets, colons behind them are taken */
  GR_WORDS_LINE       /* with gaps, where they end a line */
} gr_words_how;

typedef struct gr_match {
  uint32_t number;      /* 0: there is none */
  size_t start, stop;   /* with what stands before and behind it */
} gr_match;

/* A set of words, each with a number from 1. Looking for them changes nothing but the counter of work. */
gr_status gr_words_new(const gr_options *options, gr_words **out);
void gr_words_free(gr_words *words);
/* A word that is there takes the new number. GR_LIMIT_ITEMS for an empty or too long one, or too many. What fails
 * changes nothing. Linear in the word. */
gr_status gr_words_add(gr_words *words, gr_slice word, uint32_t number);
/* Notes characters for gr_words_breaks; for gr_words_line those with which an ordinal or a bullet may begin. */
gr_status gr_words_break(gr_words *words, gr_slice characters);
/* Notes for gr_words_ahead with which Chinese characters a value may begin, and which characters never stand behind its
 * digits. */
gr_status gr_words_value(gr_words *words, gr_slice beginnings, gr_slice no_units);

/* The longest word that begins at a position. The work is bounded by the longest word and the gaps in it. */
gr_match gr_words_at(gr_words *words, gr_slice text, size_t position, gr_words_how how);
/* The longest one at the first position from `from` on, and before `to`, where one begins. */
gr_match gr_words_find(gr_words *words, gr_slice text, size_t from, size_t to, gr_words_how how);
/* The word behind another one, of all that stand in a text as they are written, also inside of each other: the next longer
 * one at its place, else the shortest at the first place behind it. It begins with {0, 0, 0}; number 0 at the end. */
gr_match gr_words_next(gr_words *words, gr_slice text, gr_match last);
/* What a line or cell of a tape begins with. */
typedef enum gr_ahead_kind {
  GR_AHEAD_NONE,     /* the end of the tape, or a table or a fact about the page, begins there */
  GR_AHEAD_VALUE,    /* digits and nothing else */
  GR_AHEAD_LABEL,    /* a word up to its end */
  GR_AHEAD_TEXT,     /* no word, and what can be no value, nor a cell that went wrong */
  GR_AHEAD_OTHER     /* a word that goes on, or none, and maybe a value */
} gr_ahead_kind;

typedef struct gr_ahead {
  gr_ahead_kind kind;
  size_t start, inside;   /* `inside`: behind an ordinal or a bullet */
  gr_match word;    /* of GR_AHEAD_LABEL and GR_AHEAD_OTHER; of a value or a text where it stops */
} gr_ahead;

/* The next line or cell from a position on; behind its ordinal or bullet see gr_words_ahead. */
gr_ahead gr_words_line(gr_words *words, gr_words *printed, gr_slice tape, size_t position);
/* What stands at a position up to the end of its line: of the words `printed` as they are printed, else of the others with
 * gaps, the longest that ends the line; else the longest of the others that stands there, or text. */
gr_ahead gr_words_ahead(gr_words *words, gr_words *printed, gr_slice tape, size_t position);
/* Whether one of the noted characters stands at a position. */
bool gr_words_breaks(gr_words *words, gr_slice text, size_t position);
/* Whether a word begins so and is longer. */
bool gr_words_go_on(gr_words *words, gr_slice beginning);

/* What stands at a position of a sentence, whose words are all known but for some. */
typedef enum gr_item_kind {
  GR_ITEM_END,        /* the sentence ends there */
  GR_ITEM_BREAK,      /* a character noted for gr_words_breaks */
  GR_ITEM_WORD,
  GR_ITEM_NUMBER,     /* digits and at once a measure word: 1,204件 */
  GR_ITEM_PERCENT,    /* 33.9% */
  GR_ITEM_PASSED,     /* says nothing: the number of a list, 1., or examples in front of what they are examples of */
  GR_ITEM_UNKNOWN,    /* no word and no number, and so all up to a mark or bracket */
  GR_ITEM_OTHER       /* a number that is written otherwise */
} gr_item_kind;

typedef struct gr_item {
  gr_item_kind kind;
  uint32_t number;    /* of the word, or of the measure word */
  size_t start, digits_stop, stop;
  uint64_t value;     /* of GR_ITEM_NUMBER; UINT64_MAX for one that is not whole, has too many digits or may be bounded */
} gr_item;

/* The words by which items are told: also measure words; words in front of which a list of examples may stand, which ends
 * with 等; and what may bound a number, behind it, 以上, or as the last character in front of it, 约. */
typedef struct gr_item_words {
  gr_words *words, *measures, *examples, *bounds;
} gr_item_words;

/* What stands at a position; a break only if there may be one. Linear in the item, and at most 241 bytes behind its
 * start. */
gr_item gr_words_item(gr_item_words known, gr_slice text, size_t position, bool may_break);

/* The next number from `from` on, and before `to`, that has a word at once behind it, or behind a space, 余 or 多. */
typedef struct gr_counted {
  bool found;
  size_t start, stop;   /* of its digits and commas */
  uint64_t value;       /* UINT64_MAX where it has more digits than fit */
} gr_counted;

gr_counted gr_words_counted(gr_words *words, gr_slice text, size_t from, size_t to);

/* Bytes held, and characters looked at so far. */
size_t gr_words_memory(const gr_words *words);
uint64_t gr_words_work(const gr_words *words);

/* ---- sentences that state something ------------------------------------------------------------ */

/* What a word tells of the sentence that it stands in. */
typedef enum gr_sign {
  GR_SIGN_SURE = 1,   /* behind a number: 26件; the sentence states it */
  GR_SIGN_COUNTS,     /* behind a number: 26次; it does so where it names a topic */
  GR_SIGN_DENIES      /* 未; the same */
} gr_sign;

/* Goes through the sentences of a text in tape form that may state a number of something, or deny it. All begins as 0
 * but the sets of words and the text. A sentence ends at 。! ? or with its line; the heading of its paragraph is the next
 * short line above, empty where there is none near. */
typedef struct gr_sentences {
  gr_words *signs;      /* their numbers are those of gr_sign */
  gr_words *numerals;   /* what ends a number in Chinese: 十, 余 */
  gr_words *topics;
  gr_slice text;
  size_t start, stop;   /* of the sentence */
  size_t paragraph;     /* where its paragraph begins */
  gr_slice heading;
  size_t looked;        /* how far signs have been looked for */
  bool has_heading, is_read, is_off_topic;
  uint64_t work;        /* bytes looked at, without those that the sets of words count */
} gr_sentences;

/* The next one; false where there is none. Linear in the text, and up to 1500 bytes for each paragraph. */
bool gr_sentences_next(gr_sentences *sentences);
/* Where the sentence that stands at a position ends. */
size_t gr_sentence_stop(gr_slice text, size_t start);
/* Where the number of a page ends that stands alone on its line from a position on: — 4 —, 第3页 共5页, Page 8 of 20. The
 * position for none. */
size_t gr_page_number_stop(gr_slice text, size_t start);
/* A soft break, and where the text goes on: behind it, or behind the number of a page on the line below. */
typedef struct gr_joint {
  size_t at, stop;
  bool is_apart;       /* letters, digits or their signs stand on both sides */
} gr_joint;
/* The first one from a position on; `at` is the text's size where there is none. */
gr_joint gr_text_joint(gr_slice text, size_t from);
/* Where the paragraph, row or cell that stands at a position ends: at its mark, or the text's end. */
size_t gr_paragraph_stop(gr_slice text, size_t start);

/* ---- schema: the ids that a form declares ---------------------------------------------------- */

typedef struct gr_schema gr_schema;

/* X(enumerator, name): what a cell holds. */
#define GR_TYPE_TABLE(X)            \
  X(GR_TYPE_NUMBER, "number")       \
  X(GR_TYPE_TEXT, "text")           \
  X(GR_TYPE_DATE, "date")           \
  X(GR_TYPE_FLAG, "flag")           \
  X(GR_TYPE_CHOICE, "choice")       \
  X(GR_TYPE_CHOICES, "choices")     \
  X(GR_TYPE_UNIT, "unit")           /* the unit of the numbers beside it */

typedef enum gr_type {
#define GR_TYPE_ENUM(symbol, name) symbol,
  GR_TYPE_TABLE(GR_TYPE_ENUM)
#undef GR_TYPE_ENUM
} gr_type;

typedef struct gr_axis_entry {
  const char *id;      /* permanent, ASCII */
  const char *label;   /* official wording */
  gr_type type;        /* of a row: where it is not GR_TYPE_NUMBER, it goes before that of the column */
  const char *unit;    /* of its numbers, where none is printed; NULL for none */
  bool heading;        /* of a row: it has no numbers and does not count */
} gr_axis_entry;

/* Ids are copied. `form` is the form's id. */
gr_status gr_schema_new(const char *form, const gr_options *options, gr_schema **out);
void gr_schema_free(gr_schema *schema);
/* GR_LIMIT_ITEMS past the limits of gr_limits.h. Tables, fields and sections are numbered from 0 in call order. */
gr_status gr_schema_table(gr_schema *schema, const char *id, const gr_axis_entry *rows, size_t row_count,
                          const gr_axis_entry *columns, size_t column_count);
/* Of the newest table: the row or the `parts` rows below it are printed, not both. GR_LIMIT_ITEMS where there are not so
 * many rows. */
gr_status gr_schema_split(gr_schema *schema, size_t row, size_t parts);
/* Of the newest table: what it is called where it is printed. GR_LIMIT_ITEMS where there is no table. */
gr_status gr_schema_caption(gr_schema *schema, const char *caption);
gr_status gr_schema_field(gr_schema *schema, const char *id);
gr_status gr_schema_section(gr_schema *schema, const char *id);

const char *gr_schema_form(const gr_schema *schema);
size_t gr_schema_table_count(const gr_schema *schema);
size_t gr_schema_field_count(const gr_schema *schema);
size_t gr_schema_section_count(const gr_schema *schema);
size_t gr_schema_cell_count(const gr_schema *schema);
const char *gr_schema_table_id(const gr_schema *schema, size_t table);
/* NULL where it has none. */
const char *gr_schema_table_caption(const gr_schema *schema, size_t table);
const char *gr_schema_field_id(const gr_schema *schema, size_t field);
const char *gr_schema_section_id(const gr_schema *schema, size_t section);
size_t gr_schema_rows(const gr_schema *schema, size_t table);
size_t gr_schema_columns(const gr_schema *schema, size_t table);
const gr_axis_entry *gr_schema_row(const gr_schema *schema, size_t table, size_t row);
/* The number of rows that may be printed in place of a row; of one of these, minus its number among them, from 1; else 0. */
int gr_schema_parts(const gr_schema *schema, size_t table, size_t row);
const gr_axis_entry *gr_schema_column(const gr_schema *schema, size_t table, size_t column);
/* The number of a table's first cell among all cells of a report; cells run row by row. */
size_t gr_schema_first_cell(const gr_schema *schema, size_t table);
/* What a cell holds, and the unit that the form gives its numbers, NULL for none. A row goes before a column; a column of
 * units holds units in every row. */
gr_type gr_schema_type(const gr_schema *schema, size_t cell);
const char *gr_schema_unit(const gr_schema *schema, size_t cell);
/* The table, row and column of a cell number. */
void gr_schema_locate(const gr_schema *schema, size_t cell, size_t *table, size_t *row, size_t *column);

/* ---- report ---------------------------------------------------------------------------------- */

typedef struct gr_report gr_report;

#define GR_NO_INDEX SIZE_MAX

typedef struct gr_cell {
  gr_state state;
  bool inferred;       /* bound by order, not by its labels */
  bool lost;           /* unreadable with its whole row: the range is that of the row's label */
  gr_decimal value;
  gr_range range;      /* empty for an absent cell */
  gr_range unit, sign, note;
} gr_cell;               /* of GR_FLAG the value is 1 or 0; text, dates and choices are read from the range */

typedef enum gr_field_kind { GR_FIELD_TEXT, GR_FIELD_INTEGER, GR_FIELD_DATE, GR_FIELD_AMOUNT } gr_field_kind;

typedef struct gr_field {
  size_t field;        /* number in the schema */
  gr_state state;      /* GR_NUMBER for a value of any kind; GR_BLANK, GR_NONE; GR_UNREADABLE */
  gr_field_kind kind;
  gr_slice text;       /* normalised; ISO form for a date */
  gr_decimal number;   /* for integers and amounts */
  gr_range range;
} gr_field;

typedef struct gr_section {
  size_t section;      /* number in the schema, GR_NO_INDEX for one that the form does not name */
  size_t parent;       /* index in the report; GR_NO_INDEX at the top */
  int level;           /* 1 for a part of the form */
  int number;          /* the printed ordinal; 0 where none is printed */
  gr_range marker;     /* the printed ordinal or bullet; empty where none is */
  gr_range title;
  gr_range body;       /* from the title's end to the next section of the same or a higher level */
} gr_section;

typedef struct gr_claim {
  const char *kind;    /* "quantity", "date", …: interned */
  bool has_value;      /* a date has none */
  gr_decimal value;
  const char *bound;   /* "exact", "at_least", "about", …: interned */
  gr_slice text;       /* measure word, or ISO date */
  gr_range range;
  size_t section;      /* index of the innermost section; GR_NO_INDEX before the first */
} gr_claim;

typedef struct gr_deviation {
  const char *kind;    /* interned */
  gr_slice subject;    /* an id or a label of the form */
  gr_slice detail;
  gr_range range;
} gr_deviation;

/* X(enumerator, name): what became of a run of digits. */
#define GR_LEDGER_TABLE(X)           \
  X(GR_UNACCOUNTED, "unaccounted")   \
  X(GR_BOUND, "bound")               \
  X(GR_IGNORED, "ignored")

typedef enum gr_ledger_status {
#define GR_LEDGER_ENUM(symbol, name) symbol,
  GR_LEDGER_TABLE(GR_LEDGER_ENUM)
#undef GR_LEDGER_ENUM
} gr_ledger_status;

const char *gr_ledger_status_name(gr_ledger_status status);

typedef struct gr_ledger_entry {
  gr_range range;
  gr_ledger_status status;
  const char *reason;  /* "cell", "field", "claim", "list_number", …: interned; NULL when unaccounted */
} gr_ledger_entry;

/* A report under construction: all its cells are absent and all numbers unaccounted. The document and the schema are
 * borrowed until the report is freed. After gr_report_seal none of the functions that add may be called. */
gr_status gr_report_new(const gr_document *document, const gr_schema *schema, const gr_options *options,
                        gr_report **out);
void gr_report_free(gr_report *report);

/* Reads the text of a cell and marks its numbers as bound, unless it is unreadable. Binding a cell twice keeps the first
 * and leaves the second's numbers as they are; `fresh` tells (it may be NULL). A cell ended by the end of an unterminated
 * document is unreadable. */
gr_status gr_report_cell(gr_report *report, size_t cell, gr_range range, bool inferred, bool *fresh);
/* From a position of the tape to the mark that ends its line. */
gr_range gr_report_line(const gr_report *report, size_t start);
/* The unit that the header gives to a number which has none of its own. */
void gr_report_unit(gr_report *report, size_t cell, gr_range unit);
/* Says of a cell whose row is there that it could not be read; its numbers stay unaccounted. */
void gr_report_unreadable(gr_report *report, size_t cell, gr_range range);
gr_status gr_report_field(gr_report *report, const gr_field *field);
/* Sections are added in document order; parents before children. `index` may be NULL. */
gr_status gr_report_section(gr_report *report, const gr_section *section, size_t *index);
gr_status gr_report_claim(gr_report *report, const gr_claim *claim);
gr_status gr_report_ignore(gr_report *report, gr_range range, const char *reason);
/* Prose: lines in which no table and no heading of a part lies. Passages are added in document order. */
gr_status gr_report_passage(gr_report *report, gr_range range);
gr_status gr_report_deviation(gr_report *report, const char *kind, gr_slice subject, gr_slice detail, gr_range range);
/* Brings fields, claims and deviations into document order, and gives the numbers beside a column of units theirs. */
void gr_report_seal(gr_report *report);
/* Adds to the work counter what was done outside of the core, such as the bytes that a grammar was run on. */
void gr_report_charge(gr_report *report, uint64_t steps);

const gr_document *gr_report_document(const gr_report *report);
const gr_schema *gr_report_schema(const gr_report *report);
size_t gr_report_memory(const gr_report *report);
/* Steps of work: the document's, those charged, and one for each cell of the form, each number of the text and each
 * thing that was added. */
uint64_t gr_report_work(const gr_report *report);

/* cell < gr_schema_cell_count; the others: index < count. Constant time; pointers live as long as the report. */
const gr_cell *gr_report_cell_at(const gr_report *report, size_t cell);
/* Whether a cell of a row that counts holds anything but a whole number >= 0 without a unit, or, where it is not for
 * numbers, cannot be read: what rules about single cells look at. */
bool gr_report_cell_is_odd(const gr_report *report, size_t cell);
/* Whether a row counts: no heading; of a row and those that may be printed in its place, the rows that are in the report; where
 * neither are, those in its place. */
bool gr_report_row_used(const gr_report *report, size_t table, size_t row);
bool gr_report_cell_used(const gr_report *report, size_t cell);
/* Whether any cell of the table is not absent. */
bool gr_report_table_present(const gr_report *report, size_t table);
size_t gr_report_field_count(const gr_report *report);
const gr_field *gr_report_field_at(const gr_report *report, size_t index);
size_t gr_report_section_count(const gr_report *report);
const gr_section *gr_report_section_at(const gr_report *report, size_t index);
/* What the text below a section's title is: GR_BLANK for nothing, GR_NONE for 无 alone, else GR_NUMBER, which here means
 * text. */
gr_state gr_report_section_state(const gr_report *report, size_t index);
size_t gr_report_claim_count(const gr_report *report);
const gr_claim *gr_report_claim_at(const gr_report *report, size_t index);
size_t gr_report_deviation_count(const gr_report *report);
const gr_deviation *gr_report_deviation_at(const gr_report *report, size_t index);
size_t gr_report_passage_count(const gr_report *report);
gr_range gr_report_passage_at(const gr_report *report, size_t index);
size_t gr_report_ledger_count(const gr_report *report);
gr_ledger_entry gr_report_ledger_at(const gr_report *report, size_t index);

/* ---- alignment: which values of a text belong to which rows ------------------------------------ */

typedef struct gr_align gr_align;

/* X(name, cost): what each way to explain a piece of text costs, in tenths. An alignment explains a stretch of text as
 * the rows that a form expects there, at the least cost. */
#define GR_ALIGN_COSTS(X)                                                                       \
  X(substitute, 30)    /* a letter of a label that is another one */                            \
  X(insert, 25)        /* a letter that no label has */                                         \
  X(skip, 15)          /* letters of a label that are missing: once, and 10 for each */         \
  X(tail, 20)          /* the end of a label that is missing: once, and 8 for each, at most 80 */ \
  X(no_label, 110)     /* a row without its label, that stands nowhere in the text */           \
  X(no_label_seen, 50) /* a row without its label, that stands elsewhere */                     \
  X(late, 50)          /* a label behind the values of its row */                               \
  X(late_inside, 150)  /* a label between them */                                               \
  X(group_whole, 10)   /* a group or a word of the header, or a piece of it, as a whole cell or line */ \
  X(group_piece, 20)   /* the same inside of one */                                             \
  X(group_letter, 5)   /* the same, a single letter, besides */                                 \
  X(other_label, 30)   /* the label of another row */                                           \
  X(other_piece, 40)   /* a piece of one, of at least four letters */                           \
  X(other_in_row, 600) /* either on a record that has values */                                 \
  X(noise, 40)         /* text that nothing explains: once, and 7 for each letter, at most 120 */ \
  X(torn, 40)          /* such text behind a piece of a label, in one cell or line with it */       \
  X(absent, 100)       /* a row of the form that is not there */                                \
  X(no_values, 90)     /* a row with its label alone */                                         \
  X(partial, 100)      /* a row with some of its values */                                      \
  X(same_record, 80)   /* two rows on one record */                                             \
  X(next_line, 25)     /* a row whose values are on more than one record */                     \
  X(record_size, 10)   /* a record with more or fewer values than its row has */                \
  X(unlabelled, 200)   /* values without label behind the label of another row */               \
  X(lost_number, 60)   /* a number that belongs to no row */                                    \
  X(lost_dash, 15)     /* a dash, or a word for none */                                         \
  X(lost_blank, 4)     /* an empty cell */

#define GR_ALIGN_COUNT_COST(name, cost) +1
#define GR_ALIGN_COST_COUNT (0 GR_ALIGN_COSTS(GR_ALIGN_COUNT_COST))

/* The name of a cost; NULL past the last. */
const char *gr_align_cost_name(size_t index);
/* What it is where nothing else is set; 0 past the last. */
int32_t gr_align_usual_cost(size_t index);

#define GR_ALIGN_NONE SIZE_MAX

/* What an alignment says of a value of the text. */
typedef struct gr_align_value {
  gr_range range;
  size_t record;
  bool is_number;      /* not empty, no dash */
  size_t row, column;  /* GR_ALIGN_NONE for a value of no row */
  int32_t margin;      /* what the cheapest other reading within reach costs more; very much where there is none */
  size_t rival;        /* the row that it gives the value to; GR_ALIGN_NONE for none */
} gr_align_value;

/* What it says of a cell or line of text. */
typedef struct gr_align_text {
  gr_range range;
  size_t record, letters;
  size_t unexplained;  /* letters that are no part of a label, a group or a header of the form */
  size_t row;          /* the row of which it holds a piece of the label; GR_ALIGN_NONE for none */
} gr_align_text;

/* What it says of a row. */
typedef struct gr_align_row {
  size_t values;       /* how many it got */
  size_t letters, matched, before;   /* of its label: how many it has, were found, were found before its first value */
  bool seen;           /* its label stands whole somewhere in the text */
} gr_align_row;

/* Rows are numbered as they are added. `across`: the rows are printed one beside the other, on a line or on one each,
 * with labels that stand in the header. */
gr_status gr_align_new(bool across, const gr_options *options, gr_align **out);
void gr_align_free(gr_align *align);
/* A cost from 0 to 100000; others are ignored. */
void gr_align_set_cost(gr_align *align, size_t index, int32_t cost);
/* What other readings of a value may cost more that are weighed against it, from 0 to 100000; others are ignored. Where
 * nothing is set, all are that are followed; the less, the sooner an alignment is found. */
void gr_align_set_reach(gr_align *align, int32_t reach);
/* A row with so many values; then its labels, and the groups that it stands in. GR_LIMIT_ITEMS past GR_MAX_AXIS rows
 * or values or INT16_MAX labels of one, and for a label or group in front of the first row; GR_INPUT_ENCODING for text that is no UTF-8. A label
 * without letters, or with more than GR_MAX_CELL, is left out. */
gr_status gr_align_add_row(gr_align *align, size_t values);
gr_status gr_align_add_label(gr_align *align, gr_slice text);
gr_status gr_align_add_group(gr_align *align, gr_slice text);
/* A word that may stand in a header above the rows. */
gr_status gr_align_add_header(gr_align *align, gr_slice text);
/* Aligns a range of a tape. May be called once. Exact but for states that cost far more than the best; not `complete`
 * where the text is too long or `budget` steps were not enough. Memory: atoms times states of the cheapest ways.
 * GR_INPUT_ENCODING where the range is no UTF-8. */
gr_status gr_align_run(gr_align *align, gr_slice tape, gr_range range, uint64_t budget, bool *complete);

/* Steps can always be asked for, the rest of what a complete run found. */
int32_t gr_align_cost(const gr_align *align);
uint64_t gr_align_steps(const gr_align *align);
size_t gr_align_row_count(const gr_align *align);
gr_align_row gr_align_row_at(const gr_align *align, size_t row);
/* In the order of the tape. */
size_t gr_align_value_count(const gr_align *align);
gr_align_value gr_align_value_at(const gr_align *align, size_t index);
size_t gr_align_text_count(const gr_align *align);
gr_align_text gr_align_text_at(const gr_align *align, size_t index);

/* ---- digests ------------------------------------------------------------------------------------ */

#define GR_SHA256 32   /* bytes */

/* SHA-256 (FIPS 180-4): the same for the same bytes, and for no others that anybody has found. Linear in the bytes. */
void gr_digest_sha256(gr_slice bytes, unsigned char out[GR_SHA256]);

/* ---- shingles: how alike two texts are -------------------------------------------------------- */

typedef struct gr_shingles gr_shingles;
typedef struct gr_frequency gr_frequency;

/* The runs of GR_SHINGLE characters of a text, as a set; a shorter text is one run. White space and punctuation do not
 * count, width, case and traditional characters are folded, and every number is the same one. Linear in the text.
 * GR_INPUT_ENCODING for text that is no UTF-8. */
gr_status gr_shingles_new(gr_slice text, const gr_options *options, gr_shingles **out);
void gr_shingles_free(gr_shingles *shingles);
size_t gr_shingles_count(const gr_shingles *shingles);
size_t gr_shingles_memory(const gr_shingles *shingles);
/* A hash of the whole set: that of equal sets is equal, that of others next to never. */
uint64_t gr_shingles_digest(const gr_shingles *shingles);
/* How many are in both sets. Linear in both. */
size_t gr_shingles_common(const gr_shingles *a, const gr_shingles *b);

/* In how many of many texts a shingle occurs: never too few, next to never too many. `shingles` is how many all texts
 * have, more or less; at most GR_MAX_COUNTERS counters are kept. */
gr_status gr_frequency_new(size_t shingles, const gr_options *options, gr_frequency **out);
void gr_frequency_free(gr_frequency *frequency);
void gr_frequency_add(gr_frequency *frequency, const gr_shingles *shingles);

/* Lets shingles that occur in more than `limit` texts weigh half. Until then all weigh the same. */
void gr_shingles_weigh(gr_shingles *shingles, const gr_frequency *frequency, uint32_t limit);
/* The weight of what is in both sets and of what is in either: their quotient is the likeness. Linear in both. */
void gr_shingles_overlap(const gr_shingles *a, const gr_shingles *b, size_t *common, size_t *all);
size_t gr_shingles_weight(const gr_shingles *shingles);
#define GR_SIGNATURE 128
/* A signature of GR_SIGNATURE numbers, any of which is the same in two sets with the probability of their likeness
 * (MinHash), as one key for each `rows` of them: sets that share a key are worth comparing. Returns how many keys there
 * are; 0 for an empty set. 1 <= rows <= GR_SIGNATURE. */
size_t gr_shingles_keys(const gr_shingles *shingles, size_t rows, uint64_t keys[GR_SIGNATURE]);
/* The keys of one row of the set of a text, without the set: as gr_shingles_keys has them of a set whose members weigh the
 * same. Linear in the text, constant memory. GR_INPUT_ENCODING for text that is no UTF-8. */
gr_status gr_signature_of(gr_slice text, uint64_t keys[GR_SIGNATURE], size_t *count);

/* ---- identities: sums that must hold --------------------------------------------------------- */

typedef struct gr_identities gr_identities;

typedef struct gr_term {
  size_t cell;
  int sign;            /* +1 or -1 */
} gr_term;

typedef enum gr_relation {
  GR_EQUAL,            /* the sum is 0 */
  GR_AT_MOST           /* the sum is 0 or less */
} gr_relation;

typedef enum gr_verdict {
  GR_HOLDS,            /* true; its unknowns, if any, can only be 0 */
  GR_FAILS,            /* no values of its unknowns make it true */
  GR_UNDECIDED,        /* true for some values of its unknowns, not for all */
  GR_VACUOUS           /* none of its cells is in the report */
} gr_verdict;

typedef struct gr_outcome {
  gr_verdict verdict;
  gr_decimal residual; /* sum of sign x factor x value over the numbers among its cells */
  size_t unknown;      /* blanks, dashes and their like: some number >= 0 */
  size_t missing;      /* unreadable or absent cells of rows that count: any number at all */
  bool converted;      /* whether cells of other scales were converted; the residual is in the first cell's unit */
} gr_outcome;

/* By how much a quantity in one unit is taken in another, exactly: 0.0001 of 元 in 万元. Units are of the tape; they go
 * together where they count the same, each alone or by 百, 千, 万 or 亿; else GR_UNIT_MIXED. */
gr_status gr_unit_factor(gr_slice from, gr_slice to, gr_decimal *out);
/* The unit in which quantities of a unit are added up: 条 for 万条, since a number beside it that has no unit is a plain
 * count; money keeps its scale, which is that of its table. */
gr_slice gr_unit_added(gr_slice unit);

/* A set of sums over the cells of a schema, each of which must be 0, or at most 0. */
gr_status gr_identities_new(const gr_schema *schema, const gr_options *options, gr_identities **out);
void gr_identities_free(gr_identities *identities);
gr_status gr_identities_add(gr_identities *identities, gr_relation relation, const gr_term *terms, size_t count);
/* The same with a factor for each term, by which its cell is taken: decimals above 0. GR_NUMBER_RANGE for another one. */
gr_status gr_identities_add_times(gr_identities *identities, gr_relation relation, const gr_term *terms,
                                  const gr_decimal *factors, size_t count);
size_t gr_identities_count(const gr_identities *identities);
const gr_term *gr_identities_terms(const gr_identities *identities, size_t index, size_t *count);
/* A row that is printed beside the rows that may stand in its place is their subtotal: it is not added up with them.
 * Linear in the terms. GR_NUMBER_RANGE where a sum or a product has more than 15 digits, GR_UNIT_MIXED where the
 * units of the cells count different things; scales of one thing are converted into that of the first. */
gr_status gr_identities_evaluate(const gr_identities *identities, size_t index, const gr_report *report,
                                 gr_outcome *out);

/* The values that follow for blanks, dashes and their like from some of the sums, of which each is 0 and takes its cells
 * by 1: one unknown alone is the difference; several on one side are 0 where nothing is left for them. A sum with cells
 * that are unreadable or absent, of several units, or with more than 15 digits says nothing. `values` and `known` have an
 * entry for each cell of the schema; `known` comes in false and tells which follow. `sums` are numbers of sums, `count` of
 * them, and are overwritten. Linear in their terms times the steps in which values follow from each other. */
void gr_identities_imply(const gr_identities *identities, const gr_report *report, size_t *sums, size_t count,
                         gr_decimal *values, bool *known);

/* ---- repairs: the smallest changes with which sums hold -------------------------------------- */

typedef struct gr_repairs gr_repairs;

/* A cell of a system of sums: either it has a value, which may be changed, or it stands for an unknown one. */
typedef struct gr_variable {
  bool known;
  bool bounded;        /* from `low` on; else any number */
  int64_t value;       /* of one that is known */
  int64_t low, step;   /* an unknown or new value is at least `low`, and a multiple of `step`, which is above 0 */
} gr_variable;

typedef struct gr_change {
  size_t cell;
  bool has_low, has_high;
  int64_t low, high;   /* the new value lies between them: what follows from each sum by itself */
} gr_change;

/* A system of sums over cells, each of which must be 0. Cells are numbered as they are added. GR_NUMBER_RANGE for a number
 * of more than 15 digits, GR_LIMIT_ITEMS for a sum of more than 4096 terms. A cell stands in a sum at most once. */
gr_status gr_repairs_new(const gr_options *options, gr_repairs **out);
void gr_repairs_free(gr_repairs *repairs);
gr_status gr_repairs_cell(gr_repairs *repairs, gr_variable cell);
gr_status gr_repairs_sum(gr_repairs *repairs, const gr_term *terms, size_t count);

/* Finds all sets of as few cells as possible, but not more than `largest`, whose change makes all sums hold, for some
 * values of the unknown cells. Cells of failing sums whose value is below its `low` are part of each set. May be called
 * once. Exact; not `complete` where `budget` steps of work were not enough, which is exponential in the size of the
 * sets alone. */
gr_status gr_repairs_find(gr_repairs *repairs, uint64_t budget, size_t largest, bool *complete);
size_t gr_repairs_count(const gr_repairs *repairs);
/* How many cells each of them changes. */
size_t gr_repairs_size(const gr_repairs *repairs);
/* index < gr_repairs_count: its changes, in order of their cells. */
const gr_change *gr_repairs_at(const gr_repairs *repairs, size_t index);
uint64_t gr_repairs_steps(const gr_repairs *repairs);

#ifdef __cplusplus
}
#endif
#endif
