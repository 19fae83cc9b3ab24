/* edition.h: the site as its files are now, and how it came to be so. */
#ifndef PREVIEW_EDITION_H
#define PREVIEW_EDITION_H

#include "preview/preview.h"

/* A page shows no more mistakes than these at once. */
#define MOST_TROUBLES 8

typedef struct edition {
    unsigned number;      /* one more for each change */
    unsigned last_reload; /* the last number that pages have to be loaded anew for */
    mb_site *site;        /* the last one that could be opened; NULL: none yet */
    bool is_broken;       /* the troubles say why the files can't be opened as they are */
    mb_error troubles[MOST_TROUBLES];
    size_t trouble_count;
} edition;

/* Opens the site as it is now, in place of the former one; tells what is new in its findings and its troubles. */
void edition_renew(edition *shown, const preview_options *options);

/* Notes that a file changed that pages only refer to, such as a style sheet. */
void edition_note_asset(edition *shown);

void edition_end(edition *shown);

/* Tells an event; `what` says which fields matter. */
void preview_tell(const preview_options *options, preview_event event);

#endif
