--- govreport similar: parts that are nearly the same among many reports.

local govreport = require "govreport"
local input = require "govreport.cli.input"
local keys = require "govreport.base.keys"

local command = {}

function command.define(parser)
  parser:epilog("A body's own name, its place, years and numbers do not count; wording that more than a fifth of the "
    .. "reports share counts half. Exit codes: 0 nothing found; 1 parts that are nearly the same; 2 wrong usage; 3 a "
    .. "file could not be read.")
  parser:argument("path", "files, folders or .zip archives"):args("+")
  parser:option("--section", "only this part (default: overview, problems, other); may be given several times")
    :count("*")
  parser:option("--at-least", "the likeness from which parts are told, 0.3 to 1"):default("0.8")
  parser:option("--shortest", "characters below which a part is not compared"):default("100")
  input.define(parser, "files")
  parser:option("--to", "text, or json with everything"):choices{"text", "json"}:default("text")
end

-- The ids of the parts of all forms.
local function known_parts()
  local list, known = {}, {}
  for _, form in ipairs(govreport.forms()) do
    for _, section in ipairs(form.declared.sections) do
      if not known[section.id] then
        known[section.id] = true
        list[#list + 1] = section.id
      end
    end
  end
  return list, known
end

-- The options of a collection; nil where they are wrong, which is told.
local function read_options(arguments, terminal)
  local list, known = known_parts()
  for _, id in ipairs(arguments.section) do
    if not known[id] then
      local nearest = keys.nearest(id, known)
      return terminal:tell(nearest and "similar.part_near" or "similar.part",
                           {part = id, nearest = nearest, parts = table.concat(list, "、")})
    end
  end
  local at_least = arguments.at_least:find("^[01]%.?%d*$") and tonumber(arguments.at_least)
  if not at_least or at_least < 0.3 or at_least > 1 then return terminal:tell("similar.threshold") end
  local shortest = arguments.shortest:find("^%d+$") and math.tointeger(tonumber(arguments.shortest))
  if not shortest or shortest < 1 then return terminal:tell("similar.shortest") end
  return {parts = #arguments.section > 0 and arguments.section or nil, at_least = at_least, shortest = shortest,
          lang = terminal.lang, encoding = arguments.encoding}
end

--- @return exit code
function command.run(arguments, terminal)
  local options = read_options(arguments, terminal)
  if not options then return 2 end
  local files, failures = govreport.files(arguments.path, {lang = terminal.lang})
  local groups = govreport.similar(input.sources(files, arguments, terminal), options)
  local unread = input.tell_unread(failures, terminal)
  unread = input.tell_unread(groups.unread, terminal) or unread
  terminal:show(groups, arguments.to)
  if unread then return 3 end
  return #groups > 0 and 1 or 0
end

return command
