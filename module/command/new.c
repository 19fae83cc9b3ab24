/* new.c: `minutebook new`: begins a site. */
#include "command.h"
#include "message.h"
#include "usage.h"

static void tell_file(void *context, const char *path, int is_new)
{
    (void)context;
    print_text(stdout, path);
    puts(is_new ? "" : " is there already, and stays as it is");
}

static int run(const mb_arguments *given)
{
    const char *folder = given->operands[0];
    mb_error error = {0};
    if (mb_site_begin(folder, tell_file, NULL, &error))
        return report_error(&error);
    fputs("Put agenda packs into ", stdout);
    print_text(stdout, folder);
    fputs("/packs; then `minutebook serve ", stdout);
    print_text(stdout, folder);
    puts("` shows the site.");
    return finish_output();
}

const mb_command new_command = {
    .name = "new",
    .operands = "SITE",
    .summary = "begin a site",
    .description =
        "Writes a site.yaml that explains itself into the folder SITE, and beside it what a site and its editor\n"
        "need. Nothing that is there is changed.",
    .fewest = 1,
    .most = 1,
    .run = run,
};
