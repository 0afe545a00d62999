/* core.save: a file that is there as a whole or not at all. */
#define _POSIX_C_SOURCE 200809L

#include "lua/lgr_class.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { ATTEMPTS = 100 };   /* names for the new file, should others be left over */

/* Opens a file beside the wanted one that was not there before; its name is on the top of the stack. [-0, +1] */
static int open_beside(lua_State *L, const char *path) {
  for (int i = 1;; i++) {
    const char *name = lua_pushfstring(L, "%s.tmp%d", path, i);
    int file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST || i == ATTEMPTS) return file;
    lua_pop(L, 1);
  }
}

static int write_all(int file, const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t written = write(file, bytes, size);
    if (written < 0 && errno != EINTR) return -1;
    if (written < 0) continue;
    bytes += written;
    size -= (size_t)written;
  }
  return fsync(file);
}

/* core.save(path, bytes) -> true, or nil and what the system says: written beside its place, synced, renamed.
 * [-2, +1 or +2] */
int lgr_save(lua_State *L) {
  size_t size;
  const char *path = luaL_checkstring(L, 1), *bytes = luaL_checklstring(L, 2, &size);
  lua_settop(L, 2);
  int file = open_beside(L, path);
  const char *name = lua_tostring(L, 3);
  int problem = 0;
  if (file < 0) {
    problem = errno;
  } else {
    if (write_all(file, bytes, size) != 0) problem = errno;
    if (close(file) != 0 && problem == 0) problem = errno;
    if (problem == 0 && rename(name, path) != 0) problem = errno;
    if (problem != 0) (void)unlink(name);
  }
  if (problem == 0) {
    lua_pushboolean(L, 1);
    return 1;
  }
  luaL_pushfail(L);
  lua_pushstring(L, strerror(problem));
  return 2;
}
