/* media_type.h: what kind of file it is, by the end of its name. */
#ifndef PREVIEW_MEDIA_TYPE_H
#define PREVIEW_MEDIA_TYPE_H

/* The value of the header Content-Type (IANA's registered types); application/octet-stream where nothing is known. */
const char *media_type_of(const char *path);

#endif
