--- Addresses of cells, parts and facts.

local address = require "govreport.form.address"
local forms = require "govreport.form"

local declared = {forms.declared "cn_disclosure_2021", forms.declared "cn_disclosure_2019"}
local layouts = forms.compiled("cn_disclosure_2021").layouts

local function first_cell(id)
  for _, t in ipairs(layouts) do
    if t.id == id then return t.first_cell end
  end
end

describe("an address", function()
  -- text, how many cells it has in the form of 2021 (for the first id where it has a `*`)
  for _, case in ipairs{
    {"applications.granted.total", 1}, {"applications.granted.*", 1}, {"applications.*.total", 1},
    {"applications.granted..denied_state_secret.total", 3}, {"applications.granted.natural_person..business", 2},
    {"applications.granted..partially_granted.natural_person..business", 4}, {"-instruments.*.repealed", 1},
    {"instruments.administrative_rules.made", 0},   -- of 2019
    {"procurement.centralized.items", 0},
  } do
    it(case[1] .. " is that of cells", function()
      local parsed = address.parse(case[1])
      address.verify(parsed, declared)
      local ids = address.bound(parsed, layouts)
      assert.equal(case[2], #address.cells(parsed, layouts, ids and ids[1]))
      assert.equal(case[1]:sub(1, 1) == "-" and -1 or 1, parsed.sign)
    end)
  end

  it("has the numbers of the form's cells", function()
    local start = first_cell "applications"
    assert.same({start + 2 * 7 + 6}, address.cells(address.parse "applications.granted.total", layouts))
    local span = address.parse "applications.received..brought_forward.total"
    assert.same({start + 6, start + 13}, address.cells(span, layouts))
  end)

  it("stands for rows or columns by `*`", function()
    local ids, axis = address.bound(address.parse "disputes.*.total", layouts)
    assert.same({"reconsideration", "litigation_direct", "litigation_after_reconsideration"}, ids)
    assert.equal("row", axis)
    assert.equal("column", select(2, address.bound(address.parse "disputes.reconsideration.*", layouts)))
    assert.is_nil(address.bound(address.parse "disputes.reconsideration.total", layouts))
  end)

  it("may be that of a fact, a part, a table", function()
    assert.equal("field", address.parse("fields.signed_on").kind)
    assert.equal("section", address.parse("sections.other").kind)
    assert.equal("table", address.parse("tables.disputes").kind)
  end)

  for text, message in pairs{
    ["applications.grant.total"] = "no row 'grant', did you mean 'granted'",
    ["applications.granted.totals"] = "no column 'totals', did you mean 'total'",
    ["application.granted.total"] = "no table 'application', did you mean 'applications'",
    ["applications.granted..conclude.total"] = "no row 'conclude', did you mean 'concluded'",
    ["fields.signedon"] = "no field 'signedon', did you mean 'signed_on'",
    ["sections.others"] = "no section 'others', did you mean 'other'",
    ["applications.*.*"] = "only one '%*' is possible",
    ["applications.granted"] = "is no address", ["granted"] = "is no address", [""] = "is no address",
    ["a.b.c.d"] = "is no address", ["applications.granted.total "] = "is no address",
  } do
    it("'" .. text .. "' is refused", function()
      assert.error_matches(function() address.verify(address.parse(text), declared) end, message)
    end)
  end
end)
