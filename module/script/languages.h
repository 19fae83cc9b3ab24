/* languages.h: what a layout may write, and how a plain string shows there as itself. */
#ifndef MB_SCRIPT_LANGUAGES_H
#define MB_SCRIPT_LANGUAGES_H

#include "script/script.h"

typedef struct mb_language_info {
    const char *title;       /* in messages: Markdown, HTML, CSV */
    const char *constructor; /* the global that says that a string is already written in it: md, html, csv */
    void (*escape)(mb_buffer *out, mb_slice text); /* NULL: Markdown's, which looks at what stands before */
    bool bare_numbers;                             /* a number stands as it is, not escaped like text */
    void (*finish)(mb_buffer *out, mb_slice file); /* what a whole file of it needs, or NULL */
} mb_language_info;

const mb_language_info *mb_language_of(mb_language language);

/* Writes the whole file `written` as it is published: UTF-8, with the ends of lines that its language wants. */
void mb_finish_file(mb_language language, mb_slice written, mb_buffer *out);

/* The language of a file that a feed writes, by the ending of its name; false where no feed has such a name. */
bool mb_language_of_file(mb_slice name, mb_language *out);

#endif
