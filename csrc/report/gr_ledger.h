/* The account of every run of ASCII digits on a tape. */
#ifndef GR_LEDGER_H
#define GR_LEDGER_H

#include "base/gr_memory.h"

typedef struct gr_ledger {
  gr_vector runs;        /* gr_run, in order */
  size_t near;           /* where the last mark ended: marks mostly come in order */
} gr_ledger;

gr_status gr_ledger_open(gr_ledger *ledger, gr_memory *memory, gr_slice tape);
void gr_ledger_release(gr_ledger *ledger, gr_memory *memory);

/* Marks the runs that lie in a range and are unaccounted as yet. `reason` must outlive the ledger. */
void gr_ledger_mark(gr_ledger *ledger, gr_range range, gr_ledger_status status, const char *reason);

gr_ledger_entry gr_ledger_at(const gr_ledger *ledger, size_t index);

#endif
