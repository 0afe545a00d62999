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
#include <stddef.h>

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
int process_pool(lua_State *L);
int process_pending(lua_State *L);
int process_read(lua_State *L);

/* Register the classes of jobs and of pools. [-0, +0] */
void process_open_job(lua_State *L);
void process_open_pool(lua_State *L);

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
/* Bytes of address space that this process has already; 0: the system does not tell. */
lua_Integer process_memory_in_use(void);
/* Closes a file that is open, and marks it as closed: -1. */
void process_shut(int *file);
/* Both ends of a pipe: not the numbers of standard files, where one of these was closed, and not for programs that are
 * started. 0; or -1, and both are closed. */
int process_keep_apart(int ends[2]);
/* Writes all, waiting for room; false where that cannot be. */
bool process_write_all(int file, const void *bytes, size_t size);
/* After a call of the system that a signal ended: lets Lua see to it, which may raise. [-0, +0] */
void process_interrupted(lua_State *L);
/* For a copy that works for another one: what leads is behind that one, so that from here on nothing leads, and nothing is
 * ventured. Raises where there is no memory. [-0, +0] */
void process_leave_lead(lua_State *L);
/* Kills this process where the one that made it, `maker`, ends before it; where the system has no such thing it does
 * nothing. */
void process_end_with(long maker);
#endif

#endif
