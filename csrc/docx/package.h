/* The package of a Word document: a ZIP archive in memory. libzip reads it without its check for consistency, which
 * refuses what macOS and others write; whether it can be trusted is decided here: see package_open. */
#ifndef GR_DOCX_PACKAGE_H
#define GR_DOCX_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <zip.h>

#include "govreport.h"

/* Limits of a package: the largest real report has 40 entries and 3 MB of XML; pictures are never unpacked. */
#define DOCX_MAX_ENTRIES 4096
#define DOCX_MAX_PART ((size_t)64 << 20)     /* bytes of a part that is read */
#define DOCX_MAX_RATIO 200                   /* of such a part to its packed bytes; styles of Word reach 40 */
#define DOCX_MAX_NAME 255
/* Limits of an archive with documents in it, each of which is unpacked by itself. */
#define ARCHIVE_MAX_ENTRIES 0xFFFE
#define ARCHIVE_MAX_TOTAL ((uint64_t)1 << 30)   /* bytes of all entries; files are read up to a quarter of it */

#define DOCX_PROBLEMS(X)                                                                     \
  X(DOCX_OK, "ok")                                                                           \
  X(DOCX_MEMORY, "limit.memory")                                                             \
  X(DOCX_BROKEN, "docx.broken")         /* no ZIP archive, or one that is cut or wrong */    \
  X(DOCX_ENTRIES, "docx.entries")       /* more entries than DOCX_MAX_ENTRIES */             \
  X(DOCX_NAME, "docx.name")             /* an entry's name leads out of the package */       \
  X(DOCX_OVERLAP, "docx.overlap")       /* two entries share bytes */                        \
  X(DOCX_TWICE, "docx.twice")           /* two entries of one name */                        \
  X(DOCX_SIZE, "docx.size")             /* a part is larger than DOCX_MAX_PART, or packed too well */ \
  X(DOCX_TOTAL, "docx.total")           /* all entries of an archive together are larger than ARCHIVE_MAX_TOTAL */ \
  X(DOCX_CHECKSUM, "docx.checksum")     /* a part is not what its size and checksum say */   \
  X(DOCX_ENCRYPTED, "docx.encrypted")                                                        \
  X(DOCX_NO_PART, "docx.no_part")       /* the part that is the document is missing */       \
  X(DOCX_XML, "docx.xml")               /* a part is no well-formed XML */                   \
  X(DOCX_DOCTYPE, "docx.doctype")       /* a part declares entities */                       \
  X(DOCX_DEPTH, "docx.depth")           /* elements in each other, deeper than any document */    \
  X(DOCX_ENCODING, "docx.encoding")     /* a part that is to be changed is in another encoding than UTF-8 */

#define X(name, code) name,
typedef enum docx_problem { DOCX_PROBLEMS(X) DOCX_PROBLEM_COUNT } docx_problem;
#undef X

typedef struct docx_package {
  zip_t *archive;
  char *part;            /* the part that was read last */
  size_t part_size;
  char name[DOCX_MAX_NAME + 1];   /* of the entry that a problem is about, */
  size_t byte;                    /* and where in it */
} docx_package;

/* The code of a problem, for messages. */
const char *docx_problem_code(docx_problem problem);

/* Opens a package; `bytes` is borrowed until package_close. All entries are looked at before one is unpacked: how many they
 * are, that no name leads out of the package or stands twice, that they stand apart and within the archive. */
docx_problem package_open(docx_package *package, gr_slice bytes);
/* The same for an archive with documents in it: any names, more entries, and a limit for what they hold together. */
docx_problem package_open_archive(docx_package *package, gr_slice bytes);
/* Unpacks an entry, counted from 0 in the order of the directory, into `package->part`. */
docx_problem package_read_entry(docx_package *package, zip_uint64_t index);
/* Unpacks a part into `package->part`; DOCX_NO_PART where there is none of that name. */
docx_problem package_read(docx_package *package, const char *name);
/* The part that was read last, which is the caller's to free. */
gr_slice package_take(docx_package *package);
/* Frees the part that was read last. */
void package_forget(docx_package *package);
void package_close(docx_package *package);

#endif
