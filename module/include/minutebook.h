/* minutebook.h: reads councils' agenda packs into a typed model and publishes them as a site.
 *
 * This header is the manual of the C interface: the man page minutebook(3) and its page in HTML are made from these
 * comments. A program that writes the home page of the site in the folder `ponds`:
 *
 *     #include <minutebook.h>
 *     #include <stdio.h>
 *
 *     int main(void)
 *     {
 *         mb_site *site = NULL;
 *         mb_error error;
 *         char *page = NULL;
 *         int code = mb_site_open("ponds", NULL, &site, &error);
 *         if (!code)
 *             code = mb_site_render(site, "/", MB_HTML_PAGE, &page, NULL, &error);
 *         if (code)
 *             fprintf(stderr, "%s:%u: %s\n", error.file, error.line, error.message);
 *         else
 *             puts(page);
 *         mb_free(page);
 *         mb_site_close(site);
 *         return code ? 1 : 0;
 *     }
 *
 * It is built with `cc home.c $(pkg-config --cflags --libs minutebook)`, or in CMake with `find_package(minutebook)`
 * and the target `minutebook::minutebook`.
 *
 * Texts are UTF-8 and end at a NUL, where no size is given. The library copies those that it is given, and the options:
 * they need to live no longer than the call. What it gives as `const char *` belongs to the pack or site that was
 * asked, and lives as long.
 *
 * The library never prints, never exits, and changes neither signals nor the locale nor the working folder. It keeps no
 * global state: any number of packs and sites can be open at once.
 *
 * Once open, a pack or a site never changes. Every function that takes it as `const` can be called from several threads
 * at once, but for mb_site_build and mb_site_export_hugo, of which one at a time writes to a folder. Whoever closes it
 * sees to it that no other call still runs. A callback comes on the thread that called, and returns: it doesn't jump or
 * throw out of the library.
 */
#ifndef MINUTEBOOK_H
#define MINUTEBOOK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define MB_PUBLIC __attribute__((visibility("default")))
#else
#define MB_PUBLIC
#endif

/* --- Versions -------------------------------------------------------------------------------------------------- */

/* The version of this header, and that of its interface: where the second is another than the library's, the program
 * has to be compiled again. Within one, structs of options may grow at their end: a library takes those of an older
 * header. */
#define MB_VERSION     "0.1.0"
#define MB_ABI_VERSION 0

/* The same two of the library that the program runs with; the text is constant. */
MB_PUBLIC const char *mb_version(void);
MB_PUBLIC uint32_t mb_abi_version(void);

/* --- Failures -------------------------------------------------------------------------------------------------- */

/* Every function that can fail returns one of these codes. A code says who can mend it, and the mb_error that the
 * caller passes says how. What a function makes goes to `out`, which is set where it succeeds. */
enum {
    MB_OK = 0,       /* it is done */
    MB_ENOMEM = -1,  /* memory ran out */
    MB_EIO = -2,     /* a file is missing, can't be read or can't be written */
    MB_EFORMAT = -3, /* a file that a person wrote (YAML, a layout) has a mistake */
    MB_ELIMIT = -4,  /* a named limit was passed (a pack over 256 MiB, for example) */
    MB_EUSAGE = -5,  /* the caller asked for something that isn't there or makes no sense */
    MB_ESTOPPED = -6 /* the caller ended the work */
};

/* What went wrong. It is the caller's, who may pass NULL instead, and is written only where a call fails: then texts
 * are empty and numbers 0 (they count from 1) where there is nothing to say. A text too long for its place is cut. */
typedef struct mb_error {
    int code;              /* the one that was returned */
    uint32_t line, column; /* in `file` */
    char file[512];        /* where the mistake is */
    char route[256];       /* the page that was being made */
    char pack[512];        /* and the pack whose text it was about */
    uint32_t pack_line;    /* and its line */
    char message[1024];    /* what happened */
    char advice[512];      /* what to do */
    char trace[1024];      /* the calls in layouts that led there, one a line, the innermost first */
} mb_error;

/* --- Copies ---------------------------------------------------------------------------------------------------- */

/* Frees a copy: what a function gives as `char **out` is the caller's. A NUL stands behind its `size` bytes, which
 * count without it; `size` may be NULL. NULL is allowed here, too. */
MB_PUBLIC void mb_free(void *memory);

/* --- Findings -------------------------------------------------------------------------------------------------- */

/* How much a finding matters. */
enum {
    MB_NOTE = 1,    /* something was inferred, and is very likely right */
    MB_WARNING = 2, /* something is unsure, unplaced or in conflict: a person should look */
    MB_ERROR = 3    /* the paper can't be read, or a part of it is lost */
};

/* One diagnostic: something that a person should know about the reading. Odd text is no failure, but a finding. Texts
 * are empty, never NULL, and numbers 0 (they count from 1) where there is none. It lives as long as the pack or site
 * that it was asked of; a later version may add fields at its end. */
typedef struct mb_finding {
    int severity;            /* MB_NOTE, MB_WARNING or MB_ERROR */
    const char *code;        /* stable, in kebab-case */
    const char *message;     /* what was found, in words */
    const char *file;        /* the pack, or the file of the site that a person wrote, by its path */
    uint32_t line;           /* of the file; a line ends at LF */
    uint32_t page;           /* the number that the pack prints */
    uint32_t sheet;          /* the page of the file */
    const char *correction;  /* YAML to paste into the pack's corrections */
    const char *corrections; /* the file for them, whether there is one or not */
} mb_finding;

/* --- A pack ---------------------------------------------------------------------------------------------------- */

/* A pack that was read: to look at one alone. What several tell together is a site. */
typedef struct mb_open_pack mb_open_pack;

/* How to read a pack. Begin with MB_PACK_OPTIONS, so that `size` is right and the rest says "as usual". */
typedef struct mb_pack_options {
    size_t size;             /* sizeof(mb_pack_options) */
    const char *dialect;     /* the name of a vocabulary; NULL: the one whose marks the pack shows */
    const char *dialects;    /* a folder of vocabularies besides those that ship, which it wins over; NULL: none */
    const char *cache;       /* a folder that keeps the texts of PDFs; NULL: the folder `minutebook` in XDG_CACHE_HOME
                                or ~/.cache; "": nothing is kept */
    const char *corrections; /* a file of corrections (YAML); NULL: `corrections/NAME.yaml` beside the pack `NAME.txt`,
                                or beside its folder, where there is one; "": none */
} mb_pack_options;
#define MB_PACK_OPTIONS                                                                                                \
    {                                                                                                                  \
        sizeof(mb_pack_options), NULL, NULL, NULL, NULL                                                                \
    }

/* Reads the pack at `path` (NULL options are the usual ones): text, Markdown or PDF. A PDF is read through the program
 * `pdftotext`, found in PATH (Debian's poppler-utils): a child process, which gets two minutes, and which neither needs
 * nor changes any setting of signals. Then `out` is the caller's, to give to mb_pack_close.
 *
 * Returns MB_EIO (missing, unreadable, a folder; a PDF that is encrypted, damaged or only pictures, or no `pdftotext`
 * to read it), MB_ELIMIT (over 256 MiB, or over the time of `pdftotext`), MB_EFORMAT (a mistake in a vocabulary or in
 * the corrections, with file, line and column), MB_EUSAGE (no vocabulary of that name), MB_ENOMEM, or 0. */
MB_PUBLIC int mb_pack_open(const char *path, const mb_pack_options *options, mb_open_pack **out, mb_error *error);

/* Gives a pack back, with its findings; NULL is allowed. */
MB_PUBLIC void mb_pack_close(mb_open_pack *pack);

/* The whole model of the pack as compact JSON, a copy; mb_schema_json describes it. Returns MB_ENOMEM, MB_ELIMIT (over 4 GiB),
 * or 0. */
MB_PUBLIC int mb_pack_json(const mb_open_pack *pack, char **out, size_t *size, mb_error *error);

/* The findings of a pack, in the order of the model's `diagnostics`: how many, and number `index` from 0, or NULL past
 * the last. */
MB_PUBLIC size_t mb_pack_finding_count(const mb_open_pack *pack);
MB_PUBLIC const mb_finding *mb_pack_finding(const mb_open_pack *pack, size_t index);

/* How many words of a pack are where: what is placed is structure, the rest is kept as text. */
typedef struct mb_words {
    const char *file;      /* the pack, by the path that was given */
    uint64_t placed;       /* under the headings of notes, items and sections, and in those headings */
    uint64_t unheaded;     /* in papers, or parts of them, in which no heading was found */
    uint64_t front_matter; /* in front sheets, the heads of minutes and reports, covers, contents */
    uint64_t furniture;    /* set aside: page numbers, running heads, notices on empty pages */
} mb_words;

/* Counts them. */
MB_PUBLIC void mb_pack_words(const mb_open_pack *pack, mb_words *out);

/* --- The model ------------------------------------------------------------------------------------------------- */

/* The JSON Schema (2020-12) of mb_pack_json and mb_site_json, the reference page of the model in Markdown, and its
 * types for editors of Lua: copies, all made from the table that the library reads and writes by. They return
 * MB_ENOMEM, or 0. */
MB_PUBLIC int mb_schema_json(char **out, size_t *size, mb_error *error);
MB_PUBLIC int mb_schema_reference(char **out, size_t *size, mb_error *error);
MB_PUBLIC int mb_schema_lua(char **out, size_t *size, mb_error *error);

/* The JSON Schemas of the files that people write, for editors of YAML: of corrections, of site.yaml, of people.yaml.
 * Copies; they return MB_ENOMEM, or 0. */
MB_PUBLIC int mb_schema_corrections(char **out, size_t *size, mb_error *error);
MB_PUBLIC int mb_schema_site(char **out, size_t *size, mb_error *error);
MB_PUBLIC int mb_schema_people(char **out, size_t *size, mb_error *error);

/* --- Markdown -------------------------------------------------------------------------------------------------- */

/* Makes HTML of `size` bytes of Markdown, a copy: CommonMark with our tables, containers, attributes of headings,
 * abbreviations and footnotes. Raw HTML doesn't pass: it shows as text. Returns MB_ELIMIT (over 16 MiB, or nested too
 * deep), MB_ENOMEM, or 0. */
MB_PUBLIC int mb_markdown(const char *markdown, size_t size, char **out, size_t *html_size, mb_error *error);

/* --- A site ---------------------------------------------------------------------------------------------------- */

/* A site: the folder that holds a site.yaml, with its packs read. To see a changed file, open it anew. */
typedef struct mb_site mb_site;

/* Begins a site: writes a site.yaml that explains itself into `folder`, and what else a site and its editor need.
 * `told` hears of each file, and whether it is new or was there already; it may be NULL. Nothing that is there is
 * changed, but for the folder .minutebook, which has what editors read, always of this version. Returns MB_EIO,
 * MB_ENOMEM, or 0. */
MB_PUBLIC int mb_site_begin(const char *folder, void (*told)(void *context, const char *file, int is_new),
                            void *context, mb_error *error);

/* Begins a theme in themes/`name` of the site in `folder`. Its site.yaml stays as it is: the site looks so once that
 * says `theme: NAME`. `told`, and what is left alone, as in mb_site_begin. Returns MB_EUSAGE (`folder` has no
 * site.yaml; `name` is not letters, digits, - and _, or is a theme that ships), MB_EIO, MB_ENOMEM, or 0. */
MB_PUBLIC int mb_theme_begin(const char *folder, const char *name,
                             void (*told)(void *context, const char *file, int is_new), void *context, mb_error *error);

/* How to open a site. Begin with MB_SITE_OPTIONS. A site that is opened again takes over what the `previous` one has
 * read of files that are as they were; both stay whole, and either can be closed first. */
typedef struct mb_site_options {
    size_t size;       /* sizeof(mb_site_options) */
    const char *today; /* the day that the site is made for, as 2025-11-04; NULL: SOURCE_DATE_EPOCH, else today */
    unsigned jobs;     /* threads that read packs; 0: one for each processor */
    const char *cache; /* a folder that keeps what was read from the packs, the texts of PDFs, and digests of what was
                                built; else as in mb_pack_options */
    const mb_site *previous; /* the same site as it was opened before; NULL: none */
    /* Called with each mistake, in their order, up to twenty; the first is the one that is returned. NULL: the work
     * ends with that one. */
    void (*problem)(void *context, const mb_error *error);
    void *context; /* what `problem` is given */
} mb_site_options;
#define MB_SITE_OPTIONS                                                                                                \
    {                                                                                                                  \
        sizeof(mb_site_options), NULL, 0, NULL, NULL, NULL, NULL                                                       \
    }

/* Opens the site in `folder` (NULL options are the usual ones). Then `out` is the caller's, to give to mb_site_close.
 * Returns MB_EIO (no site.yaml, a pack or a theme is missing), MB_EFORMAT (a mistake in a file that a person wrote,
 * with file, line and column), MB_EUSAGE (`today` is no day), MB_ELIMIT, MB_ENOMEM, or 0. */
MB_PUBLIC int mb_site_open(const char *folder, const mb_site_options *options, mb_site **out, mb_error *error);

/* Gives a site back, with all that lives as long; NULL is allowed. */
MB_PUBLIC void mb_site_close(mb_site *site);

/* How many packs a site has. */
MB_PUBLIC size_t mb_site_pack_count(const mb_site *site);

/* Counts the words of pack `index`, from 0. Returns MB_EUSAGE past the last, or 0. */
MB_PUBLIC int mb_site_words(const mb_site *site, size_t index, mb_words *out);

/* What the reader found in the packs, pack by pack in the order of their lines: how many, and number `index` from 0, or
 * NULL past the last. */
MB_PUBLIC size_t mb_site_finding_count(const mb_site *site);
MB_PUBLIC const mb_finding *mb_site_finding(const mb_site *site, size_t index);

/* What the packs leave open, such as minutes that are not out yet, in words and by date: number `index` from 0, or NULL
 * past the last. */
MB_PUBLIC const char *mb_site_gap(const mb_site *site, size_t index);

/* Everything that the packs together tell, as compact JSON, a copy: the type Site of the schema, with all text. Of a site
 * with many packs that is much: mb_site_make_file makes its index, "data/site.json", and the file of each object. Returns
 * MB_ENOMEM, MB_ELIMIT (over 16 GiB), or 0. */
MB_PUBLIC int mb_site_json(const mb_site *site, char **out, size_t *size, mb_error *error);

/* The settings of the site's theme as YAML to paste into site.yaml, a copy: each with its help, its type, its default
 * and the value that it has. Returns MB_ENOMEM, or 0. */
MB_PUBLIC int mb_site_settings(const mb_site *site, char **out, size_t *size, mb_error *error);

/* The folders whose files make the site: its own, and those of its theme, vocabularies and packs that lie elsewhere;
 * number `index` from 0, or NULL past the last. Whoever shows the site while it is worked on watches them. */
MB_PUBLIC const char *mb_site_source_folder(const mb_site *site, size_t index);

/* --- The model, object by object ------------------------------------------------------------------------------- */

/* An object of the model, or a list: what a layout reads, for a program that reads it too. It points into its site and
 * lives as long; two are the same where `at` and `what` are. */
typedef struct mb_thing {
    int is_list;                  /* 1 for a list, 0 for an object */
    const void *site, *what, *at; /* the library's */
} mb_thing;

/* The kinds of data. */
enum {
    MB_DATUM_NOTHING = 0, /* the papers don't say */
    MB_DATUM_TEXT = 1,    /* `text` */
    MB_DATUM_NUMBER = 2,  /* `number` */
    MB_DATUM_FLAG = 3,    /* `number`: 0 or 1 */
    MB_DATUM_THING = 4    /* `thing`: an object, or a list */
};

/* What a field of an object holds, or a list at one place. A day is a text such as "2025-11-04", a time of day one such
 * as "14:30"; what a field means stands in the reference page of the model. */
typedef struct mb_datum {
    int kind;         /* which of the kinds, and so which of these */
    const char *text; /* UTF-8; no NUL follows */
    size_t length;    /* its bytes */
    int64_t number;   /* of pages, lines, votes, people */
    mb_thing thing;   /* what other functions ask further */
} mb_datum;

/* The object of the type Site that holds everything else. */
MB_PUBLIC void mb_site_thing(const mb_site *site, mb_thing *out);

/* The object's type, as the reference page of the model calls it; NULL for a list. The text is constant. */
MB_PUBLIC const char *mb_thing_type(const mb_thing *thing);

/* How many fields an object has, or how long a list is. */
MB_PUBLIC size_t mb_thing_count(const mb_thing *thing);

/* The name of field `index` of an object, from 0, in the order of the model; NULL past the last, and for a list. The
 * text is constant. */
MB_PUBLIC const char *mb_thing_field(const mb_thing *thing, size_t index);

/* What field `index` holds, or the list at `index`, from 0. Returns MB_EUSAGE past the last, or 0. */
MB_PUBLIC int mb_thing_at(const mb_thing *thing, size_t index, mb_datum *out);

/* What an object's field holds, by its name; of an object with a place also `line`, `page`, `sheet` and `pack`. Returns
 * MB_EUSAGE (the type has no such field; the message names the nearest), or 0. */
MB_PUBLIC int mb_thing_get(const mb_thing *thing, const char *name, mb_datum *out, mb_error *error);

/* The address of the page that shows the object, from the site's top, a copy: "/panels/scrutiny-panel/", or a place on
 * the page of something else; NULL in `out` where no page does. Returns MB_ENOMEM, or 0. */
MB_PUBLIC int mb_thing_route(const mb_site *site, const mb_thing *thing, char **out, mb_error *error);

/* --- Addresses, and what ships --------------------------------------------------------------------------------- */

/* What of `text_size` bytes can stand in an address, as the site makes its own, a copy: "drains-and-culverts". Returns
 * MB_ELIMIT, MB_ENOMEM, or 0. */
MB_PUBLIC int mb_slug_of(const char *text, size_t text_size, char **out, size_t *size, mb_error *error);

/* The text of a file that ships with the library, a copy, by its path beside the others: "lua/dates.lua",
 * "themes/plain/shell.html". Returns MB_EIO (nothing of that name ships), MB_EUSAGE (the path leads elsewhere),
 * MB_ENOMEM, or 0. */
MB_PUBLIC int mb_shipped_file(const char *path, char **out, size_t *size, mb_error *error);

/* --- Pages and files ------------------------------------------------------------------------------------------- */

/* The routes of the site's pages, such as "/" and "/meetings/2025-11-04-scrutiny-panel/", in order: how many, and
 * number `index` from 0, or NULL past the last. */
MB_PUBLIC size_t mb_site_route_count(const mb_site *site);
MB_PUBLIC const char *mb_site_route(const mb_site *site, size_t index);

/* What is known of a page before it is made. Texts are empty, never NULL, where there is nothing to say. */
typedef struct mb_page_info {
    const char *route; /* its address, from the site's top */
    const char *kind;  /* the name of its layout: "meeting", "person", "work-plan" */
    const char *title; /* what a list of pages calls it */
    const char *date;  /* of the meeting that it belongs to, as 2025-11-04 */
} mb_page_info;

/* Describes page `index`, from 0. Returns MB_EUSAGE past the last, or 0. */
MB_PUBLIC int mb_site_page(const mb_site *site, size_t index, mb_page_info *out);

/* What to make of a page. */
enum {
    MB_HTML_PAGE = 0,     /* the page as it is published */
    MB_MARKDOWN_PAGE = 1, /* the Markdown that its layout wrote */
    MB_PAGE_FILES = 2,    /* the files that it is made with, a line each: `layout PATH`, then `over PATH` for each file
                             of the same name that it wins over */
    MB_PAGE_TRACE = 3,    /* for who works on it, JSON with its `route`, the `files` that ran (`kind`, `file`, `runs`,
                             `microseconds` with what they called), the `objects` that they read (`type`, `file`,
                             `line`, `page`), the `findings` of those packs (`severity`, `code`, `message`, `file`,
                             `line`), and its `markdown` */
    MB_HTML_CONTENT = 4   /* the HTML without the shell around it: for a host that has pages of its own */
};

/* Makes one page, a copy, in one of these formats. Returns MB_EUSAGE (no such route; the message names the nearest), or
 * what mb_site_build returns. */
MB_PUBLIC int mb_site_render(const mb_site *site, const char *route, int format, char **out, size_t *size,
                             mb_error *error);

/* Runs Lua as a layout of the site would run, with `site` and the library, and gives what it emits, prints and returns,
 * a copy. `before` runs ahead of it in the same state; "" for nothing. `name` stands for the code in messages. Also the
 * Lua of a stranger does no harm. Returns MB_EFORMAT (a mistake, with its line), MB_ELIMIT, MB_ENOMEM, or 0. */
MB_PUBLIC int mb_site_run_lua(const mb_site *site, const char *before, const char *code, const char *name, char **out,
                              size_t *size, mb_error *error);

/* The files that the site publishes, pages and assets, by their paths in it, in order: "index.html",
 * "assets/style.css". How many, and number `index` from 0, or NULL past the last. */
MB_PUBLIC size_t mb_site_file_count(const mb_site *site);
MB_PUBLIC const char *mb_site_file(const mb_site *site, size_t index);

/* The path of the file that file `index` is a copy of, such as a theme's style sheet; NULL for what is made. */
MB_PUBLIC const char *mb_site_file_origin(const mb_site *site, size_t index);

/* Makes one of them as mb_site_build would, a copy. Returns MB_EUSAGE (the site has no such file), or what
 * mb_site_build returns. */
MB_PUBLIC int mb_site_make_file(const mb_site *site, const char *path, char **out, size_t *size, mb_error *error);

/* What stands for a format where something other than a page is wanted. */
enum {
    MB_ANY_FILE = 5 /* a file, as mb_site_make_file gives it */
};

/* Something to make: a page, by its route and the format of mb_site_render; or a file, by its path and MB_ANY_FILE. */
typedef struct mb_request {
    const char *name; /* the route, or the path */
    int format;       /* MB_HTML_CONTENT, for example */
} mb_request;

/* Makes `count` pages and files ahead of a caller that asks for one after the other and has work of its own between:
 * returns at once, while `jobs` threads of the library's (0: one for each processor) make them in this order.
 * mb_site_render and mb_site_make_file then give what is made, each once, wait for what is being made, and make the rest
 * as ever. The threads rest while 64 MiB are made and nobody has asked for them, block all signals, and end with
 * mb_site_close. Another call waits for what is being made, then takes the place of the earlier one. A process that is
 * forked while they rest has none of them, and makes what it asks for. Returns MB_ENOMEM, or 0. */
MB_PUBLIC int mb_site_make_ahead(const mb_site *site, const mb_request *wanted, size_t count, unsigned jobs,
                                 mb_error *error);

/* --- Publishing ------------------------------------------------------------------------------------------------ */

/* How to publish a site. Begin with MB_BUILD_OPTIONS. */
typedef struct mb_build_options {
    size_t size;    /* sizeof(mb_build_options) */
    const char *to; /* the folder to publish into; NULL: _site in the site's folder */
    unsigned jobs;  /* threads; 0: one for each processor */
    /* Called from time to time with the number of files made so far; anything but 0 ends the build before a file is put
     * into its place. May be NULL. */
    int (*progress)(void *context, size_t done, size_t total);
    void (*problem)(void *context, const mb_error *error); /* as in mb_site_options */
    void *context;                                         /* what `progress` and `problem` are given */
    int keep_going; /* other than 0: publish the other pages where a layout can't make one */
} mb_build_options;
#define MB_BUILD_OPTIONS                                                                                               \
    {                                                                                                                  \
        sizeof(mb_build_options), NULL, 0, NULL, NULL, NULL, 0                                                         \
    }

/* What a build did. */
typedef struct mb_build_result {
    size_t pages;     /* the pages of the site */
    size_t written;   /* files that are new or changed */
    size_t unchanged; /* files that were as they should be, and keep their time */
    size_t removed;   /* files of an earlier build that have no place in this one */
    size_t failed;    /* pages that could not be made; those of an earlier build are left as they were */
} mb_build_result;

/* Publishes the site: makes every page beside the folder, and puts them into it only when all succeeded; with
 * `keep_going` also when some didn't, which is still what it returns. What isn't from an earlier build is never
 * touched. Where all that the site is made from is as it was, by content, what was made of it isn't made again while it is
 * there as it was. `out` is filled when the site was published. `options` and `out` may be NULL.
 *
 * Returns MB_EFORMAT (a mistake in a layout, with file, line, route, pack and trace), MB_ESTOPPED (`progress` ended
 * it), MB_EIO, MB_EUSAGE, MB_ELIMIT, MB_ENOMEM, or 0. */
MB_PUBLIC int mb_site_build(const mb_site *site, const mb_build_options *options, mb_build_result *out,
                            mb_error *error);

/* Writes the site into `to`, the folder of a site of Hugo, for its own templates: each page as content of the type
 * `minutebook` (front matter in JSON: `title`, `url`, `kind_of_page`, `date`; then HTML without a shell), the site's
 * record as the data `minutebook.site`, and feeds, calendars and tables as static files. As with mb_site_build, a file
 * that is as it should be isn't touched, what an earlier export wrote and this one doesn't is removed, and nothing else
 * is changed; a page that the folder has itself wins. Returns MB_EUSAGE where `to` is NULL, or what mb_site_build
 * returns. */
MB_PUBLIC int mb_site_export_hugo(const mb_site *site, const mb_build_options *options, mb_build_result *out,
                                  mb_error *error);

#ifdef __cplusplus
}
#endif
#endif
