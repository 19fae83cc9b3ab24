/* streams.c: the standard streams, as the archive of Lua inside the library reaches them.
 *
 * Debian compiles the archive for programs: the code takes the address of stdin, stdout and stderr as if they were
 * near, which a linker refuses for a variable of another library. It was the only such thing in there (2,728 relative
 * relocations, of which these three names were refused), so the library has three hidden variables of those names.
 * Nothing reads them but Lua's print and its panic, which layouts never come to. */
struct _IO_FILE;

/* glibc's streams themselves, where its own three variables point to. */
extern struct _IO_FILE _IO_2_1_stdin_, _IO_2_1_stdout_, _IO_2_1_stderr_;

#define HIDDEN __attribute__((visibility("hidden")))

extern HIDDEN struct _IO_FILE *const stdin, *const stdout, *const stderr;

struct _IO_FILE *const stdin = &_IO_2_1_stdin_;
struct _IO_FILE *const stdout = &_IO_2_1_stdout_;
struct _IO_FILE *const stderr = &_IO_2_1_stderr_;
