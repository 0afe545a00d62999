/* process.pool: a function called in copies of the process, the workers, so that what ends a call ends no more than its
 * worker. Each place for a worker holds the job that is under way and one behind it, which is on its way to the worker
 * already, so that no worker waits for the one that gives. Where a worker ends, its job is told how, and the one behind it
 * goes to a new worker in the same place. Sockets are never waited for but in `take`, on all of them at once. */
#define _GNU_SOURCE
#define _DARWIN_C_SOURCE

#include "process/pool.h"

#if !defined(GR_HAS_FORK)

int process_pool(lua_State *L) {
  return process_fail(L, "process.unavailable", "work cannot be given to processes here");
}

void process_open_pool(lua_State *L) { (void)L; }

#else

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define POOL "govreport.process.Pool"

#if !defined(MSG_NOSIGNAL)
#define MSG_NOSIGNAL 0   /* where there is none the socket says it: SO_NOSIGPIPE */
#endif

enum { PLACES = 2, MOST_WORKERS = 1024, MOST_TRIES = 3 };
enum { JOBS = 1, WORK, POLLED, VALUES = POLLED };   /* what a pool keeps: texts of jobs, the function, room to poll */

typedef struct job {
  pool_frame frame;
  const char *text;   /* the table of jobs keeps it, at `key` */
  int key, tries;     /* workers that ended before they had it whole */
} job;

typedef struct worker {
  pid_t pid;           /* 0: there is none */
  int file, count;     /* our end; jobs, the first of which is under way */
  job jobs[PLACES];
  int whole;           /* jobs that were sent whole; of the next one, `sent` bytes with the frame were */
  size_t sent;
  pool_frame answer;   /* of the answer, `got` bytes with the frame are there */
  size_t got;
  char *bytes;
  double since;        /* when the first job began, or when something came or went last */
} worker;

typedef struct pool {
  struct pool *next;   /* of the pools of this Lua */
  pid_t owner;
  bool is_open;
  process_limits limits;
  int first, problem;  /* the place that is looked at first; why the last one was not started, or 0 */
  lua_Integer started, peak;
  int count;
  worker workers[];
} pool;

/* Its address is the key in the registry of the first of all pools. */
static const char pools = 0;

static pool **first_pool(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &pools);
  pool **first = lua_touserdata(L, -1);
  lua_pop(L, 1);
  return first;
}

/* ---- a worker: its start and its end --------------------------------------------------------- */

/* Both ends of a socket of a worker's. */
static int new_channel(int ends[2]) {
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0 || process_keep_apart(ends) != 0) return -1;
#if defined(SO_NOSIGPIPE)
  int on = 1;
  (void)setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
  return 0;
}

/* In a new worker: as long as it had the ends that its maker has of others, those would not see their maker end. */
static void shut_all(lua_State *L) {
  for (pool *own = *first_pool(L); own; own = own->next) {
    for (int i = 0; i < own->count; i++) process_shut(&own->workers[i].file);
  }
}

/* Starts a worker; where it does not, what the system says is noted. The pool is at 1 on the stack. Garbage is cleared away
 * first, and what is in buffers of files written: neither finalizers nor these are for the worker. [-0, +0] */
static bool start(lua_State *L, pool *own, worker *place) {
  int ends[2];
  (void)lua_gc(L, LUA_GCCOLLECT);
  (void)fflush(NULL);
  if (new_channel(ends) != 0) {
    own->problem = errno;
    return false;
  }
  pid_t maker = getpid(), pid = fork();
  if (pid == 0) {
    shut_all(L);
    (void)close(ends[0]);
    (void)lua_getiuservalue(L, 1, WORK);
    pool_work(L, lua_gettop(L), ends[1], maker, own->limits);
  }
  own->problem = pid < 0 ? errno : 0;
  (void)close(ends[1]);
  if (pid < 0) {
    (void)close(ends[0]);
    return false;
  }
  place->pid = pid;
  place->file = ends[0];
  place->since = process_clock();
  own->started++;
  return true;
}

static void note_peak(pool *own, lua_Integer bytes) {
  if (bytes > own->peak) own->peak = bytes;
}

/* Ends a worker that has not ended by itself, and forgets what was on its way to it and from it; its status. */
static int end(pool *own, worker *place) {
  struct rusage usage;
  int status = 0;
  pid_t got;
  process_shut(&place->file);
  (void)kill(place->pid, SIGKILL);
  while ((got = wait4(place->pid, &status, 0, &usage)) < 0 && errno == EINTR) {}
#if defined(__APPLE__)
  if (got > 0) note_peak(own, (lua_Integer)usage.ru_maxrss);
#else
  if (got > 0) note_peak(own, (lua_Integer)usage.ru_maxrss * 1024);
#endif
  free(place->bytes);
  place->bytes = NULL;
  place->pid = 0;
  place->got = place->sent = 0;
  place->whole = 0;
  return status;
}

/* The most memory that a running worker had, where the system tells; 0 elsewhere. */
static lua_Integer peak_of(pid_t pid) {
  char line[128];
  long kilobytes = 0;
  (void)snprintf(line, sizeof line, "/proc/%ld/status", (long)pid);
  FILE *file = fopen(line, "re");
  while (file && kilobytes == 0 && fgets(line, sizeof line, file)) (void)sscanf(line, "VmHWM: %ld", &kilobytes);
  if (file) (void)fclose(file);
  return (lua_Integer)kilobytes * 1024;
}

/* ---- a worker: what goes to it and comes from it ---------------------------------------------- */

typedef enum state { NOTHING, ANSWERED, ENDED } state;

/* Sends what the socket takes of the jobs. */
static void speak(worker *place) {
  while (place->whole < place->count) {
    job *next = &place->jobs[place->whole];
    size_t head = sizeof next->frame, all = head + (size_t)next->frame.size, from = place->sent;
    struct iovec parts[2] = {
        {(char *)&next->frame + (from < head ? from : head), from < head ? head - from : 0},
        {(char *)(uintptr_t)next->text + (from < head ? 0 : from - head), all - (from < head ? head : from)},
    };
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    ssize_t sent = sendmsg(place->file, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return;   /* no room; or the worker has ended, which is heard */
    if (place->whole == 0) place->since = process_clock();
    place->sent += (size_t)sent;
    if (place->sent < all) continue;
    place->whole++;
    place->sent = 0;
  }
}

/* Whether the frame of an answer is one that a worker sends. */
static bool is_answer(const worker *place) {
  const pool_frame *answer = &place->answer;
  return place->whole > 0 && answer->number == place->jobs[0].frame.number && answer->size <= POOL_MOST_ANSWER &&
         answer->how > POOL_JOB && answer->how < POOL_HOWS;
}

/* Takes in what there is of an answer; what a worker sends that is none ends it. */
static state hear(worker *place) {
  for (;;) {
    size_t head = sizeof place->answer, all = head;
    char *to = (char *)&place->answer + place->got;
    if (place->got >= head) {
      all += (size_t)place->answer.size;
      if (!place->bytes) place->bytes = is_answer(place) ? malloc((size_t)place->answer.size + 1) : NULL;
      if (!place->bytes) return ENDED;
      to = place->bytes + (place->got - head);
    }
    if (place->got == all && place->got >= head && place->bytes) return ANSWERED;
    ssize_t got = recv(place->file, to, all - place->got, MSG_DONTWAIT);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return NOTHING;
    if (got <= 0) return ENDED;
    place->got += (size_t)got;
    place->since = process_clock();
  }
}

/* ---- jobs ------------------------------------------------------------------------------------ */

/* The first job of a place is done with. The pool is at 1 on the stack. [-0, +0] */
static void forget_first(lua_State *L, worker *place) {
  (void)lua_getiuservalue(L, 1, JOBS);
  luaL_unref(L, -1, place->jobs[0].key);
  lua_pop(L, 1);
  place->count--;
  memmove(place->jobs, place->jobs + 1, (size_t)place->count * sizeof *place->jobs);
  place->since = process_clock();
}

/* The answer to the first job, which is there. [-0, +3] */
static int push_answer(lua_State *L, pool *own, worker *place) {
  static const char *const hows[] = {[POOL_DONE] = "done", [POOL_ERROR] = "error", [POOL_MEMORY] = "memory"};
  lua_pushinteger(L, (lua_Integer)place->answer.number);
  lua_pushstring(L, hows[place->answer.how]);
  lua_pushlstring(L, place->bytes, (size_t)place->answer.size);
  free(place->bytes);
  place->bytes = NULL;
  place->got = 0;
  place->whole--;
  forget_first(L, place);
  if (place->answer.is_last) (void)end(own, place);
  return 3;
}

/* How a worker ended, for its first job; nothing where that never came to it whole: a new worker tries. [-0, +3 or +0] */
static int push_end(lua_State *L, pool *own, worker *place, bool is_late) {
  bool is_begun = place->whole > 0;
  int status = end(own, place);
  if (!is_begun && !is_late && ++place->jobs[0].tries < MOST_TRIES) return 0;
  lua_pushinteger(L, (lua_Integer)place->jobs[0].frame.number);
  process_push_end(L, status, is_late);
  forget_first(L, place);
  return 3;
}

/* Sees to one place: starts its worker, sends, takes in. The job that has ended there, if one has. [-0, +3 or +0] */
static int attend(lua_State *L, pool *own, worker *place) {
  if (place->count == 0) return 0;
  if (place->pid == 0 && !start(L, own, place)) return 0;
  speak(place);
  state heard = hear(place);
  if (heard == ANSWERED) return push_answer(L, own, place);
  double seconds = own->limits.seconds;
  bool is_late = heard == NOTHING && seconds > 0 && process_clock() - place->since > seconds;
  return heard == ENDED || is_late ? push_end(L, own, place, is_late) : 0;
}

/* Waits until there is something to see to, or until `until`, where that is above 0; false where a signal came. */
static bool wait_for_any(pool *own, struct pollfd *polled, double until) {
  double left = 60, now = process_clock();
  if (until > 0 && until - now < left) left = until - now;
  for (int i = 0; i < own->count; i++) {
    worker *place = &own->workers[i];
    bool is_busy = place->count > 0 && place->pid > 0, is_sending = place->whole < place->count;
    polled[i] = (struct pollfd){is_busy ? place->file : -1, (short)(is_sending ? POLLIN | POLLOUT : POLLIN), 0};
    if (is_busy && own->limits.seconds > 0 && place->since + own->limits.seconds - now < left) {
      left = place->since + own->limits.seconds - now;
    }
    if (place->count > 0 && place->pid == 0 && left > 0.1) left = 0.1;   /* until a worker can be started */
  }
  return poll(polled, (nfds_t)own->count, left > 0 ? (int)(left * 1000) + 1 : 0) >= 0 || errno != EINTR;
}

/* ---- what programs see ----------------------------------------------------------------------- */

static pool *check_pool(lua_State *L) {
  pool *own = luaL_checkudata(L, 1, POOL);
  if (own->owner != getpid()) luaL_error(L, "the pool is one of another process");
  if (!own->is_open) luaL_error(L, "the pool is closed");
  return own;
}

static int count_jobs(const pool *own) {
  int jobs = 0;
  for (int i = 0; i < own->count; i++) jobs += own->workers[i].count;
  return jobs;
}

/* pool:room() -> how many jobs can be given now. [-1, +1] */
static int pool_room(lua_State *L) {
  const pool *own = check_pool(L);
  lua_pushinteger(L, own->count * PLACES - count_jobs(own));
  return 1;
}

/* The place with the fewest jobs, of those one with a worker. A worker that ended while it had none is forgotten. */
static worker *best_place(pool *own) {
  worker *best = NULL;
  for (int i = 0; i < own->count; i++) {
    worker *place = &own->workers[i];
    if (place->count == 0 && place->pid > 0 && hear(place) != NOTHING) (void)end(own, place);
    if (place->count == PLACES) continue;
    bool is_started = best && place->count == best->count && place->pid > 0 && best->pid == 0;
    if (!best || place->count < best->count || is_started) best = place;
  }
  return best;
}

/* pool:give(number, text) -> true: the job is under way, or the next of a worker's. Raises where there is no room for it;
 * nil, message, "process.failed" where no worker can be started for it, and it is not given. [-3, +1 or +3] */
static int pool_give(lua_State *L) {
  pool *own = check_pool(L);
  size_t size;
  job next = {.frame = {.number = luaL_checkinteger(L, 2), .how = POOL_JOB}};
  next.text = luaL_checklstring(L, 3, &size);
  next.frame.size = size;
  worker *place = best_place(own);
  if (!place) return luaL_error(L, "there is no room in the pool");
  if (place->pid == 0 && !start(L, own, place)) return process_fail(L, "process.failed", strerror(own->problem));
  (void)lua_getiuservalue(L, 1, JOBS);
  lua_pushvalue(L, 3);
  next.key = luaL_ref(L, -2);
  if (place->count == 0) place->since = process_clock();
  place->jobs[place->count++] = next;
  speak(place);
  lua_pushboolean(L, 1);
  return 1;
}

/* pool:take([seconds]) -> number, how, text of a job that has ended, waiting so many seconds for one: "done" and what f
 * gave; "error" and the message of f's error; "memory", the same where there was not enough; "time", nil where a limit of
 * time ended it; "signal" or "exit" and the number or the status with which f ended its worker. nil where no job is out;
 * nil, "wait" where none ended in time; nil, message, "process.failed" where jobs are out and no worker can be started
 * for them. [-2, +1 or +2 or +3] */
static int pool_take(lua_State *L) {
  pool *own = check_pool(L);
  bool is_bound = !lua_isnoneornil(L, 2);
  lua_Number seconds = luaL_optnumber(L, 2, 0);
  luaL_argcheck(L, seconds >= 0, 2, "'seconds' must be a number that is not below 0");
  double until = is_bound ? process_clock() + seconds : 0;
  while (count_jobs(own) > 0) {
    int running = 0;
    for (int i = 0; i < own->count; i++) {
      int place = (own->first + i) % own->count, pushed = attend(L, own, &own->workers[place]);
      running += own->workers[place].count > 0 && own->workers[place].pid > 0;
      if (pushed == 0) continue;
      own->first = (place + 1) % own->count;
      return pushed;
    }
    if (running == 0 && own->problem != 0) return process_fail(L, "process.failed", strerror(own->problem));
    if (is_bound && process_clock() >= until) {
      luaL_pushfail(L);
      lua_pushliteral(L, "wait");
      return 2;
    }
    (void)lua_getiuservalue(L, 1, POLLED);
    bool is_quiet = wait_for_any(own, lua_touserdata(L, -1), until);
    lua_pop(L, 1);
    if (!is_quiet) {
      process_interrupted(L);
      own = check_pool(L);
    }
  }
  luaL_pushfail(L);
  return 1;
}

/* pool:close() -> true: ends all workers, and jobs that are out with them. Closing again does nothing. [-1, +1] */
static int pool_close(lua_State *L) {
  pool *own = luaL_checkudata(L, 1, POOL);
  bool is_owner = own->owner == getpid();
  own->is_open = false;
  for (int i = 0; i < own->count; i++) {
    worker *place = &own->workers[i];
    if (is_owner && place->pid > 0) (void)end(own, place);
    process_shut(&place->file);   /* of a copy of this process: the workers are not its own */
    free(place->bytes);
    place->bytes = NULL;
    place->count = 0;
  }
  lua_pushboolean(L, 1);
  return 1;
}

static int pool_collect(lua_State *L) {
  pool *own = luaL_checkudata(L, 1, POOL);
  (void)pool_close(L);
  for (pool **at = first_pool(L); *at; at = &(*at)->next) {
    if (*at != own) continue;
    *at = own->next;
    break;
  }
  return 0;
}

/* pool.peak: the most memory that one of its workers had, in bytes; pool.started: how many workers were started; or a
 * method. [-2, +1] */
static int pool_index(lua_State *L) {
  pool *own = luaL_checkudata(L, 1, POOL);
  const char *name = luaL_checkstring(L, 2);
  if (strcmp(name, "started") == 0) {
    lua_pushinteger(L, own->started);
  } else if (strcmp(name, "peak") == 0) {
    for (int i = 0; i < own->count; i++) {
      if (own->workers[i].pid > 0) note_peak(own, peak_of(own->workers[i].pid));
    }
    lua_pushinteger(L, own->peak);
  } else if (lua_getfield(L, lua_upvalueindex(1), name) == LUA_TNIL) {
    return luaL_error(L, "a pool has no '%s'", name);
  }
  return 1;
}

/* process.pool(count, {seconds, cpu_seconds, memory}, f) -> Pool: up to `count` workers, started when they are needed, in
 * which f(text) gives a text for each job. The limits are those of a job; `memory` is in bytes, beside what the process
 * had when the worker was started. A worker sees what was there at that time, and what f leaves behind stays in it.
 * [-3, +1] */
int process_pool(lua_State *L) {
  lua_Integer count = luaL_checkinteger(L, 1);
  luaL_argcheck(L, count >= 1 && count <= MOST_WORKERS, 1, "a number of workers from 1 to 1024 is expected");
  luaL_checktype(L, 2, LUA_TTABLE);
  luaL_checktype(L, 3, LUA_TFUNCTION);
  process_limits limits = process_check_limits(L, 2);
  size_t size = sizeof(pool) + (size_t)count * sizeof(worker);
  pool *own = lua_newuserdatauv(L, size, VALUES), **first = first_pool(L);
  memset(own, 0, size);
  own->owner = getpid();
  own->limits = limits;
  own->count = (int)count;
  own->is_open = true;
  for (int i = 0; i < own->count; i++) own->workers[i].file = -1;
  lua_newtable(L);
  (void)lua_setiuservalue(L, -2, JOBS);
  lua_pushvalue(L, 3);
  (void)lua_setiuservalue(L, -2, WORK);
  (void)lua_newuserdatauv(L, (size_t)count * sizeof(struct pollfd), 0);
  (void)lua_setiuservalue(L, -2, POLLED);
  luaL_setmetatable(L, POOL);
  own->next = *first;
  *first = own;
  return 1;
}

void process_open_pool(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"room", pool_room},
      {"give", pool_give},
      {"take", pool_take},
      {"close", pool_close},
      {NULL, NULL},
  };
  static const luaL_Reg meta[] = {
      {"__gc", pool_collect},
      {"__close", pool_close},
      {NULL, NULL},
  };
  if (luaL_newmetatable(L, POOL)) {
    pool **first = lua_newuserdatauv(L, sizeof *first, 0);
    *first = NULL;
    lua_rawsetp(L, LUA_REGISTRYINDEX, &pools);
    luaL_setfuncs(L, meta, 0);
    luaL_newlib(L, methods);
    lua_pushcclosure(L, pool_index, 1);
    lua_setfield(L, -2, "__index");
  }
  lua_pop(L, 1);
}

#endif
