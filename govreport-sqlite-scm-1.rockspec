rockspec_format = "3.0"
package = "govreport-sqlite"
version = "scm-1"

source = {
  -- A checkout is built where it stands: `luarocks make govreport-sqlite-scm-1.rockspec`.
  url = "git+file://.",
}

description = {
  summary = "SQLite datasets for govreport",
  detailed = [[
    Lets govreport write the datasets of very many reports as SQLite files.]],
  license = "MIT",
  maintainer = "the govreport authors",
  labels = { "government", "reports", "sqlite", "dataset" },
}

dependencies = {
  "lua >= 5.4, < 5.5",
  "govreport",
}

external_dependencies = {
  SQLITE = { header = "sqlite3.h", library = "sqlite3" },
}

build = {
  type = "builtin",
  modules = {
    ["govreport.sqlite"] = {
      sources = {
        "csrc/sqlite/module.c",
        "csrc/sqlite/packed_table.c",
        "csrc/sqlite/rows.c",
      },
      libraries = { "sqlite3" },
      incdirs = { "csrc", "$(SQLITE_INCDIR)" },
      libdirs = { "$(SQLITE_LIBDIR)" },
    },
  },
}
