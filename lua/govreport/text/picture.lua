--- What a page shows in a cell that is no text: a picture or an empty input box.

local picture = {}

--- What stands for it on the tape: OBJECT REPLACEMENT CHARACTER.
picture.mark = "\u{FFFC}"

local boxes = {input = true, select = true, textarea = true}

--- What is seen in a cell that cannot be read: "picture", "box"; nil where it is text.
function picture.seen(document, cell)
  if cell.raw ~= picture.mark then return nil end
  local tag = document:line(cell.line, cell.column, cell.column + 12):match("^<(%a+)")
  return tag and boxes[tag:lower()] and "box" or "picture"
end

--- How many pictures stand in a part of a document, outside of tables.
-- @param part a Section; nil for none
function picture.count(document, part)
  local count = 0
  for _, place in ipairs(part and document:pictures() or {}) do
    if place >= part.body_start and place <= part.body_stop then count = count + 1 end   -- in front of the next one
  end
  return count
end

return picture
