--- A text as an integer: sixty-three bits of its SHA-256. Texts with the same one are the same, unless somebody went to
-- great lengths: what must not be mixed up is compared.

local core = require "govreport.core"

return function(text) return tonumber(core.sha256(text):sub(1, 16), 16) >> 1 end
