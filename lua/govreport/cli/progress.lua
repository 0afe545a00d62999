--- How far a command has come: a line on the terminal that is written over, and nothing where standard error goes
-- elsewhere.

local catalogue = require "govreport.base.catalogue"
local lfs = require "lfs"

local progress = {}

local Progress = {}
Progress.__index = Progress

local clear = "\r\27[K"

local function is_terminal()
  local name = os.getenv "TERM"
  return lfs.attributes("/dev/stderr", "mode") == "char device" and name ~= nil and name ~= "dumb"
end

--- Tells how many are done.
function Progress:tell(number)
  if not self.shown or number == self.number then return end
  self.number = number
  io.stderr:write(clear, catalogue.text(self.lang, self.code, {number = number, total = self.total}))
end

--- Takes the line away.
function Progress:clear()
  if self.shown and self.number then io.stderr:write(clear) end
  self.number = nil
end

Progress.__close = Progress.clear

--- @param code of the message: fields `number`, `total`
function progress.new(code, total, lang)
  return setmetatable({code = code, total = total, lang = lang, shown = is_terminal()}, Progress)
end

return progress
