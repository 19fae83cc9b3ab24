/* request.c: see request.h. */
#include "preview/request.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define FOLDER_PAGE "index.html"

static int hex_digit(char c)
{
    const char *digits = "0123456789abcdef0123456789ABCDEF", *at = c ? strchr(digits, c) : NULL;
    return at ? (int)(at - digits) % 16 : -1;
}

/* The byte at `*at`, which moves behind it; -1 where it can stand in no path. */
static int decoded(const char **at)
{
    int c = (unsigned char)*(*at)++;
    if (c == '%') {
        int high = hex_digit((*at)[0]);
        int low = high < 0 ? -1 : hex_digit((*at)[1]);
        if (low < 0)
            return -1;
        c = 16 * high + low;
        *at += 2;
    }
    return c == 0 || c == '\\' ? -1 : c;
}

static bool is_safe(const char *path)
{
    for (const char *part = path;; part++) {
        size_t size = strcspn(part, "/");
        if ((size == 0 && part[0] == '/') || (size == 1 && part[0] == '.') || (size == 2 && memcmp(part, "..", 2) == 0))
            return false;
        part += size;
        if (!*part)
            return true;
    }
}

bool request_path(const char *target, char out[REQUEST_PATH_ROOM])
{
    if (*target++ != '/')
        return false;
    size_t size = 0;
    while (*target && *target != '?' && *target != '#') {
        int c = decoded(&target);
        if (c < 0 || size + sizeof FOLDER_PAGE >= REQUEST_PATH_ROOM)
            return false;
        out[size++] = (char)c;
    }
    out[size] = '\0';
    if (size == 0 || out[size - 1] == '/')
        memcpy(out + size, FOLDER_PAGE, sizeof FOLDER_PAGE);
    return is_safe(out);
}

static bool is_port(const char *text, unsigned port)
{
    char *end;
    return text[0] >= '0' && text[0] <= '9' && strtoul(text, &end, 10) == port && *end == '\0';
}

/* Whether `host` is `name`, alone or with the port behind it. */
static bool is_host(const char *host, const char *name, unsigned port)
{
    size_t size = strlen(name);
    if (size == 0 || strncasecmp(host, name, size) != 0)
        return false;
    return host[size] == '\0' || (host[size] == ':' && is_port(host + size + 1, port));
}

bool request_is_for_us(const char *host, const char *address, unsigned port)
{
    static const char *const own[] = {"localhost", "127.0.0.1", "[::1]"};
    for (size_t i = 0; host && i < sizeof own / sizeof *own; i++)
        if (is_host(host, own[i], port))
            return true;
    return host && is_host(host, address, port);
}

/* Digits at `*at`, which moves behind them; false where there are none, or too many to count with. */
static bool read_number(const char **at, uint64_t *out)
{
    if (**at < '0' || **at > '9')
        return false;
    char *end;
    errno = 0;
    *out = strtoull(*at, &end, 10);
    *at = end;
    return errno == 0;
}

range_outcome request_range(const char *header, uint64_t size, uint64_t *first, uint64_t *last)
{
    static const char unit[] = "bytes=";
    if (!header || strncmp(header, unit, sizeof unit - 1) != 0)
        return RANGE_NONE;
    const char *at = header + sizeof unit - 1;
    uint64_t from = 0, to = 0;
    bool has_from = read_number(&at, &from);
    if (*at++ != '-')
        return RANGE_NONE;
    bool has_to = read_number(&at, &to);
    if (*at || (!has_from && !has_to) || (has_from && has_to && from > to))
        return RANGE_NONE;
    if (has_from ? from >= size : to == 0 || size == 0)
        return RANGE_OUTSIDE;
    *first = has_from ? from : to < size ? size - to : 0;
    *last = has_from && has_to && to < size ? to : size - 1;
    return RANGE_PART;
}

/* What follows `name` in the query, or NULL where it isn't there. */
static const char *behind_name(const char *target, const char *name)
{
    size_t size = strlen(name);
    const char *at = strchr(target, '?');
    while (at) {
        at++;
        if (strncmp(at, name, size) == 0 && (at[size] == '=' || at[size] == '&' || at[size] == '\0'))
            return at + size;
        at = strchr(at, '&');
    }
    return NULL;
}

unsigned request_number(const char *target, const char *name)
{
    const char *value = behind_name(target, name);
    uint64_t number;
    if (!value || *value++ != '=' || !read_number(&value, &number) || number > UINT32_MAX)
        return 0;
    return (unsigned)number;
}

bool request_has(const char *target, const char *name)
{
    return behind_name(target, name) != NULL;
}
