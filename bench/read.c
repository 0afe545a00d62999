/* Measures the reader alone, without Lua:
 *
 *   build/bench/read FILE…
 *
 * A line for each file: its name, MB/s of parsing it into a Document (median of the rounds), steps of the work counter
 * and bytes of memory for each byte of the file, MB/s of the reader of pages alone, with tabs between them. A file named *.gb18030.* is in that encoding. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "document/gr_html.h"
#include "text/gr_utf8.h"

enum { ROUNDS = 15, ROUNDS_OF_LARGE = 5 };

typedef struct reading {
  double work, memory;   /* for each byte */
} reading;

static _Noreturn void give_up(const char *path, const char *reason) {
  fprintf(stderr, "%s: %s\n", path, reason);
  exit(1);
}

static gr_slice read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) give_up(path, "cannot be opened");
  long size = ftell(file);
  char *bytes = size > 0 ? malloc((size_t)size) : NULL;
  if (bytes == NULL || fseek(file, 0, SEEK_SET) != 0) give_up(path, "cannot be measured");
  if (fread(bytes, 1, (size_t)size, file) != (size_t)size) give_up(path, "cannot be read");
  fclose(file);
  return (gr_slice){bytes, (size_t)size};
}

/* Seconds for each of so many readings. */
static double time_readings(const char *path, gr_slice bytes, int count, reading *out) {
  gr_options options = {.encoding = strstr(path, ".gb18030.") == NULL ? NULL : "GB18030"};
  clock_t start = clock();
  for (int i = 0; i < count; i++) {
    gr_document *document;
    gr_status status = gr_document_parse(bytes, &options, NULL, &document);
    if (status != GR_OK) give_up(path, gr_status_message(status));
    out->work = (double)gr_document_work(document) / (double)bytes.size;
    out->memory = (double)gr_document_memory(document) / (double)bytes.size;
    gr_document_free(document);
  }
  return (double)(clock() - start) / CLOCKS_PER_SEC / count;
}

static gr_status pass(void *context, size_t start, size_t end) {
  (void)context;
  return start <= end ? GR_OK : GR_INPUT_FORMAT;
}

static gr_status pass_character(void *context, uint32_t character, size_t start, size_t end) {
  (void)character;
  return pass(context, start, end);
}

static gr_status pass_cell(void *context, size_t row_span, size_t column_span, size_t start, size_t end) {
  (void)row_span;
  (void)column_span;
  return pass(context, start, end);
}

static gr_status pass_hidden(void *context, bool alone, size_t start, size_t end) {
  (void)alone;
  return pass(context, start, end);
}

static gr_status pass_meta(void *context, gr_range name, gr_range content) {
  (void)name;
  return pass(context, content.start, content.end);
}

/* Seconds for each of so many runs of the reader of pages alone: its events lead nowhere. 0 for what is no UTF-8. */
static double time_events(gr_slice bytes, int count) {
  static const gr_builder nowhere = {
      GR_BUILDER_VERSION, NULL, pass, pass_character, pass, pass, pass, pass, pass, pass, pass_cell, pass, pass_meta,
      pass,               pass, pass_hidden, pass, pass, pass};
  gr_memory memory;
  gr_memory_init(&memory, NULL);
  if (gr_utf8_valid(bytes) != bytes.size) return 0;
  uint64_t work = 0;
  size_t cut;
  clock_t start = clock();
  for (int i = 0; i < count; i++)
    if (gr_html_read(&memory, bytes, 0, &nowhere, &cut, &work) != GR_OK) give_up("a page", "cannot be read");
  return (double)(clock() - start) / CLOCKS_PER_SEC / count;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    gr_slice bytes = read_file(argv[i]);
    reading each;
    double times[ROUNDS], events[ROUNDS], first = time_readings(argv[i], bytes, 1, &each);
    int rounds = first < 0.1 ? ROUNDS : ROUNDS_OF_LARGE;
    int count = first < 0.02 ? (int)(0.02 / (first + 1e-6)) + 1 : 1;
    (void)time_readings(argv[i], bytes, count, &each);
    for (int round = 0; round < rounds; round++) {
      times[round] = time_readings(argv[i], bytes, count, &each);
      events[round] = time_events(bytes, count);
    }
    qsort(times, (size_t)rounds, sizeof *times, compare);
    qsort(events, (size_t)rounds, sizeof *events, compare);
    double size = (double)bytes.size / 1e6, events_time = events[rounds / 2];
    printf("%s\t%.1f\t%.2f\t%.2f\t%.1f\n", argv[i], size / times[rounds / 2], each.work, each.memory,
           events_time > 0 ? size / events_time : 0);
    free((void *)(uintptr_t)bytes.data);
  }
  return 0;
}
