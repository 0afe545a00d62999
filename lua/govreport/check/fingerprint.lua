--- Fingerprints: whether two findings, of two rounds or two copies of a report, are the same one.
--
-- The key of a finding says what it is about: its rule and its cells; where it has none, the words at its places, and
-- where it has none of those, its message without numbers. Lines and bytes do not count, so that a key outlives edits
-- elsewhere. The value says what stood there. Both are FNV-1a 64 of a canonical text, as 16 hexadecimal digits.

local core = require "govreport.core"

local fingerprint = {}

--- FNV-1a 64 of a text, 16 hexadecimal digits.
fingerprint.hash = core.fnv

-- Width, spaces and line ends do not tell texts apart.
local function plain(text) return (core.fold(text):gsub("%s+", "")) end

-- Digits are values; without them a sentence is still the same sentence.
local function words(text) return (plain(text):gsub("%d[%d%.,]*", "#")) end

local function sorted(list, text_of)
  local texts = {}
  for i, item in ipairs(list) do texts[i] = text_of(item) end
  table.sort(texts)
  return table.concat(texts, " ")
end

local function address_of(cell) return cell.address end

local function cell_value(cell)
  return cell.address .. "=" .. (cell.value == nil and cell.state or tostring(cell.value))
end

local function place_words(place) return place.raw and words(place.raw) or "" end

local function place_value(place) return place.raw and plain(place.raw) or "" end

local function text_of(value) return value == nil and "" or tostring(value) end

-- What the finding is about, and what stood there.
local function canonical(found)
  if #found.cells > 0 then return sorted(found.cells, address_of), sorted(found.cells, cell_value) end
  local key = sorted(found.places, place_words)
  if key:find("%S") then return key, sorted(found.places, place_value) end
  return words(found.messages.zh), found.messages.zh
end

local function key_of(found, key) return fingerprint.hash(found.rule .. "\n" .. key) end

local function value_of(found, value) return fingerprint.hash(text_of(found.actual) .. "\n" .. value) end

--- What a finding is about.
function fingerprint.key(found) return key_of(found, (canonical(found))) end

--- What stood there when it was found: the values of its cells or the words at its places, and the side that is wrong.
function fingerprint.value(found) return value_of(found, select(2, canonical(found))) end

--- Key and value, `KEY.VALUE`; the property `fingerprint` of a finding.
function fingerprint.of(found)
  local key, value = canonical(found)
  return key_of(found, key) .. "." .. value_of(found, value)
end

--- The key in a fingerprint.
function fingerprint.key_of(text) return text:match("^%x+") end

--- What a report is: its agency and its year, whatever the file is called.
function fingerprint.subject(report)
  return fingerprint.hash(plain(text_of(report.agency)) .. "\n" .. text_of(report.year))
end

--- Numbers what is the same: `X:1`, `X:2`, …, in the order of a list of texts.
function fingerprint.number(texts)
  local counts, numbered = {}, {}
  for i, text in ipairs(texts) do
    counts[text] = (counts[text] or 0) + 1
    numbered[i] = text .. ":" .. counts[text]
  end
  return numbered
end

return fingerprint
