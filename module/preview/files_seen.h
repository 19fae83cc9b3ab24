/* files_seen.h: remembers the files of some folders, and says which differ at the next look. */
#ifndef PREVIEW_FILES_SEEN_H
#define PREVIEW_FILES_SEEN_H

#include <stddef.h>

/* Folders in folders; a link that leads in a circle ends here. */
#define FILES_DEEPEST 16
/* The content of a larger file isn't compared: its size and time tell. */
#define FILES_LARGEST ((long long)64 << 20)

typedef struct files_seen files_seen;

/* NULL where memory ran out. */
files_seen *files_seen_new(void);
void files_seen_free(files_seen *seen);

/* Looks at every file below the folders; `attend` is called for each folder. Returns how many files came, went or have
 * another content than at the look before; `first` is the first of them by path, and lives until the next look. */
size_t files_look(files_seen *seen, const char *const *folders, size_t count,
                  void (*attend)(void *context, const char *folder), void *context, const char **first);

#endif
