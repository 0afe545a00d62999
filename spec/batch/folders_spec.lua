--- What is in a folder: each entry is read, refused with a reason, or counted.

local folder_files = require "govreport.base.folder"
local govreport = require "govreport"
local lfs = require "lfs"
local shell = require "spec.support.shell"

local report = shell.read "examples/report.txt"
local folder

before_each(function() folder = shell.folder("all", "all/inner", "out") end)
after_each(function() shell.remove(folder) end)

-- Writes files below all/: their names, one for each word; all of them are reports.
local function write(names)
  for name in names:gmatch("%S+") do shell.write(folder .. "/all/" .. name, report) end
end

local function link(target, name) assert(lfs.link(target, folder .. "/all/" .. name, true)) end

-- A check of some paths below the folder: the Batch when it is done, its entries by name.
local function check(...)
  local paths, entries = {...}, {}
  for i, path in ipairs(paths) do paths[i] = folder .. "/" .. path end
  local batch = assert(govreport.check_files(paths, {select = {"disputes"}, lang = "en"}))
  for entry in batch:entries() do
    entries[#entries + 1] = entry.name:sub(#folder + 2) .. (entry.code and " " .. entry.code or "")
  end
  return batch, entries
end

-- The counts as a text: files = checked + unread + unsupported + repeated, unopened.
local function counts(batch)
  local own = batch.folder
  assert.equal(own.files, own.checked + own.unread + own.unsupported + own.repeated)
  return ("%d=%d+%d+%d+%d %d"):format(own.files, own.checked, own.unread, own.unsupported, own.repeated, own.unopened)
end

describe("the names of reports", function()
  for name, is in pairs{
    ["a.txt"] = true, ["a.TEXT"] = true, ["a.md"] = true, ["a.markdown"] = true, ["a.html"] = true, ["a.htm"] = true,
    ["a.xhtml"] = true, ["a.shtml"] = true, ["page.html?id=3"] = true, ["page.html@id=3"] = true, ["v1.2@b.txt"] = true,
    ["a.pdf"] = true, ["a.ofd"] = false, ["a.docx"] = true, ["a.mht"] = true, ["a.doc"] = false,
    ["a"] = false, ["a.txt.bak"] = false, [".txt"] = false, ["~$a.txt"] = false,
  } do
    it((is and "are like " or "are not like ") .. name, function()
      write(name)
      assert.equal(is and 1 or 0, #folder_files.search(folder .. "/all", {}).files)
    end)
  end
end)

describe("a folder", function()
  -- What it holds, the counts, what is told, the exit code.
  for _, case in ipairs{
    {"reports", "a.txt inner/b.markdown", "2=2+0+0+0 0", "", 0},
    {"what is hidden", "a.txt .b.txt ~$c.docx", "1=1+0+0+0 0", "", 0},
    {"pictures and tables", "a.txt b.png c.css d.js e.csv f.xlsx g.json", "7=1+0+6+0 0", "", 0},
    {"files that may be reports", "a.txt b.ofd c.OFD inner/d.ofd e.wps", "5=1+0+4+0 0",
     "all/*.ofd io.unsupported; all/*.wps io.unsupported", 3},
    {"archives and saved pages", "a.txt b.7z c.maff d.aspx", "4=1+0+3+0 0",
     "all/*.7z io.unsupported; all/*.aspx io.unsupported; all/*.maff io.unsupported", 3},
    {"a file without an ending", "a.txt README", "2=1+0+1+0 0", "all/* io.unsupported", 3},
    {"nothing but such", "b.ofd", "1=0+0+1+0 0", "all/*.ofd io.unsupported; all io.no_reports", 3},
    {"nothing", "", "0=0+0+0+0 0", "all io.no_reports", 3},
  } do
    it("with " .. case[1] .. " is counted", function()
      write(case[2])
      local batch, entries = check "all"
      assert.equal(case[3], counts(batch))
      local told = {}
      for _, entry in ipairs(entries) do
        if entry:find(" io.", 1, true) then told[#told + 1] = entry end
      end
      assert.equal(case[4], table.concat(told, "; "))
      assert.equal(case[5], batch:exit_code())
      assert.equal(#entries, batch.total)
    end)
  end

  it("says of each kind how many there are, and what to do", function()
    write "a.txt b.ofd c.ofd d.doc"
    local _, told = govreport.files(folder .. "/all", {lang = "en"})
    assert.equal(folder .. "/all/*.doc: 1 file not checked, maybe a report; please open in Word or WPS and save as a "
                 .. "Word document (.docx).", told[1].message)
    assert.matches("/all/*.ofd: 2 files not checked, maybe reports; please save or copy", told[2].message, 1, true)
    local _, chinese = govreport.files(folder .. "/all")
    assert.matches("/all/*.ofd：2个文件未核对，可能是报告；请在阅读软件中另存", chinese[2].message, 1, true)
  end)

  it("counts what cannot be read", function()
    write "a.txt"
    shell.write(folder .. "/all/letter.txt", "您好，这是一封信。")
    link("nowhere", "gone.txt")
    local batch, entries = check "all"
    assert.equal("3=1+2+0+0 0", counts(batch))
    assert.same({"all/a.txt", "all/gone.txt io.missing", "all/letter.txt form.unknown"}, entries)
    assert.equal(3, batch:exit_code())
  end)

  it("that may not be listed is one complaint, and the rest goes on", function()
    write "a.txt inner/b.txt"
    local list = lfs.dir
    finally(function() lfs.dir = list end)
    lfs.dir = function(path)   -- luacheck: ignore
      if path:find("inner$") then error("cannot open " .. path .. ": Permission denied") end
      return list(path)
    end
    local batch, entries = check "all"
    assert.same({"all/inner io.unreadable", "all/a.txt"}, entries)
    assert.equal("1=1+0+0+0 1", counts(batch))
    assert.equal(3, batch:exit_code())
    local _, told = govreport.files(folder .. "/all", {lang = "en"})
    assert.equal(folder .. "/all/inner: cannot be read (Permission denied).", told[1].message)
  end)

  it("does not wait for what is no file", function()
    write "a.txt"
    assert(os.execute("mkfifo " .. folder .. "/all/pipe.txt"))
    assert.equal("2=1+0+1+0 0", counts(check "all"))
  end)
end)

describe("a file of several names", function()
  it("is read once: named twice, beside its folder, by a link, under a second name", function()
    write "a.txt"
    link("a.txt", "link.txt")
    assert(lfs.link(folder .. "/all/a.txt", folder .. "/all/same.txt"))
    local batch, entries = check("all/a.txt", "all/a.txt", "all/./a.txt", "all", "all/inner/../a.txt")
    assert.same({"all/a.txt"}, entries)
    assert.equal("3=1+0+0+2 0", counts(batch))
    assert.equal(0, batch:exit_code())
  end)

  it("stays several files where only the content is the same", function()
    write "a.txt b.txt"
    assert.equal("2=2+0+0+0 0", counts(check "all"))
  end)

  it("is taken out of the parts of a roll-up, whatever its name", function()
    write "a.txt b.txt"
    link("b.txt", "parent.txt")
    local code, out = shell.govreport(("rollup --to json %s/all/parent.txt %s/all"):format(folder, folder))
    assert.matches('"name": "[^"]*/all/a.txt"', out)
    assert.is_nil(out:find("/all/b.txt", 1, true))
    assert.not_equal(70, code)
  end)
end)

describe("folders", function()
  it("that are given twice, or lie in each other, are searched once", function()
    write "a.txt inner/b.txt"
    for _, paths in ipairs{{"all", "all"}, {"all", "all/inner"}, {"all/inner", "all"}, {"all/", "out/../all"}} do
      local batch, entries = check(table.unpack(paths))
      assert.equal("2=2+0+0+0 0", counts(batch))
      assert.equal(2, #entries)
    end
  end)

  it("behind links are not entered, which is told unless they are searched anyway", function()
    write "a.txt inner/b.txt"
    link("inner", "aside")
    link("..", "back")
    assert.equal("2=2+0+0+0 1", counts(check "all"))   -- back leads out of the folder
    shell.write(folder .. "/out/c.txt", report)
    link("../out", "out")
    local batch, entries = check "all"
    assert.same({"all/back io.link", "all/out io.link", "all/a.txt", "all/inner/b.txt"}, entries)
    assert.equal(3, batch:exit_code())
  end)

  it("are none where only files are given", function()
    write "a.txt"
    assert.is_nil(check("all/a.txt").folder)
  end)
end)
