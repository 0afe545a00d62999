/* What the parts of a report with a place share: fields, sections, claims, deviations, ledger entries. A view's second
 * index is its class. */
#ifndef LGR_PART_H
#define LGR_PART_H

#include "lua/lgr_class.h"

#define LGR_FIELD "govreport.Field"
#define LGR_SECTION "govreport.Section"
#define LGR_CLAIM "govreport.Claim"
#define LGR_DEVIATION "govreport.Deviation"
#define LGR_ENTRY "govreport.LedgerEntry"

enum lgr_part_class { LGR_PART_FIELD, LGR_PART_SECTION, LGR_PART_CLAIM, LGR_PART_DEVIATION, LGR_PART_ENTRY };

/* Getters. [-1, +1] each */
int lgr_part_line(lua_State *L);
int lgr_part_column(lua_State *L);
int lgr_part_byte(lua_State *L);
int lgr_part_byte_end(lua_State *L);
int lgr_part_spot(lua_State *L);
int lgr_part_place(lua_State *L);
int lgr_part_raw(lua_State *L);
int lgr_part_start(lua_State *L);
int lgr_part_stop(lua_State *L);

/* For the list of getters of each class. */
#define LGR_PART_GETTERS                                                                                       \
  {"line", lgr_part_line}, {"column", lgr_part_column}, {"byte", lgr_part_byte}, {"byte_end", lgr_part_byte_end}, \
      {"spot", lgr_part_spot}, {"place", lgr_part_place}, {"raw", lgr_part_raw}, {"start", lgr_part_start}, {"stop", lgr_part_stop}

/* [-0, +1] The source at the place of the part at argument 1, on one line. */
const char *lgr_part_push_line(lua_State *L);

#endif
