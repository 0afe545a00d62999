--- The tables of a dataset and their columns, with what each is called and holds: the one source of tables in SQLite,
-- headers of CSV files, keys of JSON, the package that describes them, and the dictionary in docs/datasets.md.
--
-- Types: "integer", "number" (an exact decimal of at most 15 digits), "text", "date" (ISO), "boolean" (1 or 0), "list"
-- (texts; a JSON array in a column of text), "value" (a number, or the text of a cell for texts).

local schema = {}

--- The version of the shape; it changes when a column goes or means something else.
schema.version = 1

local function column(name, kind, zh, en) return {name = name, type = kind, zh = zh, en = en} end

-- Where something stands, as cells, claims and findings say it.
local function place(list)
  for _, own in ipairs{
    column("line", "integer", "行号（从1起；Word、PDF文件指转成文字后的行）",
           "line, from 1; of Word and PDF files that of the text made of them"),
    column("byte", "integer", "起始字节（从1起；Word文件指所在部件内）", "first byte, from 1; of Word files within the part"),
    column("byte_end", "integer", "末尾字节（含）", "last byte, inclusive"),
    column("page", "integer", "页码（PDF）", "page of a PDF, from 1"),
    column("box", "text", "页面位置：左、上、右、下（磅，自左上角）",
           "left, top, right, bottom on the page, points from its upper left corner"),
    column("part", "text", "Word文件的部件名", "part of a Word file"),
    column("paragraph", "integer", "段落序号（Word，表格外）", "paragraph outside of tables of a Word file, from 1"),
  } do list[#list + 1] = own end
  return list
end

--- Tables in the order in which they are written; the first column of each is the report that a row belongs to.
schema.tables = {
  {name = "report", key = {"id"}, zh = "报告，一行一份", en = "a row for each document that was read as a report", columns = {
    column("id", "integer", "编号", "number of the document in the dataset"),
    column("file", "text", "文件", "path as it was given"),
    column("sha256", "text", "文件内容的SHA-256", "SHA-256 of the bytes of the file"),
    column("bytes", "integer", "文件大小（字节）", "size of the file in bytes"),
    column("format", "text", "文件类型", "text, html, docx, pdf, …"),
    column("encoding", "text", "编码", "encoding of the file"),
    column("form", "text", "格式编号", "id of the form"),
    column("title", "text", "标题", "title"),
    column("agency", "text", "机关名称", "the body that reports"),
    column("year", "integer", "报告年度", "year that is reported on"),
    column("region", "text", "行政区划代码", "administrative division code (GB/T 2260)"),
    column("body", "text", "机构代码（随清单给出）", "code of the body, as the manifest gives it"),
    column("type", "text", "机关类型", "kind of body: government, department, …"),
    column("level", "text", "层级", "level: province, city, county, township"),
    column("published_on", "date", "发布日期", "date of publication that the page or file tells"),
    column("signed_on", "date", "落款日期", "date of the sign-off"),
    column("url", "text", "网址（随清单给出）", "address, as the manifest gives it"),
    column("fetched", "text", "采集时间（随清单给出）", "when it was fetched, as the manifest gives it"),
    column("verdict", "text", "结论：pass、review、fail、undecided", "verdict of the check"),
    column("errors", "integer", "错误数", "findings of severity error"),
    column("warnings", "integer", "待核实数", "findings of severity warning"),
    column("hints", "integer", "提示数", "findings of severity info"),
    column("notices", "integer", "工具说明数", "notices of the tool"),
    column("cells_wanted", "integer", "格式应有的格数", "cells that the form asks for"),
    column("cells_read", "integer", "读到的格数（含空白格）", "cells that were read, blank ones too"),
    column("values_digest", "text", "全部格值的摘要", "digest of the values and states of all cells"),
    column("signature", "text", "正文的相似签名（MinHash）",
           "MinHash of the text: the share of equal bytes tells how alike two texts are"),
    column("copy_of", "integer", "与哪一份内容相同（编号）", "id of an earlier document with the same content"),
    column("version_of", "integer", "与哪一份为同一机关同一年度（编号）",
           "id of the first document of the same body and year that is another version of this report"),
    column("superseded_by", "integer", "已由哪一份取代（编号）",
           "id of the later version, where dates tell which one is later"),
  }},
  {name = "cell", key = {"report", "place"}, zh = "表格的格，一行一格", en = "a row for each cell of the tables",
   columns = place{
    column("report", "integer", "报告编号", "id of the report"),
    column("place", "integer", "格的编号（见 place 表）", "number of the cell's place in its form, see the table place"),
    column("state", "integer", "状态编号（见 state 表）", "number of the state, see the table state"),
    column("value", "value", "值；空白等无数值的为空，不记作0", "value; nothing where the cell has none, never 0 for a blank"),
    column("unit", "text", "单位", "unit"),
    column("sign", "text", "增减字样", "word for the sign: 增, 减, 持平"),
    column("note", "text", "附注", "note that the cell holds"),
    column("inferred", "boolean", "是否按次序推定", "whether it was bound by order, not by its labels"),
    column("raw", "text", "原文", "as printed"),
  }},
  {name = "section", key = {"report", "number"}, zh = "部分与小节", en = "parts and sections", columns = {
    column("report", "integer", "报告编号", "id of the report"),
    column("number", "integer", "次序", "position in the report, from 1"),
    column("section", "text", "部分编号", "id of the part in the form, nothing for others"),
    column("ordinal", "integer", "印出的序号", "ordinal as printed"),
    column("level", "integer", "层次", "depth: 1 for a part"),
    column("title", "text", "标题", "title"),
    column("state", "text", "状态：text、blank、none", "text, blank or none"),
    column("line", "integer", "行号", "line, from 1"),
    column("text", "text", "正文", "text below the title"),
  }},
  {name = "claim", key = {"report", "number"}, zh = "正文中的数量与日期", en = "quantities and dates in sentences", columns = {
    column("report", "integer", "报告编号", "id of the report"),
    column("number", "integer", "次序", "position in the report, from 1"),
    column("kind", "text", "种类", "quantity, date, …"),
    column("value", "number", "值", "value; nothing for a date"),
    column("bound", "text", "以上、以下等", "exact, at least, at most, about"),
    column("text", "text", "规范写法", "normalised text: quantity with its unit, ISO date"),
    column("raw", "text", "原文", "as printed"),
    column("line", "integer", "行号", "line, from 1"),
    column("byte", "integer", "起始字节", "first byte, from 1"),
    column("byte_end", "integer", "末尾字节（含）", "last byte, inclusive"),
  }},
  {name = "finding", key = {"report", "number"}, zh = "核查结果", en = "findings", columns = place{
    column("report", "integer", "报告编号", "id of the report"),
    column("number", "integer", "次序", "position in the report, from 1"),
    column("rule", "text", "规则编号", "id of the rule"),
    column("severity", "text", "程度：error、warning、info、notice", "severity"),
    column("message", "text", "说明", "message"),
    column("cells", "list", "涉及的格（地址）", "addresses of its cells"),
    column("expected", "text", "应为", "the side that is expected"),
    column("actual", "text", "实为", "the side that stands there"),
  }},
  {name = "sums", key = {"report", "table_id"}, zh = "各表的勾稽关系是否成立",
   en = "whether the sums of each table hold", columns = {
    column("report", "integer", "报告编号", "id of the report"),
    column("table_id", "text", "表的编号", "id of the table"),
    column("holds", "boolean", "勾稽关系是否全部成立；无法判断的为空", "whether all its sums hold; nothing where that cannot be told"),
  }},
  {name = "unread", key = {"id"}, zh = "未读成的文件", en = "a row for each document that is in no other table", columns = {
    column("id", "integer", "编号", "number of the document in the dataset"),
    column("file", "text", "文件", "path as it was given"),
    column("sha256", "text", "文件内容的SHA-256", "SHA-256 of the bytes of the file, where they could be had"),
    column("bytes", "integer", "文件大小（字节）", "size of the file in bytes"),
    column("status", "text", "情形",
           "not_a_report, unreadable, bad_input, bad_encoding, too_large, timeout, memory, crash, rule_error"),
    column("code", "text", "原因编号", "permanent code of the reason"),
    column("message", "text", "说明", "message"),
    column("body", "text", "机构代码（随清单给出）", "code of the body, as the manifest gives it"),
    column("url", "text", "网址（随清单给出）", "address, as the manifest gives it"),
    column("fetched", "text", "采集时间（随清单给出）", "when it was fetched, as the manifest gives it"),
  }},
}

schema.by_name = {}
for _, t in ipairs(schema.tables) do
  schema.by_name[t.name] = t
  t.index = {}
  for i, own in ipairs(t.columns) do t.index[own.name] = i end
end

--- The columns of `report` that are known only when all documents are; its last ones.
schema.marks = {"copy_of", "version_of", "superseded_by"}

--- What may become of a document; only the first has rows in other tables than `unread`.
schema.statuses = {"ok", "not_a_report", "unreadable", "bad_input", "bad_encoding", "too_large", "timeout", "memory",
                   "crash", "rule_error"}

return schema
