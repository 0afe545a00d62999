#include "docx/xml.h"

#include <string.h>

/* "p" of "w:p" */
static const char *local_name(const char *name) {
  const char *colon = strchr(name, ':');
  return colon == NULL ? name : colon + 1;
}

void xml_stop(xml_part *part, docx_problem problem) {
  if (part->problem == DOCX_OK) part->problem = problem;
  (void)XML_StopParser(part->parser, XML_FALSE);
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes) {
  xml_part *part = context;
  if (++part->depth > DOCX_MAX_DEPTH) xml_stop(part, DOCX_DEPTH);
  else part->start(context, local_name(name), attributes);
}

static void XMLCALL on_end(void *context, const XML_Char *name) {
  xml_part *part = context;
  part->depth--;
  if (part->problem == DOCX_OK) part->end(context, local_name(name));
}

static void XMLCALL on_text(void *context, const XML_Char *text, int length) {
  xml_part *part = context;
  if (part->text != NULL && part->problem == DOCX_OK) part->text(context, text, (size_t)length);
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

docx_problem xml_read(xml_part *part, const char *bytes, size_t size, size_t *byte) {
  part->parser = XML_ParserCreate(NULL);
  if (part->parser == NULL) return DOCX_MEMORY;
  XML_SetUserData(part->parser, part);
  XML_SetElementHandler(part->parser, on_start, on_end);
  XML_SetCharacterDataHandler(part->parser, on_text);
  XML_SetStartDoctypeDeclHandler(part->parser, on_doctype);
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

const char *xml_attribute(const char **attributes, const char *name) {
  for (; attributes[0] != NULL; attributes += 2) {
    if (strcmp(local_name(attributes[0]), name) == 0) return attributes[1];
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
