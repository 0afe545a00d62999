/* What every target begins with: what holds whatever the input is. */
#ifndef FUZZ_HOLD_H
#define FUZZ_HOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline void hold(bool is_so) {
  if (!is_so) __builtin_trap();
}

/* What libFuzzer calls. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
