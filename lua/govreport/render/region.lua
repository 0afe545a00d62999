--- Where a place ends, in lines and columns: places of findings know where they begin, and their bytes.

local region = {}

--- The end of a place: line and column of the character behind it. Nil where it cannot be told from the bytes: in
-- encodings other than UTF-8, over several lines, beside bytes that were no characters.
-- @param document a Document
-- @param place `{line, column, byte, byte_end}`
function region.finish(document, place)
  if document.encoding ~= "UTF-8" or document.replaced > 0 then return nil end
  local bytes = place.byte_end - place.byte + 1
  if bytes <= 0 then return place.line, place.column end
  local source = document:line(place.line, place.column, place.column + bytes - 1)
  local count = #source >= bytes and utf8.len(source:sub(1, bytes))
  if not count then return nil end
  return place.line, place.column + count
end

return region
