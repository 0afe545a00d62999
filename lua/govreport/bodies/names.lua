--- Whether two names are those of one body. A body may be written with or without the city or county that it belongs to
-- in front: 青河区水务局, 云岭市青河区水务局.

local core = require "govreport.core"

local names = {}

--- How names are compared: width, script, spaces and brackets do not matter.
function names.fold(name) return core.skeleton(core.fold(name), false) end

-- ---- places in front ----------------------------------------------------------------------------

local place_endings = {["省"] = true, ["市"] = true, ["县"] = true, ["区"] = true, ["州"] = true, ["盟"] = true,
                       ["旗"] = true, ["镇"] = true, ["乡"] = true, ["道"] = true}
-- The ending and what stands beside it are no place: 城市管理局, 市区, 社区, 城镇, 道路.
local no_places = {"城市", "城乡", "城镇", "社区", "校区", "乡村", "乡镇", "道路", "区域", "市场", "州际"}
-- Of these names alone nobody knows whose they are.
local bare = {["人民政府"] = true, ["政府"] = true, ["办事处"] = true, ["街道办事处"] = true, ["管理委员会"] = true, ["管委会"] = true,
              ["人民政府办公室"] = true, ["人民政府办公厅"] = true, ["政府办公室"] = true, ["政府办公厅"] = true, ["办公室"] = true,
              ["办公厅"] = true, ["委员会"] = true, ["管理局"] = true, ["分局"] = true}
local least_place, least_body = 6, 9   -- bytes: 沛县; 水务局

-- Whether a place may end behind a position.
local function ends_place(name, stop)
  local ending = name:sub(stop - 2, stop)
  if not place_endings[ending] or ending == "道" and name:sub(stop - 5, stop) ~= "街道" then return false end
  for _, word in ipairs(no_places) do
    if name:sub(stop - 5, stop) == word or name:sub(stop - 2, stop + 3) == word then return false end
  end
  return true
end

--- The places in front of a folded name: 云岭市青河区 of 云岭市青河区水务局; of 石门镇 itself. nil where there are none.
function names.place(name)
  for stop = #name, least_place, -3 do
    if ends_place(name, stop) then return name:sub(1, stop) end
  end
end

--- What is left of a folded name without the places in front, one after the other, as long as a place is left: 青河区水务局
-- of 云岭市青河区水务局. 水务局 alone may be any.
-- @return list, the longest first
function names.shorter(name)
  local list = {}
  for stop = least_place, #name - least_body, 3 do
    local rest = name:sub(stop + 1)
    if ends_place(name, stop) and names.place(rest) then list[#list + 1] = rest end
  end
  return list
end

local function is_shorter(short, long)
  if #short >= #long or long:sub(-#short) ~= short then return false end
  return #short >= least_body and #long - #short >= least_place and ends_place(long, #long - #short)
         and not bare[short]
end

--- Whether two names are those of one body, written with and without places in front.
function names.same(a, b)
  a, b = names.fold(a), names.fold(b)
  return a == b or is_shorter(a, b) or is_shorter(b, a)
end

-- ---- many names ---------------------------------------------------------------------------------

--- For the short names of some bodies the long one that each stands for, where only one body can be meant: 青河区水务局
-- beside 云岭市青河区水务局 and 松陵市青河区水务局 is neither.
-- @param list names
-- @return map from folded names to folded names; false where there are several
function names.by_short(list)
  local longest = {}
  for _, name in ipairs(list) do
    local long = names.fold(name)
    for _, short in ipairs(names.shorter(long)) do
      local other = longest[short]
      if other == nil or other and is_shorter(other, long) then longest[short] = long
      elseif other and other ~= long and not is_shorter(long, other) then longest[short] = false end
    end
  end
  return longest
end

--- Tells among many names which are those of one body.
-- @param list names
-- @return function(name) -> the folded name of its body
function names.keys(list)
  local longest = names.by_short(list)
  return function(name)
    local key = names.fold(name)
    return longest[key] or key
  end
end

return names
