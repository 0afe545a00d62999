local anchors = require "govreport.text.anchors"

describe("anchors", function()
  local rivers, lakes = anchors.set{"云江", "云江口"}, anchors.set{"江口湖"}

  it("are found by one walk, also inside of each other", function()
    local found = anchors.find "自云江口湖至云江"
    assert.same({ 4, 4, 19 }, found[rivers])
    assert.same({ 7 }, found[lakes])
  end)

  it("have no places where they do not stand", function()
    local found = anchors.find "本年度"
    assert.same({ {}, {} }, { found[rivers], found[lakes] })
  end)

  it("are in one set alone", function()
    assert.error_matches(function() anchors.set{"江口湖"} end, "江口湖")
  end)
end)
