/* The function docx.annotate of the module. */
#ifndef GR_DOCX_MODULE_ANNOTATE_H
#define GR_DOCX_MODULE_ANNOTATE_H

#include <lua.h>

int module_annotate(lua_State *L);
/* Makes what the function needs. [-0, +0] */
void module_begin_annotate(lua_State *L);

#endif
