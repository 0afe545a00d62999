--- What is said of a text that should be a number. Field: text.

return {
  ["number.syntax"] = {
    zh = "“{text}”不是数字，应写为“12”或“190.45”。",
    en = "'{text}' is no number; write '12' or '190.45'."},
  ["number.range"] = {
    zh = "“{text}”超过15位有效数字，无法精确表示。",
    en = "'{text}' has more than 15 significant digits and cannot be held exactly."},
}
