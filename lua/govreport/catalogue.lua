--- All messages that the project itself has, in Chinese and English. Rules bring their own, in the same form: a text
-- with named fields in braces. A message is never put together from pieces at the call.

local catalogue = {}

catalogue.languages = {"zh", "en"}

local messages = {
  -- What bad input is told. Fields: path, line, byte, actual, limit, detail.
  ["io.missing"] = {
    zh = "{path}：文件或文件夹不存在，请核对路径。",
    en = "{path}: no such file or folder."},
  ["io.unreadable"] = {
    zh = "{path}：无法读取（{detail}）。",
    en = "{path}: cannot be read ({detail})."},
  ["io.unwritable"] = {
    zh = "无法写出结果（{detail}）。", en = "the output cannot be written ({detail})."},
  ["io.no_reports"] = {
    zh = "{path}：文件夹中没有可读取的报告（支持扩展名：{detail}）。",
    en = "{path}: the folder holds no reports (extensions read: {detail})."},
  ["limit.input"] = {
    zh = "{path}：文件大小{actual}字节，超过上限{limit}字节。",
    en = "{path}: {actual} bytes, more than the limit of {limit}."},
  ["limit.memory"] = {
    zh = "{path}：处理所需内存超过上限{limit}字节。",
    en = "{path}: needs more memory than the limit of {limit} bytes."},
  ["limit.items"] = {
    zh = "{path}：同类项目数量超过上限。",
    en = "{path}: more items of one kind than the limit."},
  ["input.empty"] = {
    zh = "{path}：文件中没有文字。",
    en = "{path}: the file holds no text."},
  ["input.zeros"] = {
    zh = "{path}：文件全部为零字节，可能未完整下载或已损坏，请重新获取。",
    en = "{path}: nothing but zero bytes; the download may have failed."},
  ["input.image"] = {
    zh = "{path}：这是图片（{detail}），不是文字，无法核对；请提供文字版报告。",
    en = "{path}: a picture ({detail}), not text; please provide the report as text."},
  ["input.format"] = {
    zh = "{path}：暂不支持{detail}格式，请另存为纯文本后再试。",
    en = "{path}: the format {detail} is not read; please save the report as plain text."},
  ["input.binary"] = {
    zh = "{path}：第{byte}字节起含有二进制数据，不是文本文件。",
    en = "{path}: binary data from byte {byte} on; this is no text file."},
  ["input.encoding"] = {
    zh = "{path}：第{line}行（第{byte}字节）处的内容无法按已知编码识别，请另存为UTF-8编码后再试。",
    en = "{path}: line {line} (byte {byte}) is in no known encoding; please save the file as UTF-8."},
  ["input.mojibake"] = {
    zh = "{path}：文件内容是乱码：第{line}行起的中文曾被误作{detail}编码打开后保存，请从原网页重新保存或取得原文件。",
    en = "{path}: garbled text from line {line} on: the Chinese was once opened as {detail} and saved so; "
         .. "please save it again from the original page or get the original file."},
  ["form.unknown"] = {
    zh = "{path}：未识别为已知格式的报告（已尝试：{detail}）。",
    en = "{path}: not recognised as a report of a known form (tried: {detail})."},

  -- One cause for several sums that fail.
  ["cause.cell"] = {
    zh = "{place}“{row}”行“{column}”列填{actual}件，所在行、列的合计关系均不符；改为{expected}件后各项关系成立，请核改。",
    en = "{place}, row “{row}”, column “{column}” has {actual}, and the sums of its row and its column fail; "
         .. "with {expected} all of them hold."},
  ["sum.unit.mixed"] = {
    zh = "{place}有单元格的单位不一致，无法核对“{title}”。",
    en = "{place}: cells of different units; not checked: {title}."},
  ["sum.number.range"] = {
    zh = "{place}的数字过大，无法核对“{title}”。",
    en = "{place}: numbers too large; not checked: {title}."},
  ["rule.failed"] = {
    zh = "规则{rule}执行出错：{detail}。",
    en = "rule {rule} failed: {detail}."},

  ["rule.unknown"] = {
    zh = "没有规则“{rule}”。", en = "there is no rule '{rule}'."},
  ["rule.unknown_near"] = {
    zh = "没有规则“{rule}”，是否指“{nearest}”？", en = "there is no rule '{rule}'; did you mean '{nearest}'?"},

  ["check.verdict"] = {
    zh = "结论：{verdict}（错误{errors}处，待核实{warnings}处，提示{infos}处）",
    en = "verdict: {verdict} (errors {errors}, warnings {warnings}, hints {infos})"},
  ["check.notices"] = {zh = "以下为工具说明，不属于报告问题：", en = "what only the tool could not do:"},

  ["show.table_absent"] = {zh = "（报告中没有此表）", en = "(not in the report)"},
  ["show.blank"] = {zh = "（空）", en = "(blank)"},
  ["show.none"] = {zh = "无", en = "none"},
  ["show.absent"] = {zh = "（缺）", en = "(absent)"},
  ["show.unreadable"] = {zh = "（无法识别）", en = "(unreadable)"},
  ["show.unaccounted"] = {zh = "{line}:{column} “{raw}”未能识别", en = "{line}:{column} “{raw}” not placed"},
  ["claim.quantity"] = {zh = "数量", en = "quantity"},
  ["claim.date"] = {zh = "日期", en = "date"},
  ["bound.at_least"] = {zh = "以上", en = "at least"},
  ["bound.at_most"] = {zh = "以下", en = "at most"},
  ["bound.about"] = {zh = "左右", en = "about"},
  ["explain.basis"] = {zh = "依据：{basis}", en = "basis: {basis}"},
  ["explain.formula"] = {zh = "公式：{formula}", en = "formula: {formula}"},
  ["explain.message"] = {zh = "表述：{message}", en = "message: {message}"},

  ["field.title"] = {zh = "标题", en = "title"},
  ["field.agency"] = {zh = "机关名称", en = "agency"},
  ["field.year"] = {zh = "报告年度", en = "year"},
  ["field.name"] = {zh = "名称", en = "name"},
  ["field.index_number"] = {zh = "索引号", en = "index number"},
  ["field.publisher"] = {zh = "发布机构", en = "publisher"},
  ["field.document_number"] = {zh = "文号", en = "document number"},
  ["field.subject_terms"] = {zh = "主题词", en = "subject terms"},
  ["field.published_on"] = {zh = "发布日期", en = "published on"},
  ["field.subject_category"] = {zh = "主题分类", en = "subject category"},
  ["field.validity"] = {zh = "有效性", en = "validity"},
  ["field.dated"] = {zh = "标题下日期", en = "dated"},
  ["field.signatory"] = {zh = "落款机关", en = "signatory"},
  ["field.signed_on"] = {zh = "落款日期", en = "signed on"},
  ["field.period_start"] = {zh = "统计期限起", en = "period from"},
  ["field.period_end"] = {zh = "统计期限止", en = "period to"},
  ["field.parts_announced"] = {zh = "引言所称部分数", en = "parts announced"},
  ["field.citations"] = {zh = "引用文件", en = "citations"},
  ["field.processing_fee"] = {zh = "信息处理费（元）", en = "processing fee (yuan)"},
  ["ledger.bound.cell"] = {zh = "已绑定：表格单元格", en = "bound: cell"},
  ["ledger.bound.field"] = {zh = "已绑定：报告要素", en = "bound: field"},
  ["ledger.bound.claim"] = {zh = "已绑定：文中数量、日期", en = "bound: claim"},
  ["ledger.ignored.list_number"] = {zh = "不计：序号", en = "ignored: list number"},
  ["ledger.ignored.page_number"] = {zh = "不计：页码", en = "ignored: page number"},
  ["ledger.ignored.page_chrome"] = {zh = "不计：网页其他内容", en = "ignored: other parts of the page"},
  ["ledger.ignored.document_number"] = {zh = "不计：文号", en = "ignored: document number"},
  ["ledger.ignored.title"] = {zh = "不计：文件或报告名称", en = "ignored: title"},
  ["ledger.ignored.telephone"] = {zh = "不计：电话号码", en = "ignored: telephone number"},
  ["ledger.ignored.postcode"] = {zh = "不计：邮政编码", en = "ignored: postcode"},
  ["ledger.ignored.time"] = {zh = "不计：时刻", en = "ignored: time of day"},
  ["ledger.ignored.ordinal"] = {zh = "不计：编号、期数", en = "ignored: ordinal"},
  ["ledger.ignored.name"] = {zh = "不计：名称中的数字", en = "ignored: part of a name"},
  ["ledger.ignored.repeated"] = {zh = "不计：重复的行", en = "ignored: repeated row"},
  ["ledger.unaccounted"] = {zh = "未能识别", en = "unaccounted"},

  ["severity.error"] = {zh = "错误", en = "error"},
  ["severity.warning"] = {zh = "核实", en = "warning"},
  ["severity.info"] = {zh = "提示", en = "hint"},
  ["severity.notice"] = {zh = "工具说明", en = "notice"},

  ["verdict.pass"] = {zh = "未发现错误", en = "no errors found"},
  ["verdict.review"] = {zh = "未发现错误，有{count}处待核实", en = "no errors found, {count} to verify"},
  ["verdict.fail"] = {zh = "需修改", en = "needs correction"},
  ["verdict.undecided"] = {zh = "无法判断", en = "undecided"},
}

-- A field may hold what stood in a file: nobody reads more than this in a message. Bytes.
local longest_field = 2000

local function shorten(value)
  if #value <= longest_field then return value end
  return value:sub(1, utf8.offset(value, 0, longest_field) - 1) .. "…"
end

--- The text with its fields filled in. A field may be a text or a table of texts by language. Raises for a field that
-- is missing: a message never goes out with a hole.
function catalogue.fill(text, fields, lang)
  return (text:gsub("{([%a_]+)}", function(name)
    local value = fields[name]
    if type(value) == "table" and getmetatable(value) == nil then value = value[lang] end
    if value == nil then error("message '" .. text .. "' lacks the field '" .. name .. "'", 0) end
    return shorten(tostring(value))
  end))
end

--- Whether the catalogue has a message.
function catalogue.has(key) return messages[key] ~= nil end

--- Raises for a language that there are no messages in.
function catalogue.check_language(lang)
  for _, known in ipairs(catalogue.languages) do
    if lang == known then return lang end
  end
  error("no messages in the language '" .. tostring(lang) .. "'; there are: "
        .. table.concat(catalogue.languages, ", "), 0)
end

--- The message of a key in a language, filled in.
function catalogue.text(lang, key, fields)
  local message = messages[key]
  if not message then error("no message '" .. key .. "'", 2) end
  return catalogue.fill(message[lang], fields or {}, lang)
end

--- All keys in order, for the spec that compares the languages.
function catalogue.keys()
  local list = {}
  for key in pairs(messages) do list[#list + 1] = key end
  table.sort(list)
  return list
end

function catalogue.message(key) return messages[key] end

return catalogue
