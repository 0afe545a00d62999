--- Markdown with tables of HTML in it was taken for a page, for the first `<table` within its first 4 KiB made it one:
-- the marks of its headings stood in the titles, and no part was found. Markdown of converters that write what a merged
-- cell held into each of the cells that it covered was read as if a row of one value had three.

local govreport = require "govreport"
local model = require "govreport.explanations.model"
local sample = require "govreport.form.sample"

local page = sample.text(model.of "cn_disclosure_2021")
local whole = assert(govreport.parse(page))

-- The paragraphs of the page as Markdown, its tables as `write` has them.
local function to_markdown(write)
  local parts, at = {}, page:find("<p>", 1, true)
  while at do
    local start, stop, inner = page:find("^<p>(.-)</p>%s*", at)
    if start then
      parts[#parts + 1] = inner:find("^[一二三四五六]、") and "## " .. inner or #parts == 0 and "# " .. inner or inner
    else
      start, stop, inner = page:find("^(<table.-</table>)%s*", at)
      if not start then break end
      parts[#parts + 1] = write(inner)
    end
    at = stop + 1
  end
  return table.concat(parts, "\n\n") .. "\n"
end

-- The rows of a table, a cell that spans several written into each of them; under a caption the tables of part two are
-- as wide as the widest of them.
local function spread(html)
  local caption, grid, row = html:match("<caption>(.-)</caption>"), {}, 0
  if caption then grid[1], row = {caption}, 1 end
  for cells in html:gmatch("<tr>(.-)</tr>") do
    row = row + 1
    grid[row] = grid[row] or {}
    local column = 1
    for rows, columns, text in cells:gmatch('<t[dh] rowspan="(%d+)" colspan="(%d+)">(.-)</t[dh]>') do
      while grid[row][column] do column = column + 1 end
      for r = row, row + rows - 1 do
        grid[r] = grid[r] or {}
        for c = column, column + columns - 1 do grid[r][c] = text:gsub("<br>", "") end
      end
    end
  end
  for _, cells in ipairs(grid) do
    while caption and #cells < 4 do cells[#cells + 1] = cells[#cells] end
  end
  return grid
end

local function to_bars(html)
  local lines = {}
  for i, row in ipairs(spread(html)) do
    lines[#lines + 1] = "| " .. table.concat(row, " | ") .. " |"
    if i == 1 then lines[#lines + 1] = "|" .. ("---|"):rep(#row) end
  end
  return table.concat(lines, "\n")
end

local function to_tabs(html)
  local lines = {}
  for i, row in ipairs(spread(html)) do lines[i] = table.concat(row, "\t") end
  return table.concat(lines, "\n")
end

local function is_read_whole(text)
  local report = assert(govreport.parse(text))
  assert.equal("text", report.document.format)
  for id, t in pairs(whole.tables) do
    for row in t:rows() do
      for cell in row:cells() do
        local own = report.tables[id]:cell(row.id, cell.column_id)
        assert.equal(cell.state, own.state, cell.address)
        assert.equal(cell.value, own.value, cell.address)
        assert.equal(text:sub(own.byte, own.byte_end), tostring(own.raw), cell.address)
      end
    end
  end
  for found in govreport.check(report):findings() do error(found.rule .. " " .. found.message) end
  return report
end

describe("Markdown with tables of HTML", function()
  it("is Markdown outside and HTML inside, with exact places", function()
    local report = is_read_whole(to_markdown(function(html) return html end))
    assert.equal("云岭市水务局", report.agency)
    assert.equal("云岭市水务局2024年政府信息公开工作年度报告", report.fields.title.value)
  end)

  it("is read with tables on one line, in the wrapping of a page or a division, and with breaks in its text", function()
    is_read_whole(to_markdown(function(html) return (html:gsub("\n", "")) end))
    is_read_whole(to_markdown(function(html) return "<html><body>" .. html .. "</body></html>" end))
    is_read_whole(to_markdown(function(html) return '<div align="center">\n\n' .. html .. "\n\n</div>" end))
    is_read_whole((to_markdown(function(html) return html end):gsub("\n\n", "\n\n<br>\n\n", 3)))
  end)

  it("is read where its headings have lost their marks", function()
    is_read_whole((to_markdown(function(html) return html end):gsub("#+ ", "")))
  end)

  it("is read beside tables of bars", function()
    local count = 0
    is_read_whole(to_markdown(function(html)
      count = count + 1
      return count % 2 == 1 and to_bars(html) or html
    end))
  end)
end)

describe("what converters write into each of the cells that a merged one covered", function()
  it("is that one label or value, in bars and in tabs", function()
    is_read_whole(to_markdown(to_bars))
    is_read_whole(to_markdown(to_tabs))
  end)

  it("is not joined where the values under one label differ", function()
    local text = to_markdown(to_bars)
    local changed, count = text:gsub("| 行政处罚 | 37 | 37 | 37 |", "| 行政处罚 | 37 | 36 | 37 |")
    assert.equal(1, count)
    local report = assert(govreport.parse(changed))
    assert.equal("unreadable", report.tables.enforcement:cell("penalties", "decisions").state)
    assert.equal(2, report.tables.enforcement:cell("coercion", "decisions").value)
  end)

  it("leaves equal numbers of different columns what they are", function()
    local text = to_markdown(to_bars):gsub("| 行政规范性文件 | 3 | 1 | 21 |", "| 行政规范性文件 | 3 | 3 | 3 |")
    local t = assert(govreport.parse(text)).tables.instruments
    for _, column in ipairs{"issued", "repealed", "in_force"} do
      assert.equal(3, t:cell("normative_documents", column).value)
    end
  end)
end)
