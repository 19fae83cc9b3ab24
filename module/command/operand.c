/* operand.c: see operand.h. */
#include "operand.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "message.h"

bool is_site(const char *path)
{
    char file[PATH_MAX];
    int size = snprintf(file, sizeof file, "%s/site.yaml", path);
    return size > 0 && (size_t)size < sizeof file && access(file, F_OK) == 0;
}

int open_site(const char *folder, const char *date, const char *cache, mb_site **out)
{
    mb_site_options options = MB_SITE_OPTIONS;
    mb_error error = {0};
    options.today = date;
    options.cache = cache;
    options.problem = report_problem;
    return mb_site_open(folder, &options, out, &error) ? error_exit_code(&error) : DONE;
}
