/* json.c: see json.h. It reads what one writer writes, so it is strict about form and leaves out what never comes:
 * fractions, exponents, and characters beyond U+FFFF by their number. */
#include "json.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

/* The model nests lists in lists about as deep as people do; the reader itself stops far below this. */
#define DEPTH_CEILING 200

typedef struct reading {
    lua_State *L;
    const char *at;
    int depth;
} reading;

static void read_value(reading *json);

static int refuse(const reading *json)
{
    return luaL_error(json->L, "the model can't be read as JSON");
}

static void skip_space(reading *json)
{
    json->at += strspn(json->at, " \n");
}

static void expect(reading *json, char character)
{
    skip_space(json);
    if (*json->at != character)
        refuse(json);
    json->at++;
}

/* Takes a comma or, at the end, the bracket. */
static int goes_on(reading *json, char bracket)
{
    skip_space(json);
    int comma = *json->at == ',';
    if (!comma && *json->at != bracket)
        refuse(json);
    json->at++;
    return comma;
}

/* Takes the bracket of something empty. */
static int is_empty(reading *json, char bracket)
{
    skip_space(json);
    if (*json->at != bracket)
        return 0;
    json->at++;
    return 1;
}

/* After the backslash and its u. */
static void read_number_of_character(reading *json, luaL_Buffer *text)
{
    char digits[5] = {0};
    strncpy(digits, json->at, 4);
    char *end;
    unsigned long character = strtoul(digits, &end, 16);
    if (end != digits + 4)
        refuse(json);
    json->at += 4;
    lua_pushfstring(json->L, "%U", character);
    luaL_addvalue(text);
}

/* After the backslash. */
static void read_escape(reading *json, luaL_Buffer *text)
{
    static const char letters[] = "\"\\nrtbf", characters[] = "\"\\\n\r\t\b\f";
    char letter = *json->at;
    const char *found = letter ? strchr(letters, letter) : NULL;
    if (!found && letter != 'u')
        refuse(json);
    json->at++;
    if (found)
        luaL_addchar(text, characters[found - letters]);
    else
        read_number_of_character(json, text);
}

static void read_string(reading *json)
{
    expect(json, '"');
    luaL_Buffer text;
    luaL_buffinit(json->L, &text);
    for (;;) {
        size_t plain = strcspn(json->at, "\"\\");
        luaL_addlstring(&text, json->at, plain);
        json->at += plain;
        if (*json->at != '\\')
            break;
        json->at++;
        read_escape(json, &text);
    }
    if (*json->at != '"')
        refuse(json);
    json->at++;
    luaL_pushresult(&text);
}

static void read_object(reading *json)
{
    lua_newtable(json->L);
    if (is_empty(json, '}'))
        return;
    do {
        skip_space(json);
        read_string(json);
        expect(json, ':');
        read_value(json);
        lua_rawset(json->L, -3);
    } while (goes_on(json, '}'));
}

static void read_array(reading *json)
{
    lua_newtable(json->L);
    if (is_empty(json, ']'))
        return;
    lua_Integer count = 0;
    do {
        read_value(json);
        lua_rawseti(json->L, -2, ++count);
    } while (goes_on(json, ']'));
}

static void read_number(reading *json)
{
    char *end;
    long long number = strtoll(json->at, &end, 10);
    if (end == json->at)
        refuse(json);
    json->at = end;
    lua_pushinteger(json->L, number);
}

static int read_word(reading *json, const char *word)
{
    size_t size = strlen(word);
    if (strncmp(json->at, word, size) != 0)
        return 0;
    json->at += size;
    return 1;
}

static void read_plain(reading *json)
{
    if (read_word(json, "null"))
        lua_pushnil(json->L);
    else if (read_word(json, "true"))
        lua_pushboolean(json->L, 1);
    else if (read_word(json, "false"))
        lua_pushboolean(json->L, 0);
    else
        read_number(json);
}

static void read_value(reading *json)
{
    luaL_checkstack(json->L, LUA_MINSTACK, "the model nests too deep");
    if (++json->depth > DEPTH_CEILING)
        luaL_error(json->L, "the model nests too deep");
    skip_space(json);
    switch (*json->at) {
    case '{':
        json->at++;
        read_object(json);
        break;
    case '[':
        json->at++;
        read_array(json);
        break;
    case '"':
        read_string(json);
        break;
    default:
        read_plain(json);
    }
    json->depth--;
}

void mb_push_json(lua_State *L, const char *json)
{
    reading whole = {L, json, 0};
    read_value(&whole);
    skip_space(&whole);
    if (*whole.at)
        refuse(&whole);
}
