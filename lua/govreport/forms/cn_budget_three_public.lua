--- 财政拨款“三公”经费支出决算表, one of the tables of a department's final accounts (部门决算): what was budgeted and what was
-- spent on travel abroad, vehicles and receptions, in a single line under a header of three levels.

local lpeg = require "lpeg"
local grammar = require "govreport.grammar"

local P, Cp, Ct = lpeg.P, lpeg.Cp, lpeg.Ct

local vehicles = "公务用车购置及运行维护费"

-- 2023年度预算数
local function in_year(label) return grammar.year4 * P" "^0 * "年" * P"度"^-1 * label end

-- Above the table, on one line or several: 公开07表 · 部门：云岭市水务局 · 2023年度 · 金额单位：万元.
local gap = P" "^0
local year = Ct(Cp() * grammar.year4 * Cp() * gap * "年" * P"度"^-1)
local agency = Ct(grammar.phrase("{公开|编制|填报|}{部门|单位}[名称]") * P")"^-1 * ":" * gap * Cp()
                  * (1 - grammar.mark - " " - year / 0 - grammar.phrase("{金额|计量|}单位"))^4 * Cp())
-- The unit of all amounts.
local unit = Ct(P"单位" * ":" * gap * Cp() * (P"亿" + "万" + "千" + "百")^-1 * "元" * Cp())
local number = Ct(P"公开" * Cp() * grammar.number * Cp() * "表")

return {
  id = "cn_budget_three_public",
  name = "财政拨款“三公”经费支出决算表",
  tables = {
    {
      id = "three_public", title = "财政拨款“三公”经费支出决算表", across = true, numbered = true, header = {"栏次"},
      rows = {{id = "budget", label = "预算数"}, {id = "final", label = "决算数"}},
      columns = {
        {id = "total", label = "合计", decimal = true},
        {id = "travel_abroad", label = "因公出国（境）费", decimal = true, variants = {"因公出国（境）费用"}},
        {id = "vehicles", label = {vehicles, "小计"}, decimal = true},
        {id = "vehicle_purchase", label = {vehicles, "公务用车购置费"}, decimal = true, variants = {"购置费"}},
        {id = "vehicle_operation", label = {vehicles, "公务用车运行维护费"}, decimal = true,
         variants = {"公务用车运行费", "运行维护费"}},
        {id = "receptions", label = "公务接待费", decimal = true},
      },
      spellings = {
        ["预算数"] = {variants = {"年初预算数", "全年预算数", in_year "预算数"}},
        ["决算数"] = {variants = {"全年决算数", in_year "决算数"}},
        [vehicles] = {variants = {"公务用车购置及运行费", "公务用车购置和运行维护费"}},
      },
    },
  },
  detect = {
    labels = {"因公出国（境）费", vehicles, "公务用车购置费", "公务用车运行维护费", "公务接待费"},
    words = {"“三公”经费支出决算{表|情况表}", "“三公”经费{支出|}决算表"}, least = 4,
  },
  fields = {"title", "agency", "year", "amount_unit"},
  readers = {
    {scope = "head", match = grammar.titles("[一般公共预算]财政拨款“三公”经费支出决算{表|情况表}", "{部门|单位}决算{公开|}{报告|说明|}"),
     read = function(report, entries, base) report:add_facts(entries, base, {year = "integer"}) end},
    {scope = "head", find = unit, once = true,
     read = function(report, range, base)
       report:field("amount_unit", "text", base + range[1], base + range[2])
       report:unit("three_public", base + range[1], base + range[2])
     end},
    {scope = "head", find = agency, once = true,
     read = function(report, range, base) report:add_facts({{"agency", range[1], range[2]}}, base, {}) end},
    {scope = "head", find = year, once = true,
     read = function(report, range, base)
       report:add_facts({{"year", range[1], range[2]}}, base, {year = "integer"})
     end},
    {scope = "head", find = number,
     read = function(report, range, base) report:ignore(base + range[1], base + range[2], "list_number") end},
  },
}
