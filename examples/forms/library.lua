local grammar = require "govreport.grammar"
local readers = require "govreport.readers"

local head = readers.titled "服务{年报|年度报告}"

return {
  id = "library",
  name = "图书馆服务年报",
  years = {2020},
  sections = {
    {id = "holdings", title = "馆藏情况", variants = {"文献馆藏[情况]"}},
    {id = "services", title = "读者服务"},
    {id = "other", title = "其他事项"},
  },
  tables = {
    {
      id = "holdings", section = "holdings", header = {"类别"},
      columns = {
        {id = "opening", label = {"册数", "年初"}},
        {id = "closing", label = {"册数", "年末"}},
        {id = "cost",    label = "购置费（万元）", unit = "万元", decimal = true},
      },
      rows = {
        {id = "books",       label = "图书", variants = {"图书（含少儿）"}},
        {id = "periodicals", label = "期刊", misprints = {"其刊"}},
        {id = "total",       label = "合计", variants = {"总计"}},
      },
      equations = {{first = "books", sum = "total"}},
    },
    {
      id = "services", section = "services", header = {"服务项目"},
      columns = {
        {id = "unit",  label = "单位", type = "unit"},
        {id = "count", label = "数量"},
      },
      rows = {
        {id = "visits_adults",   label = {"到馆", "成人"}},
        {id = "visits_children", label = {"到馆", "少儿"}},
        {id = "loans_adults",    label = {"外借", "成人"}},
        {id = "loans_children",  label = {"外借", "少儿"}},
      },
    },
  },
  detect = {labels = {"购置费（万元）", "馆藏情况", "读者服务"}, words = {"服务年报"}, least = 2},
  fields = {"title", "agency", "year", "index_number", "published_on", "phone", "signatory", "signed_on"},
  readers = {
    head.title, head.page,
    head.metadata{index_number = {"索引号"}, published_on = {"发布日期", kind = "date"}},
    readers.field("phone", "text", grammar.label "咨询电话" * grammar.range((grammar.digit + "-")^7)),
    readers.sign_off,
  },
}
