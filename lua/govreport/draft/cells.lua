--- What the cells of an example hold: numbers, words for none, dates, ticks, text; and what that tells of a row or a
-- column.

local lpeg = require "lpeg"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"

local cells = {}

local words = {dash = true, none = true, not_applicable = true}
local boxes = {"□", "☑", "☐", "√", "■", "☒"}

local function has_box(text)
  for _, box in ipairs(boxes) do
    if text:find(box, 1, true) then return true end
  end
  return false
end

-- 是 and 否 beside the boxes, and nothing else.
local function is_flag(text)
  for _, box in ipairs(boxes) do text = text:gsub(box, "") end
  text = text:gsub("%s", "")
  return text == "是否" or text == "有无" or text == "是" or text == "否"
end

--- What a text is: "blank", "number", "word" (for none), "date", "flag", "choice", "text".
function cells.kind(text)
  local tape = grammar.clean(grammar.fold(text))
  if tape:gsub("%s", "") == "" then return "blank" end
  if has_box(tape) then return is_flag(tape) and "flag" or "choice" end
  local state = core.number(tape).state
  if state == "number" then return "number" end
  if words[state] then return "word" end
  return core.date(tape) and "date" or "text"
end

--- Whether a text can stand for a number.
function cells.is_value(text)
  local kind = cells.kind(text)
  return kind == "number" or kind == "word"
end

--- What some cells hold together.
-- @param texts list
-- @return `{type, decimal, signed, many}`: type nil for numbers
function cells.describe(texts)
  local counts, own = {}, {}
  for _, text in ipairs(texts) do
    local kind, tape = cells.kind(text), grammar.fold(text)
    counts[kind] = (counts[kind] or 0) + 1
    if kind == "number" then
      own.decimal = own.decimal or tape:find("%d%.%d") ~= nil or nil
      own.signed = own.signed or tape:find("^[+-]") ~= nil or tape:find("^增") ~= nil or tape:find("^减") ~= nil or nil
    end
  end
  local function only(kind)
    for other in pairs(counts) do
      if other ~= kind and other ~= "blank" and other ~= "word" then return false end
    end
    return counts[kind] ~= nil
  end
  if only "date" then own.type = "date"
  elseif only "flag" then own.type = "flag"
  elseif counts.choice then own.type = "choice"
  elseif counts.text or counts.date or counts.flag then own.type = "text" end
  if own.type then own.decimal, own.signed = nil, nil end
  return own
end

-- 金额（万元） · 本年收费金额（单位：万元） · 访问量(次)
local units = grammar.words{
  "件", "条", "个", "项", "次", "人次", "人", "元", "万元", "亿元", "册", "万册", "天", "日", "小时", "家", "户", "场", "场次",
  "篇", "期", "份", "台", "辆", "套", "批", "宗", "起", "名", "平方米", "公里", "千米", "米", "吨", "万吨", "亩", "公顷", "座",
  "处", "%", "‰", "万人", "万人次", "册次", "万册次",
}
local in_brackets = (1 - lpeg.P"(")^1 * "(" * lpeg.P"单位:"^-1 * lpeg.C(units) * ")" * -1
local stated = (1 - lpeg.P"单位:")^0 * "单位:" * lpeg.C(units)

--- The unit in a label, 金额（万元）; nil where it has none.
function cells.unit_of(label) return in_brackets:match(grammar.clean(grammar.fold(label))) end

--- The unit in a line above a table, 单位：万元; nil where it has none.
function cells.stated_unit(line) return stated:match(grammar.clean(grammar.fold(line))) end

return cells
