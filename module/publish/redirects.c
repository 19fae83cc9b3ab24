/* redirects.c: see redirects.h. */
#include "publish/redirects.h"

#include "markdown/escape.h"
#include "publish/routes.h"
#include "site/kept_ids.h"

/* A route is a line's worth: longer ones belong to no page. */
#define ROUTE_CEILING ((size_t)4 << 10)

static mb_slice id_of(const mb_type_info *type, const void *object)
{
    const mb_field_info *id = mb_field_find(type, MB_TEXT("id"));
    return *(const mb_slice *)((const char *)object + id->offset);
}

/* The route of the object's own page; NULL where it has none. */
static const char *own_route(const mb_publication *publication, const mb_moved_id *moved)
{
    mb_buffer route = mb_buffer_make(ROUTE_CEILING);
    mb_slice end = mb_arena_printf(publication->arena, "/%.*s/", MB_ARG(id_of(moved->type, moved->object)));
    bool has_page = mb_route_of(&publication->setup, moved->type, moved->object, &route) &&
                    mb_slice_ends(mb_buffer_slice(&route), end);
    const char *copy = has_page ? mb_arena_copy(publication->arena, mb_buffer_slice(&route)).data : NULL;
    mb_buffer_free(&route);
    return copy;
}

void mb_redirects_list(const mb_publication *publication, mb_list *out)
{
    const mb_list *moved = &publication->site->moved;
    for (uint32_t i = 0; i < moved->count; i++) {
        const mb_moved_id *one = moved->items[i];
        const char *to = own_route(publication, one);
        if (!to)
            continue;
        size_t before = strlen(to) - id_of(one->type, one->object).size - 1;
        mb_slice from = mb_arena_printf(publication->arena, "%.*s%.*s/", (int)before, to, MB_ARG(one->id));
        *mb_list_add(publication->arena, out, mb_redirect) = (mb_redirect){from.data, to};
    }
}

/* "../../people/ann-lee/" from /people/a-lee/. */
static void write_way(const mb_redirect *redirect, mb_buffer *out)
{
    for (const char *at = strchr(redirect->from + 1, '/'); at; at = strchr(at + 1, '/'))
        mb_buffer_text(out, "../");
    mb_buffer_text(out, redirect->to + 1);
}

/* Where the site's address isn't known, the way from the page will do. */
static void write_canonical(const mb_publication *publication, const mb_redirect *redirect, mb_buffer *out)
{
    mb_slice url = publication->site->record->url;
    if (!url.size) {
        write_way(redirect, out);
        return;
    }
    mb_html_escape(out, url);
    mb_buffer_text(out, redirect->to + mb_slice_ends(url, MB_TEXT("/")));
}

int mb_redirect_html(const mb_publication *publication, const mb_redirect *redirect, mb_buffer *out, mb_error *error)
{
    mb_buffer_text(out, "<!doctype html>\n<html lang=\"");
    mb_html_escape(out, publication->site->record->language);
    mb_buffer_text(out, "\">\n<head>\n<meta charset=\"utf-8\">\n<title>This page has moved</title>\n"
                        "<link rel=\"canonical\" href=\"");
    write_canonical(publication, redirect, out);
    mb_buffer_text(out, "\">\n<meta name=\"robots\" content=\"noindex\">\n"
                        "<meta http-equiv=\"refresh\" content=\"0; url=");
    write_way(redirect, out);
    mb_buffer_text(out, "\">\n</head>\n<body>\n<p>This page has moved. <a href=\"");
    write_way(redirect, out);
    mb_buffer_text(out, "\">Go to where it is now.</a></p>\n</body>\n</html>\n");
    return out->failed ? mb_fail_exhausted(error, out->failed, "making a redirect") : 0;
}

int mb_publication_keep_ids(const mb_publication *publication, mb_arena *arena, mb_error *error)
{
    mb_strings published[MB_KEPT_KINDS] = {0};
    mb_kept_ids ids = publication->site->kept_ids;
    for (uint32_t i = 0; i < publication->pages.count; i++) {
        const mb_page *page = publication->pages.items[i];
        int kind = page->type ? mb_kept_kind(page->type) : -1;
        if (kind >= 0)
            mb_strings_push(arena, &published[kind], id_of(page->type, page->object));
    }
    for (int kind = 0; kind < MB_KEPT_KINDS; kind++) {
        const mb_list *known = &publication->site->kept_ids.of[kind];
        ids.of[kind] = (mb_list){0};
        for (uint32_t i = 0; i < known->count; i++)
            mb_list_push(arena, &ids.of[kind], known->items[i]);
    }
    mb_keep_ids(arena, &ids, published);
    return mb_kept_ids_write(arena, &ids, error);
}
