/* strings.c: the functions of Lua's string library that could work for ever, or for a page's whole memory, in C. */
#include <lauxlib.h>
#include <lualib.h>
#include <string.h>

#include "script/patterns.h"

static mb_slice check_slice(lua_State *L, int index)
{
    mb_slice text;
    text.data = luaL_checklstring(L, index, &text.size);
    return text;
}

/* Where an argument that counts from 1, or from the end if it is negative, says to begin; behind the text by one where
 * that is further. */
static size_t check_start(lua_State *L, int index, size_t size)
{
    lua_Integer position = luaL_optinteger(L, index, 1);
    if (position < 0)
        position = position < -(lua_Integer)size ? 1 : (lua_Integer)size + position + 1;
    if (position == 0)
        position = 1;
    return position > (lua_Integer)size ? size + (position > (lua_Integer)size + 1) : (size_t)position - 1;
}

/* Captures. */

/* Pushes a capture; the first one is the whole match where the pattern has none. */
static void push_capture(const mb_matching *matching, int which, mb_slice whole)
{
    lua_State *L = matching->L;
    if (which >= matching->count && which > 0)
        mb_script_fail(L, "invalid capture index %%%d", which + 1);
    if (which >= matching->count) {
        lua_pushlstring(L, whole.data, whole.size);
        return;
    }
    mb_capture capture = matching->captures[which];
    if (capture.size == MB_CAPTURE_OPEN)
        mb_script_fail(L, "unfinished capture");
    if (capture.size == MB_CAPTURE_POSITION)
        lua_pushinteger(L, capture.start - matching->subject.data + 1);
    else
        lua_pushlstring(L, capture.start, (size_t)capture.size);
}

static int push_captures(const mb_matching *matching, mb_slice whole, int least)
{
    int count = matching->count > least ? matching->count : least;
    luaL_checkstack(matching->L, count, "too many captures");
    for (int i = 0; i < count; i++)
        push_capture(matching, i, whole);
    return count;
}

/* Takes the ^ off that holds a pattern to the place where the search begins. */
static bool take_anchor(mb_slice *pattern)
{
    bool anchored = mb_slice_starts(*pattern, MB_TEXT("^"));
    if (anchored)
        *pattern = mb_slice_from(*pattern, 1);
    return anchored;
}

/* string.find and string.match. */

static bool is_plain(mb_slice pattern)
{
    for (size_t i = 0; i < pattern.size; i++)
        if (strchr("^$*+?.([%-", pattern.data[i]) && pattern.data[i])
            return false;
    return true;
}

static int find_plain(lua_State *L, mb_slice subject, mb_slice wanted, size_t start)
{
    const char *from = subject.data + start;
    const char *found = memmem(from, subject.size - start, wanted.data, wanted.size);
    mb_count_steps(L, (size_t)((found ? found : mb_slice_end(subject)) - from) + wanted.size);
    if (!found) {
        luaL_pushfail(L);
        return 1;
    }
    lua_pushinteger(L, found - subject.data + 1);
    lua_pushinteger(L, found - subject.data + (lua_Integer)wanted.size);
    return 2;
}

/* The first match from `start` on: its end, or NULL. */
static const char *search(mb_matching *matching, const char *start, bool anchored, const char **found)
{
    const char *last = anchored ? start : mb_slice_end(matching->subject);
    for (const char *at = start; at <= last; at++) {
        const char *end = mb_match_at(matching, at);
        *found = at;
        if (end)
            return end;
    }
    return NULL;
}

static int find_or_match(lua_State *L, bool finds)
{
    mb_slice subject = check_slice(L, 1), pattern = check_slice(L, 2);
    size_t start = check_start(L, 3, subject.size);
    if (start > subject.size) {
        luaL_pushfail(L);
        return 1;
    }
    if (finds && (lua_toboolean(L, 4) || is_plain(pattern)))
        return find_plain(L, subject, pattern, start);

    mb_matching matching;
    matching.steps = 0;
    bool anchored = take_anchor(&pattern);
    matching.L = L;
    matching.subject = subject;
    matching.pattern = pattern;
    const char *found, *end = search(&matching, subject.data + start, anchored, &found);
    mb_match_count(&matching);
    if (!end) {
        luaL_pushfail(L);
        return 1;
    }
    if (!finds)
        return push_captures(&matching, mb_slice_between(found, end), 1);
    lua_pushinteger(L, found - subject.data + 1);
    lua_pushinteger(L, end - subject.data);
    return 2 + push_captures(&matching, MB_NOTHING, 0);
}

static int find(lua_State *L)
{
    return find_or_match(L, true);
}

static int match(lua_State *L)
{
    return find_or_match(L, false);
}

/* string.gmatch. */

typedef struct iteration {
    const char *at, *last; /* where the search goes on; the end of the last match */
    mb_matching matching;
} iteration;

/* Upvalues: the subject and the pattern, which stay for it; the iteration. */
static int next_match(lua_State *L)
{
    iteration *loop = lua_touserdata(L, lua_upvalueindex(3));
    mb_matching *matching = &loop->matching;
    matching->L = L;
    for (const char *at = loop->at; at && at <= mb_slice_end(matching->subject); at++) {
        const char *end = mb_match_at(matching, at);
        if (!end || end == loop->last)
            continue;
        mb_match_count(matching);
        loop->at = loop->last = end;
        return push_captures(matching, mb_slice_between(at, end), 1);
    }
    mb_match_count(matching);
    return 0;
}

static int gmatch(lua_State *L)
{
    mb_slice subject = check_slice(L, 1), pattern = check_slice(L, 2);
    size_t start = check_start(L, 3, subject.size);
    lua_settop(L, 2);
    iteration *loop = lua_newuserdatauv(L, sizeof *loop, 0);
    loop->at = start > subject.size ? NULL : subject.data + start;
    loop->last = NULL;
    loop->matching.steps = 0;
    loop->matching.subject = subject;
    loop->matching.pattern = pattern;
    lua_pushcclosure(L, next_match, 3);
    return 1;
}

/* string.gsub. */

enum { SUBJECT = 1, PATTERN, REPLACEMENT };

/* Adds the replacement's text, in which %1 stands for a capture. */
static void add_text(const mb_matching *matching, luaL_Buffer *out, mb_slice whole)
{
    mb_slice text;
    text.data = lua_tolstring(matching->L, REPLACEMENT, &text.size);
    for (size_t at = 0; at < text.size;) {
        size_t sign = mb_slice_find(text, MB_TEXT("%"), at);
        if (sign == SIZE_MAX)
            sign = text.size;
        luaL_addlstring(out, text.data + at, sign - at);
        at = sign + 2;
        if (sign == text.size)
            continue;
        char what = sign + 1 < text.size ? text.data[sign + 1] : '\0';
        if (what == '%') {
            luaL_addchar(out, '%');
        } else if (what == '0') {
            luaL_addlstring(out, whole.data, whole.size);
        } else if (what >= '1' && what <= '9') {
            push_capture(matching, what - '1', whole);
            luaL_addvalue(out);
        } else {
            mb_script_fail(matching->L, "invalid use of '%%' in replacement string");
        }
    }
}

/* Adds what a function or a table answers; false where that is to leave the match as it is. */
static bool add_answer(const mb_matching *matching, luaL_Buffer *out, mb_slice whole)
{
    lua_State *L = matching->L;
    if (lua_type(L, REPLACEMENT) == LUA_TFUNCTION) {
        lua_pushvalue(L, REPLACEMENT);
        lua_call(L, push_captures(matching, whole, 1), 1);
    } else {
        push_capture(matching, 0, whole);
        lua_gettable(L, REPLACEMENT);
    }
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        luaL_addlstring(out, whole.data, whole.size);
        return false;
    }
    if (!lua_isstring(L, -1))
        mb_script_fail(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    luaL_addvalue(out);
    return true;
}

static bool add_replacement(const mb_matching *matching, luaL_Buffer *out, mb_slice whole)
{
    int type = lua_type(matching->L, REPLACEMENT);
    if (type == LUA_TFUNCTION || type == LUA_TTABLE)
        return add_answer(matching, out, whole);
    add_text(matching, out, whole);
    return true;
}

static int gsub(lua_State *L)
{
    mb_slice subject = check_slice(L, SUBJECT), pattern = check_slice(L, PATTERN);
    int type = lua_type(L, REPLACEMENT);
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)subject.size + 1), count = 0;
    luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE,
                     REPLACEMENT, "string/function/table");
    bool anchored = take_anchor(&pattern), changed = false;
    mb_matching matching;
    matching.L = L;
    matching.steps = 0;
    matching.subject = subject;
    matching.pattern = pattern;
    luaL_Buffer out;
    luaL_buffinit(L, &out);

    const char *at = subject.data, *last = NULL, *subject_end = mb_slice_end(subject);
    while (count < most) {
        const char *end = mb_match_at(&matching, at);
        if (end && end != last) {
            mb_match_count(&matching);
            changed |= add_replacement(&matching, &out, mb_slice_between(at, end));
            count++;
            at = last = end;
        } else if (at < subject_end) {
            luaL_addchar(&out, *at++);
        } else {
            break;
        }
        if (anchored)
            break;
    }
    mb_match_count(&matching);
    if (changed) {
        luaL_addlstring(&out, at, (size_t)(subject_end - at));
        luaL_pushresult(&out);
    } else {
        lua_pushvalue(L, SUBJECT);
    }
    lua_pushinteger(L, count);
    return 2;
}

/* string.rep: Lua's own counts to `count` even where there is nothing to repeat. */
static int rep(lua_State *L)
{
    mb_slice text = check_slice(L, 1), between = {"", 0};
    lua_Integer count = luaL_checkinteger(L, 2);
    between.data = luaL_optlstring(L, 3, "", &between.size);
    if (count <= 0 || text.size + between.size == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (text.size + between.size > (size_t)(LUA_MAXINTEGER / count))
        mb_script_fail(L, "resulting string too large");
    size_t size = (size_t)count * text.size + (size_t)(count - 1) * between.size;
    luaL_Buffer out;
    char *made = luaL_buffinitsize(L, &out, size);
    mb_count_steps(L, size / 16);
    memcpy(made, text.data, text.size);
    if (count > 1)
        memcpy(made + text.size, between.data, between.size);
    for (size_t done = text.size + between.size; done < size; done *= 2)
        memcpy(made + done, made, done < size - done ? done : size - done);
    luaL_pushresultsize(&out, size);
    return 1;
}

/* string.byte and utf8.codepoint give a value for each byte or character from `first` to `last`; upvalues: Lua's own, and what
 * it is called. */
static int give_few(lua_State *L)
{
    mb_slice text = check_slice(L, 1);
    int count = lua_gettop(L);
    lua_Integer size = (lua_Integer)text.size, first = luaL_optinteger(L, 2, 1), last = luaL_optinteger(L, 3, first);
    first = first < 0 ? size + first + 1 : first;
    last = last < 0 ? size + last + 1 : last;
    first = first > 1 ? first : 1;
    last = last < size ? last : size;
    if (first <= last && last - first >= MB_MOST_VALUES)
        mb_script_fail(L, "%s gives at most %d values at once", lua_tostring(L, lua_upvalueindex(2)), MB_MOST_VALUES);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, count, LUA_MULTRET);
    return lua_gettop(L);
}

static void bound(lua_State *L, const char *library, const char *name)
{
    lua_getglobal(L, library);
    lua_getfield(L, -1, name);
    lua_pushfstring(L, "%s.%s", library, name);
    lua_pushcclosure(L, give_few, 2);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

/* A string's metatable is every page's own, but no theme's to change. */
static void hide_metatable(lua_State *L)
{
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_pushboolean(L, false);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 2);
}

void mb_open_strings(lua_State *L)
{
    static const luaL_Reg ours[] = {{"find", find}, {"match", match}, {"gmatch", gmatch},
                                    {"gsub", gsub}, {"rep", rep},     {NULL, NULL}};
    lua_getglobal(L, LUA_STRLIBNAME);
    luaL_setfuncs(L, ours, 0);
    lua_pop(L, 1);
    bound(L, LUA_STRLIBNAME, "byte");
    bound(L, LUA_UTF8LIBNAME, "codepoint");
    hide_metatable(L);
}
