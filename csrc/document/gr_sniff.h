/* Is it a page, or plain text or Markdown, which may hold tables of a page? */
#ifndef GR_SNIFF_H
#define GR_SNIFF_H

#include "govreport.h"

/* A page begins, behind comments and processing instructions, with a doctype or with <html>, <head> or <body>. Else what
 * only Markdown has, within the first 4 KiB and outside of scripts and styles, tells that it is none: a heading behind
 * `#`, a line `|---|---|`. So does a table that begins its line behind a blank line of a text that begins without a tag:
 * pages part nothing by blank lines. Else it is a page where it begins with a tag of HTML, or such a tag as pages are made
 * of (html, head, body, table, div, p, td, br) begins within its first 4 KiB, but for those in rows between bars. */
bool gr_sniff_page(gr_slice text);

#endif
