--- What a place is called: its line in a text or a page, its paragraph or cell in a Word file, its page in a PDF.
--
-- A place is anything with `line`, `column` and `spot`: a cell, a field, a place of a finding.

local catalogue = require "govreport.base.catalogue"

local place_words = {}

local function key_of(spot)
  return spot and (spot.page and "place.page" or spot.table and "place.cell" or spot.paragraph and "place.paragraph")
         or "place.line"
end

--- The words for it in a sentence: “第12行”, “第3段”, “表2第4行第3列”, “第5页”.
-- @return text
function place_words.long(place, lang)
  local key = key_of(place.spot)
  return catalogue.text(lang, key, key == "place.line" and {line = place.line} or place.spot)
end

--- The same in both languages, for the fields of a message: `{zh, en}`.
function place_words.both(place) return {zh = place_words.long(place, "zh"), en = place_words.long(place, "en")} end

--- The words for it in front of a line: `12:5` where there are lines.
function place_words.short(place, lang)
  return place.spot and place_words.long(place, lang) or place.line .. ":" .. place.column
end

return place_words
