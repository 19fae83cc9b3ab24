/* own_files.h: the files of the preview itself, which the build puts into the program. */
#ifndef PREVIEW_OWN_FILES_H
#define PREVIEW_OWN_FILES_H

#include <stddef.h>

typedef struct own_file {
    const char *name;
    const unsigned char *content;
    size_t size;
} own_file;

/* Ends with a row without a name. */
extern const own_file own_files[];

/* NULL where there is none of that name. */
const own_file *own_file_named(const char *name);

#endif
