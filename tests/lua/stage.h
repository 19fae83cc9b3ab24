/* stage.h: a small site made by hand, and layouts that a test writes for it. */
#ifndef MB_TESTS_STAGE_H
#define MB_TESTS_STAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "script/script.h"

/* One meeting of 4 November 2025, of which papers.txt tells: item 7, on line 67, with papers on pages 5 to 18 and two
 * blocks; its minutes with a contribution that is the second block. */
typedef struct stage {
    mb_arena *arena;
    char folder[64];
    mb_site_record *site;
    mb_site_meeting *meeting;
    mb_agenda_item *item;
    mb_page_limits limits;
    mb_trust trust;
    struct mb_titles *titles; /* NULL, until a test makes them */
    mb_error error;
    mb_buffer text;
    bool wants_html; /* of a layout's Markdown */
} stage;

int set_stage(void **state);
int clear_stage(void **state);
/* Where what never ends is stopped sooner. */
int set_narrow_stage(void **state);
#define on_narrow_stage(test) cmocka_unit_test_setup_teardown(test, set_narrow_stage, clear_stage)
#define on_stage(test)        cmocka_unit_test_setup_teardown(test, set_stage, clear_stage)

/* Writes a file of the site, such as components/mark.md. */
void write_file(stage *s, const char *name, const char *text);

/* One more paragraph of the item. */
void add_text(stage *s, const char *text);

/* Renders a layout of that text with `meeting` as its object. `what_…` returns its Markdown and fails the test where
 * that fails; `failure_of…` returns the error's message and fails the test where there is none. `_lua` is a layout
 * in plain Lua, `_md` one in Markdown. */
const char *what_lua_emits(stage *s, const char *text);
const char *what_md_emits(stage *s, const char *text);
const char *failure_of_lua(stage *s, const char *text);
const char *failure_of_md(stage *s, const char *text);

/* How the meeting's page fails in the theme plain. */
const char *failure_of_shipped_theme(stage *s);

/* Two pages of one layout, made one after the other by the same scripts: their Markdown, or how the second fails. */
const char *what_two_pages_emit(stage *s, const char *text);
const char *failure_of_second_page(stage *s, const char *text);

/* The shell around `content`. */
const char *shell_around(stage *s, const char *shell, const char *content);
const char *failure_of_shell(stage *s, const char *shell);

/* The HTML of the Markdown that a layout in Markdown makes. */
const char *what_page_shows(stage *s, const char *text);

#endif
