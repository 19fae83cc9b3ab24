/* operand.c: see operand.h. */
#include "operand.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

bool is_site(const char *path)
{
    char file[PATH_MAX];
    int size = snprintf(file, sizeof file, "%s/site.yaml", path);
    return size > 0 && (size_t)size < sizeof file && access(file, F_OK) == 0;
}
