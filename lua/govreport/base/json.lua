--- Writes JSON with the keys in the order given: the same value always gives the same text.
--
--   json.object{{"a", 1}, {"b", json.null}}      json.array{1, 2}
-- Integers and Decimals are written exactly, as JSON numbers. JSON allows much in texts that JavaScript, terminals and
-- people do not like: it is escaped (`govreport.base.unsafe`), and a byte that belongs to no character is U+FFFD. Some
-- parts of reports stand for what docs/json.md says of them: Field, Section, Tables, Claims, Deviations, Ledger.

local core = require "govreport.core"

local json = {}

json.null = setmetatable({}, {__name = "null"})

local Object = {__name = "govreport.json.Object"}
local Array = {__name = "govreport.json.Array"}

--- A list of `{key, value}`; a pair whose value is nil is written as null.
function json.object(pairs_list) return setmetatable(pairs_list, Object) end

function json.array(list) return setmetatable(list, Array) end

local function text_of(value, indent) return core.write_json(value, indent, Object, Array, json.null) end

--- The text of a value on one line, without a line end.
function json.line(value) return text_of(value, nil) end

--- The text of a value, its lines indented by two spaces and what `indent` adds, without a line end.
function json.block(value, indent) return text_of(value, indent or "") end

--- The text of a value, indented by two spaces, with a line end.
function json.encode(value) return json.block(value) .. "\n" end

return json
