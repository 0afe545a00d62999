--- Forms that are one table: random documents of them on many surfaces, every cell as it was written.

local forms = require "govreport.form"
local govreport = require "govreport"
local sheets = require "spec.support.sheets"
local sweep = require "spec.support.sweep"

local foot = {"单位负责人：林清和 审核人：苏远 填报人：叶知秋", "联系电话：0000-0000000 填报日期：2018年1月20日"}

local kinds = {
  {
    id = "cn_disclosure_2014", title = "政府信息公开情况统计表", tail = foot,
    head = function(body, year)
      return {"政府信息公开情况统计表", ("（%d年度）"):format(year), "填报单位（盖章）：" .. body}
    end,
  },
  {
    id = "cn_website_annual", title = "政府网站工作年度报表", tail = foot,
    head = function(body, year) return {body .. year .. "年政府网站工作年度报表"} end,
  },
  {
    id = "cn_budget_three_public", title = "部门决算", unit = "万元",
    tail = {"注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。"},
    head = function(body, year)
      return {"财政拨款“三公”经费支出决算表", "公开07表", ("部门：%s %d年度 金额单位：万元"):format(body, year)}
    end,
  },
}

local seeds = sweep(6)

for _, sheet in ipairs(kinds) do
  describe("a document of the form " .. sheet.id, function()
    for _, v in ipairs(sheets.variations) do
      for _, blank in ipairs(v[3] and {false, true} or {false}) do
        it("is read from " .. v[1] .. (blank and ", and its blank cells stay blank" or ""), function()
          for seed = 1, seeds do
            local own = setmetatable({blank = blank}, {__index = sheet})
            local document = sheets.document(forms.declared(sheet.id), seed, own)
            local bytes = v[2](document)
            local report, message = govreport.parse(bytes)
            local problems = report and sheets.problems(document, report) or {message}
            local shown = table.concat(problems, "\n", 1, math.min(8, #problems))
            assert(#problems == 0, ("seed %d\n%s"):format(seed, shown))
          end
        end)
      end
    end
  end)
end
