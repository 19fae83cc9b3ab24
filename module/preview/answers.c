/* answers.c: see answers.h. Only the names of the site's own files lead to a file, so no path leads out of it. */
#include "preview/answers.h"

#include <event2/buffer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "preview/clock.h"
#include "preview/media_type.h"
#include "preview/own_files.h"
#include "preview/request.h"
#include "preview/trouble.h"

#define OWN_FOLDER "_minutebook/"
#define HTML       "text/html; charset=utf-8"
/* RFC 9110, 15.5.20; libevent doesn't know it by name. */
#define MISDIRECTED 421

static void send_answer(struct evhttp_request *request, int status, const char *type, struct evbuffer *body)
{
    struct evkeyvalq *headers = evhttp_request_get_output_headers(request);
    char size[32];
    snprintf(size, sizeof size, "%zu", evbuffer_get_length(body));
    evhttp_add_header(headers, "Content-Type", type);
    evhttp_add_header(headers, "Content-Length", size);
    evhttp_add_header(headers, "Cache-Control", "no-store");
    evhttp_add_header(headers, "X-Content-Type-Options", "nosniff");
    evhttp_send_reply(request, status, status == MISDIRECTED ? "Misdirected Request" : NULL, body);
}

static void send_text(struct evhttp_request *request, int status, const char *text)
{
    struct evbuffer *body = evhttp_request_get_output_buffer(request);
    evbuffer_add(body, text, strlen(text));
    send_answer(request, status, "text/plain; charset=utf-8", body);
}

static void free_content(const void *data, size_t size, void *content)
{
    (void)data;
    (void)size;
    mb_free(content);
}

/* The scripts that keep the page fresh and say what made it go before the end of its body. */
static void add_page(struct evbuffer *body, char *html, size_t size, unsigned number)
{
    static const char end[] = "</body>";
    size_t before = size;
    for (size_t at = size; at >= sizeof end - 1 && before == size; at--)
        if (memcmp(html + at - (sizeof end - 1), end, sizeof end - 1) == 0)
            before = at - (sizeof end - 1);
    evbuffer_add(body, html, before);
    evbuffer_add_printf(body,
                        "<script src=\"/" OWN_FOLDER "reload.js\" data-edition=\"%u\"></script>\n"
                        "<script src=\"/" OWN_FOLDER "inspect.js\"></script>\n",
                        number);
    evbuffer_add(body, html + before, size - before);
    mb_free(html);
}

static void send_trouble(struct evhttp_request *request, const answering *all, const mb_error *errors, size_t count)
{
    struct evbuffer *body = evhttp_request_get_output_buffer(request), *page = evbuffer_new();
    if (!page) {
        evhttp_send_error(request, 503, NULL);
        return;
    }
    trouble_page(errors, count, page);
    size_t size = evbuffer_get_length(page);
    char *html = malloc(size ? size : 1);
    if (html) {
        evbuffer_copyout(page, html, size);
        add_page(body, html, size, all->shown->number);
    }
    evbuffer_free(page);
    send_answer(request, 500, HTML, body);
}

/* The address at which a browser asks for the file. */
static void route_of(const char *path, char route[REQUEST_PATH_ROOM + 2])
{
    static const char page[] = "index.html";
    size_t size = strlen(path), end = sizeof page - 1;
    bool is_folder =
        size >= end && strcmp(path + size - end, page) == 0 && (size == end || path[size - end - 1] == '/');
    snprintf(route, REQUEST_PATH_ROOM + 2, "/%.*s", (int)(is_folder ? size - end : size), path);
}

static void tell_page(answering *all, const char *path, double seconds)
{
    char route[REQUEST_PATH_ROOM + 2];
    route_of(path, route);
    preview_tell(all->options, (preview_event){.what = PREVIEW_SERVED, .text = route, .seconds = seconds});
    if (all->has_page_trouble && strcmp(all->page_trouble.route, route) == 0) {
        all->has_page_trouble = false;
        preview_tell(all->options, (preview_event){.what = PREVIEW_HEALED, .text = route});
    }
}

static void tell_page_trouble(answering *all, const mb_error *error)
{
    if (all->has_page_trouble && memcmp(error, &all->page_trouble, sizeof *error) == 0)
        return;
    all->has_page_trouble = true;
    all->page_trouble = *error;
    preview_tell(all->options, (preview_event){.what = PREVIEW_TROUBLE, .error = error});
}

static void send_part(struct evhttp_request *request, const char *type, char *content, size_t size)
{
    struct evkeyvalq *headers = evhttp_request_get_output_headers(request);
    struct evbuffer *body = evhttp_request_get_output_buffer(request);
    const char *wanted = evhttp_find_header(evhttp_request_get_input_headers(request), "Range");
    uint64_t first = 0, last = size ? size - 1 : 0;
    range_outcome outcome = request_range(wanted, size, &first, &last);
    char range[80];

    evhttp_add_header(headers, "Accept-Ranges", "bytes");
    if (outcome == RANGE_OUTSIDE) {
        mb_free(content);
        snprintf(range, sizeof range, "bytes */%zu", size);
        evhttp_add_header(headers, "Content-Range", range);
        send_text(request, 416, "The file is shorter than that.\n");
        return;
    }
    if (outcome == RANGE_PART) {
        snprintf(range, sizeof range, "bytes %llu-%llu/%zu", (unsigned long long)first, (unsigned long long)last, size);
        evhttp_add_header(headers, "Content-Range", range);
    }
    size_t count = size ? (size_t)(last - first + 1) : 0;
    if (count == 0 || evbuffer_add_reference(body, content + first, count, free_content, content) != 0)
        mb_free(content);
    send_answer(request, outcome == RANGE_PART ? 206 : 200, type, body);
}

static void send_file(struct evhttp_request *request, answering *all, const char *path, int status)
{
    char *content;
    size_t size;
    mb_error error = {0};
    double start = preview_seconds();
    if (mb_site_make_file(all->shown->site, path, &content, &size, &error)) {
        tell_page_trouble(all, &error);
        send_trouble(request, all, &error, 1);
        return;
    }
    const char *type = media_type_of(path);
    if (strcmp(type, HTML) != 0) {
        send_part(request, type, content, size);
        return;
    }
    tell_page(all, path, preview_seconds() - start);
    struct evbuffer *body = evhttp_request_get_output_buffer(request);
    add_page(body, content, size, all->shown->number);
    send_answer(request, status, HTML, body);
}

/* The site lists its files in order. */
static bool is_published(const mb_site *site, const char *path)
{
    size_t low = 0, high = site ? mb_site_file_count(site) : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(path, mb_site_file(site, middle));
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static void send_missing(struct evhttp_request *request, answering *all, const char *path)
{
    static const char own[] = "404.html";
    if (is_published(all->shown->site, own)) {
        send_file(request, all, own, 404);
        return;
    }
    char route[REQUEST_PATH_ROOM + 2], *none = NULL;
    mb_error nearest = {0};
    route_of(path, route);
    if (mb_site_render(all->shown->site, route, MB_MARKDOWN_PAGE, &none, NULL, &nearest) == MB_OK)
        mb_free(none);
    struct evbuffer *body = evhttp_request_get_output_buffer(request);
    trouble_no_page(route, nearest.advice, body);
    send_answer(request, 404, HTML, body);
}

/* A folder's page stands at the folder with its slash. */
static bool is_folder_without_slash(const mb_site *site, const char *path)
{
    char page[REQUEST_PATH_ROOM + 16];
    snprintf(page, sizeof page, "%s/index.html", path);
    return is_published(site, page);
}

static void send_to_folder(struct evhttp_request *request)
{
    const char *target = evhttp_request_get_uri(request);
    char address[4 * REQUEST_PATH_ROOM];
    size_t path = strcspn(target, "?");
    snprintf(address, sizeof address, "%.*s/%s", (int)path, target, target + path);
    evhttp_add_header(evhttp_request_get_output_headers(request), "Location", address);
    send_text(request, 302, "The page is a folder.\n");
}

static void answer_for_site(struct evhttp_request *request, answering *all, const char *path)
{
    const edition *shown = all->shown;
    bool is_page = strcmp(media_type_of(path), HTML) == 0;
    if (shown->is_broken && (is_page || !is_published(shown->site, path)))
        send_trouble(request, all, shown->troubles, shown->trouble_count);
    else if (is_published(shown->site, path))
        send_file(request, all, path, 200);
    else if (is_folder_without_slash(shown->site, path))
        send_to_folder(request);
    else
        send_missing(request, all, path);
}

/* What made the page at `path`, for its author. */
static void send_trace(struct evhttp_request *request, const answering *all, const char *path)
{
    char route[REQUEST_PATH_ROOM + 2], *trace;
    size_t size;
    mb_error error = {0};
    route_of(path, route);
    if (all->shown->is_broken)
        error = all->shown->troubles[0];
    else if (mb_site_render(all->shown->site, route, MB_PAGE_TRACE, &trace, &size, &error) == MB_OK) {
        struct evbuffer *body = evhttp_request_get_output_buffer(request);
        if (evbuffer_add_reference(body, trace, size, free_content, trace) != 0)
            mb_free(trace);
        send_answer(request, 200, "application/json", body);
        return;
    }
    send_text(request, 404, error.message);
}

static void answer_own(struct evhttp_request *request, answering *all, const char *name)
{
    const char *target = evhttp_request_get_uri(request);
    if (strcmp(name, "events") == 0) {
        streams_open(all->pages, request, request_number(target, "edition"));
        return;
    }
    if (strncmp(name, "trace/", 6) == 0) {
        send_trace(request, all, name + 6);
        return;
    }
    const own_file *file = own_file_named(name);
    if (!file) {
        send_text(request, 404, "The preview has no such file.\n");
        return;
    }
    struct evbuffer *body = evhttp_request_get_output_buffer(request);
    evbuffer_add(body, file->content, file->size);
    send_answer(request, 200, media_type_of(name), body);
}

void answer_request(struct evhttp_request *request, void *context)
{
    answering *all = context;
    char path[REQUEST_PATH_ROOM];
    const char *host = evhttp_find_header(evhttp_request_get_input_headers(request), "Host");
    if (!request_is_for_us(host, all->options->address, all->port))
        send_text(request, MISDIRECTED, "This server answers for its own address only, not for that host.\n");
    else if (!request_path(evhttp_request_get_uri(request), path))
        send_text(request, 400, "That is no address of a page.\n");
    else if (strncmp(path, OWN_FOLDER, sizeof OWN_FOLDER - 1) == 0)
        answer_own(request, all, path + sizeof OWN_FOLDER - 1);
    else
        answer_for_site(request, all, path);
}
