local cache = require "govreport.base.cache"
local example = require "spec.support.example"
local forms = require "govreport.form"
local govreport = require "govreport"
local plain_parts = require "govreport.read.plain_parts"

local form = forms.compiled "cn_disclosure_2019"

-- All that is read of a text, with its places and what is told of it.
local function read(text)
  local report = assert(govreport.parse(text, { name = "a.txt" }))
  local written = govreport.render(report, "json")
  report:close()
  return written
end

local function forget() form.plain_parts = cache.new(form.plain_parts.most) end

-- How many parts of a text are carried out without being read.
local function carried_out(text)
  local count, begin = 0, plain_parts.read
  plain_parts.read = function(binder, first, stop)
    local next_token = begin(binder, first, stop)
    if next_token > first then count = count + 1 end
    return next_token
  end
  read(text)
  plain_parts.read = begin
  return count
end

local text = example.text
local rules = example.row(text, "规章")
local behind = "第二十条第（五）项"
local header = "信息内容\n\n本年新制作数量\n\n本年新公开数量\n\n对外公开总数量\n\n"
local part = text:match("(三、收到和处理政府信息公开申请情况\n.-)四、")

-- What a text becomes, and how many of its three parts with tables are plain.
local texts = {
  ["the text itself"] = { text, 3 },
  ["another number"] = { example.set(text, "规章", 1, "12"), 3 },
  ["a number of a page between rows"] = { example.edit(text, rules, rules .. "— 4 —\n\n"), 3 },
  ["a number of a page between values"] = { example.edit(text, rules, (rules:gsub("0\n", "0\n\n— 4 —\n", 1))), 3 },
  ["a row in another place"] = { example.edit(example.edit(text, rules, ""), behind, rules .. behind), 3 },
  ["a row that is missing"] = { example.edit(text, rules, ""), 3 },
  ["a row that comes twice"] = { example.edit(text, rules, rules .. rules), 2 },
  ["a value too few"] = { example.edit(text, rules, (rules:gsub("0\n\n", "", 1))), 2 },
  ["a value too many"] = { example.edit(text, rules, rules .. "7\n\n"), 2 },
  ["a value that is none"] = { example.set(text, "规章", 2, "O"), 2 },
  ["a line of text"] = { example.edit(text, rules, rules .. "本表不含转发的文件\n\n"), 2 },
  ["a label that is unknown"] = { example.edit(text, "\n规章\n", "\n规程\n"), 2 },
  ["other ordinals"] = { example.edit(text, "\n（一）予以公开\n", "\n1.予以公开\n"), 3 },
  ["words of a header in another order"] = {
    example.edit(text, "本年新制作数量\n\n本年新公开数量", "本年新公开数量\n\n本年新制作数量"), 3 },
  ["a part that comes twice"] = { example.edit(text, part, part .. part), 1 },
  ["a header that is missing"] = { example.edit(text, header, ""), 2 },
}

describe("a part that is labels and numbers alone", function()
  before_each(forget)

  for name, case in pairs(texts) do
    it("is the same when its like was read before: " .. name, function()
      local first = read(case[1])
      assert.equal(first, read(case[1]))
      for _, other in pairs(texts) do read(other[1]) end
      assert.equal(first, read(case[1]))
      assert.equal(case[2], carried_out(case[1]))
    end)
  end
end)
