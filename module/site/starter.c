/* starter.c: copies shipped files into a new site or theme, and beside them what editors read.
 *
 *     starter/site.yaml    ─► SITE/site.yaml              written once, the owner's from then on
 *     starter/theme/…      ─► SITE/themes/NAME/…          likewise
 *     lua, schemas, themes ─► SITE/.minutebook/…          this version's; the site can move to another machine
 */
#include "site/starter.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/buffer.h"
#include "core/data.h"
#include "core/file.h"

/* A file of the starter is a page or two; the largest that ships is a style sheet. */
#define FILE_CEILING ((size_t)1 << 20)

/* Shipped folders are in one another at most this deep. */
#define DEEPEST 8

/* What the files of a theme say, and are called, in place of its name. */
#define NAME_MARK "@NAME@"

/* What the shipped files are called in the site. */
static const struct {
    const char *from, *to;
} files[] = {
    {"site.yaml", "site.yaml"},    {"people.yaml", "people.yaml"}, {"README.md", "README.md"},
    {"luarc.json", ".luarc.json"}, {"luacheckrc", ".luacheckrc"},  {"stylua.toml", ".stylua.toml"},
    {"gitignore", ".gitignore"},
};
static const char *const folders[] = {"packs", "corrections", "assets"};

/* What editors read. */
static const char *const for_editors[] = {"lua", "schemas", "themes"};

typedef struct starting {
    mb_arena *arena;
    const char *folder, *data;
    const char *name; /* of the theme, or NULL */
    mb_starter_teller *tell;
    void *context;
    mb_error *error;
} starting;

/* Writes one file at its place. */
typedef int writer(const starting *s, const char *path, mb_slice content);

static int make_folder(const starting *s, const char *path)
{
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && mb_is_folder(path)))
        return 0;
    return mb_fail_errno(s->error, path, "can't be made");
}

/* The folder and those that it stands in. */
static int make_folders(const starting *s, const char *folder)
{
    for (const char *at = folder; (at = strchr(at + 1, '/'));) {
        int code = make_folder(s, mb_arena_copy(s->arena, mb_slice_between(folder, at)).data);
        if (code)
            return code;
    }
    return make_folder(s, folder);
}

static mb_slice with_name(const starting *s, mb_slice text)
{
    if (!s->name)
        return text;
    mb_slice made = MB_TEXT("");
    size_t from = 0;
    for (size_t at; (at = mb_slice_find(text, MB_TEXT(NAME_MARK), from)) != SIZE_MAX; from = at + strlen(NAME_MARK))
        made = mb_arena_printf(s->arena, "%.*s%.*s%s", MB_ARG(made), (int)(at - from), text.data + from, s->name);
    return mb_arena_printf(s->arena, "%.*s%.*s", MB_ARG(made), MB_ARG(mb_slice_from(text, from)));
}

/* Also where another program makes the file at the same moment, it is never overwritten. */
static int write_new(const starting *s, const char *path, mb_slice content)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0 && errno == EEXIST) {
        s->tell(s->context, path, false);
        return 0;
    }
    if (file < 0)
        return mb_fail_errno(s->error, path, "can't be made");
    content = with_name(s, content);
    ssize_t written = write(file, content.data, content.size);
    int closed = close(file);
    if (written != (ssize_t)content.size || closed != 0) {
        errno = written >= 0 && closed == 0 ? ENOSPC : errno;
        mb_fail_errno(s->error, path, "can't be written");
        unlink(path); /* lest the next attempt take it for whole */
        return MB_EIO;
    }
    s->tell(s->context, path, true);
    return 0;
}

static int write_anew(const starting *s, const char *path, mb_slice content)
{
    return mb_file_write(path, content, s->error);
}

static int add_file(const starting *s, const char *shipped, const char *path, writer *write_file)
{
    mb_slice text;
    int code = mb_file_read(s->arena, shipped, FILE_CEILING, &text, s->error);
    return code ? code : write_file(s, path, text);
}

/* The shipped folder with all that is in it. */
static int add_folder(const starting *s, const char *shipped, const char *folder, int depth, writer *write_file)
{
    mb_strings found = {0}, below = {0};
    int code = mb_folder_list(s->arena, shipped, "*", &found, s->error);
    if (!code)
        code = mb_folder_list_folders(s->arena, shipped, &below, s->error);
    if (!code)
        code = make_folder(s, folder);
    for (uint32_t i = 0; !code && i < found.count; i++) {
        const char *name = found.items[i].data;
        const char *called = with_name(s, found.items[i]).data;
        code = add_file(s, mb_path_join(s->arena, shipped, name), mb_path_join(s->arena, folder, called), write_file);
    }
    for (uint32_t i = 0; !code && depth < DEEPEST && i < below.count; i++) {
        const char *name = below.items[i].data;
        code = add_folder(s, mb_path_join(s->arena, shipped, name), mb_path_join(s->arena, folder, name), depth + 1,
                          write_file);
    }
    return code;
}

static int add_for_editors(const starting *s)
{
    const char *to = mb_path_join(s->arena, s->folder, ".minutebook");
    int code = make_folder(s, to);
    for (size_t i = 0; !code && i < sizeof for_editors / sizeof *for_editors; i++)
        code = add_folder(s, mb_path_join(s->arena, s->data, for_editors[i]),
                          mb_path_join(s->arena, to, for_editors[i]), 0, write_anew);
    return code;
}

int mb_start_site(mb_arena *arena, const char *folder, mb_starter_teller *tell, void *context, mb_error *error)
{
    const starting s = {arena, folder, mb_data_folder(arena), NULL, tell, context, error};
    const char *shipped = mb_path_join(arena, s.data, "starter");
    int code = make_folders(&s, folder);
    for (size_t i = 0; !code && i < sizeof folders / sizeof *folders; i++)
        code = make_folder(&s, mb_path_join(arena, folder, folders[i]));
    for (size_t i = 0; !code && i < sizeof files / sizeof *files; i++)
        code = add_file(&s, mb_path_join(arena, shipped, files[i].from), mb_path_join(arena, folder, files[i].to),
                        write_new);
    return code ? code : add_for_editors(&s);
}

static bool is_name(const char *name)
{
    for (const char *c = name; *c; c++)
        if (!isalnum((unsigned char)*c) && !(c > name && strchr("-_", *c)))
            return false;
    return *name != '\0';
}

int mb_start_theme(mb_arena *arena, const char *folder, const char *name, mb_starter_teller *tell, void *context,
                   mb_error *error)
{
    const starting s = {arena, folder, mb_data_folder(arena), name, tell, context, error};
    if (!is_name(name)) {
        mb_fail(error, MB_EUSAGE, "'%s' can't be a theme's name", name);
        mb_advise(error, "take letters, digits and hyphens, such as town-hall");
        return MB_EUSAGE;
    }
    if (mb_is_folder(mb_path_join(arena, mb_path_join(arena, s.data, "themes"), name))) {
        mb_fail(error, MB_EUSAGE, "'%s' is a theme that ships", name);
        mb_advise(error, "take another name; `base: %s` in its theme.yaml lets it stand on that one", name);
        return MB_EUSAGE;
    }
    if (!mb_is_file(mb_path_join(arena, folder, "site.yaml"))) {
        mb_fail(error, MB_EUSAGE, "%s: there is no site.yaml in it, and a theme is begun in a site", folder);
        mb_advise(error, "`minutebook new SITE` begins a site");
        return MB_EUSAGE;
    }
    const char *to = mb_path_join(arena, mb_path_join(arena, folder, "themes"), name);
    const char *shipped = mb_path_join(arena, mb_path_join(arena, s.data, "starter"), "theme");
    int code = make_folders(&s, to);
    if (!code)
        code = add_folder(&s, shipped, to, 0, write_new);
    return code ? code : add_for_editors(&s);
}
