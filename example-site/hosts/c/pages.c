/* pages.c: `pages SITE` lists the pages of a site; `pages SITE ROUTE` writes one, without a shell, as a program with pages of
 * its own takes it. Built by the CMakeLists.txt beside it, or by
 *     cc pages.c $(pkg-config --cflags --libs minutebook) -o pages */
#include <minutebook.h>
#include <stdio.h>

static int report(const mb_error *error)
{
    fprintf(stderr, "%s:%u: %s\n%s\n", error->file, error->line, error->message, error->advice);
    return 1;
}

static int list(const mb_site *site)
{
    mb_page_info page;
    for (size_t i = 0; mb_site_route(site, i) && mb_site_page(site, i, &page) == MB_OK; i++)
        printf("%s\t%s\t%s\n", page.route, page.kind, page.title);
    return 0;
}

static int write_content(const mb_site *site, const char *route)
{
    mb_error error;
    char *html;
    size_t size;
    if (mb_site_render(site, route, MB_HTML_CONTENT, &html, &size, &error))
        return report(&error);
    fwrite(html, 1, size, stdout);
    mb_free(html);
    return 0;
}

int main(int argc, char **argv)
{
    mb_site *site;
    mb_error error;
    if (argc < 2 || mb_abi_version() != MB_ABI_VERSION) {
        fputs("usage: pages SITE [ROUTE], with the library that it was built for\n", stderr);
        return 2;
    }
    if (mb_site_open(argv[1], NULL, &site, &error))
        return report(&error);
    int code = argc > 2 ? write_content(site, argv[2]) : list(site);
    mb_site_close(site);
    return code;
}
