/* rendering.h: what the files of this room share about a run: its Lua state, its limits, where it writes. */
#ifndef MB_SCRIPT_RENDERING_H
#define MB_SCRIPT_RENDERING_H

#include <lua.h>
#include <stdarg.h>
#include <stdnoreturn.h>

#include "script/heap.h"
#include "script/places.h"
#include "script/program.h"
#include "script/script.h"
#include "script/trace.h"

/* A function gives at most so many values at once, such as table.unpack. */
#define MB_MOST_VALUES 8000

/* Components call one another at most this deep; Lua itself ends it at 200 calls through C. */
#define MB_COMPONENT_DEPTH 256

/* What C functions want from Lua again and again; found by number in a third of the time that a key takes. */
typedef enum mb_kept {
    MB_KEPT_OBJECTS, /* userdata by record */
    MB_KEPT_LISTS,   /* userdata by address */
    MB_KEPT_LIST,    /* metatables */
    MB_KEPT_MARKUP,
    MB_KEPT_CAPTURE, /* what ends a component */
    MB_KEPT_COUNT
} mb_kept;

/* Why a page is stopped. Whoever catches that error gets the next one, and a page that was stopped is never published. */
typedef enum mb_stop {
    MB_GOING,
    MB_STOPPED_BY_STEPS,
    MB_STOPPED_BY_TIME,
    MB_STOPPED_BY_MEMORY,
    MB_STOPPED_BY_LENGTH, /* of its text */
    MB_STOPPED_BY_DEPTH,  /* of its calls */
    MB_STOPPED_BY_MACHINE /* whose memory ran out */
} mb_stop;

/* The stack of the page, and that of a coroutine. */
enum { MB_STACK_OF_PAGE, MB_STACK_OF_COROUTINE, MB_STACK_KINDS };

struct mb_rendering {
    /* What the next page finds again. */
    mb_heap *heap; /* NULL where the layouts are trusted: then the state is closed after its page */
    mb_trust trust;
    lua_State *L;
    struct mb_kept_words *words;   /* see words.h */
    size_t image_memory;           /* what the state holds when a page begins */
    int kept[MB_KEPT_COUNT];       /* in the registry */
    int metatables[MB_TYPE_COUNT]; /* of objects, likewise */
    mb_buffer scratch, pieces, html;
    mb_buffer captures[MB_COMPONENT_DEPTH];            /* what components write, one for each that runs */
    mb_language languages[MB_COMPONENT_DEPTH];         /* what was written around each */
    mb_html_place html_places[MB_COMPONENT_DEPTH + 1]; /* where in its HTML each is; the page's first */
    const mb_program **used;                           /* each program once, in the order in which they were loaded */
    mb_slice *fragments;                               /* HTML that stands in the Markdown as marks */
    size_t fragment_capacity;

    /* The page. */
    const mb_render_setup *setup;
    const mb_page *page;
    mb_buffer *out, *page_out; /* where emit writes: a component's capture while one runs, else the page */
    size_t depth;              /* of components */
    mb_language language;      /* that the run writes at the moment */
    size_t fragment_count, fragment_bytes;

    mb_page_limits limits;
    size_t memory;                      /* what the state holds */
    mb_where exhausted;                 /* where the script was when it was refused more */
    size_t stack_sizes[MB_STACK_KINDS]; /* in bytes, of a stack that has grown beyond its room */
    size_t *stack_size;                 /* where the size of the stack that is being reserved belongs, or NULL */
    bool is_loading;                    /* the programs of an image */
    void *reserved;                     /* the stack that was reserved last */
    size_t reserved_size;
    size_t refused;            /* the request that was refused last, until the next; 0: none */
    mb_stop refusal;           /* why */
    uint64_t steps, uncounted; /* of the second, those of C functions that no limit saw yet */
    int64_t deadline;          /* nanoseconds of the monotonic clock */
    mb_stop stopped;
    size_t used_count;
    const char *program; /* the file of the layout or shell that runs */

    const mb_place *touched; /* the object that was read last */
    mb_where blamed;         /* what the error that is being raised is about; no file: the Lua that runs */
    mb_trace *trace;         /* NULL: nobody asks */
    mb_seek *seek;           /* NULL: nothing is looked for */
    mb_error *error;         /* where a failure is described */
};

/* The run that a state belongs to. */
static inline mb_rendering *mb_rendering_of(lua_State *L)
{
    return *(mb_rendering **)lua_getextraspace(L);
}

/* Takes the value from the stack and keeps it; pushes it. */
void mb_keep(lua_State *L, mb_kept which);
static inline void mb_push_kept(lua_State *L, mb_kept which)
{
    lua_rawgeti(L, LUA_REGISTRYINDEX, mb_rendering_of(L)->kept[which]);
}

/* Raises an error with the place of the Lua that called. Doesn't return. */
noreturn void mb_script_fail(lua_State *L, const char *format, ...) MB_PRINTF(2, 3);

/* The same with the place of the Lua at that level; 1 is who called. Ends `values`. */
noreturn void mb_script_fail_above(lua_State *L, int level, const char *format, va_list values) MB_PRINTF(3, 0);

/* The same with a place that no call need lead to. */
noreturn void mb_script_fail_at(lua_State *L, mb_where where, const char *format, ...) MB_PRINTF(3, 4);

/* seek.c: looks through what was written to `out` from `before` on by the Lua that called. */
void mb_seek_in(lua_State *L, const mb_buffer *out, size_t before);
static inline void mb_look_through(lua_State *L, const mb_buffer *out, size_t before)
{
    if (mb_rendering_of(L)->seek)
        mb_seek_in(L, out, before);
}

/* fresh.c: a rendering whose state is as every page finds it; `*out` goes back when its page is done, also after a
 * failure. MB_ENOMEM, MB_EFORMAT, or 0. */
int mb_fresh_take(const mb_scripts *scripts, mb_rendering **out, mb_error *error);
void mb_fresh_give_back(const mb_scripts *scripts, mb_rendering *rendering);
void mb_fresh_discard(void *rendering);

/* kept_words.c: a page is done, and so are its word forms in some pages' time; all of them are. NULL: there are none. */
typedef struct mb_kept_words mb_kept_words;
void mb_kept_words_end_page(mb_kept_words *kept);
void mb_kept_words_free(mb_kept_words *kept);

/* sandbox.c */
lua_State *mb_sandbox_new(mb_rendering *rendering);
void mb_sandbox_start(mb_rendering *rendering); /* the page's time begins */
void mb_sandbox_end(mb_rendering *rendering);   /* a call is done: was anything refused? */
void mb_sandbox_open(lua_State *L);             /* within a protected call, as what follows */
void mb_sandbox_seed(lua_State *L, const char *route);

/* Has the thread's instructions counted, which are looked at so many at a time. */
void mb_watch(lua_State *L, int instructions);

/* From here on the page runs what others wrote: its instructions are counted. */
void mb_watch_page(lua_State *L);

/* Between two looks at the limits: they cost 50 ns, one part in 100 of the work. A single instruction can take 10 ms,
 * where it glues texts of many megabytes; so this is also how far a page can go beyond its time. */
#define MB_STEPS_AT_A_TIME 1000

const char *mb_stop_reason(mb_stop why);

/* Gives a state, in which nothing runs yet, the stack that it keeps; it can't grow. Up to Lua 5.4.4, `a .. b .. c` goes on
 * with an old address of the stack when a metamethod of .. has it moved: that reads memory that is given back. False
 * without memory. */
bool mb_reserve_stack(mb_rendering *rendering);

/* The same for a coroutine, as long as the C function lasts that runs in it. Raises an error without memory. */
void mb_reserve_coroutine(lua_State *L, lua_State *coroutine);

/* Raises the error of a limit. */
noreturn void mb_stop_page(lua_State *L, mb_stop why);

/* Raises an error once the page had enough. */
void mb_look_at_steps(lua_State *L);

/* For C functions that can't raise errors: whether the page's time is over. */
bool mb_is_late(const mb_rendering *rendering);

/* Counts the work of a C function, which no hook can stop: one step for about each byte that it looks at. Raises an
 * error once the page had enough. */
static inline void mb_count_steps(lua_State *L, uint64_t steps)
{
    mb_rendering *rendering = mb_rendering_of(L);
    rendering->uncounted += steps;
    if (rendering->uncounted >= MB_STEPS_AT_A_TIME)
        mb_look_at_steps(L);
}

/* base.c: the parts of Lua's base library that we have of our own. */
void mb_open_base(lua_State *L);

/* sort.c */
void mb_open_sort(lua_State *L);

/* strings.c, tables.c, coroutines.c: the functions of Lua's libraries that a hook doesn't stop. */
void mb_open_strings(lua_State *L);
void mb_open_tables(lua_State *L);
void mb_open_coroutines(lua_State *L);

/* Pushes what `value` is called in a message: nil, a string, an AgendaItem, a list. */
const char *mb_value_name(lua_State *L, int index);

/* environment.c: the globals of all layouts, help with names that are nowhere, and the globals of the page. */
void mb_open_environment(lua_State *L);
void mb_open_help(lua_State *L);
void mb_open_page(lua_State *L);

/* rendering.c: calls `function` with `argument`, protected; its failure is described in `error`. */
int mb_rendering_call(mb_rendering *rendering, lua_CFunction function, void *argument, mb_error *error);

/* rendering.c: loads the programs that win. */
void mb_open_programs(lua_State *L);

/* Runs a layout or a shell: what it emits, and what it returns, is written. */
void mb_run_program(lua_State *L, const mb_program *program);

/* bases.c: runs a layout, then those that it stands on. */
void mb_run_layout(lua_State *L, const mb_program *program);
void mb_open_bases(lua_State *L);

/* The page uses the program. */
void mb_note_use(mb_rendering *rendering, const mb_program *program);

/* Pushes the function of a program, which the page uses now. */
void mb_push_program(lua_State *L, const mb_program *program);

/* capture.c */
void mb_open_captures(lua_State *L);

/* For a C function: calls what is the bottom of its stack with all that is above it, and pushes what that writes and
 * returns, as a value of that language. `what` names what it returns in messages. */
void mb_run_apart(lua_State *L, mb_language language, const char *what);

/* Calls the function at that index (none relative to the top) with the `count` values on top, which it takes, and
 * pushes what it wrote. */
void mb_push_captured(lua_State *L, int function, int count);

/* The same for a function that a component was given: it writes the language of the component's caller. */
void mb_push_slot(lua_State *L, int function);

/* components.c: pushes what a global that is set nowhere stands for: a component, or one of the functions of the
 * module `globals`; false where it is neither. */
bool mb_push_shared(lua_State *L, mb_slice name);

/* components.c: pushes the table of those functions. */
void mb_push_shared_functions(lua_State *L);

/* components.c */
void mb_open_components(lua_State *L);

/* For a C function that a component calls itself: the component's name, or NULL where no component does; the level of
 * the line that called the component; pushes the values that it was called with, and returns how many there are. */
const char *mb_component_that_calls(lua_State *L);
int mb_component_level(lua_State *L);
int mb_push_component_values(lua_State *L);

/* arguments.c */
void mb_open_arguments(lua_State *L);

/* modules.c: require; runs the modules that ship. */
void mb_open_modules(lua_State *L);

/* Pushes a module's value, which is loaded the first time that the page asks for it; pushes nothing and returns false
 * where there is no such module. */
bool mb_push_module(lua_State *L, mb_slice name);

/* failure.c: says that the page's memory, or the machine's, ran out. Returns MB_ELIMIT or MB_ENOMEM. */
int mb_fail_memory(const mb_rendering *rendering, mb_error *error);

/* failure.c: the message handler of every protected call; fills the run's error. */
int mb_describe_failure(lua_State *L);

#endif
