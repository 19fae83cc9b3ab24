/* command.h: what a subcommand is: one row that parses its arguments, prints its help and runs it. */
#ifndef MB_COMMAND_COMMAND_H
#define MB_COMMAND_COMMAND_H

#include <limits.h>
#include <minutebook.h>

/* Exit codes. */
enum {
    DONE = 0,
    ERRORS_FOUND = 1, /* in the papers, or in a file that a person wrote */
    WRONG_USE = 2     /* in the command line */
};

typedef struct mb_command_option {
    const char *name;     /* without its dashes */
    const char *argument; /* what help calls it; NULL: the option takes none */
    const char *meaning;
} mb_command_option;

/* A subcommand has at most this many options of its own. */
#define MOST_OPTIONS 8
#define ANY_NUMBER   INT_MAX

typedef struct mb_arguments {
    const char *const *operands;
    int count;
    const char *values[MOST_OPTIONS]; /* in the order of the command's options; NULL where not given */
} mb_arguments;

typedef struct mb_command {
    const char *name;
    const char *operands; /* as help shows them */
    const char *summary;  /* one line, for the list of commands */
    const char *description;
    int fewest, most; /* operands */
    mb_command_option options[MOST_OPTIONS + 1];
    int (*run)(const mb_arguments *given);
} mb_command;

extern const mb_command build_command, check_command, export_command, lua_command, model_command, new_command,
    render_command, schema_command, serve_command;

/* The subcommands, and NULL. */
extern const mb_command *const commands[];

#endif
