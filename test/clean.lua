--- What is said of reports with which nothing is wrong: generated reports of both disclosure forms, checked.
--
--   make clean-reports                      300 reports from seed 1
--   make clean-reports COUNT=2000 SEED=7    more of them, others
--   make clean-reports SHOW=12              the text of report 12, and what is said of it
--
-- A line for each rule and severity: how many findings, in how many reports, and one of them. Fails where there is any
-- error or warning.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or os.getenv("GOVREPORT_BUILD") or "build") .. package.cpath

local clean_reports = require "spec.support.clean_reports"
local govreport = require "govreport"

local severities = {"error", "warning", "info", "notice"}

local function number_of(name, default)
  local text = os.getenv(name)
  if not text or text == "" then return default end
  return assert(math.tointeger(tonumber(text)), name .. " is no whole number")
end

local function result_of(report)
  return assert(govreport.check(assert(govreport.parse(report.text)), {lang = "zh"}))
end

local function add(kinds, number, report, finding)
  local key = finding.severity .. " " .. finding.rule
  local kind = kinds[key] or {severity = finding.severity, rule = finding.rule, count = 0, reports = {}, reported = 0}
  kinds[key] = kind
  kind.count = kind.count + 1
  if not kind.reports[number] then kind.reports[number], kind.reported = true, kind.reported + 1 end
  kind.example = kind.example or ("SHOW=%d (%s, %s): %s"):format(number, report.body.name, report.surface,
                                                                  finding.message)
end

local function print_kinds(kinds, severity)
  local list = {}
  for _, kind in pairs(kinds) do
    if kind.severity == severity then list[#list + 1] = kind end
  end
  table.sort(list, function(a, b) return a.count > b.count or a.count == b.count and a.rule < b.rule end)
  local sum = 0
  for _, kind in ipairs(list) do
    print(("%-8s %-36s %4d in %d reports\n    %s"):format(severity, kind.rule, kind.count, kind.reported, kind.example))
    sum = sum + kind.count
  end
  return sum
end

local function run(seed, count)
  local kinds = {}
  for number = 1, count do
    local report = clean_reports.new(seed, number)
    for finding in result_of(report):findings() do add(kinds, number, report, finding) end
  end
  local sums = {}
  for _, severity in ipairs(severities) do sums[severity] = print_kinds(kinds, severity) end
  print(("%d reports: %d errors, %d warnings, %d hints, %d notices"):format(
    count, sums.error, sums.warning, sums.info, sums.notice))
  return sums.error + sums.warning == 0
end

local function show(seed, number)
  local report = clean_reports.new(seed, number)
  print(report.text)
  for finding in result_of(report):findings() do
    print(("%s %s: %s"):format(finding.severity, finding.rule, finding.message))
  end
  return true
end

local function main()
  local seed, number = number_of("SEED", 1), number_of "SHOW"
  if number then return show(seed, number) end
  return run(seed, number_of("COUNT", 300))
end

os.exit(main(), true)
