--- What JSON must look like, and the place where it does not.

local shape = require "govreport.base.shape"

local page = shape.object{
  name = shape.string, lines = shape.list(shape.integer), kind = shape.one_of("a", "b"),
  note = shape.maybe(shape.string),
  id = shape.maybe(shape.text(function(text) return text:find "^%x+$" end, "hexadecimal")),
  parts = shape.maybe(shape.list(shape.object{title = shape.string})),
}

local function right(changes)
  local value = {name = "x", lines = {1, 2}, kind = "a"}
  for key, own in pairs(changes or {}) do value[key] = own end
  return value
end

describe("a shape", function()
  it("takes what is right, with keys that it does not name", function()
    assert.is_nil(page(right()))
    assert.is_nil(page(right{note = "y", id = "0f", parts = {{title = "t", more = {}}}, other = true}))
    assert.is_nil(page(right{lines = {}}))
  end)

  for place, case in pairs{
    [""] = {5, "object", "integer"}, name = {right{name = 5}, "string", "integer"},
    lines = {right{lines = "x"}, "list", "string"}, ["lines[2]"] = {right{lines = {1, 2.5}}, "integer", "number"},
    ["lines[1]"] = {right{lines = {nil, 2}}, "integer", "nil"}, id = {right{id = "xyz"}, "hexadecimal", "string"},
    note = {right{note = false}, "string", "boolean"}, parts = {right{parts = {a = 1}}, "list", "table"},
    ["parts[2].title"] = {right{parts = {{title = "t"}, {}}}, "string", "nil"},
    ["parts[1]"] = {right{parts = {7}}, "object", "integer"},
  } do
    it("tells where else: '" .. place .. "'", function()
      assert.same({place = place, expected = case[2], actual = case[3]}, page(case[1]))
    end)
  end

  it("tells the only texts that there may be", function()
    assert.same({place = "kind", expected = {values = "a, b"}, actual = "string"}, page(right{kind = "c"}))
  end)

  it("tells of the first key by name", function()
    assert.equal("kind", page{}.place)
  end)
end)
