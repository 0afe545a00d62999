/* How often shingles occur, for the files that weigh them. */
#ifndef GR_FREQUENCY_H
#define GR_FREQUENCY_H

#include "govreport.h"

/* In how many texts the shingle of a hash occurs. Constant time. */
uint32_t gr_frequency_of(const gr_frequency *frequency, uint64_t hash);

#endif
