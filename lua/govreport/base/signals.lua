--- How a program is ended from outside.

local core = require "govreport.core"

local signals = {}

--- For the command line alone: an interrupt ends the process, and raises nothing in what is running; a file that grows
-- too large cannot be written, and ends nothing.
signals.plain = core.plain_signals

return signals
