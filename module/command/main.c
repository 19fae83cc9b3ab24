/* main.c: the command minutebook: finds the subcommand that was meant, and runs it. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "message.h"
#include "usage.h"

const mb_command *const commands[] = {
    &new_command, &build_command, &serve_command,  &check_command,  &export_command,
    &lua_command, &model_command, &render_command, &schema_command, NULL,
};

int main(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : NULL;
    if (!first) {
        print_help(stderr);
        return WRONG_USE;
    }
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) {
        print_help(stdout);
        return finish_output();
    }
    if (strcmp(first, "--version") == 0) {
        printf("minutebook %s\n", mb_version());
        return finish_output();
    }
    if (first[0] == '-')
        return wrong_use(NULL, "there is no option '%s'", first);

    const mb_command *command = find_command(first);
    if (!command)
        return WRONG_USE;
    mb_arguments given;
    int code;
    if (!parse_arguments(command, argc - 1, argv + 1, &given, &code))
        return code;
    return command->run(&given);
}
