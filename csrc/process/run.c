/* process.run: another program from its start to its end, within limits. */
#define _POSIX_C_SOURCE 200809L
#define _XOPEN_SOURCE 700

#include "process/process.h"

#if !defined(GR_HAS_FORK)

int process_run(lua_State *L) {
  return process_fail(L, "process.unavailable", "programs cannot be started here");
}

void process_open_job(lua_State *L) { (void)L; }

#else

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define JOB "govreport.process.Job"

enum { IN, OUT, ERR, PIPES };
enum { PIECE = 65536, MOST_ERR = 65536, USUAL_OUTPUT = 1 << 26 };

typedef struct buffer {
  char *bytes;
  size_t size, capacity, most;
} buffer;

/* All that must be given back, whatever raises: Lua collects it. */
typedef struct job {
  pid_t pid;         /* 0: there is none, or it was waited for */
  int pipes[PIPES];  /* our ends; -1: closed */
  buffer out, err;
} job;

static int free_job(lua_State *L) {
  job *own = luaL_checkudata(L, 1, JOB);
  for (int i = 0; i < PIPES; i++) process_shut(&own->pipes[i]);
  if (own->pid > 0) {
    (void)kill(-own->pid, SIGKILL);
    while (waitpid(own->pid, NULL, 0) < 0 && errno == EINTR) {}
  }
  own->pid = 0;
  free(own->out.bytes);
  free(own->err.bytes);
  own->out.bytes = own->err.bytes = NULL;
  return 0;
}

void process_open_job(lua_State *L) {
  if (luaL_newmetatable(L, JOB)) {
    lua_pushcfunction(L, free_job);
    lua_setfield(L, -2, "__gc");
  }
  lua_pop(L, 1);
}

/* ---- starting -------------------------------------------------------------------------------- */

/* The arguments of the program, in memory of Lua's. [-0, +1] */
static char **check_argv(lua_State *L, int arg) {
  luaL_checktype(L, arg, LUA_TTABLE);
  size_t count = lua_rawlen(L, arg);
  luaL_argcheck(L, count > 0 && count < 10000, arg, "the name of a program is expected, and its arguments");
  char **argv = lua_newuserdatauv(L, (count + 1) * sizeof *argv, 1);
  for (size_t i = 0; i < count; i++) {
    size_t size;
    lua_rawgeti(L, arg, (lua_Integer)i + 1);
    if (lua_type(L, -1) != LUA_TSTRING) luaL_argerror(L, arg, "its entries must be texts");
    const char *text = lua_tolstring(L, -1, &size);   /* the table keeps it */
    if (strlen(text) != size) luaL_argerror(L, arg, "a zero byte in an argument");
    argv[i] = (char *)(uintptr_t)text;
    lua_pop(L, 1);
  }
  argv[count] = NULL;
  return argv;
}

/* The new process, up to the program; what goes wrong is told to the pipe `told`, which the program never sees. */
static void become(char **argv, int ends[PIPES], int told, pid_t maker, process_limits limits) {
  sigset_t none;
  process_end_with((long)maker);
  (void)setpgid(0, 0);
  for (int i = 0; i < PIPES; i++) {
    if (dup2(ends[i], i) < 0) goto failed;
  }
  (void)sigemptyset(&none);
  (void)sigprocmask(SIG_SETMASK, &none, NULL);
  (void)signal(SIGPIPE, SIG_DFL);
  (void)signal(SIGINT, SIG_DFL);
  process_set_limits(limits, 0);
  (void)execvp(argv[0], argv);
failed:;
  int problem = errno;
  while (write(told, &problem, sizeof problem) < 0 && errno == EINTR) {}
  _exit(127);
}

/* A pipe that programs do not inherit. */
static int new_pipe(int ends[2]) {
  return pipe(ends) == 0 ? process_keep_apart(ends) : -1;
}

/* Starts the program; 0, or what the system says. */
static int start(job *own, char **argv, process_limits limits) {
  int pipes[PIPES + 1][2], ends[PIPES], problem = 0, made = 0;
  for (; made <= PIPES; made++) {
    if (new_pipe(pipes[made]) != 0) {
      problem = errno;
      break;
    }
  }
  if (problem == 0) {
    for (int i = 0; i < PIPES; i++) ends[i] = pipes[i][i == IN ? 0 : 1];
    pid_t maker = getpid();
    own->pid = fork();
    if (own->pid == 0) become(argv, ends, pipes[PIPES][1], maker, limits);
    if (own->pid < 0) {
      problem = errno;
      own->pid = 0;
    }
  }
  for (int i = 0; i < made; i++) {
    bool is_ours = problem == 0 && i < PIPES;
    if (is_ours) own->pipes[i] = pipes[i][i == IN ? 1 : 0];
    (void)close(pipes[i][i == IN ? 0 : 1]);
    if (!is_ours && (problem != 0 || i == IN)) (void)close(pipes[i][i == IN ? 1 : 0]);
  }
  if (problem != 0) return problem;
  (void)setpgid(own->pid, own->pid);
  ssize_t got;
  do got = read(pipes[PIPES][0], &problem, sizeof problem);
  while (got < 0 && errno == EINTR);
  (void)close(pipes[PIPES][0]);
  if (got != (ssize_t)sizeof problem) return 0;
  while (waitpid(own->pid, NULL, 0) < 0 && errno == EINTR) {}
  own->pid = 0;
  return problem;
}

/* ---- running --------------------------------------------------------------------------------- */

/* Reads what is there; false at the end, or where there is more than was asked for. */
static bool take(int file, buffer *own, bool *is_full) {
  if (own->capacity - own->size < PIECE) {
    size_t wanted = own->capacity < PIECE ? 2 * PIECE : 2 * own->capacity;
    char *more = realloc(own->bytes, wanted);
    if (!more) {
      *is_full = true;
      return false;
    }
    own->bytes = more;
    own->capacity = wanted;
  }
  ssize_t got = read(file, own->bytes + own->size, PIECE);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  own->size += (size_t)got;
  if (own->size > own->most) {
    own->size = own->most;
    *is_full = true;
    return false;
  }
  return got > 0;
}

static void give(job *own, const char **input, size_t *size) {
  ssize_t written = *size > 0 ? write(own->pipes[IN], *input, *size > PIECE ? PIECE : *size) : 0;
  if (written < 0 && errno != EINTR && errno != EAGAIN) *size = 0;   /* it does not read on */
  if (written > 0) {
    *input += written;
    *size -= (size_t)written;
  }
  if (*size == 0) process_shut(&own->pipes[IN]);
}

/* Gives and takes until the program has closed its ends; why it was left before that, NULL where it was not. */
static const char *converse(job *own, const char *input, size_t size, double deadline) {
  (void)fcntl(own->pipes[IN], F_SETFL, O_NONBLOCK);
  give(own, &input, &size);
  while (own->pipes[OUT] >= 0 || own->pipes[ERR] >= 0) {
    double left = deadline > 0 ? deadline - process_clock() : 1;
    if (left <= 0) return "time";
    struct pollfd polled[PIPES];
    for (int i = 0; i < PIPES; i++) polled[i] = (struct pollfd){own->pipes[i], i == IN ? POLLOUT : POLLIN, 0};
    int ready = poll(polled, PIPES, deadline > 0 && left < 1 ? (int)(left * 1000) + 1 : 1000);
    if (ready < 0 && errno != EINTR) return "poll";
    if (ready <= 0) continue;
    if (polled[IN].revents != 0 && own->pipes[IN] >= 0) give(own, &input, &size);
    bool is_full = false, is_noisy = false;
    if (polled[OUT].revents != 0 && !take(own->pipes[OUT], &own->out, &is_full)) process_shut(&own->pipes[OUT]);
    if (polled[ERR].revents != 0 && !take(own->pipes[ERR], &own->err, &is_noisy)) process_shut(&own->pipes[ERR]);
    if (is_full) return "output";
  }
  return NULL;
}

/* Waits for the end of a program that has closed its ends, up to the deadline; its status. */
static int wait_for(job *own, double deadline, bool *is_late) {
  int status = 0;
  struct timespec pause = {0, 1000000};
  for (;;) {
    pid_t got = waitpid(own->pid, &status, deadline > 0 ? WNOHANG : 0);
    if (got == own->pid) break;
    if (got < 0 && errno != EINTR) break;
    if (deadline > 0 && process_clock() > deadline) {
      *is_late = true;
      (void)kill(-own->pid, SIGKILL);
      deadline = 0;
    } else if (got == 0) {
      (void)nanosleep(&pause, NULL);
    }
  }
  (void)kill(-own->pid, SIGKILL);   /* what it started */
  own->pid = 0;
  return status;
}

static size_t check_most(lua_State *L, int arg) {
  lua_getfield(L, arg, "output");
  lua_Integer most = luaL_optinteger(L, -1, USUAL_OUTPUT);
  luaL_argcheck(L, most > 0, arg, "'output' must be a number of bytes");
  lua_pop(L, 1);
  return (size_t)most;
}

static void set_text(lua_State *L, const char *key, const buffer *own) {
  lua_pushlstring(L, own->bytes ? own->bytes : "", own->size);
  lua_setfield(L, -2, key);
}

/* process.run(argv, {input, output, seconds, cpu_seconds, memory}) -> {ended, status, signal, out, err}. `input` is a
 * text for its standard input; of more than `output` bytes (64 MiB) it is ended. `ended` is "exit", "signal", "time" or
 * "output"; with "exit" there is a `status`, with "signal" a `signal`. `out` and `err` hold what it wrote until then, of
 * `err` the first 64 KiB. All that the program started ends with it. nil, message, "process.missing" where there is no
 * such program, "process.failed" where the system does not start it. [-2, +1 or +3] */
int process_run(lua_State *L) {
  lua_settop(L, 2);
  if (lua_isnil(L, 2)) {
    lua_newtable(L);
    lua_replace(L, 2);
  }
  luaL_checktype(L, 2, LUA_TTABLE);
  process_limits limits = process_check_limits(L, 2);
  size_t most = check_most(L, 2), size = 0;
  lua_getfield(L, 2, "input");
  const char *input = luaL_optlstring(L, 3, "", &size);
  char **argv = check_argv(L, 1);
  job *own = lua_newuserdatauv(L, sizeof *own, 0);
  *own = (job){0, {-1, -1, -1}, {NULL, 0, 0, most}, {NULL, 0, 0, MOST_ERR}};
  luaL_setmetatable(L, JOB);

  int problem = start(own, argv, limits);
  if (problem != 0) {
    for (int i = 0; i < PIPES; i++) process_shut(&own->pipes[i]);
    const char *message = lua_pushfstring(L, "%s: %s", argv[0], strerror(problem));
    return process_fail(L, problem == ENOENT ? "process.missing" : "process.failed", message);
  }
  struct sigaction ignored = {.sa_handler = SIG_IGN}, before;
  (void)sigaction(SIGPIPE, &ignored, &before);
  double deadline = limits.seconds > 0 ? process_clock() + limits.seconds : 0;
  const char *left = converse(own, input, size, deadline);
  (void)sigaction(SIGPIPE, &before, NULL);
  for (int i = 0; i < PIPES; i++) process_shut(&own->pipes[i]);
  bool is_late = left != NULL && left[0] == 't';
  if (left) (void)kill(-own->pid, SIGKILL);
  int status = wait_for(own, left ? 0 : deadline, &is_late);

  bool is_full = left && left[0] == 'o';
  lua_newtable(L);
  process_push_end(L, status, is_late);
  if (!is_full && !lua_isnil(L, -1)) lua_setfield(L, -3, lua_tostring(L, -2)[0] == 'e' ? "status" : "signal");
  else lua_pop(L, 1);
  if (is_full) {
    lua_pushliteral(L, "output");
    lua_replace(L, -2);
  }
  lua_setfield(L, -2, "ended");
  set_text(L, "out", &own->out);
  set_text(L, "err", &own->err);
  return 1;
}

#endif
