/* script.h: layouts in Lua write a page's Markdown and the HTML around it.
 *
 *     layers of folders ─► mb_scripts: every layout, component, module and shell, compiled once, shared by threads
 *                              └─► mb_rendering: one page, a Lua state of its own, thrown away after
 *
 * A layer is a folder with `layouts/`, `feeds/`, `components/`, `lua/` and `shell.html`; what an earlier layer has wins. */
#ifndef MB_SCRIPT_SCRIPT_H
#define MB_SCRIPT_SCRIPT_H

#include "core/buffer.h"
#include "model/schema.h"

/* The limits of one page, so that one layout can't stop a build. A page of 1,000 items needs about 2 MiB and
 * 200,000 steps. */
#define MB_PAGE_MEMORY  ((size_t)64 << 20)
#define MB_PAGE_STEPS   ((uint64_t)200000000)
#define MB_PAGE_SECONDS 20
#define MB_PAGE_CEILING ((size_t)32 << 20) /* its Markdown or its HTML */

/* A feed may tell of a whole site: it may take as many steps and seconds as so many pages, and this much room. The
 * questions of 2,000 packs are 17 MiB. */
#define MB_FEED_PAGES   16
#define MB_FEED_CEILING ((size_t)512 << 20)

/* Less than that, for tests. */
typedef struct mb_page_limits {
    size_t memory;
    uint64_t steps;
    int64_t seconds;
} mb_page_limits;

typedef struct mb_scripts mb_scripts;

/* Whether layouts reach the machine, and have no limits (`trust: full` in site.yaml). */
typedef enum mb_trust { MB_TRUST_NOTHING, MB_TRUST_FULLY } mb_trust;

/* A theme is somebody else's: between the site's own layer, which is the first, and the library's, which is the last. What
 * it holds may not lie elsewhere, lest a link in it publishes the machine's files. */
static inline bool mb_is_theme_layer(size_t layer, size_t count)
{
    return layer > 0 && layer + 1 < count;
}

/* Says that a file of a theme lies elsewhere; returns MB_EFORMAT. */
int mb_fail_link(const char *path, const char *theme, mb_error *error);

/* Compiles what the layers hold; the last one is the library's own. What `former` (which may be NULL) compiled of the same
 * text in the same file is copied from there. Who is in `problems` (which may be NULL) is told of every file that can't be
 * compiled. MB_EFORMAT (a mistake in a layout's syntax, with file and line), MB_EIO,
 * MB_ENOMEM, or 0. */
int mb_scripts_load(const char *const *layers, size_t count, mb_trust trust, const mb_scripts *former,
                    mb_problems *problems, mb_scripts **out, mb_error *error);
void mb_scripts_free(mb_scripts *scripts);

/* A digest of all that they were compiled from. */
mb_slice mb_scripts_digest(const mb_scripts *scripts, mb_arena *arena);

/* The file of the layout that wins, or NULL where no layer has one of that name. */
const char *mb_scripts_layout(const mb_scripts *scripts, const char *name);

/* What a layout writes, and so how a plain string is escaped there. */
typedef enum mb_language {
    MB_MARKDOWN,
    MB_HTML,
    MB_XML,
    MB_CSV,
    MB_CALENDAR,
    MB_JSON,
    MB_PLAIN_TEXT,
    MB_LANGUAGE_COUNT
} mb_language;

/* What the owner of a site set for its theme, or what the theme says where they set nothing. */
typedef struct mb_setting_value {
    mb_slice name;
    enum { MB_SET_TEXT, MB_SET_NUMBER, MB_SET_FLAG } kind;
    mb_slice text; /* as it is written, whatever the kind */
    int64_t number;
    bool flag;
} mb_setting_value;

/* Gives the layouts their `settings` (mb_setting_value), which outlive them; before the first page. */
void mb_scripts_set(mb_scripts *scripts, const mb_list *settings);

/* The names of the feeds, sorted, without those that an empty file switches off. */
void mb_scripts_feeds(const mb_scripts *scripts, mb_arena *arena, mb_strings *out);

/* A page to be made. `layout` is also the name of the global that holds `object`; `type` is NULL where there is no
 * object beside the site. A feed is a page in another language than Markdown, with no shell around it; its layout is
 * called `calendar.ics`, or `panel/calendar.ics` where its object is a panel. */
typedef struct mb_page {
    const char *route; /* /meetings/2025-11-04-scrutiny-panel/ */
    const char *layout;
    const mb_type_info *type;
    const void *object;
    const char *title;    /* what lists of pages call it; "" where it has none */
    const char *date;     /* of its meeting: 2025-11-04; "" where it has none */
    uint32_t part;        /* the year, or the number of the part; 0: it shows the whole */
    uint32_t first, last; /* the sections of a report that it shows, counted from 1 */
    const mb_list *parts; /* the pages (mb_page) of all years or parts; NULL: there are none */
    mb_language language;
} mb_page;

/* What all pages of a site share. */
typedef struct mb_render_setup {
    const mb_scripts *scripts;
    const mb_site_record *site;
    /* Writes the address of an object's page; false where it has none. */
    bool (*route_of)(const struct mb_render_setup *setup, const mb_type_info *type, const void *object, mb_buffer *out);
    const mb_list *pages;           /* mb_page, by route; NULL: none */
    const mb_list *feeds;           /* likewise */
    struct mb_titles *titles;       /* see item_titles.h; NULL: each is made for whoever asks */
    const mb_strings *style_sheets; /* their addresses, `/assets/styles/parks.css`, the last one wins; NULL: none */
    const mb_page_limits *limits;   /* NULL: those above */
} mb_render_setup;

/* Writes the fragment under which an object stands on a page: its id, without the id of the object that the page shows. */
void mb_write_anchor(mb_slice id, mb_slice page_id, mb_buffer *out);

typedef struct mb_rendering mb_rendering;

/* Starts a page; `setup` and `page` outlive the run. MB_ENOMEM, or 0. */
int mb_rendering_new(const mb_render_setup *setup, const mb_page *page, mb_rendering **out, mb_error *error);
void mb_rendering_free(mb_rendering *rendering);

/* Has the page traced into `trace`, which is zeroed and outlives the rendering. */
typedef struct mb_trace mb_trace;
void mb_rendering_trace(mb_rendering *rendering, mb_trace *trace);

/* Looks for who writes a text of the page first, in one of its spellings. `file` is empty until somebody has. */
typedef struct mb_seek {
    mb_slice spellings[3];
    char file[512];
    uint32_t line;
    size_t fragments; /* that were looked through */
} mb_seek;
void mb_rendering_seek(mb_rendering *rendering, mb_seek *seek);

/* Runs the page's layout and appends what it writes, Markdown or the whole file of a feed. MB_EFORMAT (a mistake in the layout, with file, line, route, pack
 * and trace), MB_ELIMIT (a limit of the page), MB_EIO (no such layout), MB_ENOMEM, or 0. */
int mb_render_layout(mb_rendering *rendering, mb_buffer *out, mb_error *error);

/* Runs the shell around `content`, which is HTML, after the layout. The same codes. */
int mb_render_shell(mb_rendering *rendering, mb_slice content, mb_buffer *html, mb_error *error);

/* Runs Lua as a layout does, without a page, and appends what it writes and returns; `before` runs ahead of it, in the
 * same state. `name` stands for the code in messages. MB_EFORMAT, MB_ELIMIT, MB_ENOMEM, or 0. */
int mb_run_console(const mb_render_setup *setup, mb_slice before, mb_slice code, const char *name, mb_buffer *out,
                   mb_error *error);

/* The HTML that the layout made with `html`: fragments for the marks in its Markdown. */
const mb_slice *mb_render_fragments(const mb_rendering *rendering, size_t *count);

/* Writes the files that the rendering used so far, in the order in which it came to them, a line each: `layout PATH`;
 * `over PATH` follows for each file that an earlier layer won over. */
void mb_rendering_files(const mb_rendering *rendering, mb_buffer *out);

#endif
