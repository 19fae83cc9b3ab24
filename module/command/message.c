/* message.c: what, where, what to do; findings and results go to stdout, failures to stderr. */
#include "message.h"

#include <errno.h>
#include <string.h>

/* The bytes of a control character at `text` (C0 but for tab and line feed, DEL, C1 in UTF-8), or 0. */
static int control_size(const unsigned char *text)
{
    if ((text[0] < 0x20 && text[0] != '\t' && text[0] != '\n') || text[0] == 0x7F)
        return 1;
    return text[0] == 0xC2 && text[1] >= 0x80 && text[1] < 0xA0 ? 2 : 0;
}

void print_text(FILE *to, const char *text)
{
    for (const unsigned char *at = (const unsigned char *)text; *at;) {
        int control = control_size(at);
        if (control) {
            fprintf(to, "\\x%02X", at[control - 1]);
            at += control;
        } else {
            putc(*at++, to);
        }
    }
}

static void print_place(FILE *to, const char *file, uint32_t line, uint32_t column)
{
    if (!file[0])
        return;
    print_text(to, file);
    if (line)
        fprintf(to, ":%u", line);
    if (line && column)
        fprintf(to, ":%u", column);
    fputs(": ", to);
}

/* Each line of `text` behind four spaces. */
static void print_indented(FILE *to, const char *text)
{
    while (*text) {
        size_t size = strcspn(text, "\n");
        char line[512];
        fputs("    ", to);
        for (size_t done = 0; done < size; done += sizeof line - 1) {
            size_t part = size - done < sizeof line - 1 ? size - done : sizeof line - 1;
            memcpy(line, text + done, part);
            line[part] = '\0';
            print_text(to, line);
        }
        putc('\n', to);
        text += size + (text[size] == '\n');
    }
}

void print_finding(FILE *to, const mb_finding *finding)
{
    static const char *const severities[] = {"", "note: ", "warning: ", "error: "};

    print_place(to, finding->file, finding->line, 0);
    fputs(severities[finding->severity], to);
    print_text(to, finding->message);
    fprintf(to, " [%s]\n", finding->code);
    if (finding->correction[0]) {
        fputs("  if that is right, or to say otherwise, add to ", to);
        print_text(to, finding->corrections);
        fputs(":\n", to);
        print_indented(to, finding->correction);
    }
}

/* A line of its own below the message, where there is something to say. */
static void print_remark(const char *before, const char *text)
{
    if (!text[0])
        return;
    fprintf(stderr, "  %s", before);
    print_text(stderr, text);
    putc('\n', stderr);
}

/* "while making /meetings/2025-11-04-panel/ from packs/2025-11-04.txt:67" */
static void print_page(const mb_error *error)
{
    if (!error->route[0])
        return;
    fputs("  while making ", stderr);
    print_text(stderr, error->route);
    if (error->pack[0]) {
        fputs(" from ", stderr);
        print_text(stderr, error->pack);
    }
    if (error->pack[0] && error->pack_line)
        fprintf(stderr, ":%u", error->pack_line);
    putc('\n', stderr);
}

/* The calls that led to the error, behind those that a reader knows already. */
static void print_trace(const char *trace)
{
    if (!trace[0])
        return;
    fputs("  through\n", stderr);
    print_indented(stderr, trace);
}

int error_exit_code(const mb_error *error)
{
    return error->code == MB_EUSAGE ? WRONG_USE : ERRORS_FOUND;
}

int report_error(const mb_error *error)
{
    fputs("minutebook: ", stderr);
    print_place(stderr, error->file, error->line, error->column);
    print_text(stderr, error->message);
    putc('\n', stderr);
    print_remark("", error->advice);
    print_page(error);
    print_trace(error->trace);
    return error_exit_code(error);
}

void report_problem(void *context, const mb_error *error)
{
    (void)context;
    report_error(error);
}

void print_count(size_t count, const char *noun, const char *end)
{
    printf("%zu %s%s%s", count, noun, count == 1 ? "" : "s", end);
}

int finish_output(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return DONE;
    fprintf(stderr, "minutebook: the output can't be written: %s\n", strerror(errno));
    return ERRORS_FOUND;
}

int write_result(const char *data, size_t size)
{
    fwrite(data, 1, size, stdout);
    return finish_output();
}
