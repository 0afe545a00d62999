--- Where output goes: the terminal, or what it was led to; and complaints beside it.
--
-- What is printed waits until a document is whole, and is let go then: who reads the output of a command that fails has
-- whole documents or nothing.

local catalogue = require "govreport.base.catalogue"
local faults = require "govreport.cli.faults"
local govreport = require "govreport"
local safe = require "govreport.base.safe"
local valid = require "govreport.base.valid"

local terminal = {}

local Terminal = {}
Terminal.__index = Terminal

function Terminal:print(value) self.waiting[#self.waiting + 1] = value end

--- Lets go what was printed: a document is whole.
function Terminal:release()
  local whole = table.concat(self.waiting)
  self.waiting = {}
  if self.write_problem then return end
  local ok, problem = io.stdout:write(whole)
  if ok then ok, problem = io.stdout:flush() end
  if not ok then self.write_problem = problem end
end

--- Prints a message of the catalogue on a line.
function Terminal:say(code, fields) self:print(catalogue.text(self.lang, code, fields) .. "\n") end

--- Shows an object of the library in one of its formats.
-- @param options those of `govreport.render`
function Terminal:show(object, format, options)
  options = options or {}
  options.lang, options.color = self.lang, self.color
  options.write = function(text) self:print(text) end
  govreport.render(object, format, options)
end

function Terminal:complain(message, code) -- luacheck: no self
  io.stderr:write("govreport: ", safe(valid(catalogue.without_addresses(message))), " [", code, "]\n")
end

--- Complains of wrong usage, and shows the right one.
function Terminal:refuse(message, code)
  self:complain(message, code)
  if self.usage then io.stderr:write(self.usage(), "\n") end
end

--- Complains with a message of the catalogue.
function Terminal:tell(code, fields)
  local show = code:find("^usage%.") and self.refuse or self.complain
  show(self, catalogue.text(self.lang, code, fields), code)
end

--- Calls a function, and complains of what it raises, as wrong usage; what is a fault of the program is raised again.
-- @return whether it did not raise, and what it gave
function Terminal:attempt(code, run, ...)
  local results = table.pack(pcall(run, ...))
  if results[1] then return table.unpack(results, 1, results.n) end
  if faults.is_one(results[2]) then error(results[2], 0) end
  self:complain(tostring(results[2]), code)
  return false
end

--- A file could not be written; the command goes on, and ends with 3.
function Terminal:fail_output(path, problem)
  self:tell("io.unwritable", {detail = path .. ": " .. problem})
  self.file_problem = true
end

-- What a command ends with, and what came of its output: the first in this order that is so.
local precedence = {70, 2, 3, 1, 0}

--- Ends the output.
-- @param code of the command
-- @return exit code
function Terminal:finish(code)
  self:release()
  if self.write_problem then self:tell("io.unwritable", {detail = self.write_problem}) end
  local failed = (self.write_problem or self.file_problem) and 3 or 0
  for _, first in ipairs(precedence) do
    if code == first or failed == first then return first end
  end
  return code
end

--- Whether the output goes into a file.
function Terminal:is_file() -- luacheck: no self
  local ok, lfs = pcall(require, "lfs")
  return ok and lfs.attributes("/dev/stdout", "mode") == "file"
end

--- The language of the locale: English where it says so, else Chinese.
function terminal.language()
  local locale = os.getenv("LC_ALL") or os.getenv("LC_MESSAGES") or os.getenv("LANG") or ""
  return locale:match("^en") and "en" or "zh"
end

local function is_terminal()
  local ok, lfs = pcall(require, "lfs")
  local stdout = ok and lfs.attributes("/dev/stdout", "mode")
  return stdout == "char device" and os.getenv("TERM") ~= nil and os.getenv("TERM") ~= "dumb"
end

local function wants_color(choice)
  if choice ~= "auto" then return choice == "always" end
  return (os.getenv("NO_COLOR") or "") == "" and is_terminal()
end

--- @param color "auto", "always", "never"
-- @param usage function() -> how the command is used, shown with complaints of wrong usage; nil for none
function terminal.new(lang, color, usage)
  return setmetatable({lang = lang, color = wants_color(color), usage = usage, waiting = {}}, Terminal)
end

return terminal
