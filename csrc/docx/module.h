/* What the files of the module govreport.docx share that know Lua. */
#ifndef GR_DOCX_MODULE_H
#define GR_DOCX_MODULE_H

#include <lauxlib.h>
#include <lua.h>

#include "docx/package.h"

/* nil, a code, {part, byte} [-0, +3] */
int module_fail(lua_State *L, const char *part, docx_problem problem, size_t byte);
/* Makes the class of archives. [-0, +0] */
void module_open_archive(lua_State *L);
/* docx.archive(bytes) -> Archive; or nil, a code, {part, byte} [-1, +1 or +3] */
int module_new_archive(lua_State *L);

#endif
