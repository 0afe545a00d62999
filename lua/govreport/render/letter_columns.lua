--- The columns of a letter's tables, and their widths in percent.

-- The first list where there is no first round, the second where there is.
local columns = {
  {{"number", 8}, {"where", 19}, {"problem", 36}, {"change", 21}, {"answer", 16}},
  {{"number", 8}, {"where", 18}, {"problem", 30}, {"change", 18}, {"status", 12}, {"answer", 14}},
}

--- @param group of a letter, see `govreport.check.letter.compose`
-- @return list of `{key, percent}`: the keys of items, and `answer`, which is left blank
return function(group) return columns[group.items[1].status and 2 or 1] end
