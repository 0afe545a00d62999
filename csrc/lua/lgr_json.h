/* JSON, being written: keys in the order in which they come, all on one line or each on a line of its own. */
#ifndef LGR_JSON_H
#define LGR_JSON_H

#include "lua/lgr_class.h"
#include "lua/lgr_text.h"

typedef struct lgr_json {
  lgr_text out;
  const char *indent;   /* what stands in front of each line beside two spaces a level; NULL for one line */
  size_t indent_size;
  int level;
  bool is_first;        /* nothing stands in the innermost brackets yet */
} lgr_json;

/* [-0, +0] each */
void lgr_json_open(lgr_json *json, char bracket);
void lgr_json_close(lgr_json *json, char bracket);
/* In front of each value of a list. */
void lgr_json_next(lgr_json *json);
/* In front of each value of an object; and the same of a constant key that needs no escapes. */
void lgr_json_key(lgr_json *json, gr_slice key);
void lgr_json_name(lgr_json *json, const char *name);
void lgr_json_word(lgr_json *json, const char *word);   /* null, true, false */
void lgr_json_integer(lgr_json *json, int64_t value);
void lgr_json_decimal(lgr_json *json, gr_decimal value);
/* Bytes that are no UTF-8 become U+FFFD, each; what is unsafe in a text for people is escaped. */
void lgr_json_text(lgr_json *json, gr_slice text);

/* A part of a report at the top of the stack, see lgr_report_json.c; false, and nothing, for any other value. [-0, +0] */
bool lgr_json_part(lgr_json *json);

#endif
