--- Sentences with what a careful reader takes from them, and how much of it the program takes: see the head of
-- spec/cases/sentences_blind.txt for the notation.
--
-- What is bound is compared as a linear form over cells: totals are the sums of their columns, what was concluded is
-- the sum of the results, what is carried forward is what came in less what was concluded. So 全部办结 is the same
-- as nothing carried forward.

local check = require "govreport.check"
local forms = require "govreport.form"
local govreport = require "govreport"
local reconcile = require "govreport.claims.reconcile"
local sample = require "govreport.form.sample"

local sentences = {}

-- ---- the file -----------------------------------------------------------------------------------

local function new_report(agency) return {agency = agency, cells = {}, previous = {}} end

local function set_fact(report, key, value)
  local before = key:match("^previous%.(.+)$")
  local target = before and report.previous or report
  key = before or key
  if key == "form" then report.form = value
  elseif key == "year" then target.year = math.tointeger(tonumber(value))
  elseif before then report.previous.cells = report.previous.cells or {}
    report.previous.cells[key] = value
  else report.cells[key] = value
  end
end

--- The cases of a file: list of `{report, prose, line, truths}`, a truth being a list of texts of which each is right.
function sentences.load(path)
  local list, report, case, number = {}, nil, nil, 0
  for line in io.lines(path) do
    number = number + 1
    local key, value = line:match("^([%w_.]+) = (.+)$")
    if line == "" or line:find("^#") then case = nil
    elseif key == "agency" then report = new_report(value)
    elseif key then set_fact(report, key, value)
    elseif line:find("^  ") then
      local truth = {}
      for text in (line:sub(3) .. " | "):gmatch("(.-) | ") do truth[#truth + 1] = text end
      case.truths[#case.truths + 1] = truth
    else
      case = {report = report, prose = line, line = number, truths = {}}
      list[#list + 1] = case
    end
  end
  return list
end

-- ---- linear forms -------------------------------------------------------------------------------

local function ids_of(list, first, last)
  local ids, inside = {}, false
  for _, entry in ipairs(list) do
    inside = inside or entry.id == first
    if inside and not entry.split then ids[#ids + 1] = entry.id end
    if entry.id == last then break end
  end
  return ids
end

local function declared_table(declared, id)
  for _, t in ipairs(declared.tables) do
    if t.id == id then return t end
  end
end

-- Adds a cell, taken apart, to a form.
local function add_cell(declared, sum, prefix, id, row, column, factor)
  local t = declared_table(declared, id)
  if column == "total" and t.total then
    for _, other in ipairs(t.columns) do
      if other.id ~= t.total then add_cell(declared, sum, prefix, id, row, other.id, factor) end
    end
  elseif id == "applications" and row == "carried_forward" then
    add_cell(declared, sum, prefix, id, "received", column, factor)
    add_cell(declared, sum, prefix, id, "brought_forward", column, factor)
    add_cell(declared, sum, prefix, id, "concluded", column, -factor)
  elseif id == "applications" and row == "concluded" then
    for _, result in ipairs(ids_of(t.rows, "granted", "other_remaining")) do
      add_cell(declared, sum, prefix, id, result, column, factor)
    end
  else
    local key = prefix .. id .. "." .. row .. "." .. column
    sum[key] = (sum[key] or 0) + factor
    if sum[key] == 0 then sum[key] = nil end
  end
end

-- The form of `a.b.c + d.e.f`, as a text.
local function text_of(sum)
  local keys = {}
  for key in pairs(sum) do keys[#keys + 1] = key end
  table.sort(keys)
  for i, key in ipairs(keys) do keys[i] = ("%+d "):format(sum[key]) .. key end
  return table.concat(keys, " ")
end

local function add_expression(declared, sum, text, factor)
  local sign = factor
  for word in text:gmatch("%S+") do
    if word == "+" or word == "-" then sign = word == "+" and factor or -factor
    else
      local prefix, id, row, column = word:match("^(p?r?e?v?i?o?u?s?%.?)([%w_]+)%.([%w_]+)%.([%w_]+)$")
      add_cell(declared, sum, prefix, id, row, column, sign)
    end
  end
  return sum
end

-- The form of a reading: terms with cells by number.
local function add_reading(declared, sum, report, reading, prefix, factor)
  for _, term in ipairs(reading) do
    for _, number in ipairs(term.cells) do
      local cell = report:cell(number)
      add_cell(declared, sum, prefix, cell.table, cell.row, cell.column_id, factor * term.sign)
    end
  end
  return sum
end

-- ---- truths -------------------------------------------------------------------------------------

local factors = {["万"] = 1e4, ["亿"] = 1e8, ["万元"] = 1e4, ["亿元"] = 1e8, ["元"] = 1}

local function number_of(text)
  local digits, unit = text:match("(%d[%d.]*)(.*)$")
  unit = unit:gsub("余", ""):gsub("以上", "")
  return tonumber(digits) * (factors[unit] or 1)
end

-- A truth as what is compared: `kind`, `key` (all that must be the same), `verdict`.
local function fact_of(declared, truth)
  local function form_of(text, factor, sum) return add_expression(declared, sum or {}, text, factor or 1) end
  local stale = truth:match("^stale (%d+)$")
  if stale then return {kind = "stale", key = "stale " .. stale, verdict = "differs", number = stale} end
  local number = truth:match("^(%S+) unbound$")
  if number then return {kind = "unbound", number = number_of(number)} end
  local body, verdict = truth:match("^(.*) (%a+)$")
  local percent, expression = body:match("^(%-?[%d.]+)%% growth of (.+)$")
  percent = percent or body:match("^约([%d.]+)%% growth of ")
  expression = expression or body:match("growth of (.+)$")
  if expression then
    return {kind = "growth", key = ("growth %g of "):format(tonumber(percent)) .. text_of(form_of(expression)),
            number = math.abs(tonumber(percent)), verdict = verdict}
  end
  local share, part, whole = body:match("^([%d.]+)%% share of (.+) in (.+)$")
  if share then
    local plain = part:find("^%d") ~= nil
    return {kind = "share", number = tonumber(share), verdict = verdict,
            key = ("share %g of "):format(tonumber(share)) .. (plain and part or text_of(form_of(part))),
            whole = whole}
  end
  local all, are = body:match("^all (.+) are (.+)$")
  if all then return {kind = "zero", key = "zero " .. text_of(form_of(are, -1, form_of(all))), verdict = verdict} end
  local of = body:match("^none = (.+)$")
  if of then return {kind = "zero", key = "zero " .. text_of(form_of(of)), verdict = verdict} end
  local sum, parts = body:match("^(%S+) whole of (.+)$")
  if sum then
    local list = {}
    for text in parts:gmatch("[^, ]+") do list[#list + 1] = ("%g"):format(number_of(text)) end
    return {kind = "whole", key = ("whole %.15g of "):format(number_of(sum)) .. table.concat(list, ", "),
            number = number_of(sum), verdict = verdict}
  end
  local value, counted = body:match("^(%S+) = (.+)$")
  return {kind = "count", key = ("count %.15g of "):format(number_of(value)) .. text_of(form_of(counted)),
          number = number_of(value), verdict = verdict}
end

-- ---- what the program says ----------------------------------------------------------------------

local verdicts = {agrees = "holds", differs = "differs", open = "unknown"}

local function number_key(value) return ("%.15g"):format(tonumber(tostring(value))) end

local Case = {}
Case.__index = Case

-- A verdict that leads to no finding is none.
function Case:verdict_of(statement, judged)
  if judged.verdict ~= "differs" then return verdicts[judged.verdict] end
  local is_told = not statement.soft and not (statement.kind == "count" and reconcile.explain(self.context, statement))
  return is_told and "differs" or "unknown"
end

function Case:form_of(reading, prefix, factor, sum)
  return add_reading(self.declared, sum or {}, self.parsed, reading, prefix or "", factor or 1)
end

function Case:add(fact, start, stop)
  fact.place = self.context:place(start, stop)
  self.facts[#self.facts + 1] = fact
end

function Case:add_count(statement, judged)
  local reading = statement.readings[judged.match and judged.match.index or 1]
  local prefix = statement.last_year and "previous." or ""
  local value = number_of(number_key(statement.value)) * (factors[statement.measure] or 1)
  self:add({kind = "count", number = value, verdict = self:verdict_of(statement, judged),
            key = ("count %.15g of "):format(value) .. text_of(self:form_of(reading, prefix))},
           statement.start, statement.stop)
  if statement.share then
    local share = judged.share or {verdict = "open"}
    local number = tonumber(statement.share.digits)
    self:add({kind = "share", number = number, whole = share.whole, verdict = verdicts[share.verdict],
              key = ("share %g of "):format(number) .. text_of(self:form_of(reading))},
             statement.share.start, statement.share.stop)
  end
end

function Case:add_growth(statement, judged)
  local reading = statement.readings[judged.match and judged.match.index or 1]
  local verdict = self:verdict_of(statement, judged)
  if statement.digits or statement.direction == 0 then
    local percent = tonumber(statement.digits or "0") * statement.direction
    self:add({kind = "growth", number = math.abs(percent), verdict = verdict,
              key = ("growth %g of "):format(percent) .. text_of(self:form_of(reading))},
             statement.start, statement.stop)
  else
    local sum = self:form_of(reading, "previous.", -statement.direction,
                             self:form_of(reading, "", statement.direction))
    self:add({kind = "count", number = statement.value, verdict = verdict,
              key = ("count %d of "):format(statement.value) .. text_of(sum)}, statement.start, statement.stop)
  end
end

-- Of several rows that are denied each is a fact, and judged alone.
function Case:add_zero(statement, judged)
  local is_sum = true
  for _, reading in ipairs(statement.readings) do
    for _, term in ipairs(reading) do is_sum = is_sum and term.sign > 0 end
  end
  for i, reading in ipairs(statement.readings) do
    for j, term in ipairs(is_sum and reading or {false}) do
      local verdict, value = self:verdict_of(statement, judged), judged.values[i]
      if verdict == "differs" and is_sum and value and value.terms[j].value == 0 then verdict = "holds" end
      self:add({kind = "zero", key = "zero " .. text_of(self:form_of(term and {term} or reading)), verdict = verdict},
               statement.start, statement.stop)
    end
  end
end

function Case:add_share(statement, judged)
  local number = tonumber(statement.digits)
  local part = statement.piece and number_key(statement.piece) or text_of(self:form_of(statement.readings[1]))
  self:add({kind = "share", number = number, whole = judged.whole, verdict = self:verdict_of(statement, judged),
            key = ("share %g of "):format(number) .. part}, statement.start, statement.stop)
end

function Case:add_whole(statement, judged)
  local list = {}
  for i, part in ipairs(statement.parts) do list[i] = ("%g"):format(tonumber(tostring(part.value))) end
  local value = tonumber(tostring(statement.value))
  self:add({kind = "whole", number = value, verdict = self:verdict_of(statement, judged),
            key = ("whole %.15g of "):format(value) .. table.concat(list, ", ")}, statement.start, statement.stop)
end

local adders = {count = Case.add_count, growth = Case.add_growth, none = Case.add_zero, uniform = Case.add_zero,
                share = Case.add_share, whole = Case.add_whole}

-- The part in whose heading the prose begins; its own words are what stands below.
local function placed(declared, prose)
  local heading, rest = prose:match("^[一二三四五六]、([^¶]+)¶(.+)$")
  for _, section in ipairs(heading and declared.sections or {}) do
    if section.title == heading then return section.id, rest end
  end
  return "overview", prose
end

local parsed = {}

local function previous_of(report, declared)
  if not report.previous.year then return nil end
  parsed[report] = parsed[report] or assert(govreport.parse(sample.text{
    form = declared.id, agency = report.agency, year = report.previous.year, cells = report.previous.cells,
  }, {name = "previous.html"}))
  return parsed[report]
end

local function paragraphs(prose) return (prose:gsub("¶", "\n\n")) end

local function read(case)
  local report = case.report
  local declared = forms.declared(report.form)
  local section, prose = placed(declared, case.prose)
  local page = sample.text{form = report.form, agency = report.agency, year = report.year, cells = report.cells,
                           sections = {[section] = paragraphs(prose)}}
  local self = setmetatable({declared = declared, facts = {}}, Case)
  self.parsed = assert(govreport.parse(page, {name = "report.html"}))
  self.context = check.context(self.parsed)
  self.context.beside.previous = previous_of(report, declared)
  for _, statement in ipairs(self.context:statements()) do
    if statement.section == section then
      adders[statement.kind](self, statement, self.context:agreement(statement))
    end
  end
  for _, stale in ipairs((self.context:stale_years())) do
    local key = "stale " .. stale.year
    if not stale.section and not self[key] then
      self:add({kind = "stale", key = key, verdict = "differs"}, stale.start, stale.stop)
    end
    self[key] = true
  end
  self.findings = {}
  local result = check.run(self.parsed, {previous = self.context.beside.previous, select = {"narrative", "years"}})
  for finding in result:findings() do self.findings[#self.findings + 1] = finding end
  return self
end

-- ---- comparing ----------------------------------------------------------------------------------

-- The value of `a + b` in a report, or of a number.
local function value_of(case, text)
  local sum, sign = 0, 1
  for word in text:gmatch("%S+") do
    if word == "+" or word == "-" then sign = word == "+" and 1 or -1
    else sum = sum + sign * (tonumber(word) or tonumber(case.report.cells[word] or 0))
    end
  end
  return sum
end

local function is_same(case, fact, truth)
  if fact.key ~= truth.key then return false end
  if truth.kind ~= "share" or not fact.whole then return true end
  return tonumber(tostring(fact.whole)) == value_of(case, truth.whole)
end

-- Marks the first fact that is one of the alternatives; gives the truth and the fact.
local function matched(case, own, alternatives)
  for _, truth in ipairs(alternatives) do
    for _, fact in ipairs(own.facts) do
      if not fact.truth and is_same(case, fact, truth) then
        fact.truth = truth
        return truth, fact
      end
    end
  end
end

-- A fact about the number that is bound to something else, or to nothing that is asked for.
local function misbound(own, alternatives)
  for _, truth in ipairs(alternatives) do
    for _, fact in ipairs(own.facts) do
      local same_kind = fact.kind == truth.kind or truth.kind == "unbound"
      if not fact.truth and truth.number and fact.number == truth.number and same_kind then
        fact.truth, fact.wrong = truth, true
        return fact
      end
    end
  end
end

-- Whether a finding is about a place at which something is truly wrong.
local function is_true(own, finding, wrong_numbers)
  for _, fact in ipairs(own.facts) do
    for _, place in ipairs(finding.places) do
      local meets = fact.place.byte <= place.byte_end and place.byte <= fact.place.place.byte_end
      local differs = fact.truth and (fact.truth.verdict == "differs" or wrong_numbers[fact.number or false])
      if meets and differs then return true end
    end
  end
  return false
end

--- Runs a case.
-- @return `{lines, false_findings, extra}`: a line is `{text, state, verdict, said, got}`, `state` "bound", "wrong",
-- "missed" or "free" (rightly bound to nothing), `verdict` true where it is the right one; `false_findings` are
-- messages, `extra` what is bound that no truth asks for
function sentences.run(case)
  local own = read(case)
  local result, wrong_numbers, pending = {lines = {}, false_findings = {}, extra = {}}, {}, {}
  for i, texts in ipairs(case.truths) do
    local alternatives, free = {}, false
    for j, text in ipairs(texts) do
      alternatives[j] = fact_of(own.declared, text)
      free = free or alternatives[j].kind == "unbound"
      if alternatives[j].verdict == "differs" then wrong_numbers[alternatives[j].number or true] = true end
    end
    local truth, fact = matched(case, own, alternatives)
    result.lines[i] = {text = table.concat(texts, " | "), state = truth and "bound" or nil,
                       said = fact and fact.verdict, verdict = truth ~= nil and fact.verdict == truth.verdict}
    pending[i] = not truth and {alternatives = alternatives, free = free}
  end
  for i, line in ipairs(result.lines) do
    local open = pending[i]
    local fact = open and misbound(own, open.alternatives)
    if fact then line.state, line.got = "wrong", fact.key
    elseif open and open.free then line.state = "free"
    elseif open then line.state = "missed"
    end
  end
  for _, fact in ipairs(own.facts) do
    if not fact.truth then result.extra[#result.extra + 1] = fact.key end
  end
  for _, finding in ipairs(own.findings) do
    if not is_true(own, finding, wrong_numbers) then
      result.false_findings[#result.false_findings + 1] = finding.message
    end
  end
  return result
end

--- The score of all cases: how many lines are `bound`, `wrong`, `missed`, `free`; the right `verdicts` of those that
-- are bound, what is bound in `extra`, `false_findings`.
function sentences.score(cases, show)
  local score = {bound = 0, wrong = 0, missed = 0, free = 0, extra = 0, verdicts = 0, false_findings = 0}
  for _, case in ipairs(cases) do
    local result = sentences.run(case)
    for _, line in ipairs(result.lines) do
      score[line.state] = score[line.state] + 1
      if line.state == "bound" and line.verdict then score.verdicts = score.verdicts + 1 end
    end
    score.extra = score.extra + #result.extra
    score.false_findings = score.false_findings + #result.false_findings
    if show then show(case, result) end
  end
  return score
end

return sentences
