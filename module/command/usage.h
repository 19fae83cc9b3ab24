/* usage.h: the command line: help, and what is wrong with it. */
#ifndef MB_COMMAND_USAGE_H
#define MB_COMMAND_USAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "command.h"

void print_help(FILE *to);
void print_command_help(FILE *to, const mb_command *command);

/* The command of that name, or NULL after a message that suggests the nearest. */
const mb_command *find_command(const char *name);

/* Takes the options and operands of a command from `argv`, whose first entry is the command's name. Sets `out`, and
 * returns true; or has printed help or a message, and sets `code` to what to exit with. */
bool parse_arguments(const mb_command *command, int argc, char **argv, mb_arguments *out, int *code);

/* Says on stderr that the command line is wrong, and where help is; returns WRONG_USE. */
int wrong_use(const mb_command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
