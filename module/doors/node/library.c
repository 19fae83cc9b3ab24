/* library.c: see library.h. */
#include "library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#define TEXT_OF(number) #number
#define SONAME(abi)     "libminutebook.so." TEXT_OF(abi)

static const struct {
    const char *name;
    size_t offset;
} functions[] = {
#define MB_LIBRARY_PLACE(name) {"mb_" #name, offsetof(mb_library, name)},
    MB_LIBRARY_FUNCTIONS(MB_LIBRARY_PLACE)
#undef MB_LIBRARY_PLACE
};

static bool refuse(mb_error *error, const char *advice)
{
    error->code = MB_EUSAGE;
    snprintf(error->advice, sizeof error->advice, "%s", advice);
    return false;
}

static bool refuse_version(const char *path, const char *why, mb_error *error)
{
    snprintf(error->message, sizeof error->message, "%s is no libminutebook of version %s: %s", path, MB_VERSION, why);
    return refuse(error, "Install the library and this package in the same version.");
}

bool mb_library_open(mb_library *library, mb_error *error)
{
    const char *named = getenv("MINUTEBOOK_LIBRARY");
    const char *path = named && *named ? named : SONAME(MB_ABI_VERSION);
    void *opened = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!opened) {
        snprintf(error->message, sizeof error->message, "the library %s can't be loaded: %s", path, dlerror());
        return refuse(error, "Install libminutebook, or name its file in the environment variable MINUTEBOOK_LIBRARY.");
    }
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        void *found = dlsym(opened, functions[i].name);
        if (!found)
            return refuse_version(path, dlerror(), error);
        *(void **)((char *)library + functions[i].offset) = found;
    }
    if (library->abi_version() != MB_ABI_VERSION)
        return refuse_version(path, "it has another interface", error);
    return true;
}
