/* message.h: what the command says: failures, findings and results. */
#ifndef MB_COMMAND_MESSAGE_H
#define MB_COMMAND_MESSAGE_H

#include <stdio.h>

#include "command.h"

/* Prints text that may come from a pack, whose control characters must not reach a terminal. */
void print_text(FILE *to, const char *text);

/* `file:line: severity: message [code]`, and the correction to paste where there is one. */
void print_finding(FILE *to, const mb_finding *finding);

/* The exit code that fits a failure. */
int error_exit_code(const mb_error *error);

/* Prints a failure on stderr; returns the exit code that fits it. */
int report_error(const mb_error *error);

/* The same for each mistake that mb_site_options tells of. */
void report_problem(void *context, const mb_error *error);

/* "1 pack", "2 packs", and what follows, on stdout. */
void print_count(size_t count, const char *noun, const char *end);

/* Writes a result to standard output and sees that it arrived; returns an exit code. */
int write_result(const char *data, size_t size);

/* Flushes standard output; DONE, or ERRORS_FOUND after a message. */
int finish_output(void);

#endif
