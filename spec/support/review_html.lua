--- The page of a review as a reader of it sees it: its findings, marks and links, its visible text.

local review_html = {}

local entities = {["&lt;"] = "<", ["&gt;"] = ">", ["&quot;"] = '"', ["&#39;"] = "'", ["&amp;"] = "&"}

--- What stands between the tags, without the style sheet.
function review_html.text(page)
  local text = page:gsub("<style>.-</style>", ""):gsub("<[^>]*>", "\1")
  return (text:gsub("&[#%w]+;", entities))
end

-- All values of an attribute, with how often each stands there.
local function counts_of(page, pattern)
  local counts = {}
  for value in page:gmatch(pattern) do counts[value] = (counts[value] or 0) + 1 end
  return counts
end

--- What is wrong with the links of a page: a list of texts.
function review_html.broken_links(page)
  local faults, ids = {}, counts_of(page, ' id="([^"]+)"')
  local function fault(...) faults[#faults + 1] = string.format(...) end
  for id, count in pairs(ids) do
    if count > 1 then fault("%d times the id %s", count, id) end
  end
  for target in pairs(counts_of(page, ' href="#([^"]+)"')) do
    if not ids[target] then fault("a link to %s, which is not there", target) end
  end
  local report = page:match('<article class="report".-</article>')
  for number in page:gmatch('<section class="finding %l+" id="f(%d+)">') do
    if not page:find(('<h3><a href="#m%s">'):format(number), 1, true) then fault("finding %s has no link", number) end
    if not report:find(('href="#f%s"'):format(number), 1, true) then fault("finding %s has no mark", number) end
    if not report:find(('id="m%s"'):format(number), 1, true) then fault("finding %s has no first mark", number) end
  end
  for tag, class, rest in report:gmatch('<(%l+) class="(mark [^"]*)"([^>]*)>') do
    local number = rest:match('href="#f(%d+)"') or class:match(" f(%d+)")
    if not (" " .. class .. " "):find(" f" .. number .. " ", 1, true) then
      fault("<%s class=%q> leads to finding %s", tag, class, number)
    end
  end
  table.sort(faults)
  return faults
end

--- How many findings stand on a page.
function review_html.count(page)
  local _, count = page:gsub('<section class="finding ', "")
  return count
end

return review_html
