--- govreport new report --form ID [--data CELLS] -o FILE: a report in its form, with what is known of its cells.

local file = require "govreport.base.file"
local govreport = require "govreport"
local input = require "govreport.cli.input"
local new_files = require "govreport.cli.new_files"
local output = require "govreport.cli.output"

local new_report = {}

local complain = new_files.complain

local options = {"form", "data", "agency", "year", "output"}

function new_report.define(parser)
  parser:option("--form", "report: the form, by its id")
  parser:option("--data", "report: its cells, as extract --to tsv writes them; - for standard input")
  parser:option("--agency", "report: the body that publishes it")
  parser:option("--year", "report: the year that it is for")
  parser:option("-o --output", "report: the file, .docx, .html or .txt; without one text is printed")
end

--- The first option that is for reports alone; nil where none is given.
function new_report.given(arguments)
  for _, name in ipairs(options) do
    if arguments[name] then return "--" .. name end
  end
end

-- The form that is asked for; nil and the exit code.
local function form_of(arguments, terminal)
  if not arguments.form then
    local ids = {}
    for i, form in ipairs(govreport.forms()) do ids[i] = form.id end
    return nil, complain(terminal, "new.which_form", {list = table.concat(ids, ", ")})
  end
  local form, nearest = new_files.find_form(arguments.form)
  if form then return form end
  return nil, complain(terminal, nearest and "new.no_form_near" or "new.no_form",
                       {form = arguments.form, nearest = nearest})
end

-- The text of the list of cells and its name, nothing where none is asked for; nil, nil and the exit code.
local function data_of(arguments, terminal)
  if not arguments.data then return nil, nil end
  local source = input.source(arguments.data, arguments, terminal)
  if type(source) == "table" then
    if source.bytes then return source.bytes, source.name end
    terminal:complain(source.message, source.code)
    return nil, nil, 3
  end
  local text, code, fields = file.read(source, file.usual_limit)
  if text then return text, source end
  fields.path = source
  terminal:tell(code, fields)
  return nil, nil, 3
end

local formats = {docx = "docx", html = "html", htm = "html", txt = "text"}

-- How the report is to be shown; nil for a file of another ending.
local function format_of(path)
  return not path and "text" or formats[(path:match "%.([^./]+)$" or ""):lower()]
end

-- What is wrong with the arguments, beside the form and the data: a code and fields; nil for nothing.
local function misused(arguments)
  local path = arguments.output
  if arguments.name then return "new.not_named" end
  for _, name in ipairs{"from", "of_form"} do
    if arguments[name] then return "new.not_for", {option = name == "from" and "--from" or "--for", kind = "report"} end
  end
  if arguments.year and not arguments.year:find "^%d%d%d%d$" then return "new.year", {value = arguments.year} end
  if not format_of(path) then return "new.ending", {path = path} end
  if path and output.is_there(path) then return "new.exists", {path = path} end
end

local function fill(form, arguments, tsv, name, terminal)
  local filled, _, _, problems = govreport.fill(form.id, {
    tsv = tsv, name = name, agency = arguments.agency, year = math.tointeger(tonumber(arguments.year)),
    lang = terminal.lang})
  for _, problem in ipairs(problems or {}) do terminal:complain(problem.message, problem.code) end
  return filled
end

--- @return exit code
function new_report.run(arguments, terminal)
  local code, fields = misused(arguments)
  if code then return complain(terminal, code, fields or {}) end
  local form, failed = form_of(arguments, terminal)
  if not form then return failed end
  local tsv, name, unread = data_of(arguments, terminal)
  if unread then return unread end
  local filled = fill(form, arguments, tsv, name, terminal)
  if not filled then return 3 end
  local path = arguments.output
  local bytes, message, problem = govreport.render(filled, format_of(path), {lang = terminal.lang, name = path})
  if not bytes then
    terminal:complain(message, problem)
    return 3
  end
  if not path then
    terminal:print(bytes)
    return 0
  end
  failed = new_files.write({{path, bytes}}, terminal)
  if failed then return failed end
  terminal:say("new.report", {path = path, name = form.name, count = #filled.computed})
  return 0
end

return new_report
