/* row.c: cells between pipes. */
#include "markdown/row.h"

#include "markdown/line.h"

mb_md_row mb_md_row_start(mb_slice line)
{
    line = mb_md_trim(line);
    if (line.size && line.data[0] == '|')
        line = mb_slice_from(line, 1);
    return (mb_md_row){line};
}

bool mb_md_row_next(mb_md_row *row, mb_slice *cell)
{
    mb_slice rest = row->rest;
    if (rest.size == 0)
        return false;
    size_t end = 0;
    while (end < rest.size && rest.data[end] != '|')
        end += rest.data[end] == '\\' && end + 1 < rest.size ? 2 : 1;
    *cell = mb_md_trim(mb_slice_first(rest, end));
    row->rest = mb_slice_from(rest, end + 1);
    return true;
}

uint32_t mb_md_row_count(mb_slice line)
{
    mb_md_row row = mb_md_row_start(line);
    uint32_t count = 0;
    for (mb_slice cell; mb_md_row_next(&row, &cell);)
        count++;
    return count;
}

static bool is_delimiter(mb_slice cell)
{
    if (cell.size && cell.data[0] == ':')
        cell = mb_slice_from(cell, 1);
    if (cell.size && cell.data[cell.size - 1] == ':')
        cell.size--;
    for (size_t i = 0; i < cell.size; i++)
        if (cell.data[i] != '-')
            return false;
    return cell.size > 0;
}

bool mb_md_is_delimiter_row(mb_slice line)
{
    if (line.size == 0 || !memchr(line.data, '|', line.size))
        return false;
    mb_md_row row = mb_md_row_start(line);
    mb_slice cell;
    if (!mb_md_row_next(&row, &cell))
        return false;
    do {
        if (!is_delimiter(cell))
            return false;
    } while (mb_md_row_next(&row, &cell));
    return true;
}

char mb_md_alignment(mb_slice delimiter)
{
    bool left = delimiter.data[0] == ':', right = delimiter.data[delimiter.size - 1] == ':';
    if (left)
        return right ? 'c' : 'l';
    return right ? 'r' : 0;
}

void mb_md_cell_write(mb_buffer *out, mb_slice cell)
{
    size_t done = 0;
    for (size_t at = 0; at + 1 < cell.size; at++) {
        if (cell.data[at] != '\\')
            continue;
        if (cell.data[at + 1] == '|') {
            mb_buffer_add(out, (mb_slice){cell.data + done, at - done});
            done = at + 1;
        }
        at++;
    }
    mb_buffer_add(out, mb_slice_from(cell, done));
}
