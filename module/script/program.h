/* program.h: one file of a theme or a site, compiled. */
#ifndef MB_SCRIPT_PROGRAM_H
#define MB_SCRIPT_PROGRAM_H

#include "core/idle.h"
#include "script/script.h"

typedef enum mb_program_kind { MB_LAYOUT, MB_FEED, MB_COMPONENT, MB_INCLUDE, MB_MODULE, MB_SHELL } mb_program_kind;

/* What a file is: Lua, or text with Lua in it: Markdown, HTML, or what a feed's name ends in. */
typedef enum mb_program_form { MB_FORM_LUA, MB_FORM_MARKDOWN, MB_FORM_HTML, MB_FORM_FEED } mb_program_form;

typedef struct mb_program {
    mb_program_kind kind;
    mb_program_form form;
    const char *name; /* meeting; panel/calendar.ics for a feed; text.names for a module in a folder; NUL-terminated */
    const char *path; /* as messages show it */
    mb_slice text, bytecode;
    bool ships;    /* it is the library's own, or a theme's that came with it */
    bool is_empty; /* it says nothing, not even white space */
} mb_program;

struct mb_scripts {
    mb_arena *arena;
    /* mb_setting_value; NULL: none */
    const mb_list *settings;
    mb_list programs; /* mb_program, those of an earlier layer first */
    mb_idle *idle;    /* mb_rendering */
    mb_trust trust;
};

/* The program that wins, or NULL. */
const mb_program *mb_program_find(const mb_scripts *scripts, mb_program_kind kind, mb_slice name);
bool mb_program_wins(const mb_scripts *scripts, const mb_program *program);

#endif
