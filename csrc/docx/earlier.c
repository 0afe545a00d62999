#include "docx/earlier.h"

#include <string.h>

/* A run that may hold the reference of a comment of this program and nothing else. */
typedef struct open_run {
  size_t depth;          /* 0: none is open */
  size_t start;          /* byte of its start tag */
  size_t kept, done;     /* sizes of the copy and of what it was made of, up to there */
  bool has_reference, has_others;
} open_run;

typedef struct removal {
  xml_part part;
  gr_slice document;
  const comments *own;
  output *out;
  size_t done;           /* so many bytes are copied or left out */
  size_t depth;          /* of the element that is left out; 0: none is */
  size_t deletion;       /* of the deletion that is taken back; 0: none is */
  size_t properties;     /* of the properties in which the reading is; 0: in none */
  long greatest;
  open_run run;
} removal;

bool earlier_is_own(const char **attributes) {
  const char *author = xml_attribute(attributes, "author");
  return author != NULL && strcmp(author, DOCX_AUTHOR) == 0;
}

static bool is_any(const char *name, const char *const *names) {
  for (; *names != NULL; names++) {
    if (strcmp(name, *names) == 0) return true;
  }
  return false;
}

/* Copies up to a byte and goes on behind another one. */
static void leave_out(removal *of, size_t from, size_t to) {
  if (from > of->done) output_put(of->out, of->document.data + of->done, from - of->done);
  of->done = to;
}

/* The text of a deletion becomes a text again: the name of a tag that begins at `byte`. */
static void put_back(removal *of, size_t byte) {
  size_t name = xml_local_name(of->document, byte);
  leave_out(of, name, name + strlen("delText"));
  output_text(of->out, "t");
}

static void begin_run(removal *of) {
  size_t byte = xml_byte(&of->part);
  leave_out(of, byte, byte);
  of->run = (open_run){of->part.depth, byte, output_size(of->out), of->done, false, false};
}

/* A run that held nothing but the reference goes with it. */
static void end_run(removal *of) {
  if (of->run.has_reference && !of->run.has_others) {
    output_cut(of->out, of->run.kept);
    of->done = xml_byte(&of->part) + xml_size(&of->part);
  }
  of->run = (open_run){0};
}

static void count(removal *of, const char *name, const char **attributes) {
  static const char *const changes[] = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange",
                                        "trPrChange", "tcPrChange", "sectPrChange", "numberingChange", "cellIns",
                                        "cellDel", "cellMerge", "commentRangeStart", "commentRangeEnd",
                                        "commentReference", NULL};
  if (!is_any(name, changes)) return;
  long id = xml_integer(xml_attribute(attributes, "id"), COMMENTS_MOST_ID, -1);
  if (id > of->greatest) of->greatest = id;
}

static void on_word(removal *of, const char *name, const char **attributes) {
  static const char *const anchors[] = {"commentRangeStart", "commentRangeEnd", "commentReference", NULL};
  size_t byte = xml_byte(&of->part);
  bool is_change = strcmp(name, "ins") == 0 || strcmp(name, "del") == 0;
  bool is_own = is_change && of->properties == 0 && earlier_is_own(attributes);
  if (is_any(name, anchors)
      && comments_has_own(of->own, xml_integer(xml_attribute(attributes, "id"), COMMENTS_MOST_ID, -1))) {
    if (strcmp(name, "commentReference") == 0) of->run.has_reference = true;
    is_own = true;
  } else if (of->run.depth != 0 && of->part.depth == of->run.depth + 1 && strcmp(name, "rPr") != 0) {
    of->run.has_others = true;
  }
  if (is_own && strcmp(name, "del") == 0) {
    leave_out(of, byte, byte + xml_size(&of->part));
    of->deletion = of->part.depth;
  } else if (is_own) {
    leave_out(of, byte, byte);
    of->depth = of->part.depth;
  } else {
    count(of, name, attributes);
    if (strcmp(name, "r") == 0) begin_run(of);
    else if (of->deletion != 0 && strcmp(name, "delText") == 0) put_back(of, byte);
    else if (is_any(name, (const char *const[]){"rPr", "pPr", "trPr", NULL}) && of->properties == 0) {
      of->properties = of->part.depth;
    }
  }
}

static void on_start(void *context, const char *name, const char **attributes) {
  removal *of = context;
  if (of->depth != 0) return;
  if (of->part.is_word) on_word(of, name, attributes);
  else if (of->run.depth != 0) of->run.has_others = true;
}

static void on_end(void *context, const char *name) {
  removal *of = context;
  size_t byte = xml_byte(&of->part), end = byte + xml_size(&of->part), depth = of->part.depth + 1;
  if (of->depth != 0) {
    if (depth != of->depth) return;
    of->done = end;
    of->depth = 0;
  } else if (depth == of->deletion) {
    leave_out(of, byte, end);
    of->deletion = 0;
  } else if (depth == of->run.depth) {
    end_run(of);
  } else if (depth == of->properties) {
    of->properties = 0;
  } else if (of->deletion != 0 && of->part.is_word && strcmp(name, "delText") == 0 && xml_size(&of->part) > 0) {
    put_back(of, byte);
  }
}

docx_problem earlier_remove(gr_slice document, const comments *own, output *out, long *greatest, size_t *byte) {
  removal of = {{.wants_namespaces = true, .start = on_start, .end = on_end}, document, own, out, .greatest = *greatest};
  docx_problem problem = xml_read(&of.part, document.data, document.size, byte);
  if (problem != DOCX_OK) return problem;
  if (!of.part.root.is_utf8) return DOCX_ENCODING;
  if (of.part.root.word == NULL) return DOCX_NO_PART;
  leave_out(&of, document.size, document.size);
  *greatest = of.greatest;
  return out->is_full ? DOCX_MEMORY : DOCX_OK;
}
