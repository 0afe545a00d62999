--- A real report, where it is at hand: 衡水市生态环境局 2020, as a text copy of its page. The cells are compared with
-- the true ones; nothing here is known of any other file.

local catalogue = require "govreport.base.catalogue"
local forms = require "govreport.form"
local govreport = require "govreport"
local tsv = require "govreport.render.tsv"

local corpus = "../shared/corpus/"
local path = corpus .. "hengshui-ecology-2020.txt"

local function read(name)
  local file = io.open(name, "rb")
  local bytes = file and file:read("a")
  if file then file:close() end
  return bytes
end

local text = read(path)

local function cells(tsv_text)
  local map, count = {}, 0
  for line in tsv_text:gmatch("[^\n]+") do
    local t, row, column, state, value, unit = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)")
    if t ~= "table" then
      map[t .. "." .. row .. "." .. column] = state .. " " .. value .. " " .. unit
      count = count + 1
    end
  end
  return map, count
end

local function findings(report)
  local list = {}
  for found in govreport.check(report):findings() do list[#list + 1] = found end
  return list
end

local function errors(report)
  local list = {}
  for _, found in ipairs(findings(report)) do
    if found.severity == "error" then list[#list + 1] = found end
  end
  return list
end

describe("the report of Hengshui", function()
  if not text then
    pending("skipped: " .. path .. " is not at hand")
    return
  end
  local report = assert(govreport.parse(text))

  it("has the cells that it has", function()
    local wanted, count = cells(read(corpus .. "expected/hengshui-ecology-2020.txt.tsv"))
    assert.equal(198, count)
    assert.same(wanted, (cells(tsv.render(report))))
  end)

  it("is the same in UTF-16, with places in its own bytes", function()
    local bytes = read(corpus .. "hengshui-ecology-2020.utf16le.txt")
    local other = assert(govreport.parse(bytes))
    assert.equal(tsv.render(report), tsv.render(other))
    local cell = other.tables.procurement:cell("centralized", "amount")
    assert.equal("1\0000\0007\0003\0006\0002\0008\0000\0000\000\x43\x51", bytes:sub(cell.byte, cell.byte_end))
  end)

  it("has its facts", function()
    local wanted = {
      agency = "衡水市生态环境局", year = 2020, index_number = "404796340/2021-2750940",
      publisher = "衡水市生态环境", published_on = "2021-01-29", dated = "2021-01", signed_on = "2021-01-25",
      period_start = "2020-01-01", period_end = "2020-12-31", parts_announced = 6,
    }
    for id, value in pairs(wanted) do assert.equal(value, report[id], id) end
    assert.is_nil(report.signatory)
  end)

  it("has its sections", function()
    local numbers, ids = {}, {}
    for section in report:sections() do
      ids[#ids + 1] = section.id
      numbers[#numbers + 1] = section.number or section.marker
    end
    assert.same({"overview", "proactive", "applications", "disputes", "problems", "other"}, ids)
    assert.same({1, "•", 3, 4, 5, 6}, numbers)
    local titles = {}
    for section in report:section("overview"):sections() do titles[#titles + 1] = section.title end
    assert.same({"新媒体信息推送", "政务公开平台建设情况", "提高政务服务水平情况", "新闻发布及舆情回应情况", "典型经验做法"}, titles)
    assert.equal("none", report:section("other").state)
  end)

  it("gives these four findings and no other", function()
    local list = findings(report)
    local seen = {}
    for i, found in ipairs(list) do seen[i] = found.line .. " " .. found.severity .. " " .. found.rule end
    assert.same({
      "2 info metadata.publisher", "41 warning structure.section_ordinal", "43 info form.label_wording",
      "89 info proactive.decisions_equal_items",
    }, seen)
    local lines = {}
    for i = 1, #list[3].places do lines[i] = list[3].places[i].line end
    assert.same({43, 99, 125, 139, 433}, lines)
    assert.equal("未发现错误，有1处待核实", govreport.check(report):verdict_text())
  end)

  it("leaves no number unaccounted", function()
    assert.equal(0, #report:unaccounted())
    local claims = {}
    for _, claim in ipairs(report.claims) do claims[claim.raw] = claim end
    assert.equal(2000, claims["2000余条"].value)
    assert.equal("条", claims["2000余条"].text)
    assert.equal("at_least", claims["2000余条"].bound)
    assert.equal(830000, claims["83万余次"].value)
    assert.equal(265000, claims["26.5万+"].value)
    assert.equal("--08-11", claims["8月11日"].text)
  end)

  it("names the guilty cell and its repair for every change of a number of applications", function()
    local changes = 0
    for row in report.tables.applications:rows() do
      for cell in row:cells() do
        local printed = tostring(cell.value)
        local variants = {tostring(cell.value + 1)}
        for i = 1, #printed > 1 and #printed or 0 do
          variants[#variants + 1] = printed:sub(1, i - 1) .. printed:sub(i + 1)
        end
        for _, variant in ipairs(variants) do
          changes = changes + 1
          local changed = text:sub(1, cell.byte - 1) .. variant .. text:sub(cell.byte_end + 1)
          local list = errors(assert(govreport.parse(changed)))
          assert.equal(1, #list, cell.address .. " " .. variant)
          assert.equal(1, #list[1].cells)
          assert.equal(cell.address, list[1].cells[1].address)
          assert.equal(cell.address, list[1].repair[1].address)
          assert.equal(cell.value, list[1].repair[1].value)
        end
      end
    end
    assert.equal(173, changes)
  end)

  it("can be cut anywhere: what is left is right, what is missing is named", function()
    for stop = 500, #text, 500 do
      local cut, message, code = govreport.parse(text:sub(1, stop), {name = "cut"})
      if not cut then
        assert.equal("form.unknown", code, stop)
        local fields = {path = "cut", detail = table.concat(forms.list(), ", ")}
        assert.equal(catalogue.text("zh", code, fields), message)
      else
        assert.is_true(#errors(cut) > 0, stop)
        for id, t in pairs(cut.tables) do
          for row in t:rows() do
            for cell in row:cells() do
              local wanted = report.tables[id]:cell(row.id, cell.column_id).value
              if cell.value then assert.equal(wanted, cell.value, stop .. " " .. cell.address) end
            end
          end
        end
      end
    end
  end)
end)
