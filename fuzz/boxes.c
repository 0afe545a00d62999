/* Words with boxes on pages, drawn lines, pictures: ten bytes each, what it is, which word, and its box. Whatever stands
 * wherever, the text of all pages is one that its reader can tell, and each place of it stands on one of the pages. */
#include <string.h>

#include "document.h"

enum { RECORD = 10 };

static const char *const texts[] = {
    "一、本年新收政府信息公开申请数量", "（一）予以公开", "12", "0", "-1", "3.5", "规章", "商", "业", "- 3 -", "第4页",
    "2024年", "a", "PDF、", "，", "全年主动公开政府信息三十件制发规范性文件二件。", "\xFF", "",
};

static int32_t place(const uint8_t *bytes) { return (int16_t)((unsigned)bytes[0] << 8 | bytes[1]) * 4; }

static gr_status add(gr_boxes *boxes, const uint8_t *record) {
  gr_box box = {place(record + 2), place(record + 4), 0, 0};
  box.right = box.left + place(record + 6) / 4;
  box.bottom = box.top + place(record + 8) / 4;
  const char *text = texts[record[1] % (sizeof texts / sizeof *texts)];
  switch (record[0] % 16) {
    case 0: return gr_boxes_page(boxes, box.right, box.bottom);
    case 1: gr_boxes_picture(boxes); return GR_OK;
    case 2: case 3: return gr_boxes_rule(boxes, (gr_box){box.left, box.top, box.right, box.top + record[9] % 200});
    case 4: case 5: return gr_boxes_rule(boxes, (gr_box){box.left, box.top, box.left + record[7] % 200, box.bottom});
    case 6: return gr_boxes_word(boxes, (gr_slice){text, strlen(text)}, box);   /* of any size */
    default: break;
  }
  box.right = box.left + (int32_t)strlen(text) * 350;   /* as wide as it would be printed */
  box.bottom = box.top + 1050;
  return gr_boxes_word(boxes, (gr_slice){text, strlen(text)}, box);
}

static void hold_spots(const gr_document *document, size_t pages) {
  size_t size = gr_document_text(document).size;
  for (size_t byte = 1; byte <= size; byte += 1 + size / 64) {
    gr_spot spot;
    hold(gr_document_spot(document, byte, byte, &spot));
    hold(spot.page >= 1 && spot.page <= pages);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gr_boxes *boxes;
  const gr_options limits = {.max_memory = FUZZ_MEMORY};
  if (gr_boxes_new("pdf", &limits, &boxes) != GR_OK) return 0;
  gr_status status = gr_boxes_page(boxes, 59500, 84200);
  for (size_t i = 0; i + RECORD <= size && status != GR_LIMIT_MEMORY; i += RECORD) status = add(boxes, data + i);
  hold(gr_boxes_seal(boxes) == GR_OK);
  gr_options options = {.reader = gr_boxes_reader(boxes), .max_memory = FUZZ_MEMORY};
  gr_slice text = gr_boxes_text(boxes);
  gr_document *document;
  gr_error error;
  if (text.size > 0 && gr_document_parse(text, &options, &error, &document) == GR_OK) {
    hold_document(document);
    hold_spots(document, gr_boxes_page_count(boxes));
    gr_document_free(document);
  }
  gr_boxes_free(boxes);
  return 0;
}
