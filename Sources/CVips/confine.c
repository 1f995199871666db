#define _GNU_SOURCE
#include "cvips.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif

static const unsigned nobody = 65534;

void confine_early(int keep) {
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    if (keep > 3) syscall(SYS_close_range, 3u, (unsigned)keep - 1, 0u);
    syscall(SYS_close_range, keep < 3 ? 3u : (unsigned)keep + 1, ~0u, 0u);
    int score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (score >= 0) {
        if (write(score, "1000", 4) < 0) { /* Only a wish. */ }
        close(score);
    }
    setpriority(PRIO_PROCESS, 0, 5);
    if (geteuid() == 0) {
        // In a container root may not be allowed to become another; what follows holds all the same.
        if (setgroups(0, NULL) == 0 && setresgid(nobody, nobody, nobody) == 0 && setresuid(nobody, nobody, nobody) != 0) { /* See above. */ }
    }
    if (chdir("/") != 0) { /* Nothing is opened by a relative path. */ }
}

static void limit(int what, rlim_t most) {
    struct rlimit bound = {most, most};
    setrlimit(what, &bound);
}

static uint64_t mapped(void) {
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (!file) return 0;
    if (fscanf(file, "%lu", &pages) != 1) pages = 0;
    fclose(file);
    return (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#endif

// Work in memory, threads, time, and descriptors that are open. Everything else answers EPERM: no file, no socket, no program, no other process.
static const int allowed[] = {
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_sendto, SYS_recvfrom, SYS_close, SYS_fstat, SYS_lseek, SYS_munmap, SYS_mremap,
    SYS_madvise, SYS_brk, SYS_futex, SYS_set_robust_list, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_gettid, SYS_getpid,
    SYS_tgkill, SYS_sched_yield, SYS_sched_getaffinity, SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday,
    SYS_getrusage, SYS_getrandom, SYS_exit, SYS_exit_group, SYS_restart_syscall, SYS_setitimer, SYS_prlimit64, SYS_sysinfo, SYS_membarrier, SYS_getcpu,
    SYS_ppoll, SYS_epoll_pwait, SYS_sched_getparam, SYS_sched_getscheduler, SYS_set_tid_address,
#ifdef SYS_poll
    SYS_poll,
#endif
#ifdef SYS_time
    SYS_time,
#endif
#ifdef SYS_epoll_wait
    SYS_epoll_wait,
#endif
#ifdef SYS_newfstatat
    SYS_newfstatat,
#endif
#ifdef SYS_rseq
    SYS_rseq,
#endif
};

static int filter_calls(void) {
#ifndef OUR_ARCH
    errno = ENOSYS;
    return -1;
#else
    enum { count = sizeof allowed / sizeof *allowed };
    struct sock_filter steps[2 * count + 32];
    unsigned short at = 0;
#define STEP(...) steps[at++] = (struct sock_filter)__VA_ARGS__
#define LOAD(field) STEP(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field)))
#define ANSWER(what) STEP(BPF_STMT(BPF_RET | BPF_K, what))
    LOAD(arch);
    STEP(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0));
    ANSWER(SECCOMP_RET_KILL_PROCESS);
    LOAD(nr);
    for (int i = 0; i < count; i++) {
        STEP(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)allowed[i], 0, 1));
        ANSWER(SECCOMP_RET_ALLOW);
    }
#ifdef SYS_clone3
    // Its flags lie in memory, where a filter cannot look: the library takes `clone` instead.
    STEP(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1));
    ANSWER(SECCOMP_RET_ERRNO | ENOSYS);
#endif
    // Memory yes, memory to run code in no.
    const int mapping[] = {SYS_mmap, SYS_mprotect};
    for (int i = 0; i < 2; i++) {
        STEP(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)mapping[i], 0, 4));
        LOAD(args[2]);
        STEP(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1));
        ANSWER(SECCOMP_RET_ERRNO | EPERM);
        ANSWER(SECCOMP_RET_ALLOW);
    }
    // A thread yes, a process no.
    STEP(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3));
    LOAD(args[0]);
    STEP(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1));
    ANSWER(SECCOMP_RET_ALLOW);
    ANSWER(SECCOMP_RET_ERRNO | EPERM);
    struct sock_fprog program = {at, steps};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#undef ANSWER
#undef LOAD
#undef STEP
#endif
}

int confine_late(uint64_t memory) {
    uint64_t now = mapped();
    if (now && memory) limit(RLIMIT_AS, now + memory);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 16);
    limit(RLIMIT_CORE, 0);
    return filter_calls();
}

void confine_time(unsigned seconds, unsigned cpu_seconds) {
    struct itimerval timer = {{0, 0}, {seconds, 0}};
    signal(SIGALRM, SIG_DFL);
    setitimer(ITIMER_REAL, &timer, NULL);
    limit(RLIMIT_CPU, cpu_seconds);
}
