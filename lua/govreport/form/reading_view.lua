--- What the `read` function of a reader in a script sees of a reading: the text, what is found already, and the ways to
-- add to it. It can change nothing else.

local keys = require "govreport.base.keys"
local readonly = require "govreport.base.readonly"
local script = require "govreport.form.script"
local text = require("govreport.form.safe_string").text

local reading_view = {}

local methods = {"field", "ignore", "unit", "add_facts", "end_body", "taken"}

local facts = {
  tape = function(reading) return reading.tape end,
  document = function(reading) return reading.document end,
  found = function(reading) return reading.found end,
  article_start = function(reading) return reading.article_start end,
  article_stop = function(reading) return reading.article_stop end,
  form = function(reading)
    return {id = reading.form.id, declared = reading.form.declared, field_index = reading.form.field_index}
  end,
}

local known = {}
for _, name in ipairs(methods) do known[name] = true end
for name in pairs(facts) do known[name] = true end

local NAME = "govreport.Reading"

--- The view of a reading.
function reading_view.of(reading)
  local own = {}
  for _, name in ipairs(methods) do
    own[name] = script.wrapped(function(_, ...) return reading[name](reading, ...) end)
  end
  return setmetatable({}, {
    __name = NAME, __metatable = NAME, __tostring = function() return NAME end,
    __newindex = function(_, key) error(("%s is read-only: '%s' cannot be set"):format(NAME, text(key)), 2) end,
    __index = function(_, name)
      if own[name] then return own[name] end
      if facts[name] then return readonly.seal(facts[name](reading)) end
      local nearest = keys.nearest(text(name), known)
      local proposal = nearest and ", did you mean '" .. nearest .. "'?" or ""
      error(("a reading has no '%s'%s"):format(text(name), proposal), 2)
    end,
  })
end

return reading_view
