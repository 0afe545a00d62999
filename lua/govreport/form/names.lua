--- What parts, tables, rows and columns of a form are called in messages.

local catalogue = require "govreport.base.catalogue"
local layout = require "govreport.form.layout"

local names = {}

local numerals = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}
names.numerals = numerals

local function entry_of(list, id)
  for i, entry in ipairs(list) do
    if entry == id or entry.id == id then return entry, i end
  end
end

--- The entry of an id in a list of declarations, or of ids; and its number.
names.entry = entry_of

local function last(list) return list[#list] end

--- The declaration of a table; nil where the form has none of that id.
function names.declared_table(declared, table_id)
  return (entry_of(declared.tables, table_id))
end

--- The declaration of a column.
function names.declared_column(declared, table_id, column_id)
  return (entry_of(names.declared_table(declared, table_id).columns, column_id))
end

--- 一 to 九十九.
function names.numeral(number)
  local tens, ones = number // 10, number % 10
  if tens == 0 then return numerals[number] end
  return (tens > 1 and numerals[tens] or "") .. "十" .. (numerals[ones] or "")
end

--- 第三部分, in all languages.
function names.part(declared, section_id)
  local _, i = entry_of(declared.sections, section_id)
  return {zh = "第" .. names.numeral(i) .. "部分", en = "part " .. i}
end

--- 第三部分表格, or with the title or caption where a part has several:
-- 第二部分“第二十条第（五）项”表格.
function names.table(declared, table_id)
  local t = names.declared_table(declared, table_id)
  local part = t.section and names.part(declared, t.section) or {zh = "", en = ""}
  local title, english = t.title or t.caption, part.en .. (t.section and ", table" or "the table")
  if not title then return {zh = part.zh .. "表格", en = english} end
  local is_name = title:sub(-#"表") == "表"
  if is_name and not t.section then return {zh = title, en = english .. " “" .. title .. "”"} end
  local noun = is_name and "" or "表格"
  return {zh = part.zh .. "“" .. title .. "”" .. noun, en = english .. " “" .. title .. "”"}
end

-- A label without the remark behind it: （二）部分公开（区分处理的，…）.
local function short(label)
  local text, remark = label:match("^(.+)（(.-)）$")
  return remark and remark:find("，", 1, true) and text or label
end

--- The label of a row as a reader finds it: a numbered point with its group in front.
function names.row(declared, table_id, row_id)
  local path = layout.path_of(entry_of(names.declared_table(declared, table_id).rows, row_id))
  local group = path[#path - 1]
  if group and last(path):match("^%d") then return group .. last(path) end
  return short(last(path))
end

--- Whether a table has a single column of values, so that the row alone says which cell is meant.
function names.is_list(declared, table_id)
  local count = 0
  for _, column in ipairs(names.declared_table(declared, table_id).columns) do
    count = count + (column.type == "unit" and 0 or 1)
  end
  return count == 1
end

local function in_both(name) return type(name) == "string" and {zh = name, en = name} or name end

--- What a fact is called, in all languages: as the form's `names` say, else as it is usually called, else as the first
-- label by which a reader finds it, else by its id.
function names.field(declared, id)
  local own = declared.names and declared.names[id]
  if own then return in_both(own) end
  local usual = catalogue.has("field." .. id) and "field." .. id
  if usual then return {zh = catalogue.text("zh", usual), en = catalogue.text("en", usual)} end
  for _, reader in ipairs(declared.readers or {}) do
    local label = reader.labels and reader.labels[id] and reader.labels[id][1]
    if label then return in_both(label) end
  end
  return in_both(id)
end

function names.column(declared, table_id, column_id)
  return last(layout.path_of(names.declared_column(declared, table_id, column_id)))
end

return names
