--- What was worked out once and may be asked for again: kept within a bound, whatever comes. What is not kept is worked
-- out anew, so that a cache only holds what follows from its key alone.
--
--   local plans = cache.new(1 << 19)                 -- weights, in whatever unit its user counts
--   local plan = plans:get(key) or plans:put(key, read(key), #key)
-- Two generations: what was asked for since the last change stands in the young one. When that has half of the bound it
-- becomes the old one, and what the old one still had is forgotten.

local cache = {}

local Cache = {}
Cache.__index = Cache

--- An empty cache.
-- @param most the weight of everything in it together
function cache.new(most) return setmetatable({most = most, weight = 0, young = {}, old = {}, weights = {}}, Cache) end

-- The young generation becomes the old one. The weights of what is forgotten are forgotten with it.
local function age(self)
  local weights = {}
  for key in pairs(self.young) do weights[key] = self.weights[key] end
  self.old, self.young, self.weights, self.weight = self.young, {}, weights, 0
end

local function add(self, key, value, weight)
  if self.weight + weight > self.most // 2 then age(self) end
  self.young[key], self.weights[key] = value, weight
  self.weight = self.weight + weight
end

--- What is kept under a key; nil where nothing is.
function Cache:get(key)
  local value = self.young[key]
  if value ~= nil then return value end
  value = self.old[key]
  if value == nil then return nil end
  self.old[key] = nil
  add(self, key, value, self.weights[key])
  return value
end

--- Keeps a value under a key that has none; what outweighs half of the bound is not kept.
-- @param value anything but nil
-- @param weight 1 where it is left out
-- @return the value
function Cache:put(key, value, weight)
  weight = weight or 1
  if weight <= self.most // 2 then add(self, key, value, weight) end
  return value
end

--- How many values are kept.
function Cache:count()
  local count = 0
  for _, generation in ipairs{self.young, self.old} do
    for _ in pairs(generation) do count = count + 1 end
  end
  return count
end

return cache
