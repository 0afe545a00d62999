--- What is made when it is first asked for, and kept: patterns that few texts need take as long to make as the rest of
-- a report takes to read.
--
--   local contacts = once(function() return lpeg.Ct(…) end)      -- makes nothing
--   contacts():match(text)                                       -- makes the pattern

--- @param make function() -> what is asked for
-- @return function() -> that
return function(make)
  local made
  return function()
    if made == nil then made = make() end
    return made
  end
end
