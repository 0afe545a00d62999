--- Fees: 行政事业性收费 in part two, and 信息处理费, which the form of 2021 has stated in part six.

local core = require "govreport.core"
local article = require "govreport.text.article"

local notice = "国办公开办函〔2021〕30号附件（第六部分说明）"
local of_2021 = {"cn_disclosure_2021"}
local fee_rates = "国办函〔2020〕109号《政府信息公开信息处理费管理办法》"

-- ---- statements about 信息处理费 ----------------------------------------------------------------

-- Behind these words no fee was taken.
local denials = {"未", "没有", "无", "免", "不收", "不存在", "为零", "为0", "零元"}
-- Money for other things may stand in the same sentence.
local other_costs = {"邮寄", "复印", "复制", "检索", "成本", "退", "减免", "标准", "每件", "/件", "/页", "每页"}

local function in_title(text, at)
  local open = text:sub(math.max(1, at - 120), at - 1):match("^.*()《")
  local close = text:sub(math.max(1, at - 120), at - 1):match("^.*()》")
  return open ~= nil and (not close or close < open)
end

-- 400元, 0.04万元 as an amount in yuan; nil where no single amount stands in the clause.
local function amount_of(clause)
  local found
  for digits, unit in clause:gmatch("(%d[%d,]*%.?%d*)([^%d,.]?[\x80-\xBF]*[^%d,.]?[\x80-\xBF]*)") do
    local factor = unit:find("^万元") and 10000 or unit:find("^元") and 1
    if factor then
      if found then return nil end
      found = tonumber((digits:gsub(",", ""))) * factor
    end
  end
  return found and (math.tointeger(found) or found)
end

-- What a sentence says of the fee: "amount" and yuan, "none", or "mentioned".
local function statement(text, at)
  local start, stop = article.sentence(text, at)
  local clause = text:sub(start, stop - 1)
  local amount = not article.has(clause, other_costs) and amount_of(clause) or nil
  if amount and amount > 0 then return "amount", amount, start, stop end
  if amount == 0 or article.has(clause, denials) then return "none", nil, start, stop end
  return "mentioned", nil, start, stop
end

-- Where 处理费 begins, of 信息处理费 or 信息公开处理费, by the place of its last two characters: a reader of bytes finds
-- these faster.
local rare_word, names_before = "理费", {"信息处", "信息公开处"}
local fee_names = {"信息处理费", "信息公开处理费"}

local function is_fee(text, at)
  for _, name in ipairs(names_before) do
    if text:sub(at - #name, at - 1) == name then return true end
  end
  return false
end

-- The start of the part that a position is in: its heading, and the line's break behind it, are no part of a sentence.
local function part_start(body, at)
  for _, range in pairs(body.parts) do
    if at >= range.start and at < range.stop then return range.start end
  end
  return 1
end

-- All sentences of the report that speak of the fee, in order: `{kind, amount, start, stop, in_six}`.
local function find_statements(context)
  local body, list, last = article.of(context), {}, 0
  local text, six = body.text, body.parts.other
  for at in article.each(text, rare_word, body.start, body.stop) do
    if at >= last and is_fee(text, at) then
      local kind, amount, start, stop = statement(text, at)
      start = text:find("[^\v]", math.max(start, part_start(body, at)))
      -- Elsewhere the title of the rules about the fee says nothing of it.
      local in_six = six ~= nil and at >= six.start and at < six.stop
      if in_six or kind ~= "mentioned" or not in_title(text, at) then
        list[#list + 1] = {kind = kind, amount = amount, start = start, stop = stop, in_six = in_six}
        last = stop
      end
    end
  end
  return list
end

local function statements(context)
  return context:once("fee_statements", function() return find_statements(context) end)
end

-- ---- rules --------------------------------------------------------------------------------------

-- What part six says in place of the fee.
local function wrong_words(text)
  if text:find("行政事业性收费", 1, true) then return "confused", "warning" end
  if article.has(text, {"费用", "收费", "收取"}) then return "unclear", "info" end
end

local function processing_fee(context)
  local six = context:section "other"
  if not six or context:is_cut_in "other" then return end
  local elsewhere
  for _, found in ipairs(statements(context)) do
    if found.in_six then return end
    if found.kind == "amount" then return end            -- told as a contradiction
    if found.kind == "none" then elsewhere = elsewhere or found end
  end
  local text = article.part(context, "other")
  local message, severity = wrong_words(text)
  if elsewhere and message ~= "confused" then message, severity = "elsewhere", "info" end
  context:finding{message = message or "missing", severity = severity, places = {six},
                  fields = {part = context:part_name "other"}}
end

local function part_of(context, position)
  local names, parts = context.form.declared.sections, article.of(context).parts
  for _, declared in ipairs(names) do
    local range = parts[declared.id]
    if range and position >= range.start and position < range.stop then return context:part_name(declared.id) end
  end
  return {zh = "引言", en = "the preface"}
end

local function place_of(context, found) return article.place(context, found.start, found.stop) end

-- Part six says 无 or that nothing was taken, and another sentence gives an amount.
local function contradiction(context)
  local six = context:section "other"
  if not six then return end
  local inside, outside
  for _, found in ipairs(statements(context)) do
    if found.in_six and (not inside or inside.kind == "mentioned") then inside = found end
    if not found.in_six and found.kind == "amount" then outside = outside or found end
  end
  if not outside then return end
  local fields = {part = context:part_name "other", other = part_of(context, outside.start),
                  amount = outside.amount}
  if not inside then
    context:finding{message = six.state == "text" and "missing" or "empty", places = {six, place_of(context, outside)},
                    actual = outside.amount, fields = fields}
  elseif inside.kind == "none" then
    context:finding{message = "none", places = {place_of(context, inside), place_of(context, outside)},
                    actual = outside.amount, fields = fields}
  end
end

-- Each fee is a multiple of 10 yuan, and so is their sum.
local function rate(context)
  for _, found in ipairs(statements(context)) do
    if found.kind == "amount" and found.amount % 10 ~= 0 then
      context:finding{places = {place_of(context, found)}, actual = found.amount, fields = {amount = found.amount}}
      return
    end
  end
end

local function amount_cells(context)
  local column = context:declared_column("fees", "amount")
  return column and context.report.tables.fees:cell("administrative_fees", "amount"), column
end

-- A number with 元 behind it in the column of 万元. A header that was changed to 元 agrees with it.
local function unit(context)
  local cell = amount_cells(context)
  if not cell or cell.unit ~= "元" or not cell.value or not cell.raw:find("元", 1, true) then return end
  local tape = context.report.document.tape
  if tape:find("单位:元", 1, true) or tape:find("金额(元)", 1, true) then return end
  context:finding{cells = {cell}, actual = cell.value,
                  fields = {place = context:table_name "fees", row = context:row_label("fees", cell.row),
                            raw = cell.raw}}
end

-- Between these bounds the ratio of two years looks like 10000.
local least_slip, most_slip = 5000, 20000

local function magnitude(context)
  local previous = context.previous
  if not previous or previous.form ~= context.report.form then return end
  local cell = amount_cells(context)
  local before = cell and previous.tables.fees:cell("administrative_fees", "amount").value
  if not before or not cell.value or before <= 0 or cell.value <= 0 then return end
  local up = cell.value >= before * least_slip and cell.value <= before * most_slip
  local down = before >= cell.value * least_slip and before <= cell.value * most_slip
  if not up and not down then return end
  local suspected = up and core.ratio(cell.value, 10000, 6) or nil   -- yuan, as 万元
  context:finding{message = up and "up" or "down", cells = {cell}, expected = suspected or before, actual = cell.value,
                  fields = {place = context:table_name "fees", row = context:row_label("fees", cell.row),
                            value = cell.value, before = before, suspected = suspected}}
end

return {
  {
    id = "fees.processing_fee", severity = "warning", basis = notice,
    title = {zh = "第六部分报告信息处理费收取情况", en = "part six tells of the fees for processing"},
    message = {
      missing = {zh = "{part}未报告信息处理费收取情况，请核实后补充；未收取的写明“本年度未收取信息处理费”。",
                 en = "{part} does not tell whether fees for processing information (信息处理费) were taken; please verify "
                      .. "and add it, also where there were none."},
      confused = {zh = "{part}报告的是行政事业性收费，未报告信息处理费收取情况；两者不是同一项收费，请核实后补充信息处理费收取情况，"
                       .. "未收取的写明“本年度未收取信息处理费”。",
                  en = "{part} tells of administrative fees (行政事业性收费), which are not the fees for processing "
                       .. "information (信息处理费); please verify and add these."},
      unclear = {zh = "{part}提到收费，但未写明是否为信息处理费，宜写明“信息处理费”的收取情况。",
                 en = "{part} speaks of fees and does not name them as fees for processing information (信息处理费); "
                      .. "please name them."},
      elsewhere = {zh = "信息处理费收取情况未写在{part}，按规定格式应在该部分报告，宜移至该部分。",
                   en = "the fees for processing information are told elsewhere; the form has them in {part}; please "
                        .. "move them."},
    },
    forms = of_2021, check = processing_fee,
  },
  {
    id = "fees.contradiction", severity = "warning", basis = notice,
    title = {zh = "信息处理费前后表述一致", en = "the fees for processing are the same throughout"},
    message = {
      empty = {zh = "{part}填“无”，{other}称收取信息处理费{amount}元，请核实后在{part}如实报告。",
               en = "{part} says nothing, {other} tells of {amount} yuan taken as fees for processing information; "
                    .. "please verify, and tell them in {part}."},
      missing = {zh = "{part}未报告信息处理费，{other}称收取信息处理费{amount}元，请核实后在{part}如实报告。",
                 en = "{part} does not tell of the {amount} yuan of fees for processing information in {other}; "
                      .. "please verify, and tell them there."},
      none = {zh = "{part}称未收取信息处理费，{other}称收取信息处理费{amount}元，请核实并统一。",
              en = "{part} says that no fees for processing information were taken, {other} tells of {amount} yuan; "
                   .. "please verify which holds."},
    },
    forms = of_2021, needs = {words = fee_names}, check = contradiction,
  },
  {
    id = "fees.rate", severity = "info", basis = fee_rates,
    title = {zh = "信息处理费金额符合收费标准", en = "the fees fit the rates"},
    message = {zh = "信息处理费{amount}元不是10元的整数倍；按件、按页计收的标准均为10元的整数倍，如金额有误请更正。",
               en = "{amount} yuan of fees for processing information; by the rates every fee is a multiple of 10; "
                    .. "please correct it if it is wrong."},
    forms = of_2021, needs = {words = fee_names}, check = rate,
  },
  {
    id = "fees.unit", severity = "warning", basis = "国办公开办函〔2021〕30号附件（第二部分表格）", tables = {"fees"},
    title = {zh = "收费金额以万元为单位", en = "fees are in units of ten thousand yuan"},
    message = {zh = "{place}“{row}”填“{raw}”，该列单位为万元，请核实后换算为万元填写。",
               en = "{place}, “{row}”: “{raw}” in a column of 万元 (ten thousand yuan); please verify and convert it."},
    check = unit,
  },
  {
    id = "fees.magnitude", severity = "warning", basis = "提示", tables = {"fees"},
    title = {zh = "收费金额与上年相比没有单位误用的迹象", en = "the amount of fees is of last year's magnitude"},
    message = {
      up = {zh = "{place}“{row}”填{value}，表头单位为“万元”，上一年度报告为{before}万元，相差约一万倍，所填数值疑以“元”计，应为{suspected}万元，请核实。",
            en = "{place}, “{row}”: {value} under a header in 万元, last year {before}: ten thousand times as much; it "
                 .. "seems to be in yuan, {suspected} in 万元; please verify."},
      down = {zh = "{place}“{row}”填{value}万元，上一年度报告为{before}万元，相差约一万倍，请核实两年所用的单位。",
              en = "{place}, “{row}”: {value} (in 万元), last year {before}: ten thousand times as little; please verify "
                   .. "the units of both years."},
    },
    needs = {previous = true},
    check = magnitude,
  },
}
