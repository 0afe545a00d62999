--- How reading fails, measured: consistent reports on the surfaces of text, half of them with an error planted, each
-- text then perturbed in one way; what is read is judged beside what the text says.
--
--   make perturb                        2000 perturbations from seed 1
--   make perturb COUNT=20000 SEED=7     more of them, others
--   make perturb SEED=1 SHOW=n          the text of case n, and what is wrong with its reading
--   make perturb CLEAN=1                the reports as printed: what is said of them beside notices and hints
--
-- Columns: `ambig` perturbations after which the text is another that is well made (two values exchanged), judged for
-- crashes alone; `refused` texts that were read as no report; `silent` wrong numbers of which nothing is said, `told`
-- those whose cell or row a finding names; `blame` findings that accuse the report for what happened to its text,
-- `damage` those that a reader of the text could make as well (see spec/support/perturbed.lua), both on reports without
-- a planted error; `unread` the share of the cells that the perturbation did not touch; `planted` errors that
-- are told, of those whose cells were not touched.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or os.getenv("GOVREPORT_BUILD") or "build") .. package.cpath

local consistent = require "spec.support.consistent"
local perturb = require "spec.support.perturb"
local perturbed = require "spec.support.perturbed"
local text_surfaces = require "spec.support.text_surfaces"

local harness = {}

local shown_examples = 3

-- ---- tallies ------------------------------------------------------------------------------------

-- A tally: `counts` by "group|name|field"; `examples`, lists of `{case, text}` by fault, lowest cases first.

local function new_tally() return {counts = {}, examples = {}} end

local function count(tally, group, name, field, more)
  local key = group .. "|" .. name .. "|" .. field
  tally.counts[key] = (tally.counts[key] or 0) + (more or 1)
end

local function add_example(tally, fault, number, text)
  local list = tally.examples[fault] or {}
  tally.examples[fault] = list
  if #list > 0 and list[#list].case == number then return end
  list[#list + 1] = {case = number, text = text}
  table.sort(list, function(a, b) return a.case < b.case end)
  list[shown_examples + 1] = nil
end

--- A count of a tally.
function harness.count(tally, group, name, field) return tally.counts[group .. "|" .. name .. "|" .. field] or 0 end

local function add_outcome(tally, group, name, outcome)
  local function add(field, more) count(tally, group, name, field, more) end
  add "cases"
  if outcome.ambiguous then add "ambiguous" end
  if outcome.crash then add "crashes" end
  if outcome.refused then add "refused" end
  for _, field in ipairs{"silent", "told", "blame", "damage"} do
    add(field, #outcome[field])
    if #outcome[field] > 0 then add(field .. " cases") end
  end
  add("cells", outcome.cells)
  add("unread", outcome.unread)
  if outcome.planted_told ~= nil then
    add "planted"
    if outcome.planted_told then add "planted told" end
  end
end

local function add_faults(tally, number, case, outcome)
  local where = (" (%s, %s)"):format(case.base.surface.name, case.kind)
  if outcome.crash then add_example(tally, "crash", number, case.reading.message:match("^[^\n]*") .. where) end
  for _, wrong in ipairs(outcome.silent) do
    add_example(tally, "silent: " .. case.base.surface.name, number,
                ("%s is %s, printed %s%s"):format(wrong.address, wrong.value, wrong.printed or "nowhere", where))
  end
  for _, found in ipairs(outcome.blame) do
    count(tally, "rule", found.rule, "blame")
    add_example(tally, "blame: " .. found.rule, number, found.message .. where)
  end
  for _, found in ipairs(outcome.damage) do count(tally, "rule", found.rule, "damage") end
end

-- ---- runs ---------------------------------------------------------------------------------------

--- Makes and judges the cases `first` to `stop` of a seed.
-- @param tally to add to; a new one where it is left out
-- @return the tally
function harness.run(seed, first, stop, tally)
  tally = tally or new_tally()
  local base, group
  for number = first, stop do
    if group ~= number // perturbed.of_each then
      group = number // perturbed.of_each
      base = perturbed.base(seed, group)
      if base.planted then
        count(tally, "error", base.planted.kind, "bases")
        if perturbed.tells(base.reading, base.planted) then count(tally, "error", base.planted.kind, "bases told") end
      end
    end
    local case = perturbed.case(base, seed, number)
    local outcome = perturbed.judge(case)
    add_outcome(tally, "surface", base.surface.name, outcome)
    add_outcome(tally, "kind", case.kind, outcome)
    add_outcome(tally, "all", "all", outcome)
    if base.planted then add_outcome(tally, "error", base.planted.kind, outcome) end
    add_faults(tally, number, case, outcome)
  end
  return tally
end

--- Reads reports as they are printed: `first` to `stop`, all surfaces in turn, none with an error.
function harness.run_clean(seed, first, stop)
  local tally = new_tally()
  for group = first, stop do
    local base = perturbed.base(seed, group, nil, true)
    local outcome = perturbed.judge{base = base, reading = base.reading, lines = base.lines,
                                    touched = {cells = {}, rows = {}, tables = {}}}
    outcome.blame = {}
    for _, found in ipairs(base.reading.findings) do
      local rule = ("%s %s"):format(found.severity, found.rule)
      count(tally, "said", base.surface.name .. ": " .. rule, "times")
      if found.severity == "error" or found.severity == "warning" then
        outcome.blame[#outcome.blame + 1] = found
        add_example(tally, base.surface.name .. ": " .. rule, group, found.message)
      end
    end
    for _, wrong in ipairs(outcome.silent) do
      add_example(tally, "silent: " .. base.surface.name, group, wrong.address .. " is " .. wrong.value)
    end
    if outcome.crash then add_example(tally, "crash", group, base.reading.message) end
    add_outcome(tally, "surface", base.surface.name, outcome)
    add_outcome(tally, "all", "all", outcome)
  end
  return tally
end

-- ---- processes ----------------------------------------------------------------------------------

local function write_tally(tally)
  for key, value in pairs(tally.counts) do print(("count\t%s\t%d"):format(key, value)) end
  for fault, list in pairs(tally.examples) do
    for _, example in ipairs(list) do
      print(("example\t%s\t%d\t%s"):format(fault, example.case, (example.text:gsub("%s+", " "))))
    end
  end
  print "done"
end

local function read_tally(tally, file)
  local done = false
  for line in file:lines() do
    local key, value = line:match("^count\t(.-)\t(%d+)$")
    local fault, number, text = line:match("^example\t(.-)\t(%d+)\t(.*)$")
    if key then tally.counts[key] = (tally.counts[key] or 0) + math.tointeger(value)
    elseif fault then add_example(tally, fault, math.tointeger(number), text)
    else done = done or line == "done" end
  end
  assert(file:close() and done, "a process has failed")
end

-- The tally of all, each process taking whole groups.
local function run_jobs(settings)
  local step = perturbed.of_each * ((settings.count // settings.jobs) // perturbed.of_each + 1)
  local files, tally = {}, new_tally()
  for first = 0, settings.count - 1, step do
    files[#files + 1] = assert(io.popen(("CLEAN=%s SEED=%d %s %s --part %d %d"):format(
      settings.clean and 1 or "", settings.seed, arg[-1], arg[0], first, math.min(first + step, settings.count) - 1)))
  end
  for _, file in ipairs(files) do read_tally(tally, file) end
  return tally
end

-- ---- output -------------------------------------------------------------------------------------

local columns = {"cases", "ambiguous", "crashes", "refused", "silent", "silent cases", "told", "blame", "blame cases",
                 "damage", "damage cases"}
local titles = {"cases", "ambig", "crash", "refused", "silent", "(cases)", "told", "blame", "(cases)", "damage",
                "(cases)"}

local function print_head(title)
  local texts = {}
  for i, name in ipairs(titles) do texts[i] = ("%8s"):format(name) end
  print(("%-30s%s  unread  planted"):format(title, table.concat(texts)))
end

local function print_row(tally, group, name)
  local texts = {}
  for i, field in ipairs(columns) do texts[i] = ("%8d"):format(harness.count(tally, group, name, field)) end
  local cells, planted = harness.count(tally, group, name, "cells"), harness.count(tally, group, name, "planted")
  print(("%-30s%s  %5.1f%%  %s"):format(
    name, table.concat(texts), cells > 0 and 100 * harness.count(tally, group, name, "unread") / cells or 0,
    planted > 0 and ("%d/%d"):format(harness.count(tally, group, name, "planted told"), planted) or ""))
end

-- The names of a group, those with the most first.
local function names_of(tally, group, field)
  local names = {}
  for key in pairs(tally.counts) do
    local name = key:match("^" .. group .. "|(.*)|" .. field .. "$")
    if name then names[#names + 1] = name end
  end
  table.sort(names, function(a, b)
    local x, y = harness.count(tally, group, a, field), harness.count(tally, group, b, field)
    return x > y or x == y and a < b
  end)
  return names
end

local function print_examples(tally)
  local faults = {}
  for fault in pairs(tally.examples) do faults[#faults + 1] = fault end
  table.sort(faults)
  for _, fault in ipairs(faults) do
    print("\n" .. fault)
    for _, example in ipairs(tally.examples[fault]) do print(("  SHOW=%-6d %s"):format(example.case, example.text)) end
  end
end

local function print_surfaces(tally)
  print_head "surface"
  for _, surface in ipairs(text_surfaces.list) do print_row(tally, "surface", surface.name) end
  print_row(tally, "all", "all")
end

local function print_score(tally)
  print_surfaces(tally)
  print ""
  print_head "perturbation"
  for _, kind in ipairs(perturb.kinds) do print_row(tally, "kind", kind[1]) end
  print(("\n%-30s%10s%26s"):format("planted error", "told", "told before perturbing"))
  for _, kind in ipairs(consistent.errors) do
    local function of(field) return harness.count(tally, "error", kind, field) end
    print(("%-30s%10s%26s"):format(kind, of "planted told" .. "/" .. of "planted",
                                   of "bases told" .. "/" .. of "bases"))
  end
  print(("\n%-36s%8s%8s"):format("rule", "blame", "damage"))
  local seen = {}
  for _, field in ipairs{"blame", "damage"} do
    for _, rule in ipairs(names_of(tally, "rule", field)) do
      if not seen[rule] then
        print(("%-36s%8d%8d"):format(rule, harness.count(tally, "rule", rule, "blame"),
                                     harness.count(tally, "rule", rule, "damage")))
      end
      seen[rule] = true
    end
  end
  print_examples(tally)
end

local function print_clean(tally)
  print_surfaces(tally)
  print("\nsaid of reports as printed, times")
  for _, name in ipairs(names_of(tally, "said", "times")) do
    print(("  %-60s%6d"):format(name, harness.count(tally, "said", name, "times")))
  end
  print_examples(tally)
end

-- ---- one case -----------------------------------------------------------------------------------

local function print_findings(title, list)
  for _, found in ipairs(list) do
    print(("%s: line %s: %s [%s] %s"):format(title, found.line or "-", found.severity, found.rule, found.message))
  end
end

local function lines_of(text)
  local lines = {}
  for line in text:gmatch("([^\n]*)\n") do lines[#lines + 1] = line end
  return lines
end

-- The text with numbers of lines; those that differ from another text are marked.
local function print_text(text, before)
  local lines, others = lines_of(text), lines_of(before or text)
  local first, last = 1, 0
  while lines[first] and lines[first] == others[first] do first = first + 1 end
  while lines[#lines - last] and #lines - last >= first and lines[#lines - last] == others[#others - last] do
    last = last + 1
  end
  for number, line in ipairs(lines) do
    local changed = number >= first and number <= math.max(first, #lines - last) and before
    print(("%s%4d %s"):format(changed and ">" or " ", number, line))
  end
end

local function show(seed, number)
  local base = perturbed.base(seed, number // perturbed.of_each)
  local case = perturbed.case(base, seed, number)
  local outcome = perturbed.judge(case)
  print_text(case.text, (text_surfaces.text(base.lines)))
  print(("case %d: %s, %s, %s%s"):format(number, base.form, base.surface.name, case.kind,
                                         outcome.ambiguous and ", ambiguous" or ""))
  if base.planted then print("planted: " .. base.planted.kind .. " at " .. table.concat(base.planted.cells, ", ")) end
  if case.reading.failed then print(case.reading.failed .. ": " .. tostring(case.reading.message)) end
  for _, kind in ipairs{"silent", "told"} do
    for _, wrong in ipairs(outcome[kind]) do
      print(("wrong, %s: %s is %s, printed %s"):format(kind, wrong.address, wrong.value, wrong.printed or "nowhere"))
    end
  end
  print(("unread: %d of %d cells that were not touched"):format(outcome.unread, outcome.cells))
  print_findings("blame", outcome.blame)
  print_findings("damage", outcome.damage)
  print_findings("said", case.reading.findings)
end

local function show_clean(seed, group)
  local base = perturbed.base(seed, group, nil, true)
  print_text((text_surfaces.text(base.lines)))
  print(("report %d: %s, %s"):format(group, base.form, base.surface.name))
  print_findings("said", base.reading.findings)
end

local function number_of(name, default)
  local text = os.getenv(name)
  if not text or text == "" then return default end
  return assert(math.tointeger(tonumber(text)), name .. " is no whole number")
end

local function main()
  local settings = {seed = number_of("SEED", 1), count = number_of("COUNT", 2000), jobs = number_of("JOBS", 2),
                    clean = number_of("CLEAN", 0) ~= 0}
  if arg[1] == "--part" then
    local run = settings.clean and harness.run_clean or harness.run
    write_tally(run(settings.seed, math.tointeger(tonumber(arg[2])), math.tointeger(tonumber(arg[3]))))
    return true
  end
  local case = number_of("SHOW")
  if case then
    (settings.clean and show_clean or show)(settings.seed, case)
    return true
  end
  local tally = run_jobs(settings);
  (settings.clean and print_clean or print_score)(tally)
  return harness.count(tally, "all", "all", "crashes") == 0
end

if arg and arg[0] and arg[0]:find("perturb.lua", 1, true) then os.exit(main(), true) end

return harness
