/* value.h: what goes between JavaScript and C. A function that gives a value or a flag gives NULL or false where an
 * exception is left behind. */
#ifndef MB_NODE_VALUE_H
#define MB_NODE_VALUE_H

/* Functions that every Node since 14.17 has, and every later one will have. */
#define NAPI_VERSION 8

#include <node_api.h>

#include "library.h"

/* What the addon keeps for one Node: a process has one for each worker thread. */
typedef struct mb_door {
    mb_library library;
} mb_door;

const mb_door *mb_door_of(napi_env env);

/* Throws what the library describes. NULL, to be returned. */
napi_value mb_throw(napi_env env, const mb_error *error);

/* Throws an Error of the library's kind that this door finds itself; `message` is a format. NULL, to be returned. */
napi_value mb_throw_words(napi_env env, const char *message, ...) __attribute__((format(printf, 2, 3)));

/* The Error for what the library describes: its message has place, page, pack and advice, as a log shows it; its fields have
 * them one by one. */
napi_value mb_error_value(napi_env env, const mb_error *error);

/* A JavaScript string; bytes that aren't UTF-8 become U+FFFD. */
napi_value mb_string(napi_env env, const char *text);

/* Takes over a text that the library gave, freeing it. */
napi_value mb_take_text(napi_env env, char *text, size_t size);

/* Gives an object a field; a NULL value stands for an exception. */
bool mb_put(napi_env env, napi_value object, const char *name, napi_value value);
bool mb_put_text(napi_env env, napi_value object, const char *name, const char *text);

/* A number that counts from 1, and null where it is 0. */
bool mb_put_place(napi_env env, napi_value object, const char *name, uint32_t number);
bool mb_put_count(napi_env env, napi_value object, const char *name, double count);

/* The string's UTF-8, to be freed; `what` names it in the exception for anything else. `size` may be NULL: then a NUL within
 * is an exception too, for C ends paths and routes there. */
char *mb_text_of(napi_env env, napi_value value, const char *what, size_t *size);

/* Options: the field of an object, which may be missing altogether. False: an exception; a missing field is left NULL or as
 * it was. Texts are to be freed. */
bool mb_option_text(napi_env env, napi_value options, const char *name, char **out);
bool mb_option_count(napi_env env, napi_value options, const char *name, unsigned *out);
bool mb_option_flag(napi_env env, napi_value options, const char *name, int *out);
bool mb_option_function(napi_env env, napi_value options, const char *name, napi_value *out);
bool mb_option_value(napi_env env, napi_value options, const char *name, napi_value *out);

#endif
