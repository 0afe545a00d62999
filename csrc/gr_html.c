#include "gr_html.h"
gr_status gr_html_read(gr_memory *memory, gr_slice text, const gr_builder *builder, uint64_t *work) { (void)memory; (void)text; (void)builder; (void)work; return GR_OK; }
bool gr_html_sniff(gr_slice text) { (void)text; return false; }
