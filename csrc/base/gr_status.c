#include "govreport.h"

static const char *const names[] = {
#define GR_STATUS_NAME(symbol, name, message) name,
    GR_STATUS_TABLE(GR_STATUS_NAME)
#undef GR_STATUS_NAME
};

static const char *const messages[] = {
#define GR_STATUS_MESSAGE(symbol, name, message) message,
    GR_STATUS_TABLE(GR_STATUS_MESSAGE)
#undef GR_STATUS_MESSAGE
};

const char *gr_status_name(gr_status status) { return names[status]; }

const char *gr_status_message(gr_status status) { return messages[status]; }

const char *gr_state_name(gr_state state) {
  static const char *const state_names[] = {
#define GR_STATE_NAME(symbol, name) name,
      GR_STATE_TABLE(GR_STATE_NAME)
#undef GR_STATE_NAME
  };
  return state_names[state];
}

const char *gr_ledger_status_name(gr_ledger_status status) {
  static const char *const ledger_names[] = {
#define GR_LEDGER_NAME(symbol, name) name,
      GR_LEDGER_TABLE(GR_LEDGER_NAME)
#undef GR_LEDGER_NAME
  };
  return ledger_names[status];
}
