/* languages.c: one row for each language. */
#include "script/languages.h"

#include "core/csv.h"
#include "core/icalendar.h"
#include "core/json.h"
#include "core/unicode.h"
#include "markdown/escape.h"

static void escape_json(mb_buffer *out, mb_slice text)
{
    mb_json json = mb_json_into(out);
    mb_json_text(&json, text);
}

/* XML has no place for U+FFFE and U+FFFF. */
static void finish_xml(mb_buffer *out, mb_slice file)
{
    size_t done = 0;
    for (size_t at = 0; (at = mb_slice_find(file, MB_TEXT("\xEF\xBF"), at)) != SIZE_MAX; at += 2) {
        if (at + 2 >= file.size || (unsigned char)file.data[at + 2] < 0xBE)
            continue;
        mb_buffer_add(out, mb_slice_first(mb_slice_from(file, done), at - done));
        mb_buffer_text(out, "\uFFFD");
        done = at + 3;
    }
    mb_buffer_add(out, mb_slice_from(file, done));
}

static const mb_language_info languages[] = {
    [MB_MARKDOWN] = {"Markdown", "md", NULL, false, NULL},
    [MB_HTML] = {"HTML", "html", mb_html_escape, true, NULL},
    [MB_XML] = {"XML", "xml", mb_html_escape, true, finish_xml},
    [MB_CSV] = {"CSV", "csv", mb_csv_escape, true, mb_csv_finish},
    [MB_CALENDAR] = {"iCalendar", "ics", mb_calendar_escape, true, mb_calendar_finish},
    [MB_JSON] = {"JSON", "json", escape_json, true, NULL},
    [MB_PLAIN_TEXT] = {"plain text", "plaintext", mb_buffer_add, true, NULL},
};

const mb_language_info *mb_language_of(mb_language language)
{
    return &languages[language];
}

static const struct {
    const char *ending;
    mb_language language;
} endings[] = {
    {".atom", MB_XML},  {".csv", MB_CSV},        {".ics", MB_CALENDAR},
    {".json", MB_JSON}, {".txt", MB_PLAIN_TEXT}, {".xml", MB_XML},
};

bool mb_language_of_file(mb_slice name, mb_language *out)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (!mb_slice_ends(name, mb_slice_of(endings[i].ending)))
            continue;
        *out = endings[i].language;
        return true;
    }
    return false;
}

static void put_valid(mb_buffer *out, mb_slice text)
{
    for (size_t invalid; (invalid = mb_utf8_invalid(text)) != SIZE_MAX; text = mb_slice_from(text, invalid + 1)) {
        mb_buffer_add(out, mb_slice_first(text, invalid));
        mb_buffer_text(out, "\uFFFD");
    }
    mb_buffer_add(out, text);
}

void mb_finish_file(mb_language language, mb_slice written, mb_buffer *out)
{
    mb_buffer valid = mb_buffer_make(out->ceiling);
    if (mb_utf8_invalid(written) != SIZE_MAX) {
        put_valid(&valid, written);
        written = mb_buffer_slice(&valid);
        out->failed = out->failed ? out->failed : valid.failed;
    }
    if (languages[language].finish)
        languages[language].finish(out, written);
    else
        mb_buffer_add(out, written);
    mb_buffer_free(&valid);
}
