--- govreport new report: reports in their forms, and what is told where one cannot be written.

local govreport = require "govreport"
local shell = require "spec.support.shell"

local has_docx = pcall(require, "govreport.docx")

local folder
before_each(function() folder = shell.folder() end)
after_each(function() shell.remove(folder) end)

local function new(arguments) return shell.govreport("new report " .. arguments, {folder = folder}) end

local form = "--form cn_disclosure_2021 "

describe("govreport new report", function()
  for _, ending in ipairs{"html", "htm", "txt", has_docx and "docx" or nil} do
    it("writes a report to be filled in, as ." .. ending, function()
      local code, out, err = new(form .. "--agency 云岭市水务局 --year 2024 -o draft." .. ending)
      assert.equal("", err)
      assert.equal(0, code)
      assert.matches("^已写出draft%." .. ending, out)
      local report = assert(govreport.open(folder .. "/draft." .. ending))
      assert.equal("cn_disclosure_2021", report.form)
      assert.equal("云岭市水务局2024年政府信息公开工作年度报告", report.title)
      assert.equal("blank", report:cell("applications.granted.total").state)
      assert.equal(3, (shell.govreport("check draft." .. ending, {folder = folder})))   -- blank: undecided
    end)
  end

  it("prints text where no file is named", function()
    local code, out = new(form .. "--agency 云岭市水务局 --year 2024")
    assert.equal(0, code)
    assert.matches("^云岭市水务局2024年政府信息公开工作年度报告\n", out)
  end)

  it("takes cells that were extracted and edited, and adds totals up", function()
    local extracted = select(2, shell.govreport("extract --to tsv " .. shell.root .. "/examples/report-2021.html"))
    local edited = extracted:gsub("\n(disputes\treconsideration\tupheld)\t[^\n]*", "\n%1\tnumber\t40")
                            :gsub("\ndisputes\treconsideration\ttotal[^\n]*", "")
    shell.write(folder .. "/cells.tsv", edited)
    local code, out = new(form .. "--data cells.tsv -o draft.html")
    assert.equal(0, code)
    assert.matches("自动合计1格", out)
    local old = assert(govreport.open "examples/report-2021.html")
    local report = assert(govreport.open(folder .. "/draft.html"))
    local upheld = old:cell("disputes.reconsideration.upheld").value
    assert.equal(40, report:cell("disputes.reconsideration.upheld").value)
    assert.equal(old:cell("disputes.reconsideration.total").value + 40 - upheld,
                 report:cell("disputes.reconsideration.total").value)
    assert.equal(old:cell("applications.granted.total").value, report:cell("applications.granted.total").value)
  end)

  it("reads them from standard input", function()
    local list = [[printf 'table\trow\tcolumn\tvalue\napplications\tgranted\ttotal\t7\n']]
    local command = ("%s | GOVREPORT_BUILD=%s %s/bin/govreport new report %s--data -")
    local code, out = shell.run(command:format(list, shell.build, shell.root, form))
    assert.equal(0, code)
    assert.equal(7, assert(govreport.parse(out)):cell("applications.granted.total").value)
  end)

  it("tells all that is wrong with the cells, and writes nothing", function()
    shell.write(folder .. "/cells.tsv",
                "table\trow\tcolumn\tvalue\napplications\tgranted\ttotal\tx\napplications\tgrantd\ttotal\t1\n")
    local code, out, err = new(form .. "--data cells.tsv -o draft.html")
    assert.equal(3, code)
    assert.equal("", out)
    assert.matches("cells.tsv：第2行.*%[data%.number%]\n.*cells.tsv：第3行.*granted.*%[data%.row_near%]\n$", err)
    assert.is_nil(io.open(folder .. "/draft.html"))
  end)

  it("changes no file that is there", function()
    shell.write(folder .. "/draft.html", "mine")
    local code, _, err = new(form .. "-o draft.html")
    assert.equal(2, code)
    assert.matches("new%.exists", err)
    assert.equal("mine", shell.read(folder .. "/draft.html"))
  end)

  for _, case in ipairs{
    {"without a form", "-o a.html", 2, "new.which_form"},
    {"in a form that is nearly one", "--form cn_disclosure_2012 -o a.html", 2, "new.no_form_near"},
    {"in no form", "--form zzzzzzzzzzzzzzzzzzzz -o a.html", 2, "new.no_form"},
    {"with a name", "x " .. form .. "-o a.html", 2, "new.not_named"},
    {"with an option of forms", form .. "--from a.html -o b.html", 2, "new.not_for"},
    {"with a year that is none", form .. "--year 24 -o a.html", 2, "new.year"},
    {"with a file of another kind", form .. "-o a.pdf", 2, "new.ending"},
    {"with cells that are not there", form .. "--data none.tsv -o a.html", 3, "io.missing"},
    {"into a folder that is not there", form .. "-o no/a.html", 3, "io.unwritable"},
  } do
    it(case[1] .. " tells what is wrong", function()
      local code, out, err = new(case[2])
      assert.equal(case[3], code)
      assert.equal("", out)
      assert.matches("[" .. case[4] .. "]", err, 1, true)
    end)
  end
end)

describe("govreport new, of rules and forms", function()
  it("needs a name, and takes nothing that is for reports", function()
    for arguments, code in pairs{["rule"] = "new.no_name", ["form --from a.html"] = "new.no_name",
                                 ["rule a.b --year 2024"] = "new.not_for", ["form a -o b.html"] = "new.not_for"} do
      local exit, _, err = shell.govreport("new " .. arguments, {folder = folder})
      assert.equal(2, exit)
      assert.matches("[" .. code .. "]", err, 1, true)
    end
  end)
end)
