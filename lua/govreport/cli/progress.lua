--- How far a command has come: a line on the terminal that is written over, and nothing where standard error goes
-- elsewhere.

local catalogue = require "govreport.base.catalogue"
local lfs = require "lfs"

local progress = {}

local clear = "\r\27[K"

local function is_terminal()
  local name = os.getenv "TERM"
  return lfs.attributes("/dev/stderr", "mode") == "char device" and name ~= nil and name ~= "dumb"
end

-- ---- a line -------------------------------------------------------------------------------------

local Line = {}
Line.__index = Line

function Line:tell(text)
  if not self.is_shown then return end
  self.is_written = true
  io.stderr:write(clear, text)
end

--- Takes the line away.
function Line:clear()
  if self.is_written then io.stderr:write(clear) end
  self.is_written = false
end

Line.__close = Line.clear

--- A line of any text: `tell(text)`, `clear()`, and `is_shown`, whether anybody sees it.
function progress.line() return setmetatable({is_shown = is_terminal()}, Line) end

-- ---- a count ------------------------------------------------------------------------------------

local Progress = {}
Progress.__index = Progress

--- Tells how many are done.
function Progress:tell(number)
  if number == self.number then return end
  self.number = number
  self.line:tell(catalogue.text(self.lang, self.code, {number = number, total = self.total}))
end

--- Takes the line away.
function Progress:clear()
  self.line:clear()
  self.number = nil
end

Progress.__close = Progress.clear

--- @param code of the message: fields `number`, `total`
function progress.new(code, total, lang)
  return setmetatable({code = code, total = total, lang = lang, line = progress.line()}, Progress)
end

return progress
