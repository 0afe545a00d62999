--- Examples for 财政拨款“三公”经费支出决算表. What passes is off by as much as rounding explains.

return {
  ["budget.total"] = {
    form = "cn_budget_three_public",
    fails = {cells = {["three_public.final.total"] = "30.46"}},
    passes = {cells = {["three_public.final.total"] = "30.38"}},
  },
  ["budget.vehicles"] = {
    form = "cn_budget_three_public",
    fails = {cells = {["three_public.budget.vehicle_operation"] = "32.50"}},
    passes = {cells = {["three_public.budget.vehicle_operation"] = "23.52"}},
  },
}
