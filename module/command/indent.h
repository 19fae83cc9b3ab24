/* indent.h: JSON laid out for people. */
#ifndef MB_COMMAND_INDENT_H
#define MB_COMMAND_INDENT_H

#include <stddef.h>
#include <stdio.h>

/* Prints valid JSON with two spaces for each level; a list that holds neither lists nor objects stays in one line. */
void print_indented(FILE *to, const char *json, size_t size);

#endif
