/* core.plain_signals: how the command line wants to be ended. No library changes that. */
#define _POSIX_C_SOURCE 200809L

#include "lua/lgr_class.h"

#include <signal.h>

/* core.plain_signals(): an interrupt ends the process, where the interpreter would raise "interrupted!" in whatever is
 * running, be it a rule; and a file that grows too large is an error of writing and not the end. [-0, +0] */
int lgr_plain_signals(lua_State *L) {
  (void)L;
  (void)signal(SIGINT, SIG_DFL);
#ifdef SIGXFSZ
  (void)signal(SIGXFSZ, SIG_IGN);
#endif
  return 0;
}
