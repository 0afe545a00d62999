--- The differences of two reports as JSON, schema `govreport.diff/1` (docs/json.md).

local json = require "govreport.base.json"
local marking = require "govreport.text.marking"
local place = require "govreport.render.place_json"
local sentences = require "govreport.text.sentences"

local diff_json = {}

diff_json.schema = "govreport.diff/1"

local function map(list, convert)
  local out = {}
  for i, item in ipairs(list) do out[i] = convert(item) end
  return json.array(out)
end

local function fact(field)
  if not field then return json.null end
  return json.object{{"state", field.state}, {"value", field.value}, {"raw", field.raw}, {"place", place(field)}}
end

local function cell(found)
  return json.object{{"state", found.state}, {"value", found.value}, {"unit", found.unit}, {"note", found.note},
                     {"raw", found.raw}, {"place", place(found)}}
end

local function label(found)
  local function side(deviation)
    if not deviation then return json.null end
    return json.object{{"raw", deviation.raw}, {"place", place(deviation)}}
  end
  return json.object{{"label", found.label}, {"a", side(found.a)}, {"b", side(found.b)}}
end

local function title(section)
  if not section then return json.null end
  return json.object{{"number", section.number}, {"title", section.title}, {"place", place(section)}}
end

local function sentence(found)
  if not found then return json.null end
  local source, where = sentences.source(found)
  return json.object{{"text", marking.one_line(source)}, {"place", place(where)}}
end

local function pair(convert)
  return function(found)
    return json.object{{"id", found.id}, {"a", convert(found.a)}, {"b", convert(found.b)}}
  end
end

local function cells(list)
  return map(list, function(found)
    return json.object{{"address", found.address}, {"a", cell(found.a)}, {"b", cell(found.b)}}
  end)
end

local function row(found)
  return json.object{{"table", found.table}, {"row", found.row}, {"column", found.column}, {"only", found.only},
                     {"place", place(found.place)}}
end

local function pieces(change, years)
  if not change.a or not change.b then return json.null end
  local old, new = sentences.source(change.a), sentences.source(change.b)
  return map(marking.pieces(marking.one_line(old), marking.one_line(new), years), function(piece)
    if piece[1] then return json.object{{"same", piece[1]}} end
    return json.object{{"old", piece.old}, {"new", piece.new}}
  end)
end

local function change(found, years)
  local numbers = found.numbers and map(found.numbers, function(item)
    return json.object{{"old", item.old}, {"new", item.new}}
  end)
  return json.object{
    {"kind", found.kind}, {"part", found.part}, {"a", sentence(found.a)}, {"b", sentence(found.b)},
    {"numbers", numbers or json.null}, {"pieces", pieces(found, years)},
  }
end

local function only(found)
  local convert = found.id and fact or sentence
  return json.object{{"id", found.id}, {"a", convert(found.a)}, {"b", convert(found.b)}}
end

local function report(name, found)
  return json.object{{"name", name}, {"form", found.form}, {"title", found.title}, {"year", found.year}}
end

--- The differences as a value for `govreport.base.json`.
-- @param found what `govreport.compare.diff` gave
-- @param names of the files: `{a, b}`
function diff_json.value(found, names)
  return json.object{
    {"schema", diff_json.schema},
    {"a", report(names.a, found.a)}, {"b", report(names.b, found.b)},
    {"verdict", found:verdict()}, {"count", found:count()},
    {"years", found.relative and "relative" or "literal"},
    {"facts", map(found.facts, pair(fact))},
    {"cells", cells(found.cells)}, {"undecided", cells(found.undecided)}, {"rows", map(found.rows, row)},
    {"labels", map(found.labels, label)},
    {"titles", map(found.titles, function(item)
      return json.object{{"part", item.part}, {"a", title(item.a)}, {"b", title(item.b)}}
    end)},
    {"sentences", map(found.sentences, function(item) return change(item, found:years()) end)},
    {"only", map(found.only, only)},
  }
end

--- @return text
function diff_json.render(found, names) return json.encode(diff_json.value(found, names)) end

return diff_json
