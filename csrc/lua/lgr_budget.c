/* What scripts that people write may spend. A script runs in a call of core.limited, on a budget of steps and of memory:
 *
 *   - a step is an instruction of Lua, counted by a hook, or what a single call of C is charged before it runs, a search
 *     or a match: to the hook such a call is one instruction, however long it takes;
 *   - memory is what all of Lua may grow by, seen where it is allocated;
 *   - time is looked at beside the steps, for what nobody charges. It is far beyond what the steps take, so that what is
 *     stopped does not depend on the machine.
 *
 * Calls lie in each other: a script calls a function of ours that calls a script. What the inner one spends, all of them
 * spend. What is spent stays so: the error comes again at each instruction, whoever catches it. */
#include "lua/lgr_class.h"

#include <string.h>
#include <time.h>

#define BUDGET "govreport.Budget"

/* Its address is the error that a spent budget raises: nothing else can be equal to it. */
static const char spent = 0;
/* Its address is the key of the meter in the registry. */
static const char metered = 0;

enum {
  GRAIN = 1000,          /* instructions between two looks; what each call costs at least */
  NOTED = 30,            /* calls in which a place is looked for: the script stands behind some of ours */
  BYTES_A_STEP = 16,     /* memory is written as fast as that */
  REFUSED = 1000000,     /* steps: Lua collects all its garbage before it gives up */
  SLACK = 1 << 26,       /* bytes that a function of ours may have beyond the ceiling */
  LARGE = 1 << 20,       /* bytes of a block: an instruction may go through it, to compare it or to take it for a number */
  FINEST = 10,           /* instructions between two looks, at least, where there are such blocks */
};

typedef struct budget {
  int64_t steps;      /* left */
  int64_t ceiling;    /* bytes that all of Lua may use */
  clock_t time;       /* of a processor, left */
  double pace;        /* time that is too much for a step */
} budget;

/* A call on its way. */
typedef struct call {
  struct call *outer;
  budget *account;
  int64_t left;      /* steps of this call */
  clock_t started, time;   /* of a processor: when it began, how long it may take */
} call;

/* One for each Lua. */
typedef struct meter {
  call *calls;          /* the innermost first; NULL: no script runs */
  lua_State *running;   /* of the innermost */
  lua_Alloc allocate;   /* as it is without us */
  void *context;
  int64_t bytes;        /* that Lua has, while a script runs */
  int64_t slack;        /* beyond the ceiling: SLACK while a function of ours runs for it */
  int grain;            /* instructions between two looks */
  const char *reason;   /* of the last error: "steps", "time", "memory" */
} meter;

static meter *meter_of(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &metered);
  meter *own = lua_touserdata(L, -1);
  lua_pop(L, 1);
  return own;
}

/* ---- spending -------------------------------------------------------------------------------- */

static int64_t minus(int64_t left, int64_t steps) { return left < INT64_MIN + steps ? INT64_MIN : left - steps; }

static void charge(meter *own, int64_t steps) {
  for (call *c = own->calls; c; c = c->outer) {
    c->left = minus(c->left, steps);
    if (!c->outer || c->outer->account != c->account) c->account->steps = minus(c->account->steps, steps);
  }
}

/* Of all calls on their way: an inner one may have steps left that an outer one has not. */
static bool is_spent(const meter *own) {
  for (const call *c = own->calls; c; c = c->outer) {
    if (c->left < 0 || c->account->steps < 0) return true;
  }
  return false;
}

static bool is_overdue(const meter *own) {
  clock_t now = clock();
  for (const call *c = own->calls; c; c = c->outer) {
    if (now - c->started > c->time) return true;
  }
  return false;
}

/* Notes where the script stands: the functions that are Lua's, the innermost first. [-0, +0] */
static void note_place(lua_State *L) {
  lua_Debug frame;
  lua_pushliteral(L, "");
  for (int level = 0; level < NOTED && lua_getstack(L, level, &frame); level++) {
    if (!lua_getinfo(L, "Sl", &frame) || frame.currentline < 0) continue;
    const char *path = frame.source[0] == '@' ? frame.source + 1 : frame.short_src;
    lua_pushfstring(L, "%s%s:%d\n", lua_tostring(L, -1), path, frame.currentline);
    lua_remove(L, -2);
  }
  lua_rawsetp(L, LUA_REGISTRYINDEX, &spent);
}

/* Who catches the error meets it again at once, up to the end of the call that is spent. */
static void stop(lua_State *L, lua_Debug *activation) {
  (void)activation;
  if (lua_gethook(L) != stop) note_place(L);
  lua_sethook(L, stop, LUA_MASKCOUNT, 1);
  lua_pushlightuserdata(L, (void *)&spent);
  lua_error(L);
}

static void look(lua_State *L, lua_Debug *activation) {
  meter *own = meter_of(L);
  charge(own, own->grain);
  const char *reason = is_spent(own) ? "steps" : is_overdue(own) ? "time" : NULL;
  if (!reason) return;
  own->reason = reason;
  for (call *c = own->calls; c && reason[0] == 't'; c = c->outer) c->left = -1;   /* no use in going on */
  stop(L, activation);
}

/* What C is about to spend for a script; raises as the hook does. [-0, +0] */
static void spend(lua_State *L, int64_t steps) {
  meter *own = meter_of(L);
  charge(own, steps);
  if (!is_spent(own)) return;
  own->reason = "steps";
  stop(L, NULL);
}

/* core.charge(steps, budget): what a call of C is about to spend; raises as the hook does. Where no script runs the
 * budget is charged, if there is one: whether it is spent. [-2, +0 or +1] */
int lgr_charge(lua_State *L) {
  meter *own = meter_of(L);
  lua_Number given = luaL_checknumber(L, 1);
  int64_t steps = given < 1e15 ? (int64_t)given : INT64_C(1000000000000000);
  budget *account = luaL_testudata(L, 2, BUDGET);
  if (!own->calls && account) {
    account->steps = minus(account->steps, steps);
    lua_pushboolean(L, account->steps < 0);
    return 1;
  }
  spend(L, steps);
  return 0;
}

/* ---- memory ---------------------------------------------------------------------------------- */

/* Whether so many bytes more are more than the calls on their way may have. */
static bool is_beyond(const meter *own, int64_t more) {
  for (const call *c = own->calls; c; c = c->outer) {
    if (own->bytes + more > c->account->ceiling + own->slack) return true;
  }
  return false;
}

/* core.reserve(bytes): raises as for memory where so many are not left. LPeg is asked for nothing then: where it is
 * refused memory while it compiles a pattern, it leaves one that no match comes to the end of. [-1, +0] */
int lgr_reserve(lua_State *L) {
  meter *own = meter_of(L);
  lua_Number bytes = luaL_checknumber(L, 1);
  if (!own->calls || !is_beyond(own, bytes < 1e15 ? (int64_t)bytes : INT64_C(1000000000000000))) return 0;
  own->reason = "memory";
  charge(own, REFUSED);
  return luaL_error(L, "not enough memory");
}

/* The larger a block is, the longer may an instruction take, and the fewer come between two looks at the time. */
static void refine(meter *own, size_t size) {
  size_t grain = GRAIN / (size / LARGE + 1);
  if (grain < FINEST) grain = FINEST;
  if (grain >= (size_t)own->grain) return;
  own->grain = (int)grain;
  if (lua_gethook(own->running) == look) lua_sethook(own->running, look, LUA_MASKCOUNT, own->grain);
}

/* The allocator while a script runs. What was refused, or allocated beyond the steps, the next instruction hears of. */
static void *allocate(void *context, void *block, size_t old_size, size_t size) {
  meter *own = context;
  size_t before = block ? old_size : 0;
  if (size <= before) {
    own->bytes -= (int64_t)(before - size);
    return own->allocate(own->context, block, old_size, size);
  }
  size_t more = size - before;
  bool is_too_much = more > INT64_MAX / 2 || is_beyond(own, (int64_t)more);
  void *made = is_too_much ? NULL : own->allocate(own->context, block, old_size, size);
  if (is_too_much) own->reason = "memory";
  if (made) own->bytes += (int64_t)more;
  if (made && size >= LARGE) refine(own, size);
  charge(own, made ? (int64_t)(more / BYTES_A_STEP) : REFUSED);
  if (is_spent(own) && lua_gethook(own->running) == look) lua_sethook(own->running, look, LUA_MASKCOUNT, 1);
  return made;
}

static int64_t bytes_in_use(lua_State *L) {
  return (int64_t)lua_gc(L, LUA_GCCOUNT) * 1024 + lua_gc(L, LUA_GCCOUNTB);
}

/* A program may end while a script runs: then Lua frees the meter before it frees all else. */
static int free_meter(lua_State *L) {
  meter *own = lua_touserdata(L, 1);
  if (own->calls) lua_setallocf(L, own->allocate, own->context);
  own->calls = NULL;
  return 0;
}

/* ---- calls ----------------------------------------------------------------------------------- */

/* core.budget(steps, bytes, seconds) -> a Budget: so many steps and seconds of a processor for all calls on it together,
 * so many bytes by which Lua may grow from now on. A call has of the seconds what its share of the steps is. [-3, +1] */
int lgr_budget_new(lua_State *L) {
  lua_Integer steps = luaL_checkinteger(L, 1), bytes = luaL_checkinteger(L, 2);
  lua_Number seconds = luaL_checknumber(L, 3);
  luaL_argcheck(L, steps > 0, 1, "a number of steps is expected");
  luaL_argcheck(L, bytes > 0 && bytes <= INT64_MAX / 4, 2, "a number of bytes is expected");
  luaL_argcheck(L, seconds > 0 && seconds < 1e6, 3, "a number of seconds is expected");
  budget *made = lua_newuserdatauv(L, sizeof *made, 0);
  double time = seconds * CLOCKS_PER_SEC;
  *made = (budget){steps, bytes_in_use(L) + bytes, (clock_t)time, time / (double)steps};
  luaL_setmetatable(L, BUDGET);
  return 1;
}

/* core.steps_left(budget) -> integer; negative where it is spent [-1, +1] */
int lgr_steps_left(lua_State *L) {
  const budget *own = luaL_checkudata(L, 1, BUDGET);
  lua_pushinteger(L, own->steps);
  return 1;
}

/* What stands outside of a call, and comes back when it ends. */
typedef struct outside {
  lua_State *running;
  int64_t slack;
  lua_Hook hook;
  int mask, count;
  bool is_guest;
} outside;

static void set_hook(lua_State *L, const meter *own) {
  lua_sethook(L, is_spent(own) ? stop : look, LUA_MASKCOUNT, is_spent(own) ? 1 : own->grain);
}

/* [-0, +0] */
static outside begin_call(lua_State *L, meter *own, call *begun) {
  outside before = {own->running, own->slack, lua_gethook(L), lua_gethookmask(L), lua_gethookcount(L), false};
  if (!own->calls) {
    own->bytes = bytes_in_use(L);
    own->grain = GRAIN;
    own->allocate = lua_getallocf(L, &own->context);
    lua_setallocf(L, allocate, own);
  }
  own->calls = begun;
  own->running = L;
  own->slack = 0;
  own->reason = NULL;
  charge(own, GRAIN);
  before.is_guest = lgr_set_guest(L, true);
  set_hook(L, own);
  return before;
}

/* All is as it was before the call; where the one around it is spent, it hears of that at once. [-0, +0] */
static void end_call(lua_State *L, meter *own, const call *ended, const outside *before) {
  lgr_set_guest(L, before->is_guest);
  own->calls = ended->outer;
  own->running = before->running;
  own->slack = before->slack;
  if (!own->calls) {
    lua_setallocf(L, own->allocate, own->context);
    ended->account->time -= clock() - ended->started;
  }
  if (own->calls && (before->hook == look || is_spent(own))) set_hook(L, own);   /* with the grain of by now */
  else lua_sethook(L, before->hook, before->mask, before->count);
}

/* Whether an error is that of memory, with a place in front: who called pcall has raised it again. [-0, +0] */
static bool tells_of_memory(lua_State *L, int index) {
  static const char told[] = "not enough memory";
  size_t size, length = sizeof told - 1;
  const char *text = lua_type(L, index) == LUA_TSTRING ? lua_tolstring(L, index, &size) : NULL;
  return text && size >= length && memcmp(text + size - length, told, length) == 0;
}

/* core.limited(budget, most, f, …) -> like pcall(f, …), f as a script; the error is core.spent where f needs more than
 * `most` steps, or than the budget has. Behind it stand the reason, "steps", "time" or "memory", and the places where it
 * was spent, `path:line`, the innermost first, one a line. A hook that was set is out of work meanwhile. [-n, +m] */
int lgr_limited(lua_State *L) {
  budget *account = luaL_checkudata(L, 1, BUDGET);
  lua_Integer most = luaL_checkinteger(L, 2);
  luaL_argcheck(L, most > 0, 2, "a number of steps is expected");
  luaL_checkany(L, 3);
  luaL_checkstack(L, LUA_MINSTACK, NULL);
  meter *own = meter_of(L);
  double share = account->pace * (double)most;
  call current = {own->calls, account, most, clock(), share < (double)account->time ? (clock_t)share : account->time};
  lua_pushboolean(L, 1);
  lua_replace(L, 2);
  outside before = begin_call(L, own, &current);
  int status = lua_pcall(L, lua_gettop(L) - 3, LUA_MULTRET, 0);
  const char *reason = is_spent(own) && !own->reason ? "steps" : own->reason;
  end_call(L, own, &current, &before);

  if (status == LUA_OK) return lua_gettop(L) - 1;
  lua_pushboolean(L, 0);
  lua_replace(L, 2);
  bool is_refused = reason && reason[0] == 'm' && (status == LUA_ERRMEM || tells_of_memory(L, 3));
  if (!is_refused && lua_touserdata(L, 3) != (const void *)&spent) return 2;
  lua_settop(L, 2);
  lua_pushlightuserdata(L, (void *)&spent);
  lua_pushstring(L, is_refused ? "memory" : reason);
  if (is_refused) lua_pushliteral(L, "");
  else lua_rawgetp(L, LUA_REGISTRYINDEX, &spent);
  return 4;
}

/* [-n, +m] f and its arguments; what pcall gives. */
static int call_as(lua_State *L, bool is_guest) {
  luaL_checkany(L, 1);
  luaL_checkstack(L, LUA_MINSTACK, NULL);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  meter *own = meter_of(L);
  int64_t slack = own->slack;
  bool before = lgr_set_guest(L, is_guest);
  own->slack = is_guest ? 0 : SLACK;
  int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  own->slack = slack;
  lgr_set_guest(L, before);
  return status;
}

/* What a call of ours costs at least, in steps, and for each byte of the texts that it is given: what C does with them
 * takes time with their length, of which a count of instructions does not tell. */
enum { CALL_STEPS = 50, BYTE_STEPS = 4 };

/* core.as_host(f, …) -> like pcall(f, …), f as everybody calls it: for what a script calls of ours. [-n, +m] */
int lgr_as_host(lua_State *L) {
  int64_t bytes = 0;
  for (int i = lua_gettop(L); i > 1; i--) {
    if (lua_type(L, i) == LUA_TSTRING) bytes += (int64_t)lua_rawlen(L, i);
  }
  spend(L, CALL_STEPS + BYTE_STEPS * bytes);
  if (call_as(L, false) != LUA_OK) {
    lua_pushboolean(L, 0);
    lua_replace(L, 1);
  }
  return lua_gettop(L);
}

/* core.as_guest(f, …) -> what f gives, called as a script calls: for a function of a script that ours keeps. [-n, +m] */
int lgr_as_guest(lua_State *L) {
  if (call_as(L, true) != LUA_OK) return lua_error(L);
  return lua_gettop(L) - 1;
}

/* [-0, +0] */
static void open_meter(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &metered);
  bool is_there = lua_touserdata(L, -1) != NULL;
  lua_pop(L, 1);
  if (is_there) return;
  meter *own = lua_newuserdatauv(L, sizeof *own, 0);
  *own = (meter){0};
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, free_meter);
  lua_setfield(L, -2, "__gc");
  lua_setmetatable(L, -2);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &metered);
  lua_pushliteral(L, "");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &spent);
}

/* Pushes core.spent: the error that a spent budget raises; who catches it has to raise it again. */
void lgr_open_budget(lua_State *L) {
  luaL_newmetatable(L, BUDGET);
  lua_pop(L, 1);
  open_meter(L);
  lua_pushlightuserdata(L, (void *)&spent);
}
