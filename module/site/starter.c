/* starter.c: copies the shipped folder `starter` into a new site. */
#include "site/starter.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/buffer.h"
#include "core/data.h"
#include "core/file.h"

/* A file of the starter is a page or two. */
#define FILE_CEILING ((size_t)1 << 20)

/* What the files say in place of the folder with the shipped data. */
#define DATA_MARK "@DATA@"

/* What the shipped files are called in the site. */
static const struct {
    const char *from, *to;
} files[] = {
    {"site.yaml", "site.yaml"},    {"people.yaml", "people.yaml"}, {"README.md", "README.md"},
    {"luarc.json", ".luarc.json"}, {"gitignore", ".gitignore"},
};
static const char *const folders[] = {"packs", "corrections", "assets"};

typedef struct starting {
    mb_arena *arena;
    const char *folder, *data;
    mb_starter_teller *tell;
    void *context;
    mb_error *error;
} starting;

static int make_folder(const starting *s, const char *path)
{
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && mb_is_folder(path)))
        return 0;
    return mb_fail_errno(s->error, path, "can't be made");
}

/* The folder and those that it stands in. */
static int make_folders(const starting *s)
{
    for (const char *at = s->folder; (at = strchr(at + 1, '/'));) {
        int code = make_folder(s, mb_arena_copy(s->arena, mb_slice_between(s->folder, at)).data);
        if (code)
            return code;
    }
    int code = make_folder(s, s->folder);
    for (size_t i = 0; !code && i < sizeof folders / sizeof *folders; i++)
        code = make_folder(s, mb_path_join(s->arena, s->folder, folders[i]));
    return code;
}

static mb_slice with_data_folder(const starting *s, mb_slice text)
{
    mb_buffer out = mb_buffer_make(FILE_CEILING);
    size_t from = 0;
    for (size_t at; (at = mb_slice_find(text, MB_TEXT(DATA_MARK), from)) != SIZE_MAX; from = at + strlen(DATA_MARK)) {
        mb_buffer_add(&out, (mb_slice){text.data + from, at - from});
        mb_buffer_text(&out, s->data);
    }
    mb_buffer_add(&out, mb_slice_from(text, from));
    mb_slice copy = mb_arena_copy(s->arena, mb_buffer_slice(&out));
    mb_buffer_free(&out);
    return copy;
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
    ssize_t written = write(file, content.data, content.size);
    int closed = close(file);
    if (written != (ssize_t)content.size || closed != 0)
        return mb_fail_errno(s->error, path, "can't be written");
    s->tell(s->context, path, true);
    return 0;
}

static int add_file(const starting *s, const char *from, const char *to)
{
    mb_slice text;
    const char *shipped = mb_path_join(s->arena, mb_path_join(s->arena, s->data, "starter"), from);
    int code = mb_file_read(s->arena, shipped, FILE_CEILING, &text, s->error);
    return code ? code : write_new(s, mb_path_join(s->arena, s->folder, to), with_data_folder(s, text));
}

int mb_start_site(mb_arena *arena, const char *folder, mb_starter_teller *tell, void *context, mb_error *error)
{
    const starting s = {arena, folder, mb_data_folder(arena), tell, context, error};
    int code = make_folders(&s);
    for (size_t i = 0; !code && i < sizeof files / sizeof *files; i++)
        code = add_file(&s, files[i].from, files[i].to);
    return code;
}
