/* The module govreport.process: other programs, and copies of this one, within limits. It knows nothing of reports. Where
 * nothing can fork (Windows, a browser) each function gives nil, a message, "process.unavailable". */
#ifndef GR_PROCESS_H
#define GR_PROCESS_H

#if defined(__unix__) || defined(__APPLE__)
#if !defined(__EMSCRIPTEN__)
#define GR_HAS_FORK 1
#endif
#endif

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>

/* What a process may use; 0: no limit of ours. */
typedef struct process_limits {
  double seconds;       /* by the clock on the wall */
  double cpu_seconds;   /* of a processor */
  lua_Integer memory;   /* bytes of address space */
} process_limits;

/* Reads `seconds`, `cpu_seconds` and `memory` of the table at `arg`; raises where they are no numbers above 0. [-0, +0] */
process_limits process_check_limits(lua_State *L, int arg);
/* nil, a message, a code. [-0, +3] */
int process_fail(lua_State *L, const char *code, const char *message);

/* Functions of the module. [-args, +results] */
int process_run(lua_State *L);
int process_lead(lua_State *L);
int process_venture(lua_State *L);
int process_tell(lua_State *L);

/* Registers the class of jobs. [-0, +0] */
void process_open_job(lua_State *L);

#if defined(GR_HAS_FORK)
/* Seconds of a clock that is never set. */
double process_clock(void);
/* So many seconds of a processor from now on, then a signal ends the process (SIGPROF); 0: no end. */
void process_set_timer(double cpu_seconds);
/* For a new process before it does its work. `more` is added to the limit of memory: what the process has already; a
 * lower one that it has stays. */
void process_set_limits(process_limits limits, lua_Integer more);
/* How a process ended that was killed for its time where `is_late`: pushes "exit" and its status, "time" and nil, or
 * "signal" and its number. [-0, +2] */
void process_push_end(lua_State *L, int status, bool is_late);
#endif

#endif
