/* How the encoding is found, what becomes of bytes that do not decode, and text that was decoded wrongly before. */
#include <iconv.h>
#include <stdlib.h>

#include "base/gr_limits.h"
#include "check.h"
#include "text/gr_guess.h"
#include "text/gr_mojibake.h"

enum { ROOM = 1 << 18 };

static const char simplified[] =
    "青禾市水务局2021年政府信息公开工作年度报告\n"
    "本年度，我局主动公开各类信息312条，比上一年增加27条；收到公民、法人和其他组织的信息公开申请18件，均在期限内答复。\n"
    "一是完善制度，明确责任，对各科室报送的材料逐件审查；二是加强平台建设，更新栏目，方便群众查询。\n"
    "存在的主要问题：部分单位认识不够，公开内容不够细，解读形式比较单一。下一步将组织培训，提高质量。\n";

static const char traditional[] =
    "青禾市水務局2021年政府信息公開工作年度報告\n"
    "本年度，我局主動公開各類信息312條，比上一年增加27條；收到公民、法人和其他組織的信息公開申請18件，均在期限內答覆。\n"
    "一是完善制度，明確責任，對各科室報送的材料逐件審查；二是加強平台建設，更新欄目，方便群眾查詢。\n"
    "存在的主要問題：部分單位認識不夠，公開內容不夠細，解讀形式比較單一。下一步將組織培訓，提高質量。\n";

/* The text in another encoding; `mark` for what it does not have. The last eight results stay valid. */
static gr_slice convert(const char *from, const char *to, gr_slice text, char mark) {
  static char buffers[8][ROOM];
  static unsigned turn;
  char *out = buffers[turn++ % 8], *at = out, *input = (char *)(uintptr_t)text.data;
  size_t left = text.size, room = ROOM;
  iconv_t converter = iconv_open(to, from);
  CHECK_THAT(converter != (iconv_t)-1, "no %s here", to);
  if (converter == (iconv_t)-1) return slice("");
  while (left > 0 && iconv(converter, &input, &left, &at, &room) == (size_t)-1 && room > 0) {
    input++;
    left--;
    if (mark != '\0') *at++ = mark, room--;
  }
  (void)iconv(converter, NULL, NULL, &at, &room);
  (void)iconv_close(converter);
  return (gr_slice){out, (size_t)(at - out)};
}

static gr_slice encode(const char *encoding, const char *text) { return convert("UTF-8", encoding, slice(text), '\0'); }

/* One after the other; the last eight results stay valid. */
static gr_slice join(gr_slice a, gr_slice b) {
  static char buffers[8][ROOM];
  static unsigned turn;
  char *out = buffers[turn++ % 8];
  CHECK(a.size + b.size <= ROOM);
  if (a.size != 0) memcpy(out, a.data, a.size);
  if (b.size != 0) memcpy(out + a.size, b.data, b.size);
  return (gr_slice){out, a.size + b.size};
}

/* The document of a block of just the right size; NULL, and `error` filled, where it is refused. */
static char *block;

static gr_document *read(gr_slice bytes, const char *encoding, gr_error *error) {
  gr_options options = {.encoding = encoding};
  gr_document *document = NULL;
  block = malloc(bytes.size);
  if (block == NULL) return NULL;
  memcpy(block, bytes.data, bytes.size);
  (void)gr_document_parse((gr_slice){block, bytes.size}, &options, error, &document);
  return document;
}

static void forget(gr_document *document) {
  gr_document_free(document);
  free(block);
}

/* Decodes wholly, in the encoding, to the text. */
static void reads(gr_slice bytes, const char *option, const char *encoding, gr_slice text) {
  gr_error error;
  gr_document *document = read(bytes, option, &error);
  CHECK_THAT(document != NULL, "%s at byte %zu", gr_status_name(error.status), error.offset);
  if (document != NULL) {
    CHECK_SLICE(slice(gr_document_encoding(document)), encoding);
    CHECK_THAT(same(gr_document_text(document), text), "[%s], expected [%s]", show(gr_document_text(document)),
               show(text));
    CHECK(gr_document_replaced(document) == 0 && gr_document_dropped_tail(document) == 0);
  }
  forget(document);
}

static void refuses(gr_slice bytes, const char *option, gr_status status, size_t offset, size_t line,
                    const char *detail) {
  gr_error error;
  gr_document *document = read(bytes, option, &error);
  CHECK_STATUS(error.status, status);
  CHECK_THAT(error.offset == offset && error.line == line, "byte %zu, line %zu, expected %zu, %zu", error.offset,
             error.line, offset, line);
  CHECK((error.detail == NULL) == (detail == NULL));
  if (detail != NULL && error.detail != NULL) CHECK_SLICE(slice(error.detail), detail);
  forget(document);
}

/* ---- the order of decision ------------------------------------------------------------------- */

static void knows_labels(void) {
  static const char *const labels[][2] = {
      {"utf-8", "UTF-8"}, {"UTF8", "UTF-8"}, {"gb2312", "GB18030"}, {"GB2312", "GB18030"}, {"GBK", "GB18030"},
      {"x-gbk", "GB18030"}, {"cp936", "GB18030"}, {"gb_2312-80", "GB18030"}, {"GB18030", "GB18030"},
      {"Big5", "BIG5-HKSCS"}, {"big5-hkscs", "BIG5-HKSCS"}, {"utf-16le", "UTF-16LE"}, {"iso-8859-1", NULL},
      {"gb231", NULL}, {"gb23122", NULL}, {"", NULL}, {"shift_jis", NULL},
  };
  test("labels");
  for (size_t i = 0; i < COUNT(labels); i++) {
    const char *found = gr_guess_label(slice(labels[i][0]));
    bool right = labels[i][1] == NULL ? found == NULL : found != NULL && strcmp(found, labels[i][1]) == 0;
    CHECK_THAT(right, "%s is %s", labels[i][0], found == NULL ? "unknown" : found);
  }
}

static void finds_declarations(void) {
  static const char *const pages[][2] = {
      {"<meta charset=gb2312>", "GB18030"},
      {"<META CHARSET = 'GBK' >", "GB18030"},
      {"<html><head><meta charset=\"big5\"/>", "BIG5-HKSCS"},
      {"<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">", "GB18030"},
      {"<meta http-equiv='Content-Type' content='text/html;charset=utf-8'>", "UTF-8"},
      {"<meta content=text/html;charset=x-gbk http-equiv=content-type>", "GB18030"},
      {"<?xml version=\"1.0\" encoding=\"GB2312\"?>", "GB18030"},
      {"<?xml version='1.0' encoding='utf-16'?>", "UTF-8"},
      {"<meta charset=utf-16le>", "UTF-8"},
      {"<meta charset=none><meta charset=gbk>", "GB18030"},
      {"<meta charset=iso-8859-1><p>", NULL},
      {"<!-- <meta charset=gbk> --><meta charset=big5>", "BIG5-HKSCS"},
      {"<!-- <meta charset=gbk>", NULL},
      {"<meta name=charset content=gbk>", NULL},
      {"<form accept-charset=gbk><meta x-charset=gbk>", NULL},
      {"<p>charset=gbk</p>", NULL},
      {" <?xml encoding='gbk'?>", NULL},
      {"<meta charset", NULL},
      {"<meta charset=", NULL},
      {"<meta charset=\"", NULL},
      {"<meta charset=gbk", "GB18030"},
      {"<", NULL},
      {"", NULL},
  };
  for (size_t i = 0; i < COUNT(pages); i++) {
    test("declared: %s", pages[i][0]);
    gr_slice page = slice(pages[i][0]);
    char *copy = malloc(page.size + 1);
    if (copy == NULL) return;
    memcpy(copy, page.data, page.size);
    const char *found = gr_guess_declared((gr_slice){copy, page.size});
    bool right = pages[i][1] == NULL ? found == NULL : found != NULL && strcmp(found, pages[i][1]) == 0;
    CHECK_THAT(right, "%s", found == NULL ? "none" : found);
    free(copy);
  }
  test("declared behind 4096 bytes");
  static char far[5000];
  memset(far, ' ', sizeof far);
  memcpy(far + 4096 - 18, "<meta charset=gbk>", 18);
  CHECK(gr_guess_declared((gr_slice){far, sizeof far}) != NULL);
  memset(far, ' ', sizeof far);
  memcpy(far + 4096, "<meta charset=gbk>", 18);
  CHECK(gr_guess_declared((gr_slice){far, sizeof far}) == NULL);
}

static void decides(void) {
  static const char *const declared[] = {
      "", "<meta charset=utf-8>\n", "<meta charset=gb2312>\n", "<meta charset=big5>\n", "<meta charset=windows-1252>\n",
      "<meta charset=utf-16>\n"};
  static const struct {
    const char *encoding, *text;
  } bodies[] = {{"UTF-8", simplified}, {"GB18030", simplified}, {"BIG5-HKSCS", traditional}, {"GB18030", traditional}};
  for (size_t i = 0; i < COUNT(declared); i++) {
    for (size_t k = 0; k < COUNT(bodies); k++) {
      gr_slice head = slice(declared[i]);
      test("%s%s, declared: %s", bodies[k].encoding, bodies[k].text == traditional ? " traditional" : "", show(head));
      reads(join(head, encode(bodies[k].encoding, bodies[k].text)), NULL, bodies[k].encoding,
            join(head, slice(bodies[k].text)));
    }
  }
  test("characters of GBK alone in a page declared as gb2312");
  const char *rare = "<meta charset=gb2312>\n朱镕基 喆 堃 €、㐂 𠮷 祎\n";
  reads(encode("GB18030", rare), NULL, "GB18030", slice(rare));
  test("a declaration decides where the text does not");
  reads(slice("<meta charset=gbk>\n\x8F\x41\n"), NULL, "GB18030", slice("<meta charset=gbk>\n廇\n"));
  test("a head of ASCII of 150 KiB");
  static char head[150 << 10];
  memset(head, 'x', sizeof head);
  reads(join((gr_slice){head, sizeof head}, encode("GB18030", simplified)), NULL, "GB18030",
        join((gr_slice){head, sizeof head}, slice(simplified)));
  test("letters of Latin-1 in a page of 20 KiB before the text");
  gr_slice sparse = slice("");
  for (int i = 0; i < 5; i++) sparse = join(sparse, join((gr_slice){head, 4096}, slice("\xA1\xA1")));
  gr_slice spaces = convert("GB18030", "UTF-8", sparse, '\0');
  reads(join(sparse, encode("GB18030", simplified)), NULL, "GB18030", join(spaces, slice(simplified)));
  test("ASCII alone");
  reads(slice("plain text, 2021\n"), NULL, "UTF-8", slice("plain text, 2021\n"));
  reads(slice("<meta charset=gbk>plain\n"), NULL, "UTF-8", slice("<meta charset=gbk>plain\n"));
}

static void obeys(void) {
  gr_slice text = slice(simplified), gb = encode("GB18030", simplified);
  static const char *const names[] = {"gb2312", "GBK", "gb18030", "cp936", "x-gbk"};
  for (size_t i = 0; i < COUNT(names); i++) {
    test("told to read %s", names[i]);
    reads(gb, names[i], "GB18030", text);
  }
  test("told to read Big5");
  reads(encode("BIG5-HKSCS", traditional), "big5", "BIG5-HKSCS", slice(traditional));
  test("told what the page does not declare");
  gr_slice page = join(slice("<meta charset=utf-8>"), gb);
  reads(page, "gbk", "GB18030", join(slice("<meta charset=utf-8>"), text));
  test("told the wrong encoding");
  refuses(gb, "UTF-8", GR_INPUT_ENCODING, 0, 1, NULL);
  test("told an encoding without a name");
  refuses(text, "", GR_INPUT_ENCODING, 0, 1, "");
  test("told an encoding, with its byte order mark");
  reads(join(slice("\xEF\xBB\xBF"), text), "utf-8", "UTF-8", text);
  reads(join(slice("\xFE\xFF"), encode("UTF-16BE", simplified)), "UTF-16", "UTF-16BE", text);
  reads(join(slice("\xFF\xFE"), encode("UTF-16LE", simplified)), "utf-16le", "UTF-16LE", text);
  reads(join(slice("\x84\x31\x95\x33"), gb), "gb2312", "GB18030", text);
  test("told an encoding, with the byte order mark of another one");
  reads(join(slice("\xEF\xBB\xBF\xA1"), gb), "gbk", "GB18030", join(slice("锘俊"), text));
  test("byte order marks");
  reads(join(slice("\x84\x31\x95\x33"), gb), NULL, "GB18030", text);
  reads(join((gr_slice){"\xFF\xFE\0\0", 4}, encode("UTF-32LE", simplified)), NULL, "UTF-32LE", text);
  reads(join((gr_slice){"\0\0\xFE\xFF", 4}, encode("UTF-32BE", simplified)), NULL, "UTF-32BE", text);
}

/* Windows on the text that begin and end anywhere. */
static void tells_short_texts(void) {
  static const struct {
    const char *encoding, *text;
  } texts[] = {{"GB18030", simplified}, {"BIG5-HKSCS", traditional}, {"GB18030", traditional}};
  static const size_t sizes[] = {60, 100, 200};
  for (size_t k = 0; k < COUNT(texts); k++) {
    for (size_t s = 0; s < COUNT(sizes); s++) {
      test("%zu bytes of %s %s", sizes[s], texts[k].text == traditional ? "traditional" : "simplified",
           texts[k].encoding);
      gr_slice text = slice(texts[k].text);
      for (size_t i = 0; i < text.size;) {
        gr_slice part = convert("UTF-8", texts[k].encoding, (gr_slice){text.data + i, text.size - i}, '\0');
        if (part.size < sizes[s]) break;
        part.size = sizes[s];
        gr_error error;
        gr_document *document = read(part, NULL, &error);
        CHECK_THAT(document != NULL, "at %zu: %s", i, gr_status_name(error.status));
        if (document != NULL) CHECK_SLICE(slice(gr_document_encoding(document)), texts[k].encoding);
        forget(document);
        uint32_t c;
        i += gr_utf8_decode(text.data + i, &c);
      }
    }
  }
  test("two characters");
  reads(encode("GB18030", "规章\n"), NULL, "GB18030", slice("规章\n"));
  static const char *const others[][2] = {
      {"ISO-8859-1", "Übergrößenträger fährt häufig über Brücken, schöne Grüße an Jörg Müller"},
      {"EUC-JP", "情報公開の年次報告。件数は次のとおりです。東京の区役所にたいする請求はありません。"},
      {"SHIFT_JIS", "情報公開の年次報告。件数は次のとおりです。東京の区役所にたいする請求はありません。"},
      {"EUC-KR", "정보공개 연차보고서 서울특별시 행정"},
      {"CP1251", "Годовой отчёт об открытости за прошлый год"},
      {"KOI8-R", "Годовой отчёт об открытости за прошлый год"},
  };
  for (size_t i = 0; i < COUNT(others); i++) {
    test("%s is none of them", others[i][0]);
    gr_error error;
    gr_document *document = read(encode(others[i][0], others[i][1]), NULL, &error);
    CHECK_THAT(document == NULL && error.status == GR_INPUT_ENCODING, "%s",
               document == NULL ? gr_status_name(error.status) : gr_document_encoding(document));
    forget(document);
  }
}

/* ---- what does not decode -------------------------------------------------------------------- */

typedef struct damaged {
  const char *name, *option, *bytes, *text;
  size_t size, count;
  size_t first[2], last[2];   /* bytes, inclusive, of the first piece and of the last one */
  size_t tail;
} damaged;

#define DAMAGED(name, option, bytes, text, ...) {name, option, bytes, text, sizeof(bytes) - 1, __VA_ARGS__}
#define R "\xEF\xBF\xBD"

static const damaged pieces[] = {
    DAMAGED("one byte", NULL, "ab\xFFy", "ab" R "y", 1, {3, 3}, {3, 3}, 0),
    DAMAGED("the first byte", NULL, "\xFFy", R "y", 1, {1, 1}, {1, 1}, 0),
    DAMAGED("the last byte", NULL, "ab\xFF", "ab" R, 1, {3, 3}, {3, 3}, 0),
    DAMAGED("behind a byte order mark", NULL, "\xEF\xBB\xBF" "a\xFFy", "a" R "y", 1, {5, 5}, {5, 5}, 0),
    DAMAGED("a letter of Latin-1", NULL, "caf\xE9s", "caf" R "s", 1, {4, 4}, {4, 4}, 0),
    DAMAGED("two bytes of three", NULL, "中\xE4\xB8文", "中" R "文", 1, {4, 5}, {4, 5}, 0),
    DAMAGED("three bytes of four", NULL, "中\xF0\x9F\x98文", "中" R "文", 1, {4, 6}, {4, 6}, 0),
    DAMAGED("and half a character at the end", NULL, "中\xFF文\xE4\xB8", "中" R "文", 1, {4, 4}, {4, 4}, 2),
    DAMAGED("GB18030", "GB18030", "ab\xFF\xD6\xD0", "ab" R "中", 1, {3, 3}, {3, 3}, 0),
    DAMAGED("GB18030: the first byte", "GB18030", "\x80\xD6\xD0", R "中", 1, {1, 1}, {1, 1}, 0),
    DAMAGED("GB18030: the last byte", "GB18030", "\xD6\xD0\xFF", "中" R, 1, {3, 3}, {3, 3}, 0),
    DAMAGED("GB18030: half a character", "GB18030", "\xD6\xD0\xD6\n\xD6\xD0", "中" R "\n中", 1, {3, 3}, {3, 3}, 0),
    DAMAGED("GB18030: cut at the end", "GB18030", "\xD6\xD0\xFF\xD6", "中" R, 1, {3, 3}, {3, 3}, 1),
    DAMAGED("GB18030: half of four bytes", "GB18030", "\x82\x35yz", R "5yz", 1, {1, 1}, {1, 1}, 0),
    DAMAGED("GB18030: four bytes", "GB18030", "\x95\x32\x82\x36\xFFy", "𠀀" R "y", 1, {5, 5}, {5, 5}, 0),
    DAMAGED("Big5", "BIG5", "\xA4\xA4\xFF" "a\xA4", "中" R "a", 1, {3, 3}, {3, 3}, 1),
    DAMAGED("UTF-16LE", NULL, "\xFF\xFE" "a\0\0\xDC" "b\0", "a" R "b", 1, {5, 6}, {5, 6}, 0),
    DAMAGED("UTF-16BE, cut", NULL, "\xFE\xFF\0a\xDC\0\0b\0", "a" R "b", 1, {5, 6}, {5, 6}, 1),
};

static void replaces(const damaged *d) {
  gr_error error;
  test("replaced: %s", d->name);
  gr_document *document = read((gr_slice){d->bytes, d->size}, d->option, &error);
  CHECK_THAT(document != NULL, "%s at byte %zu", gr_status_name(error.status), error.offset);
  if (document != NULL) {
    size_t count = gr_document_replaced(document);
    CHECK_SLICE(gr_document_text(document), d->text);
    CHECK_THAT(count == d->count, "%zu replaced", count);
    CHECK_THAT(gr_document_dropped_tail(document) == d->tail, "%zu dropped", gr_document_dropped_tail(document));
    gr_place first = gr_document_replaced_place(document, 0), last = gr_document_replaced_place(document, count - 1);
    CHECK_THAT(first.byte == d->first[0] && first.byte_end == d->first[1], "bytes %zu to %zu", first.byte,
               first.byte_end);
    CHECK_THAT(last.byte == d->last[0] && last.byte_end == d->last[1], "bytes %zu to %zu", last.byte, last.byte_end);
  }
  forget(document);
}

/* One in twenty is borne, and one alone. */
static void has_a_limit(void) {
  static const char *const encodings[] = {"UTF-8", "GB18030", "BIG5-HKSCS"};
  for (size_t e = 0; e < COUNT(encodings); e++) {
    for (size_t wrong = 1; wrong < 6; wrong++) {
      for (size_t right = 19 * wrong - 1; right <= 19 * wrong; right++) {
        gr_slice bytes = slice("ab\n"), line = encode(encodings[e], "公");
        for (size_t i = 0; i < right; i++) bytes = join(bytes, line);
        for (size_t i = 0; i < wrong; i++) bytes = join(bytes, slice("\xFF" "a"));
        test("%s: %zu wrong of %zu", encodings[e], wrong, wrong + right);
        size_t first = 3 + right * line.size;
        if (wrong > 1 && right < 19 * wrong) {
          refuses(bytes, encodings[e], GR_INPUT_ENCODING, first, 2, NULL);
          continue;
        }
        gr_error error;
        gr_document *document = read(bytes, encodings[e], &error);
        CHECK_THAT(document != NULL, "%s at byte %zu", gr_status_name(error.status), error.offset);
        if (document != NULL) {
          CHECK(gr_document_replaced(document) == wrong);
          gr_place p = gr_document_replaced_place(document, 0);
          CHECK_THAT(p.line == 2 && p.column == right + 1 && p.byte == first + 1 && p.byte_end == first + 1,
                     "%zu:%zu, bytes %zu to %zu", p.line, p.column, p.byte, p.byte_end);
        }
        forget(document);
      }
    }
  }
}

/* Wrong bytes on and around the borders of the chunks, told or found out. */
static void crosses_chunks(const char *encoding, bool told) {
  test("wrong bytes at the borders of chunks in %s%s", encoding, told ? "" : ", found out");
  gr_slice text = slice("");
  const char *body = strcmp(encoding, "BIG5-HKSCS") == 0 ? traditional : simplified;
  while (text.size < 9000) text = join(text, encode(encoding, body));
  for (size_t at = 4080; at < 4110; at++) {
    static char bytes[ROOM];
    memcpy(bytes, text.data, text.size);
    bytes[at] = bytes[at + 4096] = (char)0xFF;
    gr_error error;
    gr_document *document = read((gr_slice){bytes, text.size}, told ? encoding : NULL, &error);
    CHECK_THAT(document != NULL, "%zu: %s at byte %zu", at, gr_status_name(error.status), error.offset);
    if (document != NULL) {
      CHECK_SLICE(slice(gr_document_encoding(document)), encoding);
      size_t count = gr_document_replaced(document), byte = 0;
      CHECK_THAT(count >= 2 && count <= 6, "%zu: %zu replaced", at, count);
      bool first = false, second = false;
      for (size_t i = 0; i < count; i++) {
        gr_place p = gr_document_replaced_place(document, i);
        CHECK_THAT(p.byte > byte && p.byte_end >= p.byte && p.byte_end < p.byte + 3, "%zu: bytes %zu to %zu", at,
                   p.byte, p.byte_end);
        first = first || (p.byte <= at + 1 && at + 1 <= p.byte_end);
        second = second || (p.byte <= at + 4097 && at + 4097 <= p.byte_end);
        byte = p.byte_end;
      }
      CHECK_THAT(first && second, "%zu: not among the places", at);
    }
    forget(document);
  }
}

/* Each character of a text with wrong bytes everywhere knows its bytes. */
static void maps_back(const char *encoding, uint64_t *seed) {
  enum { MOST = 6000 };
  static char bytes[ROOM];
  static size_t starts[MOST + 1];
  static const char *const letters[] = {"公", "开", "7", "a", "件", "𠀀", "〇", "、"};
  size_t count = 0, size = 0, wrong = 0;
  iconv_t converter = iconv_open(encoding, "UTF-8");
  for (; count < MOST; count++) {
    starts[count] = size;
    size_t pick = random_below(seed, 64);
    if (pick == 0 && count % 3 == 0) {   /* never two together, so that each is a piece */
      bytes[size++] = (char)0xFF;
      wrong++;
      continue;
    }
    const char *letter = letters[pick % COUNT(letters)];
    if (strcmp(encoding, "BIG5-HKSCS") == 0 && pick % COUNT(letters) > 4) letter = "公";
    if (strcmp(letter, "开") == 0 && strcmp(encoding, "BIG5-HKSCS") == 0) letter = "開";
    char *from = (char *)(uintptr_t)letter, *to = bytes + size;
    size_t left = strlen(letter), room = 8;
    CHECK(iconv(converter, &from, &left, &to, &room) != (size_t)-1);
    size += 8 - room;
  }
  starts[count] = size;
  (void)iconv_close(converter);
  gr_error error;
  gr_document *document = read((gr_slice){bytes, size}, encoding, &error);
  CHECK_THAT(document != NULL, "%s at byte %zu", gr_status_name(error.status), error.offset);
  if (document != NULL) {
    gr_slice tape = gr_document_tape(document);
    CHECK_THAT(gr_document_replaced(document) == wrong, "%zu, expected %zu", gr_document_replaced(document), wrong);
    size_t at = 0;
    for (size_t i = 0; i < count && at < tape.size; i++) {
      uint32_t c;
      size_t length = gr_utf8_decode(tape.data + at, &c);
      size_t near = starts[i] % GR_CHECKPOINT;
      if (i % 17 == 0 || near < 8 || near > GR_CHECKPOINT - 8 || c == 0xFFFD) {
        gr_place p = gr_document_place(document, at, at + length);
        gr_place alone = gr_document_line_and_bytes(document, at, at + length);
        CHECK(alone.byte == p.byte && alone.byte_end == p.byte_end && alone.line == p.line);
        CHECK_THAT(p.byte == starts[i] + 1 && p.byte_end == starts[i + 1] && p.line == 1 && p.column == i + 1,
                   "character %zu: %zu:%zu, bytes %zu to %zu, expected %zu to %zu", i, p.line, p.column, p.byte,
                   p.byte_end, starts[i] + 1, starts[i + 1]);
      }
      at += length;
    }
    CHECK(at + 1 == tape.size);
  }
  forget(document);
}

static void counts_many(void) {
  test("only the first sixteen places are kept");
  gr_slice bytes = slice("");
  for (size_t i = 0; i < 40; i++) bytes = join(bytes, join(slice("\xFF\n"), encode("GB18030", simplified)));
  gr_error error;
  gr_document *document = read(bytes, NULL, &error);
  CHECK_THAT(document != NULL, "%s", gr_status_name(error.status));
  if (document != NULL) {
    CHECK(gr_document_replaced(document) == 40);
    gr_place last = gr_document_replaced_place(document, GR_REPLACED_KEPT - 1);
    CHECK_THAT(last.line == 15 * 5 + 1 && last.column == 1 && last.byte == bytes.size / 40 * 15 + 1,
               "%zu:%zu, byte %zu", last.line, last.column, last.byte);
  }
  forget(document);
}

/* ---- text that was decoded wrongly before ---------------------------------------------------- */

static void finds_mojibake(void) {
  static const struct {
    const char *name, *wrong, *detail;
    char mark;
  } ways[] = {
      {"GBK", "GB18030", "GBK", '?'},        {"GBK, dropped", "GB18030", "GBK", '\0'},
      {"Latin-1", "ISO-8859-1", "windows-1252", '?'}, {"windows-1252", "CP1252", "windows-1252", '?'},
      {"windows-1252, dropped", "CP1252", "windows-1252", '\0'},
  };
  static const char *const texts[] = {simplified, traditional, "政府信息",
                                      "合计\n自然人\n总计\n12\n公开\n申请\n0\n年度报告"};
  for (size_t i = 0; i < COUNT(ways); i++) {
    for (size_t k = 0; k < COUNT(texts); k++) {
      test("read as %s: %s", ways[i].name, show((gr_slice){texts[k], k < 2 ? 12 : strlen(texts[k])}));
      gr_slice bad = convert(ways[i].wrong, "UTF-8", slice(texts[k]), ways[i].mark);
      refuses(bad, NULL, GR_INPUT_MOJIBAKE, 0, 1, ways[i].detail);
      refuses(join(slice("<p>\n2021</p>\r\n"), bad), NULL, GR_INPUT_MOJIBAKE, 14, 3, ways[i].detail);
      refuses(join(slice("\xEF\xBB\xBF\n"), bad), NULL, GR_INPUT_MOJIBAKE, 4, 2, ways[i].detail);
      gr_slice wide = convert("UTF-8", "UTF-16LE", bad, '\0');
      refuses(join(slice("\xFF\xFE"), wide), NULL, GR_INPUT_MOJIBAKE, 2, 1, ways[i].detail);
    }
  }
  static const char *const latin[] = {"ISO-8859-1", "CP1252"};
  for (size_t i = 0; i < COUNT(latin); i++) {
    for (size_t k = 0; k < COUNT(texts); k++) {
      if (texts[k] == traditional) continue;   /* half of a pair is a letter of ASCII there */
      test("in GBK, read as %s: %s", latin[i], show((gr_slice){texts[k], k < 2 ? 12 : strlen(texts[k])}));
      gr_slice wrong = convert(latin[i], "UTF-8", convert("UTF-8", "GB18030", slice(texts[k]), '?'), '?');
      refuses(wrong, NULL, GR_INPUT_MOJIBAKE, 0, 1, "windows-1252");
      refuses(join(slice("<p>\n2021</p>\r\n"), wrong), NULL, GR_INPUT_MOJIBAKE, 14, 3, "windows-1252");
    }
  }
  test("read as GBK and saved in it, with holes");
  gr_slice bad = convert("UTF-8", "GB18030", convert("GB18030", "UTF-8", slice(simplified), '?'), '\0');
  refuses(bad, NULL, GR_INPUT_MOJIBAKE, 0, 1, "GBK");
  test("told to be in GBK, but in UTF-8");
  refuses(slice("政府信息公开年度报告\n"), "gbk", GR_INPUT_MOJIBAKE, 0, 1, "GBK");
}

static void leaves_alone(void) {
  static const char *const texts[] = {
      simplified, traditional,
      "鑫淼犇焱垚 骉骐骥 铖锴 韬钤 翀翊 祎禛 龑飏",
      "Les autorités françaises ont publié à l’été leur rapport annuel ; « très détaillé », il a été très commenté.",
      "Größe, Übergröße, ÄÖÜ äöüß; ÆØÅ æøå; þjóðhagsáætlun, ræða", "ação: não é possível — informações PÚBLICAS, ÓRGÃOS",
      "RÉSUMÉ DES DÉCISIONS — ÉLÈVE ÂGÉE À L’ÉTÉ", "§§ 1–3: 20 °C ±½ ×÷ ©®™ «»  ¿Qué? ¡Añadió!",
      "The agency’s annual report — “FOIA” — covers § 552(a)(3)… £5, €6, ½.",
      "情報公開制度に関する年次報告書。開示請求の件数は次のとおりである。東京都庁および区役所の行政文書、個人情報、訴訟",
      "정보공개 연차보고서 2020년", "Годовой отчёт об открытости", "é", "Ã©", "鏀", "鏀垮", "", "plain", R R R R,
      "   　　　\xEF\xBB\xBF",
  };
  for (size_t i = 0; i < COUNT(texts); i++) {
    size_t offset = 77;
    test("no mojibake: %s", show((gr_slice){texts[i], i < 2 ? 12 : strlen(texts[i])}));
    CHECK(gr_mojibake_find(slice(texts[i]), &offset) == NULL && offset == 77);
    gr_slice text = slice(texts[i]);
    for (size_t at = 0; at < text.size;) {   /* nor any end of it */
      CHECK(gr_mojibake_find((gr_slice){text.data + at, text.size - at}, &offset) == NULL);
      uint32_t c;
      at += gr_utf8_decode(text.data + at, &c);
    }
  }
  test("no mojibake: random Han characters");
  uint64_t seed = 7;
  char text[300];
  for (int n = 0; n < 3000; n++) {
    size_t size = 0, offset;
    for (int i = 0; i < 60; i++) size += gr_utf8_encode(0x4E00 + (uint32_t)random_below(&seed, 20902), text + size);
    CHECK(gr_mojibake_find((gr_slice){text, size}, &offset) == NULL);
  }
}

/* Letters of Latin languages by chance, in words of one to four: more of them side by side than any language has. */
static void leaves_letters_alone(void) {
  test("no mojibake: random letters beyond ASCII");
  uint64_t seed = 9;
  char text[600];
  for (int n = 0; n < 3000; n++) {
    size_t size = 0, offset;
    for (int i = 0; i < 100; i++) {
      size += gr_utf8_encode(0xC0 + (uint32_t)random_below(&seed, 64), text + size);
      if (random_below(&seed, 3) == 0) text[size++] = 'a';
    }
    CHECK(gr_mojibake_find((gr_slice){text, size}, &offset) == NULL);
  }
}

int main(void) {
  uint64_t seed = 2021;
  leaves_letters_alone();
  knows_labels();
  finds_declarations();
  decides();
  obeys();
  tells_short_texts();
  for (size_t i = 0; i < COUNT(pieces); i++) replaces(&pieces[i]);
  has_a_limit();
  static const char *const encodings[] = {"UTF-8", "GB18030", "BIG5-HKSCS"};
  for (size_t i = 0; i < COUNT(encodings); i++) {
    crosses_chunks(encodings[i], false);
    crosses_chunks(encodings[i], true);
    test("places in %s with wrong bytes", encodings[i]);
    for (int k = 0; k < 4; k++) maps_back(encodings[i], &seed);
  }
  counts_many();
  finds_mojibake();
  leaves_alone();
  return check_finish();
}
