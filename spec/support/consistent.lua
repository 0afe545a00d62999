--- Reports of the disclosure forms against which nothing can be said, from fixed seeds; and the same with one error
-- that somebody made when filling the form in.

local forms = require "govreport.form"
local generate = require "spec.support.generate"

local consistent = {}

-- ---- numbers that agree -------------------------------------------------------------------------

local function set(all, address, text, value) all[address] = {text = text, value = tostring(value)} end

local function set_number(all, t, row, column, value)
  set(all, ("%s.%s.%s"):format(t, row, column), tostring(value), value)
end

-- Most tables of most bodies are zeros with some small numbers between them.
local function small(random, limit) return random(3) == 1 and random(limit) or 0 end

local function signed(random, all, address)
  local value = random(61) - 31
  local styles = {("%+d"):format(value), (value < 0 and "减%d" or "增%d"):format(math.abs(value)), tostring(value)}
  set(all, address, styles[value == 0 and 3 or random(3)], value)
end

-- A row of table two: any numbers, but no more opened than are open, no less in force than were issued and kept.
local function fill_proactive(random, all, t, row)
  local sum = 0
  for i, column in ipairs(t.columns) do
    local address = ("%s.%s.%s"):format(t.id, row.id, column.id)
    if column.signed then
      signed(random, all, address)
    elseif column.decimal and column.label:find("单位", 1, true) then
      local text = ("%d.%04d"):format(random(3000), random(9999)):gsub("0+$", ""):gsub("%.$", "")
      set(all, address, text, text)
    elseif column.decimal then
      local value = random(900000)
      set(all, address, value .. "元", value)
    else
      local value = row.id == "administrative_rules" and 0 or random(2) == 1 and random(2000) or small(random, 40)
      if t.id == "instruments" then
        value = i == #t.columns and sum + small(random, 40) or value == 0 and 0 or random(30)
        sum = sum + value
      end
      set_number(all, t.id, row.id, column.id, value)
    end
  end
end

local function fill_column(random, all, t, column)
  local concluded, inside = 0, false
  for _, row in ipairs(t.rows) do
    inside = inside or row.id == "granted"
    if row.id == "concluded" then break end
    if inside and not row.split then
      local value = small(random, column == "natural_person" and 60 or 9)
      set_number(all, t.id, row.id, column, value)
      concluded = concluded + value
    end
  end
  local carried = small(random, 9)
  local brought = math.min(small(random, 12), concluded + carried)
  set_number(all, t.id, "received", column, concluded + carried - brought)
  set_number(all, t.id, "brought_forward", column, brought)
  set_number(all, t.id, "concluded", column, concluded)
  set_number(all, t.id, "carried_forward", column, carried)
end

local function fill_totals(random, all, t)
  for _, row in ipairs(t.rows) do
    local sum = 0
    for _, column in ipairs(row.split and {} or t.columns) do
      if column.id == t.total then
        set_number(all, t.id, row.id, column.id, sum)
      else
        if not t.equations then set_number(all, t.id, row.id, column.id, small(random, 15)) end
        sum = sum + tonumber(all[("%s.%s.%s"):format(t.id, row.id, column.id)].value)
      end
    end
  end
end

local function cells(random, declared)
  local all = {}
  for _, t in ipairs(declared.tables) do
    for _, column in ipairs(t.equations and t.columns or {}) do
      if column.id ~= t.total then fill_column(random, all, t, column.id) end
    end
    if t.total then
      fill_totals(random, all, t)
    else
      for _, row in ipairs(t.rows) do fill_proactive(random, all, t, row) end
    end
  end
  return all
end

local function add_sentence(model)
  local function value(row) return model.cells["applications." .. row .. ".total"].value end
  local sentence = ("全年新收政府信息公开申请%s件，上年结转%s件，办结%s件，结转下年度继续办理%s件。"):format(
    value "received", value "brought_forward", value "concluded", value "carried_forward")
  model.texts.overview = model.texts.overview:gsub("（二）依申请公开\n\n", "%0" .. sentence)
end

--- A report of a form, all of whose rows are printed and filled.
-- @return as `generate.report`: `{fields, cells, texts}`, a cell being `{text, value}`, the value as a string; source
function consistent.report(seed, form_id)
  local declared = forms.declared(form_id)
  local years = declared.years
  local model, source
  repeat
    model, source = generate.report(seed, declared, {sums = true})
    seed = seed + 15485863
  until not years[2] or model.fields.year >= years[1] and model.fields.year <= years[2]
  model.cells = cells(generate.random(seed), declared)
  add_sentence(model)
  return model, source
end

-- ---- errors -------------------------------------------------------------------------------------

local function pick(random, list) return list[random(#list)] end

local function add(model, address, more)
  local value = tonumber(model.cells[address].value) + more
  set(model.cells, address, tostring(value), value)
  return address
end

local function addresses(model, pattern)
  local list = {}
  for address in pairs(model.cells) do
    if address:find(pattern) then list[#list + 1] = address end
  end
  table.sort(list)
  return list
end

-- Each changes cells of a model and returns their addresses.
local errors = {
  {"row total", function(random, model)
    return {add(model, pick(random, addresses(model, "^applications%..*%.total$")), random(9))}
  end},
  {"total of disputes", function(random, model)
    return {add(model, pick(random, addresses(model, "^disputes%..*total$")), random(9))}
  end},
  {"balance", function(random, model)
    local column, more = pick(random, {"natural_person", "business", "legal_service"}), random(9)
    return {add(model, "applications.carried_forward." .. column, more),
            add(model, "applications.carried_forward.total", more)}
  end},
  {"one digit", function(random, model)
    local address = pick(random, addresses(model, "^applications%."))
    local text = model.cells[address].text
    local at = random(#text)
    local digit = (tonumber(text:sub(at, at)) + random(9)) % 10
    if at == 1 and #text > 1 and digit == 0 then digit = text:sub(1, 1) == "1" and 2 or 1 end
    text = text:sub(1, at - 1) .. digit .. text:sub(at + 1)
    set(model.cells, address, text, text)
    return {address}
  end},
}

--- The names of the kinds of errors.
consistent.errors = {}
for i, entry in ipairs(errors) do consistent.errors[i] = entry[1] end

--- Makes an error in a model.
-- @return `{kind, cells}`: its name, the addresses of the cells that are wrong
function consistent.plant(random, model)
  local entry = pick(random, errors)
  return {kind = entry[1], cells = entry[2](random, model)}
end

return consistent
