/* The tags of a web page, as the tokenizer of the HTML standard finds them. */
#ifndef GR_TAG_H
#define GR_TAG_H

#include "govreport.h"

/* What a tag does. The first are kinds of divisions: an end tag closes only one of its own kind. */
typedef enum gr_element {
  GR_TAG_DIV, GR_TAG_SECTION, GR_TAG_ARTICLE, GR_TAG_MAIN, GR_TAG_ASIDE, GR_TAG_NAV, GR_TAG_HEADER, GR_TAG_FOOTER,
  GR_TAG_CENTER, GR_TAG_FORM, GR_TAG_BODY,
  GR_TAG_PRE,        /* on the stack of divisions, because it must be closed as they are, but no division */
  GR_TAG_KINDS,
  GR_TAG_INLINE = GR_TAG_KINDS, GR_TAG_BLOCK, GR_TAG_BREAK, GR_TAG_TABLE, GR_TAG_THEAD, GR_TAG_TBODY, GR_TAG_TFOOT,
  GR_TAG_CAPTION, GR_TAG_COLUMN, GR_TAG_ROW, GR_TAG_TD, GR_TAG_TH,
  GR_TAG_META, GR_TAG_TITLE, GR_TAG_RAW, GR_TAG_STYLE, GR_TAG_SCRIPT, GR_TAG_TEMPLATE, GR_TAG_SVG,
  GR_TAG_PICTURE, GR_TAG_INPUT, GR_TAG_TEXTAREA, GR_TAG_VOID   /* void: has no content, and is nothing to see */
} gr_element;

/* The attributes that are read, and only where they may matter. */
enum {
  GR_TAG_ROW_SPAN, GR_TAG_COLUMN_SPAN, GR_TAG_NAME, GR_TAG_PROPERTY, GR_TAG_CONTENT, GR_TAG_HIDDEN, GR_TAG_CLASS,
  GR_TAG_ID, GR_TAG_INLINE_STYLE, GR_TAG_MEDIA, GR_TAG_TYPE, GR_TAG_DEFAULT, GR_TAG_WIDTH, GR_TAG_HEIGHT,
  GR_TAG_ATTRIBUTES
};

typedef struct gr_tag {
  size_t start, end;
  gr_range name;
  gr_element element;
  bool is_known, is_end, is_empty;   /* empty: ends in "/>" */
  bool has_values;
  gr_range values[GR_TAG_ATTRIBUTES];   /* where they were read; see gr_tag_value */
} gr_tag;

/* A page, and how many of its bytes were looked at. */
typedef struct gr_markup {
  const char *s;
  size_t size;
  uint64_t work;
  bool styled;             /* whether classes and ids may matter */
} gr_markup;

static inline bool gr_tag_is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

static inline bool gr_tag_is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static inline char gr_tag_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c; }

/* The value of an attribute; its end is 0 where the tag has no such attribute. */
static inline gr_range gr_tag_value(const gr_tag *tag, size_t attribute) {
  return tag->has_values ? tag->values[attribute] : (gr_range){0, 0};
}

/* The next place of a character, or the end. */
size_t gr_markup_find(gr_markup *page, char c, size_t at);
/* Whether `name`, which is lower case, stands at a place, in any case. */
bool gr_markup_stands(const gr_markup *page, size_t at, const char *name, size_t size);
/* The end of what a `<` begins if that is no tag; `at` if it is plain text. */
size_t gr_markup_skip(gr_markup *page, size_t at);
/* Reads the tag whose `<` stands at a place; false where the text ends before it. */
bool gr_tag_read(gr_markup *page, size_t start, gr_tag *tag);
/* Whether the tag of a known element stands at a place: <http://example.com> is none. */
bool gr_tag_opens(const gr_markup *page, size_t at, gr_tag *tag);
/* Where the end tag of a raw element begins. */
size_t gr_tag_raw_end(gr_markup *page, const gr_tag *tag);
/* Where the end tag of a script begins. In a comment a script may stand in it, with an end tag of its own. */
size_t gr_tag_script_end(gr_markup *page, const gr_tag *tag);

#endif
