--- The text of a file in UTF-8: what spreadsheets save as GB18030 is decoded; as it was where that cannot be told.

local core = require "govreport.core"

return function(text)
  if utf8.len(text) then return text end
  local document = core.parse(text, {format = "text"})
  if not document then return text end
  local decoded = document.encoding == "GB18030" and document.replaced == 0 and document.text or text
  document:close()
  return decoded
end
