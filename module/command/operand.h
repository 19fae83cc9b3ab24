/* operand.h: what a path on the command line is, and the site that it names. */
#ifndef MB_COMMAND_OPERAND_H
#define MB_COMMAND_OPERAND_H

#include <minutebook.h>
#include <stdbool.h>

/* The option --cache, as every command has it that reads packs. */
#define CACHE_OPTION                                                                                                   \
    {                                                                                                                  \
        "cache", "FOLDER", "keep what was read here, not in ~/.cache/minutebook; \"\": nowhere"                        \
    }

/* Whether it is a site: a folder with a site.yaml. */
bool is_site(const char *path);

/* Opens the site in `folder` as the options --date and --cache say, NULL where they aren't given; tells every mistake. DONE, and
 * the site is the caller's, or the exit code. */
int open_site(const char *folder, const char *date, const char *cache, mb_site **out);

#endif
