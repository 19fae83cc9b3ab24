/* convert.c: Markdown in, HTML out, for the tests that a script drives: one process for any number of texts.
 *
 *     in:  FLAGS SIZE\n<SIZE bytes of Markdown>      FLAGS: - or any of a (additions), r (raw HTML), p (positions)
 *     out: CODE MICROSECONDS SIZE\n<SIZE bytes of HTML, or of the message>     the time is the processor's */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "markdown/markdown.h"

static mb_markdown_options options_of(const char *flags)
{
    return (mb_markdown_options){
        .additions = strchr(flags, 'a'),
        .raw_html = strchr(flags, 'r'),
        .positions = strchr(flags, 'p'),
    };
}

static void answer(int code, long microseconds, mb_slice text)
{
    printf("%d %ld %zu\n", code, microseconds, text.size);
    fwrite(text.data, 1, text.size, stdout);
    fflush(stdout);
}

int main(void)
{
    char flags[8];
    size_t size;
    mb_buffer html = mb_buffer_make((size_t)256 << 20);
    while (scanf("%7s %zu", flags, &size) == 2 && getchar() == '\n') {
        char *markdown = malloc(size + 1);
        if (!markdown || fread(markdown, 1, size, stdin) != size)
            return 2;
        mb_markdown_options options = options_of(flags);
        mb_error error = {0};
        mb_buffer_clear(&html);
        clock_t start = clock();
        int code = mb_markdown_to_html((mb_slice){markdown, size}, &options, "text.md", &html, &error);
        long microseconds = (long)((double)(clock() - start) * 1e6 / CLOCKS_PER_SEC);
        answer(code, microseconds, code ? mb_slice_of(error.message) : mb_buffer_slice(&html));
        free(markdown);
    }
    mb_buffer_free(&html);
    return 0;
}
