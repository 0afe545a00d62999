/* Bytes that grow: parts that are written. */
#ifndef GR_DOCX_OUTPUT_H
#define GR_DOCX_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "docx/store.h"
#include "govreport.h"

typedef struct output {
  store text;      /* char */
  bool is_full;   /* there was no memory: nothing more is taken */
} output;

void output_put(output *own, const char *data, size_t size);
void output_text(output *own, const char *text);
/* Text as it stands in an element or an attribute of XML; what XML cannot hold, and what is no UTF-8, is U+FFFD. */
void output_escaped(output *own, gr_slice text);
size_t output_size(const output *own);
/* Takes back what was put last. */
void output_cut(output *own, size_t size);
gr_slice output_slice(const output *own);
void output_free(output *own);

#endif
