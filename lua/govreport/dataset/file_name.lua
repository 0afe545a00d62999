--- What a dataset calls a file: its name in UTF-8. A byte that belongs to no character is written as people do, `\xE4`:
-- names that differ stay different.

local valid = require "govreport.base.valid"

local function byte_text(byte) return ("\\x%02X"):format(byte) end

return function(name) return valid(name, byte_text) end
