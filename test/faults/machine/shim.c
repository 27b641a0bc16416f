/*
 * Stands between a gateway and the C library: makes fsync slow or failing, and the clock go wrong, while the process runs.
 * What it does is read from a file that the test writes (FAULTS_SHIM): two numbers of 8 bytes.
 *   [0] 0 as ever, 1 fails with EIO, above that: milliseconds that each fsync takes longer
 *   [1] seconds that the wall clock is ahead (or behind)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static volatile int64_t *orders(void) {
  static volatile int64_t *mapped;
  if (mapped == NULL) {
    const char *path = getenv("FAULTS_SHIM");
    int file = path == NULL ? -1 : open(path, O_RDONLY);
    void *at = file < 0 ? MAP_FAILED : mmap(NULL, 16, PROT_READ, MAP_SHARED, file, 0);
    static int64_t nothing[2];
    mapped = at == MAP_FAILED ? nothing : at;
    if (file >= 0) close(file);
  }
  return mapped;
}

static int synced(const char *name, int file) {
  int64_t order = orders()[0];
  if (order == 1) {
    errno = EIO;
    return -1;
  }
  if (order > 1) {
    struct timespec pause = {order / 1000, (order % 1000) * 1000000};
    nanosleep(&pause, NULL);
  }
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  return real(file);
}

int fsync(int file) { return synced("fsync", file); }
int fdatasync(int file) { return synced("fdatasync", file); }

int clock_gettime(clockid_t clock, struct timespec *time) {
  static int (*real)(clockid_t, struct timespec *);
  if (real == NULL) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int result = real(clock, time);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += orders()[1];
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  static int (*real)(struct timeval *, void *);
  if (real == NULL) real = (int (*)(struct timeval *, void *))dlsym(RTLD_NEXT, "gettimeofday");
  int result = real(time, zone);
  if (result == 0 && time != NULL) time->tv_sec += orders()[1];
  return result;
}
