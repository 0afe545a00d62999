--- A table of one line whose header has 预算数 and 决算数 in turn below each item was read in the form's order, all budgets
-- first: every number but the first went to another cell. The header was found to be the form's, since both words stood
-- in it in order; how often they stood there was not asked.

local govreport = require "govreport"

local head = { "杨柳县水务局2022年度部门决算", "", "财政拨款“三公”经费支出决算表", "部门：杨柳县水务局 2022年度 单位：万元" }

local budget = { total = "44.5", travel_abroad = "1.5", vehicles = "31", vehicle_purchase = "18",
                 vehicle_operation = "13",
                 receptions = "12" }
local final = { total = "31.2", travel_abroad = "0", vehicles = "28", vehicle_purchase = "17.5",
                vehicle_operation = "10.5", receptions = "3.2" }

local in_turn = { "44.50", "31.20", "1.50", "0.00", "31.00", "28.00", "18.00", "17.50", "13.00", "10.50",
                  "12.00", "3.20" }
local in_blocks = { "44.50", "1.50", "31.00", "18.00", "13.00", "12.00", "31.20", "0.00", "28.00", "17.50", "10.50",
                    "3.20" }

local items = { "合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费" }
local vehicles = { "小计", "公务用车购置费", "公务用车运行费" }
local words = { "预算数", "决算数" }

local function times(list, count)
  local all = {}
  for _ = 1, count do table.move(list, 1, #list, #all + 1, all) end
  return all
end

local function bars(...)
  local lines = table.move(head, 1, #head, 1, {})
  for _, list in ipairs { ... } do lines[#lines + 1] = table.concat(list, " | ") .. " |" end
  return table.concat(lines, "\n") .. "\n"
end

local function one_by_one(...)
  local lines = table.move(head, 1, #head, 1, {})
  for _, list in ipairs { ... } do table.move(list, 1, #list, #lines + 1, lines) end
  return table.concat(lines, "\n") .. "\n"
end

-- A row of a page: list of `{text, columns, rows}` or texts.
local function row(cells)
  local html = {}
  for i, cell in ipairs(cells) do
    if type(cell) == "string" then cell = { cell, 1, 1 } end
    html[i] = ('<td colspan="%d" rowspan="%d">%s</td>'):format(cell[2], cell[3] or 1, cell[1])
  end
  return "<tr>" .. table.concat(html) .. "</tr>"
end

local function page(...)
  local rows = {}
  for i, cells in ipairs { ... } do rows[i] = row(cells) end
  local text = {}
  for _, line in ipairs(head) do text[#text + 1] = "<p>" .. line .. "</p>" end
  return "<html><body>" .. table.concat(text) .. "<table>" .. table.concat(rows) .. "</table></body></html>"
end

local items_of_page = { { "合计", 2, 2 }, { "因公出国（境）费", 2, 2 }, { "公务用车购置及运行费", 6 }, { "公务接待费", 2, 2 } }
local vehicles_of_page = { { "小计", 2 }, { "公务用车购置费", 2 }, { "公务用车运行费", 2 } }

local surfaces = {
  { "bars, a word for each group", bars(items, vehicles, times(words, 6), in_turn) },
  { "a cell a line", one_by_one(items, vehicles, times(words, 6), in_turn) },
  { "bars, groups written out",
    bars({ "合计", "合计", "因公出国（境）费", "因公出国（境）费", "公务用车购置及运行费", "公务用车购置及运行费", "公务用车购置及运行费",
           "公务用车购置及运行费", "公务用车购置及运行费", "公务用车购置及运行费", "公务接待费", "公务接待费" },
         { "合计", "合计", "因公出国（境）费", "因公出国（境）费", "小计", "小计", "公务用车购置费", "公务用车购置费", "公务用车运行费",
           "公务用车运行费", "公务接待费", "公务接待费" },
         times(words, 6), in_turn) },
  { "a page", page(items_of_page, vehicles_of_page, times(words, 6), in_turn) },
  { "a cell a line, in blocks", one_by_one(words, times(items, 2), times(vehicles, 2), in_blocks) },
  { "a page, in blocks",
    page({ { "预算数", 6 }, { "决算数", 6 } },
         times({ { "合计", 1, 2 }, { "因公出国（境）费", 1, 2 }, { "公务用车购置及运行费", 3 }, { "公务接待费", 1, 2 } }, 2),
         times(vehicles, 2), in_blocks) },
}

local function amounts(text)
  local report = assert(govreport.parse(text))
  local read = {}
  for r in report.tables.three_public:rows() do
    read[r.id] = {}
    for cell in r:cells() do
      read[r.id][cell.address:match("[^.]+$")] = cell.value and (tostring(cell.value):gsub("%.?0+$", ""))
    end
  end
  local errors = {}
  local notices = {}
  for found in govreport.check(report):findings() do
    table.insert(found.severity == "error" and errors or notices, found.message)
  end
  report:close()
  return read, errors, table.concat(notices, "\n")
end

local function plain(row_of)
  local list = {}
  for id, value in pairs(row_of) do list[id] = value == "0" and "" or value end
  return list
end

describe("预算数 and 决算数", function()
  for _, surface in ipairs(surfaces) do
    it("are read below each item or above all: " .. surface[1], function()
      local read, errors = amounts(surface[2])
      assert.same(plain(budget), plain(read.budget))
      assert.same(plain(final), plain(read.final))
      assert.same({}, errors)
    end)
  end

  it("bind nothing where they stand below some items alone", function()
    local text = one_by_one(items, vehicles, times(words, 4), in_turn)
    local read, errors, notices = amounts(text)
    assert.same({ budget = {}, final = {} }, read)
    assert.same({}, errors)
    assert.matches("无法确定各列含义", notices)
    assert.not_matches("未见“合计”", notices)
  end)
end)
