--- A piece of a report's text, with its place in the source.

local core = require "govreport.core"

local quote = {}

--- A text of the source on one line: white space counts only between two ASCII characters.
-- @param narrow whether digits and letters of Chinese width become ASCII
quote.one_line = core.one_line

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
