/* template.h: Markdown or HTML with Lua in it, turned into Lua with the same line numbers.
 *
 *     % for _, item in ipairs(meeting.items) do      a line that begins with % is Lua; %% is a percent sign
 *     ## ${item.title}                               ${expression} inserts a value; $${ is literal
 *     % end                                          ${value |> f |> g(1)} inserts g(f(value), 1)
 *
 * A line of Lua leaves no line, nor does one that holds nothing but values that turn out to be empty. */
#ifndef MB_SCRIPT_TEMPLATE_H
#define MB_SCRIPT_TEMPLATE_H

#include "core/buffer.h"

/* The names under which the Lua of a template calls what writes literal text and values. */
#define MB_TEMPLATE_TEXT     "__text"
#define MB_TEMPLATE_VALUE    "__value"
#define MB_TEMPLATE_GIVEN    "__given" /* refuses nil ahead of a filter */
#define MB_TEMPLATE_LINE_END "__line_end"
#define MB_TEMPLATE_NAMES    MB_TEMPLATE_TEXT "," MB_TEMPLATE_VALUE "," MB_TEMPLATE_GIVEN "," MB_TEMPLATE_LINE_END

/* The local variable that goes through filters. */
#define MB_TEMPLATE_PIPED "__piped"

/* Writes the template as Lua. MB_EFORMAT (a ${ that isn't closed or is empty, with its line), or 0; look at
 * `lua->failed` too. */
int mb_template_to_lua(mb_slice template, const char *path, mb_buffer *lua, mb_error *error);

#endif
