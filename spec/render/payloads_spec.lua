--- What a report, a name of a file or a rule says goes out in every format, and other programs read it again: all of it
-- is there, nothing of it is structure, nothing of it is unsafe.

local catalogue = require "govreport.base.catalogue"
local finding = require "govreport.check.finding"
local fingerprint = require "govreport.check.fingerprint"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local payloads = require "spec.support.payloads"
local render = require "govreport.render"
local result = require "govreport.check.result"
local safe = require "govreport.base.safe"
local sample = require "govreport.form.sample"
local shell = require "spec.support.shell"
local valid = require "govreport.base.valid"

local function has(command) return os.execute("command -v " .. command .. " >/dev/null 2>&1") == true end

local has_python, has_markdown = has "python3", has "cmark-gfm"

local folder = shell.folder()
teardown(function() shell.remove(folder) end)

local example = "examples/report-with-errors.txt"

-- ---- one finding, all of whose texts are a payload ----------------------------------------------

local formats = {"text", "concise", "github", "csv", "json", "jsonl", "junit", "sarif", "md", "html", "page"}

local function result_of(payload)
  local report = assert(govreport.open(example))
  local section = report:section "overview"
  local found = finding.new({
    rule = "own.payload", severity = "warning", fields = {text = payload}, actual = payload, expected = payload,
    places = {{raw = payload, place = section.place}}, messages = {zh = "写有“{text}”。", en = "says “{text}”."},
  }, "zh")
  local own = {id = "own.payload", severity = "warning", title = {zh = payload, en = payload}, basis = payload}
  return report, result.new({found}, {}, "zh", {waived = {}, sums = {}, report = report, rules = {own}}), own
end

local function of_finding(payload, format)
  local report <close>, found, own = result_of(payload)
  if format == "md" or format == "html" then
    return govreport.render(govreport.letter(found, {from = payload, contact = payload}), format)
  end
  if format == "page" then return govreport.render(found, format, {name = payload}) end
  local printer = require("govreport.render.findings." .. format).new{
    lang = "zh", version = "1.2.3", rules = {own}, fail_on = "error"}
  local entry = {name = payload, subject = fingerprint.subject(report), report = report, result = found}
  local drawn = (printer:head() or "") .. (printer:file(entry) or "") .. (printer:foot{exit = 0} or "")
  local exact = {csv = true, json = true, jsonl = true, junit = true, sarif = true}
  return exact[format] and drawn or render.text.guarded(drawn)
end

-- ---- a report that holds payloads ---------------------------------------------------------------

local page = sample.text{form = "cn_disclosure_2021", agency = "云岭市水务局", year = 2021,
                         cells = {["applications.received.total"] = 7}}

local function escaped(text) return (text:gsub("[<&]", {["<"] = "&lt;", ["&"] = "&amp;"})) end

local function with(text, from, payload)
  local start, stop = assert(text:find(from, 1, true))
  return text:sub(1, start - 1) .. payload .. text:sub(stop + 1)
end

-- Where in a page the payload stands.
local carriers = {
  ["in its title"] = function(payload) return with(page, "云岭市水务局", "云岭市" .. escaped(payload) .. "水务局") end,
  ["in a cell"] = function(payload) return with(page, ">7<", ">" .. escaped(payload) .. "<") end,
  ["in a label"] = function(payload)
    return with(page, "部分公开", "部分公开" .. escaped(payload))
  end,
}

local of_reports = {
  ["text"] = function(report) return govreport.render(report, "text") end,
  ["tsv"] = function(report) return govreport.render(report, "tsv") end,
  ["json"] = function(report) return govreport.render(report, "json") end,
  ["data csv"] = function(report) return govreport.render(report, "csv") end,
  ["data jsonl"] = function(report) return govreport.render(report, "jsonl") end,
  ["trace"] = function(_, bytes) return govreport.render(govreport.trace(bytes), "text", {all = true}) end,
  ["trace json"] = function(_, bytes) return govreport.render(govreport.trace(bytes), "json") end,
  ["ledger"] = function(report) return govreport.render(report, "ledger") end,
}
for _, format in ipairs{"text", "concise", "github", "csv", "json", "jsonl", "junit", "sarif", "waivers"} do
  of_reports["check " .. format] = function(_, _, found) return govreport.render(found, format) end
end
for _, format in ipairs{"md", "html"} do
  of_reports["letter " .. format] = function(_, _, found) return govreport.render(govreport.letter(found), format) end
end

-- Two reports as data: one whose title holds the payload, which is also the name of its file, and one without it.
local function of_many(payload, format)
  local collection = govreport.open_files{{name = payload, bytes = carriers["in its title"](payload)},
                                          {name = "b.html", bytes = page}}
  local drawn = govreport.render(collection, format)
  assert(collection.files == 2)
  return drawn
end

of_reports["review page"] = function(_, _, found) return govreport.render(found, "page") end

-- ---- read by others -----------------------------------------------------------------------------

local jobs, lines = {}, {}

local function add(job, text)
  local path = ("%s/%d"):format(folder, #jobs + 1)
  shell.write(path, text)
  job.text = text
  jobs[#jobs + 1] = job
  lines[#lines + 1] = job.kind .. "\t" .. path .. "\n"
end

local function read_all()
  for number, payload in ipairs(payloads) do
    for _, format in ipairs(formats) do
      add({kind = format, what = "a finding as " .. format, payload = payload, is_finding = true, first = number == 1},
          of_finding(payload[2], format))
    end
    for _, format in ipairs{"tsv", "csv", "json", "jsonl"} do
      add({kind = format, what = "many reports as " .. format, payload = payload, is_many = true},
          of_many(payload[2], format))
    end
    for where, carry in pairs(carriers) do
      local bytes = carry(payload[2])
      local report = govreport.parse(bytes, {name = payload[2], format = "html"})
      if report then
        local found = govreport.check(report)
        for name, draw in pairs(of_reports) do
          add({kind = name:match("%a+$"), what = ("a report with it %s as %s"):format(where, name), payload = payload,
               model = {report.title, report.agency}, shows = name == "text" or name == "json"},
              draw(report, bytes, found))
        end
        report:close()
      end
    end
  end
  shell.write(folder .. "/jobs", table.concat(lines))
  local code, out, err = shell.run("python3 spec/support/read_back.py " .. folder .. "/jobs")
  assert(code == 0, err)
  local number = 0
  for line in out:gmatch("[^\n]+") do
    number = number + 1
    jobs[number].read = assert(json_reader.decode(line))
  end
  assert(number == #jobs)
end

-- ---- what must be there -------------------------------------------------------------------------

local exact = {json = true, jsonl = true, sarif = true}

local function lacks(strings, text)
  for _, own in ipairs(strings) do
    if own:find(text, 1, true) then return false end
  end
  return true
end

-- Text as a page or a letter shows it: white space is one space.
local function flat(text) return (text:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")) end

-- Whether what went out is safe: nothing but the line ends and tabs of its format.
local function unsafe_in(job)
  local plain = job.text:gsub("[\n\t]", "")
  if job.kind == "csv" then plain = plain:gsub("\r", "") end
  local shown = safe(plain)
  return shown ~= plain and ("%q"):format(plain:sub(1, 200))
end

-- What a reader must find of the payload in a finding.
local function wanted(job)
  local payload = job.payload[2]
  if exact[job.kind] then return safe(catalogue.without_addresses(payload)), valid(payload) end
  return safe(catalogue.without_addresses(payload))
end

-- What is wrong with many reports as data: the name of the file is a field, with all of it, and each row is whole.
local function fault_of_many(job)
  local read, payload = job.read, job.payload[2]
  if exact[job.kind] then return lacks(read.strings, valid(payload)) and "lacks the name" or nil end
  local is_there
  for _, own in ipairs(read.strings) do is_there = is_there or (own:gsub("^'", "")) == safe(payload) end
  if not is_there then return "lacks the name" end
  local rows = 0
  for width in read.shape:gmatch("%d+") do
    rows = rows + 1
    if width ~= "16" then return "a row of " .. width end
  end
  return rows < 200 and "only " .. rows .. " rows" or nil
end

local first_shapes = {}

local function fault_of(job)
  local read = job.read
  if job.kind == "md" and not has_markdown then return nil end
  if read.problem ~= json_reader.null and read.problem then return "cannot be read: " .. read.problem end
  if unsafe_in(job) then return "unsafe: " .. unsafe_in(job) end
  if job.is_many then return fault_of_many(job) end
  if job.is_finding then
    if job.first then first_shapes[job.kind] = read.shape end
    if read.shape ~= first_shapes[job.kind] then return "another shape: " .. read.shape end
    local message, name = wanted(job)
    local strings = {}
    for i, own in ipairs(read.strings) do strings[i] = flat(own) end
    if job.kind ~= "github" and lacks(strings, flat(message)) then return "lacks " .. message end
    if name and job.kind ~= "sarif" and lacks(read.strings, name) then return "lacks the name " .. name end
  end
  for _, own in ipairs(job.shows and job.model or {}) do
    if lacks(read.strings, job.kind == "json" and own or safe(own)) then return "lacks " .. own end
  end
end

describe("what a report may say", function()
  if not has_python then
    pending "is read again by other programs: there is no python3"
    return
  end
  if not has_markdown then pending "is read again as Markdown: there is no cmark-gfm" end
  read_all()
  local by_what, order = {}, {}
  for _, job in ipairs(jobs) do
    if not by_what[job.what] then
      by_what[job.what] = {}
      order[#order + 1] = job.what
    end
    table.insert(by_what[job.what], job)
  end
  for _, what in ipairs(order) do
    it("is text in " .. what, function()
      local faults = {}
      for _, job in ipairs(by_what[what]) do
        local fault = fault_of(job)
        if fault then faults[#faults + 1] = job.payload[1] .. ": " .. fault end
      end
      assert.are.equal("", table.concat(faults, "\n"))
    end)
  end
end)
