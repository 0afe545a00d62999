--- Parts and their headings: whether all that the form asks for is there, in its place; whether the file is whole.
-- What forms other than the disclosure reports ask for no official text says: of them at most a warning is told.

local names = require "govreport.form.names"
local place_words = require "govreport.text.place_words"

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（年度报告格式）"

-- The declared parts with what the report has of each: its entry in the outline.
local function parts(context)
  return context:once("declared_parts", function()
    local list = {}
    for i, declared in ipairs(context.form.declared.sections) do
      list[i] = {declared = declared, number = i, found = context:outline_of(declared.id)}
    end
    return list
  end)
end

-- The lines that may be the heading of a part, by its title.
local function unread_lines(context)
  local by_title = {}
  for _, deviation in ipairs(context:deviations "section_unread") do
    by_title[deviation.subject] = by_title[deviation.subject] or {}
    table.insert(by_title[deviation.subject], deviation)
  end
  return by_title
end

-- The parts that are missing by evidence: others were found around the gap, and no line in it may be their heading; and
-- those of which that cannot be said, with the lines that may be it.
local function missing_parts(context)
  return context:once("missing_parts", function()
    local sure, unsure, found, unread = {}, {}, false, unread_lines(context)
    for _, part in ipairs(parts(context)) do
      found = found or part.found ~= nil
      if not part.found and not context:is_part_cut(part.declared.id) then
        table.insert(unread[part.declared.title] and unsure or sure, part)
      end
    end
    if found then return {sure = sure, unsure = unsure} end
    return {sure = {}, unsure = parts(context)}
  end)
end

local function has_tables(context, id)
  for table_id, found in pairs(context.report.tables) do
    if found.present and names.declared_table(context.form.declared, table_id).section == id then return true end
  end
  return false
end

local function printed_number(part) return {zh = names.numeral(part.number), en = part.number} end

local function section_missing(context)
  for _, part in ipairs(missing_parts(context).sure) do
    context:finding{message = has_tables(context, part.declared.id) and "heading" or "part",
                    severity = not context.usual and "warning" or nil,
                    fields = {number = printed_number(part), title = part.declared.title}}
  end
end

local shown_lines = 3

-- One notice for all parts that were not recognised.
local function section_unread(context)
  local unsure = missing_parts(context).unsure
  if #unsure == 0 then return end
  local titles, places, zh, en, seen, unread = {}, {}, {}, {}, {}, unread_lines(context)
  for i, part in ipairs(unsure) do
    titles[i] = "“" .. names.numeral(part.number) .. "、" .. part.declared.title .. "”"
    for _, line in ipairs(unread[part.declared.title] or {}) do
      if not seen[line.byte] then
        seen[line.byte] = true
        places[#places + 1] = line
        local where = place_words.both(line)
        zh[#places] = ("“%s”（%s）"):format(line.raw, where.zh)
        en[#places] = ("“%s” (%s)"):format(line.raw, where.en)
      end
    end
  end
  local more = #places > shown_lines
  context:finding{message = #places == 0 and "none" or "lines", places = places, fields = {
    titles = {zh = table.concat(titles, "、"), en = table.concat(titles, ", ")},
    lines = {zh = table.concat(zh, "、", 1, math.min(#zh, shown_lines)) .. (more and "等" or ""),
             en = table.concat(en, ", ", 1, math.min(#en, shown_lines)) .. (more and ", …" or "")},
  }}
end

local function section_order(context)
  local last
  for _, part in ipairs(parts(context)) do
    local found = part.found
    if found and last and found.start < last.found.start then
      context:finding{places = {found.section}, fields = {title = part.declared.title, other = last.declared.title}}
    end
    if found and (not last or found.start > last.found.start) then last = part end
  end
end

-- Whether the report numbers its parts: of other forms than the disclosure reports nobody has said that it must.
local function numbers_parts(context)
  if context.usual then return true end
  for _, part in ipairs(parts(context)) do
    if part.found and part.found.number == part.number then return true end
  end
  return false
end

local function section_ordinal(context)
  if not numbers_parts(context) then return end
  for _, part in ipairs(parts(context)) do
    local found = part.found
    -- A number that ran into the line stands in front of the ordinal.
    local is_merged = found and found.number ~= part.number
                      and found.section.title:find(names.numeral(part.number) .. "、", 1, true) == 1
    if found and found.number ~= part.number and not is_merged then
      context:finding{
        message = found.number and "wrong" or "missing", places = {found.section},
        expected = names.numeral(part.number) .. "、", actual = found.marker,
        fields = {title = found.section.title, number = names.numeral(part.number), marker = found.marker},
      }
    end
  end
end

-- Whether a title stands whole beside a space and other text: another line ran into it.
local function has_line_beside(deviation)
  local title, text = deviation.subject, deviation.raw:gsub("　", " "):gsub("[\t\n]", " ")
  return text:find(title .. " ", 1, true) == 1
         or text:find(" ", 1, true) ~= nil and text:sub(-#title) == title
end

local function section_title(context)
  for _, deviation in ipairs(context:deviations "title_unknown") do
    if not has_line_beside(deviation) then
      context:finding{places = {deviation}, expected = deviation.subject, actual = deviation.raw,
                      fields = {title = deviation.raw, official = deviation.subject}}
    end
  end
end

local function section_empty(context)
  for _, id in ipairs{"overview", "problems"} do
    local found = context:outline_of(id)
    if found and found.section.state ~= "text" and not context:is_cut_in(id) then
      context:finding{places = {found.section}, fields = {part = context:part_name(id), title = found.section.title}}
    end
  end
end

local function parts_announced(context)
  local announced = context:read_fields().parts_announced
  if not announced or not announced.value then return end
  local count = 0
  for _, entry in ipairs(context:outline()) do
    if entry.id then count = count + 1 end
  end
  local missing = count < #context.form.declared.sections   -- told by another rule
  if count ~= announced.value and not (missing and announced.value == #context.form.declared.sections) then
    context:finding{places = {announced}, expected = count, actual = announced.value,
                    fields = {announced = announced.value, found = count}}
  end
end

local shown_places = 5

-- Bytes that are no character of the file's encoding.
local function undecoded(context)
  local document = context.report.document
  local count = document.replaced
  if count == 0 then return end
  local places, zh, en = {}, {}, {}
  for i, place in ipairs(document:replaced_places()) do
    places[i] = {raw = "\u{FFFD}", place = place, byte = place.byte}
    if i <= shown_places then
      zh[i] = ("第%d行第%d字"):format(place.line, place.column)
      en[i] = ("%d:%d"):format(place.line, place.column)
    end
  end
  local more = count > shown_places
  context:finding{places = places, fields = {count = count, encoding = document.encoding, list = {
    zh = table.concat(zh, "、") .. (more and "等" or ""), en = table.concat(en, ", ") .. (more and ", …" or "")}}}
end

return {
  {
    id = "structure.section_missing", severity = "error", basis = notice, general = true,
    title = {zh = "应有的部分齐全", en = "all parts are there"},
    message = {
      part = {zh = "缺少“{number}、{title}”部分，请按规定格式补充。", en = "part {number} ({title}) is missing; please add it."},
      heading = {zh = "该部分表格上方缺少标题，请补充标题“{number}、{title}”。",
                 en = "the heading of part {number} ({title}) is missing above its table; please add it."},
    },
    check = section_missing,
  },
  {
    id = "reading.section", severity = "notice", basis = "提示", general = true,
    title = {zh = "各部分均已识别", en = "all parts were recognised"},
    message = {
      lines = {zh = "未能识别{titles}部分，可能的标题：{lines}；是否缺少，未作判断。标题规范并单独成行后可再核对。",
               en = "{titles} not recognised; lines that may be the heading: {lines}. Whether the part is missing was "
                    .. "not judged. With each heading on a line of its own, worded as in the form, it can be read."},
      none = {zh = "未识别出任何部分的标题，是否缺少{titles}部分，未作判断。标题规范并单独成行后可再核对。",
              en = "no heading of a part was recognised; whether {titles} are missing was not judged. With each "
                   .. "heading on a line of its own, worded as in the form, they can be read."},
    },
    check = section_unread,
  },
  {
    id = "structure.section_order", severity = "warning", basis = notice, general = true,
    title = {zh = "各部分顺序正确", en = "the parts are in order"},
    message = {zh = "“{title}”部分应排在“{other}”部分之后，请核实后调整顺序。",
               en = "“{title}” should come after “{other}”; please verify the order of the parts."},
    check = section_order,
  },
  {
    id = "structure.section_ordinal", severity = "warning", basis = notice, general = true,
    title = {zh = "各部分标题序号正确", en = "the headings are numbered"},
    message = {
      missing = {zh = "“{title}”标题缺序号，应为“{number}、{title}”，请核实后更正。",
                 en = "the heading “{title}” has no ordinal; it should be “{number}、{title}”; please verify."},
      wrong = {zh = "“{title}”标题序号写为“{marker}”，应为“{number}、”，请核实后更正。",
               en = "the heading “{title}” is numbered “{marker}”; it should be “{number}、”; please verify."},
    },
    check = section_ordinal,
  },
  {
    id = "structure.section_title", severity = "warning", basis = notice, general = true,
    title = {zh = "各部分标题用语规范", en = "the headings are worded as in the form"},
    message = {zh = "标题“{title}”与规定格式不一致，应为“{official}”，请核实后更正。",
               en = "the heading “{title}” should read “{official}”; please verify."},
    needs = {deviations = {"title_unknown"}},
    check = section_title,
  },
  {
    id = "structure.section_empty", severity = "warning", basis = "《政府信息公开条例》第五十条",
    title = {zh = "文字部分有内容", en = "the parts in prose have text"},
    message = {zh = "{part}“{title}”没有实质内容，请核实后补充。",
               en = "{part}, “{title}”, says nothing; please verify and add its text."},
    check = section_empty,
  },
  {
    id = "structure.parts_announced", severity = "warning", basis = "提示",
    title = {zh = "引言所称部分数与正文一致", en = "as many parts as the preface announces"},
    message = {zh = "引言称全文由{announced}个部分组成，正文实有{found}个部分，请核实后统一。",
               en = "the preface announces {announced} parts, the report has {found}; please verify which holds."},
    check = parts_announced,
  },
  {
    id = "structure.undecoded", severity = "warning", basis = "提示", general = true,
    title = {zh = "文字编码正确", en = "all bytes are characters"},
    message = {zh = "有{count}处内容不是有效的{encoding}字符，已以“\u{FFFD}”代替（{list}），请核实原文后更正。",
               en = "places that are no characters of {encoding}: {count} ({list}), shown as “\u{FFFD}”; please verify "
                    .. "them in the original."},
    check = undecoded,
  },
}
