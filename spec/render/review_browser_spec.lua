--- Pages of reviews in Chromium: see spec/support/review_browser.mjs. Left out where node, Chromium, playwright-core or
-- axe-core are not there.

local clean_reports = require "spec.support.clean_reports"
local example = require "spec.support.example"
local govreport = require "govreport"
local lfs = require "lfs"
local sample = require "govreport.form.sample"
local shell = require "spec.support.shell"

local modules = shell.build .. "/page/npm"
local chromium = os.getenv "CHROMIUM" or "/usr/bin/chromium"

-- What is missing, in a line; nil where nothing is.
local function lacking()
  if shell.run "command -v node" ~= 0 then return "there is no node" end
  if not lfs.attributes(chromium, "mode") then return "there is no " .. chromium end
  for _, name in ipairs{"playwright-core", "axe-core"} do
    if not lfs.attributes(modules .. "/node_modules/" .. name, "mode") then
      return ("there is no %s: npm install --prefix build/page/npm axe-core playwright-core"):format(name)
    end
  end
end

local function page_of(text, options)
  return govreport.render(govreport.check(assert(govreport.parse(text, {name = "报告.html"})), options or {}), "page")
end

local blank = {}
for _, column in ipairs{"natural_person", "business", "total"} do
  for _, row in ipairs{"received", "granted", "concluded"} do blank["applications." .. row .. "." .. column] = "" end
end

describe("a page of a review in a browser", function()
  local missing = lacking()
  if missing then
    pending("leads both ways, is for everybody, and prints: " .. missing)
    return
  end

  local folder = shell.folder("reports")
  teardown(function() shell.remove(folder) end)

  local function problems_of(pages)
    local names = {}
    for name, page in pairs(pages) do
      names[#names + 1] = folder .. "/" .. name
      shell.write(names[#names], page)
    end
    table.sort(names)
    local code, out, err = shell.run(("node spec/support/review_browser.mjs %s %s %s"):format(
      modules, chromium, table.concat(names, " ")))
    assert.equal(0, code, err)
    return out
  end

  it("leads both ways, is for everybody, and prints", function()
    assert.equal("", problems_of{
      ["clean.html"] = page_of(example.text), ["errors.html"] = page_of(shell.read "examples/report-with-errors.txt"),
      ["totals.html"] = page_of(example.set_all(example.text, {{"（一）予以公开", 7, "/"}, {"（七）总计", 7, "/"},
                                                               {"（一）予以公开", 1, "19"}})),
      ["blank.html"] = page_of(sample.text{form = "cn_disclosure_2021", agency = "云岭市水务局", year = 2021,
                                           cells = blank}),
      ["english.html"] = govreport.render(
        govreport.check(assert(govreport.open "examples/report-2021.html"), {lang = "en"}), "page", {lang = "en"}),
    })
  end)

  it("leads to them from the list of sixty", function()
    for number = 1, 60 do
      shell.write(("%s/reports/%02d.txt"):format(folder, number), clean_reports.new(5, number).text)
    end
    shell.write(folder .. "/reports/坏.txt", "不是报告。\n")
    shell.write(folder .. "/roster.csv", "名称\n云岭市水务局\n")
    local review = assert(govreport.review(folder .. "/reports", {roster = folder .. "/roster.csv"}))
    for name, content in review:files() do
      if name == "index.html" then assert.equal("", problems_of{[name] = content}) end
    end
  end)
end)
