/* stamp.c: see stamp.h. */
#include "core/stamp.h"

mb_stamp mb_stamp_from(const struct stat *status)
{
    struct timespec now, changed = status->st_ctim;
    clock_gettime(CLOCK_REALTIME, &now);
    long long age = (now.tv_sec - changed.tv_sec) * 1000LL + (now.tv_nsec - changed.tv_nsec) / 1000000;
    return (mb_stamp){true,   age > MB_STAMP_TICK_MS, status->st_dev, status->st_ino, status->st_size, status->st_mtim,
                      changed};
}

mb_stamp mb_stamp_of(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? mb_stamp_from(&status) : (mb_stamp){.is_settled = true};
}

static bool is_same_time(struct timespec a, struct timespec b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

bool mb_stamps_equal(const mb_stamp *earlier, const mb_stamp *later)
{
    return earlier->is_settled && later->is_there == earlier->is_there && later->device == earlier->device &&
           later->inode == earlier->inode && later->size == earlier->size &&
           is_same_time(later->written, earlier->written) && is_same_time(later->changed, earlier->changed);
}

bool mb_stamp_holds(const mb_stamp *stamp, const char *path)
{
    mb_stamp now = mb_stamp_of(path);
    return mb_stamps_equal(stamp, &now);
}
