/* event.h: what a build tells a program, as JSON, one event a line on standard output. */
#ifndef MB_COMMAND_EVENT_H
#define MB_COMMAND_EVENT_H

#include "command.h"
#include "preview/preview.h"

/* {"event":"progress","done":3,"total":12} */
void event_progress(size_t done, size_t total);

/* {"event":"built","pages":12,"written":3,"unchanged":9,"removed":0} */
void event_built(const mb_build_result *result);

/* {"event":"failed","message":…} with file, line, column, route, pack, pack_line, advice and trace where there are
 * any: all that the message on a terminal says. Returns the exit code that fits it. */
int event_failed(const mb_error *error);

/* What a preview tells: {"event":"changed","file":"site.yaml","count":1,"seconds":0.012} and others, named as in
 * preview.h. */
void event_of_preview(void *context, const preview_event *event);

#endif
