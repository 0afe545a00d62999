--- Texts for the columns of a table that a spreadsheet may open: as they are, and never a formula.
--
-- What a spreadsheet could take for the beginning of a formula gets an apostrophe in front, and so does what begins
-- with one: whoever reads the column drops one apostrophe from the front of a text and has the text again.

-- Wide forms count as well: some spreadsheets fold them.
local beginnings = {"^[=+@'\t\r-]", "^＝", "^＋", "^－", "^＠"}
-- The first bytes of all of them.
local suspicious = "^[=+@'\t\r\xEF-]"

--- @param text one line
return function(text)
  if not text:find(suspicious) then return text end
  for _, pattern in ipairs(beginnings) do
    if text:find(pattern) then return "'" .. text end
  end
  return text
end
