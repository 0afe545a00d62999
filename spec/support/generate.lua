--- Random reports of a form, from fixed seeds: what they hold, and the text that a body would write.

local generate = {}

--- A generator of numbers: `random(n)` gives 1 to n, the same for the same seed on every machine.
function generate.random(seed)
  local state = (seed * 2654435761 + 88172645463325252) & 0x7FFFFFFFFFFFFFFF
  return function(n)
    state = state ~ (state << 13)
    state = state ~ ((state >> 7) & 0x01FFFFFFFFFFFFFF)
    state = state ~ (state << 17)
    return ((state >> 11) & 0x1FFFFFFFFFFFFF) % n + 1
  end
end

local places = {"云岭市", "清沅县", "望川区", "松陵州", "白栎市", "南浦镇", "青禾县", "石澜区"}
local organs = {"水务局", "教育局", "文化和旅游局", "交通运输局", "人民政府办公室", "统计局", "民政局", "城市管理局"}
local topics = {"主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"}
local measures = {"条", "件", "场", "篇", "次", "项", "人次", "个"}

local sentences = {
  "本年度通过各类渠道发布信息%d%s。", "累计更新栏目%d%s，群众查阅方便。", "共办理留言%d%s，均按时答复。",
  "全年组织培训%d%s，提升了业务水平。",
}

local function paragraph(random)
  local list = {}
  for _ = 1, random(3) do
    list[#list + 1] = sentences[random(#sentences)]:format(random(3000), measures[random(#measures)])
  end
  return table.concat(list)
end

-- How a number may be printed in an ordinary cell: most often as it is.
local function printed(random, value)
  local style = random(12)
  if style == 1 and value >= 1000 then
    return ("%d,%03d"):format(value // 1000, value % 1000)
  elseif style == 2 then
    return (tostring(value):gsub("%d", function(d) return utf8.char(0xFF10 + tonumber(d)) end))
  end
  return tostring(value)
end

local signed = {
  function(v) return ("+%d"):format(v), v end,
  function(v) return ("-%d"):format(v), -v end,
  function(v) return ("增%d"):format(v), v end,
  function(v) return ("减%d"):format(v), -v end,
  function(v) return ("增加%d"):format(v), v end,
  function() return "持平", 0 end,
  function() return "0", 0 end,
}

local words = {dash = {"—", "-", "/", "——"}, none = {"无"}, not_applicable = {"不适用"}}
local word_states = {"dash", "none", "not_applicable"}

local function cell(random, column)
  if random(25) == 1 then
    local state = word_states[random(#word_states)]
    return {state = state, text = words[state][random(#words[state])]}
  elseif column.signed then
    local text, value = signed[random(#signed)](random(90))
    return {state = "number", text = text, value = value}
  elseif column.decimal and column.label:find("单位", 1, true) then   -- the header has the unit
    local digits = random(4) == 1 and "%d.%06d" or "%d.%02d"
    local text = digits:format(random(9000), random(99))
    local value = text:gsub("0+$", "")
    return {state = "number", text = text, value = value, unit = "万元"}
  elseif column.decimal then
    local value = random(900000)
    return {state = "number", text = value .. "元", value = value, unit = "元"}
  end
  local value = random(3) == 1 and random(20000) or random(60) - 1
  local note = random(30) == 1 and "其中修订" .. random(9) .. "件"
  local text = printed(random, value) .. (note and "（" .. note .. "）" or "")
  return {state = "number", text = text, value = value, note = note or nil}
end

-- Cells of rows that a form prints whole or in parts: never both.
local function is_printed(row, whole)
  return whole and not row.part_of or not whole and not row.split
end

local function prints_whole(random, t)
  for _, row in ipairs(t.rows) do
    if row.split then return random(4) == 1 end
  end
  return true
end

local function cells(random, declared, options)
  local all = {}
  for _, t in ipairs(declared.tables) do
    local whole = prints_whole(random, t)
    for _, row in ipairs(t.rows) do
      -- A row is missing now and then, but no row of a table that is one line.
      if is_printed(row, whole) and (t.across or random(40) > 1) then
        for _, column in ipairs(t.columns) do
          local found = options.blank and random(12) == 1 and {state = "blank", text = ""} or cell(random, column)
          all[t.id .. "." .. row.id .. "." .. column.id] = found
        end
      end
    end
  end
  return all
end

-- ---- sums that hold -----------------------------------------------------------------------------

local function set(all, t, row, column, value)
  all[t.id .. "." .. row .. "." .. column] = {state = "number", text = tostring(value), value = value}
end

-- Fills a column of a table of applications.
local function fill_column(random, all, t, column, whole)
  local concluded, inside = 0, false
  for _, row in ipairs(t.rows) do
    inside = inside or row.id == "granted"
    if row.id == "concluded" then break end
    if inside and is_printed(row, whole) then
      local value = random(3) == 1 and random(60) or 0
      set(all, t, row.id, column, value)
      concluded = concluded + value
    end
  end
  local carried = random(9) - 1
  local brought = random(concluded + carried + 1) - 1
  set(all, t, "received", column, concluded + carried - brought)
  set(all, t, "brought_forward", column, brought)
  set(all, t, "concluded", column, concluded)
  set(all, t, "carried_forward", column, carried)
end

-- Gives the tables with totals cells whose sums hold, in all rows.
local function add_sums(random, declared, all)
  for _, t in ipairs(declared.tables) do
    local whole = t.total and prints_whole(random, t)
    for _, column in ipairs(t.total and t.columns or {}) do
      if t.equations and column.id ~= t.total then fill_column(random, all, t, column.id, whole) end
    end
    for _, row in ipairs(t.total and t.rows or {}) do
      local sum = 0
      for _, column in ipairs(t.columns) do
        local address = t.id .. "." .. row.id .. "." .. column.id
        if not is_printed(row, whole) then
          all[address] = nil
        elseif column.id == t.total then
          set(all, t, row.id, column.id, sum)
        else
          if not t.equations then set(all, t, row.id, column.id, random(20) - 1) end
          sum = sum + all[address].value
        end
      end
    end
  end
  return all
end

--- A random report.
-- @return `{fields, cells, texts}`: values of fields by id, `{state, text, value, unit, note}` by address, prose by
-- part;
-- and the source for `form_text.render`
-- @param options `blank`: some cells are empty, as only pages can show them; `sums`: the sums of tables with totals
-- hold
function generate.report(seed, declared, options)
  options = options or {}
  local random = generate.random(seed)
  local year = declared.years[1] - 1 + random(4)
  local agency = places[random(#places)] .. organs[random(#organs)]
  local day = random(28)
  local model = {
    fields = {
      agency = agency, year = year, title = agency .. year .. "年政府信息公开工作年度报告",
      index_number = ("%09d/%d-%05d"):format(random(999999999), year + 1, random(99999)),
      published_on = ("%d-01-%02d"):format(year + 1, day), dated = ("%d-01"):format(year + 1),
      signed_on = ("%d-01-%02d"):format(year + 1, day), signatory = agency, parts_announced = 6,
      period_start = year .. "-01-01", period_end = year .. "-12-31",
    },
    cells = cells(random, declared, options), texts = {},
  }
  if options.sums then add_sums(random, declared, model.cells) end
  for _, section in ipairs(declared.sections) do model.texts[section.id] = "" end
  local overview = {}
  for i, topic in ipairs(topics) do
    overview[i] = ("（%s）%s\n\n%s"):format(({"一", "二", "三", "四", "五"})[i], topic, paragraph(random))
  end
  model.texts.overview = table.concat(overview, "\n\n")
  model.texts.problems = "一是" .. paragraph(random) .. "二是" .. paragraph(random) .. "全年组织培训，提升了业务水平，群众查阅方便，均按时答复。"
  local nothing = declared.years[1] < 2021 and "无。" or "本年度收取信息处理费0元。"
  model.texts.other = random(2) == 1 and nothing or "本年度未收取信息处理费。"
  local source = {
    head = {
      ("索引号：%s 发布日期：%d年01月%02d日"):format(model.fields.index_number, year + 1, day),
      model.fields.title, ("（%d年1月）"):format(year + 1),
      ("本报告由六部分组成，统计期限自%d年1月1日起至%d年12月31日止。"):format(year, year),
    },
    tail = {agency, ("%d年1月%d日"):format(year + 1, day)},
    text = function(id) return model.texts[id] end,
    cell = function(t, row, column)
      local found = model.cells[t .. "." .. row .. "." .. column]
      return found and found.text
    end,
  }
  return model, source
end

return generate
