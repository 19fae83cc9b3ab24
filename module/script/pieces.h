/* pieces.h: what Markdown and HTML are made of as long as they are values: text that is written already, and data that is
 * escaped once it is known where it lands.
 *
 *     [size, language, is data][text]  [size, language, is data][text]  …                                            */
#ifndef MB_SCRIPT_PIECES_H
#define MB_SCRIPT_PIECES_H

#include "script/places.h"
#include "script/values.h"

typedef struct mb_piece {
    mb_language language; /* of data: the language of what it was glued to */
    bool is_data;
    mb_slice text;
} mb_piece;

/* The bytes that a piece with so much text takes; writes one there; adds one, unless it is empty. */
size_t mb_piece_size(size_t text);
void mb_piece_put(char *to, mb_piece piece);
void mb_piece_add(mb_buffer *out, mb_piece piece);

/* Adds the text to the last piece, which begins at `last` and is of the same kind; where nothing begins there, a piece. */
void mb_piece_extend(mb_buffer *out, size_t last, mb_piece piece);

typedef struct mb_piece_reading {
    const char *at, *end;
    mb_piece piece;
} mb_piece_reading;
bool mb_piece_next(mb_piece_reading *reading);

/* Adds the value at `index` of the stack as pieces: a string as data of `language`. `what` names it in messages. */
void mb_add_operand(lua_State *L, int index, mb_language language, const char *what, mb_buffer *pieces);

/* Pushes a value of these pieces. */
void mb_push_pieces(lua_State *L, mb_language language, mb_slice pieces);

/* Writes a string as data, behind what `out` holds. */
void mb_write_string(lua_State *L, mb_slice text, mb_language language, mb_buffer *out);

/* HTML in Markdown is kept beside it; writes a mark where it belongs. */
void mb_write_fragment(lua_State *L, mb_slice html, mb_buffer *out);

/* Writes a value of Markdown, HTML or another language into one of `language`. */
void mb_write_pieces(lua_State *L, const mb_markup *markup, mb_language language, mb_buffer *out);

#endif
