--- An id as the name of a column or a view in SQL: in quotes where it is a word of the language.

-- What SQLite does not take for a name.
local words = [[
  add all alter and as autoincrement between case check collate commit constraint create default deferrable delete
  distinct drop else escape except exists foreign from group having in index insert intersect into is isnull join limit
  not nothing notnull null on or order primary references returning select set table then to transaction union unique
  update using values when where
]]

local is_word = {}
for word in words:gmatch "%l+" do is_word[word] = true end

--- @param id of ASCII letters, digits and `_`
return function(id) return is_word[id:lower()] and '"' .. id .. '"' or id end
