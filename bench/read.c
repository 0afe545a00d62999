/* Measures the reader alone, without Lua:
 *
 *   build/bench/read FILE…
 *
 * A line for each file: its name, MB/s (median of the rounds), steps of the work counter and bytes of memory for each
 * byte of the file, with tabs between them. A file named *.gb18030.* is in that encoding. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "govreport.h"

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

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    gr_slice bytes = read_file(argv[i]);
    reading each;
    double times[ROUNDS], first = time_readings(argv[i], bytes, 1, &each);
    int rounds = first < 0.1 ? ROUNDS : ROUNDS_OF_LARGE;
    int count = first < 0.02 ? (int)(0.02 / (first + 1e-6)) + 1 : 1;
    (void)time_readings(argv[i], bytes, count, &each);
    for (int round = 0; round < rounds; round++) times[round] = time_readings(argv[i], bytes, count, &each);
    qsort(times, (size_t)rounds, sizeof *times, compare);
    printf("%s\t%.1f\t%.2f\t%.2f\n", argv[i], (double)bytes.size / times[rounds / 2] / 1e6, each.work, each.memory);
    free((void *)(uintptr_t)bytes.data);
  }
  return 0;
}
