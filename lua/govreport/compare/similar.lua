--- Near-identical parts among many reports: who copied from whom, or all from one text.
--
-- Compared is the text of a part without what is a body's own: its name, its place, its years, its numbers. What more
-- than a fifth of all reports have there is prescribed or taken from a pattern, and weighs half.

local near_duplicates = require "govreport.text.near_duplicates"
local core = require "govreport.core"
local keys = require "govreport.base.keys"
local sentences = require "govreport.text.sentences"

local similar = {}

--- The parts that are compared where no others are asked for: those in the body's own words.
similar.parts = {"overview", "problems", "other"}

--- What its options may hold: types by key.
similar.option_keys = {parts = "table", at_least = "number", shortest = "integer", common = "number"}
local defaults = {at_least = 0.8, shortest = 100, common = 0.2}
-- Few reports have a pattern in common only if most of them do: never for fewer than this.
local least_common = 10

-- ---- the text of a part -------------------------------------------------------------------------

local place_end = {["省"] = true, ["市"] = true, ["县"] = true, ["区"] = true, ["州"] = true, ["旗"] = true, ["盟"] = true,
                   ["镇"] = true, ["乡"] = true}

-- The places in a body's name, the organ behind them: 云岭市望川区水务局.
local function parts_of_name(name)
  local places, from, start = {}, 1, 1
  for position, character in name:gmatch("()([%z\1-\127\194-\244][\128-\191]*)") do
    if place_end[character] and position - from >= 6 then
      places[#places + 1] = name:sub(from, position + #character - 1)
      from = position + #character
    end
    start = position
  end
  return places, from <= start and name:sub(from) or ""
end

-- Words that name the body, the longest first, and what stands for them.
local function own_words(agency)
  local words = {}
  if not agency or agency == "" then return words end
  local name = sentences.key(core.fold(agency))
  local places, organ = parts_of_name(name)
  words[1] = {name, "本机关"}
  if #organ >= 9 then words[#words + 1] = {organ, "本机关"} end
  for _, place in ipairs(places) do
    words[#words + 1] = {place, "本地"}
    words[#words + 1] = {place:match("^(.*)[\194-\244][\128-\191]*$"), "本地"}
  end
  return words
end

local function replace(text, from, to)
  local pieces, at = {}, 1
  while true do
    local start, stop = text:find(from, at, true)
    if not start then break end
    pieces[#pieces + 1] = text:sub(at, start - 1) .. to
    at = stop + 1
  end
  if at == 1 then return text end
  return table.concat(pieces) .. text:sub(at)
end

-- The sentences of a report by part, in document order, with the body's own words replaced.
local function by_part(report)
  local words, list = own_words(report.agency), {}
  for _, found in ipairs(sentences.of(report, report.year)) do
    if not found.section then
      local key = found.key
      for _, word in ipairs(words) do key = replace(key, word[1], word[2]) end
      list[found.part] = list[found.part] or {}
      table.insert(list[found.part], {key = key, sentence = found})
    end
  end
  return list
end

local function text_of(list)
  local texts = {}
  for i, item in ipairs(list or {}) do texts[i] = item.key end
  return table.concat(texts)
end

-- ---- collecting ---------------------------------------------------------------------------------

local Collection = {}
Collection.__index = Collection

local function check_parts(parts)
  for _, id in ipairs(parts) do
    if type(id) ~= "string" then error("options of similar: 'parts' must be a list of ids", 3) end
  end
  return parts
end

--- Begins a collection of reports.
-- @param options `parts` (ids; see `similar.parts`), `at_least` (likeness from 0.3 to 1; 0.8), `shortest` (characters
-- below which a part is not compared; 100), `common` (the share of reports beyond which what they have in common weighs
-- half; 0.2)
function similar.new(options)
  options = keys.check(options or {}, similar.option_keys, {}, "options of similar")
  local self = setmetatable({parts = check_parts(options.parts or similar.parts), names = {}, items = {}}, Collection)
  for name, default in pairs(defaults) do self[name] = options[name] or default end
  if self.at_least < 0.3 or self.at_least > 1 then error("options of similar: 'at_least' must be 0.3 to 1", 2) end
  for _, id in ipairs(self.parts) do self.items[id] = {} end
  return self
end

--- Adds a report. It may be closed afterwards: only what its parts consist of is kept.
-- @param name by which `groups` asks for the report again
function Collection:add(report, name)
  local number, list = #self.names + 1, by_part(report)
  self.names[number] = name
  for _, id in ipairs(self.parts) do
    local text = text_of(list[id])
    if utf8.len(text) >= self.shortest then
      table.insert(self.items[id], {report = number, shingles = core.shingles(text)})
    end
  end
end

-- ---- groups -------------------------------------------------------------------------------------

local function place_of(sentence)
  local text, place = sentences.source(sentence)
  place.text = text
  return place
end

-- Reads a member's report again; what `use` gives.
local function with_sentences(id, member, open, use)
  local report, close = open(member.report)
  if not report then return nil end
  local result = use(by_part(report)[id] or {}, report)
  if close then close() end
  return result
end

-- The sentence is looked for in so many members of a group.
local most_searched = 20

-- How many of the first members have which sentence, each counted once.
local function count_sentences(id, members, open)
  local counts, order = {}, {}
  for i = 1, math.min(#members, most_searched) do
    with_sentences(id, members[i], open, function(list)
      local own = {}
      for _, item in ipairs(list) do
        if not own[item.key] and item.sentence.whole then
          own[item.key] = true
          if not counts[item.key] then order[#order + 1] = item.key end
          counts[item.key] = (counts[item.key] or 0) + 1
        end
      end
    end)
  end
  return counts, order
end

-- The sentence that shows best what the members share: long, and in many of them.
local function shared_sentence(id, members, open)
  local counts, order = count_sentences(id, members, open)
  local best, most = nil, 0
  for _, key in ipairs(order) do
    local score = counts[key] * #key
    if counts[key] > 1 and score > most then best, most = key, score end
  end
  return best
end

-- Tells of each member who it is, and where it has the sentence.
local function describe(id, members, open)
  local best = shared_sentence(id, members, open)
  for _, member in ipairs(members) do
    with_sentences(id, member, open, function(list, report)
      member.agency, member.year, member.title = report.agency, report.year, report.title
      for _, item in ipairs(list) do
        if item.key == best then member.place = place_of(item.sentence) break end
      end
    end)
  end
end

-- The likeness with three places, rounded down: 1 is for sets that are equal.
local function likeness(a, b)
  local common, all = a:overlap(b)
  return core.ratio(common * 1000 // all, 1000, 3)
end

local function make_group(self, id, sets, numbers, open)
  local members, items = {}, self.items[id]
  for i, number in ipairs(numbers) do
    local report = items[number].report
    members[i] = {report = report, name = self.names[report], ratio = likeness(sets[numbers[1]], sets[number])}
  end
  describe(id, members, open)
  return {part = id, members = members}
end

local Groups = {__name = "govreport.SimilarGroups", __metatable = "govreport.SimilarGroups"}
function Groups.__tostring() return Groups.__name end

--- The groups of reports of which a part is nearly the same.
-- @param open function(number) -> Report, function that closes it or nil: the reports of a group are read once more for
-- the sentence that they share; numbers are those in the order of adding
-- @return list of `{part, members}`, the largest groups of a part first; a member is `{report, name, ratio, agency,
-- year, title, place}`: `ratio` is the likeness to the first one, `place` is where the shared sentence stands, with
-- its `text`, nil where the member has it in other words. The list has also `reports`, how many were compared, and
-- `at_least`
function Collection:groups(open)
  local list = setmetatable({reports = #self.names, at_least = self.at_least}, Groups)
  self.compared = 0
  for _, id in ipairs(self.parts) do
    local sets = {}
    for i, item in ipairs(self.items[id]) do sets[i] = item.shingles end
    local groups, compared = near_duplicates.groups(sets, {at_least = self.at_least, common = self.common,
                                                 least_common = least_common})
    self.compared = self.compared + compared
    for _, numbers in ipairs(groups) do list[#list + 1] = make_group(self, id, sets, numbers, open) end
  end
  return list
end

--- Finds near-identical parts among reports.
-- @param reports list of Reports
-- @param options see `similar.new`
-- @return list of groups; see `Collection:groups`; `name` is the number of the report in the list
function similar.run(reports, options)
  local collection = similar.new(options)
  for i, report in ipairs(reports) do collection:add(report, i) end
  return collection:groups(function(number) return reports[number] end)
end

return similar
