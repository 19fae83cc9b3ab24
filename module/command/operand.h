/* operand.h: what a path on the command line is. */
#ifndef MB_COMMAND_OPERAND_H
#define MB_COMMAND_OPERAND_H

#include <stdbool.h>

/* Whether it is a site: a folder with a site.yaml. */
bool is_site(const char *path);

#endif
