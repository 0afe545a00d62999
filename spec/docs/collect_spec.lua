--- examples/collect.lua: the reports of a folder as a table, and the ranks of the agencies.

local csv = require "govreport.base.csv"
local lfs = require "lfs"
local sample = require "govreport.form.sample"
local shell = require "spec.support.shell"

local received, granted = "applications.received.total", "applications.granted.total"

local function report(agency, year, cells)
  return sample.text{form = "cn_disclosure_2021", agency = agency, year = year, cells = cells}
end

describe("examples/collect.lua", function()
  local base, code, out, err, bytes, rows

  setup(function()
    base = shell.folder("=a", "=a/inner")
    local files = {
      ["a.html"] = report("清沅县水务局", 2023, {[received] = 7, [granted] = "—"}),
      ["b.html"] = report("清沅县教育局", 2023, {[received] = 12}),
      ["c.html"] = report("南浦镇人民政府", 2023, {[received] = ""}),
      ["d.html"] = report("石桥乡人民政府", 2023, {[received] = 7}),
      ["inner/e.html"] = report("清沅县水务局", 2022, {[received] = 0}),
      ['f,"g".txt'] = "这不是报告。",
      ["\178\226.png"] = "\137PNG\r\n\26\n",
      ["website.html"] = shell.read "examples/website-2023.html",
    }
    for name, text in pairs(files) do shell.write(base .. "/=a/" .. name, text) end
    assert(lfs.link("..", base .. "/=a/inner/circle", true))
    code, out, err = shell.govreport(("lua %s/examples/collect.lua =a out.csv"):format(shell.root), {folder = base})
    bytes = shell.read(base .. "/out.csv")
    rows = {}
    local parsed = assert(csv.parse(bytes))
    for i = 2, #parsed do
      rows[i - 1] = {}
      for column, name in ipairs(parsed[1]) do rows[i - 1][name] = parsed[i][column] end
    end
  end)
  teardown(function() shell.remove(base) end)

  local function row(name)
    for _, own in ipairs(rows) do
      if own.file == name then return own end
    end
    error("no row: " .. name)
  end

  it("has a row for each file, in the order of their names", function()
    local names = {}
    for i, own in ipairs(rows) do names[i] = own.file end
    assert.same({"'=a/a.html", "'=a/b.html", "'=a/c.html", "'=a/d.html", "'=a/f,\"g\".txt", "'=a/inner/circle",
                 "'=a/inner/e.html", "'=a/website.html", "'=a/%B2%E2.png"}, names)
  end)

  it("has figures and their states: what is blank is not 0", function()
    local a, c, e = row "'=a/a.html", row "'=a/c.html", row "'=a/inner/e.html"
    assert.same({"cn_disclosure_2021", "清沅县水务局", "2023", "7", "number", "", "dash", "", ""},
                {a.form, a.agency, a.year, a[received], a[received .. " state"], a[granted], a[granted .. " state"],
                 a.message, a.code})
    assert.same({"", "blank"}, {c[received], c[received .. " state"]})
    assert.same({"0", "number"}, {e[received], e[received .. " state"]})
  end)

  it("tells what could not be read, in the table and beside it", function()
    assert.equal(3, code)
    for name, wanted in pairs{["f,\"g\".txt"] = "form.unknown", ["inner/circle"] = "io.folder",
                              ["%B2%E2.png"] = "input.image", ["website.html"] = "form.other"} do
      local own = row("'=a/" .. name)
      assert.equal(wanted, own.code)
      assert.not_equal("", own.message)
      assert.same({"", ""}, {own[received], own[received .. " state"]})
      assert.is_truthy(err:find("[" .. wanted .. "]\n", 1, true), err)
    end
    assert.equal(4, select(2, err:gsub("\n", "")))
  end)

  it("is a table that spreadsheets read: UTF-8 with its mark, quotes, no formulas", function()
    assert.equal("\239\187\191file,form,", bytes:sub(1, 13))
    assert.is_truthy(utf8.len(bytes))
    assert.equal(#rows + 1, select(2, bytes:gsub("\r\n", "")))
    assert.is_truthy(bytes:find('\r\n"\'=a/f,""g"".txt",,', 1, true))
    assert.is_nil(bytes:find("[,\n\191]\"?[=+@-]"))
  end)

  it("has no formulas in wide characters either", function()
    assert(os.execute(("mkdir %s/＝b && cp %s/=a/a.html %s/＝b"):format(base, base, base)))
    shell.govreport(("lua %s/examples/collect.lua ＝b wide.csv"):format(shell.root), {folder = base})
    assert.is_truthy(shell.read(base .. "/wide.csv"):find("\n'＝b/a.html,", 1, true))
  end)

  it("ranks the agencies of each year: equal ones alike, unknown ones last and without a rank", function()
    assert.equal([[
2022  applications.received.total
   1             0  清沅县水务局
2023  applications.received.total
   1            12  清沅县教育局
   2             7  清沅县水务局
   2             7  石桥乡人民政府
   -         blank  南浦镇人民政府
]], out)
  end)

  it("says what it wants", function()
    assert.same({2, "", "usage: collect.lua FOLDER FILE.csv\n"},
                {shell.govreport("lua examples/collect.lua " .. base)})
  end)
end)
