/* test_folder.h: a folder of a test's own. */
#ifndef MB_TEST_FOLDER_H
#define MB_TEST_FOLDER_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef char test_folder[64];

/* False where it can't be made. */
static inline bool make_test_folder(test_folder folder)
{
    strcpy(folder, "/tmp/minutebook-test-XXXXXX");
    return mkdtemp(folder) != NULL;
}

/* With all that is in it; 0, or what a teardown fails with. */
static inline int remove_test_folder(const test_folder folder)
{
    char command[100];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

#endif
