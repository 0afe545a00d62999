rockspec_format = "3.0"
package = "govreport"
version = "scm-1"

source = {
  -- To be replaced by the address of a release; a checkout is built with `luarocks make`.
  url = "git+file://.",
}

description = {
  summary = "Reads the annual reports that government bodies must publish",
  license = "MIT",
}

dependencies = {
  "lua >= 5.4, < 5.5",
  "lpeg >= 1.0.2",
  "argparse",
  "luafilesystem",
}

test_dependencies = {
  "busted",
}

test = {
  type = "busted",
}

build = {
  type = "builtin",
  -- Written by `make rockspec`.
  modules = {
    ["govreport.core"] = {
      sources = {
        "csrc/gr_char.c",
        "csrc/gr_charset.c",
        "csrc/gr_date.c",
        "csrc/gr_decimal.c",
        "csrc/gr_document.c",
        "csrc/gr_identity.c",
        "csrc/gr_ledger.c",
        "csrc/gr_memory.c",
        "csrc/gr_number.c",
        "csrc/gr_report.c",
        "csrc/gr_schema.c",
        "csrc/gr_status.c",
        "csrc/gr_tape.c",
        "csrc/gr_text.c",
        "csrc/gr_utf8.c",
      },
      incdirs = { "csrc" },
    },
  },
  install = {
    bin = { "bin/govreport" },
  },
}
