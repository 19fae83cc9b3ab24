/* usage.c: reads the command line by the rows of the commands, and prints help from the same rows. */
#include "usage.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include "core/nearest.h"

void print_help(FILE *to)
{
    fputs("Minutebook reads councils' agenda packs into a model, and publishes them as a site.\n"
          "\n"
          "usage: minutebook COMMAND …\n"
          "\n",
          to);
    for (const mb_command *const *row = commands; *row; row++)
        fprintf(to, "  %-8s  %s\n", (*row)->name, (*row)->summary);
    fputs("\n"
          "  --help     print this; `minutebook COMMAND --help` explains a command\n"
          "  --version  print the version\n"
          "\n"
          "It exits with 0, with 1 where the papers or another file have errors, with 2 where the command line has.\n",
          to);
}

static void print_option(FILE *to, const char *name, const char *argument, const char *meaning)
{
    char left[32];
    snprintf(left, sizeof left, "--%s%s%s", name, argument ? " " : "", argument ? argument : "");
    fprintf(to, "  %-17s  %s\n", left, meaning);
}

void print_command_help(FILE *to, const mb_command *command)
{
    fprintf(to, "usage: minutebook %s%s%s", command->name, command->operands[0] ? " " : "", command->operands);
    for (const mb_command_option *option = command->options; option->name; option++)
        fprintf(to, " [--%s%s%s]", option->name, option->argument ? " " : "", option->argument ? option->argument : "");
    fprintf(to, "\n\n%s\n\n", command->description);
    for (const mb_command_option *option = command->options; option->name; option++)
        print_option(to, option->name, option->argument, option->meaning);
    print_option(to, "help", NULL, "print this");
}

int wrong_use(const mb_command *command, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    fprintf(stderr, "minutebook%s%s: ", command ? " " : "", command ? command->name : "");
    vfprintf(stderr, format, values);
    va_end(values);
    fprintf(stderr, "\n  `minutebook %s%s--help` explains\n", command ? command->name : "", command ? " " : "");
    return WRONG_USE;
}

static const char *command_name(const void *context, size_t i)
{
    (void)context;
    return commands[i]->name;
}

const mb_command *find_command(const char *name)
{
    size_t count = 0;
    for (; commands[count]; count++)
        if (strcmp(commands[count]->name, name) == 0)
            return commands[count];

    const char *nearest = mb_nearest(mb_slice_of(name), count, command_name, NULL);
    if (nearest)
        wrong_use(NULL, "there is no command '%s' (did you mean '%s'?)", name, nearest);
    else
        wrong_use(NULL, "there is no command '%s'", name);
    return NULL;
}

/* What getopt_long returns for --help; options of the command are 0, 1, … behind FIRST_OPTION. */
enum { HELP = 1000, FIRST_OPTION };

static size_t fill_long_options(const mb_command *command, struct option *longs)
{
    size_t count = 0;
    for (; command->options[count].name; count++) {
        const mb_command_option *option = &command->options[count];
        longs[count] = (struct option){option->name, option->argument ? required_argument : no_argument, NULL,
                                       FIRST_OPTION + (int)count};
    }
    longs[count++] = (struct option){"help", no_argument, NULL, HELP};
    longs[count] = (struct option){NULL, 0, NULL, 0};
    return count;
}

static const char *option_name(const void *context, size_t i)
{
    return ((const struct option *)context)[i].name;
}

static int unknown_option(const mb_command *command, const struct option *longs, size_t count, const char *given)
{
    size_t dashes = strspn(given, "-");
    mb_slice name = {given + dashes, strcspn(given + dashes, "=")};
    const char *nearest = mb_nearest(name, count, option_name, longs);
    if (nearest)
        return wrong_use(command, "there is no option '%s' (did you mean '--%s'?)", given, nearest);
    return wrong_use(command, "there is no option '%s'", given);
}

/* The operands of the usage line from the `given`-th on. */
static const char *operands_behind(const mb_command *command, int given)
{
    const char *rest = command->operands;
    for (; given > 0; given--)
        rest += strcspn(rest, " ") + 1;
    return rest;
}

static int check_operands(const mb_command *command, const char *const *operands, int count)
{
    if (count < command->fewest)
        return wrong_use(command, "%s is missing", operands_behind(command, count));
    if (count > command->most)
        return wrong_use(command, "'%s' is too much: %s", operands[command->most],
                         command->most ? "give one at a time" : "it takes options only");
    return DONE;
}

bool parse_arguments(const mb_command *command, int argc, char **argv, mb_arguments *out, int *code)
{
    struct option longs[MOST_OPTIONS + 2];
    size_t count = fill_long_options(command, longs);
    *out = (mb_arguments){0};

    opterr = 0;
    optind = 0;
    for (int found; (found = getopt_long(argc, argv, ":", longs, NULL)) != -1;) {
        if (found == HELP) {
            print_command_help(stdout, command);
            *code = DONE;
            return false;
        }
        if (found == '?' || found == ':') {
            const char *given = argv[optind - 1];
            *code = found == ':' ? wrong_use(command, "the option '%s' needs a value", given)
                                 : unknown_option(command, longs, count, given);
            return false;
        }
        out->values[found - FIRST_OPTION] = optarg ? optarg : "";
    }
    out->operands = (const char *const *)argv + optind;
    out->count = argc - optind;
    *code = check_operands(command, out->operands, out->count);
    return *code == DONE;
}
