/* schema.c: `minutebook schema`: the JSON Schema of the model, or its reference page. */
#include <stddef.h>

#include "command.h"
#include "message.h"

enum { REFERENCE };

static int run(const mb_arguments *given)
{
    mb_error error = {0};
    char *text;
    size_t size;
    int code =
        given->values[REFERENCE] ? mb_schema_reference(&text, &size, &error) : mb_schema_json(&text, &size, &error);
    if (code)
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
    .options = {[REFERENCE] = {"reference", NULL, "print the reference page of the model instead, in Markdown"}},
    .run = run,
};
