--- Where output goes: the terminal, or what it was led to; and complaints beside it.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"
local safe = require "govreport.base.safe"

local terminal = {}

local Terminal = {}
Terminal.__index = Terminal

function Terminal:print(value)
  local ok, problem = io.stdout:write(value)
  if not ok then self.write_problem = self.write_problem or problem end
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
  io.stderr:write("govreport: ", safe(catalogue.without_addresses(message)), " [", code, "]\n")
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

--- Calls a function, and complains of what it raises, as wrong usage.
-- @return whether it did not raise, and what it gave
function Terminal:attempt(code, run, ...)
  local results = table.pack(pcall(run, ...))
  if not results[1] then self:complain(tostring(results[2]), code) end
  return table.unpack(results, 1, results[1] and results.n or 1)
end

--- A file could not be written; the command goes on, and ends with 3.
-- @param path nil where the problem names it
function Terminal:fail_output(path, problem)
  self:tell("io.unwritable", {detail = (path and path .. ": " or "") .. problem})
  self.file_problem = true
end

--- Ends the output.
-- @param code of the command
-- @return exit code
function Terminal:finish(code)
  local flushed, problem = io.stdout:flush()
  problem = self.write_problem or not flushed and problem
  if problem then
    self:tell("io.unwritable", {detail = problem})
    return 3
  end
  return self.file_problem and code ~= 2 and 3 or code
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
  return setmetatable({lang = lang, color = wants_color(color), usage = usage}, Terminal)
end

return terminal
