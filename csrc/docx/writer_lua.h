/* What Lua sees of the writing of packages, and how it is told of what is wrong with one. */
#ifndef GR_DOCX_WRITER_LUA_H
#define GR_DOCX_WRITER_LUA_H

#include <lua.h>

#include "docx/package.h"

/* nil, a code, {part, byte} [-0, +3] */
int docx_fail(lua_State *L, const char *part, docx_problem problem, size_t byte);
/* Functions of the module. [-args, +1 or +3] */
int writer_lua_write(lua_State *L);
int writer_lua_rewrite(lua_State *L);
/* Registers the class of what is being written. [-0, +0] */
void writer_lua_begin(lua_State *L);

#endif
