--- `govreport check --annotate`, as people run it, and what LibreOffice makes of it.

local govreport = require "govreport"
local package = require "spec.support.package"
local shell = require "spec.support.shell"
local unzip = require "spec.support.unzip"

if not pcall(require, "govreport.docx") then
  describe("check --annotate", function() pending "the module govreport.docx is not built" end)
  return
end

local run, read = shell.govreport, shell.read
local draft = package.of(assert(govreport.read "examples/report-with-errors.txt"), package.whole)
local folder

setup(function()
  folder = shell.folder("reports", "profile")
  shell.write(folder .. "/draft.docx", draft)
  shell.write(folder .. "/reports/one.docx", draft)
end)

teardown(function() shell.remove(folder) end)

-- The command with @ for the folder.
local function check(arguments) return run((("check --format concise " .. arguments):gsub("@", folder))) end

-- What the function of the library gives.
local function annotated(options)
  local report = assert(govreport.parse(draft, {name = "draft.docx"}))
  return assert(govreport.annotate(govreport.check(report, {today = "2025-01-01"}), {bytes = draft}, options))
end

describe("check --annotate", function()
  it("writes the file with comments beside what it prints, and ends as ever", function()
    local code, out = check "@/draft.docx"
    assert.equal(1, code)
    assert.same({1, out, ""}, {check "@/draft.docx --annotate @/out.docx"})
    assert.is_true(annotated() == read(folder .. "/out.docx"))
    assert.equal(draft, read(folder .. "/draft.docx"))
  end)

  it("writes them in the language of the run, and suggests what it is asked to", function()
    check "@/draft.docx --annotate @/out.docx --suggest --lang en"
    assert.is_true(annotated{lang = "en", suggest = true} == read(folder .. "/out.docx"))
  end)

  it("takes the file of a folder, standard input, and the file that it writes to", function()
    local want = annotated()
    check "@/reports --annotate @/a.docx"
    assert.is_true(want == read(folder .. "/a.docx"))
    check "- --annotate @/b.docx <@/draft.docx"
    assert.is_true(want == read(folder .. "/b.docx"))
    check "@/b.docx --annotate @/b.docx"
    assert.is_true(want == read(folder .. "/b.docx"))
  end)

  for _, case in ipairs{
    {"@/draft.docx --annotate @/x.doc", 2, "annotate.ending", ".docx"},
    {"@/draft.docm --annotate @/x.docx", 2, "annotate.ending", ".docm"},
    {"@/draft.docx --annotate @/x", 2, "annotate.ending", ".docx"},
    {"@/draft.docx --suggest", 2, "annotate.alone", "--suggest"},
    {"@/draft.docx @/reports --annotate @/x.docx", 2, "annotate.single", "2"},
    {"examples/report.txt --annotate @/x.docx", 3, "annotate.format", "examples/report.txt"},
    {"@/none.docx --annotate @/x.docx", 3, "io.missing", "none.docx"},
    {"@/draft.docx --annotate @/none/x.docx", 3, "io.unwritable", "none/x.docx"},
  } do
    it("tells what it cannot do: " .. case[1], function()
      shell.write(folder .. "/draft.docm", draft)
      local code, _, err = check(case[1])
      assert.equal(case[2], code)
      assert.matches("[" .. case[3] .. "]", err, 1, true)
      assert.matches(case[4], err, 1, true)
      assert.is_nil(io.open(folder .. "/x.docx"))
    end)
  end
end)

-- ---- other programs -------------------------------------------------------------------------------------

-- The first of some programs that does what is asked of it; and `it`, or what tells that there is none. Sanitizers that
-- look at us are not for them.
local function first_of(programs, arguments, name)
  for _, program in ipairs(programs) do
    program = "env -u LD_PRELOAD timeout 120 " .. program
    if shell.run(program .. " " .. arguments) == 0 then return program, it end
  end
  return nil, function(test) pending(test .. ": " .. name .. " is not there") end
end

local office, with_office = first_of({"soffice", "libreoffice"}, "--version", "LibreOffice")
-- A Python of the system may have what that of a user has not.
local python, with_python = first_of({"python3", "/usr/bin/python3"}, "-c 'import docx'", "python-docx")

describe("the file with comments", function()
  -- What LibreOffice has read, as its own document.
  local function opened(name)
    local code, _, err = shell.run(("%s -env:UserInstallation=file://%s/profile --headless --convert-to odt "
      .. "--outdir %s %s/%s.docx"):format(office, folder, folder, folder, name))
    assert.equal(0, code, err)
    return unzip.part(read(("%s/%s.odt"):format(folder, name)), "content.xml")
  end

  with_office("shows its comments and suggestions in LibreOffice, on their texts", function()
    shell.write(folder .. "/shown.docx", annotated{suggest = true})
    local content, list = opened "shown", {}
    for creator, text, on in content:gmatch("<office:annotation .-<dc:creator>(.-)</dc:creator>(.-)</office:annotation>"
      .. "(.-)<office:annotation%-end") do
      list[#list + 1] = {creator, text:gsub("<[^>]*>", ""):match "【.-】", (on:gsub("<[^>]*>", ""))}
    end
    assert.same({
      {"govreport", "【待核实】", "五"}, {"govreport", "【待核实】", "2019年1月1日"},
      {"govreport", "【待核实】", "主动公开政府信息情况"}, {"govreport", "【需修改】", "4"},
      {"govreport", "【需修改】", "10103"}}, list)
    assert.matches("<text:deletion><office:change%-info><dc:creator>govreport</dc:creator>.-<text:p[^>]*>5</text:p>",
                   content)
  end)

  with_python("opens in python-docx, with the text as it is", function()
    shell.write(folder .. "/read.docx", annotated())
    shell.write(folder .. "/read.py", "import docx, sys\nd = docx.Document(sys.argv[1])\n"
      .. "print(len(d.paragraphs), len(d.tables), d.paragraphs[0].text)")
    local code, out = shell.run(("%s %s/read.py %s/read.docx"):format(python, folder, folder))
    local same, wanted = shell.run(("%s %s/read.py %s/draft.docx"):format(python, folder, folder))
    assert.same({0, 0, wanted}, {code, same, out})
  end)
end)
