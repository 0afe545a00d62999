/* What Lua sees of ZIP archives with documents in them. */
#ifndef GR_DOCX_MODULE_ARCHIVE_H
#define GR_DOCX_MODULE_ARCHIVE_H

#include <lua.h>

/* docx.archive(bytes) -> Archive; or nil, a code, {part, byte} [-1, +1 or +3] */
int module_archive(lua_State *L);
/* Registers the class of archives. [-0, +0] */
void module_begin_archive(lua_State *L);

#endif
