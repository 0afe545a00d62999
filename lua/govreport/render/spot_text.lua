--- Where something stands on a page of a PDF or in a Word file, in one field of a table: the keys of the place in JSON
-- (docs/json.md) but for the page, each with its value, parted by blanks.
--
--   box=72,96.5,120,108 table=2 row=4 column=3
--   byte=1840 byte_end=1841 table=2 row=4 column=3 part=word/document.xml

-- Names of parts may hold anything: the part goes to the end of the text.
local keys = {"byte", "byte_end", "paragraph", "table", "row", "column", "part"}

--- @param spot a Spot
return function(spot)
  local words = {}
  if spot.box then
    local sides = {}
    for i, side in ipairs(spot.box) do sides[i] = tostring(side) end
    words[1] = "box=" .. table.concat(sides, ",")
  end
  for _, key in ipairs(keys) do
    if spot[key] then words[#words + 1] = key .. "=" .. spot[key] end
  end
  return table.concat(words, " ")
end
