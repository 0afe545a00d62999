rockspec_format = "3.0"
package = "govreport-xlsx"
version = "scm-1"

source = {
  -- A checkout is built where it stands: `luarocks make govreport-xlsx-scm-1.rockspec`.
  url = "git+file://.",
}

description = {
  summary = "Excel workbooks for govreport",
  detailed = [[
    Lets govreport write the datasets of very many reports as Excel workbooks.]],
  license = "MIT",
  maintainer = "the govreport authors",
  labels = { "government", "reports", "xlsx", "excel", "dataset" },
}

dependencies = {
  "lua >= 5.4, < 5.5",
  "govreport",
}

external_dependencies = {
  XLSXWRITER = { header = "xlsxwriter.h", library = "xlsxwriter" },
}

build = {
  type = "builtin",
  modules = {
    ["govreport.xlsx"] = {
      sources = {
        "csrc/xlsx/module.c",
      },
      libraries = { "xlsxwriter" },
      incdirs = { "csrc", "$(XLSXWRITER_INCDIR)" },
      libdirs = { "$(XLSXWRITER_LIBDIR)" },
    },
  },
}
