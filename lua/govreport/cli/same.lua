--- govreport same: whether several files carry the same report, or what differs from the first one.

local diff = require "govreport.compare.diff"
local diff_command = require "govreport.cli.diff"
local diff_json = require "govreport.render.diff_json"
local input = require "govreport.cli.input"
local json = require "govreport.base.json"

local command = {}

function command.define(parser)
  parser:epilog("For a draft, the page and the file to download. Width, white space, line ends, brackets, punctuation "
    .. "and traditional characters do not count; numbers, blanks and words do. What a page has around the report is "
    .. "listed and no difference. Exit codes: 0 all say the same; 1 something differs; 2 wrong usage; 3 a file could "
    .. "not be read, or nothing differs but some cells could not be read.")
  parser:argument("path", "files; each is compared with the first"):args("2+")
  parser:option("--encoding", "the encoding of the files, instead of finding out")
  parser:option("--to", "text, or json with everything"):choices{"text", "json"}:default("text")
end

-- The verdict on all: one difference is enough.
local function overall(verdicts)
  if verdicts.different then return "different" end
  return verdicts.undecided and "undecided" or "same"
end

--- @return exit code
function command.run(arguments, terminal)
  local first, first_name = input.open_or_complain(arguments.path[1], arguments, terminal)
  if not first then return 3 end
  local verdicts, unread, values = {}, false, {}
  for i = 2, #arguments.path do
    local other, name = input.open_or_complain(arguments.path[i], arguments, terminal)
    if other then
      local found, names = diff.run(first, other, {years = "literal"}), {a = first_name, b = name}
      verdicts[found:verdict()] = true
      if arguments.to == "json" then values[#values + 1] = diff_json.value(found, names)
      else diff_command.print(terminal, found, names, "text") end
      other:close()
    else
      unread = true
    end
  end
  if arguments.to == "json" then terminal:print(json.encode(json.array(values))) end
  return unread and 3 or diff_command.exit_codes[overall(verdicts)]
end

return command
