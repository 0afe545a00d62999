--- Examples for reports beside those of which they are the sums: what a roll-up says of them.

local function unit(name, status, year)
  return {name = name .. (year or 2024), agency = name, year = year or 2024, form = "cn_disclosure_2021",
          status = status or "counted"}
end

local water, school = unit "云岭市河道管理局", unit "云岭市教育局"

-- A roll-up in which all is well, with changes.
local function rollup(changes)
  local made = {
    parent = unit("云岭市人民政府", "parent"), members = {water, school}, counted = {water, school}, missing = {},
    lines = {}, causes = {}, open = 0,
  }
  for key, value in pairs(changes or {}) do made[key] = value end
  return {rollup = made}
end

-- One cell beside what the two units have.
local function line(value, verdict)
  return {address = "applications.received.total", table = "applications", row = "received", column = "total",
          value = value, sum = 50, difference = value and value - 50, unknown = 0, parts = {30, 20}, verdict = verdict,
          money = false, signed = false}
end

local twin = unit("云岭市教育局", "twice")
twin.twin = school
local other_form = unit "云岭市教育局"
other_form.form = "cn_disclosure_2019"

local office = rollup()
office.agency = "云岭市人民政府办公室"

return {
  ["rollup.missing"] = {fails = rollup{missing = {"云岭市财政局"}}, passes = rollup()},
  ["rollup.twice"] = {fails = rollup{members = {water, school, twin}}, passes = rollup()},
  ["rollup.year"] = {fails = rollup{members = {water, unit("云岭市教育局", "year", 2023)}}, passes = rollup()},
  ["rollup.body"] = {fails = rollup{members = {water, school, unit("望川区教育局", "body")}}, passes = rollup()},
  ["rollup.office"] = {fails = office, passes = rollup()},
  ["rollup.form"] = {fails = rollup{counted = {water, other_form}}, passes = rollup()},
  ["rollup.cells"] = {
    fails = rollup{lines = {line(47, "differs")}, causes = {
      {kind = "none", children = {}, addresses = {"applications.received.total"}, table = "applications"}}},
    passes = rollup{lines = {line(50, "equal")}},
  },
  ["rollup.blank"] = {
    fails = rollup{lines = {line(nil, "blank")}},
    passes = rollup{lines = {line(50, "equal")}},
  },
  ["rollup.open"] = {
    fails = rollup{lines = {line(60, "open")}, open = 1},
    passes = rollup{lines = {line(50, "equal")}},
  },
}
