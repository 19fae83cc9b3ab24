/* indent.c: see indent.h. */
#include "indent.h"

#include <stdbool.h>
#include <string.h>

typedef struct layout {
    FILE *to;
    const char *at, *end;
    unsigned depth;
    bool flat; /* within a list that stays in one line */
} layout;

/* Of a string the position behind its closing quote, of anything else that of the next byte. */
static const char *behind(const char *at, const char *end)
{
    if (*at != '"')
        return at + 1;
    for (at++; at < end && *at != '"'; at++)
        at += *at == '\\';
    return at + 1;
}

/* Whether the list that begins here ends before anything else begins. */
static bool is_flat(const char *at, const char *end)
{
    for (at++; at < end; at = behind(at, end)) {
        if (*at == '[' || *at == '{')
            return false;
        if (*at == ']')
            return true;
    }
    return false;
}

static void break_line(const layout *l)
{
    if (!l->flat)
        fprintf(l->to, "\n%*s", (int)l->depth * 2, "");
}

/* The bracket that closes what is empty stands beside the one that opens it. */
static void open_bracket(layout *l)
{
    const char *next = l->at + 1;
    next += strspn(next, " \n");
    fputc(*l->at, l->to);
    if (*next == ']' || *next == '}') {
        fputc(*next, l->to);
        l->at = next;
        return;
    }
    l->flat = *l->at == '[' && is_flat(l->at, l->end);
    l->depth++;
    break_line(l);
}

static void close_bracket(layout *l)
{
    l->depth--;
    break_line(l);
    l->flat = false;
    fputc(*l->at, l->to);
}

static void print_comma(const layout *l)
{
    fputs(l->flat ? ", " : ",", l->to);
    break_line(l);
}

void print_indented(FILE *to, const char *json, size_t size)
{
    layout l = {.to = to, .at = json, .end = json + size};
    for (const char *next; l.at < l.end; l.at = next) {
        next = behind(l.at, l.end);
        if (strchr("[{", *l.at)) {
            open_bracket(&l);
            next = l.at + 1;
        } else if (strchr("]}", *l.at)) {
            close_bracket(&l);
        } else if (*l.at == ',') {
            print_comma(&l);
        } else if (*l.at == ':') {
            fputs(": ", to);
        } else if (!strchr(" \n", *l.at)) {
            fwrite(l.at, 1, (size_t)(next - l.at), to);
        }
    }
    fputc('\n', to);
}
