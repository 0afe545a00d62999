--- The sums and comparisons of 政府信息公开情况统计表, the form of 2014. No official text at hand says how its numbers go
-- together: all of this is to be verified, none of it an error.

local forms = {"cn_disclosure_2014"}

local function address(row) return "statistics." .. row .. ".count" end

local function addresses(rows)
  local list = {}
  for i, row in ipairs(rows) do list[i] = address(row) end
  return list
end

-- An indicator that is the sum of others. `label` is its own, `parts` what the others are together.
local function total(id, row, rows, label, unit, parts)
  return {
    id = "statistics." .. id, severity = "warning", forms = forms,
    title = {zh = ("“%s”等于%s之和"):format(label, parts), en = "the parts of “" .. label .. "” add up to it"},
    message = {zh = ("{place}“%s”填{left}%s，%s合计为{right}%s，请核实。"):format(label, unit, parts, unit),
               en = ("{place}: “%s” is {left}, its parts add up to {right}; please verify."):format(label)},
    equal = {address(row), addresses(rows)},
  }
end

-- An indicator that another one contains.
local function part(id, row, whole, labels, unit)
  return {
    id = "statistics." .. id, severity = "warning", forms = forms,
    title = {zh = ("“%s”不大于“%s”"):format(labels[1], labels[2]),
             en = ("“%s” is not above “%s”"):format(labels[1], labels[2])},
    message = {zh = ("{place}“%s”填{left}%s，大于“%s”的{right}%s，请核实。"):format(labels[1], unit, labels[2], unit),
               en = ("{place}: “%s” is {left}, more than “%s”, {right}; please verify."):format(labels[1], labels[2])},
    at_most = {address(row), address(whole)},
  }
end

local function cell_of(context, row) return context.report.tables.statistics:cell(row, "count") end

-- Of documents that were issued none can be disclosed more than once; the two numbers have other units.
local function normative_documents(context)
  local disclosed = cell_of(context, "disclosed_normative_documents")
  local issued = cell_of(context, "issued_normative_documents")
  if not disclosed.value or not issued.value or disclosed.value <= issued.value then return end
  context:finding{cells = {disclosed, issued}, actual = disclosed.value,
                  fields = {place = context:table_name("statistics"), disclosed = disclosed.value,
                            issued = issued.value}}
end

local channels = {"by_gazette", "by_website", "by_weibo", "by_wechat", "by_other_means"}

-- What went out in one way is counted in the whole as well.
local function one_channel(context)
  local whole, cells, zh, en = cell_of(context, "disclosed"), {}, {}, {}
  for _, row in ipairs(whole.value and channels or {}) do
    local cell = cell_of(context, row)
    if cell.value and cell.value > whole.value then
      cells[#cells + 1] = cell
      local label = context:row_label("statistics", row)
      zh[#cells], en[#cells] = ("“%s”填%s条"):format(label, cell.value), ("“%s” is %s"):format(label, cell.value)
    end
  end
  if #cells == 0 then return end
  cells[#cells + 1] = whole
  context:finding{cells = cells, fields = {place = context:table_name("statistics"), whole = whole.value,
                                           parts = {zh = table.concat(zh, "、"), en = table.concat(en, ", ")}}}
end

local reasons = {"denied_state_secret", "denied_trade_secret", "denied_privacy", "denied_security_stability",
                 "denied_not_government_information", "denied_by_other_law"}
local answers = {"already_public", "granted", "partially_granted", "denied", "not_this_body", "does_not_exist",
                 "asked_to_amend", "referred"}

return {
  total("received", "received", {"received_in_person", "received_by_fax", "received_online", "received_by_letter"},
        "（一）收到申请数", "件", "当面、传真、网络、信函四种方式"),
  total("concluded", "concluded", {"concluded_on_time", "concluded_extended"},
        "（二）申请办结数", "件", "按时办结数与延期办结数"),
  total("answered", "answered", answers, "（三）申请答复数", "件", "1至8项"),
  total("denied", "denied", reasons, "4.不同意公开答复数", "件", "六种情形"),
  total("reconsideration", "reconsideration",
        {"reconsideration_upheld", "reconsideration_corrected", "reconsideration_other"},
        "四、行政复议数量", "件", "（一）至（三）项"),
  total("litigation", "litigation", {"litigation_upheld", "litigation_corrected", "litigation_other"},
        "五、行政诉讼数量", "件", "（一）至（三）项"),
  total("staff", "staff", {"staff_full_time", "staff_part_time"},
        "（三）从事政府信息公开工作人员数", "人", "专职人员数与兼职人员数"),
  part("disclosed_documents", "disclosed_normative_documents", "disclosed",
       {"主动公开规范性文件数", "（一）主动公开政府信息数"}, "条"),
  {
    id = "statistics.issued_documents", severity = "info", forms = forms,
    title = {zh = "主动公开规范性文件数不大于制发规范性文件总数", en = "no more documents are disclosed than issued"},
    message = {zh = "{place}“主动公开规范性文件数”填{disclosed}条，大于“制发规范性文件总数”的{issued}件，如含以前年度文件则无需修改，否则请更正。",
               en = "{place}: {disclosed} normative documents were disclosed, {issued} issued; please correct it "
                    .. "unless the others are older."},
    check = normative_documents,
  },
  {
    id = "statistics.channel", severity = "warning", forms = forms,
    title = {zh = "各渠道公开数不大于主动公开政府信息数", en = "no channel carries more than was disclosed"},
    message = {zh = "{place}{parts}，大于“（一）主动公开政府信息数”的{whole}条，请核实。",
               en = "{place}: {parts}, more than the {whole} disclosed; please verify."},
    check = one_channel,
  },
  {
    id = "statistics.channels", severity = "warning", forms = forms,
    title = {zh = "主动公开政府信息数不大于各渠道公开数之和", en = "what is disclosed goes out in some channel"},
    message = {zh = "{place}“（一）主动公开政府信息数”填{left}条，大于各渠道公开数之和{right}条，请核实。",
               en = "{place}: {left} were disclosed, but the channels carry only {right}; please verify."},
    at_most = {address "disclosed", addresses(channels)},
  },
  part("press_conferences", "press_conferences_by_head", "press_conferences",
       {"主要负责同志参加新闻发布会次数", "1.参加或举办新闻发布会总次数"}, "次"),
  part("online_interviews", "online_interviews_by_head", "online_interviews",
       {"主要负责同志参加政府网站在线访谈次数", "2.政府网站在线访谈次数"}, "次"),
  {
    id = "statistics.concluded_received", severity = "info", forms = forms,
    title = {zh = "申请办结数不大于收到申请数", en = "no more applications are concluded than received"},
    message = {zh = "{place}“（二）申请办结数”填{left}件，大于“（一）收到申请数”的{right}件，如含上年结转则无需修改，否则请更正。",
               en = "{place}: {left} applications were concluded, {right} received; please correct it unless the "
                    .. "others are of the year before."},
    at_most = {address "concluded", address "received"},
  },
}
