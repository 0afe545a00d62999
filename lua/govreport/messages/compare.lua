--- What is said when reports are compared: `govreport diff`, `same`, `similar`.

return {
  ["compare.facts"] = {zh = "基本信息", en = "facts"},
  ["compare.cells"] = {zh = "表格", en = "tables"},
  ["compare.undecided"] = {zh = "无法识别、因而无法比较的单元格", en = "cells that could not be read, and so not compared"},
  ["compare.titles"] = {zh = "各部分标题", en = "titles of parts"},
  ["compare.sentences"] = {zh = "正文", en = "text"},
  ["compare.only"] = {
    zh = "仅一份载有的网页信息和表格残留文字（不计入差异）",
    en = "what only one has of its page, and leftovers of tables (no difference)"},
  ["compare.form"] = {zh = "所用格式", en = "form"},
  ["compare.head"] = {zh = "引言", en = "preface"},
  ["compare.tail"] = {zh = "文末", en = "end"},
  ["compare.label"] = {zh = "行、列名称", en = "label of a row or column"},
  ["compare.as_printed"] = {zh = "{label}（规定名称）", en = "{label} (as the form has it)"},
  ["compare.missing"] = {zh = "（无）", en = "(none)"},
  ["compare.row_and_column"] = {
    zh = "{place}“{row}”行“{column}”列", en = "{place}, row “{row}”, column “{column}”"},
  ["compare.only.table"] = {zh = "{place}：整张表仅{side}载有", en = "{place}: only {side} has this table"},
  ["compare.only.row"] = {zh = "{place}：“{row}”行仅{side}载有", en = "{place}: only {side} has the row “{row}”"},
  ["compare.only.column"] = {
    zh = "{place}：“{column}”列仅{side}载有", en = "{place}: only {side} has the column “{column}”"},
  ["compare.changed"] = {zh = "改动", en = "changed"},
  ["compare.numbers"] = {zh = "仅数字不同：{numbers}", en = "only numbers differ: {numbers}"},
  ["compare.removed"] = {zh = "仅A载有", en = "only in A"},
  ["compare.added"] = {zh = "仅B载有", en = "only in B"},
  ["compare.years"] = {
    zh = "两份报告年度不同（A为{a}年，B为{b}年）：文中的报告年度及其上、下一年度按各自年度对应，随年度推移的不计为差异；"
         .. "逐字比较请加--years literal。",
    en = "The reports are of different years (A {a}, B {b}): each report's own year and its neighbours are taken for "
         .. "the same; --years literal compares them as printed."},
  ["compare.verdict.same"] = {zh = "结论：两份报告内容一致", en = "verdict: the reports say the same"},
  ["compare.verdict.undecided"] = {
    zh = "结论：无法判断是否一致，有{undecided}格无法识别，请核对原件",
    en = "verdict: undecided, {undecided} cells could not be read"},
  ["compare.verdict.different"] = {
    zh = "结论：有{count}处不同（基本信息{facts}处，表格{cells}处，标题{titles}处，正文{sentences}处）",
    en = "verdict: {count} {count|difference|differences} (facts {facts}, "
         .. "tables {cells}, titles {titles}, text {sentences})"},
  ["compare.verdict.and_undecided"] = {
    zh = "，另有{undecided}格无法识别，请核对原件", en = "; {undecided} cells could not be read"},
  ["similar.group"] = {
    zh = "{part}：{count}份报告的文字基本相同", en = "{part}: {count} reports have nearly the same text"},
  ["similar.sentence"] = {zh = "共有语句：“{text}”", en = "they share: “{text}”"},
  ["similar.ratio"] = {zh = "相似度", en = "likeness"},
  ["similar.place"] = {zh = "位置", en = "place"},
  ["similar.file"] = {zh = "文件", en = "file"},
  ["similar.part"] = {zh = "没有“{part}”部分，可选：{parts}。", en = "there is no part '{part}'; there are: {parts}."},
  ["similar.part_near"] = {
    zh = "没有“{part}”部分，是否指“{nearest}”？可选：{parts}。",
    en = "there is no part '{part}'; did you mean '{nearest}'? There are: {parts}."},
  ["similar.threshold"] = {
    zh = "--at-least 应为0.3至1之间的数，例如0.8。", en = "--at-least takes a number from 0.3 to 1, such as 0.8."},
  ["similar.shortest"] = {
    zh = "--shortest 应为不小于1的整数。", en = "--shortest takes a whole number of at least 1."},
  ["similar.verdict"] = {
    zh = "比较了{reports}份报告：{groups}组文字基本相同（相似度{at_least}以上），请核实是否照抄。",
    en = "{reports} reports compared: {groups} groups with nearly the same text (likeness {at_least} and above)."},
  ["similar.verdict.none"] = {
    zh = "比较了{reports}份报告：没有发现文字基本相同的部分（相似度{at_least}以上）。",
    en = "{reports} reports compared: no parts with nearly the same text (likeness {at_least} and above)."},
}
