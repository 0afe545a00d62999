--- Usage errors in the language of the user, each with what may be meant.

local catalogue = require "govreport.base.catalogue"
local keys = require "govreport.base.keys"
local lfs = require "lfs"

local usage = {}

-- ---- commands -----------------------------------------------------------------------------------

local shortest_command = 3

--- The command that is meant by a first word that is none: one is near, and no file has that name; nil where there is
-- none.
-- @param names set of the names of commands, and of whatever else may stand there
function usage.meant_command(word, names)
  if not word or #word < shortest_command or word:find("^%-") then return nil end
  if names[word] or lfs.attributes(word, "mode") then return nil end
  return keys.nearest(word, names)
end

--- The parser of a command; that of the program where there is none of that name.
function usage.parser_of(parser, name)
  for _, command in ipairs(parser._commands) do
    if command._name == name then return command end
  end
  return parser
end

-- ---- what argparse says -------------------------------------------------------------------------

-- What argparse says, and the message that says the same; captures are the fields, in order.
local errors = {
  {"^unknown option '([^']*)'\nDid you mean (.*)%?$", "usage.option_near", "name", "nearest"},
  {"^unknown option '([^']*)'$", "usage.option", "name"},
  {"^unknown command '([^']*)'\nDid you mean (.*)%?$", "usage.command_near", "name", "nearest"},
  {"^unknown command '([^']*)'$", "usage.command", "name"},
  {"^a command is required$", "usage.no_command"},
  {"^too many arguments$", "usage.many"},
  {"^missing (.*)$", "usage.missing", "element"},
  {"^(.-) requires an argument$", "usage.no_value", "element"},
  {"^(.-) requires at least (%d+) arguments?$", "usage.few", "element", "count"},
  {"^(.-) requires (%d+) arguments?$", "usage.few", "element", "count"},
  {"^argument for (.-) must be one of (.*)$", "usage.choice", "element", "choices"},
  {"^(.-) must be one of (.*)$", "usage.choice", "element", "choices"},
  {"^(.-) must be used at most (%d+) times?$", "usage.often", "element", "count"},
  {"^option '([^']*)' does not take arguments$", "usage.no_argument", "name"},
  {"^(.-) can not be used together with (.*)$", "usage.together", "element", "other"},
  {"^malformed argument '(.*)'$", "usage.malformed", "name"},
  {"^a number of at least (%d+) is expected, not '(.*)'$", "usage.number", "least", "name"},
  {"^a number of seconds above 0 is expected, not '(.*)'$", "usage.seconds", "name"},
}

local kinds = {option = "usage.kind_option", argument = "usage.kind_argument"}

-- `option '--x'` and `one of these: 'a' 'b'` in a language.
local function words(text, lang)
  text = text:gsub("^one of these: ", "")
  local kind, name = text:match("^(%a+) '([^']*)'$")
  if kinds[kind] then return catalogue.text(lang, kinds[kind], {name = name}) end
  local list = {}
  for item in text:gmatch("'([^']*)'") do list[#list + 1] = item end
  if #list == 0 then return text end
  return table.concat(list, catalogue.text(lang, "usage.separator"))
end

-- The names of all options of a parser, as a set.
local function options_of(parser)
  local names = {}
  for _, option in ipairs(parser._options) do
    for _, name in ipairs(option._aliases) do names[name] = true end
  end
  return names
end

local shortest_option = 6   -- with its dashes: of a shorter one too little is left that could be right

-- argparse sees one wrong letter in an option; we see some more.
local function with_nearest(message, parser)
  local name = message:match("^unknown option '(%-%-[^']*)'$")
  local nearest = name and #name >= shortest_option and parser and keys.nearest(name, options_of(parser))
  return nearest and ("%s\nDid you mean '%s'?"):format(message, nearest) or message
end

--- What argparse says of wrong arguments, in a language; as it is where we have no words for it.
-- @param parser the one whose arguments they are; nil where that is not known
-- @return message, code
function usage.error(message, lang, parser)
  message = with_nearest(message, parser)
  for _, entry in ipairs(errors) do
    local captures = table.pack(message:match(entry[1]))
    if captures[1] then
      local fields = {}
      for i = 3, #entry do fields[entry[i]] = words(captures[i - 2], lang) end
      return catalogue.text(lang, entry[2], fields), entry[2]
    end
  end
  return message, "usage.malformed"
end

return usage
