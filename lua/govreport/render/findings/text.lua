--- The findings of a check for people: errors first, what only the tool could not do apart.

local later = require "govreport.base.later"
local place_words = require "govreport.text.place_words"
local short_addresses = later "govreport.form.short_addresses"
local catalogue = require "govreport.base.catalogue"
local finding = later "govreport.check.finding"
local render = require "govreport.render"
local text = require "govreport.render.text"
local undecided_words = later "govreport.render.undecided_words"

local Text = {}
Text.__index = Text

local widest_addresses = 160   -- columns; what is longer is told by its table
local most_blocks = 3
local most_cells = 24          -- a place says little of a finding about more

-- The addresses of a finding; of many cells only the tables, or the column, and how many.
local function address_line(self, report, cells)
  local list = short_addresses.short(report, cells)
  local line = table.concat(list, " ")
  if self.full or text.width(line) <= widest_addresses then return line end
  local counts, order = {}, {}
  for i = 1, #cells do
    local table_id, column = cells[i].address:match("^([^.]+)%.[^.]+%.([^.]+)$")
    if not counts[table_id] then
      order[#order + 1] = table_id
      counts[table_id] = {count = 0, column = column}
    end
    local entry = counts[table_id]
    entry.count = entry.count + 1
    if entry.column ~= column then entry.column = nil end
  end
  for i, table_id in ipairs(order) do
    local entry = counts[table_id]
    order[i] = catalogue.text(self.lang, "check.cells", {
      cells = table_id .. ".*" .. (entry.column and "." .. entry.column or ""), count = entry.count})
  end
  return table.concat(order, " ")
end

-- The repair of several cells, as a table in place of the sums; of one of several repairs behind them.
local function add_repair(self, repair, lines, indent)
  if not repair then return end
  for i, line in ipairs(render.excerpt_text.repair_lines(repair, self.paint)) do
    lines[#lines + 1] = indent .. (i == 1 and "  " or "    ") .. line
  end
end

local function add_excerpt(self, entry, found, lines, indent)
  local repair = require("govreport.check.remedy").of(entry.report, found, self.lang)
  local blocks = repair and found.repair[1] and {}
                 or require("govreport.check.excerpt").of(entry.report, found, entry.result.sums)
  for i = 1, math.min(#blocks, self.full and #blocks or most_blocks) do
    for _, line in ipairs(render.excerpt_text.lines(blocks[i], self)) do lines[#lines + 1] = indent .. "  " .. line end
  end
  add_repair(self, repair, lines, indent)
  local place = found.line and (#found.places > 0 or #found.cells <= most_cells) and found
  local source = place and render.source_text.lines(entry.report.document, self.place_of(found), self)
  for _, line in ipairs(source or {}) do lines[#lines + 1] = indent .. "  " .. line end
end

-- The place or the cell at which a finding stands, with what is printed there.
function Text.place_of(found)
  for _, list in ipairs{found.places, found.cells} do
    for i = 1, #list do
      if list[i].byte == found.byte and list[i].line then return list[i] end
    end
  end
  return found
end

local function add_finding(self, entry, found, width, lines)
  local place = found.line and place_words.short(found, self.lang) or "-"
  local status = entry.rounds and entry.rounds.status[found]
  local severity = catalogue.text(self.lang, "severity." .. found.severity)
  local words = {
    "  " .. text.pad(place, width), self.paint(found.severity, severity),
    (status and "〔" .. catalogue.text(self.lang, "rounds." .. status) .. "〕" or "")
    .. text.safe(found.messages[self.lang]), self.paint("dim", "[" .. found.rule .. "]"),
  }
  lines[#lines + 1] = table.concat(words, "  ")
  local indent = (" "):rep(width + 4)
  if self.addresses and #found.cells > 0 then
    lines[#lines + 1] = indent .. self.paint("dim", address_line(self, entry.report, found.cells))
  end
  if not self.brief and found.severity ~= "notice" then add_excerpt(self, entry, found, lines, indent) end
end

-- What the first round had and this one has no more.
local function add_resolved(self, list, lines)
  if #list == 0 then return end
  lines[#lines + 1] = "  " .. catalogue.text(self.lang, "check.resolved", {count = #list})
  for _, old in ipairs(list) do
    lines[#lines + 1] = "    " .. self.paint("good", text.safe(old.messages[self.lang])) .. "  "
                        .. self.paint("dim", "[" .. text.safe(old.rule) .. "]")
  end
end

local function widest_place(result, lang)
  local width = 6
  for found in result:findings() do
    if found.line then width = math.max(width, text.width(place_words.short(found, lang))) end
  end
  return width
end

local verdict_style = {pass = "good", review = "warning", fail = "error", undecided = "warning"}

local function verdict_line(self, result)
  return catalogue.text(self.lang, "check.verdict", {
    verdict = self.paint(verdict_style[result.verdict], result:verdict_text(self.lang)),
    errors = result.counts.error, warnings = result.counts.warning, infos = result.counts.info,
  })
end

function Text.head() return nil end

function Text.failure() return nil end

-- The reports of the first round that were not seen again, each in a line.
local function absent_lines(self, list)
  if #list == 0 then return "" end
  local lines = {catalogue.text(self.lang, "check.absent", {count = #list})}
  for _, old in ipairs(list) do
    local title = old.title or old.agency and old.agency .. (old.year and " " .. old.year or "")
    lines[#lines + 1] = "  " .. text.safe(old.name) .. (title and "  " .. text.safe(title) or "")
  end
  return table.concat(lines, "\n") .. "\n"
end

--- What was there in the first round and is absent, and what became of all files of the folders.
function Text:foot(outcome)
  local counts, absent = outcome.folder, absent_lines(self, outcome.absent or {})
  if not counts then return absent end
  local function words(key) return catalogue.text(self.lang, "folder." .. key, counts) end
  return absent .. words "counts" .. (counts.repeated > 0 and words "repeated" or "")
         .. (counts.unopened > 0 and words "unopened" or "") .. "\n"
end

-- The findings that are shown, the worst first, each in its lines.
local function finding_lines(self, entry)
  if #entry.result.list == 0 then return {} end
  local lines, width = {}, widest_place(entry.result, self.lang)
  for _, severity in ipairs(finding.severities) do
    local first = severity == "notice"
    for found in entry.result:findings() do
      if found.severity == severity and (severity == "error" or not self.errors_only) then
        if first then lines[#lines + 1] = "  " .. catalogue.text(self.lang, "check.notices") end
        first = false
        add_finding(self, entry, found, width, lines)
      end
    end
  end
  return lines
end

-- Among several files one of which nothing is shown takes a line: name, title, verdict.
local function short(self, head, result)
  local waived = #result.waived > 0 and catalogue.text(self.lang, "check.waived", {count = #result.waived})
  return head .. "  " .. verdict_line(self, result) .. (waived and "  " .. waived or "") .. "\n"
end

--- The findings of one file and the verdict.
function Text:file(entry)
  local report, result = entry.report, entry.result
  local head = self.paint("bold", text.safe(entry.name)) .. (report.title and "  " .. text.safe(report.title) or "")
  local shown = finding_lines(self, entry)
  add_resolved(self, entry.rounds and entry.rounds.resolved or {}, shown)
  if self.several and #shown == 0 and not result.unread then return short(self, head, result) end
  local lines = {head}
  if result.unread then lines[#lines + 1] = "  " .. catalogue.text(self.lang, "check.unread") end
  table.move(shown, 1, #shown, #lines + 1, lines)
  lines[#lines + 1] = verdict_line(self, result)
  if result.verdict == "undecided" then
    lines[#lines + 1] = "  " .. text.safe(undecided_words(report, result.open, self.lang))
  end
  if #result.waived > 0 then
    lines[#lines + 1] = "  " .. catalogue.text(self.lang, "check.waived", {count = #result.waived})
  end
  return table.concat(lines, "\n") .. "\n"
end

return {
  --- @param options `lang`, `color`; `detail`: "brief" without tables and source lines, "full" with all there is;
  -- `addresses`, whether below a finding stand the addresses of its cells; `errors_only`, whether other findings are
  -- counted and not shown; `several`, whether there are several files
  new = function(options)
    return setmetatable({lang = options.lang, paint = text.painter(options.color), brief = options.detail == "brief",
                         full = options.detail == "full", addresses = options.addresses,
                         errors_only = options.errors_only, several = options.several}, Text)
  end,
}
