/* later.h: pages and files made on Node's own threads, while the program goes on. */
#ifndef MB_NODE_LATER_H
#define MB_NODE_LATER_H

#include "value.h"

/* The methods renderLater(route, format) and fileLater(path) of Site: promises. A site that is closed meanwhile lives until
 * what was asked of it is done. */
napi_value mb_render_later(napi_env env, napi_callback_info info);
napi_value mb_file_later(napi_env env, napi_callback_info info);

#endif
