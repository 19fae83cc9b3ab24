/* pieces.c: see pieces.h. */
#include "script/pieces.h"

#include <lauxlib.h>
#include <stdlib.h>

#include "markdown/markdown.h"
#include "script/languages.h"

typedef struct header {
    uint32_t size;
    uint16_t language, is_data;
} header;

size_t mb_piece_size(size_t text)
{
    return sizeof(header) + text;
}

static header header_of(mb_piece piece)
{
    return (header){(uint32_t)piece.text.size, (uint16_t)piece.language, piece.is_data};
}

void mb_piece_put(char *to, mb_piece piece)
{
    header head = header_of(piece);
    memcpy(to, &head, sizeof head);
    if (piece.text.size > 0)
        memcpy(to + sizeof head, piece.text.data, piece.text.size);
}

void mb_piece_add(mb_buffer *out, mb_piece piece)
{
    header head = header_of(piece);
    if (piece.text.size == 0)
        return;
    mb_buffer_add(out, (mb_slice){(const char *)&head, sizeof head});
    mb_buffer_add(out, piece.text);
}

void mb_piece_extend(mb_buffer *out, size_t last, mb_piece piece)
{
    header head;
    if (out->size == last) {
        mb_piece_add(out, piece);
        return;
    }
    mb_buffer_add(out, piece.text);
    if (out->failed)
        return;
    memcpy(&head, out->data + last, sizeof head);
    head.size += (uint32_t)piece.text.size;
    memcpy(out->data + last, &head, sizeof head);
}

bool mb_piece_next(mb_piece_reading *reading)
{
    header head;
    if (reading->at == reading->end)
        return false;
    memcpy(&head, reading->at, sizeof head);
    reading->piece = (mb_piece){(mb_language)head.language, head.is_data, {reading->at + sizeof head, head.size}};
    reading->at += sizeof head + head.size;
    return true;
}

static void write_html_string(lua_State *L, mb_html_place *place, mb_slice text, mb_buffer *out)
{
    const char *reason = mb_html_write(place, text, out);
    if (reason)
        mb_script_fail(L, "a value %s", reason);
}

/* The place in the HTML that the run writes, or in HTML that begins in `out`. */
static mb_html_place *place_in(mb_rendering *rendering, const mb_buffer *out, mb_html_place *other)
{
    mb_html_place *place = out == rendering->out ? &rendering->html_places[rendering->depth] : other;
    if (place->read > out->size)
        place->read = out->size;
    mb_html_read(place, mb_slice_from(mb_buffer_slice(out), place->read));
    return place;
}

void mb_write_string(lua_State *L, mb_slice text, mb_language language, mb_buffer *out)
{
    const mb_language_info *info = mb_language_of(language);
    if (language == MB_HTML) {
        mb_html_place here = {0}, *place = place_in(mb_rendering_of(L), out, &here);
        write_html_string(L, place, text, out);
        place->read = out->size;
    } else if (info->escape) {
        info->escape(out, text);
    } else {
        mb_markdown_escape(out, text, mb_place_in_markdown(mb_buffer_slice(out)));
    }
}

/* What a fragment takes beside its text, which can be empty. */
#define FRAGMENT_COST 64

void mb_write_fragment(lua_State *L, mb_slice html, mb_buffer *out)
{
    mb_rendering *rendering = mb_rendering_of(L);
    if (rendering->fragment_count == rendering->fragment_capacity) {
        size_t capacity = rendering->fragment_capacity ? 2 * rendering->fragment_capacity : 16;
        mb_slice *grown = realloc(rendering->fragments, capacity * sizeof *grown);
        if (!grown)
            mb_stop_page(L, MB_STOPPED_BY_MACHINE);
        rendering->fragments = grown;
        rendering->fragment_capacity = capacity;
    }
    rendering->fragment_bytes += html.size + FRAGMENT_COST;
    if (rendering->fragment_bytes > MB_PAGE_CEILING)
        mb_stop_page(L, MB_STOPPED_BY_LENGTH);
    char *copy = malloc(html.size + 1);
    if (!copy)
        mb_stop_page(L, MB_STOPPED_BY_MACHINE);
    memcpy(copy, html.data, html.size);
    rendering->fragments[rendering->fragment_count] = (mb_slice){copy, html.size};
    mb_markdown_fragment(out, rendering->fragment_count++);
}

static bool belongs_into_tag(const mb_html_place *place)
{
    return place->state != MB_HTML_TEXT;
}

/* Writes the pieces of HTML from `reading` on as one fragment of Markdown, with what follows as long as a tag is open;
 * the last piece that was read belongs to it. */
static void write_html_in_markdown(lua_State *L, mb_piece_reading *reading, mb_buffer *out)
{
    mb_buffer *html = &mb_rendering_of(L)->html;
    mb_html_place place = {0};
    mb_buffer_clear(html);
    for (;;) {
        mb_piece piece = reading->piece;
        if (piece.is_data) {
            write_html_string(L, &place, piece.text, html);
        } else if (piece.language == MB_HTML) {
            mb_buffer_add(html, piece.text);
            mb_html_read(&place, piece.text);
        } else {
            mb_script_fail(L, "Markdown stands inside a tag of HTML");
        }
        mb_piece_reading next = *reading;
        if (!mb_piece_next(&next) || (next.piece.language != MB_HTML && !belongs_into_tag(&place)))
            break;
        *reading = next;
    }
    mb_check_buffer(L, html);
    if (belongs_into_tag(&place))
        mb_script_fail(L, "this HTML ends inside a tag or a comment: glue the rest of it to it with ..");
    mb_write_fragment(L, mb_buffer_slice(html), out);
}

static noreturn void fail_other_language(lua_State *L, mb_language language, mb_language around)
{
    if (language == MB_MARKDOWN && around == MB_HTML)
        mb_script_fail(L, "Markdown can't stand in HTML; the page's Markdown is in `content`");
    mb_script_fail(L, "%s can't stand in %s", mb_language_of(language)->title, mb_language_of(around)->title);
}

/* Behind whole elements the place is what it was before them. To read the content of a page for that took 0.01 ms, a
 * third of a shell's time. */
static void write_whole_html(lua_State *L, mb_slice html, mb_buffer *out)
{
    mb_html_place here = {0}, *place = place_in(mb_rendering_of(L), out, &here);
    mb_buffer_add(out, html);
    if (place->state == MB_HTML_TEXT)
        place->read = out->size;
}

void mb_write_pieces(lua_State *L, const mb_markup *markup, mb_language language, mb_buffer *out)
{
    for (mb_piece_reading found = {markup->pieces, markup->pieces + markup->size, {0}}; mb_piece_next(&found);) {
        mb_piece piece = found.piece;
        if (piece.language == MB_HTML && language == MB_MARKDOWN)
            write_html_in_markdown(L, &found, out);
        else if (piece.language != language)
            fail_other_language(L, piece.language, language);
        else if (piece.is_data)
            mb_write_string(L, piece.text, language, out);
        else if (markup->is_whole)
            write_whole_html(L, piece.text, out);
        else
            mb_buffer_add(out, piece.text);
    }
}
