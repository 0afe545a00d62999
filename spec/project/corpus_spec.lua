--- Generated documents, with which speed is measured: what is measured on them must be the reading of reports.

local corpus = require "bench.corpus"
local govreport = require "govreport"

local seed = 3
local count = 2 * corpus.layouts   -- each layout in both forms
local documents = {}
for number = 1, count do documents[number] = corpus.document(number, seed) end

-- The markup of a page from its first table to its last without any text; of a text what stands between its words.
local function structure(document)
  if document.layout.kind == "page" then
    return (document.bytes:match("<[tT][aA][bB][lL][eE].*</[tT][aA][bB][lL][eE]>"):gsub(">[^<]+", ">"))
  end
  return document.layout.kind == "text" and document.bytes:gsub("[^%s|#-]+", "w") or document.layout.name
end

local function errors_of(result)
  local list = {}
  for finding in result:findings() do
    if finding.severity == "error" then list[#list + 1] = finding.rule .. ": " .. finding.message end
  end
  return list
end

-- The cells that are blank on paper, and those that were read as holding no number.
local function blanks(document, report)
  local printed, read = 0, 0
  for address, text in pairs(document.cells) do
    if text == "" then
      printed = printed + 1
      if report:cell(address).state ~= "number" then read = read + 1 end
    end
  end
  return printed, read
end

describe("a generated document", function()
  for number, document in ipairs(documents) do
    it(("%d: %s, %s"):format(number, document.form, document.layout.name), function()
      local report <close> = assert(govreport.parse(document.bytes, {name = document.name}))
      assert.same({document.form, document.agency, document.year}, {report.form, report.agency, report.year})
      local result = govreport.check(report, {lang = "zh"})
      if not document.fault then
        assert.same({}, errors_of(result))
        for address, text in pairs(document.cells) do assert.equal(text, report:cell(address).raw, address) end
      elseif document.fault == "sums" then
        assert.is_true(result.counts.error > 0)
      else
        local printed, read = blanks(document, report)
        assert.is_true(printed > 0)
        assert.equal(printed, read)
      end
    end)
  end

  it("is the same for the same number and seed, and another for others", function()
    for number = 1, count, 7 do
      local document = documents[number]
      assert.equal(document.bytes, corpus.document(number, seed).bytes)
      assert.not_equal(document.bytes, corpus.document(number, seed + 1).bytes)
      assert.not_equal(document.bytes, corpus.document(number + count, seed).bytes)   -- the same layout
    end
  end)
end)

describe("generated documents", function()
  it("are in forty layouts and more whose markup differs", function()
    local seen, distinct = {}, 0
    for number = 1, count, 2 do
      local own = structure(documents[number])
      if not seen[own] then seen[own], distinct = true, distinct + 1 end
    end
    assert.equal(corpus.layouts, distinct)
    assert.is_true(distinct >= 40)
  end)

  it("have blank cells or sums that fail, one in five, of both kinds in both forms", function()
    local faults, sum = {}, 0
    for _, document in ipairs(documents) do
      if document.fault then
        local key = document.form .. " " .. document.fault
        faults[key], sum = (faults[key] or 0) + 1, sum + 1
      end
    end
    assert.equal(count // 5, sum)
    for _, form in ipairs{"cn_disclosure_2019", "cn_disclosure_2021"} do
      for _, fault in ipairs{"blanks", "sums"} do assert.is_true((faults[form .. " " .. fault] or 0) > 0) end
    end
  end)
end)
