--- Numbers that belong to a person and should not be published. What is found is masked in every output.

local mask = require "govreport.text.mask"
local article = require "govreport.text.article"
local place_words = require "govreport.text.place_words"
local quote = require "govreport.text.quote"

local ordinance = "《政府信息公开条例》第十五条"

-- ---- what is no person's number -----------------------------------------------------------------

-- The entry of the ledger that has the digits at a position of the tape; entries stand in document order.
local function entry_at(context, position)
  local ledger = context.report.ledger
  local low, high = 1, #ledger
  while low < high do
    local middle = (low + high + 1) // 2
    if ledger[middle].start <= position then low = middle else high = middle - 1 end
  end
  return ledger[low]
end

-- Numbers of cells and of fields, such as index numbers, and those of the page around the report.
local function has_place(context, position)
  local entry = entry_at(context, position)
  return entry ~= nil and (entry.status == "bound" or entry.reason == "page_chrome")
end

local codes = {"索引号", "信用代码", "编号", "文号", "标识码", "机构代码"}
local accounts = {"账号", "账户", "帐号", "帐户", "开户"}
local cards = {"卡号", "银行卡", "储蓄卡", "信用卡", "借记卡"}
local contacts = {"电话", "联系", "热线", "咨询", "拨打"}

-- How far back the word stands that says what a number is: bytes.
local reach = 60

local function words_before(tape, start)
  return (tape:sub(math.max(1, start - reach), start - 1):match("[^\n\x1C-\x1F]*$"):gsub("\v", ""))
end

-- ---- what is found ------------------------------------------------------------------------------

local groups = {identity = "identity", old_identity = "identity", mobile = "mobile", card = "card"}

-- An office publishes how to reach it: in the preface and at the end this is as it should be.
local function is_contact(before) return article.has(before, contacts) ~= nil end

-- Of a person who is named to be reached the number is meant for everybody.
local function is_named(before) return before:find("联系人", 1, true) ~= nil end

local function is_personal(context, tape, number)
  local before = words_before(tape, number.start)
  if article.has(before, codes) or has_place(context, number.start) then return false end
  if number.kind == "card" then
    return article.has(before, cards) ~= nil or not number.separated and not article.has(before, accounts)
  elseif number.kind == "mobile" then
    number.contact = is_contact(before)
    return not is_named(before) and (number.contact or not number.separated)
  end
  return true
end

local function is_in_preface(context, number)
  local first = context:outline()[1]
  return first == nil or number.start < first.start
end

-- The numbers by group, in order.
local function numbers(context)
  return context:once("personal_numbers", function()
    local tape, list = context.report.document.tape, {}
    for _, number in ipairs(mask.find(tape)) do
      if is_personal(context, tape, number) then
        local group = groups[number.kind]
        if group == "mobile" and number.contact then
          group = not is_in_preface(context, number) and "contact" or nil
        end
        if group then
          list[group] = list[group] or {}
          table.insert(list[group], number)
        end
      end
    end
    return list
  end)
end

local shown = 5

local function place_of(document, number)
  local place = quote.place(document, number.start, number.stop)
  return {raw = number.masked, byte = place.byte, place = place}
end

local function report_group(context, group, draft)
  local found = numbers(context)[group]
  if not found then return end
  local zh, en, places = {}, {}, {}
  for i, number in ipairs(found) do
    local place = place_of(context.report.document, number)
    places[i] = place
    if i <= shown then
      local where = place_words.both(place.place)
      zh[i] = ("%s（%s）"):format(number.masked, where.zh)
      en[i] = ("%s (%s)"):format(number.masked, where.en)
    end
  end
  local more = #found > shown
  draft.places = places
  draft.fields = {count = #found, list = {zh = table.concat(zh, "、") .. (more and "等" or ""),
                                          en = table.concat(en, ", ") .. (more and ", …" or "")}}
  context:finding(draft)
end

local function identity(context)
  -- The old numbers have no check digit.
  local certain = false
  for _, number in ipairs(numbers(context).identity or {}) do certain = certain or number.kind == "identity" end
  report_group(context, "identity", {severity = certain and "error" or "warning"})
end

local function mobile(context)
  report_group(context, "mobile", {message = "personal"})
  report_group(context, "contact", {message = "contact", severity = "info"})
end

local function card(context) report_group(context, "card", {}) end

return {
  {
    id = "privacy.identity_number", severity = "error", basis = ordinance,
    title = {zh = "不公开公民身份号码", en = "no resident identity numbers"},
    message = {zh = "正文有{count}处居民身份证号码：{list}，属个人隐私，请核改，删除号码。",
               en = "resident identity numbers: {count} ({list}); they are private, please remove them."},
    check = identity,
  },
  {
    id = "privacy.mobile_number", severity = "warning", basis = ordinance,
    title = {zh = "不公开个人手机号码", en = "no mobile numbers of persons"},
    message = {
      personal = {zh = "正文有{count}处手机号码：{list}，请核实是否属个人信息，不宜公开的请删除。",
                  en = "mobile numbers: {count} ({list}); please verify, and remove those of persons."},
      contact = {zh = "正文公布的联系电话有{count}处为手机号码：{list}，如非单位公开电话请更换。",
                 en = "telephone numbers that are mobile numbers: {count} ({list}); if they are not the body's own, "
                      .. "please replace them."},
    },
    check = mobile,
  },
  {
    id = "privacy.bank_card", severity = "warning", basis = ordinance,
    title = {zh = "不公开银行卡号", en = "no numbers of bank cards"},
    message = {zh = "正文有{count}处疑似银行卡号：{list}，请核实，属个人信息的请删除。",
               en = "numbers like those of bank cards: {count} ({list}); please verify, and remove those of persons."},
    check = card,
  },
}
