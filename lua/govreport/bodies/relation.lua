--- How two bodies are related, by their names alone. A report names many that are not its author: those above that ask
-- for something, those below that were counted. One of the same kind and rank that does in it what only the author does
-- was copied with somebody else's text.

local core = require "govreport.core"
local names = require "govreport.bodies.names"
local predecessor = require "govreport.bodies.predecessor"

local relation = {}

-- ---- what a name says ---------------------------------------------------------------------------

local function ends(name, ending) return #name > #ending and name:sub(-#ending) == ending end

local classes = {
  {"人民政府办公厅", "office"}, {"人民政府办公室", "office"}, {"政府办公厅", "office"}, {"政府办公室", "office"},
  {"人民政府", "government"}, {"街道办事处", "township"}, {"街道", "township"}, {"镇", "township"}, {"乡", "township"},
  {"局", "department"}, {"厅", "department"}, {"委员会", "department"}, {"委", "department"}, {"中心", "department"},
}
-- Committees of the party.
local parties = {"省委", "市委", "县委", "区委", "州委", "旗委", "盟委", "党委", "工委"}
local ranks = {["省"] = 4, ["市"] = 3, ["州"] = 3, ["盟"] = 3, ["县"] = 2, ["区"] = 2, ["旗"] = 2, ["镇"] = 1, ["乡"] = 1,
               ["道"] = 1}

-- What a name says: `{class, rank}`; nil where it is no full name of a body.
local function kind_of(name)
  for _, party in ipairs(parties) do
    if ends(name, party) then return nil end
  end
  local place = names.place(name)
  if not place then return nil end
  for _, entry in ipairs(classes) do
    if ends(name, entry[1]) then
      local rank = ranks[place:sub(-3)]
      local is_township = entry[2] == "government" and rank == 1
      return {class = is_township and "township" or entry[2], rank = rank}
    end
  end
end

-- 市卫健委 of 云岭市卫生健康委员会: all characters, in order.
local function is_short_for(short, long)
  local at = 1
  for _, code in utf8.codes(short, true) do
    local _, stop = long:find(utf8.char(code), at, true)
    if not stop then return false end
    at = stop + 1
  end
  return true
end

-- 云岭市人民政府 of 云岭市人民政府办公室.
local function without_office(name)
  local own = name
  for _, office in ipairs{"办公厅", "办公室"} do
    if ends(own, office) then own = own:sub(1, -#office - 1) end
  end
  return ends(own, "政府") and own or name
end

-- 石门镇 of 石门镇人民政府.
local function without_government(name)
  for _, ending in ipairs{"人民政府", "办事处"} do
    if ends(name, ending) then return name:sub(1, -#ending - 1) end
  end
  return name
end

local function begins(name, start) return name:sub(1, #start) == start end

-- Whether two names may be those of one body, of a body and a part of it, or of a government and its office.
local function is_one(a, b)
  local short, long = a, b
  if #short > #long then short, long = long, short end
  if begins(long, short) or is_short_for(short, long) then return true end
  a, b = without_government(without_office(a)), without_government(without_office(b))
  return a == b or names.same(a, b)
end

--- Whether a body is another one of the same kind.
-- @param own, other names
-- @param register Units, whose aliases count; nil or false for none
-- @return "one" where they are, or may be, the same body, or a body and its office; "peer" where the other is of the
-- same kind and rank; "stranger" where it is of the same kind alone; nil where the names do not tell
function relation.of(own, other, register)
  if predecessor.same_body(own, other, register) then return "one" end
  own, other = names.fold(own), names.fold(other)
  if is_one(own, other) then return "one" end
  local mine, theirs = kind_of(own), kind_of(other)
  if not mine or not theirs or mine.class ~= theirs.class then return nil end
  return mine.rank == theirs.rank and "peer" or "stranger"
end

-- How a text may name a body: with and without the city or county in front; 石门镇 for its government.
local function forms_of(name)
  local list = {name, table.unpack(names.shorter(name))}
  for i = 1, #list do
    local place = without_government(list[i])
    local found = kind_of(place)
    if place ~= list[i] and found and found.class == "township" then list[#list + 1] = place end
  end
  return list
end

--- Whether a text names a body.
function relation.is_named(text, name)
  text = core.fold(text)
  for _, form in ipairs(forms_of(names.fold(name))) do
    if text:find(form, 1, true) then return true end
  end
  return false
end

return relation
