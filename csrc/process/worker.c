/* A worker of a pool: a copy of the process that does one job after the other. It never comes back to where the copy was
 * made, closes nothing that is the other's, and leaves by _exit: finalizers and the buffers of files belong to the other. */
#define _POSIX_C_SOURCE 200809L
#define _XOPEN_SOURCE 700

#include "process/pool.h"

#if defined(GR_HAS_FORK)

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STATUS_FAULT = 70 };   /* of a worker that could not begin */

typedef struct text {
  char *bytes;
  size_t size;
} text;

/* ---- becoming one ---------------------------------------------------------------------------- */

/* In place of os.exit, which would write what the other has in its buffers, and close its objects. */
static int leave(lua_State *L) {
  int status = EXIT_SUCCESS;
  if (lua_isboolean(L, 1)) status = lua_toboolean(L, 1) ? EXIT_SUCCESS : EXIT_FAILURE;
  else status = (int)luaL_optinteger(L, 1, EXIT_SUCCESS);
  _exit(status);
}

static int prepare_lua(lua_State *L) {
  process_leave_lead(L);
  (void)luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  if (lua_getfield(L, -1, "os") == LUA_TTABLE) {
    lua_pushcfunction(L, leave);
    lua_setfield(L, -2, "exit");
  }
  return 0;
}

/* What is ignored stays so, as for a command that runs in the background; but no handler of the other's is run. */
static void prepare_signals(void) {
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2};
  struct sigaction action;
  sigset_t none;
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    if (sigaction(numbers[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN) (void)signal(numbers[i], SIG_DFL);
  }
  (void)signal(SIGPIPE, SIG_DFL);
  (void)signal(SIGPROF, SIG_DFL);
  (void)signal(SIGCHLD, SIG_DFL);
  (void)sigemptyset(&none);
  (void)sigprocmask(SIG_SETMASK, &none, NULL);
}

/* It reads nothing of the other's input, and writes nothing into its output; its complaints may be seen. */
static bool prepare_files(void) {
  int null = open("/dev/null", O_RDWR);
  if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(null, STDOUT_FILENO) < 0) return false;
  if (null > STDERR_FILENO) (void)close(null);
  return true;
}

/* ---- one job --------------------------------------------------------------------------------- */

/* Gives what f gives; raises where that is no text. The stack: f, the job. [-2, +1] */
static int call(lua_State *L) {
  text *job = lua_touserdata(L, 2);
  lua_pushlstring(L, job->bytes, job->size);
  lua_replace(L, 2);
  free(job->bytes);
  job->bytes = NULL;
  lua_call(L, 1, 1);
  if (lua_type(L, 1) != LUA_TSTRING) return luaL_error(L, "%s in place of a string", luaL_typename(L, 1));
  if (lua_rawlen(L, 1) > POOL_MOST_ANSWER) return luaL_error(L, "a string of more than 1 GiB");
  return 1;
}

static int message_of(lua_State *L) {
  luaL_tolstring(L, 1, NULL);
  return 1;
}

/* Does the job, within its time of a processor; what is to be told of it lies on the stack then. [-0, +1] */
static pool_how answer(lua_State *L, int f, text *job, double cpu_seconds) {
  lua_pushcfunction(L, message_of);
  lua_pushcfunction(L, call);
  lua_pushvalue(L, f);
  lua_pushlightuserdata(L, job);
  process_set_timer(cpu_seconds);
  int status = lua_pcall(L, 2, 1, -4);
  process_set_timer(0);
  free(job->bytes);
  job->bytes = NULL;
  if (status == LUA_OK) return POOL_DONE;
  const char *message = lua_tostring(L, -1);
  bool is_memory = status == LUA_ERRMEM || (message && strstr(message, "not enough memory") != NULL);
  return is_memory ? POOL_MEMORY : POOL_ERROR;
}

/* ---- one after the other --------------------------------------------------------------------- */

static bool read_all(int file, char *bytes, size_t size) {
  while (size > 0) {
    ssize_t got = read(file, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= (size_t)got;
  }
  return true;
}

/* The text of a job; without bytes where there is no memory for them: then they are read and let go. */
static bool read_text(int file, uint64_t size, text *job) {
  *job = (text){size < SIZE_MAX ? malloc((size_t)size + 1) : NULL, (size_t)size};
  if (job->bytes) return read_all(file, job->bytes, job->size);
  char piece[4096];
  for (size_t left; size > 0; size -= left) {
    left = size < sizeof piece ? (size_t)size : sizeof piece;
    if (!read_all(file, piece, left)) return false;
  }
  return true;
}

/* Bytes that a worker may hold beyond what it held after its first job, for which it loaded what all of them need: what it
 * keeps for later ones, like plans of tables, is worth less than memory that stays the same however many jobs there are. */
#define MOST_KEPT ((lua_Integer)24 << 20)

/* Whether a worker holds so much that another one is to take its place; half of the memory that jobs may have is too
 * much as well, since the next ones would have less.
 * @param before what it began with, 0 where that is not known
 * @param first what it held after its first job */
static bool is_worn(lua_Integer before, lua_Integer first, lua_Integer memory) {
  lua_Integer now = process_memory_in_use();
  return before > 0 && (now - first >= MOST_KEPT || (memory > 0 && now - before >= memory / 2));
}

_Noreturn void pool_work(lua_State *L, int f, int file, pid_t maker, process_limits limits) {
  process_end_with((long)maker);
  prepare_signals();
  lua_pushcfunction(L, prepare_lua);
  if (!prepare_files() || lua_pcall(L, 0, 0, 0) != LUA_OK) _exit(STATUS_FAULT);
  lua_Integer before = process_memory_in_use();
  if (before == 0) limits.memory = 0;   /* it would be a limit on what there is already */
  process_set_limits((process_limits){0, 0, limits.memory}, before);
  int top = lua_gettop(L);
  for (lua_Integer first = 0;;) {
    pool_frame frame;
    text job;
    if (!read_all(file, (char *)&frame, sizeof frame) || !read_text(file, frame.size, &job)) _exit(EXIT_SUCCESS);
    frame.how = job.bytes ? (int32_t)answer(L, f, &job, limits.cpu_seconds) : POOL_MEMORY;
    size_t size = 0;
    const char *bytes = lua_gettop(L) > top ? lua_tolstring(L, -1, &size) : NULL;
    frame.size = size;
    if (first == 0) first = process_memory_in_use();
    frame.is_last = frame.how == POOL_MEMORY || is_worn(before, first, limits.memory);
    if (!process_write_all(file, &frame, sizeof frame) || !process_write_all(file, bytes, size)) _exit(EXIT_SUCCESS);
    if (frame.is_last) _exit(EXIT_SUCCESS);
    lua_settop(L, top);
  }
}

#endif
