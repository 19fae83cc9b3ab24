/* guest.c: `guest SITE LIBRARY…` is a program that has a Lua of its own, which is broken, and loads each of the libraries. Eight
 * threads make pages of one site of each; then it looks whether anything of its own has changed, and writes each one's home
 * page. It ends with 1 and says what was wrong. */
#include <dirent.h>
#include <dlfcn.h>
#include <locale.h>
#include <minutebook.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define THREADS 8
#define ROUTES  12

/* --- A Lua that does nothing well. It is exported, so that a library that asked the program for one would get it --- */

#define BROKEN(name)                                                                                                   \
    void *name(void);                                                                                                  \
    void *name(void)                                                                                                   \
    {                                                                                                                  \
        fputs("the program's own " #name " was called\n", stderr);                                                     \
        return NULL;                                                                                                   \
    }
BROKEN(luaL_newstate)
BROKEN(lua_newstate)
BROKEN(lua_version)
BROKEN(luaL_checkversion_)
BROKEN(lua_pcallk)
BROKEN(luaL_loadbufferx)
BROKEN(lua_pushstring)
BROKEN(lua_gettop)
BROKEN(lua_settop)
BROKEN(lua_close)

/* --- The library --- */

typedef struct door {
    void *library;
    int (*open)(const char *, const mb_site_options *, mb_site **, mb_error *);
    int (*render)(const mb_site *, const char *, int, char **, size_t *, mb_error *);
    int (*json)(const mb_site *, char **, size_t *, mb_error *);
    const char *(*route)(const mb_site *, size_t);
    const mb_finding *(*finding)(const mb_site *, size_t);
    void (*close)(mb_site *);
    void (*give_back)(void *);
    mb_site *site;
    char *pages[ROUTES]; /* as one thread made them */
} door;

static void find(const door *own, const char *name, void *function)
{
    *(void **)function = dlsym(own->library, name);
}

static bool load(door *own, const char *path)
{
    own->library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!own->library)
        return false;
    find(own, "mb_site_open", &own->open);
    find(own, "mb_site_render", &own->render);
    find(own, "mb_site_json", &own->json);
    find(own, "mb_site_route", &own->route);
    find(own, "mb_site_finding", &own->finding);
    find(own, "mb_site_close", &own->close);
    find(own, "mb_free", &own->give_back);
    return true;
}

static bool make(const door *own, size_t i, char **out)
{
    const char *route = own->route(own->site, i);
    return !route || own->render(own->site, route, MB_HTML_PAGE, out, NULL, NULL) == MB_OK;
}

/* One thread's work: all pages are as they should be, and so are the other things that several may ask. */
static void *use(void *context)
{
    const door *own = context;
    bool good = true;
    for (size_t i = 0; i < ROUTES; i++) {
        char *page = NULL;
        good &= make(own, i, &page) && (!page || strcmp(page, own->pages[i]) == 0);
        own->give_back(page);
    }
    char *json = NULL;
    good &= own->json(own->site, &json, NULL, NULL) == MB_OK && json[0] == '{';
    own->give_back(json);
    for (size_t i = 0; own->finding(own->site, i); i++)
        good &= own->finding(own->site, i)->message[0] != '\0';
    return good ? NULL : context;
}

static bool use_by_threads(door *own)
{
    pthread_t threads[THREADS];
    bool good = true;
    for (size_t i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, use, own))
            return false;
    for (size_t i = 0; i < THREADS; i++) {
        void *wrong = NULL;
        pthread_join(threads[i], &wrong);
        good &= !wrong;
    }
    return good;
}

/* --- What is the program's own --- */

typedef struct state {
    struct sigaction signals[NSIG];
    sigset_t mask;
    char locale[256], folder[4096];
    mode_t umask;
    size_t files, variables;
} state;

extern char **environ;

static size_t open_files(void)
{
    size_t count = 0;
    DIR *folder = opendir("/proc/self/fd");
    while (folder && readdir(folder))
        count++;
    if (folder)
        closedir(folder);
    return count;
}

static void take_state(state *out)
{
    memset(out, 0, sizeof *out);
    for (int i = 1; i < NSIG; i++)
        sigaction(i, NULL, &out->signals[i]);
    sigprocmask(SIG_SETMASK, NULL, &out->mask);
    snprintf(out->locale, sizeof out->locale, "%s", setlocale(LC_ALL, NULL));
    if (!getcwd(out->folder, sizeof out->folder))
        out->folder[0] = '\0';
    umask(out->umask = umask(0));
    out->files = open_files();
    while (environ[out->variables])
        out->variables++;
}

static const char *changed(const state *before, const state *after)
{
    for (int i = 1; i < NSIG; i++)
        if (before->signals[i].sa_handler != after->signals[i].sa_handler ||
            before->signals[i].sa_flags != after->signals[i].sa_flags)
            return "what is done with a signal";
    return memcmp(&before->mask, &after->mask, sizeof before->mask) != 0 ? "which signals are blocked"
           : strcmp(before->locale, after->locale) != 0                  ? "the locale"
           : strcmp(before->folder, after->folder) != 0                  ? "the working folder"
           : before->umask != after->umask                               ? "the mask of new files"
           : before->files != after->files                               ? "the number of open files"
           : before->variables != after->variables                       ? "the environment"
                                                                         : NULL;
}

static int fail(const char *what)
{
    fprintf(stderr, "guest: %s\n", what);
    return 1;
}

static int visit(door *own, const char *folder)
{
    mb_error error;
    if (own->open(folder, NULL, &own->site, &error))
        return fail(error.message);
    bool good = true;
    for (size_t i = 0; i < ROUTES; i++)
        good &= make(own, i, &own->pages[i]);
    return good && use_by_threads(own) ? 0 : fail("a page is another on another thread");
}

static void leave(door *own)
{
    for (size_t i = 0; i < ROUTES; i++)
        own->give_back(own->pages[i]);
    own->close(own->site);
}

int main(int argc, char **argv)
{
    state before, after;
    door doors[4] = {{0}};
    setlocale(LC_ALL, "");
    signal(SIGPIPE, SIG_IGN);
    for (int i = 2; i < argc && i < 6; i++)
        if (!load(&doors[i - 2], argv[i]))
            return fail(dlerror());
    take_state(&before);
    int code = 0;
    for (int i = 0; doors[i].library && !code; i++)
        code = visit(&doors[i], argv[1]);
    for (int i = 0; doors[i].library && !code; i++) {
        fputs(doors[i].pages[0], stdout);
        leave(&doors[i]);
    }
    take_state(&after);
    const char *wrong = code ? NULL : changed(&before, &after);
    return wrong ? fail(wrong) : code;
}
