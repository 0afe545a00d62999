#ifndef GR_HTML_H
#define GR_HTML_H
#include "gr_builder.h"
#include "gr_memory.h"
gr_status gr_html_read(gr_memory *memory, gr_slice text, const gr_builder *builder, uint64_t *work);
bool gr_html_sniff(gr_slice text);
#endif
