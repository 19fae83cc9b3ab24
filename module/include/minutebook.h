/* minutebook.h: reads councils' agenda packs into a typed model and publishes them as a site.
 *
 * This header is the manual of the C interface. Every function that can fail returns 0 or a negative MB_E… code,
 * writes what it made to its last parameter, and describes a failure in the mb_error that the caller passes (NULL
 * where the caller doesn't care). The library never prints, never exits and keeps no global state: any number of
 * packs and sites can be open at once, each used by one thread at a time. Text is UTF-8.
 */
#ifndef MINUTEBOOK_H
#define MINUTEBOOK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define MB_PUBLIC __attribute__((visibility("default")))
#else
#define MB_PUBLIC
#endif

/* The version of this header. A new MB_ABI_VERSION means that a program has to be compiled again. */
#define MB_VERSION     "0.1.0"
#define MB_ABI_VERSION 0

/* The same two of the library that the program runs with; the text is constant. */
MB_PUBLIC const char *mb_version(void);
MB_PUBLIC uint32_t mb_abi_version(void);

/* Codes. Zero is success; a code says who can mend it, the mb_error says how. */
enum {
    MB_OK = 0,
    MB_ENOMEM = -1,  /* memory ran out */
    MB_EIO = -2,     /* a file is missing, can't be read or can't be written */
    MB_EFORMAT = -3, /* a file that a person wrote (YAML, a layout) has a mistake */
    MB_ELIMIT = -4,  /* a named limit was passed (a pack over 256 MiB, for example) */
    MB_EUSAGE = -5   /* the caller asked for something that isn't there or makes no sense */
};

/* What went wrong: `file` and `route` are empty, `line` and `column` 0 (they count from 1) where there is none. */
typedef struct mb_error {
    int code;
    uint32_t line, column;
    char file[512];
    char route[256];
    char message[1024];
    char advice[512]; /* what to do, or empty */
} mb_error;

/* Frees what a function below gave as its own copy; NULL is allowed. */
MB_PUBLIC void mb_free(void *memory);

/* How much a finding matters. */
enum {
    MB_NOTE = 1,    /* something was inferred, and is very likely right */
    MB_WARNING = 2, /* something is unsure, unplaced or in conflict: a person should look */
    MB_ERROR = 3    /* the paper can't be read, or a part of it is lost */
};

/* One diagnostic: something that a person should know about the reading. Texts are empty, never NULL, and numbers 0
 * (they count from 1) where there is none. It lives as long as the pack or site that it was asked of; a later version
 * may add fields at its end. */
typedef struct mb_finding {
    int severity;
    const char *code;       /* stable, in kebab-case */
    const char *message;    /* what was found, in words */
    const char *file;       /* the pack, by the path that was given */
    uint32_t line;          /* of the file; a line ends at LF */
    uint32_t page;          /* the number that the pack prints */
    uint32_t sheet;         /* the page of the file */
    const char *correction; /* YAML to paste into the pack's corrections */
} mb_finding;

#ifdef __cplusplus
}
#endif
#endif
