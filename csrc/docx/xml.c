#include "docx/xml.h"

#include <string.h>

/* "p" of "w:p", and of "http://…|p" where namespaces are wanted. */
static const char *local_name(const char *name) {
  const char *at = name + strlen(name);
  while (at > name && at[-1] != ':' && at[-1] != '|') at--;
  return at;
}

/* Of the transitional form and of the strict one. */
static const char *const word_namespaces[] = {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                              "http://purl.oclc.org/ooxml/wordprocessingml/main", NULL};

/* The namespace of WordprocessingML of a name, NULL where it is of none. */
static const char *word_namespace(const char *name) {
  const char *bar = strrchr(name, '|');
  for (const char *const *known = word_namespaces; bar != NULL && *known != NULL; known++) {
    if (strlen(*known) == (size_t)(bar - name) && memcmp(*known, name, (size_t)(bar - name)) == 0) return *known;
  }
  return NULL;
}

void xml_stop(xml_part *part, docx_problem problem) {
  if (part->problem == DOCX_OK) part->problem = problem;
  (void)XML_StopParser(part->parser, XML_FALSE);
}

static void begin_root(xml_part *part, const char *name) {
  xml_root *root = &part->root;
  root->word = word_namespace(name);
  root->name = xml_byte(part) + 1;
  root->name_size = strcspn(part->bytes + root->name, " \t\r\n/>");   /* what is well-formed has one of them */
  const char *colon = memchr(part->bytes + root->name, ':', root->name_size);
  root->prefix_size = colon == NULL ? 0 : (size_t)(colon - part->bytes) - root->name;
}

static void end_root(xml_part *part) {
  part->root.is_empty = xml_size(part) == 0;
  part->root.end = xml_byte(part) - (part->root.is_empty ? 2 : 0);
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes) {
  xml_part *part = context;
  part->is_word = part->wants_namespaces && word_namespace(name) != NULL;
  if (part->depth == 0 && part->root.is_utf8) begin_root(part, name);
  if (++part->depth > DOCX_MAX_DEPTH) xml_stop(part, DOCX_DEPTH);
  else part->start(context, local_name(name), attributes);
}

static void XMLCALL on_end(void *context, const XML_Char *name) {
  xml_part *part = context;
  part->depth--;
  part->is_word = part->wants_namespaces && word_namespace(name) != NULL;
  if (part->problem == DOCX_OK) part->end(context, local_name(name));
  if (part->depth == 0 && part->root.is_utf8) end_root(part);
}

static void XMLCALL on_text(void *context, const XML_Char *text, int length) {
  xml_part *part = context;
  if (part->text != NULL && part->problem == DOCX_OK) part->text(context, text, (size_t)length);
}

static void XMLCALL on_cdata_start(void *context) { ((xml_part *)context)->is_in_cdata = true; }
static void XMLCALL on_cdata_end(void *context) { ((xml_part *)context)->is_in_cdata = false; }

/* A prefix that is declared again, in an element that is about to begin. */
static void XMLCALL on_namespace(void *context, const XML_Char *prefix, const XML_Char *uri) {
  xml_part *part = context;
  xml_root *root = &part->root;
  if (part->depth == 0 || prefix == NULL || root->word == NULL || strlen(prefix) != root->prefix_size) return;
  bool is_same = uri != NULL && strcmp(uri, root->word) == 0;
  if (!is_same && memcmp(prefix, part->bytes + root->name, root->prefix_size) == 0) root->is_hidden = true;
}

/* Whether a name is another one, but for capitals; that is without any. */
static bool is_folded(const char *name, const char *other) {
  for (; *name != '\0' && *other != '\0'; name++, other++) {
    if ((*name >= 'A' && *name <= 'Z' ? *name - 'A' + 'a' : *name) != *other) return false;
  }
  return *name == *other;
}

/* A text without a declaration is UTF-8, or begins with the mark of UTF-16, for which xml_read looks. */
static void XMLCALL on_declaration(void *context, const XML_Char *version, const XML_Char *encoding, int standalone) {
  xml_part *part = context;
  (void)version;
  (void)standalone;
  if (encoding != NULL && !is_folded(encoding, "utf-8") && !is_folded(encoding, "us-ascii")) part->root.is_utf8 = false;
}

/* No part of a document declares anything: what does wants entities to grow. */
static void XMLCALL on_doctype(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                               int has_subset) {
  (void)name;
  (void)system;
  (void)public;
  (void)has_subset;
  xml_stop(context, DOCX_DOCTYPE);
}

/* Whether it can be UTF-16, which begins with its mark, or with "<" in two bytes. */
static bool is_wide(const char *bytes, size_t size) {
  return size < 2 || bytes[0] == '\0' || bytes[1] == '\0' || memcmp(bytes, "\xFF\xFE", 2) == 0
         || memcmp(bytes, "\xFE\xFF", 2) == 0;
}

docx_problem xml_read(xml_part *part, const char *bytes, size_t size, size_t *byte) {
  part->parser = part->wants_namespaces ? XML_ParserCreateNS(NULL, '|') : XML_ParserCreate(NULL);
  if (part->parser == NULL) return DOCX_MEMORY;
  part->bytes = bytes;
  part->root = (xml_root){.is_utf8 = !is_wide(bytes, size)};
  XML_SetUserData(part->parser, part);
  XML_SetElementHandler(part->parser, on_start, on_end);
  XML_SetCharacterDataHandler(part->parser, on_text);
  XML_SetStartDoctypeDeclHandler(part->parser, on_doctype);
  XML_SetCdataSectionHandler(part->parser, on_cdata_start, on_cdata_end);
  XML_SetStartNamespaceDeclHandler(part->parser, on_namespace);
  XML_SetXmlDeclHandler(part->parser, on_declaration);
  enum XML_Status status = XML_Parse(part->parser, bytes, (int)size, 1);   /* DOCX_MAX_PART is far below INT_MAX */
  if (status != XML_STATUS_OK && part->problem == DOCX_OK) {
    part->problem = XML_GetErrorCode(part->parser) == XML_ERROR_NO_MEMORY ? DOCX_MEMORY : DOCX_XML;
  }
  if (part->problem != DOCX_OK) *byte = xml_byte(part);
  XML_ParserFree(part->parser);
  part->parser = NULL;
  return part->problem;
}

size_t xml_byte(const xml_part *part) {
  XML_Index index = XML_GetCurrentByteIndex(part->parser);
  return index < 0 ? 0 : (size_t)index;
}

size_t xml_size(const xml_part *part) {
  int size = XML_GetCurrentByteCount(part->parser);
  return size < 0 ? 0 : (size_t)size;
}

const char *xml_attribute(const char **attributes, const char *name) {
  for (; attributes[0] != NULL; attributes += 2) {
    if (xml_is(local_name(attributes[0]), name)) return attributes[1];
  }
  return NULL;
}

long xml_integer(const char *text, long most, long otherwise) {
  long value = 0;
  if (text == NULL || *text == '\0') return otherwise;
  for (; *text != '\0'; text++) {
    if (*text < '0' || *text > '9') return otherwise;
    value = value * 10 + (*text - '0');
    if (value > most) return otherwise;
  }
  return value;
}

bool xml_is_on(const char **attributes) {
  const char *value = xml_attribute(attributes, "val");
  return value == NULL || !(strcmp(value, "0") == 0 || strcmp(value, "false") == 0 || strcmp(value, "off") == 0);
}

void xml_append(output *out, gr_slice part, const xml_root *root, gr_slice elements) {
  output_put(out, part.data, root->end);
  if (root->is_empty) output_text(out, ">");
  output_put(out, elements.data, elements.size);
  if (!root->is_empty) {
    output_put(out, part.data + root->end, part.size - root->end);
    return;
  }
  output_text(out, "</");
  output_put(out, part.data + root->name, root->name_size);
  output_text(out, ">");
  output_put(out, part.data + root->end + 2, part.size - root->end - 2);
}

size_t xml_local_name(gr_slice part, size_t byte) {
  size_t start = byte + 1 + (part.data[byte + 1] == '/' ? 1 : 0), at = start;
  while (at < part.size && strchr(" \t\r\n/>", part.data[at]) == NULL && part.data[at] != ':') at++;
  return at < part.size && part.data[at] == ':' ? at + 1 : start;
}
