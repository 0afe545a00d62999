--- Tests of forms that people write, as data: a script beside the form that returns
--
--   {
--     forms = "library.lua",                                       -- relative to this file; or a list of them
--     {name = "the page of 2024", file = "library-2024.html", form = "library",
--      fields = {year = 2024}, sections = {"holdings", "services"},
--      cells = {["holdings.books.closing"] = 120, ["holdings.books.cost"] = "3.5", ["holdings.maps.closing"] = ""}},
--   }
--
-- A case is a document, in a `file` or as `text`; the form that must be found; facts, parts and cells with what must be
-- read: a number, the text of the cell or of its value, or false for a cell (a fact) that is not there. `unaccounted`
-- is how many numbers may be left over.

local core = require "govreport.core"
local forms = require "govreport.form"
local keys = require "govreport.base.keys"
local script = require "govreport.form.script"

local form_test = {}

local case_keys = {
  name = "string", file = "string", text = "string", form = "string", fields = "table", sections = "table",
  cells = "table", unaccounted = "integer",
}

local function sorted_keys(map)
  local list = {}
  for key in pairs(map) do list[#list + 1] = key end
  table.sort(list)
  return list
end

local function folded(text) return (core.fold(text):gsub("%s", "")) end

-- Whether something that was read is what is wanted.
local function fits(wanted, value, raw)
  if wanted == false then return value == nil and raw == nil end
  if value ~= nil and (value == wanted or tostring(value) == tostring(wanted)) then return true end
  return type(wanted) == "string" and folded(wanted) == folded(raw or "")
end

-- What is said where a list has no entry with an id; nil where it has.
local function missing(list, id, what)
  local known = {}
  for _, entry in ipairs(list) do known[type(entry) == "table" and entry.id or entry] = entry end
  if known[id] then return nil, known[id] end
  local nearest = keys.nearest(id, known)
  return ("there is no %s '%s' in the form%s"):format(what, id, nearest and ", did you mean '" .. nearest .. "'?" or "")
end

-- The cell of an address; or nil and what is wrong with it.
local function cell_of(report, declared, address)
  local t, row, column = tostring(address):match("^([%w_]+)%.([%w_]+)%.([%w_]+)$")
  if not t then return nil, "this is no address of a cell, like table.row.column" end
  local fault, own = missing(declared.tables, t, "table")
  fault = fault or missing(own.rows, row, "row") or missing(own.columns, column, "column")
  if fault then return nil, fault end
  return report.tables[t]:cell(row, column)
end

local function shown(value)
  if value == nil then return "nothing" end
  return type(value) == "string" and '"' .. value .. '"' or tostring(value)
end

-- ---- what comes nearest --------------------------------------------------------------------------

-- What a trace says of a field, or of the row of a cell, that was not read: the nearest text; "" for nothing.
local function nearest_to(trace, address)
  local t, row = address:match "^([%w_]+)%.([%w_]+)%."
  local wanted = t and t .. "." .. row or address:gsub("^fields%.", "")
  for i = 1, trace and #trace or 0 do
    local event = trace[i]
    local near = event.subject == wanted and (event.outcome == "missed" or event.outcome == "noted") and event.near
    if near and near.text then
      return (" (the nearest text is “%s” in line %d, for “%s”)"):format(near.text, near.place.line, near.nearest)
    elseif near == nil and event.subject == wanted and event.kind:find "^field_missing_" and event.text then
      return (" (the nearest line is “%s”, %d)"):format(event.text, event.place.line)
    end
  end
  return ""
end

-- Whether an id is that of a form that somebody wrote.
local function is_own(id)
  for _, known in ipairs(forms.list()) do
    if known == id then return forms.source(id) ~= forms.rock end
  end
  return false
end

-- What of a form that somebody wrote is not in a document, with the nearest text; "" where all of it is.
local function lacking(govreport, document, id)
  local list = {}
  if not document or not is_own(id) then return "" end
  for _, entry in ipairs(govreport.why(document)) do
    for _, lack in ipairs(entry.id == id and entry.missing or {}) do
      local near = lack.near and (", the nearest is “%s”"):format(lack.near) or ""
      list[#list + 1] = ("“%s”%s"):format(tostring(lack.text), near)
    end
  end
  return #list > 0 and "; of 'detect' there is not " .. table.concat(list, "; ") or ""
end

-- ---- a case -------------------------------------------------------------------------------------

-- What of a report differs from what a case wants: a list of `{text, key, word}`, with the key of the case and the word
-- in it that say so.
local function differences(govreport, case, report)
  local list, trace = {}, nil
  local function add(key, word, text) list[#list + 1] = {text = text, key = key, word = word} end
  local function differ(key, word, what, wanted, actual)
    add(key, word, ("%s: expected %s, found %s"):format(what, wanted == false and "nothing" or shown(wanted), actual))
  end
  local function near(address)
    trace = trace or govreport.trace(report.document, {form = report.form})
    return nearest_to(trace, address)
  end
  if case.form and report.form ~= case.form then
    differ("form", case.form, "form", case.form, shown(report.form) .. lacking(govreport, report.document, case.form))
    return list
  end
  local declared = forms.declared(report.form)
  for _, id in ipairs(sorted_keys(case.fields or {})) do
    local fault = missing(declared.fields, id, "field")
    local field = not fault and report.fields[id]
    local value = field and field.value
    if fault then add("fields", id, "fields." .. id .. ": " .. fault)
    elseif not fits(case.fields[id], value, field and field.raw) then
      differ("fields", id, "fields." .. id, case.fields[id], shown(value) .. (field and "" or near("fields." .. id)))
    end
  end
  for _, id in ipairs(case.sections or {}) do
    local fault = missing(declared.sections, id, "part")
    if fault then add("sections", id, "sections." .. tostring(id) .. ": " .. fault)
    elseif not report:section(id) then differ("sections", id, "sections." .. id, "a part", "none" .. near(id)) end
  end
  for _, address in ipairs(sorted_keys(case.cells or {})) do
    local cell, fault = cell_of(report, declared, address)
    local is_there = cell and cell.state ~= "absent"
    local raw = is_there and cell.state ~= "unreadable" and (cell.raw or "") or nil
    if not cell then add("cells", address, tostring(address) .. ": " .. fault)
    elseif not fits(case.cells[address], cell.value, raw) then
      local actual = cell.state == "number" and shown(cell.value) or cell.state
      differ("cells", address, address, case.cells[address], actual .. (is_there and "" or near(address)))
    end
  end
  local left = case.unaccounted and #report:unaccounted()
  if left and left > case.unaccounted then
    differ("unaccounted", nil, "unaccounted numbers", case.unaccounted, tostring(left))
  end
  return list
end

local function run_case(govreport, case, folder, lang)
  local path = case.file and (case.file:sub(1, 1) == "/" and case.file or folder .. case.file)
  local report, message, code
  if case.text then report, message, code = govreport.parse(case.text, {name = case.name, lang = lang})
  else report, message, code = govreport.open(path, {lang = lang}) end
  if not report then
    local document = code == "form.unknown" and (path and govreport.read(path) or nil)
    local text = message:gsub("%.$", ""):gsub("。$", "") .. lacking(govreport, document, case.form)
    return {{text = text, key = case.file and "file" or "text"}}
  end
  return differences(govreport, case, report)
end

-- The texts of some differences as one; nil for none.
local function problem_of(list)
  local texts = {}
  for i, entry in ipairs(list) do texts[i] = entry.text end
  return #texts > 0 and table.concat(texts, "; ") or nil
end

-- Where the first difference of a case is asked for.
local function place_of(list, path, case, where)
  local first, at = list[1], 0
  local place = where(case.name, first.key)
  local from = tonumber(place:match ":(%d+)$")
  for line in io.lines(path) do
    at = at + 1
    if from and first.word and at >= from and line:find(tostring(first.word), 1, true) then return path .. ":" .. at end
  end
  return place
end

--- Runs a test of forms; raises where the script is not right, with its place.
-- @param govreport the module, which opens the documents
-- @param path of the test
-- @param load function(list of scripts), which adds the forms; `govreport.load_forms` where it is nil
-- @param lang of what is said of files that cannot be read: "zh" where it is nil
-- @return list of `{name, problem}`, `problem`, with file and line, nil where the case passed
function form_test.run(govreport, path, load, lang)
  local declared, where = script.load(path)
  if declared == nil then error(where or path .. ": the script returns no table", 0) end
  if type(declared) ~= "table" or declared.forms == nil then
    error((type(where) == "function" and where(nil, "forms") or path)
          .. ": the key 'forms' is missing: the file of the form that is tested", 0)
  end
  local folder, scripts, results = path:match("^(.*/)[^/]*$") or "", {}, {}
  for i, name in ipairs(type(declared.forms) == "table" and declared.forms or {declared.forms}) do
    scripts[i] = name:sub(1, 1) == "/" and name or folder .. name
  end
  ;(load or govreport.load_forms)(scripts)
  for i, case in ipairs(declared) do
    local function place(key) return where(nil, key) .. ": case " .. i end
    keys.check(case, case_keys, {"name"}, place)
    if (case.file == nil) == (case.text == nil) then error(place() .. ": a case has a 'file' or a 'text'", 0) end
    local ok, found = pcall(run_case, govreport, case, folder, lang)
    local problem = ok and problem_of(found)
    if problem then problem = place_of(found, path, case, where) .. ": " .. problem end
    results[i] = {name = case.name, problem = not ok and place() .. ": " .. tostring(found) or problem or nil}
  end
  return results
end

local wanted_keys = {fields = "table", sections = "table", cells = "table", unaccounted = "integer"}

-- What is wanted; a map of addresses alone is of cells.
local function wanted_of(wanted)
  local is_cells = next(wanted) ~= nil
  for key in pairs(wanted) do is_cells = is_cells and tostring(key):find(".", 1, true) ~= nil end
  return is_cells and {cells = wanted} or keys.check(wanted, wanted_keys, {}, "wanted")
end

-- The id of a form that is known, or of the first in a file of forms, which is loaded.
local function form_of(govreport, form)
  for _, id in ipairs(forms.list()) do
    if id == form then return id end
  end
  govreport.load_forms{form}
  for _, id in ipairs(forms.list()) do
    if forms.source(id) == form then return id end
  end
end

--- Tries one case in a program. Raises where the form or the case is not right.
-- @param form the id of a form, or a file of forms
-- @param source the path of a document, or `{text = …}`
-- @param wanted `fields`, `sections`, `cells`, `unaccounted` as in a test, or cells by address alone
-- @return nil where all of it is read so; else what differs
function form_test.try(govreport, form, source, wanted)
  local case = {form = form_of(govreport, form)}
  for key, value in pairs(wanted_of(wanted)) do case[key] = value end
  if type(source) == "table" then case.text, case.name = source.text, source.name else case.file = source end
  return problem_of(run_case(govreport, case, ""))
end

return form_test
