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
      {"page marks", "渔船\n- 5 -\n— 12 —\n第5页\n第 5 页\n3", "渔船/第5页/#"},
      {"no page marks", "第甲页\n5 -\n- 1234 -", "第甲页/5/1234"},
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
     "1=- 2=- 3=1.1 4=1.2 5=2.1 6=2.2", "2:4,4/4* 2:4,4/4* 0:4,0/4*", 172, 0},
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

int main(void) {
  reads_atoms();
  compares_values();
  aligns();
  return check_finish();
}
