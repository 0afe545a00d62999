--- What a page holds beside the report: facts in its head, and chrome: navigation, share bar, related links, footer.

local core = require "govreport.core"
local page_facts = require "govreport.text.page_facts"

local page = {}

--- Takes the facts about the page off the tape, so that no grammar takes them for text; and what the page hides, which
-- stands at its end.
-- @return the tape with line ends in their place; list of `{name, start, stop}`, where the content of each stands
function page.facts(document, tape)
  local facts, pieces, from, hidden = page_facts(document, tape), {}, 1, document.hidden_start
  if hidden <= #tape then tape = tape:sub(1, hidden - 1) end
  if #facts == 0 then return tape, facts end
  for _, fact in ipairs(facts) do
    pieces[#pieces + 1] = tape:sub(from, fact.block - 2)
    pieces[#pieces + 1] = ("\n"):rep(fact.stop - fact.block + 1)
    from = fact.stop
  end
  pieces[#pieces + 1] = tape:sub(from)
  return table.concat(pieces), facts
end

-- A report has more sentences than this: bytes of the paragraphs that hold the end of one.
local least_sentences = 300

--- Whether a page holds next to no sentences.
function page.is_wordless(document)
  local sentences = 0
  for block in document:blocks() do
    local is_sentence = block.kind == "paragraph" and block.text:find("。", 1, true)
    if is_sentence then sentences = sentences + #block.text end
  end
  return sentences < least_sentences
end

-- What the lines below an article begin with, or have in them.
local below = core.words{
  "主办单位", "主办:", "承办单位", "承办:", "版权所有", "网站标识码", "上一篇", "下一篇", "上一条", "下一条", "相关链接", "相关文章", "相关信息",
  "打印本页", "关闭窗口", "关闭本页", "【打印", "[打印", "扫一扫", "分享到", "分享:", "网站地图", "联系我们", "友情链接", "Copyright", "copyright",
  "Produced By", "技术支持", "责任编辑", "附件下载",
}
local inside = core.words{"ICP备", "公网安备", "版权所有", "网站标识码", "Copyright", "All Rights Reserved"}

-- Where the first line of the chrome begins; nil for none.
local function footer_start(text)
  local word = inside:find(text) or #text + 1
  local start = 1
  while start <= #text do
    if below:at(text, start) then return start end
    local stop = core.line_stop(text, start)
    if word < stop then return start end
    start = text:find("[^\v\n\x1C-\x1F]", stop) or #text + 1
  end
end

--- Where the article lies: the smallest division of the page with all of the report's parts, up to the footer.
-- @param first where the first part begins
-- @param last where the last one, or the last table, ends
-- @return start, stop
function page.article(document, tape, first, last, meter)
  local start, stop = document:division(first, last)
  local text = tape:sub(last, stop - 1)
  local foot = footer_start(text)
  meter.steps = meter.steps + #text
  return start, foot and last + foot - 1 or math.min(stop, #tape + 1)
end

return page
