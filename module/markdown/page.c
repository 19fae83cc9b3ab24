/* page.c: a page that is given up, or tried again. */
#include "markdown/page.h"

#include <stdarg.h>
#include <stdio.h>

void mb_md_refuse(mb_md_page *page, uint32_t line, const char *advice, const char *format, ...)
{
    char what[160];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    page->code = mb_fail_at(page->error, MB_ELIMIT, (mb_where){page->file, line, 0}, "%s", what);
    mb_advise(page->error, "%s", advice);
}

void mb_md_refuse_depth(mb_md_page *page, uint32_t line)
{
    mb_md_refuse(page, line, "take out some of the quotes, lists, containers or emphasis that stand in one another",
                 "the Markdown nests more than %d deep here", MB_MARKDOWN_DEPTH);
}

void mb_md_start_again(mb_md_page *page)
{
    page->swaps = page->notes = (mb_list){0};
    page->cell_count = 0;
    mb_buffer_clear(&page->cell_source);
    page->try_again = false;
    page->is_second_try = true;
}
