/* process.venture: work that may end the process, done in a copy of it. Where the work comes back the copy goes on in
 * place of the original, with all that was made; where it does not, the original goes on as if nothing had been, and is
 * told how it ended. So nothing has to be carried from one to the other.
 *
 *   lead()                    the first process stays behind; it only waits for the others and ends as the last one does
 *   A  venture(limits, f)     makes B and waits for it
 *   B      f() comes back     tells the first process that it leads now, and A that it may end
 *   B      f() does not       A reads how B ended, and goes on
 *
 * The first process has to be the parent of those whose parent has ended, which Linux alone has (PR_SET_CHILD_SUBREAPER). */
#define _GNU_SOURCE

#include "process/process.h"

#if !defined(GR_HAS_FORK) || !defined(__linux__)

static int unavailable(lua_State *L) {
  return process_fail(L, "process.unavailable", "work cannot be tried in a process of its own here");
}

int process_lead(lua_State *L) { return unavailable(L); }
int process_venture(lua_State *L) { return unavailable(L); }
int process_tell(lua_State *L) { return unavailable(L); }
#if defined(GR_HAS_FORK)
void process_leave_lead(lua_State *L) { (void)L; }
#endif

#else

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_TOLD = 4096 };   /* bytes of a text that is told; what a pipe takes at once */

/* Its address is the key in the registry of the two files: that of the first process, and that of the one which waits. */
static const char files = 0;

typedef struct told {
  int leader, waiting;   /* -1: there is none; without a leader, because this is a copy that leaves that to another */
  double cpu_seconds;    /* of what is on its way, from one text that it tells to the next */
} told;

static told *files_of(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &files);
  told *own = lua_touserdata(L, -1);
  lua_pop(L, 1);
  return own;
}

/* Where the first process has been ended, nobody reads what it is told, and what is left of us ends as well. */
static void end_with_first(const told *own) {
  struct pollfd polled = {own->leader, 0, 0};
  if (poll(&polled, 1, 0) > 0 && (polled.revents & POLLERR) != 0) _exit(70);
}

/* ---- the first process ----------------------------------------------------------------------- */

/* The one that leads, the file in which the next one says that it does, and the last signal that was passed on. The first
 * process is nothing but this loop, and its handler knows no other way to them. */
static volatile sig_atomic_t leading, leaders, passed;

/* The newest of those that said that they lead. */
static void find_leader(void) {
  int before = errno;
  pid_t next;
  while (read((int)leaders, &next, sizeof next) == (ssize_t)sizeof next) leading = (sig_atomic_t)next;
  errno = before;
}

static void pass_on(int number) {
  find_leader();
  passed = number;
  (void)kill((pid_t)leading, number);
}

/* Waits until the one that leads has ended, and ends as it did. */
static void stay_behind(int file, pid_t leader) {
  static const int passed_on[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  struct sigaction action = {.sa_handler = pass_on, .sa_flags = SA_RESTART};
  leaders = file;
  leading = (sig_atomic_t)leader;
  (void)fcntl(file, F_SETFL, O_NONBLOCK);
  for (size_t i = 0; i < sizeof passed_on / sizeof *passed_on; i++) (void)sigaction(passed_on[i], &action, NULL);
  for (;;) {
    int status;
    pid_t ended = waitpid(-1, &status, 0);
    if (ended < 0 && errno == ECHILD) _exit(70);
    find_leader();
    if (ended != (pid_t)leading) {   /* it may have got a signal in place of the next one */
      if (passed != 0 && WIFSIGNALED(status) && WTERMSIG(status) == passed) (void)kill((pid_t)leading, passed);
      continue;
    }
    if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
    (void)signal(WTERMSIG(status), SIG_DFL);
    (void)raise(WTERMSIG(status));
    _exit(128 + WTERMSIG(status));
  }
}

void process_leave_lead(lua_State *L) {
  told *before = files_of(L);
  if (before && before->leader >= 0) (void)close(before->leader);
  told *own = before ? before : lua_newuserdatauv(L, sizeof *own, 0);
  *own = (told){-1, -1, 0};
  if (!before) lua_rawsetp(L, LUA_REGISTRYINDEX, &files);
}

static int leave_to_another(lua_State *L) {
  return process_fail(L, "process.unavailable", "a worker of a pool leads nothing and ventures nothing");
}

/* process.lead() -> true, in a copy of the process, which goes on in its place; nil, message, code where the system makes
 * none. Needed once before a venture. [-0, +1 or +3] */
int process_lead(lua_State *L) {
  const told *before = files_of(L);
  if (before && before->leader < 0) return leave_to_another(L);
  if (before) {
    lua_pushboolean(L, 1);
    return 1;
  }
  told *own = lua_newuserdatauv(L, sizeof *own, 0);
  int ends[2];
  (void)fflush(NULL);
  if (prctl(PR_SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L) != 0 || pipe2(ends, O_CLOEXEC) != 0) {
    return process_fail(L, "process.failed", strerror(errno));
  }
  pid_t leader = fork();
  if (leader > 0) {
    (void)close(ends[1]);
    stay_behind(ends[0], leader);
  }
  (void)close(ends[0]);
  if (leader < 0) {
    (void)close(ends[1]);
    return process_fail(L, "process.failed", strerror(errno));
  }
  *own = (told){ends[1], -1, 0};
  lua_rawsetp(L, LUA_REGISTRYINDEX, &files);
  lua_pushboolean(L, 1);
  return 1;
}

/* ---- the copy -------------------------------------------------------------------------------- */

/* Does the work, and takes over. The stack: f and its arguments; an error of f is raised here, as it would be there.
 * [-n, +1 + m] */
static int go_on(lua_State *L, told *own, pid_t original, int waiting, process_limits limits) {
  own->waiting = waiting;
  own->cpu_seconds = limits.cpu_seconds;
  process_end_with((long)original);   /* where the one that waits is ended, so is this */
  struct rlimit before;
  bool is_known = getrlimit(RLIMIT_AS, &before) == 0;
  process_set_limits(limits, process_memory_in_use());
  int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  process_set_timer(0);
  if (is_known) (void)setrlimit(RLIMIT_AS, &before);
  own->waiting = -1;
  (void)prctl(PR_SET_PDEATHSIG, 0L, 0L, 0L, 0L);
  pid_t self = getpid();
  if (!process_write_all(own->leader, &self, sizeof self) || !process_write_all(waiting, "", 1)) _exit(70);
  (void)close(waiting);
  if (status != LUA_OK) return lua_error(L);
  lua_pushboolean(L, 1);
  lua_replace(L, 1);
  return lua_gettop(L);
}

/* process.tell(text): what the work is about to do, for the one that waits; the times of its limits begin anew. At most
 * 4 KiB are told. Outside of a venture it does nothing. [-1, +0] */
int process_tell(lua_State *L) {
  size_t size;
  const char *text = luaL_checklstring(L, 1, &size);
  const told *own = files_of(L);
  if (!own || own->waiting < 0) return 0;
  char line[MOST_TOLD];
  if (size > sizeof line - 1) size = sizeof line - 1;
  for (size_t i = 0; i < size; i++) line[i] = text[i] == '\0' || text[i] == '\n' ? ' ' : text[i];
  line[size] = '\n';
  process_set_timer(own->cpu_seconds);
  (void)process_write_all(own->waiting, line, size + 1);
  return 0;
}

/* ---- the one that waits ---------------------------------------------------------------------- */

typedef struct heard {
  char line[MOST_TOLD], last[MOST_TOLD];   /* what is being told, and the newest whole text */
  size_t size;
  bool is_done, is_late;
} heard;

static void hear(heard *own, const char *bytes, size_t size) {
  for (size_t i = 0; i < size; i++) {
    if (bytes[i] == '\0') own->is_done = true;
    else if (bytes[i] != '\n' && own->size < MOST_TOLD - 1) own->line[own->size++] = bytes[i];
    else if (bytes[i] == '\n') {
      memcpy(own->last, own->line, own->size);
      own->last[own->size] = '\0';
      own->size = 0;
    }
  }
}

/* Listens until the copy is done, has ended, or tells nothing for so many seconds; 0: however long. */
static void listen_to(int file, double seconds, heard *own) {
  char bytes[MOST_TOLD];
  double deadline = seconds > 0 ? process_clock() + seconds : 0;
  while (!own->is_done) {
    double left = deadline > 0 ? deadline - process_clock() : 60;
    own->is_late = left <= 0;
    if (own->is_late) return;
    struct pollfd polled = {file, POLLIN, 0};
    int ready = poll(&polled, 1, left < 60 ? (int)(left * 1000) + 1 : 60000);
    if (ready < 0 && errno != EINTR) return;
    if (ready <= 0) continue;
    ssize_t got = read(file, bytes, sizeof bytes);
    if (got > 0) hear(own, bytes, (size_t)got);
    else if (got == 0 || errno != EINTR) return;
    if (seconds > 0) deadline = process_clock() + seconds;
  }
}

/* process.venture({seconds, cpu_seconds, memory}, f, …) -> true and what f gives, in a copy of the process that goes on in
 * its place; or, in the original, false, how the copy ended ("time", "signal", "exit"), the number of the signal or the
 * status, and the last text that it told. nil, message, code where the system makes no copy. Raises what f raises.
 * `memory` is in bytes, beside what the process has. [-n, +m] */
int process_venture(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, 2, LUA_TFUNCTION);
  process_limits limits = process_check_limits(L, 1);
  told *own = files_of(L);
  if (!own) return luaL_error(L, "process.venture: process.lead comes first");
  if (own->leader < 0) return leave_to_another(L);
  if (own->waiting >= 0) return luaL_error(L, "process.venture: one is on its way");
  end_with_first(own);
  int ends[2];
  (void)fflush(NULL);
  if (pipe2(ends, O_CLOEXEC) != 0) return process_fail(L, "process.failed", strerror(errno));
  pid_t original = getpid(), copy = fork();
  if (copy < 0) {
    int problem = errno;
    (void)close(ends[0]);
    (void)close(ends[1]);
    return process_fail(L, "process.failed", strerror(problem));
  }
  if (copy == 0) {
    (void)close(ends[0]);
    return go_on(L, own, original, ends[1], limits);
  }
  (void)close(ends[1]);
  heard told_by_copy = {.size = 0};
  listen_to(ends[0], limits.seconds, &told_by_copy);
  if (told_by_copy.is_done) _exit(0);
  (void)close(ends[0]);
  int status = 0;
  (void)kill(copy, SIGKILL);
  while (waitpid(copy, &status, 0) < 0 && errno == EINTR) {}
  end_with_first(own);
  lua_pushboolean(L, 0);
  process_push_end(L, status, told_by_copy.is_late);
  lua_pushstring(L, told_by_copy.last);
  return 4;
}

#endif
