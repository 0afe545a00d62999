--- Invented bodies of all kinds that publish reports, each as its reports name it.

local clean_bodies = {}

local cities = {"临溪市", "安澜市", "望北市", "柏川市", "南市河市", "金塔自治州"}
local counties = {"青禾县", "石门坪县", "丰渡县", "南桐县", "白岭自治县", "乌兰旗", "云阳市"}
local districts = {"望川区", "松坪区", "河湾区", "新桥区"}
local towns = {"白石镇", "柳河镇", "大井乡", "枫林镇", "三岔乡"}
local streets = {"柳荫街道", "北关街道", "滨河街道", "和平路街道"}
local bureaux = {"水务局", "教育局", "民政局", "交通运输局", "文化和旅游局", "市场监督管理局", "生态环境局", "统计局",
                 "发展和改革委员会", "卫生健康委员会", "城市管理局", "自然资源和规划局", "住房和城乡建设局", "审计局",
                 "人力资源和社会保障局", "农业农村局", "应急管理局", "医疗保障局", "信访局", "司法局",
                 "政务服务和大数据管理局", "退役军人事务局", "机关事务管理中心", "人民防空办公室", "民族宗教事务局", "财政局", "公安局",
                 "工业和信息化局", "行政审批服务局", "科学技术局"}

local function pick(random, list) return list[random(#list)] end

local function upper_of(random)
  if random(2) == 1 then
    local name = pick(random, counties)
    return name, name:find "旗$" and "旗" or name:find "市$" and "市" or "县"
  end
  return pick(random, districts), "区"
end

-- The place that a body belongs to, as its name begins; no class of patterns, which knows bytes alone.
local function place_of(name)
  local best
  for _, unit in ipairs{"县", "市", "区", "州", "旗"} do
    local _, last = name:find(unit, 1, true)
    if last and (not best or last < best) then best = last end
  end
  return best and name:sub(1, best) or cities[1]
end

local function own_word(bureau)
  return bureau:find "委员会$" and "我委" or bureau:find "办公室$" and "我办" or bureau:find "中心$" and "我中心" or "我局"
end

local kinds = {}

function kinds.city(random)
  local name = pick(random, cities)
  local unit = name:find "州$" and "州" or "市"
  return {name = name .. "人民政府", own = "我" .. unit, whole = "全" .. unit, scale = "many", is_government = true,
          makes_rules = true}
end

function kinds.county(random)
  local name, unit = upper_of(random)
  return {name = (random(2) == 1 and pick(random, cities) or "") .. name .. "人民政府", own = "我" .. unit,
          whole = "全" .. unit, scale = "many", is_government = true}
end

function kinds.office(random)
  local name = random(2) == 1 and upper_of(random) or pick(random, cities)
  return {name = name .. "人民政府办公室", own = "我办", scale = "some"}
end

function kinds.city_bureau(random)
  local bureau = pick(random, bureaux)
  return {name = pick(random, cities) .. bureau, own = own_word(bureau), scale = "some"}
end

function kinds.bureau(random)
  local bureau = pick(random, bureaux)
  return {name = (random(3) == 1 and pick(random, cities) or "") .. upper_of(random) .. bureau,
          own = own_word(bureau), scale = pick(random, {"none", "few", "some"})}
end

function kinds.town(random)
  local town = pick(random, towns)
  local unit = town:find "镇$" and "镇" or "乡"
  local front = pick(random, {"", upper_of(random), pick(random, cities) .. upper_of(random)})
  return {name = front .. town .. "人民政府", own = "我" .. unit, whole = "全" .. unit, is_government = true,
          scale = pick(random, {"none", "none", "few"})}
end

function kinds.street(random)
  local front = pick(random, {pick(random, districts), pick(random, cities) .. pick(random, districts)})
  return {name = front .. pick(random, streets) .. "办事处", own = pick(random, {"我街道", "街道", "我办事处"}),
          scale = pick(random, {"none", "few"})}
end

function kinds.zone(random)
  return {name = pick(random, cities) .. pick(random, {"经济开发区", "高新技术产业开发区"}) .. "管理委员会",
          own = "管委会", scale = "few"}
end

function kinds.vertical(random)
  local city = pick(random, cities)
  return {name = pick(random, {"国家税务总局" .. city .. "税务局", city .. "气象局", city .. "公安局望川分局",
                               city .. "生态环境局青禾分局"}), own = "我局", scale = "few"}
end

local order = {"city", "county", "office", "city_bureau", "bureau", "bureau", "bureau", "town", "town", "street",
               "zone", "vertical"}

--- A body: `{name, own, whole, upper, scale, is_government, makes_rules}`; `own` is how it speaks of itself, `whole` of
-- its place, nil where it has none; `upper` is the place that it belongs to.
function clean_bodies.new(random)
  local body = kinds[pick(random, order)](random)
  body.upper = place_of(body.name)
  return body
end

return clean_bodies
