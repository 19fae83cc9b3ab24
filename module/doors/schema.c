/* schema.c: the C interface to the description of the model. */
#include "doors/copy.h"
#include "model/corrections_schema.h"
#include "model/json_schema.h"
#include "model/lua_types.h"
#include "model/reference.h"
#include "site/config.h"

/* The texts are some tens of kilobytes, fixed by the table. */
#define DESCRIPTION_CEILING ((size_t)16 << 20)

int mb_schema_json(char **out, size_t *size, mb_error *error)
{
    mb_buffer text = mb_buffer_make(DESCRIPTION_CEILING);
    mb_json_schema(&text);
    return mb_give_copy(&text, "writing the JSON Schema", out, size, error);
}

int mb_schema_reference(char **out, size_t *size, mb_error *error)
{
    mb_buffer text = mb_buffer_make(DESCRIPTION_CEILING);
    mb_model_reference(&text);
    return mb_give_copy(&text, "writing the reference page", out, size, error);
}

int mb_schema_lua(char **out, size_t *size, mb_error *error)
{
    mb_buffer text = mb_buffer_make(DESCRIPTION_CEILING);
    mb_model_lua_types(&text);
    return mb_give_copy(&text, "writing the types for Lua", out, size, error);
}

int mb_schema_corrections(char **out, size_t *size, mb_error *error)
{
    mb_buffer text = mb_buffer_make(DESCRIPTION_CEILING);
    mb_corrections_schema(&text);
    return mb_give_copy(&text, "writing the JSON Schema of corrections", out, size, error);
}

static int describe_form(const mb_form *form, const char *title, bool is_list, char **out, size_t *size,
                         mb_error *error)
{
    mb_buffer text = mb_buffer_make(DESCRIPTION_CEILING);
    mb_form_schema(form, title, is_list, &text);
    return mb_give_copy(&text, "writing the JSON Schema of a site's files", out, size, error);
}

int mb_schema_site(char **out, size_t *size, mb_error *error)
{
    return describe_form(mb_site_form(), "site.yaml", false, out, size, error);
}

int mb_schema_people(char **out, size_t *size, mb_error *error)
{
    return describe_form(mb_person_form(), "people.yaml", true, out, size, error);
}
