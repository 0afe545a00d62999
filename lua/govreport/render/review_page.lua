--- The review of one report as a page: one file that runs no scripts and loads nothing. To the left the report as it
-- was read, to the right the findings; a finding lights where it stands, a mark its finding.

local catalogue = require "govreport.base.catalogue"
local mask = require "govreport.text.mask"
local place_words = require "govreport.text.place_words"
local review_css = require "govreport.render.review_css"
local review_findings = require "govreport.render.review_findings"
local review_flow = require "govreport.render.review_flow"
local review_report = require "govreport.render.review_report"
local undecided_words = require "govreport.render.undecided_words"
local words = require "govreport.render.review_words"

local review_page = {}

local escape, escaped = words.escape, words.escaped

-- The name of a file without its folders.
local function base_name(name) return name:match("([^/\\]+)[/\\]*$") or name end

-- @param index the address of the list in which the page stands, or nil
local function add_navigation(lines, review, index)
  local lang = review.lang
  lines[#lines + 1] = ('<nav aria-label="%s"><ul>'):format(escaped(lang, "contents"))
  if index then lines[#lines + 1] = ('<li><a href="%s">%s</a></li>'):format(index, escaped(lang, "back")) end
  for _, group in ipairs(review.groups) do
    lines[#lines + 1] = ('<li><a href="#%s">%s</a></li>'):format(
      group.severity, escaped(lang, "group_" .. group.severity, {count = #group.items}))
  end
  for _, key in ipairs{"report", "flow", "numbers"} do
    if key ~= "flow" or review.flow then
      lines[#lines + 1] = ('<li><a href="#%s">%s</a></li>'):format(key, escaped(lang, key))
    end
  end
  lines[#lines + 1] = "</ul></nav>"
end

local function add_header(lines, review, title, options)
  local lang = review.lang
  lines[#lines + 1] = "<header>\n<h1>" .. escape(title):gsub("%d%d%d%d年", "<wbr>%0<wbr>") .. "</h1>"
  lines[#lines + 1] = ('<p class="verdict %s">%s</p>'):format(review.verdict, escape(review.verdict_text))
  if review.verdict == "undecided" then
    lines[#lines + 1] = "<p>" .. escape(undecided_words(review.report, review.open, lang)) .. "</p>"
  end
  if review.unread then lines[#lines + 1] = "<p>" .. escape(catalogue.text(lang, "check.unread")) .. "</p>" end
  lines[#lines + 1] = "<p>" .. escaped(lang, "cells", review.cells) .. "</p>"
  lines[#lines + 1] = "<p>" .. escaped(lang, "file", {name = base_name(options.name)}) .. "</p>"
  add_navigation(lines, review, options.index)
  lines[#lines + 1] = "</header>"
end

local function add_flow(lines, review)
  if not review.flow then return end
  lines[#lines + 1] = '<h2 id="flow">' .. escaped(review.lang, "flow") .. '</h2>\n<figure class="flow" tabindex="0">'
  review_flow.add(lines, review.flow, review.lang)
  lines[#lines + 1] = "</figure>"
end

-- ---- the numbers ------------------------------------------------------------------------------------

-- In this order.
local statuses = {"bound", "ignored", "unaccounted"}

local function reason_text(lang, reason)
  local key = "ledger." .. reason
  return catalogue.has(key) and catalogue.text(lang, key) or reason:gsub("^%l+%.", "")
end

local function number_row(lang, own)
  return ('<tr><td>%s</td><td class="number">%d</td></tr>'):format(escape(reason_text(lang, own.reason)), own.count)
end

-- The numbers that were neither bound nor set aside, with their places.
local function add_unaccounted(lines, review)
  local list = review.report:unaccounted()
  if #list == 0 then
    lines[#lines + 1] = "<p>" .. escaped(review.lang, "numbers_none") .. "</p>"
    return
  end
  lines[#lines + 1] = "<p>" .. escaped(review.lang, "numbers_unaccounted") .. "</p>\n<ul>"
  for _, entry in ipairs(list) do
    local place = words.text(review.lang, "place", {place = place_words.long(entry, review.lang)})
    lines[#lines + 1] = "<li>" .. escape(mask.text(entry.raw)) .. " " .. escape(place) .. "</li>"
  end
  lines[#lines + 1] = "</ul>"
end

local function add_numbers(lines, review)
  local lang = review.lang
  lines[#lines + 1] = '<h2 id="numbers">' .. escaped(lang, "numbers") .. '</h2>\n<table class="numbers"><thead><tr>'
  for _, key in ipairs{"numbers_kind", "numbers_count"} do
    lines[#lines + 1] = '<th scope="col">' .. escaped(lang, key) .. "</th>"
  end
  lines[#lines + 1] = "</tr></thead><tbody>"
  for _, status in ipairs(statuses) do
    for _, own in ipairs(review.numbers[status]) do lines[#lines + 1] = number_row(lang, own) end
  end
  lines[#lines + 1] = "</tbody></table>"
  add_unaccounted(lines, review)
end

-- ---- the page ---------------------------------------------------------------------------------------

--- @param review see `govreport.check.review`
-- @param options `name` of the file; `version` of the program, and `index`, the address of the list that has the page,
-- or nil
function review_page.render(review, options)
  local lang = review.lang
  local title = review.title or review.agency or words.text(lang, "untitled")
  local lines = words.head(lang, words.text(lang, "page", {title = title}), {
    review_css.base, review_css.page, review_css.links(review_findings.numbers(review))})
  add_header(lines, review, title, options)
  lines[#lines + 1] = "<main>"
  review_findings.add(lines, review)
  review_report.add(lines, review)
  add_flow(lines, review)
  add_numbers(lines, review)
  lines[#lines + 1] = "</main>\n<footer>"
  lines[#lines + 1] = "<p>" .. escaped(lang, "cells", review.cells)
                      .. (options.version and " " .. escaped(lang, "version", options) or "") .. "</p>"
  lines[#lines + 1] = "</footer>\n</body>\n</html>\n"
  return table.concat(lines, "\n")
end

return review_page
