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

return picture
