--- A table's own costs change how values apart from their labels are read, in its stretches alone.

local form = require "govreport.form.form"
local labels = require "govreport.form.labels"
local small_form = require "spec.support.small_form"

local function lines(text) return (text:gsub("%S+", "%0\n\n"):gsub("\n +", "\n")) end

local text = lines("一、客流情况 （单位：人次） 旅客人次 成人 团体 合计 客车 客船 一、春季 7 2 1 10 "
                   .. "二、夏季 3 1 0 4 5 0 2 7 1 0 0 1 四、全年 16 3 3 22")

-- The rows of the first table, where tables have costs of their own.
local function rows(costs)
  local declared = {}
  for key, value in pairs(small_form.declared) do declared[key] = value end
  declared.tables = {}
  for i, t in ipairs(small_form.declared.tables) do
    local own = {costs = costs[t.id]}
    for key, value in pairs(t) do own[key] = value end
    declared.tables[i] = own
  end
  local register = labels.register()
  return small_form.cells(small_form.read(text, form.compile(form.validate(declared, "small"), register), register),
                          "traffic")
end

local filled = {"7 2 1 10", "3* 1* 0* 4*", "5* 0* 2* 7*", "1* 0* 0* 1*", "16 3 3 22"}
local absent = {"7 2 1 10", ". . . .", ". . . .", ". . . .", "16 3 3 22"}

describe("the costs of a table", function()
  it("are the usual ones where it names none", function() assert.same(filled, rows{}) end)

  it("may make its rows without labels too dear to be read", function()
    assert.same(absent, rows{traffic = {no_label = 100000, no_label_seen = 100000}})
  end)

  it("say nothing of the rows of other parts", function()
    assert.same(filled, rows{docks = {no_label = 100000, no_label_seen = 100000}})
  end)
end)
