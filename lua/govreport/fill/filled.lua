--- A form that is filled in: what it prints, block by block.
--
-- Blocks are `{kind = "title"|"heading"|"subheading"|"paragraph", text}`, `{kind = "table", grid}`, see
-- `govreport.form.form_grid`, and `{kind = "signature", lines}`. A heading with `on_new_page` begins one.

local entry = require "govreport.fill.entry"
local form_grid = require "govreport.form.form_grid"
local forms = require "govreport.form"
local names = require "govreport.form.names"
local prose = require "govreport.fill.prose"
local readonly = require "govreport.base.readonly"
local report_title = require "govreport.form.report_title"
local totals = require "govreport.fill.totals"
local units = require "govreport.fill.units"

local filled = {}

local view = {
  list = readonly.class "govreport.List",
  form = readonly.class("govreport.FilledForm", nil, function(data) return data.title end),
}

-- ---- cells --------------------------------------------------------------------------------------

-- How many cells of a row are given, and how many of them are there.
local function count_given(entries, t, row)
  local given, present = 0, 0
  for _, column in ipairs(t.columns) do
    local own = entries[("%s.%s.%s"):format(t.id, row.id, column.id)]
    given = given + (own and 1 or 0)
    present = present + (own and own.state ~= "absent" and 1 or 0)
  end
  return given, present
end

-- Whether a row is printed: one that is given is, unless all of it is absent; of rows that stand for each other those
-- that are given, else those in place of the one.
local function printed_rows(declared, entries)
  local printed = {}
  for _, t in ipairs(declared.tables) do
    local own, whole_of = {}, {}
    printed[t.id] = own
    for _, row in ipairs(t.rows) do
      for _, part in ipairs(row.split or {}) do whole_of[part] = row end
    end
    for _, row in ipairs(t.rows) do
      local given, present = count_given(entries, t, row)
      local whole = whole_of[row.id]
      local is_replaced = given == 0 and whole and own[whole.id]
      own[row.id] = present > 0 or given == 0 and not row.split and not is_replaced
    end
  end
  return function(table_id, row) return printed[table_id][row.id] end
end

-- What stands in a cell of which nothing is known.
local function open_text(row, column)
  if row.heading and column.type == "unit" then return "——" end
  return entry.kind(row, column) == "flag" and entry.open_flag or ""
end

local function source_of(declared, entries, is_printed, stated)
  return function(table_id, row_id, column_id)
    local t = names.declared_table(declared, table_id)
    local row, column = names.entry(t.rows, row_id), names.entry(t.columns, column_id)
    if not is_printed(table_id, row) then return nil end
    local own = entries[("%s.%s.%s"):format(table_id, row_id, column_id)]
    if own then return entry.text(own, units.implied(t, row, column, entries, stated)) end
    return open_text(row, column)
  end
end

-- ---- blocks -------------------------------------------------------------------------------------

-- A line of its own in a part: （一）主动公开.
local longest_subheading = 60   -- bytes
local numerals = {}
for i = 1, 20 do numerals[names.numeral(i)] = true end

local function add_paragraphs(blocks, text)
  for line in text:gmatch "[^\n]+" do
    local number = line:match "^（(.-)）"
    local is_subheading = numerals[number] and #line <= longest_subheading and not line:find("。", 1, true)
    blocks[#blocks + 1] = {kind = is_subheading and "subheading" or "paragraph", text = line}
  end
end

-- Tables with so many rows begin on a page of their own, on which they stand whole.
local tall = 20   -- rows

-- The tables of a part; those with captions, as the official form has them, are one.
local function add_tables(blocks, declared, section, source)
  local captioned = {}
  for _, t in ipairs(declared.tables) do
    if t.section == section then
      local grid = form_grid.of(t, source)
      if t.caption and not t.across then captioned[#captioned + 1] = {caption = t.caption, grid = grid}
      else blocks[#blocks + 1] = {kind = "table", grid = grid} end
    end
  end
  if captioned[1] then blocks[#blocks + 1] = {kind = "table", grid = form_grid.stack(captioned)} end
  return blocks[#blocks]
end

local function add_sections(blocks, declared, sections, source)
  for i, section in ipairs(declared.sections) do
    local text = sections[section.id]
    if text == nil then text = prose.part(declared, section) end
    if text then
      local heading = {kind = "heading", text = names.numeral(i) .. "、" .. section.title}
      blocks[#blocks + 1] = heading
      add_paragraphs(blocks, text)
      local final = add_tables(blocks, declared, section.id, source)
      heading.on_new_page = final.kind == "table" and #final.grid.rows > tall
    end
  end
end

local function blocks_of(declared, own, options, source)
  local blocks = {{kind = "title", text = own.title}}
  for _, text in ipairs(options.head or prose.head(declared, own.year)) do add_paragraphs(blocks, text) end
  if own.unit then blocks[#blocks + 1] = {kind = "paragraph", text = "金额单位：" .. own.unit} end
  add_tables(blocks, declared, nil, source)
  add_sections(blocks, declared, options.sections or {}, source)
  local tail = options.tail or prose.tail(declared, own.agency or prose.agency)
  if tail[1] then blocks[#blocks + 1] = {kind = "signature", lines = tail} end
  return blocks
end

--- Fills a form in.
-- @param form_id a form
-- @param entries map from addresses to entries; see `govreport.fill.entry`. Totals are added to it
-- @param options `agency`, `year`; `sections`, map from ids of parts to their texts, false for a part that is left out;
-- `head` and `tail`, lists of paragraphs: what is left out is to be filled in by hand
-- @return FilledForm
function filled.make(form_id, entries, options)
  local declared = forms.declared(form_id)
  local is_printed = printed_rows(declared, entries)
  local computed = totals.add(form_id, entries, is_printed)
  local stated = units.stated(declared, entries)
  local own = {form = form_id, agency = options.agency, year = options.year, unit = stated,
               title = report_title(declared, options.agency or prose.agency, options.year or prose.year)}
  return view.form{
    form = form_id, agency = options.agency, year = options.year, title = own.title, computed = view.list(computed),
    blocks = blocks_of(declared, own, options, source_of(declared, entries, is_printed, stated)),
  }
end

return filled
