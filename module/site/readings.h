/* readings.h: the packs of a site as they were read. Of two sites that are opened one after the other the later takes over
 * what the earlier has read, where the files are as they were: a preview of 1,000 packs reads the one that changed. */
#ifndef MB_SITE_READINGS_H
#define MB_SITE_READINGS_H

#include "core/stamp.h"
#include "reader/reader.h"
#include "site/config.h"

/* A reading and how its file was; counted, shared by sites. */
typedef struct mb_kept_reading mb_kept_reading;

/* The vocabularies and how their files were. */
typedef struct mb_kept_dialects {
    mb_dialects *dialects;
    mb_strings files;
    mb_stamp *stamps; /* of the files */
} mb_kept_dialects;

typedef struct mb_readings {
    const mb_site_config *config;
    mb_kept_dialects vocabulary;
    const char *const *corrections; /* for each pack its file of them, or NULL */
    mb_kept_reading **kept;         /* one for each pack */
    mb_reading *items;              /* the same, for those who only read them */
    uint32_t count;
} mb_readings;

typedef struct mb_readings_wanted {
    const char *folder; /* of the site */
    const mb_site_config *config;
    const mb_readings *earlier; /* whose readings may be taken over, or NULL */
    bool is_as_before;          /* all but the packs is as it was for the earlier site */
    bool will_change;           /* the site changes the readings (hiding.c), so that each has to be its own */
    unsigned jobs;
    const char *cache;
} mb_readings_wanted;

/* Reads the packs of the configuration; mb_readings_end gives them back, also after a failure.
 * MB_EIO, MB_EFORMAT, MB_EUSAGE, MB_ELIMIT, MB_ENOMEM, or 0. */
int mb_readings_take(mb_arena *arena, const mb_readings_wanted *wanted, mb_readings *out, mb_error *error);
void mb_readings_end(mb_readings *readings);

/* Whether every one of them was taken over from the other. */
bool mb_readings_are_the_same(const mb_readings *readings, const mb_readings *other);

#endif
