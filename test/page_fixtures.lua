-- Makes the reports with which the page is tried: lua5.4 test/page_fixtures.lua FOLDER, at the root of the checkout.

local build = os.getenv("GOVREPORT_BUILD") or "build"
package.path = "./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = build .. "/?.so;" .. package.cpath

local govreport = require "govreport"
local folder = arg[1]

local function write(name, bytes)
  local file <close> = assert(io.open(folder .. "/" .. name, "wb"))
  file:write(bytes)
end

local function filled(path, cells)
  local report = assert(govreport.open(path))
  return assert(govreport.fill(report.form, {
    tsv = govreport.render(report, "tsv"), agency = report.agency, year = report.year, cells = cells}))
end

-- One report as a draft, as the page that was published of it, and as one in which a number is another.
local whole = filled("examples/report-2021.html")
write("draft.docx", govreport.render(whole, "docx"))
write("published.html", govreport.render(whole, "html"))
local changed = filled("examples/report-2021.html", {["disputes.reconsideration.total"] = 9})
write("wrong.docx", govreport.render(changed, "docx"))
write("wrong.html", govreport.render(changed, "html"))
