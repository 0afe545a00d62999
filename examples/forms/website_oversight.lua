-- 政府网站监管年度报表: what an office found when it inspected the websites below it. As far as published reports show;
-- the official sheet may have further rows.

local readers = require "govreport.readers"

local head = readers.titled "政府网站监管{年度报表|工作年度报表|年报}"

local function site(label) return {"网站（个）", label} end

return {
  id = "website_oversight",
  name = "政府网站监管年度报表",
  years = {2018},
  tables = {
    {
      id = "sheet", title = "填报信息", pairs = true,
      rows = {
        {id = "reporting_unit", label = "填报单位", type = "text"},
        {id = "filled_on",      label = "填报日期", type = "date", variants = {"填表日期"}},
        {id = "published",      label = "监管结果是否公开", type = "flag", variants = {"[监管]结果是否[向社会]公开"}},
        {id = "phone",          label = "联系电话", type = "text"},
      },
    },
    {
      id = "inspections", title = "抽查情况", header = {"季度"},
      columns = {
        {id = "running",   label = site "运行", unit = "个"},
        {id = "inspected", label = site "抽查", unit = "个"},
        {id = "failed",    label = site "不合格", unit = "个", misprints = {"不合各"}},
        {id = "share",     label = "抽查比例（%）", unit = "%", decimal = true},
        {id = "notice",    label = "通报网址", type = "text"},
      },
      rows = {
        {id = "first_quarter",  label = "第一季度", variants = {"{一|1}季度", "第1季度"}},
        {id = "second_quarter", label = "第二季度", variants = {"{二|2}季度", "第2季度"}},
        {id = "third_quarter",  label = "第三季度", variants = {"{三|3}季度", "第3季度"}},
        {id = "fourth_quarter", label = "第四季度", variants = {"{四|4}季度", "第4季度"}},
        {id = "year",           label = "全年", variants = {"全年{合计|总计}"}},
      },
    },
    {
      id = "sanctions", title = "问责情况", across = true,
      rows = {{id = "bodies", label = "单位（个次）"}, {id = "persons", label = "人员（人次）"}},
      columns = {{id = "talks", label = "约谈"}, {id = "reprimands", label = "通报批评"}},
    },
  },
  detect = {labels = {"监管结果是否公开", "抽查比例（%）", "通报网址"}, words = {"政府网站监管"}, least = 2},
  fields = {"title", "agency", "year", "reviewer", "reporter"},
  readers = {
    head.title, head.page, head.metadata{reviewer = {"审核人"}, reporter = {"填报人", "填表人"}},
  },
}
