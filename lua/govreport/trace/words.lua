--- Texts beside labels: how near they are, and what differs, character by character. Only what counts when labels are
-- matched is looked at: no gaps, no brackets, no ordinal.

local distance = require "govreport.base.distance"
local grammar = require "govreport.text.grammar"
local label_index = require "govreport.form.label_index"
local lcs = require "govreport.base.lcs"

local words = {}

-- Less near than this is not near: 1 is the same, 0 has nothing in common.
words.least = 0.5
-- A text that is a label with something behind it is near, however long it is.
local with_more = 0.6

--- The characters of a text that count; nil for one that is too long to be a label.
-- @return list of code points; beside it how many there are of each
function words.characters(text) return label_index.characters(grammar.skeleton(text, true)) end

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
  local apart = most >= words.least and distance(text.list, label.list, false, size // 2 + 1)
  local near = apart and 1 - apart / size or 0
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
local of_labels = setmetatable({}, {__mode = "k"})

local function of_label(label)
  if of_labels[label] == nil then of_labels[label] = words.characters(label.skeleton) or false end
  return of_labels[label]
end

-- What is told of a text and the label that it is near to.
local function found(text, label, nearness)
  local difference, count = words.difference(text, of_label(label))
  return {label = label, nearest = label.official, nearness = nearness, difference = difference, count = count}
end

-- The labels that are near to a text: list of `{label, near}`, in the order of the form's labels.
local function near_labels(text, form)
  local index, numbers, shared = form.labels:candidates(text)
  local list = {}
  for _, number in ipairs(numbers) do
    local near = index:nearness(text, number, shared[number], words.least) or 0
    if near < with_more and begins_with(text, index.characters[number]) then near = with_more end
    if near > 0 and near >= words.least then list[#list + 1] = {label = form.labels.known[number], near = near} end
  end
  return list
end

--- The label of a form that is nearest to a text; nil where none is near.
-- @param accept function(label) -> boolean; nil for all
-- @return `{label, nearest (the official wording), nearness, difference, count}`
function words.nearest(text, form, accept)
  local wanted, best = words.characters(text), nil
  for _, entry in ipairs(wanted and near_labels(wanted, form) or {}) do
    if (not accept or accept(entry.label)) and (not best or entry.near > best.near) then best = entry end
  end
  return best and found(wanted, best.label, best.near)
end

-- The nearest of some texts to each label of a form: map from the label to `{text, near}`. Worked out once for a list:
-- each text is compared with the labels that it has characters of, and not each label with all texts.
local nearest_of = setmetatable({}, {__mode = "k"})

local function nearest_texts(texts, form)
  local known = nearest_of[texts]
  if known and known.form == form then return known.by_label end
  local by_label = {}
  for _, text in ipairs(texts) do
    for _, entry in ipairs(near_labels(text.characters, form)) do
      local best = by_label[entry.label]
      if not best or entry.near > best.near then by_label[entry.label] = {text = text, near = entry.near} end
    end
  end
  nearest_of[texts] = {form = form, by_label = by_label}
  return by_label
end

--- The text that is nearest to a label of a form, in any of its wordings; nil where none is near.
-- @param official the label
-- @param texts list of `{characters}`, which stays as it is
-- @return as `words.nearest`, with `text`, the entry of the list
function words.nearest_text(official, form, texts)
  local by_label, best, best_label = nearest_texts(texts, form), nil, nil
  for _, label in ipairs(form.labels.known) do
    local own = label.official == official and by_label[label]
    if own and (not best or own.near > best.near) then best, best_label = own, label end
  end
  if not best then return nil end
  local result = found(best.text.characters, best_label, best.near)
  result.text = best.text
  return result
end

return words
