/* sandbox.c: a Lua state that can't reach the machine, and that stops when it has had enough.
 *
 * Memory is counted by the allocator, work by an instruction hook and by our C functions. A hook's error can be caught by
 * pcall, so once a limit is passed the hook comes back after every single instruction, in the coroutine and in the page:
 * whoever catches the error gets the next one before it can do anything with it.
 *
 * A hook costs each instruction of Lua a sixth. What ships goes without it, as C does: it is set when a page comes to the
 * first program that others wrote. */
#include <assert.h>
#include <lauxlib.h>
#include <lualib.h>
#include <stdlib.h>
#include <time.h>

#include "core/fnv.h"
#include "script/rendering.h"

/* Rubbish is looked for when the memory in use is this many per cent of what it was after the last time. */
#define GROWTH_BETWEEN_COLLECTIONS 1000

/* Slots of a stack: some thousand calls, so that no page has to grow it; to reserve them takes 15 us, which the image of a
 * state saves its pages. No function gives more than MB_MOST_VALUES at once, so that a stack which is full asks for twice
 * its room, and not for more. */
#define STACK_ROOM 10000
static_assert(MB_MOST_VALUES < STACK_ROOM, "more would ask for more than twice the room");

/* A hundred years. */
#define TRUSTED_SECONDS ((int64_t)100 * 365 * 86400)

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

/* A request was refused for good; that stays so, whoever catches the error, for what a page shows may not depend on how
 * much memory there was. */
static void stop_for_refusal(mb_rendering *rendering)
{
    if (!rendering->stopped)
        rendering->stopped = rendering->refusal;
    rendering->refused = 0;
}

/* Lua asks again at once for what it was refused, with its rubbish collected; what it doesn't ask for again is an error
 * already. */
static void look_at_refusal(mb_rendering *rendering, size_t size, bool granted)
{
    if (rendering->refused != size || !granted)
        stop_for_refusal(rendering);
    rendering->refused = 0;
}

static void *refuse(mb_rendering *rendering, size_t size, mb_stop why)
{
    note_exhaustion(rendering);
    rendering->refusal = why;
    rendering->refused = size;
    return NULL;
}

/* How a stack of so many slots is asked for: with Lua's own five behind them, of a value's size each. Nothing else is, but for
 * a table or a text of just that length. */
static size_t bytes_of_stack(size_t slots)
{
    return (slots + 5) * 16;
}

/* Whether a stack asks for twice its room. A request says that nothing was there: Lua copies a stack that grows. */
static bool is_stack_growing(const mb_rendering *rendering, const void *old, size_t kind, size_t size)
{
    return !old && kind == 0 && size > 0 &&
           (size == rendering->stack_sizes[MB_STACK_OF_PAGE] || size == rendering->stack_sizes[MB_STACK_OF_COROUTINE]);
}

/* While a stack is reserved: this is the one, if it is large enough. */
static void note_stack(mb_rendering *rendering, void *made, size_t size)
{
    if (size < bytes_of_stack(STACK_ROOM))
        return;
    *rendering->stack_size = bytes_of_stack(2 * (size / 16 - 5));
    rendering->stack_size = NULL;
    rendering->reserved = made;
    rendering->reserved_size = size;
}

static bool reserve_stack(mb_rendering *rendering, lua_State *thread, int kind)
{
    if (rendering->trust == MB_TRUST_NOTHING)
        rendering->stack_size = &rendering->stack_sizes[kind];
    bool has_room = lua_checkstack(thread, STACK_ROOM);
    rendering->stack_size = NULL;
    return has_room;
}

bool mb_reserve_stack(mb_rendering *rendering)
{
    bool has_room = reserve_stack(rendering, rendering->L, MB_STACK_OF_PAGE);
    if (has_room && rendering->heap)
        mb_heap_keep_clear(rendering->heap, rendering->reserved, rendering->reserved_size);
    return has_room;
}

void mb_reserve_coroutine(lua_State *L, lua_State *coroutine)
{
    if (!reserve_stack(mb_rendering_of(L), coroutine, MB_STACK_OF_COROUTINE))
        mb_stop_page(L, MB_STOPPED_BY_MEMORY);
}

static void *allocate(void *context, void *old, size_t old_size, size_t size)
{
    mb_rendering *rendering = context;
    if (is_stack_growing(rendering, old, old_size, size))
        return refuse(rendering, size, MB_STOPPED_BY_DEPTH);
    size_t kind = old_size; /* of what is to be made, where nothing is there */
    if (!old)
        old_size = 0;
    if (size <= old_size) {
        rendering->memory -= old_size - size;
        return mb_heap_resize(rendering->heap, old, old_size, size);
    }
    bool fits = size - old_size <= rendering->limits.memory - rendering->memory;
    void *made = NULL;
    if (fits && rendering->is_loading && !old && kind == 0)
        made = mb_heap_take_fixed(rendering->heap, size);
    else if (fits)
        made = mb_heap_resize(rendering->heap, old, old_size, size);
    if (rendering->refused)
        look_at_refusal(rendering, size, made != NULL);
    if (!made)
        return refuse(rendering, size,
                      fits && mb_heap_is_starved(rendering->heap) ? MB_STOPPED_BY_MACHINE : MB_STOPPED_BY_MEMORY);
    if (rendering->stack_size)
        note_stack(rendering, made, size);
    rendering->memory += size - old_size;
    return made;
}

void mb_sandbox_end(mb_rendering *rendering)
{
    if (rendering->refused)
        stop_for_refusal(rendering);
}

const char *mb_stop_reason(mb_stop why)
{
    static const char *const reasons[] = {
        [MB_STOPPED_BY_STEPS] = "the page takes more steps than it may: is there a loop that never ends?",
        [MB_STOPPED_BY_TIME] = "the page takes longer than it may: is there a loop that never ends?",
        [MB_STOPPED_BY_MEMORY] = "the page takes more memory than it may",
        [MB_STOPPED_BY_DEPTH] = "stack overflow: is there a function that calls itself for ever?",
        [MB_STOPPED_BY_LENGTH] = "the page is longer than 32 MiB",
        [MB_STOPPED_BY_MACHINE] = "the machine's memory ran out",
    };
    static_assert(MB_PAGE_CEILING == 32 << 20, "a reason says it");
    return reasons[why];
}

static void look_at_instructions(lua_State *L, lua_Debug *record);

noreturn void mb_stop_page(lua_State *L, mb_stop why)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (!rendering->stopped)
        rendering->stopped = why;
    lua_sethook(L, look_at_instructions, LUA_MASKCOUNT, 1);
    if (rendering->L && rendering->L != L)
        lua_sethook(rendering->L, look_at_instructions, LUA_MASKCOUNT, 1);
    mb_script_fail(L, "%s", mb_stop_reason(rendering->stopped));
}

/* How many pages' limits are those of what is being made. */
static unsigned pages_worth(const mb_rendering *rendering)
{
    return rendering->page && rendering->page->language != MB_MARKDOWN ? MB_FEED_PAGES : 1;
}

bool mb_is_late(const mb_rendering *rendering)
{
    return now() > rendering->deadline;
}

static void look_at_limits(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (rendering->stopped)
        mb_stop_page(L, rendering->stopped);
    if (rendering->steps > rendering->limits.steps)
        mb_stop_page(L, MB_STOPPED_BY_STEPS);
    if (mb_is_late(rendering))
        mb_stop_page(L, MB_STOPPED_BY_TIME);
}

static void look_at_instructions(lua_State *L, lua_Debug *record)
{
    (void)record;
    mb_rendering_of(L)->steps += (uint64_t)lua_gethookcount(L);
    look_at_limits(L);
}

void mb_look_at_steps(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    rendering->steps += rendering->uncounted;
    rendering->uncounted = 0;
    look_at_limits(L);
}

void mb_watch(lua_State *L, int instructions)
{
    lua_sethook(L, look_at_instructions, LUA_MASKCOUNT, instructions);
}

/* A coroutine has a hook from its start, and so does a page that was stopped. */
void mb_watch_page(lua_State *L)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (rendering->trust == MB_TRUST_NOTHING && !lua_gethook(rendering->L))
        mb_watch(rendering->L, MB_STEPS_AT_A_TIME);
}

/* Trusted layouts take what the machine has. */
static void *allocate_freely(void *context, void *old, size_t old_size, size_t size)
{
    mb_rendering *rendering = context;
    if (size == 0) {
        free(old);
        return NULL;
    }
    void *made = realloc(old, size);
    if (rendering->refused && (!old || size > old_size))
        look_at_refusal(rendering, size, made != NULL);
    return made ? made : refuse(rendering, size, MB_STOPPED_BY_MACHINE);
}

lua_State *mb_sandbox_new(mb_rendering *rendering)
{
    bool trusted = rendering->trust == MB_TRUST_FULLY;
    lua_State *L = lua_newstate(trusted ? allocate_freely : allocate, rendering);
    if (!L)
        return NULL;
    *(mb_rendering **)lua_getextraspace(L) = rendering;
    if (trusted)
        return L;
    /* Most pages need no more than a few times what the image holds: they are done before rubbish is looked for. */
    lua_gc(L, LUA_GCINC, GROWTH_BETWEEN_COLLECTIONS, 0, 0);
    return L;
}

void mb_sandbox_start(mb_rendering *rendering)
{
    const mb_page_limits *given = rendering->setup ? rendering->setup->limits : NULL;
    rendering->limits = given ? *given : (mb_page_limits){MB_PAGE_MEMORY, MB_PAGE_STEPS, MB_PAGE_SECONDS};
    rendering->limits.steps *= pages_worth(rendering);
    rendering->limits.seconds *= pages_worth(rendering);
    if (rendering->trust == MB_TRUST_FULLY)
        rendering->limits = (mb_page_limits){SIZE_MAX, UINT64_MAX, TRUSTED_SECONDS};
    rendering->deadline = now() + rendering->limits.seconds * 1000000000;
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
    uint64_t hash = MB_FNV_START;
    for (const char *c = route; *c; c++)
        hash = mb_fnv_add(hash, *c);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &randomseed);
    lua_pushinteger(L, (lua_Integer)hash);
    lua_call(L, 1, 0);
}

static void open_libraries(lua_State *L)
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
}

/* All libraries of Lua; but a module in C would look for another Lua than the one inside this library. */
static void open_all_libraries(lua_State *L)
{
    luaL_openlibs(L);
    lua_getglobal(L, LUA_LOADLIBNAME);
    lua_pushliteral(L, "");
    lua_setfield(L, -2, "cpath");
    lua_pushnil(L);
    lua_setfield(L, -2, "loadlib");
    lua_pop(L, 1);
}

void mb_sandbox_open(lua_State *L)
{
    if (mb_rendering_of(L)->trust == MB_TRUST_FULLY)
        open_all_libraries(L);
    else
        open_libraries(L);
    keep_seeding(L);
    mb_open_strings(L);
    mb_open_tables(L);
    mb_open_coroutines(L);
    mb_open_base(L);
    mb_open_sort(L);
}
