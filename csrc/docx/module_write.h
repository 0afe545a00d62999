/* What Lua sees of the writing of packages, and how it is told of what is wrong with one. */
#ifndef GR_DOCX_MODULE_WRITE_H
#define GR_DOCX_MODULE_WRITE_H

#include <lua.h>

#include "docx/package.h"

/* nil, a code, {part, byte} [-0, +3] */
int module_fail(lua_State *L, const char *part, docx_problem problem, size_t byte);
/* Functions of the module. [-args, +1 or +3] */
int module_write(lua_State *L);
int module_rewrite(lua_State *L);
/* Registers the class of what is being written. [-0, +0] */
void module_begin_write(lua_State *L);

#endif
