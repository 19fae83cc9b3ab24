/* export.c: `minutebook export`: a site as the content of another generator. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "message.h"
#include "operand.h"
#include "usage.h"

enum { DATE, CACHE };

static int export(const mb_site *site, const char *to)
{
    mb_build_options options = MB_BUILD_OPTIONS;
    mb_build_result result;
    mb_error error = {0};
    options.to = to;
    options.problem = report_problem;
    if (mb_site_export_hugo(site, &options, &result, &error))
        return error_exit_code(&error);
    printf("%zu written, %zu unchanged, %zu removed in %s\n", result.written, result.unchanged, result.removed, to);
    return finish_output();
}

static int run(const mb_arguments *given)
{
    const char *generator = given->operands[0];
    if (strcmp(generator, "hugo") != 0)
        return wrong_use(&export_command, "there is no export for '%s', only for hugo", generator);
    mb_site *site;
    int code = open_site(given->operands[2], given->values[DATE], given->values[CACHE], &site);
    if (code)
        return code;
    code = export(site, given->operands[1]);
    mb_site_close(site);
    return code;
}

const mb_command export_command = {
    .name = "export",
    .operands = "hugo DIR SITE",
    .summary = "write a site as the content of another generator",
    .description =
        "Writes the site in the folder SITE into DIR, the folder of a site of Hugo: pages as content with front\n"
        "matter, the site's record as data, feeds and tables as static files. Files that are as they should be\n"
        "aren't touched, and a page of DIR's own wins.",
    .fewest = 3,
    .most = 3,
    .options =
        {
            [DATE] = {"date", "DAY", "make the site for this day (2025-11-04), not for today"},
            [CACHE] = CACHE_OPTION,
        },
    .run = run,
};
