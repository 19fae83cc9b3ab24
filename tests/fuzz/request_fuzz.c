/* request_fuzz.c: whatever a client sends, its path leads nowhere but into the site, and its range into the file. The
 * input is the target of a request, then behind a line feed the headers Range and Host. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "preview/request.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    return 0;
}

static void require(bool condition, const char *expectation)
{
    if (condition)
        return;
    fprintf(stderr, "request_fuzz: %s\n", expectation);
    abort();
}

static void check_path(const char *target)
{
    char path[REQUEST_PATH_ROOM];
    if (!request_path(target, path))
        return;
    char within[REQUEST_PATH_ROOM + 2];
    snprintf(within, sizeof within, "/%s/", path);
    require(strlen(path) > 0 && path[0] != '/', "a path is relative");
    require(!strstr(within, "/../") && !strstr(within, "/./") && !strstr(within, "//"), "a path only goes down");
    require(!strchr(path, '\\'), "a path has no other separator");
}

static void check_range(const char *header)
{
    static const uint64_t sizes[] = {0, 1, 10, 4096, UINT64_MAX};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        uint64_t first = 0, last = 0;
        if (request_range(header, sizes[i], &first, &last) == RANGE_PART)
            require(first <= last && last < sizes[i], "a range lies in the file");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    char *rest = text, *target = strsep(&rest, "\n"), *range = strsep(&rest, "\n"), *host = strsep(&rest, "\n");
    check_path(target);
    request_number(target, "edition");
    request_has(target, "inspect");
    if (range)
        check_range(range);
    if (host)
        require(!request_is_for_us(host, "10.0.0.1", 8000) || strlen(host) <= strlen("localhost:") + 20,
                "only our own names are ours");
    free(text);
    return 0;
}
