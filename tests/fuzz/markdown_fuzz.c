/* markdown_fuzz.c: whatever the Markdown, the HTML is made of whole tags that we know, with attributes that can do no
 * harm; and whatever a value, it shows as itself. The first byte of the input says how it is converted. */
#include <stdio.h>
#include <stdlib.h>

#include "core/unicode.h"
#include "markdown/markdown.h"

#define HTML_CEILING ((size_t)1 << 30)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

enum { ADDITIONS = 1, POSITIONS = 2, FRAGMENTS = 4, VALUE = 8, TWO_IN_A_WORKSPACE = 16 };

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    return 0;
}

static void require(bool condition, const char *expectation)
{
    if (condition)
        return;
    fprintf(stderr, "markdown_fuzz: %s\n", expectation);
    abort();
}

static bool is_among(mb_slice name, const char *const *names)
{
    for (; *names; names++)
        if (mb_slice_equal(name, mb_slice_of(*names)))
            return true;
    return false;
}

/* The tags that wait for their end. */
typedef struct open_tags {
    mb_slice names[2 * MB_MARKDOWN_DEPTH];
    size_t count;
} open_tags;

/* Reads up to the first of `ends` and returns it; `rest` goes on behind. */
static mb_slice read_until(mb_slice *rest, const char *ends)
{
    size_t size = 0;
    while (size < rest->size && !strchr(ends, rest->data[size]))
        size++;
    mb_slice found = mb_slice_first(*rest, size);
    *rest = mb_slice_from(*rest, size);
    return found;
}

static void check_attributes(mb_slice rest)
{
    static const char *const harmless[] = {"id",          "class", "href", "title", "src",   "alt",
                                           "data-source", "lang",  "dir",  "role",  "start", NULL};
    while (rest.size) {
        require(rest.data[0] == ' ', "a space stands before an attribute");
        rest = mb_slice_from(rest, 1);
        if (mb_slice_equal(rest, MB_TEXT("/")))
            return;
        mb_slice name = read_until(&rest, "=");
        require(is_among(name, harmless) || mb_slice_starts(name, MB_TEXT("data-")) ||
                    mb_slice_starts(name, MB_TEXT("aria-")),
                "an attribute can do no harm");
        require(mb_slice_starts(rest, MB_TEXT("=\"")), "a value is in quotes");
        rest = mb_slice_from(rest, 2);
        mb_slice value = read_until(&rest, "\"");
        require(!memchr(value.data, '<', value.size), "a value has no <");
        if (mb_slice_equal(name, MB_TEXT("href")) || mb_slice_equal(name, MB_TEXT("src")))
            require(mb_link_is_allowed(value), "a link leads where it may");
        rest = mb_slice_from(rest, 1);
    }
}

static void check_tag(mb_slice tag, open_tags *open)
{
    static const char *const known[] = {
        "p",    "h1", "h2",    "h3",     "h4",    "h5", "h6",    "ul", "ol", "li",   "div", "a",   "blockquote", "pre",
        "code", "em", "table", "strong", "thead", "tr", "tbody", "th", "td", "abbr", "i",   "sup", "section",    NULL};
    static const char *const empty[] = {"hr", "br", "img", NULL};
    bool is_end = mb_slice_starts(tag, MB_TEXT("/"));
    mb_slice rest = mb_slice_from(tag, is_end ? 1 : 0);
    mb_slice name = read_until(&rest, " ");
    if (is_end) {
        require(open->count > 0 && mb_slice_equal(open->names[--open->count], name) && rest.size == 0,
                "an end tag ends what began last");
        return;
    }
    check_attributes(rest);
    if (is_among(name, empty))
        return;
    require(is_among(name, known), "a tag is one of ours");
    require(open->count < sizeof open->names / sizeof *open->names, "tags don't nest without end");
    open->names[open->count++] = name;
}

static void check_html(mb_slice html)
{
    open_tags open = {.count = 0};
    require(mb_utf8_invalid(html) == SIZE_MAX, "the HTML is UTF-8");
    for (size_t at = mb_slice_find(html, MB_TEXT("\xEF\xB7"), 0); at != SIZE_MAX;
         at = mb_slice_find(html, MB_TEXT("\xEF\xB7"), at + 2))
        require((unsigned char)html.data[at + 2] < 0x90 || (unsigned char)html.data[at + 2] > 0xAF,
                "no mark is left over");
    while (html.size) {
        mb_slice text = read_until(&html, "<");
        require(!memchr(text.data, '>', text.size), "no tag ends that hasn't begun");
        if (html.size == 0)
            break;
        html = mb_slice_from(html, 1);
        check_tag(read_until(&html, ">"), &open);
        html = mb_slice_from(html, 1);
    }
    require(open.count == 0, "every tag has an end");
}

static void convert(mb_slice markdown, unsigned how, mb_arena *workspace)
{
    static const mb_slice fragments[] = {{"<i>x</i>", 8}};
    mb_markdown_options options = {.additions = how & ADDITIONS,
                                   .positions = how & POSITIONS,
                                   .fragments = fragments,
                                   .fragment_count = how & FRAGMENTS ? 1 : 0,
                                   .workspace = workspace};
    mb_buffer html = mb_buffer_make(HTML_CEILING);
    mb_error error = {0};
    int code = mb_markdown_to_html(markdown, &options, "fuzz.md", &html, &error);
    require(code == 0 || (code == MB_ELIMIT && error.message[0]), "only a limit refuses a page, and says which");
    require(code == 0 || html.size == 0, "a refused page leaves nothing");
    check_html(mb_buffer_slice(&html));
    mb_buffer_free(&html);
}

static void convert_twice(mb_slice markdown, unsigned how)
{
    mb_arena *workspace;
    require(mb_arena_new(MB_MARKDOWN_MEMORY, &workspace) == 0, "a workspace can be made");
    convert(markdown, how, workspace);
    convert(markdown, how ^ ADDITIONS, workspace);
    mb_arena_free(workspace);
}

/* Between two pieces of a page, the value is what it is. */
static void show_value(mb_slice value)
{
    static const struct {
        const char *before, *after, *html_before, *html_after;
    } places[] = {
        {"", "", "<p>", "</p>\n"},
        {"- x", "y\n- z", "<ul>\n<li>x", "y</li>\n<li>z</li>\n</ul>\n"},
        {"[x]", "[y](/z)", "<p>[x]", "<a href=\"/z\">y</a></p>\n"},
        {"| ", " |\n|---|\n| x |\n", "<table>\n<thead>\n<tr>\n<th>",
         "</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n</tr>\n</tbody>\n</table>\n"},
    };
    if (value.size == 0 || mb_utf8_invalid(value) != SIZE_MAX ||
        mb_slice_find(value, MB_TEXT("\xEF\xB7"), 0) != SIZE_MAX)
        return;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        mb_buffer markdown = mb_buffer_make(HTML_CEILING), html = mb_buffer_make(HTML_CEILING);
        mb_buffer wanted = mb_buffer_make(HTML_CEILING);
        mb_buffer_text(&markdown, places[i].before);
        mb_markdown_escape(&markdown, value, MB_MARKDOWN_TEXT);
        mb_buffer_text(&markdown, places[i].after);
        mb_buffer_text(&wanted, places[i].html_before);
        mb_html_escape(&wanted, value);
        mb_buffer_text(&wanted, places[i].html_after);
        mb_markdown_options options = {.additions = true};
        int code = mb_markdown_to_html(mb_buffer_slice(&markdown), &options, "fuzz.md", &html, NULL);
        require(code == 0, "no value makes a page fail");
        require(mb_slice_equal(mb_buffer_slice(&html), mb_buffer_slice(&wanted)), "a value shows as itself");
        mb_buffer_free(&markdown);
        mb_buffer_free(&html);
        mb_buffer_free(&wanted);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    mb_slice text = {(const char *)data + 1, size - 1};
    if (data[0] & VALUE)
        show_value(text);
    else if (data[0] & TWO_IN_A_WORKSPACE)
        convert_twice(text, data[0]);
    else
        convert(text, data[0], NULL);
    return 0;
}
