/* The events by which every reader hands over what it reads. */
#ifndef GR_BUILDER_H
#define GR_BUILDER_H

#include "govreport.h"

#define GR_BUILDER_VERSION 1

/* Ranges are offsets in the decoded source. Text outside of a paragraph opens one. The first event that fails ends the
 * reading: the reader returns its status. */
typedef struct gr_builder {
  int version;
  void *context;
  gr_status (*text)(void *context, size_t start, size_t end);
  gr_status (*soft_break)(void *context, size_t start, size_t end);
  gr_status (*paragraph_end)(void *context, size_t start, size_t end);
} gr_builder;

#endif
