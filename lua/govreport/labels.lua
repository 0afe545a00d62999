--- The register of a form's labels: every wording that it knows, what each can stand for, the grammar that finds them
-- on a tape, and the label nearest to a text that is none.

local lpeg = require "lpeg"
local distance = require "govreport.distance"
local grammar = require "govreport.grammar"

local Cc, Cp, Ct = lpeg.Cc, lpeg.Cp, lpeg.Ct

local labels = {}

-- The token list: a value of a cell is its position alone; everything else is `false`, its kind, and
-- LABEL start, text start, number, stop · TEXT start, stop · PAGE start, stop · ODD start, stop: a cell that went
-- wrong, or a short line of text.
local LABEL, TEXT, PAGE, ODD = 1, 2, 3, 4
labels.LABEL, labels.TEXT, labels.PAGE, labels.ODD = LABEL, TEXT, PAGE, ODD
-- How many entries of the list each takes.
local SIZE = {6, 4, 4, 4}
labels.SIZE = SIZE

local Labels = {}
Labels.__index = Labels

--- An empty register.
function labels.new()
  return setmetatable({list = {}, by_skeleton = {}, printed = {}, spellings = {}}, Labels)
end

--- Notes other wordings of a label: `{variants = {…}, misprints = {…}}`.
function Labels:spell(label, spellings)
  self.spellings[label] = spellings
end

local function add_wording(self, wording, official, kind, use)
  local skeleton = grammar.skeleton(wording, true)
  local number = self.by_skeleton[skeleton]
  if not number then
    number = #self.list + 1
    self.by_skeleton[skeleton] = number
    self.list[number] = {number = number, official = official, kind = kind, skeleton = skeleton, uses = {}}
  end
  self.printed[grammar.fold(wording):sub(#grammar.ordinal_of(wording) + 1)] = number
  local uses = self.list[number].uses
  uses[#uses + 1] = use
end

--- Adds a label with all its wordings, each as a template of `grammar.expand`.
-- @param use what the label stands for; kept in document order of declaration
function Labels:add(label, use, spellings)
  spellings = spellings or self.spellings[label] or {}
  add_wording(self, label, label, "official", use)
  for _, kind in ipairs{"variants", "misprints"} do
    for _, template in ipairs(spellings[kind] or {}) do
      for _, wording in ipairs(grammar.expand(template)) do
        add_wording(self, wording, label, kind == "variants" and "variant" or "misprint", use)
      end
    end
  end
end

--- Notes of each label what the binder asks again and again: `row`, where it can only be that one row; `may_be_row`;
-- `only_table`, where it belongs to no other; `section`.
function Labels:settle()
  for _, label in ipairs(self.list) do
    local use = label.uses[1]
    label.row = #label.uses == 1 and use.role == "row" and use or nil
    label.only_table = use.table
    for _, other in ipairs(label.uses) do
      label.section = label.section or other.section
      label.may_be_row = label.may_be_row or other.role == "row"
      if other.table ~= use.table then label.only_table = nil end
    end
  end
end

--- The grammar that cuts a tape into tokens: a flat list.
function Labels:tokens()
  local marker = (grammar.ordinal + grammar.bullet * grammar.gap)^-1
  local plain = Cp() * grammar.plain_value
  local label = Cc(false) * Cc(LABEL) * Cp() * marker * Cp() * grammar.labels(self.by_skeleton, self.printed) * Cp()
  local page = Cc(false) * Cc(PAGE) * Cp() * grammar.page_number * Cp()
  local value = Cp() * grammar.value
  local odd = Cc(false) * Cc(ODD) * Cp() * grammar.oddity * Cp()
  local text = Cc(false) * Cc(TEXT) * Cp() * (1 - grammar.mark)^1 * Cp()
  return Ct((grammar.mark^1 + plain + label + page + value + odd + text)^0)
end

--- Where the labels stand in a token list, in order.
function labels.survey(tokens)
  local list, found, i, count = {}, 0, 1, #tokens
  while i <= count do
    if tokens[i] then
      i = i + 1
    else
      local kind = tokens[i + 1]
      if kind == LABEL then
        found = found + 1
        list[found] = i
      end
      i = i + SIZE[kind]
    end
  end
  return list
end

-- ---- nearest labels -----------------------------------------------------------------------------

local function characters(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = code end
  return list
end

--- The official label nearest to a text, and how near: 1 for the same, 0 for nothing in common. Nil where no label is
-- nearer than 0.5.
function Labels:nearest(text, accept)
  local wanted = characters(grammar.skeleton(text, true))
  local best, nearness = nil, 0.5
  if #wanted > 60 then return nil end
  for _, label in ipairs(self.list) do
    if not accept or accept(label) then
      local other = characters(label.skeleton)
      local near = 1 - distance(wanted, other) / math.max(#wanted, #other)
      if near > nearness then best, nearness = label, near end
    end
  end
  if best then return best.official, nearness end
end

return labels
