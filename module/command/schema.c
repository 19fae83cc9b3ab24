/* schema.c: `minutebook schema`: the model's description, as JSON Schema, as a page or as types for Lua; and the JSON
 * Schemas of the files that people write. */
#include <stddef.h>

#include "command.h"
#include "message.h"
#include "usage.h"

enum { REFERENCE, LUA, CORRECTIONS, SITE, PEOPLE };

typedef int description(char **out, size_t *size, mb_error *error);

static int run(const mb_arguments *given)
{
    static description *const others[] = {
        [REFERENCE] = mb_schema_reference, [LUA] = mb_schema_lua,       [CORRECTIONS] = mb_schema_corrections,
        [SITE] = mb_schema_site,           [PEOPLE] = mb_schema_people,
    };
    description *describe = mb_schema_json;
    int chosen = 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (given->values[i]) {
            describe = others[i];
            chosen++;
        }
    if (chosen > 1)
        return wrong_use(&schema_command, "only one of its options can be given");

    mb_error error = {0};
    char *text;
    size_t size;
    if (describe(&text, &size, &error))
        return report_error(&error);
    int result = write_result(text, size);
    mb_free(text);
    return result;
}

const mb_command schema_command = {
    .name = "schema",
    .operands = "",
    .summary = "print the model's JSON Schema",
    .description = "Prints the JSON Schema (2020-12) of what `minutebook model` writes.",
    .options =
        {
            [REFERENCE] = {"reference", NULL, "print the reference page of the model instead, in Markdown"},
            [LUA] = {"lua", NULL, "print the model's types instead, for editors of Lua"},
            [CORRECTIONS] = {"corrections", NULL, "print the JSON Schema of corrections instead, for editors of YAML"},
            [SITE] = {"site", NULL, "the same of site.yaml"},
            [PEOPLE] = {"people", NULL, "the same of people.yaml"},
        },
    .run = run,
};
