--- What a body is, as far as its name alone tells. Where a name can mean two things, nothing is said: a 市 may be a city
-- of its own or one of county level, and an 办事处 may be anybody's.
--
--   type   "government", "office" (of a government), "department", "subdistrict" (街道办事处)
--   level  "national", "province", "city" (设区的市、自治州), "county", "township"
-- A 乡镇 is a government of level "township".

local core = require "govreport.core"

local kind = {}

kind.types = {"government", "office", "department", "subdistrict", "institution"}
kind.levels = {"national", "province", "city", "county", "township"}

local function ends(text, ending) return #text > #ending and text:sub(-#ending) == ending end

local function without(text, ending) return text:sub(1, -#ending - 1) end

local function ends_any(text, endings)
  for _, ending in ipairs(endings) do
    if ends(text, ending) then return ending end
  end
end

-- ---- levels -------------------------------------------------------------------------------------

local municipalities = {["北京市"] = true, ["上海市"] = true, ["天津市"] = true, ["重庆市"] = true}
-- Zones that are called 区 and are none of the state's divisions.
local zones = {"开发区", "高新区", "新区", "园区", "示范区", "管理区", "实验区", "试验区", "保税区", "风景区", "景区", "度假区", "合作区", "保护区",
               "矿区", "功能区", "集聚区", "产业区", "工业区", "经开区", "自贸区", "港区", "库区", "灌区", "垦区", "社区", "校区", "小区",
               "片区", "地区", "市区", "城区", "郊区", "山区", "林区"}
-- The longest ending decides; `false` leaves it open.
local divisions = {
  {"自治区", "province"}, {"特别行政区", false}, {"省", "province"}, {"自治州", "city"}, {"自治县", "county"},
  {"自治旗", "county"}, {"县", "county"}, {"旗", "county"},
}

-- The level of a division of the state, by its name: 清沅县, 云岭市望川区.
local function level_of_place(place)
  if municipalities[place] then return "province" end
  for _, entry in ipairs(divisions) do
    if ends(place, entry[1]) then return entry[2] or nil end
  end
  if ends(place, "区") then return not ends_any(place, zones) and "county" or nil end
  -- 云岭市青川市: a city of another one.
  local outer, inner = place:match("^(.+市)(.+)市$")
  if not outer then outer, inner = place:match("^(.+自治州)(.+)市$") end
  if outer and #inner >= 6 then return "county" end
end

-- ---- types --------------------------------------------------------------------------------------

local townships = {"民族乡", "民族苏木", "乡", "镇", "苏木"}

local function of_government(place)
  if ends_any(place, townships) then return "township" end
  return level_of_place(place)
end

local offices = {"人民政府办公厅", "人民政府办公室", "政府办公厅", "政府办公室"}
-- Bodies that governments from the county up have, and no one else.
local committees = {"发展和改革委员会", "卫生健康委员会", "国有资产监督管理委员会", "民族宗教事务委员会", "住房和城乡建设委员会", "经济和信息化委员会"}

-- Where the last of some endings stops in a name.
local function last_end(name, endings)
  local last = 0
  for _, ending in ipairs(endings) do
    local from = 1
    while true do
      local _, stop = name:find(ending, from, true)
      if not stop then break end
      last, from = math.max(last, stop), stop + 1
    end
  end
  return last
end

local place_endings = {"省", "自治州", "县", "旗", "区"}
-- In these words the characters mean no place.
local no_places = {"市场", "城市"}

-- The place in front of a department's name, where its end shows: 清沅县 of 清沅县教育局.
local function place_of_department(name)
  local stop = last_end(name, place_endings)
  local rest = name:sub(stop + 1)
  for _, word in ipairs(no_places) do rest = rest:gsub(word, "") end
  if last_end(rest, {"市", "盟", "州"}) > 0 and not municipalities[rest:sub(1, 9)] then return nil end
  if stop > 0 then return name:sub(1, stop) end
  return municipalities[name:sub(1, 9)] and name:sub(1, 9) or nil
end

-- What may follow 镇 in the name of a place that is no 镇: 景德镇市, 镇江市.
local after_zhen = {["市"] = true, ["县"] = true, ["区"] = true, ["江"] = true, ["海"] = true}

-- 分局, 南浦镇综合行政执法局: not departments of a government from the county up.
local function is_below(name)
  if name:find("分局", 1, true) or name:find("街道", 1, true) then return true end
  for start, stop in name:gmatch("()镇()") do
    if start > 1 and not after_zhen[name:sub(stop, stop + 2)] then return true end
  end
  return false
end

local function department(name)
  if not (ends(name, "局") or ends(name, "厅") or ends_any(name, committees)) or is_below(name)
     or ends(name, "办公厅") then
    return nil
  end
  local place = place_of_department(name)
  return {type = "department", level = place and level_of_place(place) or nil}
end

--- What a name says of a body.
-- @param name 清沅县人民政府
-- @return `{type, level}`, level nil where it stays open; nil where the name tells nothing
function kind.of_name(name)
  name = core.skeleton(core.fold(name), false)
  if ends(name, "人民政府") then
    return {type = "government", level = of_government(without(name, "人民政府"))}
  end
  local office = ends_any(name, offices)
  if office then return {type = "office", level = of_government(without(name, office))} end
  if ends_any(name, {"街道办事处", "街道"}) then return {type = "subdistrict", level = "township"} end
  return department(name)
end

--- What the name of a report's body says of it.
-- @return as `kind.of_name`; nil for a report without a body
function kind.of(report)
  return report.agency and kind.of_name(report.agency) or nil
end

return kind
