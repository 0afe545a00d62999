--- Checks the texts that a declaration holds: ids, lists of texts, labels and their wordings. Everything wrong is an
-- error with its place and, where one is near, a proposal.

local grammar = require "govreport.text.grammar"
local keys = require "govreport.base.keys"

local check = {}

-- The first of some names that begins with another one: 购置费（万元） with 购置费.
local function longer(name, known)
  local sorted = {}
  for one in pairs(known) do
    if #name > 0 and one:sub(1, #name) == name then sorted[#sorted + 1] = one end
  end
  table.sort(sorted)
  return sorted[1]
end

--- The nearest of some names, as the end of a message; "" where none is near.
function check.proposal(name, known)
  local nearest = longer(tostring(name), known) or keys.nearest(tostring(name), known)
  return nearest and ", did you mean '" .. nearest .. "'?" or ""
end

--- Raises where an id has other characters than names have.
-- @param at how messages name its place
function check.id(id, at)
  if id:match "^[%a_][%w_]*$" then return end
  local own = id:gsub("[^%w_]+", "_"):gsub("^%d", "_%0")
  local proposal = own:find "%a" and ", did you mean '" .. own .. "'?" or ""
  error(("%s: the id '%s' is not made of ASCII letters, digits and '_'%s"):format(at, id, proposal), 0)
end

--- What is printed for an entry, for messages: its title or label; nil where it has neither.
function check.named(entry)
  local label = entry.title or entry.caption or entry.label
  if type(label) == "table" then label = label[#label] end
  return type(label) == "string" and (entry.label and "the label" or "the title") .. " '" .. label .. "'" or nil
end

--- Raises where two entries of a list have one id, or are one text.
-- @param place function(id) -> how messages name the second
function check.unique(list, place)
  local seen = {}
  for _, entry in ipairs(list) do
    local id = type(entry) == "table" and entry.id or entry
    if seen[id] then
      local first = type(entry) == "table" and check.named(seen[id])
      local other = first and ("the first has %s; give this one another id, or take it away"):format(first)
                    or type(entry) == "table" and "give one of them another id, or take it away"
                    or "take one of them away"
      error(("%s: the id '%s' stands twice: %s"):format(place(id), id, other), 0)
    end
    seen[id] = entry
  end
end

--- Raises where a value is no list, `{…}` without keys and without gaps.
-- @param place function(near) -> how messages name it, or its item with that number
-- @param what its key, for the example in the message
-- @param example what may stand in it
function check.list(list, place, what, example)
  local last = 0
  for key in pairs(list or {}) do
    if math.type(key) ~= "integer" then
      error(("%s: a list is expected, not the key '%s', as in %s = {%s}"):format(place(), tostring(key), what, example),
            0)
    end
    last = math.max(last, key)
  end
  for number = 1, last do
    if list[number] == nil then
      error(("%s: the list has a gap: its entry %d is nil, a name perhaps that nothing has"):format(place(number),
                                                                                                  number), 0)
    end
  end
end

--- Raises where a list holds anything but texts.
-- @param place function(near) -> how messages name what holds a text
function check.texts(list, place, what)
  check.list(list, place, what, '"…"')
  for _, text in ipairs(list or {}) do
    if type(text) ~= "string" then
      error(("%s: %s: a text is expected, as in \"%s\", not a %s"):format(place(text), what, tostring(text),
                                                                        type(text)), 0)
    end
  end
end

--- Raises where a label has no characters to be told by.
function check.label(label, at)
  if type(label) ~= "string" then
    error(("%s: a label is a text with characters, or a list of them, not a %s"):format(at, type(label)), 0)
  end
  if grammar.skeleton(label, true) == "" then
    error(("%s: the label '%s' can never be matched: it has no characters beside marks and a number in front")
          :format(at, label), 0)
  end
end

--- Raises where a list holds a wording that matches nothing, or everything.
-- @param place function(near) -> how messages name what holds a text
function check.wordings(list, place, what)
  check.list(list, place, what, '"…"')
  for _, wording in ipairs(list or {}) do
    if type(wording) == "string" then
      local fault = grammar.template_fault(wording)
      if fault then error(place(wording) .. ": " .. fault, 0) end
      for _, text in ipairs(grammar.expand(wording)) do
        if grammar.skeleton(text) == "" then
          error(("%s: the wording '%s' may be empty; let it have characters that must be there"):format(
            place(wording), wording), 0)
        end
      end
    elseif type(wording) ~= "userdata" then
      error(("%s: a wording is a text with characters, or a pattern of LPeg, not a %s"):format(place(wording),
                                                                                             type(wording)), 0)
    end
  end
end

return check
