--- What English sentences must not hold: ids of rows and columns, "1 places".

local explanation = require "govreport.check.explanation"
local findings = require "spec.support.findings"
local govreport = require "govreport"
local rule = require "govreport.check.rule"

local function parse(text) return assert(govreport.parse(text, {name = "example"})) end

-- A noun of many behind a 1; "part 1 says" has none.
local function odd_plural(message)
  for noun in message:gsub("part 1 ", ""):gmatch("%f[%w%.]1 (%a+)%f[%A]") do
    if noun:find("[^s]s$") and noun ~= "is" then return noun end
  end
end

local function look(result)
  for found in result:findings() do
    assert.is_nil(found.messages.en:match("%l+_[%l_]+"), found.messages.en)
    assert.is_nil(odd_plural(found.messages.en), found.messages.en)
  end
end

describe("in English", function()
  for _, declared in ipairs(rule.all()) do
    if explanation.example(declared) then
      it(declared.id .. " says no ids, and one and many rightly", function()
        look(explanation.run(declared, "fails", parse).result)
      end)
    end
  end

  it("neither does the example with errors", function() look(findings.entry().result) end)

  it("plurals that are wrong are seen", function()
    assert.equal("places", odd_plural "1 places speak of 2023")
    assert.is_nil(odd_plural "21 places; 1 place; 0.1 places; it is 1 is it; part 1 says")
  end)
end)
