--- Which documents are copies, which are versions: told by what they say, never by names alone.

local core = require "govreport.core"
local example = require "spec.support.example"
local marks = require "govreport.dataset.marks"

-- What is marked among some notes, as `{id = {…}}`. A note is a row of `report`.
local function marked(rows)
  local collection <close> = marks.new()
  for i, row in ipairs(rows) do
    row.sha256 = row.sha256 or "sha" .. i
    collection:add(i, marks.note(row))
  end
  return collection:marks()
end

-- Signatures of which so many of 128 numbers are the same as those of `base`.
local base = ("ab"):rep(128)
local function alike(count, other) return ("ab"):rep(count) .. (other or "00"):rep(128 - count) end

-- A report: its agency, digest of values, signature, and more.
local function row(agency, digest, signature, more)
  local own = {agency = agency, year = 2023, values_digest = digest, signature = signature or base}
  for key, value in pairs(more or {}) do own[key] = value end
  return own
end

describe("marks", function()
  for name, case in pairs{
    ["the same bytes"] = {
      {row("甲局", "v1", base, {sha256 = "x"}), row("乙局", "v1", base), row("甲局", "v1", base, {sha256 = "x"})},
      {[3] = {copy_of = 1}}},
    ["the same bytes without body and year"] = {
      {row(nil, "v1", "", {sha256 = "x"}), row(nil, "v1", "", {sha256 = "x"}), row(nil, "v1", "", {sha256 = "y"})},
      {[2] = {copy_of = 1}}},
    ["the same cells and nearly the same text"] = {
      {row("甲局", "v1"), row("甲局", "v1", alike(120)), row("甲局", "v1", alike(100))},
      {[2] = {copy_of = 1}, [3] = {version_of = 1}}},
    ["other cells"] = {
      {row("甲局", "v1"), row("甲局", "v2", alike(120)), row("甲局", "v1", alike(126))},
      {[2] = {version_of = 1}, [3] = {copy_of = 1}}},
    ["another year"] = {{row("甲局", "v1"), row("甲局", "v1", base, {year = 2022})}, {}},
    ["another body of the same name"] = {{row("水务局", "v1"), row("水务局", "v2", alike(30))}, {}},
    ["two bodies of the same name with two versions each"] = {
      {row("水务局", "v1"), row("水务局", "v2", alike(0, "11")), row("水务局", "v3", alike(100)),
       row("水务局", "v4", ("11"):rep(100) .. ("22"):rep(28))},
      {[3] = {version_of = 1}, [4] = {version_of = 2}}},
    ["copies of the second body of a name"] = {
      {row("水务局", "v1"), row("水务局", "v1", alike(20, "11")), row("水务局", "v1", alike(20, "11"))},
      {[3] = {copy_of = 2}}},
    ["codes of bodies before names"] = {
      {row("甲局", "v1", base, {body = "1"}), row("乙局", "v2", alike(120), {body = "1"}),
       row("甲局", "v2", alike(120), {body = "2"})},
      {[2] = {version_of = 1}}},
    ["a later one by its date"] = {
      {row("甲局", "v1", base, {published_on = "2024-01-20"}),
       row("甲局", "v2", base, {published_on = "2024-03-01"}), row("甲局", "v3", base, {signed_on = "2024-02-01"})},
      {[1] = {superseded_by = 2}, [2] = {version_of = 1}, [3] = {version_of = 1, superseded_by = 2}}},
    ["a later one by when it was fetched"] = {
      {row("甲局", "v1", base, {published_on = "2024-01-20", fetched = "2024-05-01"}),
       row("甲局", "v2", base, {fetched = "2024-04-01"})},
      {[2] = {version_of = 1, superseded_by = 1}}},
    ["the same date, and a later one by when it was fetched"] = {
      {row("甲局", "v1", base, {published_on = "2024-01-20", fetched = "2024-03-01"}),
       row("甲局", "v2", base, {published_on = "2024-01-20", fetched = "2024-05-01"})},
      {[1] = {superseded_by = 2}, [2] = {version_of = 1}}},
    ["no date, no order"] = {
      {row("甲局", "v1", base, {published_on = "2024-01-20"}), row("甲局", "v2", base)}, {[2] = {version_of = 1}}},
    ["the same date, no order"] = {
      {row("甲局", "v1", base, {signed_on = "2024-01-20"}), row("甲局", "v2", base, {signed_on = "2024-01-20"})},
      {[2] = {version_of = 1}}},
    ["names in another script or width"] = {
      {row("云岭市财政局（本级）", "v1"), row("云岭市财政局(本级)", "v1")}, {[2] = {copy_of = 1}}},
  } do
    it("tell: " .. name, function() assert.same(case[2], marked(case[1])) end)
  end

  it("are none where a name is that of very many bodies", function()
    local rows = {}
    for i = 1, 60 do rows[i] = row("水务局", "v" .. i, ("%02x"):format(i + 16):rep(128)) end
    rows[61] = row("水务局", "v61", ("%02x"):format(17):rep(128))
    assert.same({}, marked(rows))
  end)

  -- Instructions of the Lua machine for so many reports in one group.
  local function cost(count, of)
    local rows, steps = {}, 0
    for i = 1, count do rows[i] = of(i) end
    debug.sethook(function() steps = steps + 1 end, "", 1000)
    marked(rows)
    debug.sethook()
    return steps
  end

  for name, of in pairs{
    ["copies"] = function() return row("甲局", "v", base, {sha256 = "x"}) end,
    ["versions"] = function(i) return row("甲局", "v" .. i, base) end,
    ["bodies of one name"] = function(i) return row("水务局", "v" .. i, core.sha256(tostring(i)):rep(4)) end,
    ["blank ones of one name"] = function(i) return row("水务局", "v", core.sha256(tostring(i)):rep(4)) end,
  } do
    it("take no longer for each of many " .. name, function()
      local one, two = cost(300, of), cost(600, of)
      assert.is_true(two <= one * 2.3 + 5, one .. ", " .. two)
    end)
  end

  it("are made of all cells and the text", function()
    local function traits(page)
      local report = example.report(page)
      return core.traits(report, select(2, core.pack_sections(report, 1, tostring)))
    end
    local digest, signature = traits(example.page)
    assert.matches("^%x+$", digest)
    assert.equal(256, #signature)
    local other_digest, other_signature = traits((example.page:gsub(">19<", "><")))
    assert.are_not.equal(digest, other_digest)
    assert.equal(signature, other_signature)
    local other = example.page:gsub("我局", "全局上下")
    assert.are_not.equal(signature, select(2, traits(other)))
  end)
end)
