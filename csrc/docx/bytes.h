/* Bytes that grow: parts that are written. */
#ifndef GR_DOCX_BYTES_H
#define GR_DOCX_BYTES_H

#include <stdbool.h>
#include <stddef.h>

#include "docx/list.h"
#include "govreport.h"

typedef struct bytes {
  list text;      /* char */
  bool is_full;   /* there was no memory: nothing more is taken */
} bytes;

void bytes_put(bytes *own, const char *data, size_t size);
void bytes_text(bytes *own, const char *text);
void bytes_number(bytes *own, long number);
/* Text as it stands in an element or an attribute of XML; what XML cannot hold, and what is no UTF-8, is U+FFFD. */
void bytes_escaped(bytes *own, gr_slice text);
size_t bytes_size(const bytes *own);
/* Takes back what was put last. */
void bytes_cut(bytes *own, size_t size);
gr_slice bytes_slice(const bytes *own);
void bytes_free(bytes *own);

#endif
