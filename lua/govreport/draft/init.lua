--- Drafts of forms. An example document in; a declaration that reads it out. What is written is only what was seen to
-- work: the example is read with the draft, and cells that do not come out as they are printed are told.

local lpeg = require "lpeg"
local account = require "govreport.draft.account"
local cells = require "govreport.draft.cells"
local draft_facts = require "govreport.draft.facts"
local draft_lines = require "govreport.draft.lines"
local draft_tables = require "govreport.draft.tables"
local extension = require "govreport.form.extension"
local form = require "govreport.form.form"
local forms = require "govreport.form"
local glossary = require "govreport.draft.glossary"
local grammar = require "govreport.text.grammar"
local labels = require "govreport.form.labels"
local layout = require "govreport.form.layout"
local page = require "govreport.read.page"
local matrix = require "govreport.draft.matrix"
local outline = require "govreport.draft.outline"
local readers = require "govreport.text.readers"
local recognise = require "govreport.read"

local draft = {}

-- ---- tables -------------------------------------------------------------------------------------

local caption_start = lpeg.P"附"^-1 * lpeg.P"表" * (grammar.numeral + grammar.digit^1)

-- What stands right above a table: its caption, its unit.
local function above(items, i)
  local around = {}
  for k = i - 1, math.max(1, i - 2), -1 do
    local item = items[k]
    if item.kind ~= "line" or item.heading or item.is_title then break end
    local unit = cells.stated_unit(item.text)
    if unit and #item.text < outline.longest_heading then around.unit = around.unit or unit
    elseif caption_start:match(item.text) and #item.text <= outline.longest_heading
           or #item.text < 60 and item.text:find("表$") then
      around.caption = item.text
      break
    else break end
  end
  return around
end

-- Puts tables in place of the lines that are the cells of one.
local function with_flattened(items)
  local found, list, i = draft_lines.tables(items), {}, 1
  for _, block in ipairs(found) do
    while i < block.first do
      list[#list + 1] = items[i]
      i = i + 1
    end
    list[#list + 1] = block
    i = block.stop
  end
  return table.move(items, i, #items, #list + 1, list)
end

-- 索引号 and the like above the article: a table of facts about the page.
local function is_head(t)
  local known = 0
  for _, row in ipairs(t.pairs and t.rows or {}) do
    if draft_facts.is_of_page(row.path[#row.path]) then known = known + 1 end
  end
  return known > 0 and known * 2 >= #t.rows
end

-- Reads one table of an item; `all` gets those that were not understood as well, and why.
local function add_table(list, all, block, around, section)
  local t, fault = draft_tables.read(block, around)
  if t and not is_head(t) then
    t.section, t.line, t.flattened = section, block.line, block.flattened
    t.label = t.caption or section and section.title or ""
    list[#list + 1] = t
    all[#all + 1] = {block = block, table = t}
  elseif not t and block.rows > 1 and block.columns > 1 then
    all[#all + 1] = {block = block, fault = fault}
  end
end

local function find_tables(items, title)
  local list, all, section = {}, {}, nil
  for i, item in ipairs(items) do
    section = item.section or section
    for k, block in ipairs(item.kind == "table" and matrix.split(item) or {}) do
      local around = k == 1 and above(items, i) or {}
      around.title = title and title.words
      add_table(list, all, block, around, section)
    end
  end
  return list, all
end

-- 表一 馆藏 without 表一.
local function without_number(caption)
  local tape = grammar.fold(caption)
  return tape:sub((caption_start * (lpeg.P"、" + lpeg.S":. ")^0 * lpeg.Cp()):match(tape) or 1)
end

local function name_tables(list)
  local taken = {}
  for i, t in ipairs(list) do
    local id = glossary.id(without_number(t.label)) or t.section and t.section.id
    if not id or taken[id] or id:find("^section_") then id = "table_" .. i end
    taken[id], t.id = true, id
  end
end

-- ---- the declaration ----------------------------------------------------------------------------

local function label_of(path) return #path == 1 and path[1] or path end

local function entries_of(list)
  local entries = {}
  for i, entry in ipairs(list) do
    entries[i] = {id = entry.id, label = label_of(entry.path), type = entry.type, unit = entry.unit,
                  decimal = entry.decimal, signed = entry.signed}
  end
  return entries
end

local function declare_table(t)
  return {
    id = t.id, section = t.section and t.section.id, caption = t.caption, across = t.across, pairs = t.pairs,
    header = t.header and #t.header > 0 and t.header or nil,
    columns = not t.pairs and entries_of(t.columns) or nil, rows = entries_of(t.rows),
  }
end

-- The characters of all labels of the forms that are known.
local function foreign_labels()
  local known = {}
  local function add(text) known[grammar.skeleton(text, true)] = true end
  for _, id in ipairs(forms.list()) do
    local declared = forms.declared(id)
    for _, section in ipairs(declared.sections) do add(section.title) end
    for _, t in ipairs(declared.tables) do
      for _, entries in ipairs{t.rows, t.columns} do
        for _, entry in ipairs(entries) do
          for _, label in ipairs(layout.path_of(entry)) do
            for _, wording in ipairs(form.wordings(declared, label)) do add(wording) end
          end
        end
      end
    end
  end
  return known
end

-- A document that a known form takes, and that has fewer labels of its own than this, is in that form.
local least_share = 0.3
-- So many labels tell a form; short ones, which may stand anywhere, only together.
local most_labels, least_characters, long_enough = 6, 2, 4

-- The labels of its own, the longest first: they are the least likely to stand elsewhere; and what share of all they
-- are.
local function own_labels(declared)
  local known, list, seen, all = foreign_labels(), {}, {}, 0
  local function add(text)
    local skeleton = grammar.skeleton(text, true)
    all = all + 1
    if not known[skeleton] and not seen[skeleton] and utf8.len(skeleton) >= least_characters then
      seen[skeleton] = true
      list[#list + 1] = {text = text, length = utf8.len(skeleton), number = #list}
    end
  end
  for _, t in ipairs(declared.tables) do
    for _, entries in ipairs{t.columns or {}, t.rows[1].id == "whole" and {} or t.rows} do
      for _, entry in ipairs(entries) do add(layout.path_of(entry)[#layout.path_of(entry)]) end
    end
  end
  for _, section in ipairs(declared.sections) do add(section.title) end
  table.sort(list, function(a, b)
    local long_a, long_b = math.min(a.length, 8), math.min(b.length, 8)
    if long_a ~= long_b then return long_a > long_b end
    return a.number < b.number
  end)
  local chosen = {}
  for i = 1, math.min(#list, most_labels) do chosen[i] = list[i].text end
  return chosen, #list / math.max(all, 1)
end

local function declare_detect(declared, title)
  local own = own_labels(declared)
  local signs = #own + (title and 1 or 0)
  local wanted = own[2] and utf8.len(grammar.skeleton(own[2], true)) >= long_enough and 2 or 3
  return {labels = own, words = title and {title.words} or nil, least = math.min(wanted, signs),
          sections = #own == 0 and #declared.sections > 1 and #declared.sections or nil}
end

local function declare(id, title, sections, list)
  local declared = {id = id, name = title and title.words or id, years = title and {title.year}, sections = {},
                    tables = {}, fields = {}, readers = {}}
  for i, section in ipairs(sections) do declared.sections[i] = {id = section.id, title = section.title} end
  for i, t in ipairs(list) do declared.tables[i] = declare_table(t) end
  declared.detect = declare_detect(declared, title)
  return declared
end

-- ---- reading the example ------------------------------------------------------------------------

-- The Report of the example, read with the draft alone.
local function read(declared, document)
  local register, meter = labels.register(), {steps = 0}
  local compiled = form.compile(form.validate(form.complete(declared)), register)
  local tape, found_facts = page.facts(document, document.tape)
  local tokens, signatures = register:tokens(document, tape, meter)
  return assert(recognise.report(document, {tape = tape, facts = found_facts}, compiled, {
    tokens = tokens, survey = labels.survey(tokens), signatures = signatures}, meter))
end

local function same_text(a, b)
  return grammar.clean(grammar.fold(a)):gsub("%s", "") == grammar.clean(grammar.fold(b)):gsub("%s", "")
end

-- Parts the values of a table in those that the draft reads as they are printed and the others.
local function verify(t, report)
  t.right, t.wrong = {}, {}
  for _, value in ipairs(t.values) do
    local cell = report.tables[t.id]:cell(value.row.id, value.column.id)
    local right = cell.state ~= "absent" and cell.state ~= "unreadable" and same_text(cell.raw or "", value.text)
    value.address, value.cell = t.id .. "." .. value.row.id .. "." .. value.column.id, cell
    table.insert(right and t.right or t.wrong, value)
  end
end

-- The readers of facts, as a form that is written down has them.
local function readers_of(own)
  local head, list = readers.titled(own.title or "年度报告"), {}
  if own.title then list[1], list[2] = head.title, head.page end
  local lines = {}
  for _, line in ipairs(own.lines) do lines[line.id] = line.labels end
  if #own.lines > 0 then list[#list + 1] = head.metadata(lines) end
  if own.period then table.move({readers.period_clause, readers.period}, 1, 2, #list + 1, list) end
  for _, entry in ipairs(own.tail or {}) do list[#list + 1] = draft_facts.tail_reader(entry) end
  if own.sign_off then list[#list + 1] = readers.sign_off end
  return list
end

local of_title = {title = true, agency = true, year = true}

-- What the readers of `all` find: the fields, their values, and what reads them.
local function read_facts(declared, document, title, all)
  local report = read(extension.overlay(declared, {fields = draft_facts.order, readers = readers_of(all)}), document)
  local own = {fields = {}, values = {}, lines = {}, tail = {}, title = all.title}
  local of_tail = {}
  for _, entry in ipairs(all.tail) do of_tail[entry.id] = entry end
  for _, id in ipairs(draft_facts.order) do
    local field = report.fields[id]
    local is_found = field and field.state ~= "blank" and field.state ~= "unreadable"
    if is_found or title and of_title[id] then
      table.insert(own.fields, id)
      own.values[id] = is_found and field.value or nil
      if of_tail[id] then table.insert(own.tail, of_tail[id])
      elseif draft_facts.known[id] then table.insert(own.lines, {id = id, labels = draft_facts.known[id]}) end
    end
  end
  own.period = own.values.period_start ~= nil
  own.sign_off = own.values.signed_on ~= nil or own.values.signatory ~= nil
  return own
end

-- The lines of the first and the last part; where there are none, those around the tables.
local function body_of(sections, list)
  if sections[1] then return sections[1].item.line, sections[#sections].item.line end
  local final = list[#list]
  return list[1] and list[1].line or 1, final and final.line or 1
end

-- Whether a table or a part has a label.
local function labels_in(declared)
  local known = {}
  for _, t in ipairs(declared.tables) do
    for _, entries in ipairs{t.rows, t.columns or {}} do
      for _, entry in ipairs(entries) do
        for _, label in ipairs(layout.path_of(entry)) do known[grammar.skeleton(label)] = true end
      end
    end
  end
  return function(label) return known[grammar.skeleton(label)] ~= nil end
end

-- The facts that the common readers find, first in the head, then of those that were not found there at the end; and
-- the labels that were seen and are left out.
local function find_facts(declared, document, title, first, last)
  local all = {title = title and title.words, lines = {}, tail = {}, period = true, sign_off = true}
  for _, id in ipairs(draft_facts.order) do
    local known = draft_facts.known[id]
    if known then table.insert(all.lines, {id = id, labels = known}) end
  end
  local own = read_facts(declared, document, title, all)
  local tape = page.facts(document, document.tape)
  local seen = draft_facts.seen(document, tape, first, last)
  for _, entry in ipairs(seen) do
    if entry.id and own.values[entry.id] == nil then
      table.insert(all.tail, {id = entry.id, label = entry.label, kind = draft_facts.known[entry.id].kind or "text"})
    end
  end
  if #all.tail > 0 then own = read_facts(declared, document, title, all) end
  own.left = draft_facts.left(seen, own.values, labels_in(declared))
  if own.values.signatory == nil then own.unsigned, own.unsigned_line = draft_facts.unsigned(document, tape) end
  return own
end

-- Tables of which nothing is read are left out.
local function only_read(declared, list, report)
  local kept, lost = {}, {}
  for _, t in ipairs(list) do
    verify(t, report)
    t.kept = #t.right > 0
    table.insert(t.kept and kept or lost, t)
  end
  if #lost > 0 then
    declared.tables = {}
    for i, t in ipairs(kept) do declared.tables[i] = declare_table(t) end
  end
  return kept, lost
end

local Draft = {__name = "govreport.Draft", __metatable = "govreport.Draft"}
function Draft.__tostring() return Draft.__name end

--- Drafts a form.
-- @param document a Document
-- @param id of the form
-- @param name of the document; nil where it has none
-- @return the draft: `id`, `declared` (the declaration, with `readers` that are not written as such), `facts`
-- (`fields`, `values`, what reads them: `title`, `lines`, `tail`, `period`, `sign_off`; `left`, labels that were
-- seen and are not read, `unsigned`, who may have signed), `tables` (see
-- `govreport.draft.tables`, each with `right` and `wrong` values), `account` (see `govreport.draft.account`: what of
-- the numbers is read, which tables are not and why), `title`, `name`. Or nil, a code and its fields: `draft.empty`
-- (nothing of a form was found; `tables`, see `account.faults`), `draft.known` (a form that is there reads it)
function draft.make(document, id, name)
  local items, page_facts = outline.items(document)
  local title, title_index = outline.title(items, page_facts)
  if title_index and title_index > 0 then items[title_index].is_title = true end
  local sections = outline.sections(items)
  items = with_flattened(items)
  local list, all = find_tables(items, title)
  if #list == 0 and #sections < 2 then return nil, "draft.empty", {tables = account.faults(all)} end
  name_tables(list)
  local declared = declare(id, title, sections, list)
  local _, chosen = forms.why(document, (page.facts(document, document.tape)), {steps = 0})
  if chosen and select(2, own_labels(declared)) < least_share then return nil, "draft.known", {form = chosen} end
  declared.before = chosen
  if #declared.detect.labels == 0 and not declared.detect.sections then return nil, "draft.empty", {} end
  local own = find_facts(declared, document, title, body_of(sections, list))
  declared.fields, declared.readers = own.fields, readers_of(own)
  local report = read(declared, document)
  local kept, lost = only_read(declared, list, report)
  if #lost > 0 then
    declared.detect = declare_detect(declared, title)
    if #kept == 0 and #sections < 2 then return nil, "draft.empty", {tables = account.faults(all)} end
  end
  for _, entry in ipairs(all) do entry.kept = entry.table and entry.table.kept end
  -- What is left out may have stood in the way of others: the account is of the draft as it is written.
  if #lost > 0 then report = read(declared, document) end
  return setmetatable({id = id, name = name, declared = declared, facts = own, tables = kept,
                       account = account.of(all, report), title = title}, Draft)
end

return draft
