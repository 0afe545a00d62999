--- What is said of registers of units and of reports beside each other.

local function near(zh, en)
  return {zh = zh:gsub("。$", "，是否指“{nearest}”？"), en = en:gsub("%.$", "; did you mean '{nearest}'?")}
end

local column = {zh = "{path}：第{line}行：不识别的列名“{value}”。", en = "{path}: line {line}: unknown column '{value}'."}
local type_ = {zh = "{path}：第{line}行：不识别的类型“{value}”。", en = "{path}: line {line}: unknown type '{value}'."}
local level = {zh = "{path}：第{line}行：不识别的层级“{value}”。", en = "{path}: line {line}: unknown level '{value}'."}

return {
  ["csv.encoding"] = {
    zh = "{path}：第{line}行的内容不是UTF-8编码，也不能按GB18030编码读取，请另存为“CSV UTF-8（逗号分隔）”后再试。",
    en = "{path}: line {line} is neither UTF-8 nor GB18030; please save the file as “CSV UTF-8”."},
  ["csv.quote_open"] = {
    zh = "{path}：第{line}行的引号没有配对，请补上右引号。",
    en = "{path}: line {line}: a quotation mark is never closed."},
  ["csv.quote_text"] = {
    zh = "{path}：第{line}行的引号位置不正确：含引号的内容须整格用引号括起，其中的引号写两个。",
    en = "{path}: line {line}: a misplaced quotation mark; a field that holds some is quoted as a whole, with each of "
         .. "them doubled."},
  ["units.column"] = column, ["units.column_near"] = near(column.zh, column.en),
  ["units.column_twice"] = {
    zh = "{path}：第{line}行：列“{value}”重复，请只保留一列。",
    en = "{path}: line {line}: the column '{value}' stands twice."},
  ["units.no_name"] = {
    zh = "{path}：第{line}行：表头缺少“名称”列（name），请补上。",
    en = "{path}: line {line}: the header lacks the column 'name'."},
  ["units.fields"] = {
    zh = "{path}：第{line}行有{found}格，表头只有{wanted}列，请核对逗号。",
    en = "{path}: line {line} has {found} fields, the header {wanted}."},
  ["units.nameless"] = {zh = "{path}：第{line}行没有填名称。", en = "{path}: line {line} has no name."},
  ["units.type"] = type_, ["units.type_near"] = near(type_.zh, type_.en),
  ["units.level"] = level, ["units.level_near"] = near(level.zh, level.en),
  ["units.level_of_type"] = {
    zh = "{path}：第{line}行：“{value}”的类型与层级不符，请核对。",
    en = "{path}: line {line}: the type and the level of '{value}' contradict each other."},
  ["units.code"] = {
    zh = "{path}：第{line}行：行政区划代码“{value}”应为6位、9位或12位数字。",
    en = "{path}: line {line}: the code '{value}' should have 6, 9 or 12 digits."},
  ["units.code_province"] = {
    zh = "{path}：第{line}行：行政区划代码“{value}”的前两位不是任何省份的代码。",
    en = "{path}: line {line}: the first two digits of the code '{value}' are those of no province."},
  ["units.date"] = {
    zh = "{path}：第{line}行：截止日期“{value}”不是有效日期，应写为“01-20”“1月20日”或“2025-01-20”。",
    en = "{path}: line {line}: the deadline '{value}' is no date; write '01-20' or '2025-01-20'."},
  ["units.year"] = {
    zh = "{path}：第{line}行：年度“{value}”应写为“2024”。", en = "{path}: line {line}: '{value}' is no year."},
  ["units.twice"] = {
    zh = "{path}：第{line}行：“{value}”与第{other}行重复。",
    en = "{path}: line {line}: '{value}' stands in line {other} already."},
  ["units.parent"] = {
    zh = "{path}：第{line}行：上级“{value}”不在名录中。",
    en = "{path}: line {line}: the parent '{value}' is not in the register."},
  ["units.cycle"] = {
    zh = "{path}：第{line}行：“{value}”的上级关系成环，请核对“上级”列。",
    en = "{path}: line {line}: '{value}' stands above itself."},
  ["usage.paths"] = {
    zh = "请给出要核对的文件或文件夹，或用--series给出存放历年报告的文件夹。",
    en = "name the files or folders to check, or with --series a folder of reports of several years."},
  ["usage.previous"] = {
    zh = "--previous只用于核对一份报告，给出的路径有{count}份；多份报告请用--series。",
    en = "--previous is for one report, the paths have {count}; for several use --series."},
  ["usage.series"] = {
    zh = "--series不与其他路径或--previous同时使用。",
    en = "--series stands alone, without other paths and without --previous."},
  ["rollup.parent"] = {
    zh = "{path}：未能从报告中同时读出机关名称和年度，无法作汇总核对，请核对标题。",
    en = "{path}: it tells no body or no year; it cannot be rolled up."},
  ["rollup.counted"] = {
    zh = "汇总核对：{agency}{year}年度报告与{count}份单位报告，共{lines}格；不符{differs}格，无法判定{open}格",
    en = "roll-up: {agency} {year} and {count} {count|report|reports} of units, {lines} {lines|cell|cells}; "
         .. "{differs} differ, {open} undecided"},
  ["rollup.details"] = {zh = "不符的格：", en = "the cells that differ:"},
  ["rollup.head.value"] = {zh = "本级", en = "own"},
  ["rollup.head.sum"] = {zh = "合计", en = "sum"},
  ["rollup.head.difference"] = {zh = "差额", en = "diff"},
  ["rollup.head.parts"] = {zh = "各单位", en = "units"},
  ["rollup.more"] = {zh = "等{count}个单位", en = "… ({count} {count|unit|units})"},
  ["rollup.unfilled"] = {zh = "（未填：{count}个单位）", en = " (blank: {count} {count|unit|units})"},
}
