/* redirects.h: a page that has moved leaves one behind that leads to it. */
#ifndef MB_PUBLISH_REDIRECTS_H
#define MB_PUBLISH_REDIRECTS_H

#include "publish/publish.h"

/* A redirect is a page of a few lines. */
#define MB_REDIRECT_CEILING ((size_t)64 << 10)

typedef struct mb_redirect {
    const char *from, *to; /* routes */
} mb_redirect;

/* Lists the redirects (mb_redirect) of all pages that have moved. */
void mb_redirects_list(const mb_publication *publication, mb_list *out);

/* Makes the page. */
int mb_redirect_html(const mb_publication *publication, const mb_redirect *redirect, mb_buffer *out, mb_error *error);

/* Notes the ids of all pages in the site's ids.yaml. MB_EIO, or 0. */
int mb_publication_keep_ids(const mb_publication *publication, mb_arena *arena, mb_error *error);

#endif
