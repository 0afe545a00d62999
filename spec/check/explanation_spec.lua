--- Every rule has an example that fails and one that passes, and both do.

local explanation = require "govreport.check.explanation"
local forms = require "govreport.form"
local govreport = require "govreport"
local model = require "govreport.explanations.model"
local rule = require "govreport.check.rule"
local sample = require "govreport.form.sample"

local function parse(bytes) return assert(govreport.parse(bytes, {name = "example"})) end

local function messages_of(findings)
  local messages = {}
  for found in findings do messages[#messages + 1] = found.message end
  return messages
end

describe("the model of the examples", function()
  for _, form in ipairs(forms.list()) do
    it("passes all rules in the form " .. form, function()
      for _, plain in ipairs{true, false} do
        local options = model.of(form)
        options.plain = plain
        local report = assert(govreport.parse(sample.text(options)))
        assert.same({}, messages_of(govreport.check(report):findings()))
        assert.equal("云岭市水务局", report.agency)
      end
    end)
  end
end)

-- Rules that have no example yet; may only shrink.
local without = {}

for _, own in ipairs(rule.all()) do
  describe("the example of " .. own.id, function()
    if without[own.id] then
      it("is missing, and no longer so is told", function() assert.is_nil(explanation.example(own)) end)
      return
    end

    it("is there", function() assert.is_table(explanation.example(own)) end)

    it("fails where it should", function()
      assert.is_true(#explanation.run(own, "fails", parse).findings > 0)
    end)

    it("passes where it should", function()
      assert.same({}, messages_of(explanation.run(own, "passes", parse).result:findings()))
    end)
  end)
end
