#include "docx/pen.h"

#include <stdio.h>

const char pen_space[] = " xml:space=\"preserve\"";

pen pen_of(output *to, gr_slice part, const xml_root *root) {
  if (root->prefix_size == 0 || root->is_hidden) return (pen){to, {"w", 1}, root->word};
  return (pen){to, {part.data + root->name, root->prefix_size}, NULL};
}

static void put_name(const pen *own, const char *before, const char *name) {
  output_text(own->to, before);
  output_put(own->to, own->prefix.data, own->prefix.size);
  output_text(own->to, ":");
  output_text(own->to, name);
}

void pen_open(const pen *own, const char *name) { put_name(own, "<", name); }

void pen_begin(const pen *own, const char *name) {
  pen_open(own, name);
  if (own->declared == NULL) return;
  output_text(own->to, " xmlns:");
  output_put(own->to, own->prefix.data, own->prefix.size);
  output_text(own->to, "=\"");
  output_text(own->to, own->declared);
  output_text(own->to, "\"");
}

void pen_attribute(const pen *own, const char *name, const char *value) {
  put_name(own, " ", name);
  output_text(own->to, "=\"");
  output_text(own->to, value);
  output_text(own->to, "\"");
}

void pen_number(const pen *own, const char *name, long value) {
  char text[32];
  (void)snprintf(text, sizeof text, "%ld", value);
  pen_attribute(own, name, text);
}

void pen_end(const pen *own, const char *name) {
  put_name(own, "</", name);
  output_text(own->to, ">");
}
