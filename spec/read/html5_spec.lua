--- Pages gone wrong, read by the library and by an HTML5 parser: the tables are the same, or differ for a listed
-- reason.

local generate = require "spec.support.generate"
local govreport = require "govreport"
local html5 = require "spec.support.html5"
local html_tables = require "spec.support.html_tables"
local mutate = require "spec.support.mutate"

local pages_wanted, most_differing = 2400, 0.05

-- Takes the tags of some elements out of a page.
local function without(...)
  local patterns = {}
  for i, name in ipairs{...} do
    patterns[i] = "</?" .. name:gsub("%a", function(c) return "[" .. c .. c:upper() .. "]" end) .. "%f[%s/>][^>]*>?"
  end
  return function(page)
    for _, pattern in ipairs(patterns) do page = page:gsub(pattern, "") end
    return page
  end
end

-- Why tables may differ. A reason explains a difference when the two readers agree on the page as `repair` leaves it,
-- without what made them differ.
local reasons = {
  {name = "reference_in_span", why = "Character references in spans are decoded; here they are no digits.",
   page = '<table><tr><td colspan="&#50;">甲<td>乙<tr><td>丙<td>丁<td>戊</table>',
   repair = function(page) return (page:gsub("&#50;?", "2")) end},
  {name = "foreign", why = "In svg and math no tag is one of a table, and <title> is text; here that holds nowhere.",
   page = "<table><tr><td>甲<svg><title>图</title></svg><td>乙</table>", repair = without("svg", "math", "title")},
  {name = "select", why = "Tags of tables in a select are ignored, or end it; here a select is nothing special.",
   page = "<select><option>甲<table><tr><td>乙<td>丙</table>",
   repair = without("select", "option")},
  {name = "noscript", why = "A parser that runs no scripts reads what is in a noscript; here it is skipped.",
   page = "<table><tr><td>甲<noscript><td>乙</table>", repair = without "noscript"},
  {name = "table_in_caption", why = "A table may stand in a caption; here it ends the table that has the caption.",
   page = "<table><tr><td>甲<td>乙<caption><table><tr><td>丙<td>丁</table></table>", repair = without "caption"},
}

-- All reasons together, for pages with several.
local several = {name = "several", repair = function(page)
  for _, reason in ipairs(reasons) do page = reason.repair(page) end
  return page
end}

-- What one of the readers makes of a page, as one text.
local function join(tables)
  local texts = {}
  for i, cells in ipairs(tables) do texts[i] = table.concat(cells, "\n") end
  return table.concat(texts, "\n\n")
end

local function ours(page)
  local document = govreport.read_bytes(page, {format = "html", encoding = "UTF-8"})
  return document and join(html5.document_tables(document)) or ""
end

local function differs(page, parsed) return join(html5.tables(parsed)) ~= ours(page) end

-- For each of some pages on which the readers differ the name of the reason; false where there is none.
local function explain(pages)
  local repaired, names = {}, {}
  local tried = table.move(reasons, 1, #reasons, 1, {})
  tried[#tried + 1] = several
  for _, page in ipairs(pages) do
    for _, reason in ipairs(tried) do repaired[#repaired + 1] = reason.repair(page) end
  end
  local parsed = html5.parse(repaired)
  for i = 1, #pages do
    names[i] = false
    for k = #tried, 1, -1 do
      local number = (i - 1) * #tried + k
      if not differs(repaired[number], parsed[number]) then names[i] = tried[k].name end
    end
  end
  return names
end

local function changed_page(seed)
  local random = generate.random(seed)
  local page, names = mutate.apply(random, mutate.page(html_tables.page(seed)), random(3))
  return page.text, names
end

-- The pages that differ: how many by reason, and what tells those without one.
local function survey()
  local pages, changes, differing, numbers = {}, {}, {}, {}
  for seed = 1, pages_wanted do pages[seed], changes[seed] = changed_page(seed) end
  local tables = 0
  for seed, parsed in ipairs(html5.parse(pages)) do
    tables = tables + #html5.tables(parsed)
    if differs(pages[seed], parsed) then
      differing[#differing + 1] = pages[seed]
      numbers[#numbers + 1] = seed
    end
  end
  local counts, unexplained = {}, {}
  for i, name in ipairs(explain(differing)) do
    local seed = numbers[i]
    if name then counts[name] = (counts[name] or 0) + 1
    else unexplained[#unexplained + 1] = ("seed %d: %s"):format(seed, table.concat(changes[seed], ", ")) end
  end
  local list = {}
  for _, reason in ipairs(table.move(reasons, 1, #reasons, 1, {[#reasons + 1] = several})) do
    if counts[reason.name] then list[#list + 1] = reason.name .. " " .. counts[reason.name] end
  end
  return {tables = tables, differing = #differing, unexplained = unexplained, counts = table.concat(list, ", ")}
end

describe("the tables of pages gone wrong", function()
  if not html5.exists() then
    pending("skipped: there is no " .. html5.program)
    return
  end

  it("are those that an HTML5 parser sees while nothing is wrong", function()
    local pages = {}
    for seed = 1, 200 do pages[seed] = html_tables.page(seed) end
    for seed, parsed in ipairs(html5.parse(pages)) do
      assert.equal(join(html5.tables(parsed)), ours(pages[seed]), "seed " .. seed)
    end
  end)

  for _, reason in ipairs(reasons) do
    it("may differ: " .. reason.why, function()
      assert.is_true(differs(reason.page, html5.parse({reason.page})[1]))
      assert.same({reason.name}, explain{reason.page})
    end)
  end

  local found = survey()
  local same = ("are the same on %d of %d pages with %d tables; the others: %s"):format(
    pages_wanted - found.differing, pages_wanted, found.tables, found.counts)
  it(same, function()
    assert.same({}, found.unexplained)
    assert.is_true(found.differing <= pages_wanted * most_differing)
    assert.is_true(found.tables > pages_wanted)
  end)

  it("are changed in every way that is listed", function()
    local seen = {}
    for seed = 1, 1000 do
      local _, names = changed_page(seed)
      for _, name in ipairs(names) do seen[name] = true end
    end
    for _, change in ipairs(mutate.list) do assert.is_true(seen[change[1]], change[1]) end
  end)
end)
