--- Forms that are filled in. Fields: path, line of a list of cells; value, what stands there; nearest, what may be
-- meant.

local function near(message)
  return {zh = (message.zh:gsub("。$", "，是否指“{nearest}”？")),
          en = (message.en:gsub("%.$", "; did you mean '{nearest}'?"))}
end

local title = {zh = "{path}：第{line}行：不认识的列“{value}”。", en = "{path}: line {line}: there is no column '{value}'."}
local table_ = {zh = "{path}：第{line}行：该格式没有表格“{value}”。",
                en = "{path}: line {line}: the form has no table '{value}'."}
local row = {zh = "{path}：第{line}行：表格{table}没有行“{value}”。",
             en = "{path}: line {line}: the table {table} has no row '{value}'."}
local column = {zh = "{path}：第{line}行：表格{table}没有列“{value}”。",
                en = "{path}: line {line}: the table {table} has no column '{value}'."}
local state = {zh = "{path}：第{line}行：不认识的状态“{value}”。", en = "{path}: line {line}: there is no state '{value}'."}

return {
  ["data.encoding"] = {
    zh = "{path}：文件编码无法识别，请另存为UTF-8编码的制表符分隔文本。",
    en = "{path}: the encoding is unknown; please save the file as tab-separated text in UTF-8."},
  ["data.title"] = title, ["data.title_near"] = near(title),
  ["data.title_twice"] = {zh = "{path}：第{line}行：列“{value}”重复。",
                          en = "{path}: line {line}: the column '{value}' stands twice."},
  ["data.no_title"] = {
    zh = "{path}：第{line}行应为各列名称，缺少“{value}”；各列之间用制表符分隔，样式见 govreport extract --to tsv。",
    en = "{path}: line {line} should name the columns, and lacks '{value}'; tabs part them, as in what 'govreport "
         .. "extract --to tsv' writes."},
  ["data.table"] = table_, ["data.table_near"] = near(table_),
  ["data.row"] = row, ["data.row_near"] = near(row),
  ["data.column"] = column, ["data.column_near"] = near(column),
  ["data.state"] = state, ["data.state_near"] = near(state),
  ["data.twice"] = {zh = "{path}：第{line}行：单元格{value}与第{other}行重复。",
                    en = "{path}: line {line}: the cell {value} stands in line {other} already."},
  ["data.number"] = {zh = "{path}：第{line}行：“{value}”不是数值，也不是“—”“/”“无”或“不适用”。",
                     en = "{path}: line {line}: '{value}' is no number, and none of —, /, 无, 不适用."},
  ["data.no_value"] = {
    zh = "{path}：第{line}行：状态为number而没有数值，请填写；未填的单元格，状态写blank。",
    en = "{path}: line {line}: the state is 'number' and there is no value; write one, or the state 'blank'."},
  ["data.no_raw"] = {
    zh = "{path}：第{line}行：该格原文未能读出（unreadable），请填写数值；未填的单元格，状态写blank。",
    en = "{path}: line {line}: what stands in this cell could not be read; write a value, or the state 'blank'."},
  ["show.no_writer"] = {
    zh = "{path}：写出Word文件（.docx）需要安装组件govreport-docx；也可写成.html，用Word或WPS打开后另存。",
    en = "{path}: Word files (.docx) are written by the rock govreport-docx; or take .html, which Word opens as well."},
  ["new.no_name"] = {zh = "请写明名称：govreport new {kind} 名称", en = "a name is missing: govreport new {kind} NAME"},
  ["new.not_named"] = {zh = "new report不用名称；文件用-o指定。",
                       en = "'new report' takes no name; -o says into which file it is written."},
  ["new.which_form"] = {zh = "请用--form指定格式，可选：{list}。", en = "name a form with --form; there are: {list}."},
  ["new.not_for"] = {zh = "{option}不用于new {kind}。", en = "{option} does not go with 'new {kind}'."},
  ["new.year"] = {zh = "“{value}”不是年度，应为四位数字，如2024。",
                  en = "'{value}' is no year of four digits, like 2024."},
  ["new.ending"] = {zh = "{path}：报告写成.docx、.html或.txt，请改文件名结尾。",
                    en = "{path}: reports are written as .docx, .html or .txt; please end the name so."},
  ["new.report"] = {
    zh = "已写出{path}（{name}），自动合计{count}格。请补全内容，然后运行：govreport check {path}",
    en = "wrote {path} ({name}); totals that were added up: {count}. Complete it, then run: govreport check {path}"},
}
