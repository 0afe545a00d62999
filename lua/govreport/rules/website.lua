--- What goes together in 政府网站工作年度报表. Only the term of its publication is confirmed by an official text at hand:
-- all of this is to be verified, none of it an error.

local forms = {"cn_website_annual"}

local function address(row) return "website." .. row .. ".value" end

local function addresses(rows)
  local list = {}
  for i, row in ipairs(rows) do list[i] = address(row) end
  return list
end

local function total(id, row, rows, words)
  return {
    id = "website." .. id, severity = "warning", forms = forms,
    title = {zh = words.whole .. "等于各项之和", en = words.en .. ": the parts add up to the total"},
    message = {zh = ("{place}%s填{left}%s，%s合计为{right}%s，请核实。"):format(words.whole, words.unit, words.parts,
                                                                              words.unit),
               en = "{place}, " .. words.en .. ": the total is {left}, the parts add up to {right}; please verify."},
    equal = {address(row), addresses(rows)},
  }
end

local function part(id, row, whole, words)
  return {
    id = "website." .. id, severity = "warning", forms = forms,
    title = {zh = ("%s不大于%s"):format(words[1], words[2]), en = words.en},
    message = {zh = ("{place}%s填{left}%s，大于%s的{right}%s，请核实。"):format(words[1], words.unit, words[2], words.unit),
               en = "{place}, " .. words.en .. ": {left} is more than {right}; please verify."},
    at_most = {address(row), address(whole)},
  }
end

-- Two letters or digits and eight digits: 3900000001, bm39000001.
local code_pattern = "^%w%w%d%d%d%d%d%d%d%d$"

local function site_code(context)
  local cell = context.report.tables.website:cell("site_code", "value")
  if cell.state ~= "text" or context:folded(cell.value):find(code_pattern) then return end
  context:finding{cells = {cell}, actual = cell.value,
                  fields = {place = context:table_name("website"), code = cell.value}}
end

-- The report of a year is due on 31 January of the next.
local function deadline(context)
  local fields, year = context:read_fields(), context.report.year
  local prepared = fields.prepared_on
  local last = year and ("%d-01-31"):format(year + 1)
  if not last or not prepared or not prepared.value or #prepared.value < #last or prepared.value <= last then return end
  context:finding{places = {prepared}, expected = last, actual = prepared.value,
                  fields = {date = prepared.raw, last = year + 1}}
end

local media = {"weibo_posts", "weibo_followers", "wechat_posts", "wechat_subscribers"}

local function mobile_media(context)
  local t = context.report.tables.website
  local flag, cells = t:cell("mobile_media", "value"), {}
  for _, row in ipairs(flag.value == false and media or {}) do
    local cell = t:cell(row, "value")
    if cell.value and cell.value > 0 then cells[#cells + 1] = cell end
  end
  if #cells == 0 then return end
  table.insert(cells, 1, flag)
  context:finding{cells = cells, fields = {place = context:table_name("website")}}
end

return {
  total("updates", "updates_total", {"updates_overview", "updates_news", "updates_disclosure"},
        {whole = "信息发布“总数”", parts = "概况类、政务动态、信息公开目录三项", unit = "条", en = "updates"}),
  total("cases", "cases_total", {"cases_natural_person", "cases_legal_person"},
        {whole = "办件量“总数”", parts = "自然人、法人两项", unit = "件", en = "cases"}),
  part("online_services", "service_items_online", "service_items",
       {"“可全程在线办理政务服务事项数量”", "“政务服务事项数量”", unit = "项", en = "services online among all services"}),
  part("messages_concluded", "messages_concluded", "messages_received",
       {"“办结留言数量”", "“收到留言数量”", unit = "条", en = "messages concluded among those received"}),
  part("messages_published", "messages_published", "messages_concluded",
       {"留言“公开答复数量”", "“办结留言数量”", unit = "条", en = "messages answered in public among those concluded"}),
  part("surveys_published", "surveys_published", "surveys",
       {"“公布调查结果期数”", "“征集调查期数”", unit = "期", en = "surveys with published results among all"}),
  part("problems_mended", "problems_mended", "problems_found",
       {"“问题整改数量”", "“发现问题数量”", unit = "个", en = "problems mended among those found"}),
  {
    id = "website.site_code", severity = "warning", forms = forms,
    title = {zh = "政府网站标识码为10位", en = "the code of the site has 10 characters"},
    message = {zh = "{place}“政府网站标识码”填“{code}”，应为10位，请核实后更正。",
               en = "{place}: the code of the site, “{code}”, should have 10 characters; please verify."},
    check = site_code,
  },
  {
    id = "website.deadline", severity = "warning", forms = forms,
    title = {zh = "在1月31日前发布", en = "published by 31 January"},
    message = {zh = "填报日期为{date}，晚于{last}年1月31日的发布期限，请核实日期；确属逾期的请说明情况。",
               en = "prepared on {date}; the sheet was to be published by 31 January {last}; please verify the date, "
                    .. "or tell why it was late."},
    check = deadline,
  },
  {
    id = "website.mobile_media", severity = "warning", forms = forms,
    title = {zh = "移动新媒体各项前后一致", en = "what is said of mobile media goes together"},
    message = {zh = "{place}“是否有移动新媒体”填“否”，但填有微博或微信的数据，请核实并统一。",
               en = "{place} says that there are no mobile media, and gives numbers of them; please verify which "
                    .. "holds."},
    check = mobile_media,
  },
}
