--- Lines of facts, `label：value`, several on a line or in cells next to each other: 索引号：a1　发布日期：2021-01-25.
--
-- On the tape no space is left between Chinese characters: where a label that is not known begins, the source tells,
-- in which something stands between it and the value before it.

local lpeg = require "lpeg"
local core = require "govreport.core"
local grammar = require "govreport.text.grammar"

local P, R, S, V, Cc, Cp, Ct = lpeg.P, lpeg.R, lpeg.S, lpeg.V, lpeg.Cc, lpeg.Cp, lpeg.Ct

local fact_lines = {}

local mark, cell = grammar.mark, P"\x1F"
local lead = (grammar.bullet * P" "^0)^-1 * grammar.ordinal^-1

-- What any label may be made of; the longest one, in characters.
local character = grammar.han + R("az", "AZ") + S"()/ "
local of_label = {}   -- by its byte, what is no Chinese one
for byte = 0, 127 do of_label[byte] = character:match(string.char(byte)) ~= nil end
local most_characters = 12
local any_label = #(grammar.han + R("az", "AZ")) * character^-most_characters
-- No colon of a label: that of a time, of an address on the web.
local colon = -lpeg.B(R"09") * P":" * -P"//" + lpeg.B(R"09") * P":" * -R"09"

--- Reads the values of labels. A line may begin with a label that is not among them.
-- @param labels map from field to a list of labels
-- @return a pattern that captures a list of `{id, start, stop, label, behind}`: where the label begins, and whether one
-- that is not known stands in front of it
function fact_lines.pattern(labels)
  local words = {}
  for id, list in pairs(labels) do
    for _, label in ipairs(list) do words[grammar.skeleton(label)] = id end
  end
  local name = grammar.inline_labels(words, true)
  local others = grammar.others(" " .. grammar.first_of(words), mark)
  return P{
    "lines",
    lines   = Ct(((V"line" + grammar.rest) * mark)^0 * V"line"^-1),
    line    = lead * (V"entry" * V"more" + V"unknown" * V"behind" * V"more"),
    more    = (P" "^0 * V"entry")^0,
    -- 单位代码：A12
    unknown = -V"name" * any_label * colon * (others + 1 - mark - V"name")^0,
    behind  = Ct(V"labelled" * lpeg.Cg(Cc(true), "behind")),
    entry   = Ct(V"labelled"),
    labelled = lpeg.Cg(Cp(), "label") * V"name" * P" "^0 * V"next" * P" "^0 * V"value",
    next    = (cell * -(V"name" + S"\x1E\x1D"))^-1,
    value   = Cp() * (others + 1 - mark - P" "^0 * V"name")^0 * Cp(),
    name    = name * (S" )"^0 * ":" + #cell),
    tail    = P(true),
  }
end

-- ---- where labels begin ---------------------------------------------------------------------------

-- The positions of the characters of a label in front of a position of a text, back to a limit, the last one first.
local function characters_before(text, limit, stop)
  local from = math.max(limit, stop - 3 * (most_characters + 1))
  local list, bytes = {}, {text:byte(from, stop - 1)}
  local at = #bytes
  while at > 0 and #list <= most_characters do
    local is_plain = bytes[at] < 0x80
    local first = bytes[is_plain and at or at - 2] or 0
    if not (is_plain and of_label[first] or first >= 0xE4 and first <= 0xE9) then break end
    at = is_plain and at - 1 or at - 3
    list[#list + 1] = from + at
  end
  return list
end

-- Where the characters that begin at some positions, the last one first, begin and end in the source; and behind them
-- where what stands in front of the first of them ends: nil at the beginning of the tape.
local function places_of(document, base, list)
  local begins, ends = {}, {}
  for i, start in ipairs(list) do
    local _
    _, _, begins[i], ends[i] = document:place(base + start, base + (list[i - 1] or start + 1))
  end
  local first = base + list[#list]
  if first > 1 then ends[#list + 1] = select(4, document:place(first - 1, first)) end
  return begins, ends
end

local least_label = 2
local usual = {}
for word in ([[
  电话 联系电话 咨询电话 监督电话 办公电话 手机 手机号 手机号码 传真 邮编 邮政编码 邮箱 电子邮箱 地址 联系地址 通信地址 网址
  填报人 填表人 制表人 经办人 联系人 负责人 单位负责人 审核人 审批人 复核人 统计负责人 填报单位 填报日期 填表日期 报送日期
  报送单位 报告日期 上报日期 编制单位 单位代码 单位名称 机构代码 统一社会信用代码 信息来源 来源 浏览次数 点击数 访问量 字号
  字体 作者 编辑 责任编辑 索引号 发布日期 发布时间 发布机构 成文日期 生成日期 文号 主题词 主题分类 有效性 信息名称 名称 分类
]]):gmatch "%S+" do usual[word] = true end

--- Labels that many reports have, as a set.
fact_lines.usual = usual

-- Where the label begins that ends before a colon: at one that is usual, else behind the widest gap in the source,
-- else where digits or letters end; nil where none of that shows.
local function label_start(document, base, text, limit, at)
  local list, widest, found, longest = characters_before(text, limit, at), 0, nil, nil
  if #list < least_label then return nil end
  local begins, ends = places_of(document, base, list)
  for i, start in ipairs(list) do
    if usual[text:sub(start, at - 1)] then longest = start end
    local before = i >= least_label and start > limit and ends[i + 1]
    local gap = before and begins[i] - before - 1 or 0
    if gap > widest then widest, found = gap, start end
  end
  if longest and (longest > limit) then
    -- 备用联系电话 with a gap in front is a label of its own.
    return found and found < longest and not text:sub(found, longest - 1):find " " and found or longest
  end
  if found then return found end
  for i = #list, least_label, -1 do
    local before = list[i] > limit and text:sub(list[i] - 1, list[i] - 1)
    if before and before:find "[%d%a]" and grammar.han:match(text, list[i]) then return list[i] end
  end
end

-- The positions of the colons of labels in a range of a text.
local function colons(text, start, stop)
  local list, at = {}, text:find(":", start, true)
  while at and at < stop do
    if colon:match(text, at) then list[#list + 1] = at end
    at = text:find(":", at + 1, true)
  end
  return list
end

--- Where a value ends: where another label begins, if one does.
-- @param base what a position of `text` lacks to that on the tape
function fact_lines.value_stop(document, base, text, start, stop)
  for _, at in ipairs(colons(text, start, stop)) do
    local found = label_start(document, base, text, start, at)
    if found then return found end
  end
  return stop
end

-- Whether a label is what it looks like, and not the end of another one: 信息名称 is not 名称.
local function is_whole(document, base, text, entry, before)
  local at = text:find(":", entry.label, true)
  if not (before or entry.behind) or not at or at >= entry[2] then return true end
  local limit = before and before[2] or entry.label
  while not before and limit > 1 and not mark:match(text, limit - 1) do limit = limit - 1 end
  local found = label_start(document, base, text, limit, at)
  return found == entry.label or found == nil and not entry.behind
end

--- The values of labels in a text.
-- @param entries what a pattern of `fact_lines.pattern` captured
-- @param base what a position of `text` lacks to that on the tape
-- @return list of `{id, start, stop}`
function fact_lines.values(document, base, text, entries)
  local list, before = {}, nil
  for _, entry in ipairs(entries) do
    local goes_on = before and core.line_stop(text, before[2]) > entry.label
    if is_whole(document, base, text, entry, goes_on and before) then
      list[#list + 1] = entry
      before = entry
    elseif goes_on then before[3] = entry[3] end
  end
  for i, entry in ipairs(list) do
    list[i] = {entry[1], entry[2], fact_lines.value_stop(document, base, text, entry[2], entry[3])}
  end
  return list
end

-- ---- all labels ---------------------------------------------------------------------------------

local first_label = lead * Cp() * any_label * Cp() * colon
local any_lines = Ct((Ct(Cp() * grammar.rest * Cp()) * mark^1)^0 * Ct(Cp() * grammar.rest * Cp())^-1)

--- Every `label：` of a text: at the beginning of a line, or behind a value.
-- @return list of `{text, start, stop, value = where its value begins, value_stop}`, positions of `text`
function fact_lines.labels(document, base, text)
  local list = {}
  for _, line in ipairs(any_lines:match(text)) do
    local start, stop, from = line[1], line[2], nil
    for _, at in ipairs(colons(text, start, stop)) do
      local label, label_stop
      if not from then
        label, label_stop = first_label:match(text, start)
        if label_stop ~= at then label = nil end
      else label = label_start(document, base, text, from, at) end
      if not from and not label then break end
      if label then
        if from then list[#list].value_stop = label end
        list[#list + 1] = {text = text:sub(label, at - 1), start = label, stop = at, value = at + 1, value_stop = stop}
        from = at + 1
      end
    end
  end
  return list
end

return fact_lines
