/* What the files of the module govreport.docx share that know Lua. */
#ifndef GR_DOCX_MODULE_H
#define GR_DOCX_MODULE_H

#include <lauxlib.h>
#include <lua.h>

#include "docx/package.h"

/* nil, a code, {part, byte} [-0, +3] */
int module_fail(lua_State *L, const char *part, docx_problem problem, size_t byte);

/* Functions of the module. [-args, +results] */
int module_archive(lua_State *L);
int module_write(lua_State *L);
int module_rewrite(lua_State *L);
int module_annotate(lua_State *L);

/* Make the classes that they need. [-0, +0] */
void module_begin_archive(lua_State *L);
void module_begin_write(lua_State *L);
void module_begin_annotate(lua_State *L);

#endif
