--- Forms that are filled in: totals, what is printed of a cell, which rows there are, what stands around the tables.

local govreport = require "govreport"

local form = "cn_disclosure_2021"

local function fill(cells, options, of_form)
  options = options or {}
  options.cells = cells
  return assert(govreport.fill(of_form or form, options))
end

-- What is read of a filled form again.
local function read(...)
  local filled = fill(...)
  return assert(govreport.parse(govreport.render(filled, "html"))), filled
end

-- All cells of a row of disputes but its total.
local function outcomes(row, ...)
  local cells = {}
  for i, id in ipairs{"upheld", "corrected", "other_outcome", "pending"} do
    cells[("disputes.%s.%s"):format(row, id)] = select(i, ...)
  end
  return cells
end

describe("totals", function()
  it("are added up where all that they add up is known", function()
    local report, filled = read(outcomes("reconsideration", 1, 2, 3, 4))
    assert.equal(10, report:cell("disputes.reconsideration.total").value)
    assert.same({"disputes.reconsideration.total"}, {table.unpack(filled.computed, 1, #filled.computed)})
  end)

  it("are not added up where something is blank, a dash or missing", function()
    for _, last in ipairs{"", "—", "无", "3l"} do
      assert.equal(0, #fill(outcomes("reconsideration", 1, 2, 3, last)).computed)
    end
    assert.equal(0, #fill(outcomes("reconsideration", 1, 2, 3)).computed)
  end)

  it("stay as they are given, right or wrong, and blank where they are given as blank", function()
    for given, state in pairs{["7"] = "number", [""] = "blank"} do
      local cells = outcomes("reconsideration", 1, 2, 3, 4)
      cells["disputes.reconsideration.total"] = given
      local report, filled = read(cells)
      assert.equal(state, report:cell("disputes.reconsideration.total").state)
      assert.equal(math.tointeger(tonumber(given)), report:cell("disputes.reconsideration.total").value)
      assert.equal(0, #filled.computed)
    end
  end)

  -- All cells of the table of applications but its totals.
  local function applications(declared)
    local cells = {}
    for _, t in ipairs(declared.tables) do
      for _, row in ipairs(t.id == "applications" and t.rows or {}) do
        for i, column in ipairs(t.columns) do
          if column.id ~= "total" and row.id ~= "concluded" and not row.split then
            cells[("applications.%s.%s"):format(row.id, column.id)] = i
          end
        end
      end
    end
    return cells
  end

  for _, entry in ipairs(govreport.forms()) do
    if entry.id:find "^cn_disclosure_20[12][19]$" then
      it("are those of rows, of columns, and of both: " .. entry.id, function()
        local report, filled = read(applications(entry.declared), {}, entry.id)
        local results = 0
        for row in report.tables.applications:rows() do
          if row.id ~= "received" and row.id ~= "brought_forward" and row.id ~= "concluded"
             and row.id ~= "carried_forward" then results = results + 1 end
        end
        assert.equal(21, report:cell("applications.granted.total").value)   -- 1 + 2 + … + 6
        assert.equal(results, report:cell("applications.concluded.natural_person").value)
        assert.equal(21 * results, report:cell("applications.concluded.total").value)
        assert.equal(results + 10, #filled.computed)   -- the rows, concluded, and six columns of it
        local result = govreport.check(report, {select = {"applications.row_total", "applications.concluded"}})
        assert.equal(0, #result.list)
      end)
    end
  end

  it("are not added up where balance alone says what they are", function()
    local filled = fill{["applications.received.business"] = 3, ["applications.brought_forward.business"] = 0,
                        ["applications.concluded.business"] = 2}
    assert.equal(0, #filled.computed)
  end)

  it("are exact, with their unit", function()
    local cells = {["three_public.budget.travel_abroad"] = govreport.decimal "0.1",
                   ["three_public.budget.vehicle_purchase"] = govreport.decimal "0.2",
                   ["three_public.budget.vehicle_operation"] = 0, ["three_public.budget.receptions"] = 0}
    for at, value in pairs(cells) do cells[at] = {state = "number", value = value, unit = "万元"} end
    local report = read(cells, {year = 2023, agency = "云岭市水务局"}, "cn_budget_three_public")
    local total = report:cell "three_public.budget.total"
    assert.equal("0.3", tostring(total.value))
    assert.equal("万元", total.unit)
    assert.equal("0.3", total.raw)   -- the unit stands above the table
  end)

  it("are not those that would have too many digits", function()
    for _, small in ipairs{1, govreport.decimal "0.5"} do
      assert.equal(0, #fill(outcomes("reconsideration", 999999999999999, small, 0, 0)).computed)
    end
  end)

  it("are not those of several units", function()
    local cells = outcomes("reconsideration", 1, 2, 3)
    cells["disputes.reconsideration.pending"] = {state = "number", value = 1, unit = "万件"}
    assert.equal(0, #fill(cells).computed)
  end)
end)

describe("a cell", function()
  local at = "applications.granted.total"

  for _, case in ipairs{
    {12, "12"}, {"1,234", "1,234"}, {"增5", "增5"}, {"", ""}, {"—", "—"},
    {{state = "dash"}, "—"}, {{state = "dash", raw = "/"}, "/"}, {{state = "dash", raw = "12"}, "—"},
    {{state = "none"}, "无"}, {{state = "not_applicable"}, "不适用"}, {{state = "blank"}, ""},
    {{state = "number", value = -3, unit = "件", note = "其中修订1件"}, "-3件（其中修订1件）"},
    {{state = "unreadable", raw = "3l"}, "3l"},
  } do
    local given = type(case[1]) == "table" and case[1].state or tostring(case[1])
    it(("that is given as '%s' is printed as '%s'"):format(given, case[2]), function()
      assert.equal(case[2], (read{[at] = case[1]}):cell(at).raw or "")
    end)
  end

  it("has no unit behind it that stands above it", function()
    local fee = "fees.administrative_fees.amount"
    local function raw(unit)
      return (read{[fee] = {state = "number", value = 3, unit = unit}}):cell(fee).raw
    end
    assert.equal("3", raw "万元")
    assert.equal("3元", raw "元")
  end)

  it("is no cell of the form, or no value of a cell", function()
    assert.error_matches(function() fill{["applications.grantd.total"] = 1} end, "did you mean 'granted'", 1, true)
    for _, wrong in ipairs{1.5, true, {state = "number"}, {state = "nothing"}, {}} do
      assert.error_matches(function() fill{[at] = wrong} end, "'" .. at .. "': a number, a text", 1, true)
    end
  end)
end)

describe("a row", function()
  local function states(report, row)
    return report:cell("applications", row, "total").state
  end

  it("is left out where all that is known of it is that it is absent", function()
    local cells = {}
    for _, column in ipairs(govreport.forms()[1].declared.tables[5].columns) do
      cells["applications.not_processed_repeated." .. column.id] = {state = "absent"}
    end
    local report = read(cells)
    assert.equal("absent", states(report, "not_processed_repeated"))
    assert.equal("blank", states(report, "not_processed_petition"))
  end)

  it("stands in place of several where it is given", function()
    local whole = read{["applications.other_handling.total"] = 4}
    assert.equal(4, whole:cell("applications.other_handling.total").value)
    assert.equal("absent", states(whole, "other_remaining"))
    local parts = read{}
    assert.equal("blank", states(parts, "other_remaining"))
    assert.equal("absent", states(parts, "other_handling"))
  end)
end)

describe("what stands around the tables", function()
  it("is to be filled in, and told as such", function()
    local report = read({}, {agency = "云岭市水务局", year = 2024})
    assert.equal("云岭市水务局2024年政府信息公开工作年度报告", report.title)
    assert.is_nil(report.fields.processing_fee)
    local rules = {}
    for found in govreport.check(report):findings() do rules[found.rule] = (rules[found.rule] or 0) + 1 end
    assert.equal(1, rules["wording.template"])
    rules["wording.template"], rules["cells.blank"] = nil, nil
    assert.same({}, rules)
  end)

  it("says where the body and the year are to be filled in", function()
    local report = read{}
    local found = {}
    for finding in govreport.check(report, {select = {"wording.template"}}):findings() do
      for _, place in ipairs(finding.places) do found[place.raw] = true end
    end
    assert.is_true(found["（单位名称"])
    assert.is_true(found["××××年"])
  end)

  it("is what is given", function()
    local report = read({}, {
      agency = "云岭市水务局", year = 2024, head = {"编制本报告。"}, tail = {"云岭市水务局", "2025年1月8日"},
      sections = {overview = "（一）主动公开\n公开信息。", problems = false, other = "本年度未收取信息处理费。"}})
    assert.equal("2025-01-08", report.fields.signed_on.value)
    assert.is_nil(report:section "problems")
    assert.equal("未收取信息处理费", report.fields.processing_fee.raw:match "未收取信息处理费")
    assert.matches("主动公开", report:section("overview").text)
  end)
end)
