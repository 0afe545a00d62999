--- Valid UTF-8 of any bytes, for what must not go out broken: names of files can be anything. A byte that belongs to no
-- character becomes U+FFFD, or what a function makes of it.

return function(text, written)
  local wrong = select(2, utf8.len(text))
  if not wrong then return text end
  local out, from = {}, 1
  while wrong do
    out[#out + 1] = text:sub(from, wrong - 1)
    out[#out + 1] = written and written(text:byte(wrong)) or "\u{FFFD}"
    from = wrong + 1
    wrong = select(2, utf8.len(text, from))
  end
  out[#out + 1] = text:sub(from)
  return table.concat(out)
end
