--- The register of units: a CSV file that says what bodies there are, and what each of them is.
--
--   name,type,level,parent,code,deadline,aliases          名称,类型,层级,上级,行政区划代码,截止日期,别名
--   清沅县人民政府,政府,县级,云岭市人民政府,390121,03-31,
--   清沅县水务局,部门,县级,清沅县人民政府,390121,01-20,清沅县水利局；清沅县水利水电局
--
-- Columns may be in any order; only the name is needed. What is left blank is not known. The file is in UTF-8, or in
-- GB18030 (GBK), in which spreadsheets save it.

local catalogue = require "govreport.base.catalogue"
local core = require "govreport.core"
local later = require "govreport.base.later"
local csv = later "govreport.base.csv"
local file = require "govreport.base.file"
local keys = require "govreport.base.keys"
local readonly = require "govreport.base.readonly"
local names = require "govreport.bodies.names"
local utf8_text = require "govreport.base.utf8_text"

local units = {}

-- Bytes: some hundred thousand bodies.
units.max_input = 64 << 20

-- The titles of columns, by what they hold.
local titles = {
  name = {"name", "名称", "单位名称", "机关名称", "机构名称", "单位", "机关"},
  type = {"type", "类型", "单位类型", "机关类型", "机构类型"},
  level = {"level", "层级", "级别", "单位层级", "行政层级", "行政级别"},
  parent = {"parent", "上级", "上级单位", "上级机关"},
  code = {"code", "行政区划代码", "区划代码"},
  deadline = {"deadline", "截止日期", "截止时间", "发布时限", "发布期限", "公开时限", "公布时限", "时限", "期限"},
  aliases = {"aliases", "别名", "曾用名", "原名称"},
}
local columns = {}
for id, words in pairs(titles) do
  for _, word in ipairs(words) do columns[word] = id end
end
-- A roster of the reports of several years tells them apart.
local roster_columns = {year = "year", ["年度"] = "year", ["年份"] = "year"}
for word, id in pairs(columns) do roster_columns[word] = id end

-- Words for types, some of which tell the level as well.
local types = {
  government = {"government"}, ["政府"] = {"government"}, ["人民政府"] = {"government"},
  township = {"government", "township"}, ["乡镇"] = {"government", "township"},
  ["乡"] = {"government", "township"}, ["镇"] = {"government", "township"},
  ["乡镇政府"] = {"government", "township"}, ["乡镇人民政府"] = {"government", "township"},
  office = {"office"}, ["办公厅"] = {"office"}, ["办公室"] = {"office"}, ["政府办公厅"] = {"office"},
  ["政府办公室"] = {"office"}, department = {"department"}, ["部门"] = {"department"}, ["工作部门"] = {"department"},
  ["政府部门"] = {"department"}, ["局"] = {"department"}, subdistrict = {"subdistrict", "township"},
  ["街道"] = {"subdistrict", "township"}, ["街道办"] = {"subdistrict", "township"},
  ["街道办事处"] = {"subdistrict", "township"}, institution = {"institution"}, ["事业单位"] = {"institution"},
  ["公共企事业单位"] = {"institution"},
}
local levels = {
  national = "national", ["国家"] = "national", ["国家级"] = "national", ["中央"] = "national", province = "province",
  ["省"] = "province", ["省级"] = "province", ["直辖市"] = "province", ["自治区"] = "province", city = "city",
  ["市"] = "city", ["市级"] = "city", ["地级"] = "city", ["地市级"] = "city", ["设区的市"] = "city",
  ["自治州"] = "city", ["州"] = "city", county = "county", ["县"] = "county", ["县级"] = "county",
  ["区"] = "county", ["区级"] = "county", ["区县"] = "county", ["县区"] = "county", ["县级市"] = "county",
  township = "township", ["乡镇"] = "township", ["乡级"] = "township", ["乡镇级"] = "township", ["镇"] = "township",
  ["乡"] = "township", ["街道"] = "township",
}
-- The first two digits of the codes of GB/T 2260, and those of the 兵团.
local provinces = {}
local codes = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82"
for digits in codes:gmatch("%d+") do provinces[digits] = true end

units.fold_name = names.fold

-- ---- values -------------------------------------------------------------------------------------

-- 01-20, 1月20日, 2025-01-20: "01-20" or an ISO date; nil where it is none.
local function read_deadline(text)
  local folded = core.fold(text)
  local month, day = folded:match("^(%d%d?)[-/.](%d%d?)$")
  if not month then month, day = folded:match("^(%d%d?)月(%d%d?)日$") end
  if month then
    -- A leap year, so that every day that there can be is one.
    local date = core.date(("2024-%02d-%02d"):format(month, day))
    return date and date:sub(6)
  end
  local date = core.date(folded)
  return date and #date == 10 and date or nil
end

local readers = {}

function readers.name(entry, value) entry.name = value end

function readers.parent(entry, value) entry.parent = value end

function readers.type(entry, value, problem)
  local found = types[core.fold(value)]
  if not found then return problem("units.type", {value = value}, keys.nearest(value, types)) end
  entry.type, entry.implied_level = found[1], found[2]
end

function readers.level(entry, value, problem)
  entry.level = levels[core.fold(value)]
  if not entry.level then problem("units.level", {value = value}, keys.nearest(value, levels)) end
end

function readers.code(entry, value, problem)
  local digits = core.fold(value)
  local length = digits:match("^%d+$") and #digits
  if length ~= 6 and length ~= 9 and length ~= 12 then return problem("units.code", {value = value}) end
  if not provinces[digits:sub(1, 2)] then return problem("units.code_province", {value = value}) end
  entry.code = digits
end

function readers.deadline(entry, value, problem)
  entry.deadline = read_deadline(value)
  if not entry.deadline then problem("units.date", {value = value}) end
end

function readers.year(entry, value, problem)
  local year = core.fold(value):gsub("年$", ""):match("^%d%d%d%d$")
  entry.year = math.tointeger(tonumber(year))
  if not entry.year then problem("units.year", {value = value}) end
end

function readers.aliases(entry, value)
  for piece in core.fold(value):gmatch("[^;]+") do
    local alias = piece:match("^%s*(.-)%s*$")
    if alias ~= "" then table.insert(entry.aliases, alias) end
  end
end

-- ---- the file -----------------------------------------------------------------------------------

-- The ids of the columns, in order.
local function read_header(row, known, problem)
  local ids, seen = {}, {}
  for i, title in ipairs(row) do
    local id = known[core.fold(title):lower()]
    if not id then
      problem("units.column", {value = title}, keys.nearest(title, known))
    elseif seen[id] then
      problem("units.column_twice", {value = title})
    else
      ids[i], seen[id] = id, true
    end
  end
  if not seen.name then problem("units.no_name", {}) end
  return ids
end

local function read_row(row, ids, count, problem)
  local entry = {line = row.line, aliases = {}}
  if #row > count then problem("units.fields", {found = #row, wanted = count}) end
  for i, value in ipairs(row) do
    if value ~= "" and ids[i] then readers[ids[i]](entry, value, problem) end
  end
  if not entry.name then problem("units.nameless", {}) end
  if entry.level and entry.implied_level and entry.level ~= entry.implied_level then
    problem("units.level_of_type", {value = entry.name})
  end
  entry.level = entry.level or entry.implied_level
  entry.implied_level = nil
  return entry
end

-- A name may stand once; in a roster once for a year.
local function add_names(entry, by_name, seen, problem)
  for _, name in ipairs{entry.name, table.unpack(entry.aliases)} do
    local key = units.fold_name(name)
    local this = key .. (entry.year or "")
    if seen[this] and seen[this] ~= entry then problem("units.twice", {value = name, other = seen[this].line}) end
    seen[this] = seen[this] or entry
    by_name[key] = by_name[key] or entry
  end
end

-- @param apart whether parents may stand elsewhere
local function check_parents(list, by_name, apart, problem_at)
  for _, entry in ipairs(list) do
    local parent = entry.parent and by_name[units.fold_name(entry.parent)]
    if entry.parent and not parent and not apart then
      problem_at(entry.line)("units.parent", {value = entry.parent})
    end
    entry.above = parent
  end
  local done = {}
  for _, entry in ipairs(list) do
    local path, above = {}, entry
    while above and not done[above] and not path[above] do
      path[above] = true
      above = above.above
    end
    if above and path[above] then problem_at(above.line)("units.cycle", {value = above.name}) end
    for member in pairs(path) do done[member] = true end
  end
  for _, entry in ipairs(list) do
    entry.parent, entry.above = entry.above and entry.above.name or entry.parent, nil
  end
end

-- ---- views --------------------------------------------------------------------------------------

local unit_methods = {}

--- The local deadline for the report of a year, as an ISO date; nil where the register gives none for it.
function unit_methods:deadline_for(year)
  local deadline = self.deadline
  if not deadline then return nil end
  local following = ("%04d"):format(year + 1)
  if #deadline == 5 then
    return core.date(following .. "-" .. deadline) and following .. "-" .. deadline or nil
  end
  return deadline:sub(1, 4) == following and deadline or nil
end

local methods = {}

--- The unit of a name or an alias, with or without the city or county in front; nil where the register has none, or
-- several that may be meant.
function methods:find(name)
  if not name then return nil end
  local key = units.fold_name(name)
  local found = self.by_name[key] or self.by_short[key]
  if found then return found end
  for _, short in ipairs(names.shorter(key)) do
    if self.by_name[short] then return self.by_name[short] end
  end
end

local view = {
  list = readonly.class "govreport.List", unit = readonly.class("govreport.Unit", unit_methods, function(data)
    return data.name
  end),
  units = readonly.class("govreport.Units", methods, function(data)
    return ("govreport.Units: %d"):format(#data.list)
  end),
}

local function make(list, by_name)
  local views, found, keys_of, short_names = {}, {}, {}, {}
  for i, entry in ipairs(list) do
    entry.aliases = view.list(entry.aliases)
    views[entry] = view.unit(entry)
    list[i] = views[entry]
  end
  for key, entry in pairs(by_name) do
    found[key] = views[entry]
    keys_of[#keys_of + 1] = key
  end
  for short, long in pairs(names.by_short(keys_of)) do short_names[short] = long and found[long] or nil end
  return view.units{list = view.list(list), by_name = found, by_short = short_names}
end

-- ---- reading ------------------------------------------------------------------------------------

--- What its options may hold: types by key.
units.option_keys = {name = "string", lang = "string", roster = "boolean"}

-- A list of problems, and a function that makes one that adds those of a line.
local function problem_list(options)
  local list, lang = {}, options.lang or "zh"
  return list, function(line)
    return function(code, fields, nearest)
      if nearest then code, fields.nearest = code .. "_near", nearest end
      fields.path, fields.line = options.name or "?", line
      list[#list + 1] = {code = code, line = line, message = catalogue.text(lang, code, fields)}
    end
  end
end

local function failed(problems)
  table.sort(problems, function(a, b)
    if a.line ~= b.line then return a.line < b.line end
    return a.message < b.message
  end)
  return nil, problems[1].message, problems[1].code, problems
end

--- Reads a register.
-- @param text CSV, in UTF-8 or GB18030
-- @param options `name` for messages, `lang`, `roster` (a column 年度 may be there, and a name once for each year;
-- parents need not be in it)
-- @return Units: `list` of Unit, `find(name)`; a Unit has `name`, `type`, `level`, `parent` (a name), `code`,
-- `deadline` ("01-20" or an ISO date), `aliases`, `line`, in a roster `year`, and `deadline_for(year)`.
-- Or nil, message, code of the first problem, and the list of all: `{code, line, message}`.
function units.parse(text, options)
  options = keys.check(options or {}, units.option_keys, {}, "options of units")
  local problems, problem_at = problem_list(options)
  local rows, code, line = csv.parse(utf8_text(text))
  if not rows then
    problem_at(line)(code, {})
    return failed(problems)
  elseif #rows == 0 then
    problem_at(1)("units.no_name", {})
    return failed(problems)
  end
  local header = table.remove(rows, 1)
  local ids = read_header(header, options.roster and roster_columns or columns, problem_at(header.line))
  if #problems > 0 then return failed(problems) end
  local list, by_name, seen = {}, {}, {}
  for i, row in ipairs(rows) do
    local problem = problem_at(row.line)
    list[i] = read_row(row, ids, #header, problem)
    if list[i].name then add_names(list[i], by_name, seen, problem) end
  end
  check_parents(list, by_name, options.roster, problem_at)
  if #problems > 0 then return failed(problems) end
  return make(list, by_name)
end

--- Reads the register in a file.
-- @return as `units.parse`; codes `io.*` and `limit.input` as well
function units.open(path, options)
  local copy = {name = path}
  for key, value in pairs(options or {}) do copy[key] = value end
  local text, code, fields = file.read(path, units.max_input)
  if not text then
    fields.path = path
    local message = catalogue.text(copy.lang or "zh", code, fields)
    return nil, message, code, {{code = code, line = 0, message = message}}
  end
  return units.parse(text, copy)
end

return units
