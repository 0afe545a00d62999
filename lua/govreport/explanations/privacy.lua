--- Examples for numbers of persons. They are made up.

local answered = "均在法定期限内答复。"

local function with(sentence) return {text = {{answered, answered .. sentence}}} end

return {
  ["privacy.identity_number"] = {
    plain = true,
    fails = with "申请人甲（131102198506120080）到场查阅。",
    passes = with "申请人甲到场查阅。",
  },
  ["privacy.mobile_number"] = {
    plain = true,
    fails = with "申请人甲（13812345678）到场查阅。",
    passes = with "咨询电话：0318-1234567。",
  },
  ["privacy.bank_card"] = {
    plain = true,
    fails = with "费用退至6222021234567890128。",
    passes = with "费用退至原账户。",
  },
}
