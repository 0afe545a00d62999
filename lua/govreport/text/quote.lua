--- A piece of a report's text, with its place in the source.

local quote = {}

--- A text of the source on one line: white space counts only between two ASCII characters.
function quote.one_line(text)
  if not text:find("[%s\xC2\xE3]") then return text end   -- no white space, nor what begins that of other scripts
  text = text:gsub("\u{3000}", " "):gsub("\u{A0}", " "):gsub("%s+", " ")
  return (text:gsub("([\128-\255]) ", "%1"):gsub(" ([\128-\255])", "%1"))
end

--- Where a range of the tape stands: `{line, column, byte, byte_end, spot}`.
function quote.place(document, start, stop)
  local line, column, byte, byte_end, spot = document:place(start, stop)
  return {line = line, column = column, byte = byte, byte_end = byte_end, spot = spot}
end

--- A range of the tape as people read it.
-- @param section the id of the part of the form that it stands in, or nil
-- @return `{text, section, start, stop, line, column, byte, byte_end, spot}`
function quote.of(document, start, stop, section)
  local own = quote.place(document, start, stop)
  own.text, own.section = quote.one_line(document:source(start, stop)), section
  own.start, own.stop = start, stop
  return own
end

return quote
