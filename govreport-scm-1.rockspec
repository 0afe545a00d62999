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
    ["govreport"] = "lua/govreport/init.lua",
    ["govreport.binder"] = "lua/govreport/binder.lua",
    ["govreport.catalogue"] = "lua/govreport/catalogue.lua",
    ["govreport.cause"] = "lua/govreport/cause.lua",
    ["govreport.check"] = "lua/govreport/check.lua",
    ["govreport.cli.check"] = "lua/govreport/cli/check.lua",
    ["govreport.cli.explain"] = "lua/govreport/cli/explain.lua",
    ["govreport.cli.extract"] = "lua/govreport/cli/extract.lua",
    ["govreport.cli.forms"] = "lua/govreport/cli/forms.lua",
    ["govreport.cli.input"] = "lua/govreport/cli/input.lua",
    ["govreport.cli.main"] = "lua/govreport/cli/main.lua",
    ["govreport.cli.rules"] = "lua/govreport/cli/rules.lua",
    ["govreport.cli.show"] = "lua/govreport/cli/show.lua",
    ["govreport.columns"] = "lua/govreport/columns.lua",
    ["govreport.core"] = {
      sources = {
        "csrc/gr_blocks.c",
        "csrc/gr_char.c",
        "csrc/gr_charset.c",
        "csrc/gr_date.c",
        "csrc/gr_decimal.c",
        "csrc/gr_decoder.c",
        "csrc/gr_document.c",
        "csrc/gr_entity.c",
        "csrc/gr_grid.c",
        "csrc/gr_guess.c",
        "csrc/gr_han.c",
        "csrc/gr_html.c",
        "csrc/gr_identity.c",
        "csrc/gr_label.c",
        "csrc/gr_ledger.c",
        "csrc/gr_line.c",
        "csrc/gr_memory.c",
        "csrc/gr_mojibake.c",
        "csrc/gr_number.c",
        "csrc/gr_piece.c",
        "csrc/gr_report.c",
        "csrc/gr_rows.c",
        "csrc/gr_schema.c",
        "csrc/gr_status.c",
        "csrc/gr_tag.c",
        "csrc/gr_tape.c",
        "csrc/gr_text.c",
        "csrc/gr_utf8.c",
        "csrc/lgr_builder.c",
        "csrc/lgr_cell.c",
        "csrc/lgr_class.c",
        "csrc/lgr_core.c",
        "csrc/lgr_decimal.c",
        "csrc/lgr_document.c",
        "csrc/lgr_field.c",
        "csrc/lgr_identities.c",
        "csrc/lgr_labels.c",
        "csrc/lgr_part.c",
        "csrc/lgr_report.c",
        "csrc/lgr_schema.c",
        "csrc/lgr_section.c",
        "csrc/lgr_sequence.c",
        "csrc/lgr_table.c",
      },
      incdirs = { "csrc" },
    },
    ["govreport.distance"] = "lua/govreport/distance.lua",
    ["govreport.filling"] = "lua/govreport/filling.lua",
    ["govreport.finding"] = "lua/govreport/finding.lua",
    ["govreport.form"] = "lua/govreport/form.lua",
    ["govreport.forms"] = "lua/govreport/forms.lua",
    ["govreport.forms.cn_disclosure_2019"] = "lua/govreport/forms/cn_disclosure_2019.lua",
    ["govreport.forms.cn_disclosure_2021"] = "lua/govreport/forms/cn_disclosure_2021.lua",
    ["govreport.grammar"] = "lua/govreport/grammar.lua",
    ["govreport.grid"] = "lua/govreport/grid.lua",
    ["govreport.identity"] = "lua/govreport/identity.lua",
    ["govreport.json"] = "lua/govreport/json.lua",
    ["govreport.keys"] = "lua/govreport/keys.lua",
    ["govreport.labels"] = "lua/govreport/labels.lua",
    ["govreport.layout"] = "lua/govreport/layout.lua",
    ["govreport.names"] = "lua/govreport/names.lua",
    ["govreport.outline"] = "lua/govreport/outline.lua",
    ["govreport.page"] = "lua/govreport/page.lua",
    ["govreport.plans"] = "lua/govreport/plans.lua",
    ["govreport.prose"] = "lua/govreport/prose.lua",
    ["govreport.readonly"] = "lua/govreport/readonly.lua",
    ["govreport.recognise"] = "lua/govreport/recognise.lua",
    ["govreport.render.findings"] = "lua/govreport/render/findings.lua",
    ["govreport.render.form_text"] = "lua/govreport/render/form_text.lua",
    ["govreport.render.report_json"] = "lua/govreport/render/report_json.lua",
    ["govreport.render.show"] = "lua/govreport/render/show.lua",
    ["govreport.render.text"] = "lua/govreport/render/text.lua",
    ["govreport.render.tsv"] = "lua/govreport/render/tsv.lua",
    ["govreport.rule"] = "lua/govreport/rule.lua",
    ["govreport.rules.applications"] = "lua/govreport/rules/applications.lua",
    ["govreport.rules.cells"] = "lua/govreport/rules/cells.lua",
    ["govreport.rules.disputes"] = "lua/govreport/rules/disputes.lua",
    ["govreport.rules.form"] = "lua/govreport/rules/form.lua",
    ["govreport.rules.ledger"] = "lua/govreport/rules/ledger.lua",
    ["govreport.rules.metadata"] = "lua/govreport/rules/metadata.lua",
    ["govreport.rules.proactive"] = "lua/govreport/rules/proactive.lua",
    ["govreport.rules.structure"] = "lua/govreport/rules/structure.lua",
    ["govreport.rules.wording"] = "lua/govreport/rules/wording.lua",
    ["govreport.safe"] = "lua/govreport/safe.lua",
  },
  install = {
    bin = { "bin/govreport" },
  },
}
