/* What the files of the Lua binding share. The binding never parses: it checks arguments, calls the core and wraps the
 * results. Rules: a box (a userdata with its metatable and NULL inside) exists before what it holds is acquired; nothing
 * that can raise stands between acquiring and boxing; a view keeps its report alive by its user value. */
#ifndef LGR_CLASS_H
#define LGR_CLASS_H

#include <lauxlib.h>
#include <lua.h>

#include "govreport.h"

#define LGR_DOCUMENT "govreport.Document"
#define LGR_SCHEMA "govreport.Schema"
#define LGR_LABELS "govreport.Labels"
#define LGR_WORDS "govreport.Words"
#define LGR_BUILDER "govreport.Builder"
#define LGR_REPORT "govreport.Report"
#define LGR_IDENTITIES "govreport.Identities"
#define LGR_SHINGLES "govreport.Shingles"
#define LGR_DECIMAL "govreport.Decimal"
#define LGR_REPAIRS "govreport.Repairs"
#define LGR_ALIGN "govreport.Align"

typedef struct lgr_box {
  void *object;   /* NULL when closed */
  int pins;       /* open objects that point into this one */
} lgr_box;

/* A part of a report: by its index, or by two of them. */
typedef struct lgr_view {
  const lgr_box *report;
  size_t index, second;
} lgr_view;

/* [-0, +0] Registers a class: getters run on `object.name`, methods are returned by it; other names raise. Any of the
 * three lists may be NULL. */
void lgr_class(lua_State *L, const char *name, const luaL_Reg *getters, const luaL_Reg *methods,
               const luaL_Reg *metamethods);
/* core.classes() -> map from the name of each class to {getters, methods, metamethods}: lists of names in no order. For
 * the spec that compares them with what the reference says. [-n, +1] */
int lgr_classes(lua_State *L);
/* [-0, +1] The `__index` of every class: for those that look further before they raise. False, and nothing pushed,
 * where neither getter nor method has that name. */
int lgr_lookup(lua_State *L);
/* [-0, +1] A key that somebody asked for, as messages name it: of a table or a function the type, never the address. */
const char *lgr_push_key(lua_State *L, int arg);
/* Upvalues of every `__index`, and so of the function that calls lgr_lookup: maps from name to function. */
enum { LGR_GETTERS = 1, LGR_METHODS = 2 };
/* Raises: no such name in an object of the class. Only for an `__index`. */
int lgr_unknown(lua_State *L, const char *class_name, const char *name);
/* core.extend(class, {name = function, …}): methods of the class that are written in Lua; the same again replaces them.
 * They get an object that is open. [-2, +0] */
int lgr_extend(lua_State *L);

/* ---- arguments ------------------------------------------------------------------------------- */

/* The name that is nearest to one that is not known, of those that are tried; `second` where several begin with it. */
typedef struct lgr_nearest {
  const char *wanted, *best, *second;
  size_t distance;   /* of the best; where there is none, the least that is not near */
} lgr_nearest;

void lgr_nearest_begin(lgr_nearest *nearest, const char *wanted);
/* Of two that are as near the first in the order of bytes is taken. `known` must outlive `nearest`. */
void lgr_nearest_try(lgr_nearest *nearest, const char *known);
/* [-0, +1] ", did you mean 'x'?", with 'x' or 'y', or nothing. */
const char *lgr_push_nearest(lua_State *L, const lgr_nearest *nearest);
/* Raises like lgr_unknown, with more names to choose from. */
int lgr_unknown_near(lua_State *L, const char *class_name, lgr_nearest *nearest);

/* Raises "bad argument 'ARGUMENT' to 'FUNCTION': …"; without an argument, for a key, what follows alone. The format is
 * that of lua_pushvfstring. */
int lgr_bad_argument(lua_State *L, const char *argument, const char *format, ...);
/* Raises: what stands at `arg` is no object of the class; of a method's own object, that it wants a colon. */
int lgr_bad_object(lua_State *L, int arg, const char *class_name);
/* [-0, +0 or +1] What a value is, for messages. */
const char *lgr_type_name(lua_State *L, int arg);
/* The string or the integer at `arg`; raises for all else. */
const char *lgr_check_text(lua_State *L, int arg, const char *argument);
lua_Integer lgr_check_integer(lua_State *L, int arg, const char *argument);

/* ---- boxes and views ------------------------------------------------------------------------- */

/* [-0, +1] An empty box of a class with `values` user values. */
lgr_box *lgr_new_box(lua_State *L, const char *class_name, int values);
/* The object in the box at `arg`; raises for another type or a closed one. */
void *lgr_check(lua_State *L, int arg, const char *class_name);
/* The box at argument 1, about to be closed by the program; raises while other objects use it, or a script runs. */
lgr_box *lgr_check_closing(lua_State *L, const char *class_name);
/* For `__close(object, error)`: whether the box at argument 1 is to be closed; raises as lgr_check_closing does, but
 * where the block ends by an error: that one must arrive. */
bool lgr_ends_block(lua_State *L, const char *class_name);
/* Gives the methods of strings and of patterns to scripts, or back to everybody; whether scripts had them. It cannot
 * raise where the stack has room for LUA_MINSTACK values. [-0, +0] */
bool lgr_set_guest(lua_State *L, bool is_guest);
/* Whether scripts have them: then nobody can close a Report or a Document. [-0, +0] */
bool lgr_is_guest(lua_State *L);
/* [-0, +0 or +1] For `__tostring` of a box or a view: pushes "CLASS: closed" where it is so. */
bool lgr_push_closed_box(lua_State *L, const char *class_name);
bool lgr_push_closed_view(lua_State *L, const char *class_name);

/* [-0, +1] A view of a class; `report` is the stack index of the report's userdata. */
lgr_view *lgr_push_view(lua_State *L, int report, const char *class_name, size_t index, size_t second);
/* The view at `arg`, and its report; raises for another type or a closed report. */
const lgr_view *lgr_check_view(lua_State *L, int arg, const char *class_name, const gr_report **report);
/* [-0, +1] The report's userdata that the view at `arg` belongs to. */
void lgr_push_report(lua_State *L, int arg);
/* `__eq` of all views. [-0, +1] */
int lgr_view_equal(lua_State *L);

/* Raises for the errors that only misuse or exhausted memory bring about. */
void lgr_require(lua_State *L, gr_status status);
/* [-0, +3] nil, code, table of what a message needs. */
int lgr_failure(lua_State *L, const gr_error *error);

/* [-0, +1] An integer when integral, else a Decimal. */
void lgr_push_decimal(lua_State *L, gr_decimal value);
/* Reads an integer or a Decimal; raises for all else, floats among them. */
gr_decimal lgr_check_decimal(lua_State *L, int arg);

gr_slice lgr_check_slice(lua_State *L, int arg);
/* [-0, +1] */
void lgr_push_slice(lua_State *L, gr_slice slice);
/* [-0, +1] Two digits for each byte. */
void lgr_push_hexadecimal(lua_State *L, const unsigned char *bytes, size_t size);
/* Number of the field of an id; GR_NO_INDEX where the form has none, and then what is near to it. */
size_t lgr_find_field(const gr_schema *schema, const char *id);
void lgr_nearest_fields(lgr_nearest *nearest, const gr_schema *schema, const char *id);
/* title, agency, year: nil in a form that does not have them, where other unknown names raise. */
bool lgr_is_common_field(const char *name);

/* [-0, +1] What people read in a range of the tape: the source, without the markup of a page. */
void lgr_push_source(lua_State *L, const gr_document *document, gr_range range);
/* The length of the unsafe character at the front of a text, as `govreport.base.unsafe` has them; 0 where it is none. */
size_t lgr_unsafe_length(const char *text, size_t left);
/* [-0, +1] The text on one line, for __tostring: line ends and what a terminal obeys become spaces. */
const char *lgr_push_line(lua_State *L, gr_slice text);
/* The range given by two LPeg positions at `arg` and `arg + 1`: 1-based, the second one past the end; the arguments
 * `start` and `stop`. */
gr_range lgr_check_range(lua_State *L, int arg, size_t size);
/* [-0, +0] Sets line, column, byte, byte_end in the table on top. */
void lgr_set_lines(lua_State *L, gr_place place);
/* [-0, +0] The same, and `spot`. */
void lgr_set_place(lua_State *L, const gr_document *document, gr_place place);
/* Hundredths of a point as points, without zeros at the end. */
gr_decimal lgr_points(int32_t hundredths);
/* Where the bytes of a place stand in a file that has no lines: {part, byte, byte_end}, {page, box = {left, top, right,
 * bottom}}, {paragraph} or {table, row, column}; nil for text and pages of the web. [-0, +1] */
void lgr_push_spot(lua_State *L, const gr_document *document, gr_place place);

/* Each file's classes. [-0, +0] */
void lgr_open_decimal(lua_State *L);
void lgr_open_document(lua_State *L);
void lgr_open_labels(lua_State *L);
void lgr_open_schema(lua_State *L);
void lgr_open_builder(lua_State *L);
void lgr_open_report(lua_State *L);
void lgr_open_table(lua_State *L);
void lgr_open_cell(lua_State *L);
void lgr_open_evidence(lua_State *L);
void lgr_open_field(lua_State *L);
void lgr_open_section(lua_State *L);
void lgr_open_sequence(lua_State *L);
void lgr_open_identities(lua_State *L);
void lgr_open_repairs(lua_State *L);
void lgr_open_align(lua_State *L);
void lgr_open_shingles(lua_State *L);
void lgr_open_words(lua_State *L);
void lgr_open_boxes(lua_State *L);
void lgr_open_guest(lua_State *L);
/* [-0, +1] core.spent */
void lgr_open_budget(lua_State *L);

/* Functions of the module. [-args, +results] */
int lgr_document_parse(lua_State *L);
int lgr_boxes_new(lua_State *L);
int lgr_save(lua_State *L);
/* core.sync(path) -> true when what was written into a file is on its disk; nil, what the system says. [-1, +1 or +2] */
int lgr_sync(lua_State *L);
int lgr_plain_signals(lua_State *L);
int lgr_labels_new(lua_State *L);
int lgr_label_skeleton(lua_State *L);
int lgr_slots(lua_State *L);
int lgr_pack_slots(lua_State *L);
int lgr_schema_new(lua_State *L);
int lgr_builder_new(lua_State *L);
int lgr_identities_new(lua_State *L);
int lgr_repairs_find(lua_State *L);
int lgr_align(lua_State *L);
int lgr_align_costs(lua_State *L);
int lgr_shingles_new(lua_State *L);
int lgr_frequency_new(lua_State *L);
int lgr_words_new(lua_State *L);
int lgr_branches(lua_State *L);
int lgr_sentences(lua_State *L);
int lgr_sentence_stop(lua_State *L);
int lgr_paragraphs(lua_State *L);
int lgr_join(lua_State *L);
int lgr_decimal_new(lua_State *L);
int lgr_budget_new(lua_State *L);
int lgr_steps_left(lua_State *L);
int lgr_limited(lua_State *L);
int lgr_charge(lua_State *L);
int lgr_reserve(lua_State *L);
int lgr_guards(lua_State *L);
int lgr_as_host(lua_State *L);
int lgr_as_guest(lua_State *L);
int lgr_decimal_ratio(lua_State *L);
int lgr_decimal_product(lua_State *L);

/* [-0, +1] Parts of a report, for other files. */
void lgr_push_table(lua_State *L, int report, size_t table);
void lgr_push_cell(lua_State *L, int report, size_t cell);
/* core.cells(report, numbers) -> list of the Cells of some numbers [-2, +1] */
int lgr_cells(lua_State *L);
/* [-0, +1] What tells a Cell from everything else. */
void lgr_push_cell_class(lua_State *L);
/* The report of the Cell at the top of the stack, and its number in it; NULL for everything else. Raises for a closed
 * report. `class` is the stack index of what tells a Cell. [-0, +0] */
const gr_report *lgr_test_cell(lua_State *L, int class, size_t *number);
/* [-0, +1] The address of a cell: table.row.column */
void lgr_push_address(lua_State *L, const gr_schema *schema, size_t cell);
/* [-0, +1] What is printed in a cell; nil for nothing, and for what was not read. */
void lgr_push_cell_raw(lua_State *L, const gr_report *report, size_t cell);
/* [-0, +1] The value of a cell, nil for the states without one. */
void lgr_push_cell_value(lua_State *L, const gr_report *report, size_t cell);
/* Of the tape: a unit of either script is the same unit, as sums take it. Else that of the form; empty for none. */
gr_slice lgr_cell_unit(const gr_report *report, size_t cell);
/* [-0, +1] The unit of a cell as it is printed; the declared one of a number that has none; nil for none. */
void lgr_push_cell_unit(lua_State *L, const gr_report *report, size_t cell);
/* [-0, +1] The cells of a table as plain values: see lgr_values.c. */
void lgr_push_plain_table(lua_State *L, const gr_report *report, size_t table);
/* report:to_table(), report:values() [-1, +1] each */
int lgr_report_to_table(lua_State *L);
int lgr_report_values(lua_State *L);

/* core.pack_rows; see lgr_pack.c. [-3, +1] */
int lgr_pack_rows(lua_State *L);
/* core.pack_cells, core.pack_sections, core.pack_claims; see lgr_record.c. [-3, +1] each */
int lgr_pack_cells(lua_State *L);
int lgr_pack_sections(lua_State *L);
int lgr_pack_claims(lua_State *L);
/* core.traits; see lgr_traits.c. [-2, +4] */
int lgr_traits(lua_State *L);
/* core.write_json; see lgr_json_value.c. [-5, +1] */
int lgr_write_json(lua_State *L);
/* core.write_rows; see lgr_rows.c. [-4, +1] */
int lgr_write_rows(lua_State *L);
/* core.is_cell_of(report, object) -> whether it is a Cell of that report [-2, +1] */
int lgr_is_cell_of(lua_State *L);
/* core.evidence; see lgr_evidence.c. [-1, +2] */
int lgr_evidence_new(lua_State *L);
/* core.plane(report) -> what its cells hold, as tables by cell number: see lgr_values.c [-1, +1] */
int lgr_plane(lua_State *L);
/* core.cell_bytes(report) -> where they stand: see lgr_values.c [-1, +2] */
int lgr_cell_bytes(lua_State *L);
/* core.fields_of(report, id): see lgr_field.c [-2, +1] */
int lgr_fields_of(lua_State *L);
/* core.outline(report) -> its sections: see lgr_section.c [-1, +1] */
int lgr_outline(lua_State *L);
/* Number of the table, row or column that has this id or this official name; raises for the argument where none has. */
size_t lgr_find_table(lua_State *L, const gr_schema *schema, const char *name, const char *argument);
size_t lgr_find_row(lua_State *L, const gr_schema *schema, size_t table, const char *name, const char *argument);
size_t lgr_find_column(lua_State *L, const gr_schema *schema, size_t table, const char *name, const char *argument);
/* The number of a cell among all cells. */
size_t lgr_cell_number(const gr_schema *schema, size_t table, size_t row, size_t column);
/* Pushes the value of a field. [-0, +1] */
void lgr_push_field_value(lua_State *L, const gr_field *field);
/* What kind of value it has, or why it has none. */
const char *lgr_field_state(const gr_field *field);
/* [-0, +1] The sequences and maps of a report. */
void lgr_push_tables(lua_State *L, int report);
void lgr_push_fields(lua_State *L, int report);
void lgr_push_sequence(lua_State *L, int report, const char *class_name);
void lgr_push_section(lua_State *L, int report, size_t index);
/* "text", "none" where it says only 无, "blank" where nothing stands below the title. */
const char *lgr_section_state(const gr_report *report, size_t index);
void lgr_push_entry(lua_State *L, int report, size_t index);

#define LGR_TABLES "govreport.Tables"
#define LGR_CLAIMS "govreport.Claims"
#define LGR_DEVIATIONS "govreport.Deviations"
#define LGR_LEDGER "govreport.Ledger"

#endif
