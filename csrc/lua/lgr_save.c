/* core.save: a file that is there as a whole or not at all.
 *
 * The new content stands beside its place until it is synced, under a name that only files of ours have: of the folder
 * and a hash of the wanted name. It is locked as long as somebody writes it, so that what a killed program left behind
 * can be told from what another one is writing, and is removed by the next that writes there. */
#define _DEFAULT_SOURCE
#define _POSIX_C_SOURCE 200809L

#include "lua/lgr_class.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
  WRITERS = 16,   /* programs that write the same file at the same time */
  LINKS = 40,     /* symbolic links behind each other, as the system follows them */
};

/* ---- the place ------------------------------------------------------------------------------- */

/* [-0, +1] The folder of a path, with its slash; nothing where it has none. */
static const char *push_folder(lua_State *L, const char *path) {
  const char *slash = strrchr(path, '/');
  return lua_pushlstring(L, path, slash == NULL ? 0 : (size_t)(slash - path) + 1);
}

/* [-0, +1] Where a path leads to through symbolic links, the last of which may lead to nothing; NULL with errno where
 * they lead round, and nil is pushed. */
static const char *push_target(lua_State *L, const char *path) {
  char target[PATH_MAX];
  lua_pushstring(L, path);
  for (int i = 0; i < LINKS; i++) {
    path = lua_tostring(L, -1);
    ssize_t size = readlink(path, target, sizeof target - 1);
    if (size < 0) return path;
    target[size] = '\0';
    push_folder(L, target[0] == '/' ? "" : path);
    lua_pushstring(L, target);
    lua_concat(L, 2);
    lua_remove(L, -2);
  }
  lua_pop(L, 1);
  lua_pushnil(L);
  errno = ELOOP;
  return NULL;
}

/* [-0, +1] The name of the i-th file beside a path: short, whatever the length of the path's own. FNV-1a 64. */
static const char *push_beside(lua_State *L, const char *path, int i) {
  static const char digits[] = "0123456789abcdef";
  char hash[17];
  const char *slash = strrchr(path, '/');
  uint64_t h = 0xcbf29ce484222325u;
  for (const char *c = slash == NULL ? path : slash + 1; *c != '\0'; c++) h = (h ^ (unsigned char)*c) * 0x100000001b3u;
  for (int digit = 0; digit < 16; digit++) hash[digit] = digits[h >> (60 - 4 * digit) & 15];
  hash[16] = '\0';
  push_folder(L, path);
  lua_pushfstring(L, ".govreport-%s.tmp%d", hash, i);
  lua_concat(L, 2);
  return lua_tostring(L, -1);
}

/* ---- the file beside it ---------------------------------------------------------------------- */

/* Whether nobody else has the file locked; where the system knows no locks, nobody has. */
static bool take_lock(int file) { return flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK; }

/* Whether a name still leads to a file that is open. */
static bool is_named(int file, const char *name) {
  struct stat opened, named;
  return fstat(file, &opened) == 0 && lstat(name, &named) == 0 && opened.st_ino == named.st_ino
         && opened.st_dev == named.st_dev;
}

/* Removes a file that somebody left beside, unless it is being written. */
static void remove_left(const char *name) {
  struct stat status;
  int file = open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return;
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && take_lock(file) && is_named(file, name)) (void)unlink(name);
  (void)close(file);
}

/* Opens a file beside a path that was not there before, and locks it; its name is on the top of the stack. -1 with errno
 * where that cannot be. [-0, +1] */
static int open_beside(lua_State *L, const char *path, mode_t mode) {
  for (int i = 1; i <= WRITERS; i++) {
    remove_left(push_beside(L, path, i));
    lua_pop(L, 1);
  }
  for (int i = 1;; i++) {
    const char *name = push_beside(L, path, i);
    int file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (file < 0 && (errno != EEXIST || i == WRITERS)) return -1;
    /* Between these two lines another one may have taken it for left behind. */
    if (file >= 0 && take_lock(file) && is_named(file, name)) return file;
    if (file >= 0) (void)close(file);
    lua_pop(L, 1);
    if (i == WRITERS) {
      lua_pushnil(L);
      errno = EBUSY;
      return -1;
    }
  }
}

/* ---- writing --------------------------------------------------------------------------------- */

static int write_all(int file, const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t written = write(file, bytes, size);
    if (written < 0 && errno != EINTR) return errno;
    if (written < 0) continue;
    bytes += written;
    size -= (size_t)written;
  }
  return 0;
}

/* Gives a file the owner, the group and the mode of another one, as far as the system lets us. A group that could not be
 * given has no more rights than everybody: ours may have other members. */
static void take_after(int file, const struct stat *old) {
  mode_t mode = old->st_mode & 0777;
  if (fchown(file, old->st_uid, old->st_gid) != 0 && fchown(file, (uid_t)-1, old->st_gid) != 0)
    mode = (mode & ~(mode_t)070) | (mode & 07) << 3;
  (void)fchmod(file, mode);
}

/* A name is on the disk when its folder is. Some systems cannot sync one. */
static void sync_folder(lua_State *L, const char *path) {
  const char *name = push_folder(L, path);
  int folder = open(name[0] == '\0' ? "." : name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  lua_pop(L, 1);
  if (folder < 0) return;
  (void)fsync(folder);
  (void)close(folder);
}

/* Puts a new file at a path, in the place of `old` where that is there. [-0, +1] */
static int replace(lua_State *L, const char *path, const struct stat *old, const char *bytes, size_t size) {
  int file = open_beside(L, path, old == NULL ? 0666 : 0600);
  const char *name = lua_tostring(L, -1);
  if (file < 0) return errno;
  int problem = write_all(file, bytes, size);
  if (problem == 0 && old != NULL) take_after(file, old);
  if (problem == 0 && fsync(file) != 0) problem = errno;
  /* Renamed while it is locked: nobody takes it for left behind. */
  if (problem == 0 && rename(name, path) != 0) problem = errno;
  if (problem != 0) (void)unlink(name);
  if (close(file) != 0 && problem == 0) problem = errno;
  if (problem == 0) sync_folder(L, path);
  return problem;
}

/* The same at a place where nothing may be, a link neither: an empty file holds it meanwhile. [-0, +1] */
static int create(lua_State *L, const char *path, const char *bytes, size_t size) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (file < 0) return errno;
  (void)close(file);
  int problem = replace(L, path, NULL, bytes, size);
  if (problem != 0) (void)unlink(path);
  return problem;
}

/* Whether a file is open as one of the standard streams. */
static int stream_of(const struct stat *status) {
  struct stat own;
  for (int stream = STDOUT_FILENO; stream <= STDERR_FILENO; stream++)
    if (fstat(stream, &own) == 0 && own.st_ino == status->st_ino && own.st_dev == status->st_dev) return stream;
  return -1;
}

/* Writes into what is there: a pipe, a device, one of our own streams. */
static int write_through(const char *path, int stream, const char *bytes, size_t size) {
  if (stream >= 0) return write_all(stream, bytes, size);
  int file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (file < 0) return errno;
  int problem = write_all(file, bytes, size);
  if (close(file) != 0 && problem == 0) problem = errno;
  return problem;
}

/* The signals that end a program wait while a file stands beside its place; it is no longer than one file takes. Only
 * this thread has them wait (sigprocmask does so where there are several, though it need not). */
static void hold_signals(sigset_t *before) {
  static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
  sigset_t held;
  (void)sigemptyset(&held);
  for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) (void)sigaddset(&held, ending[i]);
  (void)sigprocmask(SIG_BLOCK, &held, before);
}

typedef struct work {
  const char *path, *bytes;
  size_t size;
  bool is_new;
  int problem;
} work;

/* [-1, +0] Upvalue-free: the work is a light userdata. */
static int run_held(lua_State *L) {
  work *own = lua_touserdata(L, 1);
  struct stat old;
  bool is_there = stat(own->path, &old) == 0;
  const char *target;
  if (own->is_new) own->problem = create(L, own->path, own->bytes, own->size);
  else if ((target = push_target(L, own->path)) == NULL) own->problem = errno;
  else own->problem = replace(L, target, is_there ? &old : NULL, own->bytes, own->size);
  return 0;
}

/* core.save(path, bytes[, is_new]) -> true, or nil and what the system says. A file is written beside its place, synced
 * and renamed; it keeps its mode and its owner, and a link to it stays one. What is no file, a pipe or a device, is
 * written into. With `is_new` there must be nothing at the path. [-2 or -3, +1 or +2] */
int lgr_sync(lua_State *L) {
  int file = open(luaL_checkstring(L, 1), O_RDONLY | O_CLOEXEC);
  int problem = file >= 0 && fsync(file) == 0 ? 0 : errno;
  if (file >= 0) (void)close(file);
  if (problem == 0) {
    lua_pushboolean(L, 1);
    return 1;
  }
  luaL_pushfail(L);
  lua_pushstring(L, strerror(problem));
  return 2;
}

int lgr_save(lua_State *L) {
  work own = {.path = luaL_checkstring(L, 1), .is_new = lua_toboolean(L, 3)};
  own.bytes = luaL_checklstring(L, 2, &own.size);
  struct stat status;
  bool is_there = !own.is_new && stat(own.path, &status) == 0;
  int stream = is_there ? stream_of(&status) : -1;
  if (is_there && S_ISDIR(status.st_mode)) {
    own.problem = EISDIR;
  } else if (is_there && (stream >= 0 || !S_ISREG(status.st_mode))) {
    own.problem = write_through(own.path, stream, own.bytes, own.size);
  } else {
    sigset_t before;
    lua_pushcfunction(L, run_held);
    lua_pushlightuserdata(L, &own);
    hold_signals(&before);
    int raised = lua_pcall(L, 1, 0, 0);   /* of names that there is no memory for */
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    if (raised != LUA_OK) return lua_error(L);
  }
  if (own.problem == 0) {
    lua_pushboolean(L, 1);
    return 1;
  }
  luaL_pushfail(L);
  lua_pushstring(L, strerror(own.problem));
  return 2;
}
