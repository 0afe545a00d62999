--- What the functions of `require "govreport"` open themselves they close, as soon as nobody can need it: Lua does not
-- see how much memory that is.

local core = require "govreport.core"
local govreport = require "govreport"
local sample = require "govreport.form.sample"
local shell = require "spec.support.shell"

local folder = shell.folder()
teardown(function() shell.remove(folder) end)

local function write(year)
  local path = ("%s/report%d.html"):format(folder, year)
  shell.write(path, sample.text{form = "cn_disclosure_2021", year = year})
  return path
end

local before, path = write(2021), write(2022)

-- How many of the documents that a function opens are open when it returned.
local function left_open(f)
  local parse, documents, count = core.parse, {}, 0
  core.parse = function(...)
    local document, code, fields = parse(...)
    documents[#documents + 1] = document
    return document, code, fields
  end
  local ok, problem = pcall(f)
  core.parse = parse
  assert(ok, problem)
  for _, document in ipairs(documents) do
    if not tostring(document):find("closed", 1, true) then count = count + 1 end
  end
  return count, #documents
end

local function all(batch)   -- or a Collection
  for _ in batch:entries() do end   -- luacheck: ignore 542
end

-- Each opens so many.
local cases = {
  {"a check with the report of the year before", 2, function()
    local report = assert(govreport.open(path))
    local document, result = report.document, govreport.check(report, {previous = before})
    assert.is_string(result.list[1].messages.en)
    report:close()
    document:close()
  end},
  {"copies of which the first cannot be read", 1, function() govreport.same{folder .. "/none.html", path} end},
  {"near-identical parts", 2, function() govreport.similar{path, before} end},
  {"a series", 5, function() all(govreport.check_files({folder}, {series = true})) end},
  {"files with the report of the year before", 2, function()
    all(govreport.check_files({path}, {previous = before}))
  end},
  {"files that are opened", 2, function() all(govreport.open_files{path, before}) end},
  {"a loop over opened files that is left", 1, function()
    for entry in govreport.open_files{path, before}:entries() do
      if entry.report.year == 2022 then break end
    end
  end},
  {"opened files that are shown", 2, function() govreport.render(govreport.open_files{path, before}, "jsonl") end},
  {"a loop over files that is left", 1, function()
    for entry in govreport.check_files{path, before}:entries() do
      if entry.report.year == 2022 then break end
    end
  end},
  {"a loop over files that raises", 1, function()
    assert.is_false((pcall(function()
      for _ in govreport.check_files{path, before}:entries() do error "enough" end
    end)))
  end},
  {"a loop that goes on where another one was left", 2, function()
    local batch, years = govreport.check_files{path, before}, {}
    for entry in batch:entries() do
      years[1] = entry.report.year
      if #years > 0 then break end
    end
    for entry in batch:entries() do years[#years + 1] = entry.report.year end
    assert.same({2022, 2021}, years)
  end},
  {"files whose entries are asked for again", 2, function()
    local batch = govreport.check_files{path, before}
    batch:entries()()
    all(batch)
  end},
}

describe("what was opened is closed", function()
  for _, case in ipairs(cases) do
    it("behind " .. case[1], function()
      assert.same({0, case[2]}, {left_open(case[3])})
    end)
  end

  it("but not what a program gave", function()
    local report, previous <close> = assert(govreport.open(path)), assert(govreport.open(before))
    govreport.check(report, {previous = previous})
    all(govreport.check_files({path}, {previous = previous}))
    assert.equal(2021, previous.year)
    assert.is_nil((govreport.same{folder .. "/none.html", report}))
    assert.equal(2022, report.year)
    report:close()
  end)
end)

describe("an object as text", function()
  it("is its class, and no address", function()
    local report <close> = assert(govreport.open(path))
    local list = {govreport.diff(report, report), govreport.same{report, report}, govreport.similar{report, report},
                  govreport.printer(govreport.check_files{}, "text"),
                  govreport.rounds(govreport.render(govreport.check(report), "json"))}
    for _, object in ipairs(list) do assert.equal(getmetatable(object), tostring(object)) end
  end)
end)
