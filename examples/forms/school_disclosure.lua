-- 高等学校信息公开年度报告: the yearly report of a school. It has no printed table of the requests that it received; one
-- sentence of the third part states them, and the pattern in `grammar` reads it into the cells of a table.

local lpeg = require "lpeg"
local grammar = require "govreport.grammar"
local readers = require "govreport.readers"

local P = lpeg.P
local fill, phrase = grammar.fill, grammar.phrase

local head = readers.titled "信息公开[工作]{年度报告|年报}"

-- 收到信息公开申请47件（其中自然人31件、法人16件）；予以公开40件，部分公开2件，不予公开5件。
local apart = P"," + "、" + ";" + "(" + ")" + "和"
local received = phrase "收到{信息公开|}申请" * fill "received"
local of_it = phrase "其中" * P":"^-1 * phrase "自然人[申请]" * fill "persons"
              * (apart^1 * phrase "{法人|法人或其他组织}[申请]" * fill "bodies")^-1
local outcome = phrase "予以公开" * fill "granted" + phrase "部分公开" * fill "partly"
                + phrase "不予公开" * fill "refused"

return {
  id = "school_disclosure",
  name = "高等学校信息公开年度报告",
  years = {2010},
  sections = {
    {id = "overview", title = "概述", variants = {"工作概述"}},
    {id = "proactive", title = "主动公开情况"},
    {id = "requests", title = "依申请公开和不予公开情况", variants = {"依申请公开情况"}},
    {id = "other", title = "其他需要报告的事项"},
  },
  tables = {
    {
      id = "requests", section = "requests", title = "申请和办理情况", pairs = true,
      rows = {
        {id = "received", label = "收到信息公开申请", unit = "件"},
        {id = "persons",  label = "自然人申请", unit = "件"},
        {id = "bodies",   label = "法人申请", unit = "件"},
        {id = "granted",  label = "予以公开", unit = "件"},
        {id = "partly",   label = "部分公开", unit = "件"},
        {id = "refused",  label = "不予公开", unit = "件"},
      },
      grammar = received * (apart^1 * of_it)^-1 * (apart^1 * outcome)^0,
    },
  },
  detect = {
    labels = {"依申请公开和不予公开情况", "收到信息公开申请"}, words = {"信息公开[工作]年度报告", "本学年"}, least = 2,
    sections = 3,
  },
  fields = {"title", "agency", "year"},
  readers = {head.title, head.page},
}
