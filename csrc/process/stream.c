/* process.pending and process.read: files by their number, read as their bytes come. */
#define _POSIX_C_SOURCE 200809L
#define _XOPEN_SOURCE 700

#include "process/process.h"

#if !defined(GR_HAS_FORK)

static int unavailable(lua_State *L) { return process_fail(L, "process.unavailable", "files have no numbers here"); }

int process_pending(lua_State *L) { return unavailable(L); }
int process_read(lua_State *L) { return unavailable(L); }

#else

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { MOST_READ = 1 << 30 };   /* bytes at once: the system gives no more than 2 GiB */

static int check_file(lua_State *L, int arg) {
  lua_Integer file = luaL_checkinteger(L, arg);
  luaL_argcheck(L, file >= 0 && file <= INT_MAX, arg, "the number of a file is expected");
  return (int)file;
}

/* process.pending(file) -> whether a read would give something at once: bytes, the end of the file, or why it cannot be
 * read. [-1, +1] */
int process_pending(lua_State *L) {
  struct pollfd polled = {check_file(L, 1), POLLIN, 0};
  int ready;
  while ((ready = poll(&polled, 1, 0)) < 0 && errno == EINTR) process_interrupted(L);
  lua_pushboolean(L, ready != 0);
  return 1;
}

/* process.read(file, most) -> up to so many bytes, those that are there, or the first that come; "" at the end of the file;
 * nil, message, "process.failed". What a buffer of Lua's files has taken in already is not among them. [-2, +1 or +3] */
int process_read(lua_State *L) {
  int file = check_file(L, 1);
  lua_Integer most = luaL_checkinteger(L, 2);
  luaL_argcheck(L, most > 0 && most <= MOST_READ, 2, "a number of bytes up to 1 GiB is expected");
  luaL_Buffer buffer;
  char *bytes = luaL_buffinitsize(L, &buffer, (size_t)most);
  ssize_t got;
  while ((got = read(file, bytes, (size_t)most)) < 0) {
    if (errno == EINTR) {
      process_interrupted(L);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      struct pollfd polled = {file, POLLIN, 0};
      (void)poll(&polled, 1, -1);
    } else {
      return process_fail(L, "process.failed", strerror(errno));
    }
  }
  luaL_pushresultsize(&buffer, (size_t)got);
  return 1;
}

#endif
