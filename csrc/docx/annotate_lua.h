/* The function docx.annotate of the module. */
#ifndef GR_DOCX_ANNOTATE_LUA_H
#define GR_DOCX_ANNOTATE_LUA_H

#include <lua.h>

int annotate_lua(lua_State *L);
/* Makes what the function needs. [-0, +0] */
void annotate_lua_begin(lua_State *L);

#endif
