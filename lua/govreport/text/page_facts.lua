--- Facts about a document that stand beside its text: in the head of a page, in the properties of a Word file.

--- @param tape the Document's, where it is at hand: each look at it copies it
-- @return list of `{name, start, stop, block}`: the name in small letters, the range of the tape where its content
-- stands, where the whole begins
return function(document, tape)
  local facts = {}
  tape = tape or document.tape
  if not tape:find("\x1C", 1, true) then return facts end
  local blocks = document:outline()
  for i = 1, #blocks, 4 do
    if blocks[i] == "meta" then
      local start, stop = blocks[i + 2], blocks[i + 3]
      local content = tape:find("\x1F", start, true)
      facts[#facts + 1] = {name = tape:sub(start, content - 1):lower(), start = content + 1, stop = stop, block = start}
    end
  end
  return facts
end
