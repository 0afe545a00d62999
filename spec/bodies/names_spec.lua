local names = require "govreport.bodies.names"
local predecessor = require "govreport.bodies.predecessor"
local units = require "govreport.bodies.units"

describe("names of one body", function()
  local one = {
    {"青河区水务局", "云岭市青河区水务局"}, {"水务局", "云岭市水务局"}, {"市场监督管理局", "云岭市市场监督管理局"},
    {"石门镇人民政府", "青河区石门镇人民政府"}, {"石门镇人民政府", "云岭市青河区石门镇人民政府"}, {"教育局", "沛县教育局"},
    {"南浦街道办事处", "滨河区南浦街道办事处"}, {"高新区应急管理局", "云岭市高新区应急管理局"},
    {"青河区 水务局", "雲嶺市青河區水務局"}, {"青河区人民政府", "云岭市青河区人民政府"},
  }
  for _, pair in ipairs(one) do
    it("are " .. pair[1] .. ", " .. pair[2], function()
      assert.is_true(names.same(pair[1], pair[2]))
      assert.is_true(names.same(pair[2], pair[1]))
    end)
  end

  local two = {
    {"云岭市水务局", "云岭市青河区水务局"}, {"青河区水务局", "松陵区水务局"}, {"管理局", "青河区城市管理局"}, {"人民政府", "云岭市人民政府"},
    {"体育局", "白栎县教育体育局"}, {"云岭市青河区水务局", "松陵市青河区水务局"}, {"乡建设局", "云岭市城乡建设局"},
    {"办事处", "滨河区南浦街道办事处"}, {"云岭市人民政府", "云岭市人民政府办公室"},
  }
  for _, pair in ipairs(two) do
    it("are not " .. pair[1] .. ", " .. pair[2], function()
      assert.is_false(names.same(pair[1], pair[2]))
      assert.is_false(names.same(pair[2], pair[1]))
    end)
  end
end)

describe("names.keys", function()
  it("gives a short name the body that alone can be meant", function()
    local key = names.keys{"青河区水务局", "云岭市青河区水务局", "安澜省云岭市青河区水务局", "松陵市石门区水务局"}
    for _, name in ipairs{"青河区水务局", "云岭市青河区水务局"} do assert.equal("安澜省云岭市青河区水务局", key(name)) end
    assert.equal("松陵市石门区水务局", key "石门区水务局")
    assert.equal("水务局", key "水务局")
  end)

  it("leaves a short name alone where two bodies may be meant", function()
    for _, list in ipairs{{"云岭市青河区水务局", "松陵市青河区水务局"}, {"松陵市青河区水务局", "青河区水务局", "云岭市青河区水务局"}} do
      assert.equal("青河区水务局", names.keys(list)("青河区水务局"))
    end
  end)
end)

describe("a register", function()
  local function register(...) return assert(units.parse("名称,别名\n" .. table.concat({...}, "\n") .. "\n")) end

  it("finds a body with its city in front, and without", function()
    assert.equal("青河区水务局", register("青河区水务局,"):find("云岭市青河区水务局").name)
    assert.equal("云岭市青河区水务局", register("云岭市青河区水务局,"):find("青河区水务局").name)
    assert.equal("云岭市青河区水务局", register("云岭市青河区水务局,云岭市青河区水利局"):find("青河区水利局").name)
  end)

  it("finds none where two may be meant, or the place is another", function()
    local two = register("云岭市青河区水务局,", "松陵市青河区水务局,")
    assert.is_nil(two:find("青河区水务局"))
    assert.equal("松陵市青河区水务局", two:find("松陵市青河区水务局").name)
    assert.is_nil(register("云岭市青河区水务局,"):find("松陵市青河区水务局"))
    assert.is_nil(register("水务局,"):find("云岭市青河区水务局"))
  end)

  it("tells bodies apart whose names are alike", function()
    local apart = register("青河区水务局,", "云岭市青河区水务局,")
    assert.is_false(predecessor.same_body("青河区水务局", "云岭市青河区水务局", apart))
    assert.is_true(predecessor.same_body("青河区水务局", "云岭市青河区水务局"))
    assert.is_true(predecessor.same_body("青河区水务局", "云岭市青河区水务局", register("云岭市水务局,")))
  end)
end)
