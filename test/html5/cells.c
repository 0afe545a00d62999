/* cells FILE: the tables of many pages as an HTML5 parser (gumbo) builds them, to compare those of the library with.
 *
 * FILE holds pages, in UTF-8, each behind a line with its length in bytes. Printed for each, line by line, with a tab
 * between the parts:
 *
 *   page
 *   table                         one that holds no table
 *   group                         thead, tbody or tfoot
 *   row
 *   cell   ROWSPAN COLSPAN TEXT   spans as printed, 1 where they are no numbers
 *
 * What is not shown (scripts, …) is left out of the text; white space is one space, as is where a block begins or ends. A
 * picture or an empty input box is U+FFFC, one that is filled in its text. The first tfoot comes last. */
#include <gumbo.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const GumboVector *children_of(const GumboNode *node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return &node->v.element.children;
}

static bool is_element(const GumboNode *node, GumboTag tag) {
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag &&
         node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

static bool is_one_of(const GumboNode *node, const GumboTag *tags) {
  while (*tags != GUMBO_TAG_LAST && !is_element(node, *tags)) tags++;
  return *tags != GUMBO_TAG_LAST;
}

/* Templates are another type of node, and so never looked into. */
static bool is_hidden(const GumboNode *node) {
  static const GumboTag tags[] = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,   GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME,
                                  GUMBO_TAG_TITLE,  GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_XMP,
                                  GUMBO_TAG_LAST};
  return is_one_of(node, tags);
}

static bool is_inline(const GumboNode *node) {
  static const GumboTag tags[] = {GUMBO_TAG_SPAN, GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_I,      GUMBO_TAG_U,
                                  GUMBO_TAG_FONT, GUMBO_TAG_S, GUMBO_TAG_EM, GUMBO_TAG_STRONG, GUMBO_TAG_LAST};
  return is_one_of(node, tags);
}

static bool holds_table(const GumboNode *node) {
  if (node->type != GUMBO_NODE_ELEMENT || is_hidden(node)) return false;
  for (unsigned i = 0; i < children_of(node)->length; i++) {
    const GumboNode *child = children_of(node)->data[i];
    if (is_element(child, GUMBO_TAG_TABLE) || holds_table(child)) return true;
  }
  return false;
}

/* ---- cells ------------------------------------------------------------------------------------ */

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

static const char *attribute_of(const GumboNode *node, const char *name) {
  const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
  return attribute == NULL ? "" : attribute->value;
}

static bool is_blank(const char *text) {
  while (is_space(*text)) text++;
  return *text == '\0';
}

/* What is seen of an element that is no text; NULL where it is none of those. */
static const char *seen(const GumboNode *node) {
  static const GumboTag pictures[] = {GUMBO_TAG_IMG, GUMBO_TAG_CANVAS, GUMBO_TAG_EMBED, GUMBO_TAG_OBJECT,
                                      GUMBO_TAG_LAST};
  static const char *const unseen[] = {"hidden", "button", "submit", "reset", "file", "radio", "checkbox"};
  if (is_element(node, GUMBO_TAG_INPUT)) {
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
      if (strcmp(attribute_of(node, "type"), unseen[i]) == 0) return "";
    return is_blank(attribute_of(node, "value")) ? "\xEF\xBF\xBC" : attribute_of(node, "value");
  }
  bool is_svg = node->v.element.tag == GUMBO_TAG_SVG && node->parent->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
  bool is_empty = is_element(node, GUMBO_TAG_TEXTAREA) && node->v.element.children.length == 0;
  return is_svg || is_empty || is_one_of(node, pictures) ? "\xEF\xBF\xBC" : NULL;
}

static void print_text(const GumboNode *node, bool *in_space) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
    for (const char *c = node->v.text.text; *c != '\0'; c++) {
      if (!is_space(*c)) putchar(*c);
      else if (!*in_space) putchar(' ');
      *in_space = is_space(*c);
    }
    return;
  }
  if (node->type != GUMBO_NODE_ELEMENT || is_hidden(node)) return;
  bool parts = !is_inline(node);
  if (parts && !*in_space) putchar(' ');
  *in_space = *in_space || parts;
  const char *text = seen(node);
  if (text != NULL) printf("%s", text);
  for (unsigned i = 0; i < children_of(node)->length; i++) print_text(children_of(node)->data[i], in_space);
  if (parts && !*in_space) putchar(' ');
  *in_space = *in_space || parts;
}

/* The standard's rules for non-negative integers. */
static long span_of(const GumboNode *cell, const char *name) {
  const GumboAttribute *attribute = gumbo_get_attribute(&cell->v.element.attributes, name);
  if (attribute == NULL) return 1;
  const char *value = attribute->value;
  while (is_space(*value)) value++;
  bool is_negative = *value == '-';
  if (*value == '-' || *value == '+') value++;
  if (*value < '0' || *value > '9') return 1;
  long number = 0;
  for (; *value >= '0' && *value <= '9'; value++)
    if (number < 1000000) number = number * 10 + (*value - '0');
  return is_negative && number != 0 ? 1 : number;
}

static void print_cells(const GumboNode *row) {
  printf("row\n");
  for (unsigned i = 0; i < children_of(row)->length; i++) {
    const GumboNode *cell = children_of(row)->data[i];
    if (!is_element(cell, GUMBO_TAG_TD) && !is_element(cell, GUMBO_TAG_TH)) continue;
    printf("cell\t%ld\t%ld\t", span_of(cell, "rowspan"), span_of(cell, "colspan"));
    bool in_space = true;
    print_text(cell, &in_space);
    printf("\n");
  }
}

static void print_rows(const GumboNode *parent) {
  for (unsigned i = 0; i < children_of(parent)->length; i++) {
    const GumboNode *child = children_of(parent)->data[i];
    if (is_element(child, GUMBO_TAG_TR)) print_cells(child);
  }
}

/* ---- pages ------------------------------------------------------------------------------------ */

static void print_tables(const GumboNode *node) {
  static const GumboTag groups[] = {GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT, GUMBO_TAG_LAST};
  if ((node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_DOCUMENT) || is_hidden(node)) return;
  bool is_table = is_element(node, GUMBO_TAG_TABLE) && !holds_table(node);
  if (is_table) printf("table\n");
  const GumboNode *foot = NULL;
  for (unsigned i = 0; i < children_of(node)->length; i++) {
    const GumboNode *child = children_of(node)->data[i];
    if (!is_table) {
      print_tables(child);
    } else if (foot == NULL && is_element(child, GUMBO_TAG_TFOOT)) {
      foot = child;
    } else if (is_one_of(child, groups)) {
      printf("group\n");
      print_rows(child);
    }
  }
  if (foot == NULL) return;
  printf("group\n");
  print_rows(foot);
}

static void print_page(const char *page, size_t size) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput *output = gumbo_parse_with_options(&options, page, size);
  printf("page\n");
  print_tables(output->document);
  gumbo_destroy_output(&options, output);
}

int main(int count, char **arguments) {
  FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) {
    fprintf(stderr, "usage: cells FILE\n");
    return 2;
  }
  unsigned long size;
  int status = 0;
  while (status == 0 && fscanf(file, "%lu", &size) == 1) {
    char *page = malloc(size + 1);
    if (page == NULL || fgetc(file) != '\n' || fread(page, 1, size, file) != size) status = 2;
    else print_page(page, size);
    free(page);
  }
  fclose(file);
  return status;
}
