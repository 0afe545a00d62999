#include "docx/directory.h"

#include <stdlib.h>
#include <string.h>

#define X(name, code) code,
static const char *const codes[DOCX_PROBLEM_COUNT] = {DOCX_PROBLEMS(X)};
#undef X

const char *docx_problem_code(docx_problem problem) { return codes[problem]; }

static docx_problem open_checked(docx_package *package, gr_slice bytes,
                                 docx_problem (*check)(gr_slice bytes, char name[DOCX_MAX_NAME + 1])) {
  *package = (docx_package){.archive = NULL};
  docx_problem problem = check(bytes, package->name);
  if (problem != DOCX_OK) return problem;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.size, 0, &error);
  if (source != NULL) {
    package->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (package->archive == NULL) zip_source_free(source);
  }
  int code = zip_error_code_zip(&error);
  zip_error_fini(&error);
  if (package->archive != NULL) return DOCX_OK;
  return code == ZIP_ER_MEMORY ? DOCX_MEMORY : DOCX_BROKEN;
}

docx_problem package_open(docx_package *package, gr_slice bytes) {
  return open_checked(package, bytes, directory_check);
}

docx_problem package_open_archive(docx_package *package, gr_slice bytes) {
  docx_problem problem = open_checked(package, bytes, directory_check_archive);
  if (problem != DOCX_OK) return problem;
  uint64_t total = 0;
  zip_int64_t count = zip_get_num_entries(package->archive, 0);
  for (zip_int64_t i = 0; i < count && total <= ARCHIVE_MAX_TOTAL; i++) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(package->archive, (zip_uint64_t)i, 0, &stat) != 0) return DOCX_BROKEN;
    total += stat.size;   /* 32 bits, or all of them: entries of other kinds were refused */
  }
  return total > ARCHIVE_MAX_TOTAL ? DOCX_TOTAL : DOCX_OK;
}

/* Whether the size that an entry says is one that may be unpacked. */
static docx_problem check_size(const zip_stat_t *stat) {
  if ((stat->valid & ZIP_STAT_SIZE) == 0 || (stat->valid & ZIP_STAT_COMP_SIZE) == 0) return DOCX_BROKEN;
  if ((stat->valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat->encryption_method != ZIP_EM_NONE) return DOCX_ENCRYPTED;
  if (stat->size > DOCX_MAX_PART) return DOCX_SIZE;
  return stat->size > 4096 && stat->size / DOCX_MAX_RATIO > stat->comp_size ? DOCX_SIZE : DOCX_OK;
}

/* libzip compares the checksum when the end is reached: a read past it that gives nothing. */
static docx_problem unpack(zip_file_t *file, char *out, size_t size) {
  size_t done = 0;
  while (done <= size) {
    char more;
    zip_int64_t got = done < size ? zip_fread(file, out + done, size - done) : zip_fread(file, &more, 1);
    if (got < 0) return DOCX_CHECKSUM;
    if (got == 0) break;
    done += (size_t)got;
  }
  return done == size ? DOCX_OK : DOCX_CHECKSUM;
}

docx_problem package_read(docx_package *package, const char *name) {
  zip_int64_t index = zip_name_locate(package->archive, name, ZIP_FL_ENC_GUESS);
  if (index < 0) return DOCX_NO_PART;
  size_t length = strlen(name) < DOCX_MAX_NAME ? strlen(name) : DOCX_MAX_NAME;
  memcpy(package->name, name, length);
  package->name[length] = '\0';
  return package_read_entry(package, (zip_uint64_t)index);
}

docx_problem package_read_entry(docx_package *package, zip_uint64_t index) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(package->archive, index, 0, &stat) != 0) return DOCX_BROKEN;
  docx_problem problem = check_size(&stat);
  if (problem != DOCX_OK) return problem;
  size_t size = (size_t)stat.size;
  char *part = malloc(size + 1);
  if (part == NULL) return DOCX_MEMORY;
  zip_file_t *file = zip_fopen_index(package->archive, index, 0);
  problem = file == NULL ? DOCX_BROKEN : unpack(file, part, size);
  if (file != NULL) (void)zip_fclose(file);
  if (problem != DOCX_OK) {
    free(part);
    return problem;
  }
  part[size] = '\0';
  free(package->part);
  package->part = part;
  package->part_size = size;
  return DOCX_OK;
}

gr_slice package_take(docx_package *package) {
  gr_slice part = {package->part, package->part_size};
  package->part = NULL;
  return part;
}

void package_forget(docx_package *package) {
  free(package->part);
  package->part = NULL;
  package->part_size = 0;
}

void package_close(docx_package *package) {
  if (package->archive != NULL) zip_discard(package->archive);
  package_forget(package);
  *package = (docx_package){.archive = NULL};
}
