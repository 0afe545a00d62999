--- The pages of a document that hold no text, only a picture of it: nobody knows what they say.

local unread_pages = {}

-- How such a page stands in the text of the document: on a line of its own.
local mark = "()\u{FFFC}()\n"

--- The numbers of these pages, in their order; none in a document without pages.
function unread_pages.of(document)
  local pages = {}
  if document.format ~= "pdf" then return pages end
  for start, stop in document.text:gmatch(mark) do
    local spot = document:spot(start, stop - 1)
    if spot and spot.page then pages[#pages + 1] = spot.page end
  end
  return pages
end

--- Numbers as a text: 2, 4 to 7.
-- @param through what stands between the ends of a range
function unread_pages.text(pages, between, through)
  local pieces, i = {}, 1
  while i <= #pages do
    local last = i
    while pages[last + 1] == pages[last] + 1 do last = last + 1 end
    pieces[#pieces + 1] = last > i and pages[i] .. through .. pages[last] or tostring(pages[i])
    i = last + 1
  end
  return table.concat(pieces, between)
end

return unread_pages
