/* other_lua.c: a program that runs Lua 5.3, exports it, and loads Minutebook besides:
 * `other_lua LIBRARY SITE ROUTE` makes one page as HTML, and then tries whether its own Lua still runs. */
#include <dlfcn.h>
#include <lauxlib.h>
#include <minutebook.h>
#include <stdio.h>

static void *library;

/* Finds `name` in the library; a function pointer is as large as a pointer wherever there is dlsym. */
static void find(const char *name, void *function)
{
    *(void **)function = dlsym(library, name);
}

static int report(const mb_error *error)
{
    fprintf(stderr, "%s\n%s\n", error->message, error->advice);
    return 1;
}

static int render(const char *folder, const char *route)
{
    int (*site_open)(const char *, const mb_site_options *, mb_site **, mb_error *);
    int (*site_render)(const mb_site *, const char *, int, char **, size_t *, mb_error *);
    void (*site_close)(mb_site *), (*give_back)(void *);
    find("mb_site_open", &site_open);
    find("mb_site_render", &site_render);
    find("mb_site_close", &site_close);
    find("mb_free", &give_back);

    mb_site *site;
    mb_error error;
    char *page;
    size_t size;
    if (site_open(folder, NULL, &site, &error))
        return report(&error);
    int code = site_render(site, route, MB_HTML_PAGE, &page, &size, &error);
    site_close(site);
    if (code)
        return report(&error);
    fwrite(page, 1, size, stdout);
    give_back(page);
    return 0;
}

int main(int argc, char **argv)
{
    lua_State *L = luaL_newstate();
    library = argc == 4 ? dlopen(argv[1], RTLD_NOW | RTLD_GLOBAL) : NULL;
    if (!library || *lua_version(L) != 503)
        return 2;
    int code = render(argv[2], argv[3]);
    if (luaL_dostring(L, "return _VERSION"))
        code = 2;
    lua_close(L);
    dlclose(library);
    return code;
}
