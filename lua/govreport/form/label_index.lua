--- Finds among the labels of a form those that a text may be near to, by the characters that they have in common: what
-- is left to be compared character by character is a handful, however many labels there are.

local distance = require "govreport.base.distance"

local label_index = {}

-- Texts with more characters are no labels.
label_index.longest = 60

local function count_characters(list)
  local counts = {}
  for _, code in ipairs(list) do counts[code] = (counts[code] or 0) + 1 end
  return counts
end

--- The characters of a skeleton; nil for one that is too long to be a label.
-- @return `list` of code points, `counts` of each
function label_index.characters(skeleton)
  local list = {}
  for _, code in utf8.codes(skeleton) do list[#list + 1] = code end
  if #list == 0 or #list > label_index.longest then return nil end
  return {list = list, counts = count_characters(list)}
end

local Index = {}
Index.__index = Index

-- The numbers of some lists of three one behind the other.
local function flat(lists)
  local numbers = {}
  for i, list in ipairs(lists) do table.move(list, 1, 3, 3 * i - 2, numbers) end
  return numbers
end

--- An index of labels.
-- @param labels list of `{skeleton}`
function label_index.new(labels)
  local self = setmetatable({labels = labels, characters = {}, sizes = {}, places = {}}, Index)
  for number, label in ipairs(labels) do
    local own = label_index.characters(label.skeleton)
    self.characters[number] = own
    self.sizes[number] = own and #own.list
    for code, count in pairs(own and own.counts or {}) do
      self.places[code] = self.places[code] or {}
      table.insert(self.places[code], {number, count, #own.list})
    end
  end
  for code, places in pairs(self.places) do
    table.sort(places, function(a, b) return a[3] < b[3] end)
    self.places[code] = flat(places)
  end
  return self
end

-- The longest label that a text may be near to, by how many of its characters stand in any label.
local function longest_near(self, text)
  local known = 0
  for code, count in pairs(text.counts) do known = known + (self.places[code] and count or 0) end
  return 2 * known < #text.list and known or 2 * known
end

-- How many characters each label that is not too long has in common with a text, in any order: map from its number.
local function in_common(self, text)
  local common, longest = {}, longest_near(self, text)
  for code, count in pairs(text.counts) do
    local places = self.places[code] or {}   -- number, count and size of each, the shortest first
    for i = 1, #places, 3 do
      if places[i + 2] > longest then break end
      local number, own = places[i], places[i + 1]
      common[number] = (common[number] or 0) + (count < own and count or own)
    end
  end
  return common
end

--- The labels that have half of the characters of the longer one in common with a text, or all of their own, in the
-- order of the list.
-- @return list of numbers, and how many characters each has in common by number
function Index:candidates(text)
  local common, list = in_common(self, text), {}
  local sizes, size = self.sizes, #text.list
  for number, count in pairs(common) do
    local own = sizes[number]
    if 2 * count >= own and 2 * count >= size or count == own then list[#list + 1] = number end
  end
  table.sort(list)
  return list, common
end

--- How near a text is to a label: 1 for the same, 0 for nothing in common. Nil where that is less than `least`.
-- @param common how many characters they have in common
function Index:nearness(text, number, common, least)
  local own = self.characters[number].list
  local size = math.max(#text.list, #own)
  if common / size < least then return nil end
  -- One more than what rounding may cut off.
  local apart = distance(text.list, own, false, math.floor(size * (1 - least)) + 1)
  local near = apart and 1 - apart / size
  return near and near >= least and near or nil
end

return label_index
