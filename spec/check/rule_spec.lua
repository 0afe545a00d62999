--- The rules, forms and words of the project are as strict as those that people bring: what is checked when a script is
-- loaded is checked here for them, and not at every start.

local declaration = require "govreport.form.declaration"
local forms = require "govreport.form"
local lexicon = require "govreport.claims.lexicon"
local rule = require "govreport.check.rule"

describe("the rules of the project", function()
  for _, family in ipairs(require "govreport.rules") do
    it("are right: " .. family, function()
      rule.add({}, require("govreport.rules." .. family), function() return "rules/" .. family end)
    end)
  end

  it("have ids that stand once", function()
    local all = {}
    for _, family in ipairs(require "govreport.rules") do
      rule.add(all, require("govreport.rules." .. family), function() return "rules/" .. family end)
    end
    assert.equal(#all, #rule.all())
    for i, own in ipairs(all) do assert.equal(own.id, rule.all()[i].id) end
  end)
end)

describe("the forms of the project", function()
  for _, entry in ipairs(require "govreport.forms") do
    it("are right: " .. entry[1], function()
      declaration.check(forms.declared(entry[1]), function() return "forms/" .. entry[1] end)
      assert.equal(entry[2], forms.root(entry[1]))
    end)
  end
end)

describe("the words of the project", function()
  for _, name in ipairs(require "govreport.words") do
    it("mean cells that a form has: " .. name, function()
      lexicon.verify(require("govreport.words." .. name), "words/" .. name)
    end)
  end

  it("are told where they mean none", function()
    local data = {rows = {{of = "applications.grunted", "准予公开"}}, columns = {}, claims = {}, tables = {}}
    assert.error_matches(function() lexicon.verify(data, "words/own") end,
                         "^words/own: 'applications.grunted.%*': no row 'grunted', did you mean 'granted'%?$")
    data = {rows = {}, columns = {{of = "disputes.uphold", "维持"}}, claims = {}, tables = {}}
    assert.error_matches(function() lexicon.verify(data, "words/own") end, "did you mean 'upheld'")
  end)
end)
