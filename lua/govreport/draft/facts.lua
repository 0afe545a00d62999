--- The facts of an example: which labels of facts a draft reads, in the head or at the end, and which it saw and
-- leaves out.

local fact_lines = require "govreport.text.fact_lines"
local grammar = require "govreport.text.grammar"
local readers = require "govreport.text.readers"
local sign_off = require "govreport.text.sign_off"

local facts = {}

--- Labels that are known, by field: as `readers.titled(…).metadata` takes them.
facts.known = {
  name = {"名称"}, index_number = {"索引号"}, publisher = {"发布机构", "发文机关", "公开机构"}, document_number = {"文号", "发文字号"},
  subject_terms = {"主题词", "关键词"}, published_on = {"发布日期", "发文日期", "公开日期", "发布时间", kind = "date"},
  subject_category = {"主题分类"}, validity = {"有效性", "时效"}, phone = {"联系电话", "咨询电话", "电话"},
  address = {"地址", "联系地址"}, reporting_unit = {"填报单位", "报送单位", "编制单位", "填报单位（盖章）"}, unit_code = {"单位代码", "机构代码"},
  reporter = {"填报人", "填表人", "制表人", "经办人", "联系人"}, reviewer = {"审核人", "审批人", "复核人"},
  head = {"单位负责人", "负责人"}, filled_on = {"填报日期", "填表日期", "报送日期", "上报日期", kind = "date"},
}

--- The fields of a draft in order.
facts.order = {"title", "agency", "year", "name", "index_number", "publisher", "document_number", "subject_terms",
               "published_on", "subject_category", "validity", "reporting_unit", "unit_code", "head", "reviewer",
               "reporter", "phone", "address", "filled_on", "period_start", "period_end", "signatory", "signed_on"}

local by_label = {}
for id, list in pairs(facts.known) do
  for _, label in ipairs(list) do by_label[grammar.skeleton(label)] = id end
end

-- Facts about the page, which no table of the report holds.
local of_page = {name = true, index_number = true, publisher = true, document_number = true, subject_terms = true,
                 published_on = true, subject_category = true, validity = true, phone = true, address = true}

--- The field of a label; nil where it is none that is known.
function facts.field(label) return by_label[grammar.skeleton(label)] end

--- Whether a label is that of a fact about the page.
function facts.is_of_page(label) return of_page[facts.field(label)] == true end

--- A reader of a fact at the end of a report.
function facts.tail_reader(entry) return readers.field(entry.id, entry.kind, grammar.pair(entry.label), "tail") end

-- So many labels that are left out are told.
local most_left = 12

--- The labels of facts in front of the first part and from the last one on, or around the tables where there are none.
-- @param first, last the lines of the first and the last part
-- @return list of `{label, line, id, in_tail}`, `id` where the label is known
function facts.seen(document, tape, first, last)
  local list, known = {}, {}
  for _, entry in ipairs(fact_lines.labels(document, 0, tape)) do
    local line, label = document:place(entry.start, entry.stop), entry.text:gsub("^ +", ""):gsub(" +$", "")
    local is_outside = line < first or line >= last
    if is_outside and not known[label] and not label:find "^http" and entry.value_stop > entry.value then
      known[label] = true
      list[#list + 1] = {label = label, line = line, id = facts.field(label),
                         in_tail = line >= last and first ~= last or nil}
    end
  end
  return list
end

--- Those of which no field has been found.
-- @param values what was found, by field
-- @param is_label function(label) -> whether the form has it elsewhere
function facts.left(seen, values, is_label)
  local list = {}
  for _, entry in ipairs(seen) do
    if (not entry.id or values[entry.id] == nil) and not is_label(entry.label) and #list < most_left then
      list[#list + 1] = entry
    end
  end
  return list
end

--- The line that looks like the body's name in front of the last date; nil where there is none.
-- @return its text, its line
function facts.unsigned(document, tape)
  local start, stop, is_dated = sign_off.nearest(sign_off.lines:match(tape))
  if is_dated then return grammar.clean(tape:sub(start, stop - 1)), (document:place(start, stop)) end
end

return facts
