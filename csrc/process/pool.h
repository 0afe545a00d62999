/* What a process with a pool and its workers say to each other, over a socket for each worker: frames, each with so many
 * bytes behind it. A job goes to a worker; its answer comes back, in the order of the jobs. */
#ifndef GR_PROCESS_POOL_H
#define GR_PROCESS_POOL_H

#include "process/process.h"

#if defined(GR_HAS_FORK)

#include <stdint.h>
#include <sys/types.h>

enum { POOL_MOST_ANSWER = 1 << 30 };   /* bytes of an answer; both hold it in memory */

typedef enum pool_how { POOL_JOB, POOL_DONE, POOL_ERROR, POOL_MEMORY, POOL_HOWS } pool_how;

typedef struct pool_frame {
  int64_t number;     /* of the job */
  uint64_t size;      /* of the bytes behind it */
  int32_t how;        /* pool_how */
  int32_t is_last;    /* of an answer: the worker ends, and a new one is to do what is left */
} pool_frame;

/* The life of a worker: a new process of `maker`, in which the function at `f` of the stack answers what comes from
 * `file`, until that has an end. */
_Noreturn void pool_work(lua_State *L, int f, int file, pid_t maker, process_limits limits);

#endif
#endif
