/* render.c: `minutebook render`: one page of a site, or the list of all, to standard output. */
#include <stdio.h>

#include "command.h"
#include "message.h"
#include "operand.h"
#include "usage.h"

enum { MARKDOWN, WHICH, LIST, DATE, CACHE };

static int render(mb_site *site, const char *route, int format)
{
    char *text;
    size_t size;
    mb_error error = {0};
    if (mb_site_render(site, route, format, &text, &size, &error))
        return report_error(&error);
    int code = write_result(text, size);
    mb_free(text);
    return code;
}

/* A line for each page: kind, date, route and title, with a tab between them. */
static int list(const mb_site *site)
{
    mb_page_info page;
    for (size_t i = 0; mb_site_page(site, i, &page) == 0; i++)
        printf("%s\t%s\t%s\t%s\n", page.kind, page.date, page.route, page.title);
    return DONE;
}

static int run(const mb_arguments *given)
{
    if (given->values[LIST] ? given->count > 1 : given->count < 2)
        return wrong_use(&render_command, given->values[LIST] ? "--list takes no ROUTE" : "ROUTE is missing");
    if (given->values[MARKDOWN] && given->values[WHICH])
        return wrong_use(&render_command, "--markdown and --which exclude each other");
    int format = given->values[MARKDOWN] ? MB_MARKDOWN_PAGE : given->values[WHICH] ? MB_PAGE_FILES : MB_HTML_PAGE;

    mb_site *site;
    int code = open_site(given->operands[0], given->values[DATE], given->values[CACHE], &site);
    if (code)
        return code;
    code = given->values[LIST] ? list(site) : render(site, given->operands[1], format);
    mb_site_close(site);
    return code;
}

const mb_command render_command = {
    .name = "render",
    .operands = "SITE [ROUTE]",
    .summary = "write one page of a site to standard output",
    .description = "Makes the page at ROUTE (/, /meetings/2025-11-04-scrutiny-panel/) of the site in the folder SITE.",
    .fewest = 1,
    .most = 2,
    .options =
        {
            [MARKDOWN] = {"markdown", NULL, "the Markdown that its layout writes"},
            [WHICH] = {"which", NULL, "the files that it is made with, and those that they win over"},
            [LIST] = {"list", NULL, "all pages instead: a line each, with kind, date, route and title"},
            [DATE] = {"date", "DAY", "make the site for this day (2025-11-04), not for today"},
            [CACHE] = CACHE_OPTION,
        },
    .run = run,
};
