--- What is kept open while scripts run. Methods that are written in Lua: core.extend.

local core = require "govreport.core"
local example = require "spec.support.example"
local govreport = require "govreport"

local in_use = "is in use: it cannot be closed here"

describe("while a script runs, a report", function()
  local report

  before_each(function() report = example.report(example.text) end)

  -- What a function raises when a script calls it.
  local function raises(f) return select(2, core.as_host(core.as_guest, f)) end

  it("cannot be closed, but then", function()
    assert.matches("govreport%.Report " .. in_use, raises(function() report:close() end))
    assert.equal(2020, report.year)
    report:close()
    assert.error_matches(function() return report.year end, "is closed")
  end)

  it("cannot be closed by the end of a block", function()
    assert.matches(in_use, raises(function()
      local scoped <close> = report
      assert(scoped)
    end))
    assert.equal(2020, report.year)
  end)

  it("leaves a block its own error", function()
    assert.matches("of the block, 2020", raises(function()
      local scoped <close> = report
      error("of the block, " .. scoped.year)
    end))
    assert.equal(2020, report.year)
  end)

  it("is collected like any other", function()
    local weak = setmetatable({[report.document] = true}, {__mode = "k"})
    report = nil
    core.as_guest(function()
      collectgarbage()
      collectgarbage()
    end)
    assert.is_nil(next(weak))
  end)

  it("keeps its document open, as it does otherwise", function()
    local function close() report.document:close() end
    assert.matches("govreport%.Document " .. in_use, raises(close))
    assert.error_matches(close, "govreport%.Document is in use by a report")
  end)

  it("is open like a document alone", function()
    local document = assert(govreport.read_bytes "规章\n")
    assert.matches("govreport%.Document " .. in_use, raises(function() document:close() end))
    document:close()
    assert.matches("closed", tostring(document))
  end)
end)

describe("core.extend", function()
  it("gives a class methods that get an open object", function()
    local function length(document, factor) return #document.tape * factor, 7 end
    core.extend("govreport.Document", {length_for_spec = length})
    local document = assert(govreport.read_bytes "规章\n")
    assert.same({14, 7}, {document:length_for_spec(2)})
    core.extend("govreport.Document", {length_for_spec = function(...) return select("#", ...) end})
    assert.equal(3, document:length_for_spec(nil, nil))
    assert.error_matches(function() document.length_for_spec(2) end, "'length_for_spec' is a method of govreport")
    assert.error_matches(function() document:length_for_spek() end, "did you mean 'length_for_spec'%?")
    document:close()
    assert.error_matches(function() document:length_for_spec(2) end, "govreport%.Document is closed")
  end)

  it("raises for another class, and for names that are taken", function()
    local function extend(...)
      local arguments = table.pack(...)
      return function() core.extend(table.unpack(arguments, 1, arguments.n)) end
    end
    local function none() end
    assert.error_matches(extend("govreport.Cell", {x = none}), "a class that can be closed is expected")
    assert.error_matches(extend("x", {x = none}), "a class that can be closed is expected")
    assert.error_matches(extend("govreport.Report", {cell = none}), "govreport%.Report has 'cell' already")
    assert.error_matches(extend("govreport.Report", {tables = none}), "govreport%.Report has 'tables' already")
    assert.error_matches(extend("govreport.Report", {x = 1}), "function expected")
    assert.error_matches(extend("govreport.Report", {none}), "string expected")
    assert.error_matches(extend("govreport.Report"), "table expected")
  end)
end)
