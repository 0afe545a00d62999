--- The forms as a list, and the choice among them in words.

local catalogue = require "govreport.base.catalogue"
local text = require "govreport.render.text"

local forms_text = {}

--- One line for each form: id, name, notice, where it comes from.
-- @param list see `govreport.form.form_list`
function forms_text.list(list, lang)
  local lines = {}
  for i, entry in ipairs(list) do
    local source = entry.source == "rock" and catalogue.text(lang, "forms.rock") or entry.source
    lines[i] = text.pad(entry.id, 24) .. " " .. text.safe(entry.name) .. "  "
               .. (entry.notice and text.safe(entry.notice) .. "  " or "") .. "[" .. text.safe(source) .. "]\n"
  end
  return table.concat(lines)
end

local function need_of(wanted, lang)
  local key = wanted.labels > 0 and wanted.least_sections and "forms.need_either"
              or wanted.labels > 0 and "forms.need_labels" or "forms.need_sections"
  return catalogue.text(lang, key, {least = wanted.least, sections = wanted.least_sections})
end

-- 特有标签2/5：“甲”“乙”
local function found_line(entry, what, lang)
  local found, wanted = entry.found[what], entry.wanted[what]
  if wanted == 0 then return nil end
  local line = "    " .. catalogue.text(lang, "forms." .. what, {count = #found, wanted = wanted})
  if #found == 0 then return line end
  local zh = lang == "zh"
  return line .. (zh and "：“" or ": “") .. text.safe(table.concat(found, zh and "”“" or "”, “")) .. "”"
end

-- Where a form was chosen for other reasons, what is not in the text is told only where something near is.
local function missing_lines(entry, lang, lines)
  if entry.reason ~= "too_few" and entry.reason ~= "chosen" then return end
  for _, missing in ipairs(entry.missing or {}) do
    local key = missing.near and "forms.missing_near" or entry.reason == "too_few" and "forms.missing"
    if key then
      lines[#lines + 1] = "      " .. catalogue.text(lang, key, {
        text = text.safe(tostring(missing.text)), near = text.safe(missing.near or ""),
        what = catalogue.text(lang, "forms.missing." .. missing.what)})
    end
  end
end

--- Which form was chosen, and why not the others.
-- @param name the file's name
-- @param why the list of `forms.why`, with `chosen` (nil for none) and `year`
function forms_text.why(name, why, lang)
  local chosen, year = why.chosen, why.year
  local lines, first = {}, chosen and "forms.chosen" or "forms.none"
  lines[1] = catalogue.text(lang, first, {path = text.safe(name), form = chosen})
  lines[2] = catalogue.text(lang, year and "forms.year" or "forms.no_year", {year = year})
  for _, entry in ipairs(why) do
    local reason = catalogue.text(lang, "forms.reason." .. entry.reason,
                                  {form = chosen, need = need_of(entry.wanted, lang)})
    lines[#lines + 1] = "  " .. text.pad(entry.id, 24) .. " " .. reason
    if entry.found then
      for _, what in ipairs{"labels", "words", "sections"} do
        lines[#lines + 1] = found_line(entry, what, lang)
      end
      missing_lines(entry, lang, lines)
      if entry.of_year then lines[#lines + 1] = "    " .. catalogue.text(lang, "forms.of_year") end
    end
  end
  return table.concat(lines, "\n") .. "\n"
end

return forms_text
