--- What a finding carries beside its message, as words for a line: addresses of its cells, its other places, the two
-- sides and the repair.

local place_words = require "govreport.text.place_words"
local short_addresses = require "govreport.form.short_addresses"
local text = require "govreport.render.text"

local function value_text(value) return (text.safe(value):gsub(" ", "_")) end

--- @return list of texts: `applications.granted.total`, `at=12:13`, `expected=4`, `actual=5`,
-- `repair=applications.granted.total:4`, `alternatives=3`
return function(report, found, lang)
  local words = short_addresses.short(report, found.cells)
  for i = 1, #found.places do
    local place = found.places[i]
    if place.line then words[#words + 1] = "at=" .. value_text(place_words.short(place, lang)) end
  end
  if found.expected ~= nil then words[#words + 1] = "expected=" .. value_text(found.expected) end
  if found.actual ~= nil then words[#words + 1] = "actual=" .. value_text(found.actual) end
  for i = 1, #found.repair do
    words[#words + 1] = "repair=" .. found.repair[i].address .. ":" .. value_text(found.repair[i].value)
  end
  local count = found.alternatives_count or found.alternatives and #found.alternatives or 0
  if count > 0 then words[#words + 1] = "alternatives=" .. count end
  return words
end
