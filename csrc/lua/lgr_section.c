/* govreport.Section: a part of a report, or a subsection. */
#include "lua/lgr_part.h"

void lgr_push_section(lua_State *L, int report, size_t index) {
  lgr_push_view(L, report, LGR_SECTION, index, LGR_PART_SECTION);
}

static const gr_section *check_section(lua_State *L, const gr_report **report, size_t *index) {
  const lgr_view *view = lgr_check_view(L, 1, LGR_SECTION, report);
  *index = view->index;
  return gr_report_section_at(*report, view->index);
}

/* [-1, +1] each */
static int section_id(lua_State *L) {
  const gr_report *report;
  size_t index;
  const gr_section *section = check_section(L, &report, &index);
  if (section->section == GR_NO_INDEX) lua_pushnil(L);
  else lua_pushstring(L, gr_schema_section_id(gr_report_schema(report), section->section));
  return 1;
}

static int section_level(lua_State *L) {
  const gr_report *report;
  size_t index;
  lua_pushinteger(L, check_section(L, &report, &index)->level);
  return 1;
}

static int section_number(lua_State *L) {
  const gr_report *report;
  size_t index;
  int number = check_section(L, &report, &index)->number;
  if (number == 0) lua_pushnil(L);
  else lua_pushinteger(L, number);
  return 1;
}

/* [-0, +1] The source of a range, nil for an empty one. */
static int push_range(lua_State *L, const gr_report *report, gr_range range) {
  if (range.start == range.end) lua_pushnil(L);
  else lgr_push_source(L, gr_report_document(report), range);
  return 1;
}

static int section_marker(lua_State *L) {
  const gr_report *report;
  size_t index;
  gr_range range = check_section(L, &report, &index)->marker;
  return push_range(L, report, range);
}

static int section_title(lua_State *L) {
  const gr_report *report;
  size_t index;
  gr_range range = check_section(L, &report, &index)->title;
  return push_range(L, report, range);
}

/* The text below the title as the source has it, "" where there is none. */
static int section_text(lua_State *L) {
  const gr_report *report;
  size_t index;
  gr_range body = check_section(L, &report, &index)->body;
  lgr_push_source(L, gr_report_document(report), body);
  return 1;
}

const char *lgr_section_state(const gr_report *report, size_t index) {
  gr_state state = gr_report_section_state(report, index);
  return state == GR_NUMBER ? "text" : gr_state_name(state);
}

static int section_state(lua_State *L) {
  const gr_report *report;
  size_t index;
  (void)check_section(L, &report, &index);
  lua_pushstring(L, lgr_section_state(report, index));
  return 1;
}

/* Where the body stands on the tape, as LPeg positions. */
static int section_body_start(lua_State *L) {
  const gr_report *report;
  size_t index;
  lua_pushinteger(L, (lua_Integer)check_section(L, &report, &index)->body.start + 1);
  return 1;
}

static int section_body_stop(lua_State *L) {
  const gr_report *report;
  size_t index;
  lua_pushinteger(L, (lua_Integer)check_section(L, &report, &index)->body.end + 1);
  return 1;
}

static int section_parent(lua_State *L) {
  const gr_report *report;
  size_t index;
  size_t parent = check_section(L, &report, &index)->parent;
  if (parent == GR_NO_INDEX) {
    lua_pushnil(L);
    return 1;
  }
  lgr_push_report(L, 1);
  lgr_push_section(L, lua_gettop(L), parent);
  return 1;
}

/* The step of section:sections(). Upvalues: report, parent, next. [-0, +1] */
static int next_child(lua_State *L) {
  const gr_report *report = lgr_check(L, lua_upvalueindex(1), LGR_REPORT);
  size_t parent = (size_t)lua_tointeger(L, lua_upvalueindex(2)), index = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  size_t count = gr_report_section_count(report);
  int level = gr_report_section_at(report, parent)->level;
  while (index < count && gr_report_section_at(report, index)->parent != parent) {
    if (gr_report_section_at(report, index)->level <= level) return 0;
    index++;
  }
  if (index == count) return 0;
  lua_pushinteger(L, (lua_Integer)index + 1);
  lua_replace(L, lua_upvalueindex(3));
  lua_pushvalue(L, lua_upvalueindex(1));
  lgr_push_section(L, lua_gettop(L), index);
  return 1;
}

/* section:sections() -> iterator over its direct subsections. [-1, +1] */
static int section_sections(lua_State *L) {
  const gr_report *report;
  size_t index;
  (void)check_section(L, &report, &index);
  lgr_push_report(L, 1);
  lua_pushinteger(L, (lua_Integer)index);
  lua_pushinteger(L, (lua_Integer)index + 1);
  lua_pushcclosure(L, next_child, 3);
  return 1;
}

/* ---- the outline -------------------------------------------------------------------------------- */

/* [-0, +0] A position of the tape. */
static void set_position(lua_State *L, const char *name, size_t offset) {
  lua_pushinteger(L, (lua_Integer)offset + 1);
  lua_setfield(L, -2, name);
}

enum { TOP = 2, ALL, NO_ITEMS };   /* the tables of an outline on the stack */

/* [-0, +1] What a section is, as a table; see lgr_outline. */
static void push_entry(lua_State *L, const gr_report *report, size_t index) {
  const gr_section *section = gr_report_section_at(report, index);
  lua_createtable(L, 0, 8);
  lgr_push_section(L, 1, index);
  lua_setfield(L, -2, "section");
  if (section->section != GR_NO_INDEX) {
    lua_pushstring(L, gr_schema_section_id(gr_report_schema(report), section->section));
    lua_setfield(L, -2, "id");
  }
  if (section->number != 0) {
    lua_pushinteger(L, section->number);
    lua_setfield(L, -2, "number");
  }
  lgr_push_source(L, gr_report_document(report), section->marker);
  lua_setfield(L, -2, "marker");
  set_position(L, "start", section->title.start);
  set_position(L, "body_start", section->body.start);
  set_position(L, "body_stop", section->body.end);
  lua_pushvalue(L, NO_ITEMS);
  lua_setfield(L, -2, "items");
}

/* [-0, +1] The list that a section stands in: that of its parent, which is made for the first one. */
static void push_siblings(lua_State *L, const gr_section *section) {
  if (section->parent == GR_NO_INDEX) {
    lua_pushvalue(L, TOP);
    return;
  }
  lua_rawgeti(L, ALL, (lua_Integer)section->parent + 1);
  lua_getfield(L, -1, "items");
  if (lua_rawequal(L, -1, NO_ITEMS)) {
    lua_newtable(L);
    lua_replace(L, -2);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "items");
  }
  lua_remove(L, -2);
}

/* core.outline(report) -> its sections, read once: a list of those at the top in document order, each {section, id, number,
 * marker, start, body_start, body_stop, items}: the Section, what that has under these names, "" for no marker, and a list
 * of those right below it. Nobody adds to the lists. [-1, +1] */
int lgr_outline(lua_State *L) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  size_t count = gr_report_section_count(report);
  lua_settop(L, 1);
  lua_newtable(L);
  lua_createtable(L, (int)count, 0);
  lua_newtable(L);
  for (size_t i = 0; i < count; i++) {
    push_siblings(L, gr_report_section_at(report, i));
    push_entry(L, report, i);
    lua_pushvalue(L, -1);
    lua_rawseti(L, ALL, (lua_Integer)i + 1);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    lua_pop(L, 1);
  }
  lua_settop(L, TOP);
  return 1;
}

static int section_tostring(lua_State *L) {
  if (lgr_push_closed_view(L, LGR_SECTION)) return 1;
  lua_pushfstring(L, "%s: %s", LGR_SECTION, lgr_part_push_line(L));
  return 1;
}

void lgr_open_section(lua_State *L) {
  static const luaL_Reg section_getters[] = {
      {"id", section_id},       {"level", section_level}, {"number", section_number}, {"marker", section_marker},
      {"title", section_title}, {"text", section_text},   {"state", section_state},   {"parent", section_parent}, {"body_start", section_body_start},
      {"body_stop", section_body_stop}, LGR_PART_GETTERS, {NULL, NULL},
  };
  static const luaL_Reg section_methods[] = {{"sections", section_sections}, {NULL, NULL}};
  static const luaL_Reg section_meta[] = {{"__eq", lgr_view_equal}, {"__tostring", section_tostring}, {NULL, NULL}};
  lgr_class(L, LGR_SECTION, section_getters, section_methods, section_meta);
}
