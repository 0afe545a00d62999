/* How the module govreport.docx tells of what is wrong with a package. */
#ifndef GR_DOCX_MODULE_H
#define GR_DOCX_MODULE_H

#include <lua.h>

#include "docx/package.h"

/* nil, a code, {part, byte} [-0, +3] */
int module_fail(lua_State *L, const char *part, docx_problem problem, size_t byte);

#endif
