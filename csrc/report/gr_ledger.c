#include "report/gr_ledger.h"

#include "base/gr_slice.h"

typedef struct gr_run {
  uint32_t start, end;
  const char *reason;
  gr_ledger_status status;
} gr_run;

gr_status gr_ledger_open(gr_ledger *ledger, gr_memory *memory, gr_slice tape) {
  memset(ledger, 0, sizeof *ledger);
  size_t i = 0;
  while (i < tape.size) {
    if (!gr_is_digit(tape.data[i])) {
      i++;
      continue;
    }
    size_t start = i;
    while (i < tape.size && gr_is_digit(tape.data[i])) i++;
    gr_run run = {(uint32_t)start, (uint32_t)i, NULL, GR_UNACCOUNTED};
    GR_TRY(gr_vector_push(memory, &ledger->runs, &run, sizeof run));
  }
  return GR_OK;
}

void gr_ledger_release(gr_ledger *ledger, gr_memory *memory) {
  gr_vector_release(memory, &ledger->runs, sizeof(gr_run));
}

/* Index of the first run that does not begin before the offset. */
static size_t first_from(const gr_ledger *ledger, size_t offset) {
  const gr_run *runs = ledger->runs.items;
  size_t low = 0, high = ledger->runs.count;
  if (ledger->near < high && runs[ledger->near].start < offset) {
    low = ledger->near + 1;
    if (low < high && runs[low].start >= offset) return low;
  }
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (runs[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

void gr_ledger_mark(gr_ledger *ledger, gr_range range, gr_ledger_status status, const char *reason) {
  gr_run *runs = ledger->runs.items;
  for (size_t i = first_from(ledger, range.start); i < ledger->runs.count && runs[i].end <= range.end; i++) {
    ledger->near = i;
    if (runs[i].status != GR_UNACCOUNTED) continue;
    runs[i].status = status;
    runs[i].reason = reason;
  }
}

gr_ledger_entry gr_ledger_at(const gr_ledger *ledger, size_t index) {
  const gr_run *run = GR_AT(gr_run, &ledger->runs, index);
  return (gr_ledger_entry){{run->start, run->end}, run->status, run->reason};
}
