--- Who signs a report, and when: where the title names a body and where it names none.

local core = require "govreport.core"
local sign_off = require "govreport.text.sign_off"

local function read(text, agency)
  local tape = assert(core.parse(text .. "\n")).tape
  local found = sign_off.find(sign_off.lines:match(tape), tape, agency)
  return (found.name and tape:sub(found.name, found.name_stop - 1) or "-") .. " "
         .. (found.date and tape:sub(found.date, found.date_stop - 1) or "-"),
         found.start and tape:sub(1, found.start - 1):gsub("%s", "")
end

local date = "2025年1月3日"

describe("a sign-off", function()
  for _, name in ipairs{
    "清沅县消防救援大队", "云岭市交警支队", "望川区第二中学", "望川区实验小学", "望川区人民医院", "云岭市气象站", "云岭市水务集团",
    "云岭市供水有限公司", "云岭市渔业协会", "望川区救助管理所", "云岭市政务服务中心", "望川区第一幼儿园", "云岭市残疾人联合会",
  } do
    it("has a name that ends like " .. name, function()
      assert.same({name .. " " .. date, "没有。"}, {read("没有。\n\n" .. name .. "\n\n" .. date)})
    end)
  end

  -- Title's body, text, what is found, the text that is left.
  for _, case in ipairs{
    {"云岭市渔业联合体", "没有。\n\n云岭市渔业联合体\n\n" .. date, "云岭市渔业联合体 " .. date, "没有。"},
    {"云岭市渔业联合体", "没有。\n\n云岭市渔业联合体", "云岭市渔业联合体 -", "没有。"},
    {"云岭市渔业联合体", "没有。\n\n" .. date .. "\n\n云岭市渔业联合体", "云岭市渔业联合体 " .. date, "没有。"},
    {"云岭市渔业联合体", "没有。\n\n云岭市渔业联合体（盖章）\n\n" .. date, "云岭市渔业联合体 " .. date, "没有。"},
    {"云岭市渔业联合体", "没有。\n\n云岭市联合体\n\n" .. date, "云岭市联合体 " .. date, "没有。"},
    {"云岭市渔业联合体", "没有。\n\n云岭市渔业生产平稳\n\n" .. date, "- " .. date, "没有。云岭市渔业生产平稳"},
    {nil, "没有。\n\n云岭市渔业联合体\n\n" .. date, "- " .. date, "没有。云岭市渔业联合体"},
    {nil, "没有。\n\n云岭市渔业联合体", "- -", nil},
  } do
    it(("of %s is found: %s"):format(case[1] or "nobody", case[2]:gsub("\n+", " ")), function()
      local found, left = read(case[2], case[1])
      assert.same({case[3], case[4]}, {found, left})
    end)
  end

  it("stands where it stands, and ends no text that goes on", function()
    local long = ("全年有三次检查，没有发现问题。"):rep(4)
    local found, left = read("云岭市渔业联合体\n\n" .. long, "云岭市渔业联合体")
    assert.same({"云岭市渔业联合体 -", nil}, {found, left})
  end)
end)
