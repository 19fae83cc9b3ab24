/* schema.c: `minutebook schema`: the JSON Schema of the model, its reference page, or its types for Lua. */
#include <stddef.h>

#include "command.h"
#include "message.h"
#include "usage.h"

enum { REFERENCE, LUA };

static int run(const mb_arguments *given)
{
    mb_error error = {0};
    char *text;
    size_t size;
    int (*describe)(char **, size_t *, mb_error *) = given->values[LUA]         ? mb_schema_lua
                                                     : given->values[REFERENCE] ? mb_schema_reference
                                                                                : mb_schema_json;
    if (given->values[LUA] && given->values[REFERENCE])
        return wrong_use(&schema_command, "--lua and --reference exclude each other");
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
        },
    .run = run,
};
