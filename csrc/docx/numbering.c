#include "docx/numbering.h"

#include <stdlib.h>
#include <string.h>

static void copy(char *out, size_t capacity, const char *text) {
  size_t length = text == NULL ? 0 : strlen(text);
  if (length >= capacity) length = 0;   /* cut in two it would be another one */
  if (length > 0) memcpy(out, text, length);
  out[length] = '\0';
}

/* An array with one more entry, zeroed, which is counted; NULL where there are NUMBERING_MOST, or no memory: then the
 * array is as it was. */
static void *grow(void *items, size_t *count, size_t size) {
  char *more = *count >= NUMBERING_MOST ? NULL : realloc(items, (*count + 1) * size);
  if (more == NULL) return NULL;
  memset(more + *count * size, 0, size);
  (*count)++;
  return more;
}

/* ---- word/numbering.xml ------------------------------------------------------------------------ */

typedef struct lists_part {
  xml_part part;
  numbering *own;
  numbering_list *list;      /* the open w:abstractNum or w:num */
  numbering_level *level;    /* the open w:lvl */
  bool is_list;              /* a w:num */
} lists_part;

static void begin(numbering_list *list, long id) {
  list->id = id;
  list->base = -1;
  for (int i = 0; i < NUMBERING_LEVELS; i++) {
    list->levels[i].start = 1;
    list->counts[i] = -1;
  }
}

static numbering_list *add_list(numbering_list **lists, size_t *count, long id) {
  numbering_list *more = grow(*lists, count, sizeof *more);
  if (more == NULL) return NULL;
  *lists = more;
  begin(&more[*count - 1], id);
  more[*count - 1].order = *count;
  return &more[*count - 1];
}

static void start_list(lists_part *own, const char *name, const char **attributes) {
  numbering *lists = own->own;
  bool is_kind = xml_is(name, "abstractNum");
  if (!is_kind && !xml_is(name, "num")) return;
  long id = xml_integer(xml_attribute(attributes, is_kind ? "abstractNumId" : "numId"), 1000000, -1);
  own->list = is_kind ? add_list(&lists->kinds, &lists->kind_count, id) : add_list(&lists->lists, &lists->list_count, id);
  own->is_list = !is_kind;
  own->level = NULL;   /* one of another list, which may have moved */
}

/* A list looks as its kind does, but for the levels that it overrides. */
static void take_after(lists_part *own, long id) {
  for (size_t i = 0; i < own->own->kind_count; i++) {
    if (own->own->kinds[i].id != id) continue;
    memcpy(own->list->levels, own->own->kinds[i].levels, sizeof own->list->levels);
    own->list->base = (long)i;
  }
}

static void start_in_list(void *context, const char *name, const char **attributes) {
  lists_part *own = context;
  const char *value = xml_attribute(attributes, "val");
  start_list(own, name, attributes);
  if (own->list == NULL) return;
  if (xml_is(name, "lvl") || xml_is(name, "lvlOverride")) {
    long number = xml_integer(xml_attribute(attributes, "ilvl"), NUMBERING_LEVELS - 1, -1);
    own->level = number < 0 ? NULL : &own->list->levels[number];
  } else if (xml_is(name, "abstractNumId") && own->is_list) {
    take_after(own, xml_integer(value, 1000000, -1));
  } else if (own->level == NULL) {
    return;
  } else if (xml_is(name, "numFmt")) {
    copy(own->level->format, sizeof own->level->format, value);
  } else if (xml_is(name, "lvlText")) {
    copy(own->level->text, sizeof own->level->text, value);
  } else if (xml_is(name, "start") || xml_is(name, "startOverride")) {
    own->level->start = xml_integer(value, 1000000, 1);
    if (xml_is(name, "startOverride")) own->list->base = -1;   /* it counts by itself */
  }
}

static void end_in_list(void *context, const char *name) {
  lists_part *own = context;
  if (xml_is(name, "abstractNum") || xml_is(name, "num")) own->list = NULL;
  if (xml_is(name, "lvl") || xml_is(name, "lvlOverride")) own->level = NULL;
}

static int by_id(const void *a, const void *b) {
  const numbering_list *one = a, *other = b;
  if (one->id != other->id) return one->id < other->id ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

docx_problem numbering_read_lists(numbering *own, docx_package *package) {
  lists_part context = {{.start = start_in_list, .end = end_in_list}, own, NULL, NULL, false};
  docx_problem problem = xml_read(&context.part, package->part, package->part_size, &package->byte);
  if (own->list_count > 0) qsort(own->lists, own->list_count, sizeof *own->lists, by_id);
  return problem;
}

/* ---- word/styles.xml ---------------------------------------------------------------------------- */

typedef struct styles_part {
  xml_part part;
  numbering *own;
  numbering_style *style;
} styles_part;

static void start_in_style(void *context, const char *name, const char **attributes) {
  styles_part *own = context;
  const char *value = xml_attribute(attributes, "val");
  if (xml_is(name, "style")) {
    numbering_style *more = grow(own->own->styles, &own->own->style_count, sizeof *more);
    if (more == NULL) return;
    own->own->styles = more;
    own->style = &more[own->own->style_count - 1];
    copy(own->style->id, sizeof own->style->id, xml_attribute(attributes, "styleId"));
    own->style->list = own->style->level = -1;
    own->style->order = own->own->style_count;
  } else if (own->style == NULL) {
    return;
  } else if (xml_is(name, "basedOn")) {
    copy(own->style->based_on, sizeof own->style->based_on, value);
  } else if (xml_is(name, "numId")) {
    own->style->list = xml_integer(value, 1000000, -1);
  } else if (xml_is(name, "ilvl")) {
    own->style->level = xml_integer(value, NUMBERING_LEVELS - 1, -1);
  }
}

static void end_in_style(void *context, const char *name) {
  styles_part *own = context;
  if (xml_is(name, "style")) own->style = NULL;
}

static int by_name(const void *a, const void *b) {
  const numbering_style *one = a, *other = b;
  int order = strcmp(one->id, other->id);
  if (order != 0) return order;
  return one->order < other->order ? -1 : one->order > other->order;
}

docx_problem numbering_read_styles(numbering *own, docx_package *package) {
  styles_part context = {{.start = start_in_style, .end = end_in_style}, own, NULL};
  docx_problem problem = xml_read(&context.part, package->part, package->part_size, &package->byte);
  if (own->style_count > 0) qsort(own->styles, own->style_count, sizeof *own->styles, by_name);
  return problem;
}

static numbering_style *find_style(const numbering *own, const char *id) {
  size_t low = 0, high = own->style_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (strcmp(own->styles[middle].id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return id[0] != '\0' && low < own->style_count && strcmp(own->styles[low].id, id) == 0 ? &own->styles[low] : NULL;
}

/* What a style says of a list, itself or by one that it is based on, which is looked up once; a circle of styles ends
 * somewhere. NULL where there is no such style. */
static const numbering_style *settled_style(const numbering *own, const char *id) {
  numbering_style *style = find_style(own, id);
  if (style == NULL || style->is_settled) return style;
  const numbering_style *base = style;
  for (int i = 0; base != NULL && i < 32; i++) {
    if (style->list < 0) style->list = base->list;
    if (style->level < 0) style->level = base->level;
    base = find_style(own, base->based_on);
  }
  style->is_settled = true;
  return style;
}

/* ---- numbers as they are printed ------------------------------------------------------------------ */

static size_t put(char *out, const char *text) {
  size_t length = strlen(text);
  memcpy(out, text, length);
  return length;
}

static const char *const han_digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/* 1 to 9999: 一, 十, 十一, 二十, 一百零五. */
static size_t put_han(char *out, long value) {
  static const char *const units[] = {"千", "百", "十", ""};
  size_t size = 0;
  bool skipped = false;
  for (long unit = 1000, i = 0; unit > 0; unit /= 10, i++) {
    long digit = value / unit % 10;
    if (digit == 0) {
      skipped = size > 0;
      continue;
    }
    if (skipped) size += put(out + size, "零");
    skipped = false;
    if (!(unit == 10 && digit == 1 && size == 0)) size += put(out + size, han_digits[digit]);
    size += put(out + size, units[i]);
  }
  return size;
}

static size_t put_decimal(char *out, long value) {
  char digits[24];
  size_t count = 0;
  do digits[count++] = (char)('0' + value % 10);
  while ((value /= 10) > 0);
  for (size_t i = 0; i < count; i++) out[i] = digits[count - 1 - i];
  return count;
}

/* aa behind z, as Word counts. */
static size_t put_letters(char *out, long value, char first) {
  size_t count = (size_t)((value - 1) / 26 + 1);
  if (count > 8) return put_decimal(out, value);
  memset(out, first + (char)((value - 1) % 26), count);
  return count;
}

static size_t put_roman(char *out, long value, bool is_upper) {
  static const struct {
    long value;
    const char *upper, *lower;
  } parts[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"}, {400, "CD", "cd"}, {100, "C", "c"},
               {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
               {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
  size_t size = 0;
  if (value > 3999) return put_decimal(out, value);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    for (; value >= parts[i].value; value -= parts[i].value) {
      size += put(out + size, is_upper ? parts[i].upper : parts[i].lower);
    }
  }
  return size;
}

static size_t put_circle(char *out, long value) {   /* ① to ⑳ */
  if (value < 1 || value > 20) return put_decimal(out, value);
  out[0] = '\xE2';
  out[1] = '\x91';
  out[2] = (char)('\xA0' + (char)(value - 1));
  return 3;
}

static bool is_one_of(const char *format, const char *const *names, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(format, names[i]) == 0) return true;
  }
  return false;
}

/* ST_NumberFormat, 17.18.59; what is not known is printed in digits. At most 64 bytes. */
static size_t put_number(char *out, long value, const char *format) {
  static const char *const han[] = {"chineseCounting", "chineseCountingThousand", "japaneseCounting",
                                    "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital"};
  static const char *const circles[] = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"};
  if (value <= 0) return put_decimal(out, value < 0 ? 0 : value);
  if (is_one_of(format, han, sizeof han / sizeof *han) && value < 10000) return put_han(out, value);
  if (is_one_of(format, circles, 2)) return put_circle(out, value);
  if (strcmp(format, "lowerLetter") == 0) return put_letters(out, value, 'a');
  if (strcmp(format, "upperLetter") == 0) return put_letters(out, value, 'A');
  if (strcmp(format, "lowerRoman") == 0) return put_roman(out, value, false);
  if (strcmp(format, "upperRoman") == 0) return put_roman(out, value, true);
  return put_decimal(out, value);
}

static numbering_list *find_list(numbering *own, long id) {
  size_t low = 0, high = own->list_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (own->lists[middle].id < id) low = middle + 1;
    else high = middle;
  }
  return low < own->list_count && own->lists[low].id == id ? &own->lists[low] : NULL;
}

/* Counts a paragraph of a level: those below it begin anew. */
static void count(const numbering_list *list, long *counts, long level) {
  counts[level] = counts[level] < 0 ? list->levels[level].start : counts[level] + 1;
  for (long i = level + 1; i < NUMBERING_LEVELS; i++) counts[i] = -1;
  for (long i = 0; i < level; i++) {
    if (counts[i] < 0) counts[i] = list->levels[i].start;
  }
}

size_t numbering_next(numbering *own, long id, long level, const char *style, char out[NUMBERING_TEXT * 4]) {
  const numbering_style *named = id < 0 || level < 0 ? settled_style(own, style) : NULL;
  if (named != NULL && id < 0) id = named->list;
  if (named != NULL && level < 0) level = named->level;
  numbering_list *list = id <= 0 ? NULL : find_list(own, id);   /* 0 takes a list away */
  if (list == NULL) return 0;
  if (level < 0) level = 0;
  long *counts = list->base < 0 ? list->counts : own->kinds[list->base].counts;
  count(list, counts, level);
  const char *format = list->levels[level].format;
  if (strcmp(format, "none") == 0) return 0;
  if (strcmp(format, "bullet") == 0) return put(out, "•");
  size_t size = 0;
  for (const char *c = list->levels[level].text; *c != '\0'; c++) {
    long shown = c[0] == '%' && c[1] >= '1' && c[1] <= '9' ? c[1] - '1' : -1;
    if (size > NUMBERING_TEXT * 3 && (*c & 0xC0) != 0x80) break;   /* between characters */
    if (shown < 0) out[size++] = *c;
    else {
      size += put_number(out + size, counts[shown] < 0 ? 1 : counts[shown], list->levels[shown].format);
      c++;
    }
  }
  return size;
}

void numbering_free(numbering *own) {
  free(own->kinds);
  free(own->lists);
  free(own->styles);
  *own = (numbering){.kinds = NULL};
}
