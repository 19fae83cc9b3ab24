/* wordless.c: see wordless.h. */
#include "reader/wordless.h"

#include "reader/dialect/dialect.h"

static bool has_words(const mb_reader *reader, uint32_t line)
{
    const mb_line *one = &reader->text->lines[line];
    return one->role == MB_LINE_TEXT ||
           (one->role == MB_LINE_FURNITURE &&
            mb_is_phrase(reader->dialect, mb_group_blank_page, mb_line_text(reader->text, line)));
}

void mb_find_wordless(const mb_reader *reader, mb_list *out)
{
    uint32_t sheets = reader->text->sheets;
    if (sheets == 0)
        return;
    bool *has = mb_new_array(reader->scratch, bool, (size_t)sheets + 1);
    for (uint32_t sheet = 1, line = 0; line < reader->text->count; line++) {
        while (sheet < sheets && reader->text->sheet_starts[sheet] <= line)
            sheet++;
        if (!has[sheet])
            has[sheet] = has_words(reader, line);
    }
    for (uint32_t sheet = 1, last; sheet <= sheets; sheet = last + 1) {
        for (last = sheet; !has[sheet] && last < sheets && !has[last + 1];)
            last++;
        if (!has[sheet])
            *mb_list_add(reader->arena, out, mb_pages) = (mb_pages){sheet, last};
    }
}
