rockspec_format = "3.0"
package = "govreport-docx"
version = "scm-1"

source = {
  -- A checkout is built where it stands: `luarocks make govreport-docx-scm-1.rockspec`.
  url = "git+file://.",
}

description = {
  summary = "Word documents and ZIP archives for govreport",
  detailed = [[
    Lets govreport read .docx files: paragraphs with their numbers, tables, text boxes, tracked changes; write them, and put
    comments into them; and read .zip archives with reports in them, as folders.]],
  license = "MIT",
  maintainer = "the govreport authors",
  labels = { "government", "reports", "word", "docx" },
}

dependencies = {
  "lua >= 5.4, < 5.5",
  "govreport",
}

external_dependencies = {
  LIBZIP = { header = "zip.h", library = "zip" },
  EXPAT = { header = "expat.h", library = "expat" },
}

build = {
  type = "builtin",
  modules = {
    ["govreport.docx"] = {
      sources = {
        "csrc/docx/anchors.c",
        "csrc/docx/annotate.c",
        "csrc/docx/beside.c",
        "csrc/docx/body.c",
        "csrc/docx/comments.c",
        "csrc/docx/directory.c",
        "csrc/docx/earlier.c",
        "csrc/docx/facts.c",
        "csrc/docx/layout.c",
        "csrc/docx/manifest.c",
        "csrc/docx/module.c",
        "csrc/docx/module_annotate.c",
        "csrc/docx/module_archive.c",
        "csrc/docx/module_write.c",
        "csrc/docx/notes.c",
        "csrc/docx/numbering.c",
        "csrc/docx/output.c",
        "csrc/docx/package.c",
        "csrc/docx/pen.c",
        "csrc/docx/relations.c",
        "csrc/docx/spots.c",
        "csrc/docx/store.c",
        "csrc/docx/words.c",
        "csrc/docx/writer.c",
        "csrc/docx/xml.c",
      },
      libraries = { "zip", "expat" },
      incdirs = { "csrc", "$(LIBZIP_INCDIR)", "$(EXPAT_INCDIR)" },
      libdirs = { "$(LIBZIP_LIBDIR)", "$(EXPAT_LIBDIR)" },
    },
  },
}
