--- Groups of reports with nearly the same text: as text, and as JSON, schema `govreport.similar/1` (docs/json.md).

local catalogue = require "govreport.base.catalogue"
local core = require "govreport.core"
local forms = require "govreport.form"
local json = require "govreport.base.json"
local marking = require "govreport.text.marking"
local names = require "govreport.form.names"
local place_json = require "govreport.render.place_json"
local place_words = require "govreport.text.place_words"
local text = require "govreport.render.text"

local similar = {}

similar.schema = "govreport.similar/1"

local longest_sentence = 120

-- The parts have the same names in all forms.
local function part_name(id, lang)
  for _, form in ipairs(forms.list()) do
    local declared = forms.declared(form)
    for _, section in ipairs(declared.sections) do
      if section.id == id then return names.part(declared, id)[lang] end
    end
  end
  return id
end

local function sentence_of(group)
  for _, member in ipairs(group.members) do
    if member.place then return marking.one_line(member.place.text) end
  end
end

local function place_text(place, lang) return place and place_words.short(place, lang) or "-" end

local function member_rows(group, lang)
  local rows = {{catalogue.text(lang, "similar.ratio"), catalogue.text(lang, "field.agency"),
                 catalogue.text(lang, "field.year"), catalogue.text(lang, "similar.place"),
                 catalogue.text(lang, "similar.file")}}
  for _, member in ipairs(group.members) do
    rows[#rows + 1] = {tostring(member.ratio), text.safe(member.agency or "-"), tostring(member.year or "-"),
                       place_text(member.place, lang), text.safe(member.name)}
  end
  return rows
end

local function add_rows(lines, rows)
  local widths = {}
  for _, row in ipairs(rows) do
    for i, value in ipairs(row) do widths[i] = math.max(widths[i] or 0, text.width(value)) end
  end
  for _, row in ipairs(rows) do
    local cells = {}
    for i, value in ipairs(row) do cells[i] = i < #row and text.pad(value, widths[i]) or value end
    lines[#lines + 1] = "  " .. table.concat(cells, "  ")
  end
end

--- @param groups what `govreport.compare.similar` gave
-- @param options `lang`, `color`
function similar.text(groups, options)
  local lang, paint, lines = options.lang, text.painter(options.color), {}
  for _, group in ipairs(groups) do
    lines[#lines + 1] = paint("bold", catalogue.text(lang, "similar.group",
                                                     {part = part_name(group.part, lang), count = #group.members}))
    add_rows(lines, member_rows(group, lang))
    local sentence = sentence_of(group)
    if sentence then
      lines[#lines + 1] = "  " .. catalogue.text(lang, "similar.sentence",
                                                 {text = text.cut(text.safe(sentence), longest_sentence)})
    end
    lines[#lines + 1] = ""
  end
  lines[#lines + 1] = catalogue.text(lang, #groups > 0 and "similar.verdict" or "similar.verdict.none", {
    reports = groups.reports, groups = #groups, at_least = tostring(groups.at_least)})
  return table.concat(lines, "\n") .. "\n"
end

local function member_value(member)
  return json.object{
    {"name", member.name}, {"agency", member.agency}, {"year", member.year}, {"title", member.title},
    {"ratio", member.ratio},
    {"place", place_json(member.place)},
  }
end

--- @return text
function similar.json(groups)
  local list = {}
  for i, group in ipairs(groups) do
    local members = {}
    for k, member in ipairs(group.members) do members[k] = member_value(member) end
    list[i] = json.object{{"part", group.part}, {"sentence", sentence_of(group)}, {"reports", json.array(members)}}
  end
  return json.encode(json.object{
    {"schema", similar.schema}, {"reports", groups.reports}, {"at_least", core.decimal(tostring(groups.at_least))},
    {"groups", json.array(list)},
  })
end

return similar
