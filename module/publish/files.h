/* files.h: every file that a site publishes, and what makes it. */
#ifndef MB_PUBLISH_FILES_H
#define MB_PUBLISH_FILES_H

#include "publish/publish.h"

/* Writes the content of a file at the end of `out`, which holds at most its `ceiling`; several threads at once. */
typedef int mb_file_maker(const mb_publication *publication, const void *subject, mb_buffer *out, mb_error *error);

typedef struct mb_published_file {
    const char *path; /* in the published site: panels/scrutiny-panel/index.html, assets/style.css */
    const char *what; /* in messages: a page, an asset */
    mb_file_maker *make;
    const void *subject; /* the page, the asset */
    size_t ceiling;
    const char *origin; /* the file that it is a copy of, or NULL */
} mb_published_file;

/* Adds the files of pages or feeds; `what` they are. */
void mb_files_of_pages(mb_arena *arena, const mb_list *pages, const char *what, mb_list *files);

/* Sorts them by path. */
void mb_files_sort(mb_list *files);

/* Lists the files of the publication's pages, feeds, data, assets and redirects, sorted by path. MB_EFORMAT where two have
 * the same, which is told of each such path, or 0. */
int mb_files_list(mb_publication *publication, mb_problems *problems, mb_error *error);

/* The file at `path`, or NULL. */
const mb_published_file *mb_files_find(const mb_publication *publication, const char *path);

/* Its place in the publication's list. */
size_t mb_files_position(const mb_publication *publication, const mb_published_file *file);

/* The page of HTML that the file is, or NULL. */
const mb_page *mb_file_page(const mb_published_file *file);

/* Makes a file; the buffer is the caller's to free, whatever came of it. */
int mb_file_make(const mb_publication *publication, const mb_published_file *file, mb_buffer *out, mb_error *error);

#endif
