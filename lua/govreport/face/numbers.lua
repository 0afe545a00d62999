--- Numbers: exact ones.

local argument = require "govreport.base.argument"
local core = require "govreport.core"
local known_options = require "govreport.base.options"
local sources = require "govreport.face.sources"

local numbers = {}

--- An exact quotient: `ratio(a, b, places)`, rounded half away from zero.
numbers.ratio = core.ratio

--- An exact number of a text like "190.457379"; integers and Decimals are given back.
-- @param options `lang`
-- @return integer or Decimal; or nil, message, code (`number.*`)
function numbers.decimal(value, options)
  options = argument.options("decimal", options, known_options.decimal)
  if type(value) ~= "string" and math.type(value) ~= "integer" and argument.class_of(value) ~= "govreport.Decimal" then
    argument.wrong("decimal", "value", "a text, an integer or a Decimal is expected: a float is not exact")
  end
  -- Of an integer the text: with too many digits it is bad input, as a text with so many is.
  local number, code = core.decimal(math.type(value) == "integer" and tostring(value) or value)
  if number then return number end
  return sources.failure(options, code, {text = value})
end

return numbers
