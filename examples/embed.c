/* A C program that hosts Lua and the library: it checks reports at the same time, each in a thread and in a Lua state of
 * its own, which may hold so many bytes. Lua looks for the modules where `make install` puts them, and where the
 * environment says:
 *   LUA_PATH='lua/?.lua;lua/?/init.lua;;' LUA_CPATH='build/?.so;;' \
 *     build/examples/embed 18000000 examples/report.txt examples/report-2021.html
 * Elsewhere it is built by: gcc embed.c -pthread $(pkg-config --cflags --libs lua5.4) */
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "lauxlib.h"
#include "lua.h"
#include "lualib.h"

/* Gives agency, year, verdict; or nil and a message. A document is held outside of Lua's memory, so it has a bound too. */
static const char program[] =
    "local path, limit = ...\n"
    "local govreport = require 'govreport'\n"
    "local report <close>, message = govreport.open(path, {lang = 'en', max_memory = limit})\n"
    "if not report then return nil, message end\n"
    "return tostring(report.agency), tostring(report.year), govreport.check(report).verdict\n";

typedef struct job {
  const char *path;
  size_t limit, used;   /* bytes that the state may hold, and holds */
  lua_State *L;         /* with what the program gave on its stack; NULL where there was no room even for a state */
  int status;
  pthread_t thread;
} job;

/* The allocator of a state. It needs no lock, as no two threads use a state at the same time. */
static void *resize(void *context, void *block, size_t old_size, size_t new_size) {
  job *own = context;
  if (block == NULL) old_size = 0;   /* Lua tells the kind of the new object instead */
  if (new_size > old_size && new_size - old_size > own->limit - own->used) return NULL;
  void *moved = NULL;
  if (new_size == 0) free(block);
  else moved = realloc(block, new_size);
  if (moved != NULL || new_size == 0) own->used = own->used - old_size + new_size;
  return moved;
}

/* Whatever may run out of memory has to be called protected: the opening of the libraries as well. [-1, +3] */
static int check_report(lua_State *L) {
  const job *own = lua_touserdata(L, 1);
  luaL_openlibs(L);
  if (luaL_loadbuffer(L, program, sizeof program - 1, "=program") != LUA_OK) return lua_error(L);
  lua_pushstring(L, own->path);
  lua_pushinteger(L, (lua_Integer)own->limit);
  lua_call(L, 2, 3);
  return 3;
}

static void *run(void *context) {
  job *own = context;
  own->L = lua_newstate(resize, own);
  if (own->L == NULL) return NULL;
  lua_pushcfunction(own->L, check_report);
  lua_pushlightuserdata(own->L, own);
  own->status = lua_pcall(own->L, 1, 3, 0);
  return NULL;
}

/* NULL for what is no text: to convert it could fail, and nothing is protected here. */
static const char *text_at(lua_State *L, int index) {
  return lua_type(L, index) == LUA_TSTRING ? lua_tostring(L, index) : NULL;
}

/* Prints what a job gave; false where that is an error. A state in which memory ran out is not used again, but closed:
 * patterns in it may be half made. */
static bool tell(const job *own) {
  const char *message = "not enough memory";
  if (own->L != NULL) {
    const char *agency = own->status == LUA_OK ? text_at(own->L, -3) : NULL;
    if (agency != NULL) {
      printf("%s\t%s\t%s\t%s\n", own->path, agency, text_at(own->L, -2), text_at(own->L, -1));
      return true;
    }
    message = text_at(own->L, own->status == LUA_OK ? -2 : -1);
  }
  fprintf(stderr, "%s: %s\n", own->path, message != NULL ? message : "an error without a text");
  return false;
}

/* Starts a thread for each job; gives how many could be started. */
static size_t start(job *jobs, size_t count, char **paths, size_t limit) {
  for (size_t i = 0; i < count; i++) {
    jobs[i] = (job){.path = paths[i], .limit = limit};
    if (pthread_create(&jobs[i].thread, NULL, run, &jobs[i]) != 0) return i;
  }
  return count;
}

int main(int argc, char **argv) {
  char *end = NULL;
  size_t limit = argc > 2 ? strtoul(argv[1], &end, 10) : 0;
  if (limit == 0 || *end != '\0') {
    fprintf(stderr, "usage: embed BYTES FILE...\n");
    return 2;
  }
  size_t count = (size_t)argc - 2;
  job *jobs = calloc(count, sizeof *jobs);
  size_t started = jobs != NULL ? start(jobs, count, argv + 2, limit) : 0;
  bool good = started == count;
  if (!good) fprintf(stderr, "embed: only %zu of %zu threads could be started\n", started, count);
  for (size_t i = 0; i < started; i++) {
    pthread_join(jobs[i].thread, NULL);
    good = tell(&jobs[i]) && good;
    if (jobs[i].L != NULL) lua_close(jobs[i].L);
  }
  free(jobs);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
