--- Help and usage errors in the language of the user: argparse speaks English alone.

local catalogue = require "govreport.base.catalogue"

local help = {}

--- The Chinese of an English description; nil where there is none.
function help.translation(description) return require("govreport.messages.help_zh")[description] end

local function elements_of(parser)
  local list = {parser}
  for _, elements in ipairs{parser._options, parser._arguments} do
    table.move(elements, 1, #elements, #list + 1, list)
  end
  return list
end

--- All descriptions of a parser and its commands.
function help.descriptions(parser)
  local list = {}
  for _, element in ipairs(elements_of(parser)) do list[#list + 1] = element._description end
  list[#list + 1] = parser._epilog
  for _, command in ipairs(parser._commands) do
    local own = help.descriptions(command)
    table.move(own, 1, #own, #list + 1, list)
  end
  return list
end

-- The words that argparse has of its own.
local headings = {
  {"^Usage: ", "用法："}, {"\nArguments:", "\n参数："}, {"\nOptions:", "\n选项："}, {"\nCommands:", "\n命令："},
  {" ?%(default: ([^()]*)%)", "（默认：%1）"},
}

--- The text that argparse made, in a language.
function help.text(text, lang)
  for _, pair in ipairs(lang == "zh" and headings or {}) do text = text:gsub(pair[1], pair[2]) end
  return text
end

local function translate(element)
  element._description = element._description and help.translation(element._description) or element._description
end

-- What `--help` of a parser shows, in a language.
local function translate_parser(parser)
  for _, element in ipairs(elements_of(parser)) do translate(element) end
  for _, command in ipairs(parser._commands) do translate(command) end
  parser._epilog = parser._epilog and help.translation(parser._epilog) or parser._epilog
end

--- Gives a parser and its commands a `--help` in a language.
function help.localise(parser, lang)
  parser:add_help(false)
  parser:flag("-h --help", "Show this help message and exit."):action(function()
    if lang == "zh" then translate_parser(parser) end
    io.stdout:write(help.text(parser:get_help(), lang), "\n")
    os.exit(0, true)
  end)
  for _, command in ipairs(parser._commands) do help.localise(command, lang) end
end

-- ---- usage errors ---------------------------------------------------------------------------

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

--- What argparse says of wrong arguments, in a language; as it is where we have no words for it.
function help.error(message, lang)
  for _, entry in ipairs(errors) do
    local captures = table.pack(message:match(entry[1]))
    if captures[1] then
      local fields = {}
      for i = 3, #entry do fields[entry[i]] = words(captures[i - 2], lang) end
      return catalogue.text(lang, entry[2], fields)
    end
  end
  return message
end

return help
