/* arguments.c: what a component says that it takes, and whether its caller gave that.
 *
 *     components/card.md           % local title, level, content = arguments {
 *                                  %   { "title", "string", help = "What stands above." },
 *                                  %   { "level", "integer", default = 3 },
 *                                  %   { "content", "slot" },
 *                                  % }
 *     layouts/meeting.md           ${card("Venue", 2, meeting.venue)}
 *                                  ${card { title = "Venue", content = meeting.venue }}
 *                                  % emit(card("Venue", function()
 *                                  as **many** lines of Markdown as it takes
 *                                  % end))
 *
 * A slot takes text, or a function that writes some: it runs before the component does, which gets what it wrote. */
#include <lauxlib.h>

#include "core/nearest.h"
#include "script/types.h"

#define MOST_ARGUMENTS 32

/* An argument as it is declared. The strings belong to the declaration, which stays on the stack. */
typedef struct declared {
    const char *name;
    mb_slice type;
    const char *help; /* or NULL */
    int entry;        /* where its declaration is on the stack */
    bool is_required;
    int given; /* where its value is on the stack; 0: nowhere */
} declared;

typedef struct call {
    lua_State *L;
    const char *component;
    int first, given; /* the values that were given: from where on the stack, and how many */
    declared arguments[MOST_ARGUMENTS];
    size_t count;
} call;

/* Raises an error at the line that called the component. */
static noreturn void blame_caller(const call *c, const char *format, ...) MB_PRINTF(2, 3);
static noreturn void blame_caller(const call *c, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    mb_script_fail_above(c->L, mb_component_level(c->L), format, values);
}

/* The field `name` of a declaration, or what stands there in its place; NULL where that is no string. */
static const char *declared_string(lua_State *L, int entry, const char *name, int place)
{
    lua_getfield(L, entry, name);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_rawgeti(L, entry, place);
    }
    const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
    lua_pop(L, 1); /* the entry keeps it alive */
    return text;
}

/* stack: the declarations, … */
static void read_declarations(call *c)
{
    lua_State *L = c->L;
    size_t count = lua_rawlen(L, 1);
    if (count > MOST_ARGUMENTS)
        mb_script_fail(L, "a component has at most %d arguments", MOST_ARGUMENTS);
    luaL_checkstack(L, 2 * MOST_ARGUMENTS + 8, "arguments");
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(L, 1, (lua_Integer)i + 1) != LUA_TTABLE)
            mb_script_fail(L, "declaration %d is no table such as { \"title\", \"string\", help = \"…\" }", (int)i + 1);
        int entry = lua_gettop(L);
        declared *argument = &c->arguments[c->count++];
        *argument = (declared){.name = declared_string(L, entry, "name", 1),
                               .type = mb_slice_of(declared_string(L, entry, "type", 2)),
                               .help = declared_string(L, entry, "help", 3),
                               .entry = entry};
        if (!argument->name)
            mb_script_fail(L, "declaration %d has no name", (int)i + 1);
        if (!argument->type.data)
            argument->type = MB_TEXT("any");
        argument->is_required = !mb_type_is_optional(argument->type) && lua_getfield(L, entry, "default") == LUA_TNIL;
        lua_settop(L, entry);
    }
}

static const char *argument_name(const void *context, size_t i)
{
    return ((const call *)context)->arguments[i].name;
}

static declared *find_argument(call *c, mb_slice name)
{
    for (size_t i = 0; i < c->count; i++)
        if (mb_slice_equal(name, mb_slice_of(c->arguments[i].name)))
            return &c->arguments[i];
    return NULL;
}

static bool is_slot(const declared *argument)
{
    return mb_slice_equal(argument->type, MB_TEXT("slot")) || mb_slice_equal(argument->type, MB_TEXT("slot?"));
}

static declared *find_free_slot(call *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (is_slot(&c->arguments[i]) && !c->arguments[i].given)
            return &c->arguments[i];
    return NULL;
}

static noreturn void fail_too_many(const call *c)
{
    if (c->count == 0)
        blame_caller(c, "%s takes no arguments, and %d are given", c->component, c->given);
    char names[256] = "";
    for (size_t i = 0; i < c->count; i++) {
        size_t used = strlen(names);
        snprintf(names + used, sizeof names - used, "%s%s", i ? ", " : "", c->arguments[i].name);
    }
    blame_caller(c, "%s takes %d %s (%s), and %d are given", c->component, (int)c->count,
                 c->count == 1 ? "argument" : "arguments", names, c->given);
}

/* A function that comes last fills a slot, unless one is wanted in its place. */
static void take_by_place(call *c)
{
    for (int i = 0; i < c->given; i++) {
        int at = c->first + i;
        declared *wanted = i < (int)c->count ? &c->arguments[i] : NULL;
        bool may_fill = i + 1 == c->given && lua_isfunction(c->L, at);
        if (may_fill && !(wanted && mb_type_takes(c->L, at, wanted->type)))
            wanted = find_free_slot(c);
        if (!wanted)
            fail_too_many(c);
        wanted->given = at;
    }
}

static noreturn void fail_unknown_argument(const call *c, mb_slice name)
{
    const char *near = mb_nearest(name, c->count, argument_name, c);
    if (near)
        blame_caller(c, "%s has no argument '%.*s' (did you mean '%s'?)", c->component, MB_ARG(name), near);
    if (c->count == 0)
        blame_caller(c, "%s has no arguments, and '%.*s' is given", c->component, MB_ARG(name));
    blame_caller(c, "%s has no argument '%.*s': its first is '%s'", c->component, MB_ARG(name), c->arguments[0].name);
}

/* Takes { title = …, function() … end } apart: the function without a name fills a slot. */
static void take_by_name(call *c)
{
    lua_State *L = c->L;
    for (lua_pushnil(L); lua_next(L, c->first);) {
        int value = lua_gettop(L);
        declared *argument;
        if (lua_type(L, -2) == LUA_TSTRING) {
            mb_slice name;
            name.data = lua_tolstring(L, -2, &name.size);
            argument = find_argument(c, name);
            if (!argument)
                fail_unknown_argument(c, name);
        } else {
            argument = lua_isfunction(L, -1) ? find_free_slot(c) : NULL;
            if (!argument)
                blame_caller(c, "%s is given a value without a name beside arguments with names", c->component);
        }
        argument->given = value;
        lua_pushvalue(L, -2); /* the key goes on, the value stays */
        luaL_checkstack(L, 8, "arguments");
    }
}

static bool are_all_arguments(call *c)
{
    lua_State *L = c->L;
    bool known = false;
    for (lua_pushnil(L); lua_next(L, c->first); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            continue;
        mb_slice name;
        name.data = lua_tolstring(L, -2, &name.size);
        known = find_argument(c, name) != NULL;
        if (!known) {
            lua_pop(L, 2);
            return false;
        }
    }
    return known;
}

static bool is_plain_table(lua_State *L, int index)
{
    if (!lua_istable(L, index))
        return false;
    bool plain = !lua_getmetatable(L, index);
    if (!plain)
        lua_pop(L, 1);
    return plain;
}

/* A table alone holds arguments by their names; where the first argument may be a table itself, only if all its names
 * are those of arguments. */
static bool is_by_name(call *c)
{
    if (c->given != 1 || !is_plain_table(c->L, c->first))
        return false;
    return c->count == 0 || !mb_type_takes_tables(c->arguments[0].type) || are_all_arguments(c);
}

/* Puts what the slot's function writes into the place of the function. */
static void fill_slot(call *c, const declared *argument)
{
    mb_push_slot(c->L, argument->given);
    lua_replace(c->L, argument->given);
}

static void check(call *c, declared *argument)
{
    lua_State *L = c->L;
    bool is_nil = !argument->given || lua_isnil(L, argument->given);
    const char *colon = argument->help ? ": " : "", *help = argument->help ? argument->help : "";
    if (is_nil && argument->is_required)
        blame_caller(c, "%s needs its argument '%s', which is %s (%.*s%s%s)", c->component, argument->name,
                     argument->given ? "nil" : "missing", MB_ARG(argument->type), colon, help);
    if (is_nil)
        return;
    bool is_left_out =
        !argument->is_required && lua_isboolean(L, argument->given) && !lua_toboolean(L, argument->given);
    if (!is_left_out && !mb_type_takes(L, argument->given, argument->type))
        blame_caller(c, "the argument '%s' of %s is %s, and has to be %.*s%s%s", argument->name, c->component,
                     mb_value_name(L, argument->given), MB_ARG(argument->type), colon, help);
    if (is_slot(argument) && lua_isfunction(L, argument->given))
        fill_slot(c, argument);
}

static void push_value(call *c, const declared *argument)
{
    if (argument->given && !lua_isnil(c->L, argument->given))
        lua_pushvalue(c->L, argument->given);
    else
        lua_getfield(c->L, argument->entry, "default");
}

/* arguments { { "name", "type", default = …, help = "…" }, … }: the values, in that order. */
static int take_arguments(lua_State *L)
{
    call c = {.L = L};
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    c.component = mb_component_that_calls(L);
    if (!c.component)
        mb_script_fail(L, "`arguments` stands at the top of a component, in no function");
    read_declarations(&c);
    c.first = lua_gettop(L) + 1;
    c.given = mb_push_component_values(L);
    if (is_by_name(&c))
        take_by_name(&c);
    else
        take_by_place(&c);
    for (size_t i = 0; i < c.count; i++)
        check(&c, &c.arguments[i]);
    for (size_t i = 0; i < c.count; i++)
        push_value(&c, &c.arguments[i]);
    return (int)c.count;
}

void mb_open_arguments(lua_State *L)
{
    lua_register(L, "arguments", take_arguments);
}
