--- Texts that copying has damaged: no number is read where the text does not say it, and no finding blames the report
-- for what happened to its text. Far more of them: `make perturb`.

local consistent = require "spec.support.consistent"
local forms = require "govreport.form"
local generate = require "spec.support.generate"
local harness = require "test.perturb"
local perturb = require "spec.support.perturb"
local perturbed = require "spec.support.perturbed"
local sweep = require "spec.support.sweep"
local text_surfaces = require "spec.support.text_surfaces"

local seed = 1
local reports = sweep(3)   -- on each surface, each perturbed `perturbed.of_each` times

local function cases_of(number)
  local tally
  for i = 0, reports - 1 do
    local first = (number - 1 + i * #text_surfaces.list) * perturbed.of_each
    tally = harness.run(seed, first, first + perturbed.of_each - 1, tally)
  end
  return tally
end

local function faults_of(tally, fault)
  local list = {}
  for name, examples in pairs(tally.examples) do
    for _, example in ipairs(name:find(fault, 1, true) == 1 and examples or {}) do
      list[#list + 1] = ("make perturb SEED=%d SHOW=%d: %s"):format(seed, example.case, example.text)
    end
  end
  return list
end

describe("a perturbed text", function()
  for number, surface in ipairs(text_surfaces.list) do
    local tally
    it("is read without a failure: " .. surface.name, function()
      tally = cases_of(number)
      assert.equal(reports * perturbed.of_each, harness.count(tally, "surface", surface.name, "cases"))
      assert.same({}, faults_of(tally, "crash"))
    end)
    it("gives no wrong number in silence: " .. surface.name, function()
      assert.same({}, faults_of(tally, "silent"))
      assert.equal(0, harness.count(tally, "surface", surface.name, "silent"))
    end)
    it("blames nobody: " .. surface.name, function() assert.same({}, faults_of(tally, "blame")) end)
  end
end)

describe("a consistent report as it is printed", function()
  for number, surface in ipairs(text_surfaces.list) do
    it("is not blamed: " .. surface.name, function()
      for group = 1, sweep(4) do
        local base = perturbed.base(seed, group, number, true)
        for _, found in ipairs(base.reading.findings) do
          assert.is_true(found.severity == "info" or found.severity == "notice", found.message)
        end
        for address, cell in pairs(base.model.cells) do
          assert.equal(cell.value, base.reading.values[address], address)
        end
      end
    end)
  end
end)

-- ---- the judge ----------------------------------------------------------------------------------

local lines_surface, bars_surface = text_surfaces.list[1], text_surfaces.list[9]

local function printed(surface, form)
  local model, source = consistent.report(5, form)
  return text_surfaces.lines(surface, forms.declared(form), model, source), model
end

-- Every kind of change in turn, many times.
local function each_change(surface, visit)
  local lines = printed(surface, "cn_disclosure_2021")
  for own = 1, sweep(150) do visit(perturb.apply(generate.random(own * 7919), lines, surface), lines) end
end

local function value_texts(lines)
  local texts, count = {}, 0
  for _, line in ipairs(lines) do
    for _, run in ipairs(line) do
      if run.c and run.c.address then texts[run.c.address], count = run.text, count + 1 end
    end
  end
  return texts, count
end

describe("a printed surface", function()
  for _, surface in ipairs(text_surfaces.list) do
    for _, form in ipairs{"cn_disclosure_2019", "cn_disclosure_2021"} do
      it("knows where every cell stands: " .. surface.name .. ", " .. form, function()
        local lines, model = printed(surface, form)
        local text, runs = text_surfaces.text(lines)
        local found = {}
        for _, run in ipairs(runs) do
          if run.c.address then
            assert.is_nil(found[run.c.address])
            found[run.c.address] = text:sub(run.byte, run.byte_end)
          end
        end
        local wanted = {}
        for address, cell in pairs(model.cells) do wanted[address] = cell.text end
        assert.same(wanted, found)
      end)
    end
  end
end)

describe("a change", function()
  it("is the same for the same seed", function()
    local function text_of(number)
      return perturbed.case(perturbed.base(3, 4), 3, number).text
    end
    assert.equal(text_of(33), text_of(33))
    assert.not_equal(text_of(33), text_of(34))
  end)

  it("leaves the lines alone that it was given", function()
    local before = text_surfaces.text((printed(bars_surface, "cn_disclosure_2021")))
    each_change(bars_surface, function(case, lines)
      assert.equal(before, (text_surfaces.text(lines)))
      assert.not_equal(before, (text_surfaces.text(case.lines)))
    end)
  end)

  it("touches every cell whose text is lost or another", function()
    for _, surface in ipairs{lines_surface, bars_surface} do
      each_change(surface, function(case, lines)
        local now = value_texts(case.lines)
        for address, text in pairs((value_texts(lines))) do
          assert.is_true(now[address] == text or case.touched.cells[address] or false, case.kind .. " " .. address)
        end
      end)
    end
  end)

  it("comes of every kind", function()
    local seen = {}
    each_change(bars_surface, function(case) seen[case.kind] = true end)
    for _, kind in ipairs(perturb.kinds) do assert.is_true(seen[kind[1]] or false, kind[1]) end
  end)
end)

-- A case whose text is that of its base but for some values, with a reading that is made up.
local function made_up(change)
  local base = perturbed.base(1, 0, 1, true)
  local values = {}
  for address, cell in pairs(base.model.cells) do values[address] = cell.value end
  local case = {base = base, lines = base.lines, kind = "line moved", ambiguous = false,
                touched = {cells = {}, rows = {}, tables = {}, other = false},
                reading = {values = values, findings = {}}}
  change(case, values)
  return perturbed.judge(case)
end

local cell = "applications.received.total"

local function finding(severity, rule, cells)
  return {severity = severity, rule = rule, cells = cells, message = "", key = rule}
end

describe("the judge", function()
  it("says nothing of a reading that is right, or that leaves cells unread", function()
    local outcome = made_up(function(_, values) values[cell] = nil end)
    assert.same({{}, {}, {}, {}}, {outcome.silent, outcome.told, outcome.blame, outcome.damage})
    assert.equal(1, outcome.unread)
  end)

  it("sees a wrong number", function()
    local outcome = made_up(function(_, values) values[cell] = "987654" end)
    assert.equal(cell, outcome.silent[1].address)
    assert.equal("987654", outcome.silent[1].value)
  end)

  it("sees a number where nothing was printed", function()
    local outcome = made_up(function(_, values) values["applications.received.nobody"] = "0" end)
    assert.equal(1, #outcome.silent)
  end)

  it("takes a value that was cut for what is left of it, and for nothing else", function()
    local function silent_for(value)
      return #made_up(function(case, values)
        case.base.model.cells[cell] = {text = "1234", value = "1234"}
        local c = {kind = "value", address = cell, text = "1234"}
        case.lines, values[cell] = {{{text = "12", c = c}}}, value
      end).silent
    end
    assert.equal(0, silent_for "12")
    assert.equal(0, silent_for "1234")
    assert.equal(1, silent_for "34")
  end)

  it("counts it as told where a notice names its row, and not where a hint does", function()
    local function told_by(severity)
      return #made_up(function(case, values)
        values[cell] = "987654"
        case.reading.findings = {finding(severity, "reading.unsure", {"applications.received.business"})}
      end).told
    end
    assert.equal(1, told_by "notice")
    assert.equal(0, told_by "info")
  end)

  it("counts an accusation as blame where nothing was touched, and as damage where its row was", function()
    local found = finding("error", "applications.row_total", {cell})
    local blamed = made_up(function(case) case.reading.findings = {found} end)
    assert.same({1, 0}, {#blamed.blame, #blamed.damage})
    local damaged = made_up(function(case)
      case.reading.findings, case.touched.cells = {found}, {["applications.received.business"] = true}
    end)
    assert.same({0, 1}, {#damaged.blame, #damaged.damage})
  end)

  it("takes no sum for damage where a label alone was touched, nor where a cell was misread", function()
    local found = finding("error", "applications.row_total", {cell})
    assert.equal(1, #made_up(function(case)
      case.reading.findings, case.touched.rows = {found}, {["applications.received"] = true}
    end).blame)
    assert.equal(1, #made_up(function(case, values)
      values[cell] = "987654"
      case.reading.findings, case.touched.cells = {found}, {["applications.received.business"] = true}
    end).blame)
  end)

  it("takes no notice for an accusation", function()
    local outcome = made_up(function(case)
      case.reading.findings = {finding("notice", "ledger.unaccounted", {}), finding("warning", "reading.row", {cell})}
    end)
    assert.same({0, 0}, {#outcome.blame, #outcome.damage})
  end)

  it("judges a text that says something else for crashes alone", function()
    local outcome = made_up(function(case, values) case.ambiguous, values[cell] = true, "987654" end)
    assert.equal(0, #outcome.silent)
  end)
end)

describe("lines that change places", function()
  -- Two lines of a text, given by what they are, exchanged.
  local function is_ambiguous(surface, accept_a, accept_b)
    local lines = printed(surface, "cn_disclosure_2021")
    local a, b
    for number, line in ipairs(lines) do
      local c = line[1] and line[1].c
      if c and not a and accept_a(c) then a = number elseif c and not b and accept_b(c) then b = number end
    end
    local changed = table.move(lines, 1, #lines, 1, {})
    changed[a], changed[b] = lines[b], lines[a]
    return require("spec.support.well_formed").differs(lines, changed)
  end
  local function with_text(text) return function(c) return c.text == text end end

  it("say something else where they are words of a header, or labels", function()
    assert.is_true(is_ambiguous(lines_surface, with_text "商业企业", with_text "科研机构"))
    assert.is_true(is_ambiguous(lines_surface, with_text "2.重复申请", with_text "3.要求提供公开出版物"))
  end)

  it("do not where rows move with their labels, or a label leaves its row", function()
    local row = text_surfaces.list[4]
    assert.is_false(is_ambiguous(row, with_text "2.重复申请", with_text "3.要求提供公开出版物"))
    assert.is_false(is_ambiguous(lines_surface, with_text "2.重复申请", with_text "申请人情况"))
  end)
end)
