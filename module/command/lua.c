/* lua.c: `minutebook lua`: Lua on a site, from a file, from the command line, or line by line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "message.h"
#include "operand.h"
#include "usage.h"

enum { EXPRESSION, DATE, CACHE };

/* A file of Lua is written by hand. */
#define FILE_CEILING ((size_t)4 << 20)

static int run_code(const mb_site *site, const char *before, const char *code, const char *name, size_t *size)
{
    char *text;
    mb_error error = {0};
    if (mb_site_run_lua(site, before, code, name, &text, size, &error))
        return report_error(&error);
    int done = write_result(text, *size);
    mb_free(text);
    return done;
}

static int run_file(const mb_site *site, const char *path)
{
    size_t size;
    FILE *file = fopen(path, "rb");
    char *code = file ? calloc(1, FILE_CEILING + 1) : NULL;
    if (!code || fread(code, 1, FILE_CEILING, file) == FILE_CEILING || ferror(file)) {
        fprintf(stderr, "minutebook: %s: can't be read\n", path);
        free(code);
        if (file)
            fclose(file);
        return ERRORS_FOUND;
    }
    fclose(file);
    int done = run_code(site, "", code, path, &size);
    free(code);
    return done;
}

/* Each line runs in a state of its own, behind those before it that wrote nothing: they set what later lines use. */
static int run_prompt(const mb_site *site)
{
    char *line = NULL, *before = calloc(1, 1);
    size_t room = 0;
    bool asks = isatty(STDIN_FILENO);
    if (asks)
        puts("Lua on the site: `site` is loaded, help(x) tells what x has, an empty line of input ends it.");
    for (;;) {
        size_t size = 1;
        if (asks) {
            fputs("> ", stdout);
            fflush(stdout);
        }
        ssize_t length = getline(&line, &room, stdin);
        if (length <= 0 || !before || (asks && length == 1))
            break;
        bool is_done = run_code(site, before, line, "prompt", &size) == DONE;
        if (!is_done || size > 0)
            continue;
        char *longer = realloc(before, strlen(before) + (size_t)length + 2);
        if (!longer)
            break;
        before = strcat(longer, line);
    }
    free(line);
    free(before);
    return DONE;
}

static int run(const mb_arguments *given)
{
    size_t size;
    mb_site *site;
    if (given->values[EXPRESSION] && given->count > 1)
        return wrong_use(&lua_command, "--run and a FILE exclude each other");
    int code = open_site(given->operands[0], given->values[DATE], given->values[CACHE], &site);
    if (code)
        return code;
    code = given->values[EXPRESSION] ? run_code(site, "", given->values[EXPRESSION], "--run", &size)
           : given->count > 1        ? run_file(site, given->operands[1])
                                     : run_prompt(site);
    mb_site_close(site);
    return code;
}

const mb_command lua_command = {
    .name = "lua",
    .operands = "SITE FILE",
    .summary = "run Lua on a site, or ask what its objects have",
    .description =
        "Runs the Lua in FILE, or that is given, or line by line what is typed, as a layout of the site in the\n"
        "folder SITE would: with `site` and the library. It writes what is emitted, printed and returned.\n"
        "help(x) tells what an object has.",
    .fewest = 1,
    .most = 2,
    .options =
        {
            [EXPRESSION] = {"run", "LUA", "run this: --run 'site.meetings[1].date'"},
            [DATE] = {"date", "DAY", "make the site for this day (2025-11-04), not for today"},
            [CACHE] = CACHE_OPTION,
        },
    .run = run,
};
