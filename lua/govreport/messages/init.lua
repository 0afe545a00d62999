--- Messages. Nothing in; the parts of the catalogue out, one file each: texts in Chinese and English by key. They are
-- read one after the other until a key is found: what a check says stands first. Beside them stands `help_zh`, the
-- Chinese of what `--help` says.

return {
  "check", "present", "repair", "input", "show", "cause", "rules", "numbers", "claims", "forms", "usage", "across",
  "compare", "sheets", "draft", "trace", "scripts", "word", "pdf", "place", "fill", "archive", "review", "dataset",
}
