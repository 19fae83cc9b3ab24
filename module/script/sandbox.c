/* sandbox.c: a Lua state that can't reach the machine, and that stops when it has had enough.
 *
 * Memory is counted by the allocator, work by an instruction hook. A hook's error can be caught by pcall, so once a
 * limit is passed the hook comes back after every single instruction: whoever catches the error gets the next one
 * before it can do anything with it. */
#include <lauxlib.h>
#include <lualib.h>
#include <time.h>

#include "script/rendering.h"

/* Between two looks at the limits; a look costs 50 ns, so this is below 1 part in 1,000 of the work. */
#define STEPS_AT_A_TIME 10000

/* Rubbish is looked for when the memory in use is this many per cent of what it was after the last time. */
#define GROWTH_BETWEEN_COLLECTIONS 1000

static const char randomseed; /* the key of the registry */

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* Remembers where the script is, for Lua calls no message handler when memory runs out. Nothing here allocates. */
static void note_exhaustion(mb_rendering *rendering)
{
    lua_Debug level;
    for (int i = 0; rendering->L && lua_getstack(rendering->L, i, &level); i++) {
        lua_getinfo(rendering->L, "Sl", &level);
        if (level.currentline <= 0)
            continue;
        rendering->exhausted = (mb_where){level.source + 1, (uint32_t)level.currentline, 0};
        return;
    }
}

static void *allocate(void *context, void *old, size_t old_size, size_t size)
{
    mb_rendering *rendering = context;
    if (!old)
        old_size = 0; /* then it says what is to be made, not how large something was */
    if (size > old_size && size - old_size > MB_PAGE_MEMORY - rendering->memory) {
        note_exhaustion(rendering);
        return NULL;
    }
    void *made = mb_heap_resize(rendering->heap, old, old_size, size);
    if (made || size == 0)
        rendering->memory += size - old_size;
    return made;
}

static void stop(lua_State *L, lua_Debug *record);

/* How many pages' limits are those of what is being made. */
static unsigned pages_worth(const mb_rendering *rendering)
{
    return rendering->page && rendering->page->language != MB_MARKDOWN ? MB_FEED_PAGES : 1;
}

/* Raises an error once a limit was passed. */
static void look_at_limits(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (!rendering->stopped && rendering->steps > pages_worth(rendering) * MB_PAGE_STEPS)
        rendering->stopped = "the page takes more steps than it may: is there a loop that never ends?";
    if (!rendering->stopped && now() > rendering->deadline)
        rendering->stopped = "the page takes longer than it may: is there a loop that never ends?";
    if (!rendering->stopped)
        return;
    lua_sethook(L, stop, LUA_MASKCOUNT, 1);
    luaL_error(L, "%s", rendering->stopped);
}

static void stop(lua_State *L, lua_Debug *record)
{
    (void)record;
    mb_rendering_of(L)->steps += STEPS_AT_A_TIME;
    look_at_limits(L);
}

void mb_count_steps(lua_State *L, uint64_t steps)
{
    mb_rendering *rendering = mb_rendering_of(L);
    rendering->uncounted += steps;
    if (rendering->uncounted < STEPS_AT_A_TIME)
        return;
    rendering->steps += rendering->uncounted;
    rendering->uncounted = 0;
    look_at_limits(L);
}

lua_State *mb_sandbox_new(mb_rendering *rendering)
{
    lua_State *L = lua_newstate(allocate, rendering);
    if (!L)
        return NULL;
    *(mb_rendering **)lua_getextraspace(L) = rendering;
    /* Most pages need no more than a few times what the image holds: they are done before rubbish is looked for. */
    lua_gc(L, LUA_GCINC, GROWTH_BETWEEN_COLLECTIONS, 0, 0);
    lua_sethook(L, stop, LUA_MASKCOUNT, STEPS_AT_A_TIME);
    return L;
}

void mb_sandbox_start(mb_rendering *rendering)
{
    rendering->deadline = now() + pages_worth(rendering) * MB_PAGE_SECONDS * (int64_t)1000000000;
}

static void forget(lua_State *L, const char *library, const char *const *names)
{
    lua_getglobal(L, library);
    for (; *names; names++) {
        lua_pushnil(L);
        lua_setfield(L, -2, *names);
    }
    lua_pop(L, 1);
}

/* math.random begins anew on each page, from the page's route, and stays as it began. */
static void keep_seeding(lua_State *L)
{
    lua_getglobal(L, LUA_MATHLIBNAME);
    lua_getfield(L, -1, "randomseed");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &randomseed);
    lua_pop(L, 1);
    forget(L, LUA_MATHLIBNAME, (const char *const[]){"randomseed", NULL});
}

void mb_sandbox_seed(lua_State *L, const char *route)
{
    uint64_t hash = 14695981039346656037U;
    for (const char *c = route; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 1099511628211U;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &randomseed);
    lua_pushinteger(L, (lua_Integer)hash);
    lua_call(L, 1, 0);
}

void mb_sandbox_open(lua_State *L)
{
    static const luaL_Reg libraries[] = {
        {LUA_GNAME, luaopen_base},       {LUA_STRLIBNAME, luaopen_string}, {LUA_TABLIBNAME, luaopen_table},
        {LUA_MATHLIBNAME, luaopen_math}, {LUA_UTF8LIBNAME, luaopen_utf8},  {LUA_COLIBNAME, luaopen_coroutine},
    };
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
        lua_pop(L, 1);
    }
    forget(L, LUA_GNAME, (const char *const[]){"load", "loadfile", "dofile", "collectgarbage", "print", "warn", NULL});
    forget(L, LUA_STRLIBNAME, (const char *const[]){"dump", NULL});
    keep_seeding(L);
    mb_open_strings(L);
    mb_open_base(L);
    mb_open_sort(L);
}
