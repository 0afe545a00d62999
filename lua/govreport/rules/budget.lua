--- The sums of 财政拨款“三公”经费支出决算表. Amounts are rounded one by one: sums may be off by a few hundredths.

local basis = "部门决算公开格式（财政拨款“三公”经费支出决算表的栏次关系）"
local forms = {"cn_budget_three_public"}
-- Of three amounts and their total, each rounded to 0.01.
local tolerance = "0.02"

local function address(column) return "three_public.*." .. column end

return {
  {
    id = "budget.total", severity = "error", basis = basis, forms = forms, tolerance = tolerance,
    title = {zh = "“合计”等于出国（境）费、公务用车费、接待费之和（允许误差0.02）",
             en = "travel, vehicles and receptions add up to the total (within 0.02)"},
    message = {zh = "{place}{where}：因公出国（境）费、公务用车小计、公务接待费合计{right}，“合计”填{left}，请核改。",
               en = "{place}{where}: travel, vehicles and receptions add up to {right}, the total says {left}; please "
                    .. "correct."},
    equal = {address "total", {address "travel_abroad", address "vehicles", address "receptions"}},
  },
  {
    id = "budget.vehicles", severity = "error", basis = basis, forms = forms, tolerance = tolerance,
    title = {zh = "公务用车“小计”等于购置费、运行维护费之和（允许误差0.02）",
             en = "purchase and operation add up to the subtotal of vehicles (within 0.02)"},
    message = {zh = "{place}{where}：公务用车购置费、运行维护费合计{right}，“小计”填{left}，请核改。",
               en = "{place}{where}: purchase and operation of vehicles add up to {right}, the subtotal says {left}; "
                    .. "please correct."},
    equal = {address "vehicles", {address "vehicle_purchase", address "vehicle_operation"}},
  },
}
