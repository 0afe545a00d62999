/* The module: its functions, and what they share. */
#define _POSIX_C_SOURCE 200809L
#define _XOPEN_SOURCE 700

#include "process/process.h"

#include <string.h>

#if defined(GR_HAS_FORK)
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif
#endif

int process_fail(lua_State *L, const char *code, const char *message) {
  luaL_pushfail(L);
  lua_pushstring(L, message);
  lua_pushstring(L, code);
  return 3;
}

static double check_positive(lua_State *L, int arg, const char *key) {
  double value = 0;
  if (lua_getfield(L, arg, key) != LUA_TNIL) {
    int is_number = 0;
    value = lua_tonumberx(L, -1, &is_number);
    if (!is_number || !(value > 0) || value > 1e15) {
      luaL_argerror(L, arg, lua_pushfstring(L, "'%s' must be a number above 0", key));
    }
  }
  lua_pop(L, 1);
  return value;
}

process_limits process_check_limits(lua_State *L, int arg) {
  process_limits limits;
  limits.seconds = check_positive(L, arg, "seconds");
  limits.cpu_seconds = check_positive(L, arg, "cpu_seconds");
  limits.memory = (lua_Integer)check_positive(L, arg, "memory");
  return limits;
}

#if defined(GR_HAS_FORK)

double process_clock(void) {
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static struct timeval interval(double seconds) {
  struct timeval value = {0};
  value.tv_sec = (time_t)seconds;
  value.tv_usec = (suseconds_t)((seconds - (double)value.tv_sec) * 1e6);
  return value;
}

void process_set_timer(double cpu_seconds) {
  struct itimerval timer;
  memset(&timer, 0, sizeof timer);
  timer.it_value = interval(cpu_seconds);
  (void)setitimer(ITIMER_PROF, &timer, NULL);
}

void process_set_limits(process_limits limits, lua_Integer more) {
  struct rlimit memory, none = {0, 0};
  if (limits.memory > 0 && getrlimit(RLIMIT_AS, &memory) == 0) {
    rlim_t wanted = (rlim_t)(limits.memory + more);
    if (memory.rlim_cur == RLIM_INFINITY || wanted < memory.rlim_cur) memory.rlim_cur = wanted;
    (void)setrlimit(RLIMIT_AS, &memory);
  }
  (void)setrlimit(RLIMIT_CORE, &none);
  if (limits.cpu_seconds > 0) process_set_timer(limits.cpu_seconds);
}

void process_push_end(lua_State *L, int status, bool is_late) {
  bool is_time = is_late || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGPROF || WTERMSIG(status) == SIGXCPU));
  lua_pushstring(L, is_time ? "time" : WIFSIGNALED(status) ? "signal" : "exit");
  if (is_time) lua_pushnil(L);
  else lua_pushinteger(L, WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
}

lua_Integer process_memory_in_use(void) {
  FILE *file = fopen("/proc/self/statm", "re");
  long pages = 0;
  if (file && fscanf(file, "%ld", &pages) != 1) pages = 0;
  if (file) (void)fclose(file);
  return (lua_Integer)pages * sysconf(_SC_PAGESIZE);
}

void process_shut(int *file) {
  if (*file >= 0) (void)close(*file);
  *file = -1;
}

int process_keep_apart(int ends[2]) {
  for (int i = 0; i < 2; i++) {
    if (ends[i] <= STDERR_FILENO) {
      int other = fcntl(ends[i], F_DUPFD, STDERR_FILENO + 1);
      (void)close(ends[i]);
      ends[i] = other;
      if (other < 0) {
        (void)close(ends[1 - i]);
        return -1;
      }
    }
    (void)fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  }
  return 0;
}

bool process_write_all(int file, const void *bytes, size_t size) {
  const char *from = bytes;
  while (size > 0) {
    ssize_t written = write(file, from, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    from += written;
    size -= (size_t)written;
  }
  return true;
}

static int do_nothing(lua_State *L) {
  (void)L;
  return 0;
}

/* The handlers of signals of Lua's programs set a hook, which the next call of a function runs. */
void process_interrupted(lua_State *L) {
  lua_pushcfunction(L, do_nothing);
  lua_call(L, 0, 0);
}

void process_end_with(long maker) {
#if defined(__linux__)
  (void)prctl(PR_SET_PDEATHSIG, (unsigned long)SIGKILL, 0L, 0L, 0L);
  if ((long)getppid() != maker) _exit(70);
#else
  (void)maker;
#endif
}

#endif

#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
int luaopen_govreport_process(lua_State *L);

int luaopen_govreport_process(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"run", process_run},           /* run(argv, options) -> {ended, …}, or nil, message, code */
      {"lead", process_lead},         /* lead() -> true, or nil, message, code */
      {"venture", process_venture},   /* venture(limits, f, …) -> true, what f gives; or false, how it ended, … */
      {"tell", process_tell},         /* tell(text): what a venture is about to do */
      {"pool", process_pool},         /* pool(count, limits, f) -> Pool: f in so many copies of this process */
      {"pending", process_pending},   /* pending(file) -> whether there is something to read now */
      {"read", process_read},         /* read(file, most) -> bytes, "" at the end; or nil, message, code */
      {NULL, NULL},
  };
  luaL_checkversion(L);
  process_open_job(L);
  process_open_pool(L);
  luaL_newlib(L, functions);
  return 1;
}
