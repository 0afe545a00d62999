--- Years in sentences and headings that are another report's.

local shown = 3
local longest_quote = 60    -- bytes of a sentence that a message shows

local function cut(text)
  if #text <= longest_quote then return text end
  return text:sub(1, utf8.offset(text, 0, longest_quote) - 1) .. "…"
end

local function place_of(context, found)
  if found.section then return found.section, (found.section.marker or "") .. found.section.title end
  local place = context:place(found.start, found.stop)
  return place, place.raw
end

-- The stale years by year, and plans for the report's own year, in the order in which they come.
local function by_year(list)
  local groups, order = {}, {}
  for _, found in ipairs(list) do
    local key = found.role == "plan" and "plan" or found.year
    if not groups[key] then
      groups[key] = {}
      order[#order + 1] = key
    end
    table.insert(groups[key], found)
  end
  return groups, order
end

-- The year in the title, where nothing else in the report says so: then it may be the one that is wrong.
local function wrong_title(context, year)
  local fields = context.report.fields
  local first = fields.period_start
  if first and first.value and first.value:sub(1, 4) ~= tostring(year) then return nil end
  local title, own = fields.title, fields.year
  return title and own.byte >= title.byte and own.byte_end <= title.byte_end and own or nil
end

local function stale(context)
  local list, own_count = context:stale_years()
  local groups, order = by_year(list)
  for _, year in ipairs(order) do
    local places, quotes = {}, {}
    for i, found in ipairs(groups[year]) do
      local place, text = place_of(context, found)
      places[i] = place
      if i <= shown then quotes[i] = "“" .. cut(text) .. "”" end
    end
    local more = #places > shown
    local title = own_count == 0 and #places > 1 and #order == 1 and wrong_title(context, year)
    if title then table.insert(places, 1, title) end
    local is_plan = year == "plan"
    context:finding{
      message = is_plan and "plan" or title and "title" or "text", places = places,
      expected = context.year + (is_plan and 1 or 0), actual = is_plan and context.year or year,
      fields = {count = #groups[year], year = year, own = context.year, next = context.year + 1,
                list = {zh = table.concat(quotes, "、") .. (more and "等" or ""),
                        en = table.concat(quotes, ", ") .. (more and ", …" or "")}},
    }
  end
end

return {
  {
    id = "years.stale", severity = "warning", basis = "《政府信息公开条例》第四十九条、第五十条",
    title = {zh = "文中年份为报告年度", en = "the years in the text are the report's own"},
    message = {
      text = {zh = "文中有{count}处年份为{year}年（{list}），与报告年度{own}年不符，疑未更新，请核实后更正。",
              en = "places that speak of {year}: {count} ({list}); the report is for {own}, please verify."},
      plan = {zh = "文中有{count}处将下一步打算写为{own}年（{list}），{own}年度报告的打算应为{next}年，请核实后更正。",
              en = "places that plan for {own}, the year of the report itself: {count} ({list}); that should be "
                   .. "{next}, please verify."},
      title = {zh = "标题年度为{own}年，文中{count}处均为{year}年（{list}），请核实标题或正文的年份。",
               en = "the title says {own}, the text {year} (places: {count}, {list}); please verify which holds."},
    },
    check = stale,
  },
}
