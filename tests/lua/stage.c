/* stage.c: see stage.h. */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"
#include "markdown/markdown.h"
#include "script/item_titles.h"

static mb_block *add_paragraph(mb_arena *arena, mb_list *blocks, mb_slice text)
{
    mb_block *block = mb_list_add(arena, blocks, mb_block);
    block->type = mb_block_type_paragraph;
    block->text = text;
    return block;
}

static void add_pack(stage *s)
{
    mb_pack *pack = mb_list_add(s->arena, &s->site->packs, mb_pack);
    pack->source = mb_new(s->arena, mb_source);
    pack->source->file = MB_TEXT("papers.txt");
    pack->source->bytes = MB_COUNT(1234);
}

static void add_meeting(stage *s)
{
    mb_arena *arena = s->arena;
    s->meeting = mb_list_add(arena, &s->site->meetings, mb_site_meeting);
    s->meeting->place = (mb_place){3, 1, 1, 1};
    s->meeting->id = MB_TEXT("2025-11-04-panel");
    s->meeting->date = MB_TEXT("2025-11-04");
    s->meeting->body = MB_TEXT("Scrutiny Panel");
    mb_list_push(arena, &s->meeting->packs, s->site->packs.items[0]);

    s->item = mb_list_add(arena, &s->meeting->agenda, mb_agenda_item);
    s->item->place = (mb_place){67, 0, 0, 1};
    s->item->number = MB_TEXT("7");
    s->item->title = MB_TEXT("Minutes <of> the *last* meeting");
    s->item->pages = (mb_pages){5, 18};
    mb_strings_push(arena, &s->item->presenters, MB_TEXT("Ann Bell"));
    mb_strings_push(arena, &s->item->presenters, MB_TEXT("Cy Dunn"));
    add_paragraph(arena, &s->item->blocks, MB_TEXT("# first"));
    add_paragraph(arena, &s->item->blocks, MB_TEXT("second"));

    s->meeting->minutes = mb_new(arena, mb_minutes);
    mb_minute_item *minute = mb_list_add(arena, &s->meeting->minutes->items, mb_minute_item);
    add_paragraph(arena, &minute->blocks, MB_TEXT("The Chair opened."));
    add_paragraph(arena, &minute->blocks, MB_TEXT("Ann Bell asked why."));
    mb_contribution *said = mb_list_add(arena, &minute->contributions, mb_contribution);
    said->kind = mb_contribution_kind_question;
    said->blocks = (mb_contribution_span){&minute->blocks, 1, 1};
}

int set_stage(void **state)
{
    stage *s = calloc(1, sizeof *s);
    *state = s;
    strcpy(s->folder, "/tmp/minutebook-lua-XXXXXX");
    if (!mkdtemp(s->folder) || mb_arena_new((size_t)16 << 20, &s->arena))
        return -1;
    s->text = mb_buffer_make(MB_PAGE_CEILING);
    s->limits = (mb_page_limits){MB_PAGE_MEMORY, MB_PAGE_STEPS, MB_PAGE_SECONDS};
    s->site = mb_new(s->arena, mb_site_record);
    s->site->title = MB_TEXT("Our meetings");
    s->site->today = MB_TEXT("2025-11-01");
    add_pack(s);
    add_meeting(s);
    return 0;
}

int set_narrow_stage(void **state)
{
    int code = set_stage(state);
    ((stage *)*state)->limits = (mb_page_limits){MB_PAGE_MEMORY / 2, MB_PAGE_STEPS / 40, MB_PAGE_SECONDS};
    return code;
}

int clear_stage(void **state)
{
    stage *s = *state;
    char command[100];
    snprintf(command, sizeof command, "rm -r %s", s->folder);
    int code = system(command);
    mb_buffer_free(&s->text);
    mb_titles_free(s->titles);
    mb_arena_free(s->arena);
    free(s);
    return code;
}

void write_file(stage *s, const char *name, const char *text)
{
    assert_int_equal(mb_file_write(mb_path_join(s->arena, s->folder, name), mb_slice_of(text), &s->error), 0);
}

void add_text(stage *s, const char *text)
{
    add_paragraph(s->arena, &s->item->blocks, mb_arena_copy(s->arena, mb_slice_of(text)));
}

static bool route_of(const mb_render_setup *setup, const mb_type_info *type, const void *object, mb_buffer *out)
{
    (void)setup;
    if (type != mb_type_of(site_meeting))
        return false;
    mb_buffer_printf(out, "/meetings/%.*s/", MB_ARG(((const mb_site_meeting *)object)->id));
    return true;
}

/* Appends the HTML of the page's Markdown. */
static int convert(stage *s, const mb_rendering *rendering)
{
    mb_markdown_options options = {.additions = true};
    mb_slice markdown = mb_arena_copy(s->arena, mb_buffer_slice(&s->text));
    options.fragments = mb_render_fragments(rendering, &options.fragment_count);
    mb_buffer_clear(&s->text);
    return mb_markdown_to_html(markdown, &options, NULL, &s->text, &s->error);
}

static int render(stage *s, mb_scripts *scripts, const char *content)
{
    mb_render_setup setup = {
        .scripts = scripts, .site = s->site, .route_of = route_of, .titles = s->titles, .limits = &s->limits};
    mb_page page = {.route = "/meetings/2025-11-04-panel/",
                    .layout = "meeting",
                    .type = mb_type_of(site_meeting),
                    .object = s->meeting};
    mb_rendering *rendering;
    int code = mb_rendering_new(&setup, &page, &rendering, &s->error);
    if (code)
        return code;
    code = content ? mb_render_shell(rendering, mb_slice_of(content), &s->text, &s->error)
                   : mb_render_layout(rendering, &s->text, &s->error);
    if (!code && s->wants_html)
        code = convert(s, rendering);
    mb_rendering_free(rendering);
    return code;
}

static int load(stage *s, mb_scripts **scripts)
{
    const char *const layers[] = {s->folder, MB_SHIPPED};
    s->error = (mb_error){0};
    mb_buffer_clear(&s->text);
    return mb_scripts_load(layers, 2, s->trust, NULL, NULL, scripts, &s->error);
}

static int run(stage *s, const char *content)
{
    mb_scripts *scripts;
    int code = load(s, &scripts);
    if (code)
        return code;
    code = render(s, scripts, content);
    mb_scripts_free(scripts);
    return code;
}

static const char *text_after(stage *s, int code)
{
    if (code)
        fail_msg("%s:%u: %s", s->error.file, s->error.line, s->error.message);
    return s->text.data ? s->text.data : "";
}

static const char *failure_after(stage *s, int code)
{
    assert_int_not_equal(code, 0);
    return s->error.message;
}

const char *what_lua_emits(stage *s, const char *text)
{
    write_file(s, "layouts/meeting.lua", text);
    return text_after(s, run(s, NULL));
}

const char *what_md_emits(stage *s, const char *text)
{
    write_file(s, "layouts/meeting.md", text);
    return text_after(s, run(s, NULL));
}

const char *failure_of_lua(stage *s, const char *text)
{
    write_file(s, "layouts/meeting.lua", text);
    return failure_after(s, run(s, NULL));
}

const char *failure_of_md(stage *s, const char *text)
{
    write_file(s, "layouts/meeting.md", text);
    return failure_after(s, run(s, NULL));
}

const char *failure_of_shipped_theme(stage *s)
{
    const char *const layers[] = {s->folder, MB_SHIPPED "/themes/plain", MB_SHIPPED};
    mb_scripts *scripts;
    assert_int_equal(mb_scripts_load(layers, 3, s->trust, NULL, NULL, &scripts, &s->error), 0);
    int code = render(s, scripts, NULL);
    mb_scripts_free(scripts);
    return failure_after(s, code);
}

static int run_twice(stage *s, const char *text)
{
    mb_scripts *scripts;
    write_file(s, "layouts/meeting.lua", text);
    assert_int_equal(load(s, &scripts), 0);
    render(s, scripts, NULL);
    s->error = (mb_error){0};
    int code = render(s, scripts, NULL);
    mb_scripts_free(scripts);
    return code;
}

const char *what_two_pages_emit(stage *s, const char *text)
{
    return text_after(s, run_twice(s, text));
}

const char *failure_of_second_page(stage *s, const char *text)
{
    return failure_after(s, run_twice(s, text));
}

const char *shell_around(stage *s, const char *shell, const char *content)
{
    write_file(s, "shell.html", shell);
    return text_after(s, run(s, content));
}

const char *failure_of_shell(stage *s, const char *shell)
{
    write_file(s, "shell.html", shell);
    return failure_after(s, run(s, "x"));
}

const char *what_page_shows(stage *s, const char *text)
{
    write_file(s, "layouts/meeting.md", text);
    s->wants_html = true;
    int code = run(s, NULL);
    s->wants_html = false;
    return text_after(s, code);
}
