/* links.c: see links.h. A link that leads out of the site is nobody's business here. */
#include "publish/links.h"

#include <ctype.h>
#include <stdlib.h>

#include "core/map.h"
#include "core/nearest.h"
#include "markdown/escape.h"
#include "publish/files.h"
#include "publish/routes.h"

static mb_slice until(mb_slice text, const char *ends)
{
    size_t size = 0;
    while (size < text.size && !strchr(ends, text.data[size]))
        size++;
    return mb_slice_first(text, size);
}

static void keep(mb_buffer *out, mb_slice text)
{
    mb_buffer_add(out, text);
    mb_buffer_char(out, '\0');
}

/* Takes the attributes of a tag; `rest` begins behind its name. */
static void read_tag(mb_slice name, mb_slice *rest, mb_page_links *out)
{
    bool is_link = mb_slice_equal(name, MB_TEXT("a")) || mb_slice_equal(name, MB_TEXT("link"));
    while (rest->size > 0 && rest->data[0] != '>') {
        mb_slice attribute = until(*rest, " \n\t=>/");
        *rest = mb_slice_from(*rest, attribute.size ? attribute.size : 1);
        bool has_value = attribute.size > 0 && rest->size > 1 && rest->data[0] == '=' && strchr("\"'", rest->data[1]);
        if (!has_value)
            continue;
        const char quote[] = {rest->data[1], '\0'};
        mb_slice value = until(mb_slice_from(*rest, 2), quote);
        *rest = mb_slice_from(*rest, value.size + 3);
        if (mb_slice_equal(attribute, MB_TEXT("id")))
            keep(&out->ids, value);
        else if (is_link && mb_slice_equal(attribute, MB_TEXT("href")))
            keep(&out->targets, value);
    }
}

/* Behind what is no markup: a comment, a script, a style. */
static mb_slice skip(mb_slice rest, const char *end)
{
    size_t at = mb_slice_find(rest, mb_slice_of(end), 0);
    return at == SIZE_MAX ? MB_NOTHING : mb_slice_from(rest, at);
}

void mb_links_read(mb_slice html, mb_page_links *out)
{
    *out = (mb_page_links){mb_buffer_make(MB_PAGE_CEILING), mb_buffer_make(MB_PAGE_CEILING), true};
    for (size_t at; (at = mb_slice_find(html, MB_TEXT("<"), 0)) != SIZE_MAX;) {
        html = mb_slice_from(html, at + 1);
        if (mb_slice_starts(html, MB_TEXT("!--")))
            html = skip(html, "-->");
        if (html.size == 0 || !isalpha((unsigned char)html.data[0]))
            continue;
        mb_slice name = until(html, " \n\t/>");
        html = mb_slice_from(html, name.size);
        read_tag(name, &html, out);
        if (mb_slice_equal(name, MB_TEXT("script")))
            html = skip(html, "</script");
        else if (mb_slice_equal(name, MB_TEXT("style")))
            html = skip(html, "</style");
    }
}

void mb_links_free(mb_page_links *links)
{
    mb_buffer_free(&links->ids);
    mb_buffer_free(&links->targets);
}

static bool holds(const mb_buffer *texts, mb_slice wanted)
{
    for (size_t at = 0; at < texts->size;) {
        mb_slice text = mb_slice_of(texts->data + at);
        if (mb_slice_equal(text, wanted))
            return true;
        at += text.size + 1;
    }
    return false;
}

/* An address with a scheme, or one that begins with the name of a computer, as papers print them. */
static bool leads_out(mb_slice address)
{
    mb_slice first = until(address, "/?#");
    bool has_scheme = memchr(first.data, ':', first.size) != NULL;
    bool is_computer = first.size > 0 && first.data[0] != '.' && memchr(first.data, '.', first.size);
    return has_scheme || is_computer || mb_slice_starts(address, MB_TEXT("//"));
}

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *found = c ? strchr(digits, tolower((unsigned char)c)) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* As it was before it was written into an address and into HTML. */
static mb_slice decode(mb_arena *arena, mb_slice text)
{
    char *made = mb_new_array(arena, char, text.size + 1);
    size_t size = 0;
    for (size_t at = 0; at < text.size; at++) {
        mb_slice rest = mb_slice_from(text, at);
        if (rest.size > 2 && rest.data[0] == '%' && hex(rest.data[1]) >= 0 && hex(rest.data[2]) >= 0) {
            made[size++] = (char)(16 * hex(rest.data[1]) + hex(rest.data[2]));
            at += 2;
        } else {
            made[size++] = text.data[at];
            at += mb_slice_starts(rest, MB_TEXT("&amp;")) ? 4 : 0;
        }
    }
    return (mb_slice){made, size};
}

/* As a layout in Markdown writes it where it is a value. */
static mb_slice as_target(mb_arena *arena, mb_slice address)
{
    mb_buffer made = mb_buffer_make(MB_PAGE_CEILING);
    mb_markdown_escape(&made, address, MB_MARKDOWN_TARGET);
    mb_slice copy = mb_arena_copy(arena, mb_buffer_slice(&made));
    mb_buffer_free(&made);
    return copy;
}

/* Takes the last folder off "a/b/". */
static void go_up(mb_buffer *path)
{
    size_t size = path->size > 0 ? path->size - 1 : 0;
    while (size > 0 && path->data[size - 1] != '/')
        size--;
    mb_buffer_cut(path, size);
}

/* The path in the published site to which an address leads from the file at `from`. */
static void resolve(const char *from, mb_slice address, mb_buffer *path)
{
    mb_buffer_clear(path);
    const char *slash = strrchr(from, '/');
    if (!mb_slice_starts(address, MB_TEXT("/")) && slash)
        mb_buffer_add(path, mb_slice_between(from, slash + 1));
    while (address.size > 0) {
        mb_slice part = until(address, "/");
        bool is_folder = part.size < address.size;
        address = mb_slice_from(address, part.size + is_folder);
        if (mb_slice_equal(part, MB_TEXT("..")))
            go_up(path);
        else if (part.size > 0 && !mb_slice_equal(part, MB_TEXT(".")))
            mb_buffer_printf(path, "%.*s%s", MB_ARG(part), is_folder ? "/" : "");
    }
    if (path->size == 0 || path->data[path->size - 1] == '/')
        mb_buffer_text(path, "index.html");
}

typedef struct check {
    const mb_publication *publication;
    const mb_page_links *pages;
    mb_arena *arena;
    mb_problems *problems;
    mb_map *told;
    mb_buffer path;
    mb_error first;
    int code;
} check;

static const char *path_at(const void *files, size_t i)
{
    return ((const mb_published_file *)((const mb_list *)files)->items[i])->path;
}

/* Whether something like it was told before; from now on it is. */
static bool is_told(check *c, mb_slice key)
{
    void **place = mb_map_at(c->told, key);
    bool was = *place != NULL;
    *place = c;
    return was;
}

/* A link of a component or the shell stands on many pages: it is looked for once in each layout, and told once. */
static void tell(check *c, const mb_published_file *from, mb_slice address, const char *reason, const char *near)
{
    const mb_page *page = mb_file_page(from);
    const char *target = mb_buffer_slice(&c->path).data;
    if (is_told(c, mb_arena_printf(c->arena, "%s %s %s", page->layout, reason, target)))
        return;
    mb_slice plain = decode(c->arena, address);
    mb_seek writer = {.spellings = {address, plain, as_target(c->arena, plain)}};
    mb_page_seek(c->publication, page, &writer);
    mb_where where = {mb_scripts_layout(c->publication->scripts, page->layout), 0, 0};
    if (*writer.file)
        where = (mb_where){writer.file, writer.line, 0};
    if (is_told(c, mb_arena_printf(c->arena, "%s:%u %s", where.file, where.line, target)))
        return;
    mb_error error = {0};
    mb_fail_at(&error, MB_EFORMAT, where, "the link to '%.*s' leads nowhere: %s", MB_ARG(address), reason);
    if (near)
        mb_advise(&error, "did you mean '%s'?", near);
    else
        mb_advise(&error, "link(object) gives the address of an object's page");
    mb_name_route(&error, page->route);
    mb_take_mistake(c->problems, &error, &c->code, &c->first);
}

static void check_link(check *c, const mb_published_file *from, mb_slice address)
{
    const mb_list *files = &c->publication->files;
    mb_slice path = until(address, "?#");
    size_t hash = mb_slice_find(address, MB_TEXT("#"), 0);
    mb_slice fragment = hash == SIZE_MAX ? MB_NOTHING : decode(c->arena, mb_slice_from(address, hash + 1));
    const mb_published_file *to = from;
    mb_buffer_clear(&c->path);
    if (path.size > 0) {
        resolve(from->path, decode(c->arena, path), &c->path);
        to = mb_files_find(c->publication, c->path.data);
        if (!to) {
            const char *near = mb_nearest(mb_buffer_slice(&c->path), files->count, path_at, files);
            tell(c, from, address, "the site publishes no such file", near);
            return;
        }
    }
    const mb_page_links *page = &c->pages[mb_files_position(c->publication, to)];
    if (fragment.size == 0 || !page->is_read || holds(&page->ids, fragment))
        return;
    mb_buffer_printf(&c->path, "#%.*s", MB_ARG(fragment));
    tell(c, from, address, "nothing on that page has the id", NULL);
}

static void check_page(check *c, uint32_t position)
{
    const mb_buffer *targets = &c->pages[position].targets;
    for (size_t at = 0; at < targets->size;) {
        mb_slice address = mb_slice_of(targets->data + at);
        if (!leads_out(address))
            check_link(c, c->publication->files.items[position], address);
        at += address.size + 1;
    }
}

int mb_links_check(const mb_publication *publication, mb_arena *arena, const mb_page_links *pages,
                   mb_problems *problems, mb_error *error)
{
    check c = {.publication = publication,
               .pages = pages,
               .arena = arena,
               .problems = problems,
               .told = mb_map_new(arena),
               .path = mb_buffer_make(MB_PAGE_CEILING)};
    for (uint32_t i = 0; i < publication->files.count; i++)
        if (pages[i].is_read)
            check_page(&c, i);
    mb_buffer_free(&c.path);
    if (c.code && error)
        *error = c.first;
    return c.code;
}

/* --- What the owner wrote --- */

static void check_configured(check *c, const mb_config_link *link, const char *file)
{
    if (!link || !mb_slice_starts(link->url, MB_TEXT("/")) || mb_slice_starts(link->url, MB_TEXT("//")))
        return;
    resolve("", decode(c->arena, until(link->url, "?#")), &c->path);
    if (mb_files_find(c->publication, c->path.data))
        return;
    mb_error error = {0};
    const mb_list *files = &c->publication->files, *pages = &c->publication->pages;
    mb_fail_at(&error, MB_EFORMAT, (mb_where){file, link->place.line, link->place.column},
               "'%.*s' leads to %.*s, and the site publishes no such page", MB_ARG(link->title), MB_ARG(link->url));
    const char *near = mb_nearest(link->url, pages->count, mb_route_at, pages);
    if (!near)
        near = mb_nearest(mb_buffer_slice(&c->path), files->count, path_at, files);
    if (near)
        mb_advise(&error, "did you mean '%s'?", near);
    else
        mb_advise(&error,
                  "a page is there where the theme has a layout for it: `minutebook render SITE --list` names all");
    mb_take_mistake(c->problems, &error, &c->code, &c->first);
}

static void check_all_configured(check *c, const mb_list *links, const char *file)
{
    for (uint32_t i = 0; i < links->count; i++)
        check_configured(c, links->items[i], file);
}

int mb_links_configured(const mb_publication *publication, mb_problems *problems, mb_error *error)
{
    const mb_site_config *config = &publication->site->config;
    check c = {.publication = publication,
               .arena = publication->arena,
               .problems = problems,
               .path = mb_buffer_make(MB_PAGE_CEILING)};
    check_all_configured(&c, &config->navigation, config->file);
    check_all_configured(&c, &config->links, config->file);
    check_configured(&c, config->licence, config->file);
    mb_buffer_free(&c.path);
    if (c.code && error)
        *error = c.first;
    return c.code;
}
