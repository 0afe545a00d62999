--- The title and the parts of an example document.

local lpeg = require "lpeg"
local core = require "govreport.core"
local glossary = require "govreport.draft.glossary"
local grammar = require "govreport.text.grammar"

local outline = {}

-- ---- the document as lines and tables -----------------------------------------------------------

--- The lines of a document and its tables, in order: `{kind = "line", text, line}` and blocks of `document:blocks()`;
-- beside it the texts of the facts about the page.
function outline.items(document)
  local items, page_facts = {}, {}
  for block in document:blocks() do
    if block.kind == "table" then items[#items + 1] = block
    elseif block.kind == "meta" then page_facts[#page_facts + 1] = block.text
    else
      local line = block.line
      for printed in (block.text .. "\n"):gmatch("([^\n]*)\n") do
        local text = printed:gsub("^%s+", ""):gsub("%s+$", "")
        if text ~= "" then items[#items + 1] = {kind = "line", text = text, line = line} end
        line = line + 1
      end
    end
  end
  return items, page_facts
end

-- ---- the title ----------------------------------------------------------------------------------

local organs = {"政府", "办公室", "办公厅", "委员会", "图书馆", "博物馆", "管理局", "局", "厅", "馆", "院", "校", "中心", "站", "所", "公司",
                "街道", "镇", "乡", "县", "区", "市", "省"}
local longest_title = 150
local not_in_title = (1 - (lpeg.S":;" + "。" + "；" + "："))^0 * (lpeg.S":;" + "。" + "；" + "：")

-- Where the name of a body ends that stands in front of other words; 0 where none shows.
local function end_of_body(text)
  for _, organ in ipairs(organs) do
    local _, stop = text:find(organ, 1, true)
    if stop and stop < #text then return stop end
  end
  return 0
end

-- Body, year and the words behind them of 云岭市图书馆2024年度服务年报; nil where a line is no title.
local function parse_title(text)
  if #text > longest_title or not_in_title:match(text) or text:find("月", 1, true) and text:find("日", 1, true) then
    return nil
  end
  local tape = grammar.fold(text):gsub("《", ""):gsub("》", "")
  local before, year, after = tape:match("^(.-)(20%d%d)%s*年(.+)$")
  if not before then return nil end
  after = after:gsub("^度", "")
  if before == "" then
    local stop = end_of_body(after)
    before, after = after:sub(1, stop), after:sub(stop + 1)
  end
  before = before:gsub("关于.*$", "")
  if #grammar.skeleton(after) < 6 then return nil end
  return {agency = before ~= "" and before or nil, year = math.tointeger(tonumber(year)), words = after}
end

--- The first title, `{agency, year, words}`, the body nil where it does not show; and the number of its item, 0 where
-- it is a fact about the page.
function outline.title(items, page_facts)
  for i = 1, math.min(#items, 60) do
    local found = items[i].kind == "line" and parse_title(items[i].text)
    if found then return found, i end
  end
  for _, text in ipairs(page_facts) do
    local found = parse_title((text:gsub("[_|%-].*$", "")))
    if found then return found, 0 end
  end
end

-- ---- parts --------------------------------------------------------------------------------------

local heading = lpeg.C(grammar.numeral) * lpeg.P"、" * lpeg.P" "^0 * lpeg.C(lpeg.P(1)^1)
--- Headings are no longer: bytes.
outline.longest_heading = 100

--- Marks the lines that are headings of parts, 一、二、三、… one after the other.
-- @return list of `{id, title, item}`
function outline.sections(items)
  local sections = {}
  for _, item in ipairs(items) do
    local numeral, title = heading:match(item.kind == "line" and grammar.fold(item.text) or "")
    if numeral and #title <= outline.longest_heading and not title:find("。", 1, true) and not title:find("[:;,]$")
       and core.numeral(numeral) == #sections + 1 then
      item.heading = true
      title = item.text:match("、%s*(.*)$") or title
      sections[#sections + 1] = {label = title, title = title, item = item}
      item.section = sections[#sections]
    end
  end
  glossary.name(sections, "section")
  return sections
end

return outline
