--- Texts beside labels: how near they are, and what differs, character by character. Only what counts when labels are
-- matched is looked at: no gaps, no brackets, no ordinal.

local distance = require "govreport.base.distance"
local grammar = require "govreport.text.grammar"
local lcs = require "govreport.base.lcs"

local words = {}

-- Texts with more characters are no labels.
local longest = 60
-- Less near than this is not near: 1 is the same, 0 has nothing in common.
words.least = 0.5
-- A text that is a label with something behind it is near, however long it is.
local with_more = 0.6

--- The characters of a text that count; nil for one that is too long to be a label.
-- @return list of code points; beside it how many there are of each
function words.characters(text)
  local list, counts = {}, {}
  for _, code in utf8.codes(grammar.skeleton(text, true)) do
    list[#list + 1] = code
    counts[code] = (counts[code] or 0) + 1
  end
  if #list == 0 or #list > longest then return nil end
  return {list = list, counts = counts}
end

-- How many characters two texts have in common, in any order.
local function common(a, b)
  local count = 0
  for code, times in pairs(a.counts) do count = count + math.min(times, b.counts[code] or 0) end
  return count
end

local function begins_with(text, label)
  for i, code in ipairs(label.list) do
    if text.list[i] ~= code then return false end
  end
  return #label.list > 1
end

--- How near two texts are, both as `words.characters` gives them.
function words.nearness(text, label)
  local size = math.max(#text.list, #label.list)
  local most = common(text, label) / size
  local near = most < words.least and 0 or 1 - distance(text.list, label.list) / size
  return near < with_more and begins_with(text, label) and with_more or near
end

local function join(list, first, count)
  local out = {}
  for i = first, first + count - 1 do out[#out + 1] = utf8.char(list[i]) end
  return table.concat(out)
end

--- What differs between a text and a label.
-- @return the label's characters with `[found→expected]` where they differ, as in 予以公[幵→开]; how many characters
-- differ
function words.difference(text, label)
  local out, position, count = {}, 1, 0
  for _, hunk in ipairs(lcs.hunks(text.list, label.list)) do
    out[#out + 1] = join(text.list, position, hunk.a - position)
    out[#out + 1] = "[" .. join(text.list, hunk.a, hunk.n) .. "→" .. join(label.list, hunk.b, hunk.m) .. "]"
    position = hunk.a + hunk.n
    count = count + math.max(hunk.n, hunk.m)
  end
  out[#out + 1] = join(text.list, position, #text.list - position + 1)
  return table.concat(out), count
end

-- The characters of labels, worked out once.
local known = setmetatable({}, {__mode = "k"})

local function of_label(label)
  if known[label] == nil then known[label] = words.characters(label.skeleton) or false end
  return known[label]
end

-- What is told of a text and the label that it is near to.
local function found(text, label, nearness)
  local difference, count = words.difference(text, of_label(label))
  return {label = label, nearest = label.official, nearness = nearness, difference = difference, count = count}
end

--- The label of a form that is nearest to a text; nil where none is near.
-- @param accept function(label) -> boolean; nil for all
-- @return `{label, nearest (the official wording), nearness, difference, count}`
function words.nearest(text, form, accept)
  local wanted = words.characters(text)
  local best, most = nil, words.least
  for _, label in ipairs(wanted and form.labels.known or {}) do
    local near = (not accept or accept(label)) and of_label(label) and words.nearness(wanted, of_label(label)) or 0
    if near > 0 and near >= most and (not best or near > most) then best, most = label, near end
  end
  return best and found(wanted, best, most)
end

--- The text that is nearest to a label of a form, in any of its wordings; nil where none is near.
-- @param official the label
-- @param texts list of `{characters}`
-- @return as `words.nearest`, with `text`, the entry of the list
function words.nearest_text(official, form, texts)
  local best, best_label, most = nil, nil, words.least
  for _, label in ipairs(form.labels.known) do
    local wanted = label.official == official and of_label(label)
    for _, text in ipairs(wanted and texts or {}) do
      local near = words.nearness(text.characters, wanted)
      if near >= most and (not best or near > most) then best, best_label, most = text, label, near end
    end
  end
  if not best then return nil end
  local result = found(best.characters, best_label, most)
  result.text = best
  return result
end

return words
