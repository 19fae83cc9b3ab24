/* stamp.h: tells whether a file is still as it was, without reading it. */
#ifndef MB_CORE_STAMP_H
#define MB_CORE_STAMP_H

#include <stdbool.h>
#include <sys/stat.h>
#include <time.h>

/* The system's clock for files ticks every few milliseconds: of a file that changed within these before it was looked
 * at, nobody can tell whether it changed once more. */
#define MB_STAMP_TICK_MS 50

typedef struct mb_stamp {
    bool is_there, is_settled;
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec written, changed;
} mb_stamp;

/* How the file is now; taken before it is read. */
mb_stamp mb_stamp_of(const char *path);

/* The same for a file that was asked for its status just now. */
mb_stamp mb_stamp_from(const struct stat *status);

/* Whether nothing happened to the file between the two, for certain. */
bool mb_stamps_equal(const mb_stamp *earlier, const mb_stamp *later);

/* Whether the file is still so, for certain. */
bool mb_stamp_holds(const mb_stamp *stamp, const char *path);

#endif
