local mask = require "govreport.text.mask"

-- Text and what is left of it; nil where nothing is hidden. All numbers are made up.
local cases = {
  { "身份证号131102198506120080。", "身份证号131***********0080。" },
  { "13110219850612003X", "131***********003X" },
  { "13110219850612003x，", "131***********003x，" },
  { "１３１１０２１９８５０６１２００８０", "１３１＊＊＊＊＊＊＊＊＊＊＊００８０" },
  { "131102850612008", "131*********008" },
  { "手机13812345678", "手机138****5678" },
  { "138-1234-5678", "138-****-5678" },
  { "138 1234 5678", "138 **** 5678" },
  { "１３８１２３４５６７８", "１３８＊＊＊＊５６７８" },
  { "6222021234567890128", "6222***********0128" },
  { "6222 0212 3456 7890 128", "6222 **** **** ***0 128" },
  { "4111111111111111", "4111********1111" },
  { "电话13812345678、13987654321。", "电话138****5678、139****4321。" },
  -- A wrong check digit, a day that is none, a birth in the future, a province that is none.
  { "131102198506120081" }, { "131102198502300086" }, { "131102202306120080" }, { "991102198506120080" },
  { "131102851312008" },
  -- No prefix of a card, and digits that fail the check.
  { "6222021234567890129" }, { "7222021234567890128" },
  -- Parts of longer names, codes with letters, quantities, other telephones.
  { "91131102MA0ABCDE1X" }, { "za13812345678-2023-000071" }, { "/13812345678.html" }, { "404796340/2021-2750940" },
  { "13812345678元" }, { "13812345678件" }, { "0318-1234567" }, { "031812345678" }, { "12345678901" }, { "4001234567" },
  { "2024-13812345678" }, { "" }, { "没有数字" }, { "0\x1F13\x1F812\x1F345678\x1E" },
}

describe("mask.text", function()
  for _, case in ipairs(cases) do
    it((case[2] and "hides " or "leaves ") .. ("“%s”"):format(case[1]:gsub("%c", " ")), function()
      assert.equal(case[2] or case[1], mask.text(case[1]))
    end)
  end

  it("leaves no more digits than it keeps, and the same number of characters", function()
    local text = "甲131102198506120080乙13812345678丙6222021234567890128丁"
    assert.equal(utf8.len(text), utf8.len(mask.text(text)))
    assert.equal(text:gsub("%d", "#"):gsub("#+", ""), mask.text(text):gsub("[%d*]", "#"):gsub("#+", ""))
    assert.same({}, mask.find(mask.text(text)))
  end)
end)

describe("mask.find", function()
  it("names the kind of each, and where it stands", function()
    local found = mask.find("甲131102198506120080乙138-1234-5678")
    assert.same({
      { kind = "identity", start = 4, stop = 22, separated = false, masked = "131***********0080" },
      { kind = "mobile", start = 25, stop = 38, separated = true, masked = "138-****-5678" },
    }, found)
  end)
end)
