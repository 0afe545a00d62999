/* What a dataset holds of a report, as packed rows: its cells, its sections, its claims. */
#include "lua/lgr_pack.h"

#include <string.h>

/* ---- cells ------------------------------------------------------------------------------------- */

/* What is printed there, of a page without its markup. */
static void add_source(lgr_packer *packer, const gr_document *document, gr_range range) {
  if (range.end == range.start) {
    lgr_pack_nothing(packer);
  } else if (gr_document_format(document) != GR_FORMAT_HTML) {
    lgr_pack_slice(packer, gr_document_source(document, range.start, range.end));
  } else {
    lgr_pack_source(packer, document, range);
  }
}

/* Its left, upper, right and lower side in points. */
static void add_box(lgr_packer *packer, const gr_spot *spot) {
  char box[4 * GR_DECIMAL_TEXT];
  size_t size = 0;
  const int32_t sides[] = {spot->left, spot->top, spot->right, spot->bottom};
  for (int i = 0; i < 4; i++) {
    if (i > 0) box[size++] = ' ';
    size += gr_decimal_format(lgr_points(sides[i]), box + size);
  }
  lgr_pack_slice(packer, (gr_slice){box, size});
}

static void add_nothing(lgr_packer *packer, int count) {
  for (int i = 0; i < count; i++) lgr_pack_nothing(packer);
}

/* Page and box; part and paragraph. */
static void add_spot(lgr_packer *packer, const gr_spot *spot) {
  lgr_pack_count(packer, spot->page);
  if (spot->page != 0) add_box(packer, spot);
  else lgr_pack_nothing(packer);
  lgr_pack_slice(packer, spot->part == NULL ? (gr_slice){NULL, 0} : (gr_slice){spot->part, strlen(spot->part)});
  lgr_pack_count(packer, spot->paragraph);
}

/* Line, byte, byte_end; page and box; part and paragraph. Bytes are of the part, where there is one. */
static void add_place(lgr_packer *packer, const gr_document *document, gr_range range) {
  gr_place place = gr_document_line_and_bytes(document, range.start, range.end);
  gr_spot spot;
  bool has_spot = gr_document_spot(document, place.byte, place.byte_end, &spot);
  bool is_in_part = has_spot && spot.part != NULL;
  lgr_pack_count(packer, place.line);
  lgr_pack_count(packer, is_in_part ? spot.byte : place.byte);
  lgr_pack_count(packer, is_in_part ? spot.byte_end : place.byte_end);
  if (has_spot) add_spot(packer, &spot);
  else add_nothing(packer, 4);
}

static void add_cell(lgr_packer *packer, const gr_report *report, size_t number) {
  const gr_document *document = gr_report_document(report);
  const gr_cell *cell = gr_report_cell_at(report, number);
  lgr_pack_integer(packer, (int64_t)cell->state);
  if (cell->state == GR_NUMBER) {
    lgr_pack_decimal(packer, cell->value);
  } else {
    lgr_push_cell_value(packer->L, report, number);
    lgr_pack_pushed(packer);
  }
  lgr_pack_slice(packer, lgr_cell_unit(report, number));
  add_source(packer, document, cell->sign);
  add_source(packer, document, cell->note);
  lgr_pack_integer(packer, cell->inferred);
  add_source(packer, document, cell->lost ? (gr_range){0, 0} : cell->range);
  if (cell->state == GR_ABSENT) add_nothing(packer, 7);
  else add_place(packer, document, cell->range);
}

/* core.pack_cells(report, id, first) -> packed rows, one for each cell that counts: `id` of the report, `first` + the
 * cell's number; number of its state, value, unit, sign, note, whether it is inferred, raw; line, byte, byte_end, page,
 * box, part, paragraph. [-3, +1] */
int lgr_pack_cells(lua_State *L) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  lua_Integer id = luaL_checkinteger(L, 2), first = luaL_checkinteger(L, 3);
  size_t count = gr_schema_cell_count(gr_report_schema(report));
  lgr_packer packer;
  lgr_pack_begin(L, &packer, 0);
  for (size_t cell = 0; cell < count; cell++) {
    if (!gr_report_cell_used(report, cell)) continue;
    lgr_pack_integer(&packer, id);
    lgr_pack_integer(&packer, first + (lua_Integer)cell);
    add_cell(&packer, report, cell);
  }
  lgr_pack_end(&packer);
  return 1;
}

/* ---- sections and claims ----------------------------------------------------------------------- */

static void add_string(lgr_packer *packer, const char *text) {
  lua_pushstring(packer->L, text);
  lgr_pack_string(packer);
}

/* The text of a section, also behind those of the sections in front of it, where it stands in no other one. */
static void add_body(lgr_packer *packer, const gr_report *report, const gr_section *section, lgr_text *texts) {
  size_t start = packer->out.size + LGR_PACK_TEXT_HEAD;
  lgr_pack_source(packer, gr_report_document(report), section->body);
  if (section->parent != GR_NO_INDEX) return;
  lgr_text_add(texts, packer->out.bytes + start, packer->out.size - start);
  lgr_text_char(texts, '\n');
}

static void add_section(lgr_packer *packer, const gr_report *report, size_t index, lgr_text *texts) {
  const gr_document *document = gr_report_document(report);
  const gr_section *section = gr_report_section_at(report, index);
  if (section->section == GR_NO_INDEX) lgr_pack_nothing(packer);
  else add_string(packer, gr_schema_section_id(gr_report_schema(report), section->section));
  if (section->number == 0) lgr_pack_nothing(packer);
  else lgr_pack_integer(packer, section->number);
  lgr_pack_integer(packer, section->level);
  if (section->title.start == section->title.end) lgr_pack_nothing(packer);
  else lgr_pack_source(packer, document, section->title);
  add_string(packer, lgr_section_state(report, index));
  gr_range title = section->title;
  lgr_pack_integer(packer, (int64_t)gr_document_line_and_bytes(document, title.start, title.end).line);
  add_body(packer, report, section, texts);
}

/* Packed rows, each of the id at 2, a number from 1, and what is added of an entry of the report at 1; and the texts that
 * were noted. [-3, +2] */
static int pack_all(lua_State *L, size_t (*count)(const gr_report *),
                    void (*add)(lgr_packer *, const gr_report *, size_t index, lgr_text *texts)) {
  const gr_report *report = lgr_check(L, 1, LGR_REPORT);
  lua_Integer id = luaL_checkinteger(L, 2);
  luaL_checktype(L, 3, LUA_TFUNCTION);
  lua_settop(L, 3);
  lgr_packer packer;
  lgr_text texts;
  lgr_text_begin(L, &texts);
  lgr_pack_begin(L, &packer, 3);
  for (size_t i = 0; i < count(report); i++) {
    lgr_pack_integer(&packer, id);
    lgr_pack_integer(&packer, (lua_Integer)i + 1);
    add(&packer, report, i, &texts);
  }
  lgr_pack_end(&packer);
  lgr_text_end(&texts);
  return 2;
}

/* core.pack_sections(report, id, valid) -> packed rows, one for each section in the order of the document: `id` of the
 * report, number of the section from 1; its id in the form, ordinal, level, title, state, line, text; and the whole text, a
 * line end behind that of each part. `valid` as in core.pack_rows. [-3, +2] */
int lgr_pack_sections(lua_State *L) { return pack_all(L, gr_report_section_count, add_section); }

static void add_claim(lgr_packer *packer, const gr_report *report, size_t index, lgr_text *texts) {
  (void)texts;
  const gr_document *document = gr_report_document(report);
  const gr_claim *claim = gr_report_claim_at(report, index);
  gr_place place = gr_document_line_and_bytes(document, claim->range.start, claim->range.end);
  add_string(packer, claim->kind);
  if (claim->has_value) lgr_pack_decimal(packer, claim->value);
  else lgr_pack_nothing(packer);
  add_string(packer, claim->bound);
  lgr_push_slice(packer->L, claim->text);
  lgr_pack_string(packer);
  lgr_pack_source(packer, document, claim->range);
  lgr_pack_integer(packer, (int64_t)place.line);
  lgr_pack_integer(packer, (int64_t)place.byte);
  lgr_pack_integer(packer, (int64_t)place.byte_end);
}

/* core.pack_claims(report, id, valid) -> packed rows, one for each claim: `id` of the report, number of the claim from 1;
 * its kind, value, bound, text, raw; line, byte, byte_end. `valid` as in core.pack_rows. [-3, +1] */
int lgr_pack_claims(lua_State *L) {
  (void)pack_all(L, gr_report_claim_count, add_claim);
  lua_pop(L, 1);
  return 1;
}
