--- The face. Arguments of programs in; what the other rooms make of them out, or what is wrong with them.
--
-- Each file is a chapter of functions of `require "govreport"`, listed here by their names: it is loaded when one of
-- them is first asked for. They look at their arguments, read what is named by a path, and call the room that does the
-- work, which is loaded then as well.

return {
  {"reading", "read_bytes", "recognise", "parse", "read", "open", "files", "open_files"},
  {"forms", "form", "load_forms", "forms", "why", "trace"},
  {"rules", "rules", "explain"},
  {"checking", "units", "rounds", "check", "checker", "settings", "check_files", "letter"},
  {"reviewing", "review"},
  {"gathering", "dataset", "dataset_exit_code", "worker", "plan", "merge"},
  {"comparing", "diff", "same", "similar", "member", "rollup"},
  {"drafting", "draft", "draft_rule", "fill"},
  {"showing", "render", "printer", "inspect"},
  {"annotating", "annotate"},
  {"numbers", "ratio", "decimal"},
  {"scripts", "call_scripts_with"},
}
