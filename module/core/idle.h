/* idle.h: what is dear to make and waits for its next use, by whichever thread comes. */
#ifndef MB_CORE_IDLE_H
#define MB_CORE_IDLE_H

typedef struct mb_idle mb_idle;

/* Nothing waits yet; `discard` frees a thing at the end. NULL without memory. */
mb_idle *mb_idle_new(void (*discard)(void *thing));
void mb_idle_free(mb_idle *idle);

/* A thing that waits no more, or NULL where none does: then make one. */
void *mb_idle_take(mb_idle *idle);

/* The thing waits from now on. */
void mb_idle_leave(mb_idle *idle, void *thing);

#endif
