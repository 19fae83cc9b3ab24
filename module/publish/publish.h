/* publish.h: every page of a site, made from its record by its theme, and put into a folder. */
#ifndef MB_PUBLISH_PUBLISH_H
#define MB_PUBLISH_PUBLISH_H

#include "core/idle.h"
#include "publish/listing.h"
#include "script/script.h"
#include "site/site.h"

/* What is known before the first page is made; constant, shared by threads. */
typedef struct mb_publication {
    mb_arena *arena;
    const mb_snapshot *site;
    mb_strings layers;
    mb_list declared; /* mb_theme_setting */
    mb_list settings; /* mb_setting_value, by name */
    mb_scripts *scripts;
    struct mb_titles *titles;
    mb_render_setup setup;
    mb_listing *listing;
    mb_list pages, feeds;      /* its own */
    mb_list assets;            /* mb_asset, by path */
    mb_strings style_sheets;   /* see mb_style_sheets_list */
    mb_list redirects;         /* mb_redirect */
    mb_list files;             /* mb_published_file, by path */
    mb_strings source_folders; /* see mb_site_source_folder */
    mb_idle *idle;             /* mb_workbench */
} mb_publication;

/* Finds the theme, compiles its layouts and lists the pages. `site` outlives it; from `former`, which may be NULL, it
 * takes what was compiled of files that are the same, and the pages where they are; `problems` may be NULL. MB_EIO, MB_EFORMAT, MB_ENOMEM, or 0. */
int mb_publication_new(const mb_snapshot *site, const mb_publication *former, mb_problems *problems,
                       mb_publication **out, mb_error *error);
void mb_publication_free(mb_publication *publication);

/* How long its file may be. */
static inline size_t mb_page_ceiling(const mb_page *page)
{
    return page->language == MB_MARKDOWN ? MB_PAGE_CEILING : MB_FEED_CEILING;
}

/* The page or feed at `route`. MB_EUSAGE where there is none, with the nearest route, or 0. */
int mb_publication_find(const mb_publication *publication, const char *route, const mb_page **out, mb_error *error);

/* Each makes one page, at the end of `out`: as Markdown, as the whole HTML, as the HTML that the shell is put around (of a
 * feed, all three are its file), as the list of the files that it is made with. MB_EFORMAT, MB_ELIMIT, MB_EUSAGE, MB_ENOMEM, or 0. */
int mb_page_markdown(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error);
int mb_page_html(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error);
int mb_page_content(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error);
int mb_page_files(const mb_publication *publication, const mb_page *page, mb_buffer *out, mb_error *error);

/* Makes the page for its author: its Markdown, and into `trace` what it was made of. */
int mb_page_traced(const mb_publication *publication, const mb_page *page, mb_trace *trace, mb_buffer *markdown,
                   mb_error *error);

/* Which line of which layout, component or shell writes the text into the page; nothing in seek->file where none does. */
void mb_page_seek(const mb_publication *publication, const mb_page *page, mb_seek *seek);

/* Publishes files (mb_published_file) into the folder of the options, as mb_site_build does: the publication's own, or
 * others that are made of it. */
int mb_publish_files(const mb_publication *publication, const mb_list *files, const mb_build_options *options,
                     mb_problems *problems, mb_build_result *out, mb_error *error);
int mb_publish(const mb_publication *publication, const mb_build_options *options, mb_problems *problems,
               mb_build_result *out, mb_error *error);

#endif
