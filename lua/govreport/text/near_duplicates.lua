--- Groups of texts that are nearly the same, among very many, without comparing each with each: texts whose signatures
-- share a key are compared (MinHash, keys for rows of it), and only what was compared and found alike is reported.
--
-- What more than a share of all texts have is wording that all take from somewhere, and weighs half: two texts that
-- have nothing else in common are not alike, and two that have everything in common are.

local core = require "govreport.core"

local near_duplicates = {}

-- A key is made of as many rows as leave a pair that is as alike as asked for with no shared key once in a million.
local most_missed = 1e-6
local signature = 128

--- How many numbers of a signature make a key.
function near_duplicates.rows(at_least)
  local rows = 1
  for count = 2, signature // 4 do
    if (1 - at_least ^ count) ^ (signature // count) <= most_missed then rows = count end
  end
  return rows
end

-- ---- sets of groups -----------------------------------------------------------------------------

local function root_of(parents, i)
  while parents[i] ~= i do
    parents[i] = parents[parents[i]]
    i = parents[i]
  end
  return i
end

-- The lower number stands for both.
local function join(parents, i, k)
  i, k = root_of(parents, i), root_of(parents, k)
  parents[math.max(i, k)] = math.min(i, k)
end

-- ---- comparing ----------------------------------------------------------------------------------

--- The likeness of two sets of shingles, 0 to 1.
function near_duplicates.ratio(a, b)
  local common, all = a:overlap(b)
  return all == 0 and 0.0 or common / all
end

-- Texts behind one key that are in one group already: more of them than these would find nothing new.
local most_of_group = 8

-- Compares a text with those that share a key with it, but for those that are in its group already.
local function compare(self, i, keys)
  local mine, parents, weights, seen = self.sets[i], self.parents, self.weights, {}
  for _, key in ipairs(keys) do
    for _, k in ipairs(self.buckets[key] or {}) do
      if not seen[k] and root_of(parents, k) ~= root_of(parents, i) then
        seen[k] = true
        local least, most = math.min(weights[i], weights[k]), math.max(weights[i], weights[k])
        if least >= self.at_least * most then
          self.compared = self.compared + 1
          if near_duplicates.ratio(mine, self.sets[k]) >= self.at_least then join(parents, i, k) end
        end
      end
    end
  end
end

local function remember(self, i, keys)
  for _, key in ipairs(keys) do
    local bucket, of_group = self.buckets[key] or {}, 0
    self.buckets[key] = bucket
    for n = #bucket, math.max(1, #bucket - most_of_group), -1 do
      if root_of(self.parents, bucket[n]) == root_of(self.parents, i) then of_group = of_group + 1 end
    end
    if of_group < most_of_group then bucket[#bucket + 1] = i end
  end
end

-- Gives each set its weights, by how many of the different sets have what.
local function weigh(self, different)
  local shingles = 0
  for _, i in ipairs(different) do shingles = shingles + #self.sets[i] end
  local frequency = core.frequency(shingles)
  for _, i in ipairs(different) do frequency:add(self.sets[i]) end
  local limit = math.max(self.least_common, math.floor(self.common * #different))
  for i, set in ipairs(self.sets) do
    set:weigh(frequency, limit)
    self.weights[i] = set.weight
  end
end

-- The first of equal sets each; the others join it.
local function different_sets(self)
  local first_of, different = {}, {}
  for i, set in ipairs(self.sets) do
    self.parents[i] = i
    local digest = set.digest
    local first = first_of[digest]
    if first then self.parents[i] = first
    else
      first_of[digest] = i
      different[#different + 1] = i
    end
  end
  return different
end

--- Finds the groups of near-identical texts.
-- @param sets list of Shingles, none of them empty; they get weights
-- @param options `at_least` (the likeness of a pair, from 0.3), `common` (the share of texts beyond which what they
-- have in common weighs half), `least_common` (never for fewer texts than this)
-- @return list of groups, the largest first, each a list of numbers of sets in order, of which each is as alike as
-- asked for to some other one; the number of comparisons
function near_duplicates.groups(sets, options)
  local self = {sets = sets, at_least = options.at_least, common = options.common,
                least_common = options.least_common, parents = {}, weights = {}, buckets = {}, compared = 0}
  local different, rows = different_sets(self), near_duplicates.rows(options.at_least)
  weigh(self, different)
  for _, i in ipairs(different) do
    local keys = sets[i]:keys(rows)
    compare(self, i, keys)
    remember(self, i, keys)
  end
  local members, groups = {}, {}
  for i = 1, #sets do
    local root = root_of(self.parents, i)
    members[root] = members[root] or {}
    table.insert(members[root], i)
    if #members[root] == 2 then groups[#groups + 1] = members[root] end
  end
  table.sort(groups, function(a, b)
    if #a ~= #b then return #a > #b end
    return a[1] < b[1]
  end)
  return groups, self.compared
end

return near_duplicates
