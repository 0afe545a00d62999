--- Reports that are written by us and printed by others: clean reports, filled in as Word files, pages and texts,
-- turned into PDF by LibreOffice and Chromium, and read again by the command.
--
--   make generated                     50 reports from seed 1
--   make generated COUNT=200 SEED=7    more of them, others
--   make generated KEEP=folder         the files stay in a folder
--
-- A line for each kind of file: how many were read, and how many of their cells are right, wrong and unread; findings
-- that accuse the report, although nothing is wrong with it. Fails where there is a wrong cell or such a finding. What
-- turns files into PDF may be missing, and PDF may be of a format that is not read: a line tells so.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;" .. package.path
package.cpath = ("./%s/?.so;"):format(os.getenv("BUILD") or os.getenv("GOVREPORT_BUILD") or "build") .. package.cpath

local clean_reports = require "spec.support.clean_reports"
local govreport = require "govreport"
local json_reader = require "govreport.base.json_reader"
local shell = require "spec.support.shell"

-- The kinds of files, by their endings; the formats in which we write them, or the programs that make them of those.
local written = {{"docx", "docx"}, {"html", "html"}, {"txt", "text"}}
local printers = {
  {ending = "docx.pdf", from = "docx", programs = {"soffice", "libreoffice"},
   run = function(program, folder)
     return ("%s -env:UserInstallation=file://%s/profile --headless --convert-to pdf --outdir %s/pdf %s/*.docx"
       .. " && for f in %s/pdf/*.pdf; do mv \"$f\" %s/$(basename \"$f\" .pdf).docx.pdf; done"):format(
       program, folder, folder, folder, folder, folder)
   end},
  {ending = "html.pdf", from = "html", programs = {"chromium", "chromium-browser", "google-chrome"},
   run = function(program, folder)
     local command = "%s --headless --no-sandbox --disable-gpu --user-data-dir=%s/browser --no-pdf-header-footer"
                     .. " --print-to-pdf=\"$f.pdf\" \"file://$f\""
     return ("for f in %s/*.html; do " .. command .. " || exit 1; done"):format(folder, program, folder)
   end},
}

-- ---- what is written ----------------------------------------------------------------------------

-- Writes a report in each of our formats, and tells what its cells are.
local function write(folder, number, seed)
  local form, options = clean_reports.filling(clean_reports.content(seed, number))
  local filled = assert(govreport.fill(form, options))
  for _, kind in ipairs(written) do
    local bytes = govreport.render(filled, kind[2])
    if bytes then shell.write(("%s/%04d.%s"):format(folder, number, kind[1]), bytes) end
  end
  return options.cells
end

-- The first of some programs that is there.
local function find_program(names)
  for _, name in ipairs(names) do
    if shell.run("command -v " .. name) == 0 then return name end
  end
end

-- Lets others make PDF of what was written.
local function print_files(folder)
  for _, printer in ipairs(printers) do
    local program = find_program(printer.programs)
    if not program then
      print(("%-9s not made: %s is not there"):format(printer.ending, printer.programs[1]))
    else
      local code, _, err = shell.run(printer.run(program, folder))
      if code ~= 0 then print(("%-9s not made: %s"):format(printer.ending, err:match "[^\n]*")) end
    end
  end
end

-- ---- what is read -------------------------------------------------------------------------------

-- The number that a text of a cell says: 减3 is -3, 251000元 is 251000.
local function value_of(text)
  local number = assert(text:match "[%d.]+", text)
  local is_less = text:find "^%-" or text:find "^减"
  return tostring(govreport.decimal((is_less and "-" or "") .. number))
end

-- How many cells of a file are right, wrong, unread.
local function judge(path, cells, tally)
  local code, out = shell.govreport("extract --to tsv " .. path)
  if code ~= 0 then return end
  local read = {}
  for line in out:gmatch "[^\n]+" do
    local t, row, column, state, value = line:match "^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)"
    read[("%s.%s.%s"):format(t, row, column)] = state == "number" and value or nil
  end
  for at, text in pairs(cells) do
    local verdict = read[at] == nil and "unread" or read[at] == value_of(text) and "right" or "wrong"
    tally[verdict] = tally[verdict] + 1
  end
end

local accusing = {error = true, warning = true}

-- What is said of all files of a kind, by one call.
local function findings_of(folder, ending, tally)
  local _, out = shell.govreport(("check --format json %s/[0-9]*.%s"):format(folder, ending))
  for _, file in ipairs(assert(json_reader.decode(out)).files) do
    if file.failure then
      tally.refused[file.failure.code] = (tally.refused[file.failure.code] or 0) + 1
    else
      tally.read = tally.read + 1
      for _, finding in ipairs(file.findings) do
        if accusing[finding.severity] then
          tally.accused = tally.accused + 1
          local example = ("%s: %s [%s]"):format(file.name:match "[^/]*$", finding.messages.zh, finding.rule)
          tally.example = tally.example or example
        end
      end
    end
  end
end

local function refusals(tally)
  local list = {}
  for code, count in pairs(tally.refused) do list[#list + 1] = ("%s (%d)"):format(code, count) end
  table.sort(list)
  return #list > 0 and ", not read: " .. table.concat(list, ", ") or ""
end

-- Reads all files of a kind, prints a line, and tells whether nothing is wrong.
local function read_kind(folder, ending, all_cells, seen)
  local tally = {read = 0, right = 0, wrong = 0, unread = 0, accused = 0, refused = {}}
  if shell.run(("ls %s/[0-9]*.%s"):format(folder, ending)) ~= 0 then return true end
  findings_of(folder, ending, tally)
  for number, cells in ipairs(all_cells) do judge(("%s/%04d.%s"):format(folder, number, ending), cells, tally) end
  print(("%-9s %d read, cells: %d right, %d wrong, %d unread; findings that accuse: %d%s"):format(
    ending, tally.read, tally.right, tally.wrong, tally.unread, tally.accused, refusals(tally)))
  if tally.example then print("          " .. tally.example) end
  seen.read = seen.read + tally.read
  return tally.wrong + tally.accused == 0
end

-- ---- all of it ----------------------------------------------------------------------------------

local function number_of(name, default)
  local text = os.getenv(name)
  if not text or text == "" then return default end
  return assert(math.tointeger(tonumber(text)), name .. " is no whole number")
end

local function main()
  local seed, count, keep = number_of("SEED", 1), number_of("COUNT", 50), os.getenv "KEEP"
  if keep == "" then keep = nil end
  if keep and keep:sub(1, 1) ~= "/" then keep = shell.root .. "/" .. keep end   -- a browser wants whole paths
  local folder = keep or shell.folder()
  assert(os.execute("mkdir -p " .. folder))
  local all_cells, seen, ok = {}, {read = 0}, true
  for number = 1, count do all_cells[number] = write(folder, number, seed) end
  print_files(folder)
  for _, kind in ipairs(written) do ok = read_kind(folder, kind[1], all_cells, seen) and ok end
  for _, printer in ipairs(printers) do ok = read_kind(folder, printer.ending, all_cells, seen) and ok end
  if folder ~= keep then shell.remove(folder) end
  return ok and seen.read > 0
end

os.exit(main(), true)
