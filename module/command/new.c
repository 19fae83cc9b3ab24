/* new.c: `minutebook new`: begins a site, or a theme in it. */
#include "command.h"
#include "message.h"
#include "usage.h"

enum { THEME };

static void tell_file(void *context, const char *path, int is_new)
{
    (void)context;
    print_text(stdout, path);
    puts(is_new ? "" : " is there already, and stays as it is");
}

static int begin_site(const char *folder)
{
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

static int begin_theme(const char *folder, const char *name)
{
    mb_error error = {0};
    if (mb_theme_begin(folder, name, tell_file, NULL, &error))
        return report_error(&error);
    printf("Say `theme: %s` in ", name);
    print_text(stdout, folder);
    puts("/site.yaml, and the site looks so.");
    return finish_output();
}

static int run(const mb_arguments *given)
{
    const char *theme = given->values[THEME];
    if (given->count == 0 && !theme)
        return wrong_use(&new_command, "SITE is missing");
    const char *folder = given->count > 0 ? given->operands[0] : ".";
    return theme ? begin_theme(folder, theme) : begin_site(folder);
}

const mb_command new_command = {
    .name = "new",
    .operands = "SITE",
    .summary = "begin a site, or a theme of one",
    .description =
        "Writes a site.yaml that explains itself into the folder SITE, and beside it what a site and its editor\n"
        "need. With --theme, writes a small theme into the site's folder themes/NAME; without SITE, into that of\n"
        "the site here. Nothing that is there is changed, but for the folder .minutebook: it has what editors read\n"
        "of this version.",
    .fewest = 0,
    .most = 1,
    .options = {[THEME] = {"theme", "NAME", "begin a theme of that name, to start from"}},
    .run = run,
};
