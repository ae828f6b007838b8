#include "run.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

/* Reports held at once, for each thread: enough that a long one does not stop the others. */
#define SLOTS_PER_THREAD 4

/* Slots stand in a ring, numbered by the report: [written, claimed) are in work or wait for their
 * turn, [claimed, filled) wait for a worker. One lock guards the numbers; a slot between them
 * belongs to whoever claimed it. */
typedef struct pool {
    run *run;
    slot *slots;
    size_t slot_count;
    size_t filled, claimed, written;
    bool input_end;
    bool stop;    /* the output failed: reading on is no use */
    bool writing; /* a worker is writing results; others leave theirs to it */
    pthread_mutex_t lock;
    pthread_cond_t work, room;
} pool;

typedef struct worker {
    pool *pool;
    chy_workspace *workspace;
    pthread_t thread;
} worker;

/* Writes the results whose turn has come. Called with the lock held; it is released while writing.
 */
static void write_ready(pool *p) {
    if (p->writing) {
        return;
    }
    p->writing = true;
    while (p->written < p->claimed && p->slots[p->written % p->slot_count].done) {
        slot *s = &p->slots[p->written % p->slot_count];
        (void)pthread_mutex_unlock(&p->lock);
        chy_run_emit(p->run, s);
        (void)pthread_mutex_lock(&p->lock);
        s->done = false;
        p->stop = p->run->output_failed;
        p->written++;
        (void)pthread_cond_signal(&p->room);
    }
    p->writing = false;
}

static void *work(void *context) {
    worker *w = context;
    pool *p = w->pool;
    (void)pthread_mutex_lock(&p->lock);
    for (;;) {
        while (p->claimed == p->filled && !p->input_end) {
            (void)pthread_cond_wait(&p->work, &p->lock);
        }
        if (p->claimed == p->filled) {
            break;
        }
        slot *s = &p->slots[p->claimed++ % p->slot_count];
        (void)pthread_mutex_unlock(&p->lock);
        chy_run_process(p->run, w->workspace, s);
        (void)pthread_mutex_lock(&p->lock);
        s->done = true;
        write_ready(p);
    }
    (void)pthread_mutex_unlock(&p->lock);
    return NULL;
}

/* Waits for a free slot. */
static slot *free_slot(pool *p) {
    (void)pthread_mutex_lock(&p->lock);
    while (p->filled - p->written == p->slot_count) {
        (void)pthread_cond_wait(&p->room, &p->lock);
    }
    slot *s = &p->slots[p->filled % p->slot_count];
    (void)pthread_mutex_unlock(&p->lock);
    return s;
}

static void read_all(pool *p) {
    for (;;) {
        slot *s = free_slot(p);
        slot next;
        bool more = chy_run_read(p->run, &next);
        (void)pthread_mutex_lock(&p->lock);
        if (more) {
            *s = next;
            p->filled++;
        }
        bool stop = !more || p->stop;
        p->input_end = stop;
        (void)pthread_cond_broadcast(&p->work);
        (void)pthread_mutex_unlock(&p->lock);
        if (stop) {
            return;
        }
    }
}

static bool start(worker *w, pool *p) {
    chy_error err;
    w->pool = p;
    if (chy_workspace_new(p->run->coder.coder, &w->workspace, &err) != CHY_OK) {
        chy_cli_say("%s", err.message);
        return false;
    }
    if (pthread_create(&w->thread, NULL, work, w) != 0) {
        chy_cli_say("a thread could not be started; --threads 1 needs none.");
        chy_workspace_free(w->workspace);
        return false;
    }
    return true;
}

/* Fewer threads than were asked for do the same work; none is a failure. */
static bool run_pool(pool *p, worker *workers, unsigned count) {
    sigset_t signals;
    sigset_t before;
    unsigned started = 0;
    (void)sigfillset(&signals);
    (void)pthread_sigmask(SIG_SETMASK, &signals, &before); /* signals are the reading thread's */
    while (started < count && start(&workers[started], p)) {
        started++;
    }
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (started > 0) {
        read_all(p);
    }
    for (unsigned i = 0; i < started; i++) {
        (void)pthread_join(workers[i].thread, NULL);
        chy_workspace_free(workers[i].workspace);
    }
    return started > 0;
}

bool chy_run_together(run *r, unsigned count) {
    pool p = {.run = r, .slot_count = (size_t)count * SLOTS_PER_THREAD};
    worker *workers = calloc(count, sizeof *workers);
    p.slots = calloc(p.slot_count, sizeof *p.slots);
    bool good = false;
    if (workers != NULL && p.slots != NULL) {
        (void)pthread_mutex_init(&p.lock, NULL);
        (void)pthread_cond_init(&p.work, NULL);
        (void)pthread_cond_init(&p.room, NULL);
        good = run_pool(&p, workers, count);
        (void)pthread_cond_destroy(&p.room);
        (void)pthread_cond_destroy(&p.work);
        (void)pthread_mutex_destroy(&p.lock);
    } else {
        chy_cli_say("there is no memory for %u threads.", count);
    }
    free(workers);
    free(p.slots);
    return good;
}
