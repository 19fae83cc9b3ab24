/* data.c: finds the shipped files from the place of the library itself. */
#include "core/data.h"

#include <dlfcn.h>
#include <limits.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"

/* The path of the shared object that holds this function; the running program where the linker gives it no name. */
static const char *own_path(void)
{
    Dl_info symbol;
    struct link_map *object = NULL;
    if (!dladdr1((void *)(uintptr_t)own_path, &symbol, (void **)&object, RTLD_DL_LINKMAP) || !object)
        return NULL;
    return object->l_name && object->l_name[0] ? object->l_name : "/proc/self/exe";
}

const char *mb_data_folder(mb_arena *arena)
{
    char library[PATH_MAX];
    const char *path = own_path();
    if (path && realpath(path, library)) {
        char *slash = strrchr(library, '/');
        *slash = '\0';
        const char *beside = mb_path_join(arena, library, "../share/minutebook");
        if (mb_is_folder(beside) && realpath(beside, library))
            return mb_arena_copy(arena, mb_slice_of(library)).data;
    }
    return mb_arena_copy(arena, mb_slice_of(MB_DATA_FOLDER)).data;
}
