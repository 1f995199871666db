// Lets a program see another time of day: the wall clock runs from CAUNOI_WALL (seconds since 1970) on, from the moment the program starts. The monotonic clocks and
// all timers stay as they are. (Debian's faketime moves timers that are set to a monotonic moment too, and a Swift task then sleeps for days.)
//
//   cc -shared -fPIC -o clock.so clock.c; CAUNOI_WALL=1795140000 LD_PRELOAD=./clock.so PROGRAM
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t ahead;

__attribute__((constructor)) static void begin(void) {
    struct timespec now;
    const char *wall = getenv("CAUNOI_WALL");
    syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
    if (wall) ahead = (time_t)atoll(wall) - now.tv_sec;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int status = (int)syscall(SYS_clock_gettime, clock, time);
    if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += ahead;
    return status;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *result) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result) *result = now.tv_sec;
    return now.tv_sec;
}
