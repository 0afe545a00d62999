--- A trace as JSON, schema `govreport.trace/1` (docs/trace.md).

local catalogue = require "govreport.base.catalogue"
local json = require "govreport.base.json"
local place = require "govreport.render.place_json"

local trace_json = {}

trace_json.schema = "govreport.trace/1"

local function near(found)
  if not found then return json.null end
  return json.object{{"nearest", found.nearest}, {"likeness", found.likeness}, {"differences", found.differences},
                     {"difference", found.difference}, {"text", found.text}, {"place", place(found.place)}}
end

local function message(event, lang)
  local fields = {text = event.text or ""}
  for name, value in pairs(event.fields) do fields[name] = value end
  return catalogue.text(lang, "trace." .. event.kind, fields)
end

-- What the message says, by name; what has its own wording in each language, in the one asked for.
local function fields_of(event, lang)
  local list = {}
  for name, value in pairs(event.fields) do
    list[#list + 1] = {name, type(value) == "table" and value[lang] or value}
  end
  table.sort(list, function(a, b) return a[1] < b[1] end)
  return json.object(list)
end

local function value_of(event, lang)
  local list = {
    {"group", event.group}, {"kind", event.kind}, {"outcome", event.outcome}, {"subject", event.subject},
    {"table", event.table}, {"section", event.section}, {"message", message(event, lang)}, {"text", event.text},
    {"place", place(event.place)}, {"near", near(event.near)}, {"script", event.script},
    {"fields", fields_of(event, lang)},
  }
  if event.group == "cells" and not event.headline then
    for _, pair in ipairs{{"state", event.state}, {"row_place", place(event.row_place)},
                          {"column_place", place(event.column_place)}, {"row_script", event.row_script}} do
      list[#list + 1] = pair
    end
  end
  return json.object(list)
end

--- @return JSON text
function trace_json.render(name, trace, lang)
  local events = {}
  for i = 1, #trace do events[i] = value_of(trace[i], lang) end
  return json.encode(json.object{{"schema", trace_json.schema}, {"path", name}, {"form", trace.form},
                                 {"why", trace.why}, {"events", json.array(events)}})
end

return trace_json
