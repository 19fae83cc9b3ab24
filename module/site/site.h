/* site.h: all packs of a site together, as one record that never changes once it is made.
 *
 *     site.yaml ─► packs ─► readings ─► meetings that are the same ─► one SiteMeeting ─► panels, by date
 *
 * The readings own what the record points to; threads may share a site, since nobody writes to it. */
#ifndef MB_SITE_SITE_H
#define MB_SITE_SITE_H

#include <stdatomic.h>

#include "model/model.h"
#include "site/kept_ids.h"
#include "site/readings.h"

/* What a person writes beside the packs. */
enum { MB_SITE_FILES = 3 };
extern const char *const mb_site_file_names[MB_SITE_FILES];

typedef struct mb_snapshot {
    atomic_uint holders;
    mb_arena *arena;
    const char *folder;
    const char *cache; /* as in mb_snapshot_options */
    mb_site_config config;
    mb_stamp files[MB_SITE_FILES]; /* how they were */
    mb_readings readings;
    mb_site_record *record;
    mb_kept_ids kept_ids;
    mb_list moved; /* mb_moved_id */
} mb_snapshot;

typedef struct mb_snapshot_options {
    const char *today;     /* the day that the site is made for; NULL: see mb_site_today */
    unsigned jobs;         /* threads that read packs; 0: one for each processor */
    const char *cache;     /* see mb_reading_options */
    mb_snapshot *previous; /* what it has read of unchanged files is taken over; or NULL */
    mb_problems *problems; /* told of every mistake in the configuration; or NULL */
} mb_snapshot_options;

/* Reads the site in `folder`; mb_snapshot_free gives it back. Where nothing that it is made from has changed since
 * `previous`, it is that one, with one more holder.
 * MB_EIO, MB_EFORMAT, MB_EUSAGE, MB_ELIMIT, MB_ENOMEM, or 0. */
int mb_snapshot_read(const char *folder, const mb_snapshot_options *options, mb_snapshot **out, mb_error *error);
void mb_snapshot_free(mb_snapshot *site);

/* Puts the packs together; `record` has its title, council, url and today already. `config` tells of panels and, by
 * position, of the packs that were read into `readings`; it may be all zero. Each reading has its gist (gist.h); where the
 * places of all packs have their numbers (model/places.h), no two have the same. MB_ENOMEM, MB_ELIMIT, or 0. */
int mb_site_assemble(mb_arena *arena, const mb_site_config *config, const mb_reading *readings, uint32_t count,
                     mb_site_record *record, mb_error *error);

/* The day that a site is made for: `wanted`, else SOURCE_DATE_EPOCH, else today. MB_EUSAGE where `wanted` is no date. */
int mb_site_today(mb_arena *arena, const char *wanted, mb_slice *out, mb_error *error);

#endif
