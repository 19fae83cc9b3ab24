/* render.c: a program of somebody else's, against the installed library: `render SITE ROUTE` makes one page as
 * Markdown, `render SITE` lists the routes. */
#include <minutebook.h>
#include <stdio.h>

static int report(const mb_error *error)
{
    fprintf(stderr, "%s:%u: %s\n%s\n", error->file, error->line, error->message, error->advice);
    return 1;
}

static int list(const mb_site *site)
{
    for (size_t i = 0; i < mb_site_route_count(site); i++)
        puts(mb_site_route(site, i));
    return 0;
}

static int render(const mb_site *site, const char *route)
{
    mb_error error;
    char *text;
    size_t size;
    if (mb_site_render(site, route, MB_MARKDOWN_PAGE, &text, &size, &error))
        return report(&error);
    fwrite(text, 1, size, stdout);
    mb_free(text);
    return 0;
}

int main(int argc, char **argv)
{
    mb_site *site;
    mb_error error;
    if (argc < 2 || mb_abi_version() != MB_ABI_VERSION)
        return 2;
    if (mb_site_open(argv[1], NULL, &site, &error))
        return report(&error);
    int code = argc > 2 ? render(site, argv[2]) : list(site);
    mb_site_close(site);
    return code;
}
