/* error.c: words for failures. */
#include "core/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Takes back the bytes of a character that was cut in two at the end of a full field. */
static void cut_at_character(char *text, size_t size)
{
    size_t start = size;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0)
        return;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t whole = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (size - (start - 1) < whole)
        text[start - 1] = '\0';
}

MB_PRINTF(3, 0) static void fill(char *field, size_t capacity, const char *format, va_list arguments)
{
    int wanted = vsnprintf(field, capacity, format, arguments);
    if (wanted < 0)
        field[0] = '\0';
    else if ((size_t)wanted >= capacity)
        cut_at_character(field, capacity - 1);
}

MB_PRINTF(3, 4) static void fill_text(char *field, size_t capacity, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fill(field, capacity, format, arguments);
    va_end(arguments);
}

MB_PRINTF(4, 0) static void describe(mb_error *error, int code, mb_where where, const char *format, va_list arguments)
{
    if (!error)
        return;
    error->code = code;
    error->line = where.line;
    error->column = where.column;
    error->route[0] = error->pack[0] = error->advice[0] = error->trace[0] = '\0';
    error->pack_line = 0;
    fill_text(error->file, sizeof error->file, "%s", where.file ? where.file : "");
    fill(error->message, sizeof error->message, format, arguments);
}

int mb_fail(mb_error *error, int code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    describe(error, code, (mb_where){NULL, 0, 0}, format, arguments);
    va_end(arguments);
    return code;
}

int mb_fail_at(mb_error *error, int code, mb_where where, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    describe(error, code, where, format, arguments);
    va_end(arguments);
    return code;
}

void mb_advise(mb_error *error, const char *format, ...)
{
    if (!error)
        return;
    va_list arguments;
    va_start(arguments, format);
    fill(error->advice, sizeof error->advice, format, arguments);
    va_end(arguments);
}

void mb_name_route(mb_error *error, const char *route)
{
    if (error)
        fill_text(error->route, sizeof error->route, "%s", route);
}

int mb_fail_exhausted(mb_error *error, int code, const char *doing)
{
    if (code == MB_ELIMIT) {
        mb_fail(error, code, "%s needs more memory than is allowed for it", doing);
        mb_advise(error, "split the input into smaller files");
    } else {
        mb_fail(error, code, "the machine's memory ran out while %s", doing);
        mb_advise(error, "close other programs, or do less at a time");
    }
    return code;
}

void mb_tell_problem(mb_problems *problems, const mb_error *error)
{
    if (mb_tells_all(problems) && problems->told++ < MB_MOST_PROBLEMS)
        problems->tell(problems->context, error);
}

bool mb_take_mistake(mb_problems *problems, const mb_error *mistake, int *code, mb_error *first)
{
    if (!*code) {
        *code = mistake->code;
        if (first)
            *first = *mistake;
    }
    mb_tell_problem(problems, mistake);
    return mb_tells_all(problems);
}
