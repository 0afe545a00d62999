#include "docx/writer.h"

#include <stdlib.h>
#include <string.h>

#include "docx/directory.h"

/* 1980-01-01 00:00, as MS-DOS has it. */
enum { FIRST_DAY = 1 << 5 | 1, FIRST_MINUTE = 0 };

static docx_problem problem_of(zip_error_t *error) {
  switch (zip_error_code_zip(error)) {
    case ZIP_ER_MEMORY: return DOCX_MEMORY;
    case ZIP_ER_EXISTS: return DOCX_TWICE;
    default: return DOCX_BROKEN;
  }
}

static docx_problem check_part(writer *own, const writer_part *part) {
  size_t length = part->name.size < DOCX_MAX_NAME ? part->name.size : DOCX_MAX_NAME;
  memcpy(own->name, part->name.data, length);
  own->name[length] = '\0';
  if (length < part->name.size || length == 0 || strlen(own->name) < length) return DOCX_NAME;
  return part->bytes.size > DOCX_MAX_PART ? DOCX_SIZE : DOCX_OK;
}

/* Puts a part into the place of the one of its name, or behind all others. */
static docx_problem put_part(writer *own, zip_t *archive, const writer_part *part, bool may_replace) {
  docx_problem problem = check_part(own, part);
  if (problem != DOCX_OK) return problem;
  zip_source_t *source = zip_source_buffer(archive, part->bytes.data, part->bytes.size, 0);
  if (source == NULL) return problem_of(zip_get_error(archive));
  zip_int64_t index = may_replace ? zip_name_locate(archive, own->name, ZIP_FL_ENC_GUESS) : -1;
  bool is_put;
  if (index >= 0) {
    is_put = zip_file_replace(archive, (zip_uint64_t)index, source, 0) == 0;
  } else {
    index = zip_file_add(archive, own->name, source, ZIP_FL_ENC_UTF_8);
    is_put = index >= 0;
  }
  if (!is_put) {
    problem = problem_of(zip_get_error(archive));
    zip_source_free(source);
    return problem;
  }
  if (zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_DEFLATE, 0) == 0
      && zip_file_set_dostime(archive, (zip_uint64_t)index, FIRST_MINUTE, FIRST_DAY, 0) == 0) return DOCX_OK;
  return problem_of(zip_get_error(archive));
}

/* What stands in a source that an archive was written to. */
static docx_problem take_bytes(writer *own, zip_source_t *source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0) return problem_of(zip_source_error(source));
  if (stat.size > SIZE_MAX - 1) return DOCX_MEMORY;
  size_t size = (size_t)stat.size;
  char *bytes = malloc(size + 1);
  if (bytes == NULL) return DOCX_MEMORY;
  docx_problem problem = DOCX_OK;
  if (zip_source_open(source) != 0) problem = problem_of(zip_source_error(source));
  if (problem == DOCX_OK) {
    if (zip_source_read(source, bytes, size) != (zip_int64_t)size) problem = DOCX_BROKEN;
    (void)zip_source_close(source);
  }
  if (problem != DOCX_OK) {
    free(bytes);
    return problem;
  }
  free(own->bytes);
  own->bytes = bytes;
  own->size = size;
  return DOCX_OK;
}

/* Opens `source` as an archive, puts the parts and takes what it then is. */
static docx_problem put_parts(writer *own, zip_source_t *source, int flags, const writer_part *parts, size_t count) {
  zip_error_t error;
  zip_error_init(&error);
  zip_t *archive = zip_open_from_source(source, flags, &error);
  docx_problem problem = archive == NULL ? problem_of(&error) : DOCX_OK;
  zip_error_fini(&error);
  if (archive == NULL) return problem;
  zip_source_keep(source);   /* the archive drops it when it is closed */
  for (size_t i = 0; i < count && problem == DOCX_OK; i++) {
    problem = put_part(own, archive, &parts[i], (flags & ZIP_TRUNCATE) == 0);
  }
  if (problem == DOCX_OK && zip_close(archive) != 0) problem = problem_of(zip_get_error(archive));
  else if (problem == DOCX_OK) archive = NULL;
  if (archive != NULL) zip_discard(archive);
  return problem == DOCX_OK ? take_bytes(own, source) : problem;
}

/* The source of a package, with a copy that is its own: libzip up to 1.7 frees what it has borrowed where an archive is
 * written over a part of itself. */
static docx_problem open_source(gr_slice package, zip_source_t **out) {
  char *copy = package.size > 0 ? malloc(package.size) : NULL;
  if (copy != NULL) memcpy(copy, package.data, package.size);
  else if (package.size > 0) return DOCX_MEMORY;
  zip_error_t error;
  zip_error_init(&error);
  *out = zip_source_buffer_create(copy, package.size, 1, &error);
  docx_problem problem = *out == NULL ? problem_of(&error) : DOCX_OK;
  zip_error_fini(&error);
  if (*out == NULL) free(copy);
  return problem;
}

static docx_problem write_package(writer *own, gr_slice package, int flags, const writer_part *parts, size_t count) {
  zip_source_t *source;
  docx_problem problem = open_source(package, &source);
  if (problem != DOCX_OK) return problem;
  problem = put_parts(own, source, flags, parts, count);
  zip_source_free(source);
  return problem == DOCX_OK ? directory_check((gr_slice){own->bytes, own->size}, own->name) : problem;
}

docx_problem writer_make(writer *own, const writer_part *parts, size_t count) {
  return write_package(own, (gr_slice){NULL, 0}, ZIP_CREATE | ZIP_TRUNCATE, parts, count);
}

static int by_name(const void *a, const void *b) {
  gr_slice one = ((const writer_part *)a)->name, other = ((const writer_part *)b)->name;
  int order = memcmp(one.data, other.data, one.size < other.size ? one.size : other.size);
  return order != 0 ? order : one.size < other.size ? -1 : one.size > other.size;
}

docx_problem writer_change(writer *own, gr_slice package, writer_part *parts, size_t count) {
  docx_problem problem = directory_check(package, own->name);
  if (problem != DOCX_OK) return problem;
  if (count > 1) qsort(parts, count, sizeof *parts, by_name);
  return write_package(own, package, 0, parts, count);
}

void writer_free(writer *own) {
  free(own->bytes);
  *own = (writer){.bytes = NULL};
}
