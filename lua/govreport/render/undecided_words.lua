--- What could not be decided, in the words of the report: 无法判断：第三部分表格“总计”行、第四部分表格“行政复议”行.

local catalogue = require "govreport.base.catalogue"
local forms = require "govreport.form"
local names = require "govreport.form.names"

local shown = 3   -- more are counted

-- A list of places without repetition, in the order of their first appearance.
local Places = {}
Places.__index = Places

-- @param table_id nil for what stands in no table, and is only named
-- @param title its name, by language
function Places:add(table_id, axis, id, title)
  local key = table.concat({table_id or "", axis, id}, ".")
  if self.seen[key] then return end
  self.seen[key] = true
  if table_id then self.tables[table_id] = true end
  self[#self + 1] = {table = table_id, axis = axis, id = id, title = title}
end

-- The rows in which some cells stand.
local function add_rows(places, cells)
  for i = 1, #cells do
    local table_id, row = cells[i]:match("^([^.]+)%.([^.]+)%.")
    places:add(table_id, "row", row)
  end
end

-- Adds what some items have to places, and gives how many there are then.
local function collect(places, open, add)
  for _, item in ipairs(open) do add(places, item) end
  return #places
end

local function add_line(places, item)
  if item.row then places:add(item.table, "row", item.row)
  elseif item.column then places:add(item.table, "column", item.column)
  else add_rows(places, item.cells) end
end

-- Rows and columns; a table as a whole where it has none of them.
local function add_table(places, item)
  if item.table and not places.tables[item.table] then places:add(item.table, "table", "") end
end

local function add_rule(places, item)
  if item.title then places:add(nil, "rule", item.rule, item.title) end
end

-- What rules ask for is named only where no table is.
local function places_of(open)
  local places = setmetatable({seen = {}, tables = {}}, Places)
  collect(places, open, add_line)
  if collect(places, open, add_table) == 0 then collect(places, open, add_rule) end
  return places
end

-- Rows and columns of the same table as one place; `count` says how many they were.
local function by_table(places)
  local list, of_table = {}, {}
  for _, place in ipairs(places) do
    local group = place.table and of_table[place.table]
    if group then
      group.count = group.count + 1
    else
      list[#list + 1] = {first = place, count = 1}
      if place.table then of_table[place.table] = list[#list] end
    end
  end
  return list
end

local function words_of(declared, place, lang)
  if not place.table then return "“" .. place.title[lang] .. "”" end
  local table_name = names.table(declared, place.table)[lang]
  if place.axis == "table" then return table_name end
  return catalogue.text(lang, "check.undecided_" .. place.axis,
                        {place = table_name, line = names[place.axis](declared, place.table, place.id)})
end

--- @param open the list of a Result; see `govreport.check.undecided`
-- @return one line
return function(report, open, lang)
  local declared, words = forms.declared(report.form), {}
  local places = places_of(open)
  local groups = by_table(places)
  if #places <= shown then
    for i, place in ipairs(places) do words[i] = words_of(declared, place, lang) end
  else
    for i = 1, math.min(#groups, shown) do
      local first, count = groups[i].first, groups[i].count
      words[i] = count == 1 and words_of(declared, first, lang)
                 or catalogue.text(lang, "check.undecided_table",
                                   {place = names.table(declared, first.table)[lang], count = count})
    end
  end
  local kind = #places > shown and #groups > shown and "check.undecided_more" or "check.undecided"
  return catalogue.text(lang, kind, {places = table.concat(words, lang == "zh" and "、" or "; "), count = #places})
end
