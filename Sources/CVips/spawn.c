#define _GNU_SOURCE
#include "cvips.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>

int spawn_worker(const char *program, char *const arguments[], char *const environment[], int descriptor) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t all, none;
    pid_t process = -1;
    if (posix_spawn_file_actions_init(&actions)) return -1;
    if (posix_spawnattr_init(&attributes)) {
        posix_spawn_file_actions_destroy(&actions);
        return -1;
    }
    sigfillset(&all);
    sigemptyset(&none);
    // What this program blocks or passes over, a child would too.
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    int failed = posix_spawn_file_actions_adddup2(&actions, descriptor, 0) || posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        || posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        || posix_spawn(&process, program, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed ? -1 : process;
}

int64_t end_worker(int process) {
    struct rusage used;
    int status;
    kill(process, SIGKILL);
    while (wait4(process, &status, 0, &used) < 0)
        if (errno != EINTR) return -1;
    return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000LL + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

int accept_caller(int listener) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC); }

int reap_workers(void) {
    int count = 0;
    while (waitpid(-1, NULL, WNOHANG) > 0) count++;
    return count;
}
