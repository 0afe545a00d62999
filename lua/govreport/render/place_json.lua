--- A place as data, for the formats that machines read (docs/json.md): line, column and bytes of the decoded text, and
-- where that stands in a file without lines, a Word document or a PDF.

local json = require "govreport.base.json"

local keys = {"part", "byte", "byte_end", "page", "paragraph", "table", "row", "column"}

local function spot_of(spot)
  local list = {}
  for _, key in ipairs(keys) do
    if spot[key] then list[#list + 1] = {key, spot[key]} end
  end
  if spot.box then list[#list + 1] = {"box", json.array(spot.box)} end
  return json.object(list)
end

--- @param part anything with `line`, `column`, `byte`, `byte_end`, `spot`, or nil
-- @return an object for `json.encode`; `json.null` for what stands nowhere
return function(part)
  if not part or not part.line then return json.null end
  local list = {{"line", part.line}, {"column", part.column}, {"byte", part.byte}, {"byte_end", part.byte_end}}
  if part.spot then list[5] = {"spot", spot_of(part.spot)} end
  return json.object(list)
end
