--- Reading, checking, and what writes rows and JSON in the core, with too little memory for it: it is refused, or all
-- is there; never a part.

local core = require "govreport.core"
local example = require "spec.support.example"
local govreport = require "govreport"
local report_json = require "govreport.render.report_json"
local valid = require "govreport.base.valid"

local endless = math.maxinteger // 4
-- Bytes that are given, more each time; by an odd factor, so that other allocations are the first to be refused.
local least, factor, most = 16, 1.13, 1 << 19

-- What a function gives with so many bytes: text; nil, reason.
local function within(bytes, f)
  local result = table.pack(core.limited(core.budget(endless, bytes, 600), endless, f))
  if result[1] then return result[2] end
  assert.equal(core.spent, result[2])
  return nil, result[3]
end

describe("without enough memory", function()
  local report = assert(govreport.parse(example.text, {name = "report.txt"}))
  local declared = require("govreport.form").declared(report.form)
  local writers = {
    {"the rows of cells", function() return core.pack_cells(report, 1, 1) end},
    {"the rows of parts", function() return (core.pack_sections(report, 1, valid)) end},
    {"the rows of statements", function() return core.pack_claims(report, 1, valid) end},
    {"rows of any values", function()
      return core.pack_rows({{1, "文本", 2.5}, {true, nil, ("长"):rep(3000)}}, 3, valid)
    end},
    {"what tells reports alike", function() return table.concat({core.traits(report, example.text)}, " ") end},
    {"JSON", function() return report_json.render("report.txt", report, declared) end},
  }

  for _, writer in ipairs(writers) do
    local name, write = table.unpack(writer)
    it(name .. " are refused, or the same as ever", function()
      local whole, refused, written, bytes = write(), 0, 0, least
      while bytes < most do
        collectgarbage()
        local got, reason = within(bytes // 1 | 0, write)
        if got then
          written = written + 1
          assert.equal(whole, got)
        else
          refused = refused + 1
          assert.equal("memory", reason)
        end
        bytes = bytes * factor
      end
      assert.is_true(refused > 10 and written > 0, refused .. " refused, " .. written .. " written")
      assert.equal(whole, write())
    end)
  end

  -- What a report says of itself and what is found in it; memory that Lua or the core was refused is told by a code.
  local function read_and_checked(bytes)
    local read, message, code = govreport.parse(bytes, {name = "report"})
    if not read then return nil, message, code end
    local lines = {report_json.render("report", read, require("govreport.form").declared(read.form))}
    for _, found in ipairs(govreport.check(read).list) do lines[#lines + 1] = tostring(found.message) end
    return table.concat(lines, "\n")
  end

  for name, bytes in pairs{text = example.text, page = example.page} do
    it("a " .. name .. " is not read, or the same is found in it as ever", function()
      local whole, refused, same, budget = read_and_checked(bytes), 0, 0, 1000
      while same < 3 do
        collectgarbage()
        local result = table.pack(core.limited(core.budget(endless, budget // 1 | 0, 600), endless, read_and_checked,
                                               bytes))
        if result[2] == whole then
          same = same + 1
        else
          refused = refused + 1
          assert.equal(result[1] and "limit.memory" or "memory", result[1] and result[4] or result[3])
        end
        budget = budget * factor
      end
      assert.is_true(refused > 10, refused .. " refused")
      assert.equal(whole, read_and_checked(bytes))
    end)
  end
end)
