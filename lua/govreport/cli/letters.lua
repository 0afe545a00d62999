--- `check --letter`: one letter for each report, in the file or the folder that was asked for.

local govreport = require "govreport"
local letter_options = require "govreport.cli.letter_options"
local output = require "govreport.cli.output"

local letters = {}

local Letters = {}
Letters.__index = Letters

local formats = {docx = "docx", md = "md", html = "html", htm = "html"}
local folder_ending = ".letter.html"

--- Writes the letter about an entry of a batch; into a folder only where there is something to say.
function Letters:write(entry)
  local letter = govreport.letter(entry.result, letter_options.of(self.arguments, entry, self.terminal.lang))
  if self.namer and letter.count == 0 and #letter.resolved == 0 then return end
  local path = self.path or self.namer(entry.name)
  local bytes, message, code = govreport.render(letter, self.format, {lang = self.terminal.lang, name = path})
  if not bytes then
    self.terminal:complain(message, code)
    self.terminal.file_problem = true
    return
  end
  local ok, problem = output.write(path, bytes)
  if not ok then self.terminal:fail_output(path, problem) end
end

--- Makes the writer of letters.
-- @param arguments `letter`: a file that ends in .docx, .md, .html or .htm, or a folder; and what stands in the letter,
-- see `govreport.cli.letter_options`
-- @param inputs how many reports there are
-- @return the writer; nil where the path does not fit, which was told then
function letters.new(arguments, inputs, terminal)
  local path = arguments.letter
  local function refuse(code, fields)
    fields.path = path
    terminal:tell(code, fields)
  end
  if output.is_folder(path) then
    local ok, problem = output.make_folder(path)
    if not ok then return refuse("letter.folder", {detail = problem}) end
    local namer = output.namer(path, folder_ending)
    return setmetatable({terminal = terminal, arguments = arguments, format = "html", namer = namer}, Letters)
  end
  local format = formats[(path:match("%.([^./]+)$") or ""):lower()]
  if not format then return refuse("letter.ending", {}) end
  if inputs > 1 then return refuse("letter.single", {count = inputs}) end
  return setmetatable({terminal = terminal, arguments = arguments, format = format, path = path}, Letters)
end

return letters
