/* class.h: a pack or a site as an object of JavaScript, which holds it until it is closed or forgotten. */
#ifndef MB_NODE_CLASS_H
#define MB_NODE_CLASS_H

#include "value.h"

enum { MB_MOST_ARGUMENTS = 3 };

/* One of the two is there. */
typedef struct mb_held {
    mb_site *site;
    mb_open_pack *pack;
    void (*close_site)(mb_site *site); /* as Node ends, it may forget a site after the library's table */
    void (*close_pack)(mb_open_pack *pack);
    bool closed;   /* by the program; what is still at work on it has it until it is done */
    unsigned uses; /* how many calls are */
} mb_held;

typedef struct mb_kind {
    const char *name;  /* "site" */
    napi_type_tag tag; /* so that no other addon's object is taken for ours */
} mb_kind;

extern const mb_kind mb_site_kind, mb_pack_kind;

/* A call, as far as all have it in common. Missing arguments are undefined. */
typedef struct mb_call {
    napi_env env;
    const mb_library *library;
    napi_value this, argument[MB_MOST_ARGUMENTS];
    mb_held *self; /* of a method */
} mb_call;

/* Takes the arguments of a function that belongs to no object. */
bool mb_begin_call(napi_env env, napi_callback_info info, mb_call *call);

/* Takes those of a constructor; false with an exception where it is called without `new`. */
bool mb_begin_construction(napi_env env, napi_callback_info info, mb_call *call);

/* Takes those of a method; false with an exception where `this` isn't open or is of another kind. */
bool mb_begin_method(napi_env env, napi_callback_info info, const mb_kind *kind, mb_call *call);

/* What the object holds; NULL with an exception where it is closed or of another kind. */
mb_held *mb_held_by(napi_env env, napi_value object, const mb_kind *kind);

/* Puts what was opened into the constructor's object, and gives that; closes it where that can't be. */
napi_value mb_hold(const mb_call *call, const mb_kind *kind, mb_site *site, mb_open_pack *pack);

/* Ends what `uses` counted: the last one closes it for the program that asked for it. */
void mb_end_use(mb_held *held);

/* The method close() of the kind: a second time does nothing. */
napi_value mb_close_held(napi_env env, napi_callback_info info, const mb_kind *kind);

/* Lists of equal things, made one by one: `make` gives element `index`, NULL past the last or with an exception. */
typedef napi_value mb_make_element(const mb_call *call, size_t index);
napi_value mb_list_of(const mb_call *call, mb_make_element *make);

/* What packs and sites both have. */
napi_value mb_finding_value(napi_env env, const mb_finding *finding);
napi_value mb_words_value(napi_env env, const mb_words *words);

/* The classes, for the module; NULL with an exception. */
napi_value mb_define_site(napi_env env);
napi_value mb_define_pack(napi_env env);

#endif
