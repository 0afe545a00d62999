--- What the presentation of findings says: extracts, rounds, statistics, letters.

return {
  ["excerpt.zeros"] = {zh = "（其余{count}行均为0）", en = "(the other rows, {count}, are 0)"},
  ["check.cells"] = {zh = "{cells}（{count}格）", en = "{cells} (cells: {count})"},
  ["check.resolved"] = {zh = "与上一轮相比已解决{count}处：", en = "resolved since the first round, {count}:"},
  ["check.absent"] = {
    zh = "上一轮有、本轮未见的报告（{count}份）：", en = "in the first round and not seen this time, {count|report|reports}:"},

  ["rounds.new"] = {zh = "新增", en = "new"},
  ["rounds.open"] = {zh = "未改", en = "open"},
  ["rounds.changed"] = {zh = "已改动，仍不符", en = "changed, still open"},
  ["rounds.resolved"] = {zh = "已解决", en = "resolved"},
  ["since.syntax"] = {
    zh = "{path}：不是完整的JSON（第{byte}字节起），请用“check --format json”重新输出上一轮结果。",
    en = "{path}: no JSON from byte {byte} on; please print the first round again with 'check --format json'."},
  ["since.schema"] = {
    zh = "{path}：不是上一轮检查的结果（应为“check --format json”输出的{detail}）。",
    en = "{path}: not the findings of a check ({detail}, as 'check --format json' prints them)."},

  ["statistics.title"] = {zh = "统计（已核对的报告：{count}份）", en = "statistics (reports checked: {count})"},
  ["statistics.rule"] = {zh = "规则", en = "rule"},
  ["statistics.level"] = {zh = "级别", en = "severity"},
  ["statistics.findings"] = {zh = "处数", en = "findings"},
  ["statistics.files"] = {zh = "份数", en = "reports"},
  ["statistics.severity"] = {zh = "{severity}{count}处", en = "{severity}: {count}"},
  ["statistics.separator"] = {zh = "，", en = ", "},
  ["statistics.fail"] = {zh = "需修改{count}份", en = "must be corrected: {count}"},
  ["statistics.undecided"] = {zh = "无法判断{count}份", en = "undecided: {count}"},
  ["statistics.review"] = {zh = "待核实{count}份", en = "to be verified: {count}"},
  ["statistics.pass"] = {zh = "未发现错误{count}份", en = "no errors found: {count}"},
  ["statistics.unread"] = {zh = "无法读取{count}份", en = "not read: {count}"},

  ["folder.counts"] = {
    zh = "文件夹共{files}个文件：已核对{checked}个，无法读取{unread}个，格式不支持{unsupported}个",
    en = "folder: {files} {files|file|files}, {checked} checked, {unread} not readable, {unsupported} of other "
         .. "formats"},
  ["folder.repeated"] = {zh = "，重复{repeated}个", en = ", {repeated} {repeated|double|doubles}"},
  ["folder.unopened"] = {
    zh = "；另有{unopened}处未能打开", en = "; {unopened} more {unopened|entry|entries} could not be opened"},

  ["findings.file"] = {zh = "文件", en = "file"},
  ["findings.agency"] = {zh = "机关", en = "agency"},
  ["findings.year"] = {zh = "年度", en = "year"},
  ["findings.severity"] = {zh = "级别", en = "severity"},
  ["findings.rule"] = {zh = "规则", en = "rule"},
  ["findings.part"] = {zh = "部分", en = "part"},
  ["findings.row"] = {zh = "表格行", en = "row"},
  ["findings.column"] = {zh = "表格列", en = "column"},
  ["findings.message"] = {zh = "问题", en = "message"},
  ["findings.line"] = {zh = "原文行号", en = "line"},
  ["findings.character"] = {zh = "原文第几字", en = "character"},
  ["findings.status"] = {zh = "与上一轮相比", en = "since the first round"},
  ["findings.separator"] = {zh = "、", en = ", "},
  ["findings.count_parts"] = {zh = "共{count}个表格", en = "{count} {count|table|tables}"},
  ["findings.count_rows"] = {zh = "共{count}行", en = "{count} {count|row|rows}"},
  ["findings.count_columns"] = {zh = "共{count}列", en = "{count} {count|column|columns}"},
  ["findings.head"] = {zh = "标题、引言", en = "title and preface"},
  ["findings.whole"] = {zh = "全文", en = "the whole report"},
  ["findings.unread"] = {zh = "无法读取", en = "not read"},

  ["letter.ending"] = {
    zh = "--letter {path}：文件名应以.md或.html结尾；写入文件夹的，路径以“/”结尾。",
    en = "--letter {path}: a file that ends in .md or .html is expected, or a folder with a '/' at its end."},
  ["letter.single"] = {
    zh = "--letter {path}：共有{count}份报告，一个文件只能写一份退改意见，请改用文件夹（路径以“/”结尾）。",
    en = "--letter {path}: a file takes one letter, there are {count} reports; please give a folder, 'FOLDER/'."},
  ["letter.folder"] = {
    zh = "--letter {path}：无法建立文件夹（{detail}）。", en = "--letter {path}: the folder cannot be made ({detail})."},
  ["options.text_only"] = {
    zh = "{option}只用于文本格式，不能与“--format {format}”同时使用。",
    en = "{option} goes with the text format only, not with '--format {format}'."},
  ["options.not_format"] = {
    zh = "{option}不能与“--format {format}”同时使用。", en = "{option} does not go with '--format {format}'."},
  ["letter.alone"] = {zh = "{option}只与--letter同时使用。", en = "{option} goes with --letter only."},
  ["letter.deadline"] = {
    zh = "--deadline {value}：不是有效日期，应写为2025-02-28。", en = "--deadline {value}: no date; write 2025-02-28."},
  ["letter.title"] = {zh = "关于《{report}》的退改意见", en = "Corrections to “{report}”"},
  ["letter.title_nothing"] = {zh = "关于《{report}》的核对意见", en = "On “{report}”"},
  ["letter.to"] = {zh = "{agency}：", en = "To {agency}:"},
  ["letter.the_report"] = {zh = "年度报告", en = "the annual report"},
  ["letter.opening"] = {
    zh = "经核对，你单位《{report}》有{counts}，现将具体意见反馈如下。",
    en = "“{report}” has been checked. What was found: {counts}."},
  ["letter.nothing"] = {
    zh = "经核对，你单位《{report}》未发现需修改、待核实之处。",
    en = "“{report}” has been checked; nothing was found that must be corrected or is to be verified."},
  ["letter.count_error"] = {zh = "需修改{count}处", en = "must be corrected: {count}"},
  ["letter.count_warning"] = {zh = "待核实{count}处", en = "to be verified: {count}"},
  ["letter.count_info"] = {zh = "提示{count}处", en = "hints: {count}"},
  ["letter.do_error"] = {zh = "“需修改”的，请按建议更正", en = "what must be corrected is to be corrected"},
  ["letter.do_warning"] = {zh = "“待核实”的，请对照原始数据核实，有误的更正，无误的说明情况",
                           en = "what is to be verified is to be corrected or explained"},
  ["letter.do_info"] = {zh = "“提示”的，供参考", en = "hints are for information"},
  ["letter.closing"] = {
    zh = "{todo}。请将办理情况逐项填入“修改情况”栏，连同更正后的报告一并反馈。",
    en = "Please note: {todo}. Please answer each item in the last column, and send the answers with the corrected "
         .. "report."},
  ["letter.closing_until"] = {
    zh = "{todo}。请将办理情况逐项填入“修改情况”栏，于{deadline}前连同更正后的报告一并反馈。",
    en = "Please note: {todo}. Please answer each item in the last column, and send the answers with the corrected "
         .. "report by {deadline}."},
  ["letter.semicolon"] = {zh = "；", en = "; "},
  ["letter.day"] = {zh = "{year}年{month}月{day}日", en = "{day} {month} {year}"},
  ["letter.contact"] = {zh = "（联系方式：{contact}）", en = "(Contact: {contact})"},
  ["letter.answer"] = {zh = "修改情况", en = "Done"},
  ["letter.where"] = {zh = "位置", en = "Place"},
  ["letter.in_row"] = {zh = "“{label}”行", en = "row “{label}”"},
  ["letter.in_column"] = {zh = "“{label}”列", en = "column “{label}”"},
  ["letter.count_cells"] = {zh = "共{count}格", en = "cells: {count}"},
  ["letter.comma"] = {zh = "，", en = ", "},
  ["letter.item"] = {zh = "第{number}项", en = "No. {number}"},
  ["letter.group_error"] = {zh = "需修改", en = "Must be corrected"},
  ["letter.group_warning"] = {zh = "待核实", en = "To be verified"},
  ["letter.group_info"] = {zh = "提示", en = "Hints"},
  ["letter.resolved"] = {zh = "上一轮意见已解决（{count}处）", en = "Resolved since the last letter ({count})"},
  ["letter.number"] = {zh = "序号", en = "No."},
  ["letter.problem"] = {zh = "问题", en = "Problem"},
  ["letter.change"] = {zh = "修改建议", en = "Suggested change"},
  ["letter.status"] = {zh = "与上一轮相比", en = "Since the last letter"},
  ["letter.status_new"] = {zh = "新增", en = "new"},
  ["letter.status_open"] = {zh = "未改", en = "open"},
  ["letter.status_changed"] = {zh = "已改动，仍不符", en = "changed, still open"},
  ["letter.separator"] = {zh = "、", en = ", "},
  ["letter.count_rows"] = {zh = "共{count}行", en = "rows: {count}"},
  ["letter.count_columns"] = {zh = "共{count}列", en = "columns: {count}"},
  ["letter.count_tables"] = {zh = "共{count}个表格", en = "tables: {count}"},
  ["letter.all_rows"] = {zh = "各行", en = "all rows"},
  ["letter.all_columns"] = {zh = "各列", en = "all columns"},
  ["letter.head"] = {zh = "标题、引言", en = "title and preface"},
  ["letter.whole"] = {zh = "全文", en = "the whole report"},
  ["letter.change_to"] = {zh = "“{row}”行“{column}”列改为{value}", en = "row “{row}”, column “{column}”: {value}"},
  ["letter.should_be"] = {zh = "改为“{value}”", en = "write “{value}”"},
  ["letter.please_error"] = {zh = "请核改", en = "please correct"},
  ["letter.please_warning"] = {zh = "请核实，有误的更正，无误的说明情况", en = "please verify, and correct or explain"},
  ["letter.please_info"] = {zh = "供参考", en = "for information"},
}
