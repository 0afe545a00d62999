--- Real pages and copies, where they are at hand: every cell against the true values, and what is said of one report.

local check = require "govreport.check"
local govreport = require "govreport"

local folder = "../shared/corpus/"

local function read(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local text = file:read("a")
  file:close()
  return text
end

-- The true cells: state, value and unit by address.
local function expected_cells(path)
  local cells = {}
  for line in read(path):gmatch("[^\n]+") do
    local t, row, column, state, value, unit = (line .. "\t\t"):match("^(.-)\t(.-)\t(.-)\t(.-)\t(.-)\t(.-)\t")
    if t ~= "table" then cells[t .. "." .. row .. "." .. column] = {state = state, value = value, unit = unit} end
  end
  return cells
end

local function agrees(cell, expected)
  return cell.state == expected.state and (cell.state ~= "number" or tostring(cell.value) == expected.value)
         and (expected.unit == "" or cell.unit == expected.unit)
end

-- How many cells agree, and the addresses of those that hold another number.
local function compare(report, expected)
  local agree, wrong = 0, {}
  for _, t in pairs(report.tables) do
    for row in t:rows() do
      for cell in row:cells() do
        local wanted = expected[cell.address]
        if wanted and agrees(cell, wanted) then agree = agree + 1
        elseif cell.state == "number" then wrong[#wrong + 1] = cell.address end
      end
    end
  end
  return agree, wrong
end

-- File, true values, how many cells must agree at least.
local files = {
  { "shanghai-general-office-2019.html", "shanghai-general-office-2019.html", 198 },
  { "shanghai-general-office-2019.gb18030.html", "shanghai-general-office-2019.html", 198 },
  { "test-city-2025.html", "test-city-2025.html", 200 },
  { "shanghai-general-office-2025.md", "shanghai-general-office-2025.md", 190 },
  { "hengshui-ecology-2020.txt", "hengshui-ecology-2020.txt", 198 },
}

for _, file in ipairs(files) do
  describe(file[1], function()
    local path = folder .. file[1]
    if not read(path) then
      print(file[1] .. " skipped: " .. path .. " is not at hand")
      pending("is not at hand")
      return
    end

    it("has its true cells, and none that is wrong", function()
      local report = assert(govreport.open(path))
      local agree, wrong = compare(report, expected_cells(folder .. "expected/" .. file[2] .. ".tsv"))
      assert.same({}, wrong)
      assert.is_true(agree >= file[3], agree .. " cells agree")
    end)
  end)
end

describe("the abridged page of Shanghai of 2019", function()
  local path = folder .. "shanghai-general-office-2019.html"
  if not read(path) then return end

  it("has eight findings: blank totals, other blanks, omissions, three sentences, a comma of another script", function()
    local result = govreport.check(assert(govreport.open(path)))
    local found = {}
    for finding in result:findings() do found[finding.rule .. " " .. #finding.cells] = finding end
    assert.same({ error = 1, warning = 6, info = 1, notice = 0 },
      { error = result.counts.error, warning = result.counts.warning, info = result.counts.info,
        notice = result.counts.notice })
    assert.matches("其中11行已有分项数据，按分项合计应填272、3、14等", found["cells.total_blank 19"].message, 1, true)
    assert.matches("按表内合计关系均应为0", found["cells.blank 107"].message, 1, true)
    assert.truthy(found["cells.blank 9"])
    assert.matches("半角标点", found["wording.punctuation 0"].message, 1, true)
    assert.matches("4处省略标记", found["wording.omission 0"].message, 1, true)
  end)
end)

-- What is said of sentences: the rules and severities with the numbers that differ, and how many statements agree.
local sentences = {
  { "shanghai-general-office-2019.html", 11, { "narrative.count warning 258 275", "narrative.count warning 265 337",
                                               "narrative.outcome warning nil nil" } },
  { "shanghai-general-office-2025.md", 9, {} },
  { "hengshui-ecology-2020.txt", 2, {} },
  { "test-city-2025.html", 0, {} },
}

describe("sentences of real reports", function()
  for _, case in ipairs(sentences) do
    local path = folder .. case[1]
    if read(path) then
      it(case[1], function()
        local report, list = assert(govreport.open(path)), {}
        for finding in govreport.check(report, { select = { "narrative", "years" } }):findings() do
          list[#list + 1] = ("%s %s %s %s"):format(finding.rule, finding.severity, finding.actual, finding.expected)
        end
        assert.same(case[3], list)
        local context, agree = check.context(report), 0
        for _, statement in ipairs(context:statements()) do
          if context:agreement(statement).verdict == "agrees" then agree = agree + 1 end
        end
        assert.is_true(agree >= case[2], agree .. " statements agree")
      end)
    end
  end
end)
