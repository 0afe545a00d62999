/* What stands in a line or a cell of Markdown: text, and HTML in it. */
#ifndef GR_INLINE_H
#define GR_INLINE_H

#include "govreport.h"

/* Hands over a range of a text: tags that HTML knows and comments are left out, `<br>` and its like are soft breaks,
 * the tag of a block ends the paragraph, character references are decoded. `bars`: in a cell between bars, where a
 * backslash escapes a bar. `written` tells whether the paragraph or cell has anything yet, and is told. Linear. */
gr_status gr_inline_put(gr_slice text, gr_range range, bool bars, bool *written, const gr_builder *builder,
                        uint64_t *work);

#endif
