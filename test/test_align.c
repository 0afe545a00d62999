/* Alignments: the atoms of a text, and which of its values belong to which rows. */
#include <stdlib.h>

#include "base/gr_limits.h"
#include "check.h"
#include "report/gr_atoms.h"

#define PLENTY UINT64_C(100000000)

/* Cells end with \037, rows with \036; a table is in \034 and \035, and its lines end with \013. */

/* A copy of just its size, so that a step too far is seen. */
static gr_slice copy_of(gr_slice text) {
  char *copy = malloc(text.size == 0 ? 1 : text.size);
  if (copy == NULL) abort();
  if (text.size != 0) memcpy(copy, text.data, text.size);
  return (gr_slice){copy, text.size};
}

static void free_copy(gr_slice copy) { free((void *)(uintptr_t)copy.data); }

/* ---- atoms -------------------------------------------------------------------------------------- */

/* Characters as they are, # for a number, - for a dash, _ for an empty cell; / between records, | between pieces. */
static const char *draw(const gr_vector *atoms) {
  static char out[400];
  size_t n = 0;
  for (size_t i = 0; i < atoms->count; i++) {
    const gr_atom *atom = GR_AT(gr_atom, atoms, i), *last = i == 0 ? atom : atom - 1;
    if (atom->record != last->record) out[n++] = '/';
    else if (i > 0 && atom->piece == i) out[n++] = '|';
    if (!gr_atom_is_value(atom)) n += gr_utf8_encode(atom->character, out + n);
    else out[n++] = gr_atom_is_number(atom) ? '#' : atom->value == GR_ATOM_DASH ? '-' : '_';
  }
  out[n] = '\0';
  return out;
}

/* What holds of all atoms. */
static void check_atoms(const gr_vector *atoms, gr_range range) {
  for (size_t i = 0; i < atoms->count; i++) {
    const gr_atom *own = GR_AT(gr_atom, atoms, i);
    size_t values = 0, texts = 0;
    for (size_t k = 0; k < atoms->count; k++) {
      const gr_atom *other = GR_AT(gr_atom, atoms, k);
      if (other->record != own->record) continue;
      values += gr_atom_is_value(other);
      texts += !gr_atom_is_value(other);
    }
    CHECK_THAT(own->values == values && own->has_text == (texts > 0), "atom %zu: %zu values", i, own->values);
    CHECK(own->piece <= i && i < own->piece_end && own->piece_end <= atoms->count);
    CHECK(own->piece == i || GR_AT(gr_atom, atoms, own->piece)->piece_end == own->piece_end);
    CHECK(!gr_atom_is_value(own) || own->piece_end == own->piece + 1);
    CHECK(range.start <= own->range.start && own->range.start <= own->range.end && own->range.end <= range.end);
    CHECK(i == 0 || (own - 1)->range.end <= own->range.start);
    CHECK(i == 0 || (own - 1)->record <= own->record);
  }
}

static void reads_atoms(void) {
  static const struct {
    const char *name, *text, *atoms;
  } cases[] = {
      {"nothing", "", ""},
      {"marks alone", "\n\n\v", ""},
      {"a line for each", "渔船\n12\n\n3", "渔船/#/#"},
      {"what is no letter", "（渔、船）: “A9z”。\n", "渔船A9z"},
      {"a number behind a label", "渔船1007", "渔船|#"},
      {"a decimal behind a label", "渔船1,007.5", "渔船|#"},
      {"digits behind a letter", "渔船A7", "渔船A7"},
      {"digits that are no number", "渔船1.2.3", "渔船123"},
      {"numbers as printed", "1,007\n-3\n0.5", "#/#/#"},
      {"dashes and words for none", "—\n/\n无", "-/-/-"},
      {"page marks", "渔船\n- 5 -\n— 12 —\n第5页\n第 5 页\n第5页 共12页\n第5页/共 12 页\n3", "渔船/#"},
      {"no page marks", "第甲页\n5 -\n- 1234 -\n第3条见页\n第3\n第5共页\n第", "第甲页/5/1234/第3条见页/第|#/第5共页/第"},
      {"a row between bars", "\034渔船\0377\037\037\036\035", "渔船|#|_"},
      {"empty cells before the label", "\034\037\037渔船\0377\037\036\035", "渔船|#"},
      {"an empty cell between labels and values", "\034渔船\037\0377\037\036\035", "渔船|_|#"},
      {"an empty cell between labels", "\034渔船\037\037小计\0377\037\036\035", "渔船|小计|#"},
      {"a row that holds nothing", "\034渔船\0377\037\036\037\037\037\036\035", "渔船|#"},
      {"a row of dashes alone", "\034渔船\0377\037\036\037-\037\036\035", "渔船|#/_|-"},
      {"a number behind a label in a cell", "\034渔船7\0378\037\036\035", "渔船7|#"},
      {"lines of a cell", "\034渔\v船\0377\037\036\035", "渔|船|#"},
      {"text behind a table", "\034渔船\0377\037\036\035\n甲\0378", "渔船|#/甲|#"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("atoms: %s", cases[i].name);
    gr_memory memory;
    gr_vector atoms = {0};
    gr_memory_init(&memory, NULL);
    gr_slice text = copy_of(slice(cases[i].text));
    gr_range range = {0, text.size};
    CHECK_STATUS(gr_atoms_read(&memory, text, range, &atoms), GR_OK);
    CHECK_SLICE(slice(draw(&atoms)), cases[i].atoms);
    check_atoms(&atoms, range);
    gr_vector_release(&memory, &atoms, sizeof(gr_atom));
    gr_memory_close(&memory);
    free_copy(text);
  }
}

static void compares_values(void) {
  test("atoms: values that read the same have the same number");
  gr_memory memory;
  gr_vector atoms = {0};
  gr_memory_init(&memory, NULL);
  gr_slice text = slice("1,007\n1007\n1 007\n107\n-107\n7");
  CHECK_STATUS(gr_atoms_read(&memory, text, (gr_range){0, text.size}, &atoms), GR_OK);
  const gr_atom *list = atoms.items;
  CHECK(atoms.count == 6 && list[0].value == list[1].value && list[1].value == list[2].value);
  for (size_t i = 3; i < 6; i++) CHECK(list[i].value != list[0].value && list[i].value != list[i - 1].value);
  atoms.count = 0;
  test("atoms: a range within a table, and one within a line");
  text = slice("\034渔船\0377\037\0378\037\036\035");
  CHECK_STATUS(gr_atoms_read(&memory, text, (gr_range){8, text.size}, &atoms), GR_OK);
  CHECK_SLICE(slice(draw(&atoms)), "#|_|#");
  atoms.count = 0;
  CHECK_STATUS(gr_atoms_read(&memory, slice("甲渔船甲"), (gr_range){3, 9}, &atoms), GR_OK);
  CHECK_SLICE(slice(draw(&atoms)), "渔船");
  gr_vector_release(&memory, &atoms, sizeof(gr_atom));
  gr_memory_close(&memory);
}

/* ---- problems ----------------------------------------------------------------------------------- */

typedef struct expected_row {
  const char *label;
  size_t values;
  const char *group;
} expected_row;

typedef struct problem {
  const expected_row *rows;
  size_t count;
  bool across;
  const char *header;
} problem;

static const expected_row port[] = {{"港口巡查", 2, NULL}, {"船舶登记", 2, NULL}, {"渔民培训", 2, NULL}};
static const expected_row singles[] = {
    {"港口巡查", 1, NULL}, {"船舶登记", 1, NULL}, {"渔民培训", 1, NULL}, {"灯塔维护", 1, NULL}};
static const expected_row grouped[] = {
    {"巡查", 1, "沿海作业"}, {"登记", 1, "沿海作业"}, {"巡查", 1, "内河管理"}, {"登记", 1, "内河管理"}};
static const problem of_one = {port, 1, false, NULL};
static const expected_row long_label[] = {{"渔港码头安全巡查", 1, NULL}};
static const problem of_long = {long_label, 1, false, NULL};
static const problem of_port = {port, COUNT(port), false, NULL};
static const problem of_singles = {singles, COUNT(singles), false, NULL};
static const problem of_groups = {grouped, COUNT(grouped), false, "统计类别"};
static const problem across = {singles, COUNT(singles), true, NULL};

static void must(gr_status status) {
  if (status != GR_OK) abort();
}

static gr_align *prepare(problem p) {
  gr_align *align = NULL;
  must(gr_align_new(p.across, NULL, &align));
  for (size_t i = 0; i < p.count; i++) {
    must(gr_align_add_row(align, p.rows[i].values));
    if (p.rows[i].label != NULL) must(gr_align_add_label(align, slice(p.rows[i].label)));
    if (p.rows[i].group != NULL) must(gr_align_add_group(align, slice(p.rows[i].group)));
  }
  if (p.header != NULL) must(gr_align_add_header(align, slice(p.header)));
  return align;
}

static bool run(gr_align *align, const char *text) {
  gr_slice copy = copy_of(slice(text));
  bool complete = false;
  must(gr_align_run(align, copy, (gr_range){0, copy.size}, PLENTY, &complete));
  free_copy(copy);
  return complete;
}

static gr_align *solve(problem p, const char *text) {
  gr_align *align = prepare(p);
  CHECK(run(align, text));
  return align;
}

/* Of each value its text and cell, from 1: 12=2.1; 12=- for one of no row. */
static const char *bindings(const gr_align *align, const char *text) {
  static char out[1000];
  size_t n = 0;
  out[0] = '\0';
  for (size_t i = 0; i < gr_align_value_count(align); i++) {
    gr_align_value v = gr_align_value_at(align, i);
    n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s=", i == 0 ? "" : " ", (int)(v.range.end - v.range.start),
                          text + v.range.start);
    if (v.row == GR_ALIGN_NONE) n += (size_t)snprintf(out + n, sizeof out - n, "-");
    else n += (size_t)snprintf(out + n, sizeof out - n, "%zu.%zu", v.row + 1, v.column + 1);
  }
  return out;
}

/* Of each row its values, and the letters of its label that were found, and before its values; * for seen. */
static const char *rows_of(const gr_align *align) {
  static char out[1000];
  size_t n = 0;
  out[0] = '\0';
  for (size_t i = 0; i < gr_align_row_count(align); i++) {
    gr_align_row row = gr_align_row_at(align, i);
    n += (size_t)snprintf(out + n, sizeof out - n, "%s%zu:%zu,%zu/%zu%s", i == 0 ? "" : " ", row.values, row.matched,
                          row.before, row.letters, row.seen ? "*" : "");
  }
  return out;
}

static const struct {
  const char *name;
  const problem *problem;
  const char *text, *values, *rows;
  int32_t cost;
  size_t unexplained;
} cases[] = {
    {"a value a line", &of_port,
     "港口巡查\n1\n2\n船舶登记\n3\n4\n渔民培训\n5\n6\n",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 3, 0},
    {"label and values on a line", &of_port,
     "港口巡查\0371\0372\n船舶登记\0373\0374\n渔民培训\0375\0376",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 0, 0},
    {"bars", &of_port,
     "\034港口巡查\0371\0372\037\036船舶登记\0373\0374\037\036渔民培训\0375\0376\037\036\035",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 0, 0},
    {"wrapped labels", &of_port,
     "港口\n巡查\n1\n2\n船舶\n登记\n3\n4\n渔\n民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 3, 0},
    {"vertical labels", &of_port,
     "港\n口\n巡\n查\n1\n2\n船\n舶\n登\n记\n3\n4\n渔\n民\n培\n训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 3, 0},
    {"a wrapped cell", &of_port,
     "\034港口\v巡查\0371\0372\037\036船舶\v登记\0373\0374\037\036渔民\v培训\0375\0376\037\036\035",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 0, 0},
    {"a wrong letter", &of_port,
     "港口巡查\n1\n2\n船舶登计\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:3,3/4 2:4,4/4*", 33, 1},
    {"a letter that is lost", &of_port,
     "港口巡查\n1\n2\n船舶记\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:3,3/4 2:4,4/4*", 28, 0},
    {"the first letter is lost", &of_port,
     "港口巡查\n1\n2\n舶登记\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:3,3/4 2:4,4/4*", 28, 0},
    {"the last letter is lost", &of_port,
     "港口巡查\n1\n2\n船舶登\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:3,3/4 2:4,4/4*", 31, 0},
    {"a letter more", &of_port,
     "港口巡查\n1\n2\n船舶的登记\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4 2:4,4/4*", 28, 1},
    {"values without label", &of_port,
     "港口巡查\n1\n2\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:0,0/4 2:4,4/4*", 113, 0},
    {"values before their label", &of_one,
     "1\n2\n港口巡查",
     "1=1.1 2=1.2", "2:4,0/4*", 51, 0},
    {"values between labels belong to those in front", &of_port,
     "1\n2\n港口巡查\n3\n4\n船舶登记\n5\n6\n渔民培训",
     "1=- 2=- 3=1.1 4=1.2 5=2.1 6=2.2", "2:4,4/4* 2:4,4/4* 0:4,0/4*", 212, 0},
    {"a label between its values", &of_port,
     "1\n港口巡查\n2\n船舶登记\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:0,0/4* 2:4,4/4* 2:4,4/4*", 83, 0},
    {"a row that is absent", &of_port,
     "港口巡查\n1\n2\n渔民培训\n5\n6",
     "1=1.1 2=1.2 5=3.1 6=3.2", "2:4,4/4* 0:0,0/0 2:4,4/4*", 102, 0},
    {"no row at all", &of_port,
     "本年无事",
     "", "0:0,0/0 0:0,0/0 0:0,0/0", 368, 4},
    {"nothing", &of_port,
     "",
     "", "0:0,0/0 0:0,0/0 0:0,0/0", 300, 0},
    {"a value too few", &of_port,
     "港口巡查\n1\n2\n船舶登记\n3\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 5=3.1 6=3.2", "2:4,4/4* 1:4,4/4* 2:4,4/4*", 102, 0},
    {"a label alone", &of_port,
     "港口巡查\n1\n2\n船舶登记\n渔民培训\n5\n6",
     "1=1.1 2=1.2 5=3.1 6=3.2", "2:4,4/4* 0:4,0/4* 2:4,4/4*", 92, 0},
    {"a value too many", &of_port,
     "港口巡查\n1\n2\n9\n船舶登记\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 9=- 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 63, 0},
    {"an empty cell too many", &of_port,
     "\034港口巡查\0371\0372\037\037\036船舶登记\0373\0374\037\036渔民培训\0375\0376\037\036\035",
     "1=1.1 2=1.2 =- 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 14, 0},
    {"empty cells and dashes as values", &of_port,
     "\034港口巡查\037\0372\037\036船舶登记\0373\037—\037\036渔民培训\0375\0376\037\036\035",
     "=1.1 2=1.2 3=2.1 —=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 0, 0},
    {"text that the form does not have", &of_port,
     "港口巡查\n1\n2\n本年无事\n船舶登记\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 71, 4},
    {"a page mark between", &of_port,
     "港口巡查\n1\n- 7 -\n2\n船舶登记\n3\n4\n渔民培训\n5\n6",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 3, 0},
    {"values behind letters", &of_singles,
     "港口巡查1\n船舶登记2\n渔民培训3\n灯塔维护4",
     "1=1.1 2=2.1 3=3.1 4=4.1", "1:4,4/4* 1:4,4/4* 1:4,4/4* 1:4,4/4*", 0, 0},
    {"groups and a word of the header", &of_groups,
     "统计类别\n沿海作业\n巡查\n1\n登记\n2\n内河管理\n巡查\n3\n登记\n4",
     "1=1.1 2=2.1 3=3.1 4=4.1", "1:2,2/2* 1:2,2/2* 1:2,2/2* 1:2,2/2*", 15, 0},
    {"rows side by side", &across,
     "港口巡查\n船舶登记\n渔民培训\n灯塔维护\n1\0372\0373\0374",
     "1=1.1 2=2.1 3=3.1 4=4.1", "1:4,4/4* 1:0,0/4* 1:0,0/4* 1:0,0/4*", 240, 0},
    {"two rows on one record", &of_port,
     "\034港口巡查\0371\0372\0373\0374\037\036渔民培训\0375\0376\037\036\035",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:0,0/4 2:4,4/4*", 200, 0},
    {"the label of another row on a record with values", &of_port,
     "\034港口巡查\0371\0372\037\036港口巡查\037船舶登记\0373\0374\037\036渔民培训\0375\0376\037\036\035",
     "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 68, 4},
    {"a word for none in front of all", &of_port,
     "无\n港口巡查\n1\n2\n船舶登记\n3\n4\n渔民培训\n5\n6",
     "无=- 1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", "2:4,4/4* 2:4,4/4* 2:4,4/4*", 6, 0},
    {"a piece from the middle of a label", &of_long,
     "头安全巡查\n1",
     "1=1.1", "1:5,5/8", 40, 0},
};

static void aligns(void) {
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("align: %s", cases[i].name);
    gr_align *align = solve(*cases[i].problem, cases[i].text);
    size_t unexplained = 0;
    for (size_t k = 0; k < gr_align_text_count(align); k++) unexplained += gr_align_text_at(align, k).unexplained;
    CHECK_SLICE(slice(bindings(align, cases[i].text)), cases[i].values);
    CHECK_SLICE(slice(rows_of(align)), cases[i].rows);
    CHECK_THAT(gr_align_cost(align) == cases[i].cost, "cost %d", (int)gr_align_cost(align));
    CHECK_THAT(unexplained == cases[i].unexplained, "%zu letters unexplained", unexplained);
    gr_align_free(align);
  }
}

/* ---- how sure a reading is ---------------------------------------------------------------------- */

static int32_t least_margin(const gr_align *align) {
  int32_t least = INT32_MAX;
  for (size_t i = 0; i < gr_align_value_count(align); i++) {
    int32_t margin = gr_align_value_at(align, i).margin;
    if (margin < least) least = margin;
  }
  return least;
}

static void has_margins(void) {
  static const char *const sure[] = {"港口巡查\n1\n2\n船舶登记\n3\n4\n渔民培训\n5\n6",
                                     "港口巡查\n1\n2\n船舶登计\n3\n4\n渔民培训\n5\n6",
                                     "港口巡查\n1\n2\n3\n4\n渔民培训\n5\n6"};
  for (size_t i = 0; i < COUNT(sure); i++) {
    test("margins: no other reading of [%s]", show(slice(sure[i])));
    gr_align *align = solve(of_port, sure[i]);
    CHECK_THAT(least_margin(align) >= 30, "%d", (int)least_margin(align));
    gr_align_free(align);
  }
  test("margins: one value for two rows");
  gr_align *align = solve(of_singles, "港口巡查\n1\n2\n灯塔维护\n4");
  gr_align_value first = gr_align_value_at(align, 0), value = gr_align_value_at(align, 1);
  CHECK_THAT(first.row == 0 && first.margin >= 30, "row %zu, margin %d", first.row, (int)first.margin);
  CHECK_THAT((value.row == 1 && value.rival == 2) || (value.row == 2 && value.rival == 1), "row %zu, rival %zu", value.row,
             value.rival);
  CHECK_THAT(value.margin == 0, "margin %d", (int)value.margin);
  gr_align_free(align);
  test("margins: the same with a label for one of them");
  align = solve(of_singles, "港口巡查\n1\n渔民培训\n2\n灯塔维护\n4");
  value = gr_align_value_at(align, 1);
  CHECK_THAT(value.row == 2 && value.margin >= 30, "row %zu, margin %d", value.row, (int)value.margin);
  gr_align_free(align);
  test("margins: two values for one cell");
  align = solve(of_singles, "港口巡查\n5\n7\n船舶登记\n2\n渔民培训\n3\n灯塔维护\n4");
  CHECK_SLICE(slice(bindings(align, "港口巡查\n5\n7\n船舶登记\n2\n渔民培训\n3\n灯塔维护\n4")), "5=1.1 7=- 2=2.1 3=3.1 4=4.1");
  CHECK_THAT(least_margin(align) == 0, "%d", (int)least_margin(align));
  gr_align_free(align);
  test("margins: two equal values do not compete for a cell");
  align = solve(of_singles, "港口巡查\n5\n5\n船舶登记\n2\n渔民培训\n3\n灯塔维护\n4");
  CHECK_THAT(least_margin(align) >= 30, "%d", (int)least_margin(align));
  gr_align_free(align);
}

static void tells_of_texts(void) {
  test("texts: their ranges, letters, and rows");
  const char *text = "港口 巡查\n1\n2\n本年无事\n船舶\n登记\n3\n4";
  static const struct {
    const char *text;
    size_t letters, unexplained, row;
  } expected[] = {{"港口 巡查", 4, 0, 0}, {"本年无事", 4, 4, GR_ALIGN_NONE}, {"船舶", 2, 0, 1}, {"登记", 2, 0, 1}};
  gr_align *align = solve(of_port, text);
  CHECK(gr_align_text_count(align) == COUNT(expected));
  for (size_t i = 0; i < gr_align_text_count(align); i++) {
    gr_align_text own = gr_align_text_at(align, i);
    CHECK_SLICE(((gr_slice){text + own.range.start, own.range.end - own.range.start}), expected[i].text);
    CHECK_THAT(own.letters == expected[i].letters && own.unexplained == expected[i].unexplained, "%zu of %zu",
               own.unexplained, own.letters);
    CHECK_THAT(own.row == expected[i].row, "row %zu", own.row);
    CHECK(i == 0 || own.record > gr_align_text_at(align, i - 1).record);
  }
  gr_align_free(align);
}

/* ---- costs -------------------------------------------------------------------------------------- */

static size_t cost_index(const char *name) {
  size_t i = 0;
  while (gr_align_cost_name(i) != NULL && strcmp(gr_align_cost_name(i), name) != 0) i++;
  return i;
}

static void overrides_costs(void) {
  static const struct {
    const char *name;
    int32_t cost;
    const char *text, *values;
    int32_t expected;
  } own[] = {
      {"substitute", 10, "港口巡查\n1\n2\n船舶登计\n3\n4\n渔民培训\n5\n6", "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", 13},
      {"insert", 0, "港口巡查\n1\n2\n船舶的登记\n3\n4\n渔民培训\n5\n6", "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", 3},
      {"absent", 7, "港口巡查\n1\n2\n渔民培训\n5\n6", "1=1.1 2=1.2 5=3.1 6=3.2", 9},
      {"partial", 11, "港口巡查\n1\n2\n船舶登记\n3\n渔民培训\n5\n6", "1=1.1 2=1.2 3=2.1 5=3.1 6=3.2", 13},
      {"no_values", 0, "港口巡查\n1\n2\n船舶登记\n渔民培训\n5\n6", "1=1.1 2=1.2 5=3.1 6=3.2", 2},
      {"no_label", 0, "港口巡查\n1\n2\n3\n4\n渔民培训\n5\n6", "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", 3},
      {"lost_number", 1, "港口巡查\n1\n2\n9\n船舶登记\n3\n4\n渔民培训\n5\n6", "1=1.1 2=1.2 9=- 3=2.1 4=2.2 5=3.1 6=3.2", 4},
      /* other readings become the cheapest */
      {"unlabelled", 0, "1\n2\n港口巡查\n3\n4\n船舶登记\n5\n6\n渔民培训", "1=1.1 2=1.2 3=2.1 4=2.2 5=3.1 6=3.2", 153},
      {"no_label", 100000, "港口巡查\n1\n2\n3\n4\n渔民培训\n5\n6", "1=1.1 2=1.2 3=- 4=- 5=3.1 6=3.2", 222},
      /* what is no cost changes nothing */
      {"absent", -1, "港口巡查\n1\n2\n渔民培训\n5\n6", "1=1.1 2=1.2 5=3.1 6=3.2", 102},
      {"absent", GR_MAX_ALIGN_COST + 1, "港口巡查\n1\n2\n渔民培训\n5\n6", "1=1.1 2=1.2 5=3.1 6=3.2", 102},
      {"absent", INT32_MAX, "港口巡查\n1\n2\n渔民培训\n5\n6", "1=1.1 2=1.2 5=3.1 6=3.2", 102},
      {"none of this name", 7, "港口巡查\n1\n2\n渔民培训\n5\n6", "1=1.1 2=1.2 5=3.1 6=3.2", 102},
  };
  for (size_t i = 0; i < COUNT(own); i++) {
    test("costs: %s of %d", own[i].name, (int)own[i].cost);
    gr_align *align = prepare(of_port);
    gr_align_set_cost(align, cost_index(own[i].name), own[i].cost);
    CHECK(run(align, own[i].text));
    CHECK_SLICE(slice(bindings(align, own[i].text)), own[i].values);
    CHECK_THAT(gr_align_cost(align) == own[i].expected, "cost %d", (int)gr_align_cost(align));
    gr_align_free(align);
  }
  test("costs: each has a name of its own");
  for (size_t i = 0; i < GR_ALIGN_COST_COUNT; i++) CHECK(cost_index(gr_align_cost_name(i)) == i);
  CHECK(gr_align_cost_name(GR_ALIGN_COST_COUNT) == NULL && gr_align_cost_name(SIZE_MAX) == NULL);
}

/* ---- limits and bad input ----------------------------------------------------------------------- */

static bool runs_within(const char *text, uint64_t budget, uint64_t *steps) {
  gr_align *align = prepare(of_port);
  bool complete = true;
  must(gr_align_run(align, slice(text), (gr_range){0, strlen(text)}, budget, &complete));
  *steps = gr_align_steps(align);
  if (!complete) CHECK(gr_align_value_count(align) == 0 && gr_align_text_count(align) == 0);
  gr_align_free(align);
  return complete;
}

static void keeps_the_budget(void) {
  test("budget: whatever it is, either all steps are taken or it ends at the first one more");
  const char *text = "港口巡查\n1\n2\n船舶登计\n3\n渔民培训\n5\n6";
  uint64_t all, steps, known = 3 * 17;   /* the labels are looked for at any rate */
  CHECK(runs_within(text, PLENTY, &all));
  bool before = false;
  size_t failed = 0;
  for (uint64_t budget = 0; budget <= all; budget++) {
    bool complete = runs_within(text, budget, &steps);
    CHECK_THAT(complete || !before, "complete with less than %llu", (unsigned long long)budget);
    if (complete) CHECK(steps == all);
    else CHECK_THAT(steps <= (budget < known ? known : budget) + 1, "%llu steps", (unsigned long long)steps);
    failed += !complete;
    before = complete;
  }
  CHECK(before && failed > known);
}

static char *repeat(const char *unit, size_t count) {
  size_t length = strlen(unit);
  char *text = malloc(length * count + 1);
  if (text == NULL) abort();
  for (size_t i = 0; i < count; i++) memcpy(text + i * length, unit, length);
  text[length * count] = '\0';
  return text;
}

static bool runs_repeated(gr_align *align, const char *unit, size_t count) {
  char *text = repeat(unit, count);
  bool complete = run(align, text);
  free(text);
  return complete;
}

static void keeps_limits(void) {
  for (size_t more = 0; more < 2; more++) {
    static const char *const units[] = {"渔", "渔\n", "7\n"};
    for (size_t i = 0; i < COUNT(units); i++) {
      test("limits: %zu atoms of [%s]", GR_MAX_ALIGN_ATOMS + more, show(slice(units[i])));
      gr_align *align = prepare(of_one);
      CHECK(runs_repeated(align, units[i], GR_MAX_ALIGN_ATOMS + more) == (more == 0));
      gr_align_free(align);
    }
  }
  test("limits: more states than there may be");
  gr_align *align = NULL;
  must(gr_align_new(false, NULL, &align));
  for (size_t i = 0; i < GR_ALIGN_COST_COUNT; i++) gr_align_set_cost(align, i, 0);
  for (size_t i = 0; i < GR_MAX_AXIS; i++) must(gr_align_add_row(align, 2));
  CHECK(!runs_repeated(align, "7\n", GR_MAX_ALIGN_ATOMS));
  CHECK_THAT(gr_align_steps(align) >= GR_MAX_ALIGN_NODES, "%llu steps", (unsigned long long)gr_align_steps(align));
  CHECK(gr_align_value_count(align) == 0);
  gr_align_free(align);
  test("limits: a text beyond all cost");
  align = prepare(of_one);
  gr_align_set_cost(align, cost_index("lost_number"), GR_MAX_ALIGN_COST);
  CHECK(!runs_repeated(align, "7\n", GR_MAX_ALIGN_ATOMS));
  gr_align_free(align);
}

static void keeps_limits_of_rows(void) {
  test("limits: rows and values");
  gr_align *align = NULL;
  must(gr_align_new(false, NULL, &align));
  for (size_t i = 0; i < GR_MAX_AXIS; i++) CHECK_STATUS(gr_align_add_row(align, i == 0 ? GR_MAX_AXIS : 1), GR_OK);
  CHECK_STATUS(gr_align_add_row(align, 1), GR_LIMIT_ITEMS);
  gr_align_free(align);
  must(gr_align_new(false, NULL, &align));
  CHECK_STATUS(gr_align_add_row(align, GR_MAX_AXIS + 1), GR_LIMIT_ITEMS);
  CHECK_STATUS(gr_align_add_label(align, slice("渔")), GR_LIMIT_ITEMS);
  CHECK_STATUS(gr_align_add_group(align, slice("渔")), GR_LIMIT_ITEMS);
  CHECK_STATUS(gr_align_add_header(align, slice("渔")), GR_OK);
  gr_align_free(align);
  test("limits: labels of a row");
  must(gr_align_new(false, NULL, &align));
  for (size_t row = 0; row < 2; row++) {
    must(gr_align_add_row(align, 1));
    for (size_t i = 0; i < (row == 0 ? (size_t)INT16_MAX : 1); i++) must(gr_align_add_label(align, slice("渔")));
    CHECK_STATUS(gr_align_add_label(align, slice("渔")), row == 0 ? GR_LIMIT_ITEMS : GR_OK);
  }
  gr_align_free(align);
  for (size_t more = 0; more < 2; more++) {
    test("limits: a label of %zu letters", GR_MAX_CELL + more);
    char *label = repeat("渔", GR_MAX_CELL + more);
    must(gr_align_new(false, NULL, &align));
    must(gr_align_add_row(align, 1));
    CHECK_STATUS(gr_align_add_label(align, slice(label)), GR_OK);
    CHECK(runs_repeated(align, label, 1));
    CHECK(gr_align_row_at(align, 0).seen == (more == 0));
    CHECK(gr_align_row_at(align, 0).matched == (more == 0 ? (size_t)GR_MAX_CELL : 0));
    gr_align_free(align);
    free(label);
  }
}

static void bears_bad_input(void) {
  static const char *const broken[] = {"\xE6", "\xE6\xB8", "渔\xF0\x9F\x98", "\xFF", "\x80渔", "渔\xC3"};
  bool complete = true;
  for (size_t i = 0; i < COUNT(broken); i++) {
    test("what is no UTF-8: [%s]", show(slice(broken[i])));
    gr_align *align = prepare(of_port);
    gr_slice text = copy_of(slice(broken[i]));
    CHECK_STATUS(gr_align_add_label(align, text), GR_INPUT_ENCODING);
    CHECK_STATUS(gr_align_add_group(align, text), GR_INPUT_ENCODING);
    CHECK_STATUS(gr_align_add_header(align, text), GR_INPUT_ENCODING);
    CHECK_STATUS(gr_align_run(align, text, (gr_range){0, text.size}, PLENTY, &complete), GR_INPUT_ENCODING);
    CHECK(!complete);
    free_copy(text);
    gr_align_free(align);
  }
  test("ranges that are not on the tape");
  static const gr_range ranges[] = {{0, 99}, {3, 3}, {3, 0}, {99, 200}, {SIZE_MAX, SIZE_MAX}, {0, SIZE_MAX}};
  static const size_t values[] = {1, 0, 0, 0, 0, 1};
  for (size_t i = 0; i < COUNT(ranges); i++) {
    gr_align *align = prepare(of_singles);
    gr_slice text = copy_of(slice("港口巡查\n1"));
    CHECK_STATUS(gr_align_run(align, text, ranges[i], PLENTY, &complete), GR_OK);
    CHECK(complete && gr_align_value_count(align) == values[i]);
    free_copy(text);
    gr_align_free(align);
  }
  test("no rows, rows without values or labels, labels without letters");
  gr_align *align = NULL;
  must(gr_align_new(false, NULL, &align));
  CHECK(!run(align, "港口巡查\n1"));
  gr_align_free(align);
  must(gr_align_new(false, NULL, &align));
  must(gr_align_add_row(align, 0));
  must(gr_align_add_label(align, slice("（、）")));
  must(gr_align_add_label(align, slice("")));
  must(gr_align_add_row(align, 1));
  CHECK(run(align, "1"));
  CHECK_SLICE(slice(bindings(align, "1")), "1=2.1");
  CHECK(gr_align_row_at(align, 0).letters == 0);
  gr_align_free(align);
  gr_align_free(NULL);
}

/* ---- within reach ------------------------------------------------------------------------------ */

#define REACH 30

/* What an alignment within reach has as one that weighs all readings. */
static void compare_alignments(const gr_align *all, const gr_align *within, const char *text) {
  char bound[1000], rows[1000];
  (void)strcpy(bound, bindings(all, text));
  (void)strcpy(rows, rows_of(all));
  CHECK_SLICE(slice(bindings(within, text)), bound);
  CHECK_SLICE(slice(rows_of(within)), rows);
  CHECK_THAT(gr_align_cost(all) == gr_align_cost(within), "cost %d", (int)gr_align_cost(within));
  for (size_t i = 0; i < gr_align_value_count(all); i++) {
    gr_align_value own = gr_align_value_at(all, i), other = gr_align_value_at(within, i);
    if (own.margin <= REACH) CHECK(own.margin == other.margin && own.rival == other.rival);
    else CHECK_THAT(other.margin > REACH && other.rival == GR_ALIGN_NONE, "margin %d", (int)other.margin);
  }
  CHECK(gr_align_text_count(all) == gr_align_text_count(within));
  for (size_t i = 0; i < gr_align_text_count(all); i++) {
    gr_align_text own = gr_align_text_at(all, i), other = gr_align_text_at(within, i);
    CHECK(own.row == other.row && own.unexplained == other.unexplained && own.range.start == other.range.start);
  }
}

static gr_align *solve_within(problem p, const char *text, int32_t reach) {
  gr_align *align = prepare(p);
  gr_align_set_reach(align, reach);
  CHECK(run(align, text));
  return align;
}

static void stays_within_reach(void) {
  for (size_t i = 0; i < COUNT(cases); i++) {
    test("within reach: %s", cases[i].name);
    gr_align *all = solve(*cases[i].problem, cases[i].text);
    gr_align *within = solve_within(*cases[i].problem, cases[i].text, REACH);
    compare_alignments(all, within, cases[i].text);
    gr_align_free(all);
    gr_align_free(within);
  }
  test("within reach: none, and what is none");
  const char *text = "港口巡查\n1\n2\n灯塔维护\n4";
  static const int32_t reaches[] = {0, -1, GR_MAX_ALIGN_COST + 1};
  for (size_t i = 0; i < COUNT(reaches); i++) {
    gr_align *all = solve(of_singles, text), *within = solve_within(of_singles, text, reaches[i]);
    CHECK_THAT(gr_align_value_at(within, 1).margin == 0, "margin %d", (int)gr_align_value_at(within, 1).margin);
    int32_t margin = gr_align_value_at(all, 0).margin;
    CHECK((gr_align_value_at(within, 0).margin == margin) == (i > 0) && margin > 0);
    gr_align_free(all);
    gr_align_free(within);
  }
}

static void spares_steps(void) {
  test("within reach: a text that says what belongs to what takes a small part of the steps");
  const char *text = "港口巡查\n1\n2\n船舶登计\n3\n4\n渔民培训\n5\n6";
  gr_align *all = solve(of_port, text), *within = solve_within(of_port, text, REACH);
  CHECK_THAT(3 * gr_align_steps(within) < gr_align_steps(all), "%llu of %llu steps",
             (unsigned long long)gr_align_steps(within), (unsigned long long)gr_align_steps(all));
  gr_align_free(all);
  gr_align_free(within);
}

/* ---- what always holds --------------------------------------------------------------------------- */

static void check_results(const gr_align *align, size_t size) {
  size_t row = 0, column = 0, given[COUNT(singles)] = {0}, end = 0;
  for (size_t i = 0; i < gr_align_value_count(align); i++) {
    gr_align_value v = gr_align_value_at(align, i);
    CHECK(end <= v.range.start && v.range.start <= v.range.end && v.range.end <= size);
    end = v.range.end;
    CHECK(v.margin >= 0 && (v.rival == GR_ALIGN_NONE || v.rival < gr_align_row_count(align)));
    if (v.row == GR_ALIGN_NONE) continue;
    CHECK_THAT(v.row > row || (v.row == row && v.column == column), "value %zu out of order", i);
    if (v.row > row) CHECK(v.column == 0);
    row = v.row;
    column = v.column + 1;
    given[row]++;
  }
  for (size_t r = 0; r < gr_align_row_count(align); r++) {
    gr_align_row own = gr_align_row_at(align, r);
    CHECK(own.values == given[r] && own.before <= own.matched && own.matched <= own.letters);
  }
  end = 0;
  for (size_t i = 0; i < gr_align_text_count(align); i++) {
    gr_align_text own = gr_align_text_at(align, i);
    CHECK(end <= own.range.start && own.range.start < own.range.end && own.range.end <= size);
    end = own.range.end;
    CHECK(own.unexplained <= own.letters && own.letters > 0);
  }
}

static void holds_for_random_texts(void) {
  static const char *const pieces[] = {"港口巡查", "船舶登记", "渔民培训", "灯塔维护", "港口", "登记", "渔", "沿海作业", "无", "1",
                                       "22", "3,300", "—", "巡查", "查", "统计类别", "内河", "第3页", " ", "4"};
  static const char *const marks[] = {"\n", "\n", "\v", "\037", "\037", "\036", "\034", "\035", "", "、"};
  static const problem *const problems[] = {&of_port, &of_singles, &of_groups, &across, &of_one};
  uint64_t state = 77;
  for (size_t p = 0; p < COUNT(problems); p++) {
    test("random texts: problem %zu", p);
    for (size_t round = 0; round < 300; round++) {
      char text[1000] = "";
      size_t count = random_below(&state, 40);
      for (size_t i = 0; i < count; i++) {
        strcat(text, pieces[random_below(&state, COUNT(pieces))]);
        strcat(text, marks[random_below(&state, COUNT(marks))]);
      }
      gr_align *align = solve(*problems[p], text), *again = solve(*problems[p], text);
      check_results(align, strlen(text));
      CHECK(gr_align_cost(align) == gr_align_cost(again) && gr_align_steps(align) == gr_align_steps(again));
      CHECK(gr_align_cost(align) >= 0);
      gr_align *within = solve_within(*problems[p], text, REACH);
      compare_alignments(align, within, text);
      gr_align_free(within);
      gr_align_free(align);
      gr_align_free(again);
    }
  }
}

/* ---- work --------------------------------------------------------------------------------------- */

/* The steps of the search for so many rows, each with a label of its own, in a text that has rows over and over. That
 * labels are looked for in the text comes before: rows times atoms, whatever the budget. */
static uint64_t work_on(size_t rows, size_t printed, const char *format) {
  static char text[200000];
  size_t n = 0;
  uint64_t steps[2];
  for (size_t i = 0; i < printed; i++) n += (size_t)snprintf(text + n, sizeof text - n, format, i % rows, i);
  for (size_t k = 0; k < 2; k++) {
    gr_align *align = NULL;
    must(gr_align_new(false, NULL, &align));
    for (size_t i = 0; i < rows; i++) {
      char label[40];
      (void)snprintf(label, sizeof label, "第%03zu号渔港", i);
      must(gr_align_add_row(align, 2));
      must(gr_align_add_label(align, slice(label)));
    }
    bool complete = false;
    must(gr_align_run(align, (gr_slice){text, n}, (gr_range){0, n}, k == 0 ? PLENTY : 0, &complete));
    CHECK(complete == (k == 0));
    steps[k] = gr_align_steps(align);
    gr_align_free(align);
  }
  CHECK_THAT(steps[1] <= rows * n + 1, "%llu steps for labels", (unsigned long long)steps[1]);
  return steps[0] - steps[1];
}

static void check_growth(const char *format, size_t rows, size_t printed, size_t more_rows, uint64_t tenths) {
  test("work: [%s] for %zu rows, and twice of it for %zu", show(slice(format)), rows, more_rows);
  uint64_t once = work_on(rows, printed, format), twice = work_on(more_rows, 2 * printed, format);
  CHECK_THAT(twice * 10 <= once * tenths, "%llu steps, then %llu", (unsigned long long)once, (unsigned long long)twice);
  CHECK_THAT(once >= printed, "%llu steps", (unsigned long long)once);
}

static void works_linearly(void) {
  static const char *const named[] = {"第%03zu号渔港\n%03zu\n7\n", "第%03zu号渔港\037%03zu\0377\n", "第%03zu号\n渔港\n%03zu\n7\n",
                                      "第%03zu号鱼港\n%03zu\n7\n"};
  static const char *const bare[] = {"本年%03zu无事%03zu\n", "%03zu\n%03zu\n"};
  for (size_t i = 0; i < COUNT(named); i++) {
    check_growth(named[i], 40, 200, 40, 22);
    check_growth(named[i], 100, 100, 200, 22);   /* rows that are not near take no part */
    check_growth(named[i], 100, 50, 200, 22);
  }
  /* Without labels any row may be meant: steps grow with the text for the same rows, and as both for more. */
  for (size_t i = 0; i < COUNT(bare); i++) {
    check_growth(bare[i], 40, 200, 40, 22);
    check_growth(bare[i], 20, 200, 40, 44);
  }
}

int main(void) {
  reads_atoms();
  compares_values();
  aligns();
  has_margins();
  tells_of_texts();
  overrides_costs();
  keeps_the_budget();
  keeps_limits();
  keeps_limits_of_rows();
  bears_bad_input();
  stays_within_reach();
  spares_steps();
  holds_for_random_texts();
  works_linearly();
  return check_finish();
}
