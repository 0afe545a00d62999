--- PDF files where reports are opened: what is read, and what is told of those that are not.

local bbox = require "govreport.read.bbox"
local drawing = require "govreport.read.drawing"
local govreport = require "govreport"
local pdf = require "spec.support.pdf"
local poppler = require "govreport.read.poppler"
local shell = require "spec.support.shell"

describe("what pdftotext writes", function()
  local function pages(text) return bbox.pages('<page width="595.0" height="842.0">\n' .. text .. "</page>\n") end

  it("is read as words", function()
    local list = pages '<word xMin="72.5" yMin="10" xMax="90.25" yMax="20.5">规章&amp;&lt;3</word>\n'
    assert.same({{width = 59500, height = 84200, words = {"规章&<3", 7250, 1000, 9025, 2050}}}, list)
  end)

  it("may hold what is no text", function()
    assert.equal("规\u{FFFD}", pages '<word xMin="1" yMin="1" xMax="2" yMax="2">规\xFF\1</word>'[1].words[1])
    assert.equal("\u{FFFD}", pages '<word xMin="1" yMin="1" xMax="2" yMax="2">\u{FFFC}</word>'[1].words[1])
  end)

  for _, place in ipairs{"nan", "-inf", "1e300", "", "x"} do
    it("stands nowhere where a place is '" .. place .. "'", function()
      assert.is_nil(pages('<word xMin="' .. place .. '" yMin="1" xMax="2" yMax="2">规</word>'))
    end)
  end

  it("is nothing without pages", function()
    assert.is_nil(bbox.pages "")
    assert.is_nil(bbox.pages '<page width="595.0" height="842.0">')
  end)
end)

describe("what pdftocairo draws", function()
  local function rules(path) return drawing.pages('<g id="surface1">' .. path .. "</g>")[1].rules end
  local stroke = '<path style="fill:none;stroke-width:2;stroke:rgb(0%,0%,0%);" '

  it("are lines as wide as their stroke", function()
    assert.same({1000, 1900, 5000, 2100}, rules(stroke .. 'd="M 10 20 L 50 20"/>'))
    assert.same({900, 2000, 1100, 5000}, rules(stroke .. 'd="M 10 20 L 10 50"/>'))
    assert.same({1000, 82100, 5000, 82300}, rules(stroke .. 'd="M 10 20 L 50 20" transform="matrix(1,0,0,-1,0,842)"/>'))
    assert.same({2000, 3800, 10000, 4200}, rules(stroke .. 'd="M 10 20 L 50 20" transform="matrix(2,0,0,2,0,0)"/>'))
  end)

  it("are four for a box, and thin areas", function()
    assert.equal(16, #rules(stroke .. 'd="M 10 20 L 50 20 L 50 40 L 10 40 Z"/>'))
    local area = '<path style="stroke:none;fill:rgb(0%,0%,0%);" d="M 10 20 L 50 20 L 50 20.5 L 10 20.5 Z"/>'
    assert.same({1000, 2000, 5000, 2050}, rules(area))
  end)

  for name, path in pairs{
    ["a thick area"] = '<path style="stroke:none;fill:rgb(0%,0%,0%);" d="M 10 20 L 50 20 L 50 40 L 10 40 Z"/>',
    ["a white line"] = '<path style="fill:none;stroke-width:1;stroke:rgb(100%,100%,100%);" d="M 10 20 L 50 20"/>',
    ["one that slants"] = stroke .. 'd="M 10 20 L 50 40"/>',
    ["one that is curved"] = stroke .. 'd="M 10 20 C 20 30 30 30 50 20"/>',
    ["one that is nowhere"] = stroke .. 'd="M nan 20 L 1e300 20"/>',
    ["one without style"] = '<path d="M 10 20 L 50 20"/>',
  } do
    it("is no line: " .. name, function() assert.same({}, rules(path)) end)
  end
end)

if not pdf.is_read then
  describe("a PDF", function() pending(pdf.why_not) end)
  return
end

describe("a PDF", function()
  local usual = {
    {"with lines that are stroked"}, {"with thin areas for lines", lines = "fill"}, {"in small letters", size = 7},
    {"in large ones", size = 15, pitch = 27}, {"on broad pages", width = 842, height = 595},
    {"with numbers and heads of pages", number = "- %d -", head = "云岭市人民政府公报"},
    {"with other numbers", number = "— %d —"},
    {"without lines around its tables", lines = "none"},
    {"without lines, in small letters, with numbers of pages", lines = "none", size = 8, number = "第%d页"},
  }
  for _, path in ipairs{"examples/report-2021.html", "examples/statistics-2016.html"} do
    for _, options in ipairs(usual) do
      -- Forms of one line for each value have no columns that lines alone would show.
      if options.lines ~= "none" or path:find "2021" then
        it(options[1] .. " is a report as its page is one: " .. path, function()
          local page = assert(govreport.open(path))
          local report, message = govreport.parse(pdf.of(page.document, options), {name = "draft.pdf"})
          assert.is_nil(message)
          assert.equal("pdf", report.document.format)
          assert.same(page:to_table(), report:to_table())
          for found in govreport.check(report):findings() do
            if found.severity == "error" then error(found.message) end
          end
        end)
      end
    end
  end

  it("with errors is told of them, each with its page", function()
    local page = assert(govreport.read "examples/report-with-errors.txt")
    local grid = assert(govreport.read "examples/report-2021.html")
    local report = assert(govreport.parse(pdf.of(page), {name = "draft.pdf"}))
    assert.equal("fail", govreport.check(report).verdict)
    local cell = assert(govreport.parse(pdf.of(grid))):cell("applications.granted.total")
    local spot = cell.spot or grid:spot(cell.byte, cell.byte_end)
    assert.is_true(spot == nil or spot.page > 1 and spot.box[1] > 72)
  end)

  it("is never told as cut", function()
    local page = assert(govreport.read "examples/report-2021.html")
    for found in govreport.check(assert(govreport.parse(pdf.of(page)))):findings() do
      assert.are_not.equal("reading.cut", found.rule)
    end
  end)

  it("is found in folders, and checked by the command", function()
    local folder = shell.folder()
    shell.write(folder .. "/draft.pdf", pdf.of(assert(govreport.read "examples/report-2021.html")))
    local code, out = shell.govreport("check --format concise " .. folder)
    assert.equal(0, code)
    assert.is_nil(out:find("需修改", 1, true) and out:find("错误", 1, true))
    shell.remove(folder)
  end)
end)

-- ---- pages without text -------------------------------------------------------------------------

local function picture()
  local page = pdf.page()
  page:area(50, 50, 500, 700)
  return page:close()
end

local function page_of(...)
  local page = pdf.page()
  for i, line in ipairs{...} do page:text(line, 72, 60 + 20 * i, 12) end
  return page:close()
end

describe("pages without text", function()
  local pages = pdf.pages(assert(govreport.read "examples/report-2021.html"), {size = 8, pitch = 14})
  local head = pages[2]

  it("leave the verdict open, and nothing is missing for them", function()
    local report = assert(govreport.parse(pdf.file{head, picture(), picture()}, {name = "draft.pdf"}))
    local result, told = govreport.check(report), {}
    assert.equal("undecided", result.verdict)
    for found in result:findings() do
      told[#told + 1] = found.rule
      assert.equal("notice", found.severity, found.message)
      if found.rule == "reading.picture" then assert.matches("第2至3页", found.message, 1, true) end
    end
    assert.is_truthy(table.concat(told, " "):find("reading.picture", 1, true))
  end)

  it("are told where there are no others", function()
    local document, message, code = govreport.read_bytes(pdf.file{picture(), picture()}, {name = "scan.pdf"})
    assert.is_nil(document)
    assert.equal("pdf.scan", code)
    assert.matches("共2页", message, 1, true)
  end)

  -- Scans can make the drawing larger than a program may write.
  it("are unread where nothing is known of what is drawn, alone and among others", function()
    local run = poppler.run
    local function without_drawing(command, bytes)
      if command[1] == "pdftocairo" then return nil, "pdf.limit", {} end
      return run(command, bytes)
    end
    poppler.run = without_drawing
    local alone = {govreport.read_bytes(pdf.file{picture(), picture()}, {name = "scan.pdf"})}
    local among = {govreport.parse(pdf.file{head, picture(), picture()}, {name = "draft.pdf"})}
    poppler.run = run
    assert.equal("pdf.scan", alone[3])
    local result = govreport.check(assert(among[1], among[2]))
    assert.equal("undecided", result.verdict)
    for found in result:findings() do assert.are_not.equal("structure.section_missing", found.rule) end
  end)

  it("that show nothing are no scans", function()
    assert.equal("input.empty", select(3, govreport.read_bytes(pdf.file{pdf.page():close()})))
    local report = assert(govreport.parse(pdf.file{pages[1], head, pdf.page():close()}))
    for found in govreport.check(report):findings() do assert.are_not.equal("reading.picture", found.rule) end
  end)
end)

describe("what cannot be read of a PDF", function()
  local sides = pdf.page(842, 595)
  for i = 1, 8 do
    sides:text("左边的一份报告共有这些文字内容", 40, 60 + 20 * i, 10)
    sides:text("右边的另一份报告也有这些文字", 440, 67 + 20 * i, 10)
  end
  for _, case in ipairs{
    {"two texts side by side", pdf.file{sides:close()}, "pdf.columns", "第1页"},
    {"a damaged file", "%PDF-1.7\nx", "pdf.broken", "损坏"},
    {"a file that is cut", pdf.file{page_of "一"}:sub(1, 600), "pdf.broken", "不完整"},
  } do
    it("is told: " .. case[1], function()
      local document, message, code = govreport.read_bytes(case[2], {name = "x.pdf"})
      assert.is_nil(document)
      assert.equal(case[3], code)
      assert.matches(case[4], message, 1, true)
    end)
  end
end)

describe("without the programs", function()
  local known = package.loaded
  local process = known["govreport.process"]
  after_each(function() known["govreport.process"] = process end)

  it("PDF files are told as such, with what to install", function()
    known["govreport.process"] = {run = function() return nil, "no such program", "process.missing" end}
    local _, message, code = govreport.read_bytes(pdf.file{page_of "一"}, {name = "x.pdf", lang = "en"})
    assert.equal("pdf.missing", code)
    assert.matches("apt install poppler-utils poppler-data", message, 1, true)
  end)

  for ended, code in pairs{time = "pdf.limit", output = "pdf.limit", signal = "pdf.broken"} do
    it("that end by " .. ended .. " the file is told", function()
      known["govreport.process"] = {run = function() return {ended = ended, out = "", err = ""} end}
      assert.equal(code, select(3, govreport.read_bytes(pdf.file{page_of "一"}, {name = "x.pdf"})))
    end)
  end

  it("that want a password the file is told", function()
    known["govreport.process"] = {run = function()
      return {ended = "exit", status = 1, out = "", err = "Command Line Error: Incorrect password\n"}
    end}
    assert.equal("pdf.encrypted", select(3, govreport.read_bytes(pdf.file{page_of "一"}, {name = "x.pdf"})))
  end)
end)
