/* The module govreport.core: what Lua sees of the core. */
#include "lua/lgr_class.h"
#include "lua/lgr_text.h"

#include <lualib.h>

/* core.width(text) -> columns in a terminal [-1, +1] */
static int width(lua_State *L) {
  lua_pushinteger(L, (lua_Integer)gr_text_width(lgr_check_slice(L, 1)));
  return 1;
}

/* core.fold(text) -> the tape form of one line of UTF-8 [-1, +1] */
static int fold(lua_State *L) {
  gr_slice text = lgr_check_slice(L, 1);
  luaL_Buffer buffer;
  size_t capacity = 3 * text.size;   /* a control character becomes U+FFFD */
  char *out = luaL_buffinitsize(L, &buffer, capacity + 1);
  luaL_pushresultsize(&buffer, gr_text_fold(text, out, capacity));
  return 1;
}

/* core.expand(template) -> list of the texts for which it stands; nil where its brackets are not right, or for more than
 * GR_TEMPLATE_TEXTS [-1, +1] */
static int expand(lua_State *L) {
  gr_slice template = lgr_check_slice(L, 1);
  size_t count = gr_template_count(template);
  if (count == 0) return 0;
  lua_settop(L, 1);
  lua_createtable(L, (int)count, 0);
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, template.size + 1);
  for (size_t i = 0; i < count; i++) {
    lua_pushlstring(L, out, gr_template_text(template, i, count, out));
    lua_rawseti(L, 2, (lua_Integer)i + 1);
  }
  lua_settop(L, 2);
  return 1;
}

/* core.doubled(text, start, stop, longest) -> the first position between two at which a word of so many Chinese characters
 * at most stands twice, and ends before `stop`; nil for none [-4, +1] */
static int doubled(lua_State *L) {
  gr_slice text = lgr_check_slice(L, 1);
  gr_range range = lgr_check_range(L, 2, text.size);
  lua_Integer longest = luaL_checkinteger(L, 4);
  luaL_argcheck(L, longest >= 0, 4, "a number of characters is expected");
  text.size = range.end;
  size_t at = gr_text_doubled(text, range.start, (size_t)longest);
  if (at == text.size) lua_pushnil(L);
  else lua_pushinteger(L, (lua_Integer)at + 1);
  return 1;
}

/* core.long_numbers(text, least) -> the stretches of at least so many digits, see gr_text_long_number: a flat list of start
 * and stop [-2, +1] */
static int long_numbers(lua_State *L) {
  gr_slice text = lgr_check_slice(L, 1);
  lua_Integer least = luaL_checkinteger(L, 2), count = 0;
  luaL_argcheck(L, least >= 1, 2, "a number of digits is expected");
  lua_newtable(L);
  gr_range number = gr_text_long_number(text, 0, (size_t)least);
  for (; number.start < text.size; number = gr_text_long_number(text, number.end, (size_t)least)) {
    lua_pushinteger(L, (lua_Integer)number.start + 1);
    lua_rawseti(L, -2, ++count);
    lua_pushinteger(L, (lua_Integer)number.end + 1);
    lua_rawseti(L, -2, ++count);
  }
  return 1;
}

/* core.copied(document, start, stop, characters) -> where some ASCII characters stand on a part of the tape as they are in
 * the source, not folded from others: a list of positions [-4, +1] */
static int copied(lua_State *L) {
  const gr_document *document = lgr_check(L, 1, LGR_DOCUMENT);
  gr_range range = lgr_check_range(L, 2, gr_document_tape(document).size);
  const char *characters = luaL_checkstring(L, 4);
  lua_newtable(L);
  lua_Integer count = 0;
  for (size_t at = range.start;; at++) {
    at = gr_document_copied(document, at, range.end, characters);
    if (at == range.end) return 1;
    lua_pushinteger(L, (lua_Integer)at + 1);
    lua_rawseti(L, -2, ++count);
  }
}

/* core.date(text) -> ISO date, or nil, code, fields [-1, +1] */
static int date(lua_State *L) {
  gr_date value;
  gr_status status = gr_date_read(lgr_check_slice(L, 1), &value);
  if (status != GR_OK) {
    gr_error error = {.status = status};
    return lgr_failure(L, &error);
  }
  char text[GR_DATE_TEXT];
  size_t length = gr_date_format(value, text);
  lua_pushlstring(L, text, length);
  return 1;
}

/* core.numeral(text) -> integer, or nil, code, fields [-1, +1] */
static int numeral(lua_State *L) {
  int64_t value;
  gr_status status = gr_numeral_read(lgr_check_slice(L, 1), &value);
  if (status != GR_OK) {
    gr_error error = {.status = status};
    return lgr_failure(L, &error);
  }
  lua_pushinteger(L, value);
  return 1;
}

/* core.one_line(text, is_narrow) -> a text of the source on one line; see gr_printed_line [-2, +1] */
static int one_line(lua_State *L) {
  gr_slice text = lgr_check_slice(L, 1);
  bool is_narrow = lua_toboolean(L, 2);
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, text.size);
  luaL_pushresultsize(&buffer, gr_printed_line(text, is_narrow, out));
  return 1;
}

/* core.unmarked(tape) -> text of the tape without the ends of its lines and cells [-1, +1] */
static int unmarked(lua_State *L) {
  gr_slice tape = lgr_check_slice(L, 1);
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, tape.size);
  luaL_pushresultsize(&buffer, gr_printed_unmarked(tape, out));
  return 1;
}

/* Pushes where something stands from a position of a tape on. [-0, +1] */
static int push_place(lua_State *L, size_t (*find)(gr_slice tape, size_t position)) {
  gr_slice tape = lgr_check_slice(L, 1);
  lua_Integer position = luaL_checkinteger(L, 2);
  luaL_argcheck(L, position >= 1 && (lua_Unsigned)position <= tape.size + 1, 2, "not in the text");
  lua_pushinteger(L, (lua_Integer)find(tape, (size_t)position - 1) + 1);
  return 1;
}

/* core.line_stop(tape, position) -> where the line or cell ends in which a position stands: at the next mark, or behind
 * the tape [-2, +1] */
static int line_stop(lua_State *L) { return push_place(L, gr_line_stop); }

/* core.label_start(tape, position) -> where a label begins behind its ordinal or bullet; see gr_label_start [-2, +1] */
static int label_start(lua_State *L) { return push_place(L, gr_label_start); }

/* [-0, +0] */
static void set_part(lua_State *L, gr_slice part, const char *name) {
  if (part.size == 0) return;
  lgr_push_slice(L, part);
  lua_setfield(L, -2, name);
}

/* core.number(text) -> {state, value, unit, sign, note} of a cell's text in tape form [-1, +1] */
static int number(lua_State *L) {
  gr_number n = gr_number_read(lgr_check_slice(L, 1));
  lua_createtable(L, 0, 5);
  lua_pushstring(L, gr_state_name(n.state));
  lua_setfield(L, -2, "state");
  if (n.state == GR_NUMBER) {
    lgr_push_decimal(L, n.value);
    lua_setfield(L, -2, "value");
  }
  set_part(L, n.unit, "unit");
  set_part(L, n.sign, "sign");
  set_part(L, n.note, "note");
  return 1;
}

/* core.unit_factor(from, to) -> by how much a quantity in the one unit is taken in the other, an integer or a Decimal;
 * nil where they count different things [-2, +1] */
static int unit_factor(lua_State *L) {
  gr_decimal factor;
  if (gr_unit_factor(lgr_check_slice(L, 1), lgr_check_slice(L, 2), &factor) == GR_OK) lgr_push_decimal(L, factor);
  else lua_pushnil(L);
  return 1;
}

/* core.unit_added(unit) -> the unit in which sums add it up [-1, +1] */
static int unit_added(lua_State *L) {
  lgr_push_slice(L, gr_unit_added(lgr_check_slice(L, 1)));
  return 1;
}

/* core.sha256(bytes) -> 64 hexadecimal digits [-1, +1] */
static int sha256(lua_State *L) {
  unsigned char digest[GR_SHA256];
  gr_digest_sha256(lgr_check_slice(L, 1), digest);
  lgr_push_hexadecimal(L, digest, sizeof digest);
  return 1;
}

/* core.fnv(bytes) -> FNV-1a of 64 bits, 16 hexadecimal digits [-1, +1] */
static int fnv(lua_State *L) {
  gr_slice text = lgr_check_slice(L, 1);
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  for (size_t i = 0; i < text.size; i++) hash = (hash ^ (unsigned char)text.data[i]) * UINT64_C(0x100000001b3);
  unsigned char bytes[8];
  for (int i = 0; i < 8; i++) bytes[i] = (unsigned char)(hash >> (56 - 8 * i));
  lgr_push_hexadecimal(L, bytes, sizeof bytes);
  return 1;
}

/* core.states() -> list of the names of the states of cells; the first has the number 0 in packed rows [-0, +1] */
static int states(lua_State *L) {
  lua_createtable(L, GR_STATES, 0);
  for (int i = 0; i < GR_STATES; i++) {
    lua_pushstring(L, gr_state_name((gr_state)i));
    lua_rawseti(L, -2, i + 1);
  }
  return 1;
}

#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
int luaopen_govreport_core(lua_State *L);

int luaopen_govreport_core(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"parse", lgr_document_parse},        /* parse(bytes, options) -> Document, or nil, code, fields */
      {"boxes", lgr_boxes_new},             /* boxes(format, pages) -> Boxes, or nil, code, fields */
      {"save", lgr_save},                   /* save(path, bytes, is_new) -> true, or nil, what the system says */
      {"sync", lgr_sync},                   /* sync(path) -> true, or nil, what the system says */
      {"plain_signals", lgr_plain_signals},
      {"labels", lgr_labels_new},
      {"skeleton", lgr_label_skeleton},
      {"slots", lgr_slots},                 /* slots(signature of a table) -> its slots */
      {"pack_slots", lgr_pack_slots},       /* pack_slots(slots) -> signature of a table */
      {"words", lgr_words_new},
      {"branches", lgr_branches},           /* branches(words, ends) -> words as the branches of a trie */
      {"sentences", lgr_sentences},         /* sentences(text, signs, numerals, topics) -> flat list */
      {"sentence_stop", lgr_sentence_stop}, /* sentence_stop(text, position) -> where it ends */
      {"join", lgr_join},                   /* join(text, base, ends) -> text, joints, shifts */
      {"paragraphs", lgr_paragraphs},       /* paragraphs(text, start, stop) -> flat list of start and stop */
      {"schema", lgr_schema_new},
      {"builder", lgr_builder_new},
      {"is_cell_of", lgr_is_cell_of},       /* is_cell_of(report, object) -> whether it is a Cell of that report */
      {"cells", lgr_cells},                 /* cells(report, numbers) -> list of Cells */
      {"evidence", lgr_evidence_new},       /* evidence(cells) -> Evidence, their first byte; nil of everything else */
      {"plane", lgr_plane},                 /* plane(report) -> what its cells hold, as tables by cell number */
      {"cell_bytes", lgr_cell_bytes},       /* cell_bytes(report) -> where its cells stand, tables by cell number */
      {"fields_of", lgr_fields_of},         /* fields_of(report, id) -> list of its Fields of an id */
      {"outline", lgr_outline},             /* outline(report) -> its sections as tables */
      {"identities", lgr_identities_new},
      {"repairs", lgr_repairs_find},        /* repairs(cells, sums, budget, largest, chosen) -> list, steps */
      {"align", lgr_align},                 /* align(problem, tape, start, stop, budget) -> table or nil, steps */
      {"align_costs", lgr_align_costs},     /* align_costs() -> map from name to the usual cost */
      {"shingles", lgr_shingles_new},
      {"frequency", lgr_frequency_new},
      {"decimal", lgr_decimal_new},         /* decimal("1.5") -> integer or Decimal, or nil, code, fields */
      {"ratio", lgr_decimal_ratio},         /* ratio(a, b, places) -> integer or Decimal */
      {"product", lgr_decimal_product},     /* product(a, b) -> integer or Decimal */
      {"number", number},
      {"unit_factor", unit_factor},
      {"unit_added", unit_added},
      {"sha256", sha256},
      {"fnv", fnv},
      {"states", states},
      {"traits", lgr_traits},               /* traits(report, text) -> digest of its values, signature, cells, cells read */
      {"pack_cells", lgr_pack_cells},       /* pack_cells(report, id, first) -> packed rows */
      {"pack_sections", lgr_pack_sections}, /* pack_sections(report, id, valid) -> packed rows, text */
      {"pack_claims", lgr_pack_claims},     /* pack_claims(report, id, valid) -> packed rows */
      {"pack_rows", lgr_pack_rows},         /* pack_rows(rows, count, valid) -> packed rows */
      {"write_json", lgr_write_json},       /* write_json(value, indent, object, array, null) -> text */
      {"write_rows", lgr_write_rows},       /* write_rows(packed, format, columns, written) -> text */
      {"date", date},
      {"numeral", numeral},
      {"width", width},
      {"fold", fold},
      {"expand", expand},
      {"one_line", one_line},
      {"unmarked", unmarked},
      {"line_stop", line_stop},
      {"label_start", label_start},
      {"doubled", doubled},
      {"long_numbers", long_numbers},
      {"copied", copied},
      {"budget", lgr_budget_new},           /* budget(steps, bytes, seconds) -> Budget */
      {"steps_left", lgr_steps_left},       /* steps_left(budget) -> integer */
      {"limited", lgr_limited},             /* limited(budget, most, f, …) -> like pcall(f, …), as a script */
      {"charge", lgr_charge},               /* charge(steps, budget): raises where they are not left */
      {"reserve", lgr_reserve},             /* reserve(bytes): raises where they are not left */
      {"guards", lgr_guards},               /* guards{{object, key, value}, …}: what scripts find there */
      {"as_host", lgr_as_host},             /* as_host(f, …) -> like pcall(f, …), for what a script calls of ours */
      {"as_guest", lgr_as_guest},           /* as_guest(f, …) -> what f gives, a function of a script */
      {"classes", lgr_classes},
      {"extend", lgr_extend},               /* extend(class, {name = function, …}) */
      {NULL, NULL},
  };
  luaL_checkversion(L);
  lgr_open_text(L);
  lgr_open_decimal(L);
  lgr_open_document(L);
  lgr_open_labels(L);
  lgr_open_schema(L);
  lgr_open_builder(L);
  lgr_open_report(L);
  lgr_open_table(L);
  lgr_open_cell(L);
  lgr_open_evidence(L);
  lgr_open_field(L);
  lgr_open_section(L);
  lgr_open_sequence(L);
  lgr_open_identities(L);
  lgr_open_repairs(L);
  lgr_open_align(L);
  lgr_open_shingles(L);
  lgr_open_words(L);
  lgr_open_boxes(L);
  luaL_newlib(L, functions);
  lgr_open_guest(L);
  lgr_open_budget(L);
  lua_setfield(L, -2, "spent");
  return 1;
}
