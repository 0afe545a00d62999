local core = require "govreport.core"
local grammar = require "govreport.text.grammar"
local lpeg = require "lpeg"

describe("lines that go on are joined", function()
  for text, expected in pairs{
    [""] = "", ["公开\v信息"] = "公开信息", ["收到3\v4件"] = "收到3 4件", ["共\v4件"] = "共4件", ["\v公开\v"] = "公开",
    ["公开\v— 4 —\v信息"] = "公开信息", ["公开\v 第3页 共5页\n信息"] = "公开\n信息", ["A\vPage 8 of 20 -\vB"] = "A B",
    ["公开\v1 / 9"] = "公开", ["公开\v1/9"] = "公开1/9", ["公开\v第3页起"] = "公开第3页起", ["公开\vP. 1234"] = "公开P. 1234",
  } do
    it("in “" .. text:gsub("%c", "|") .. "”", function() assert.equal(expected, (core.join(text, 0, {}))) end)
  end

  it("but for those behind a heading", function()
    assert.equal("（一）\n公开信息", (core.join("（一）\v公开\v信息", 100, { [100 + #"（一）" + 1] = true })))
  end)

  it("and positions are known in both", function()
    local text, joints, shifts = core.join("甲\v乙\v— 4 —\v丙", 0, {})
    assert.equal("甲乙丙", text)
    assert.same({ 4, 7, 7 }, joints)
    assert.same({ 1, 11, 12 }, shifts)
  end)
end)

describe("the number of a page between lines is what the grammar of forms takes for one:", function()
  local page_line = lpeg.P"\v" * lpeg.P" "^0 * grammar.page_number * -1
  local numbers = { "1", "12", "1234", "3 页" }
  local around = { "", "- ", " -", "—", "– ", "~ ", "─", "−", "Page ", "page\v", "PAGE", " of 9", "/ 9", "第 ", "页", "页 共5页",
                   "P.", "p. ", " / 12" }
  for _, number in ipairs(numbers) do
    it(number, function()
      for _, before in ipairs(around) do
        for _, behind in ipairs(around) do
          local line = "\v " .. before .. number .. behind
          local is_number = core.join("公开" .. line, 0, {}) == "公开"
          assert.equal(page_line:match(line) ~= nil, is_number, line)
        end
      end
    end)
  end
end)
