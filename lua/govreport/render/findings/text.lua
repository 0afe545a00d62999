--- The findings of a check as text: errors first, what only the tool could not do apart.

local catalogue = require "govreport.catalogue"
local finding = require "govreport.finding"
local text = require "govreport.render.text"

local Text = {}
Text.__index = Text

local shown = 8

-- The addresses of a finding's cells; several of one row as `table.row.{a,b}`.
local function shorten(cells)
  local rows, columns = {}, {}
  for i = 1, #cells do
    local row, column = cells[i].address:match("^(.*)%.([^.]+)$")
    if not columns[row] then
      rows[#rows + 1] = row
      columns[row] = {}
    end
    table.insert(columns[row], column)
  end
  local list = {}
  for i = 1, math.min(#rows, shown) do
    local names = columns[rows[i]]
    list[i] = rows[i] .. "." .. (#names == 1 and names[1] or "{" .. table.concat(names, ",") .. "}")
  end
  if #rows > shown then list[#list + 1] = "… (" .. #cells .. ")" end
  return list
end

local function one(found, lang, paint)
  local place = found.line and found.line .. ":" .. found.column or "-"
  local severity = catalogue.text(lang, "severity." .. found.severity)
  local lines = {"  " .. text.pad(place, 8) .. paint(found.severity, severity) .. "  "
                 .. text.safe(found.messages[lang]) .. "  " .. paint("dim", "[" .. found.rule .. "]")}
  local addresses = shorten(found.cells)
  if #addresses > 0 then lines[2] = (" "):rep(10) .. paint("dim", table.concat(addresses, " ")) end
  return table.concat(lines, "\n")
end

local verdict_style = {pass = "good", review = "warning", fail = "error", undecided = "warning"}

function Text.head() return nil end

function Text.failure() return nil end

function Text.foot() return nil end

--- The findings of one file and the verdict.
function Text:file(entry)
  local lang, paint, report, result = self.lang, self.paint, entry.report, entry.result
  local lines = {paint("bold", text.safe(entry.name)) .. (report.title and "  " .. text.safe(report.title) or "")}
  for _, severity in ipairs(finding.severities) do
    local first = severity == "notice"
    for found in result:findings() do
      if found.severity == severity then
        if first then lines[#lines + 1] = "  " .. catalogue.text(lang, "check.notices") end
        first = false
        lines[#lines + 1] = one(found, lang, paint)
      end
    end
  end
  local counts = result.counts
  lines[#lines + 1] = catalogue.text(lang, "check.verdict", {
    verdict = paint(verdict_style[result.verdict], result:verdict_text(lang)),
    errors = counts.error, warnings = counts.warning, infos = counts.info,
  })
  return table.concat(lines, "\n") .. "\n"
end

return {
  --- @param options `lang`, `color`
  new = function(options)
    return setmetatable({lang = options.lang, paint = text.painter(options.color)}, Text)
  end,
}
