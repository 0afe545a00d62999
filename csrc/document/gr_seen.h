/* What is seen of elements that hold no text. */
#ifndef GR_SEEN_H
#define GR_SEEN_H

#include "document/gr_tag.h"

/* Whether an <input> is a box for text, and what it is filled with. Buttons, ticks and what is sent unseen are none; of a
 * password nothing is to be read. */
bool gr_seen_input(const gr_markup *page, const gr_tag *tag, gr_range *filled);
/* Whether a picture is one: of a single pixel it only keeps a place open. */
bool gr_seen_picture(const gr_markup *page, const gr_tag *tag);

#endif
