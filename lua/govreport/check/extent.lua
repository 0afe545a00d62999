--- How far places can be in a document: the greatest numbers of bytes and lines that one of them can have.

--- @param document a Document
-- @return `{byte, line}`
return function(document)
  local stop = #document.tape + 1
  local _, _, _, byte_end = document:place(stop, stop)   -- bytes count in the source's own encoding
  local _, line_ends = document.text:gsub("[\r\n]", "")
  return {byte = math.max(byte_end or 0, document.size), line = line_ends + 1}
end
