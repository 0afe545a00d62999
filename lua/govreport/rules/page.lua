--- What a page shows but not as text, or hides: notices of the tool, which accuse nobody.

local picture = require "govreport.text.picture"
local unread_pages = require "govreport.text.unread_pages"

local shown = 5

-- The cells of a table that hold a picture or a box, by what it is: a list of `{table, kind, cells}`.
local function without_text(context)
  local list, by_key = {}, {}
  for _, cell in ipairs(context:odd_cells_of("unreadable")) do
    local kind = picture.seen(context.report.document, cell)
    if kind then
      local key = cell.table .. " " .. kind
      local entry = by_key[key]
      if not entry then
        entry = {table = cell.table, kind = kind, cells = {}}
        by_key[key] = entry
        list[#list + 1] = entry
      end
      table.insert(entry.cells, cell)
    end
  end
  return list
end

local function names_of(context, cells)
  local zh, en = {}, {}
  for i = 1, math.min(#cells, shown) do
    local cell = cells[i]
    local row, column = context:row_label(cell.table, cell.row), context:column_label(cell.table, cell.column_id)
    zh[i] = ("“%s”行“%s”列"):format(row, column)
    en[i] = ("“%s”, “%s”"):format(row, column)
  end
  local more = #cells > shown
  return {zh = table.concat(zh, "、") .. (more and "等" or ""), en = table.concat(en, "; ") .. (more and "; …" or "")}
end

-- Pages without text, which may hold anything: told once, and nothing else of pictures.
local function pages(context, list)
  context:leave_open("reading.picture")
  context:finding{message = "pages", fields = {
    pages = {zh = unread_pages.text(list, "、", "至"), en = unread_pages.text(list, ", ", " to ")}}}
end

local function pictures(context)
  local unread = context:unread_pages()
  if #unread > 0 then pages(context, unread) end
  for _, entry in ipairs(without_text(context)) do
    context:leave_open(entry.table)
    context:finding{message = entry.kind, cells = entry.cells,
                    fields = {place = context:table_name(entry.table), count = #entry.cells,
                              list = names_of(context, entry.cells)}}
  end
  local has_pictures = #context.report.document:pictures() > 0
  for _, declared in ipairs(has_pictures and context.form.declared.tables or {}) do
    local part = declared.section and context.report:section(declared.section)
    local count = picture.count(context.report.document, part)
    if count > 0 and #unread == 0 and not context.report.tables[declared.id].present then
      context:leave_open(declared.id)
      context:finding{message = "whole", places = {part},
                      fields = {place = context:table_name(declared.id), count = count}}
    end
  end
end

local function hidden(context)
  local list = context:deviations "hidden_read"
  if #list > 0 then context:finding{places = list, fields = {count = #list}} end
end

return {
  {
    id = "reading.picture", severity = "notice", basis = "提示", general = true,
    title = {zh = "报告内容均为文字", en = "all of the report is text"},
    message = {
      picture = {zh = "{place}{list}共{count}格显示的是图片，其中的内容未能读取，未参与核对；请将图片中的数字改为文字后再检查。",
                 en = "{place}: cells that show a picture, which was not read: {count} ({list}); put the figures as "
                      .. "text."},
      whole = {zh = "未读到{place}，该部分有{count}幅图片，表格可能是图片，其中的内容未参与核对；请改为文字表格后再检查。",
               en = "{place} was not read; its part has pictures, {count}, one of which may be the table; "
                    .. "put it as text."},
      pages = {zh = "第{pages}页没有可以读取的文字（可能是扫描件或图片），其内容未参与核对，未读到的部分不作缺项处理；"
                    .. "请提供由Word、WPS直接导出的PDF或原Word文件，或经文字识别（OCR）并校对后再核对。",
               en = "no text could be read on page {pages} (a scan or a picture, it seems); what stands there was not "
                    .. "checked and is not taken for missing. Please provide the PDF as exported from Word or WPS, or "
                    .. "the Word file, or have it recognised (OCR) and proofread first."},
      box = {zh = "{place}{list}共{count}格是空的输入框，网页未写明其内容，未参与核对；请改为文字后再检查。",
             en = "{place}: cells that are empty input boxes: {count} ({list}); put the figures as text."},
    },
    check = pictures,
  },
  {
    id = "reading.hidden", severity = "notice", basis = "提示", general = true,
    title = {zh = "报告内容均直接显示", en = "all of the report is shown"},
    message = {zh = "报告有{count}处内容在网页上默认隐藏（如选项卡、折叠栏），需由脚本显示；已按其内容读取，请核对页面显示是否完整。",
               en = "parts of the report that the page hides until a script shows them (tabs, folds): {count}; they "
                    .. "were read as they stand."},
    needs = {deviations = {"hidden_read"}},
    check = hidden,
  },
}
