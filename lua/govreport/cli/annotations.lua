--- `check --annotate`: the Word file that was checked, with the findings in it.

local govreport = require "govreport"
local input = require "govreport.cli.input"
local output = require "govreport.cli.output"

local annotations = {}

local Annotations = {}
Annotations.__index = Annotations

-- Files of Word; which of them one is stands in it as well, so that it keeps its ending.
local endings = {docx = true, docm = true, dotx = true}

local function ending_of(path) return (path:match("%.([^./]+)$") or ""):lower() end

function annotations.define(parser)
  parser:option("--annotate", "write the Word file again with the findings as comments: FILE.docx")
  parser:flag("--suggest", "with --annotate: correct what can only be one number, as a tracked change")
end

--- Whether the options are right; tells where they are not.
-- @param inputs how many reports there are
function annotations.fit(arguments, inputs, terminal)
  local path, wanted = arguments.annotate, ending_of(arguments.path[1] or "")
  if not endings[wanted] then wanted = "docx" end
  if arguments.suggest and not path then terminal:tell("annotate.alone", {option = "--suggest"})
  elseif path and ending_of(path) ~= wanted then terminal:tell("annotate.ending", {path = path, ending = wanted})
  elseif path and inputs > 1 then terminal:tell("annotate.single", {path = path, count = inputs})
  else return true end
  return false
end

--- Writes the file of an entry of a batch with its findings; tells where that cannot be done.
function Annotations:write(entry)
  local path, arguments, terminal = self.path, self.arguments, self.terminal
  local source = arguments.path[1] == "-" and input.source("-", arguments, terminal) or entry.name
  local bytes, message, code = govreport.annotate(entry.result, source, {
    lang = terminal.lang, suggest = arguments.suggest})
  if not bytes then
    terminal:complain(message, code)
    terminal.file_problem = true
    return
  end
  local ok, problem = output.write(path, bytes)
  if not ok then terminal:fail_output(path, problem) end
end

--- Makes the writer of the file.
function annotations.new(arguments, terminal)
  return setmetatable({path = arguments.annotate, arguments = arguments, terminal = terminal}, Annotations)
end

return annotations
