--- The declared sums of some rules, compiled for a form and evaluated in the core by one call.

local address = require "govreport.form.address"
local core = require "govreport.core"

local identity = {}

local function index_of(entries, id)
  for i, entry in ipairs(entries) do
    if entry.id == id then return i end
  end
end

-- The numbers of some ids; nil where one of them is none.
local function indexes_of(entries, ids)
  local list = {}
  for i, id in ipairs(ids) do
    list[i] = index_of(entries, id)
    if not list[i] then return nil end
  end
  return list
end

-- The entries that a sum adds up: from `first` to `last`, or all but the total; nil where one of them is none.
local function part_indexes(entries, declared, total)
  local first, last = 1, #entries
  if declared.parts then
    first, last = index_of(entries, declared.parts.first), index_of(entries, declared.parts.last)
    if not first or not last then return nil end
  end
  local list = {}
  for i = first, last do
    if i ~= total then list[#list + 1] = i end
  end
  return list
end

-- Positive and negative entries of a rule: their sum must be 0. Nil where the form lacks one of them.
local function sides(rule, entries)
  if rule.sum then
    local total = index_of(entries, rule.sum.total)
    return total and part_indexes(entries, rule.sum, total), {total}
  end
  return indexes_of(entries, rule.balance.left), indexes_of(entries, rule.balance.right)
end

local function find_table(form, id)
  for _, t in ipairs(form.layouts) do
    if t.id == id then return t end
  end
end

-- Adds a cell to the terms; `factor` is above 0, and nil for 1.
local function add_term(terms, cell, sign, factor)
  if factor and factor ~= 1 then
    terms.factors = terms.factors or {}
    terms.factors[#terms // 2 + 1] = factor
  end
  terms[#terms + 1] = cell
  terms[#terms + 1] = sign
end

-- The sums of a `sum` or a `balance`: one for each row or each column of its table.
local function add_table_sums(list, rule, t, each)
  local by_row = each == "row"
  local summed, fixed = by_row and t.columns or t.rows, by_row and t.rows or t.columns
  local plus, minus = sides(rule, summed)
  if not plus or not minus then return end
  local factors = (rule.sum or rule.balance).factors or {}
  for key = 1, #fixed do
    local terms = {}
    local function add(indexes, sign)
      for _, i in ipairs(indexes) do
        local row, column = by_row and key or i, by_row and i or key
        add_term(terms, t.first_cell + (row - 1) * #t.columns + column - 1, sign, factors[summed[i].id])
      end
    end
    add(plus, 1)
    add(minus, -1)
    list[#list + 1] = {rule = rule, table = t, each = each, key = key, bound = fixed[key].id, terms = terms,
                       split = 2 * #plus, plus = plus, minus = minus}
  end
end

-- Adds the cells of one side to the terms; false where the form lacks one of its addresses.
local function add_side(terms, side, sign, layouts, bound)
  for _, parsed in ipairs(side) do
    local cells = address.cells(parsed, layouts, bound)
    if #cells == 0 then return false end
    for _, cell in ipairs(cells) do add_term(terms, cell, sign * parsed.sign, parsed.factor) end
  end
  return true
end

-- The sums of an `equal` or an `at_most`: one for each row or column for which `*` stands.
local function add_address_sums(list, rule, form)
  local left, right = rule.sides[1], rule.sides[2]
  local ids, each = address.bound(rule.sides.bound, form.layouts)
  for _, bound in ipairs(ids or {false}) do
    local terms = {}
    local complete = add_side(terms, left, 1, form.layouts, bound)
    local split = #terms
    if complete and add_side(terms, right, -1, form.layouts, bound) then
      terms.at_most = rule.at_most ~= nil
      list[#list + 1] = {rule = rule, table = find_table(form, left[1].table), each = each, bound = bound,
                         terms = terms, split = split}
    end
  end
end

--- The cells in whose place others may be printed: lists of these, by number.
function identity.split_cells(layouts)
  local parts = {}
  for _, t in ipairs(layouts) do
    for i, row in ipairs(t.rows) do
      for column = 1, row.split and #t.columns or 0 do
        local number, list = t.first_cell + (i - 1) * #t.columns + column - 1, {}
        for k = 1, #row.split do list[k] = number + k * #t.columns end
        parts[number] = list
      end
    end
  end
  return parts
end

--- Compiles the sums among `rules` for a form.
-- @return `{core = Identities, list = {{rule, table, each, terms = {cell, sign, …}, …}}, parts}`: `parts` has the cells
-- that may be printed in the place of another one, by its number. Of an entry `bound` is the id of the
-- row or column that it is for, `split` how many of the terms are those of the left side; of a `sum` or `balance`
-- with `key` (number of that row or column), `plus`, `minus`. `terms.factors`, nil where each is 1, has the factors by
-- the number of the term
function identity.compile(form, rules)
  local list, terms = {}, {}
  for _, rule in ipairs(rules) do
    local declared = rule.sum or rule.balance
    local t = declared and find_table(form, declared.table)
    if t then add_table_sums(list, rule, t, declared.each) end
    if rule.sides then add_address_sums(list, rule, form) end
  end
  for i, entry in ipairs(list) do terms[i] = entry.terms end
  return {core = core.identities(form.schema, terms), list = list, parts = identity.split_cells(form.layouts)}
end

--- The factor by which a cell is taken in a sum, above 0.
-- @param i where the cell stands in `terms`
function identity.factor(terms, i) return terms.factors and terms.factors[i // 2 + 1] or 1 end

--- What a cell adds to its side of a sum: its value by its factor. Raises where that has more than 15 digits.
function identity.product(terms, i, value)
  local factor = identity.factor(terms, i)
  return factor == 1 and value or core.product(factor, value)
end

-- Whether some of the cells that may be printed in the place of another one are there.
local function is_any_there(cells, states)
  for _, cell in ipairs(cells) do
    if states[cell] and states[cell] ~= "absent" then return true end
  end
  return false
end

--- Whether a cell stands in a row that is the subtotal of rows below it, which the form prints in its place.
-- @param parts see `identity.split_cells`
-- @param plane what the cells of the report hold; see `core.plane`
-- @param number that of the cell
function identity.is_subtotal(parts, plane, number)
  return parts[number] ~= nil and is_any_there(parts[number], plane.state)
end

--- Whether a sum is an exact equation that stands on an official text, and only adds and takes away: only these tell of
-- values and of guilty cells. What was printed wrongly cannot be told from a product by a factor.
function identity.is_certain(entry)
  return entry.rule.severity == "error" and not entry.terms.at_most and not entry.rule.tolerance
         and not entry.terms.factors
end

--- Whether a sum that fails is off by no more than its rule allows.
-- @param residual the left side less the right one
function identity.is_tolerated(entry, residual)
  local tolerance = entry.rule.tolerance
  if not tolerance then return false end
  return residual <= tolerance and (entry.terms.at_most or residual >= -tolerance)
end

-- The sums that imply values, as their numbers: told once for a set of rules.
local function implying_sums(compiled)
  if compiled.implying then return compiled.implying end
  compiled.implying = {}
  for i, entry in ipairs(compiled.list) do
    if identity.is_certain(entry) then table.insert(compiled.implying, i) end
  end
  return compiled.implying
end

--- The values that follow for the unfilled cells of a report from the sums that they stand in. Only equations that
-- stand on an official text imply anything.
-- @param compiled what `identity.compile` gave
-- @return values by cell number
function identity.implied(compiled, report) return compiled.core:implied(report, implying_sums(compiled)) end

return identity
