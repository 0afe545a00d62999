--- Help in the language of the user: argparse speaks English alone.

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
-- @param answer function(text): what is asked for in place of a command; does not return
function help.localise(parser, lang, answer)
  parser:add_help(false)
  parser:flag("-h --help", "Show this help message and exit."):action(function()
    if lang == "zh" then translate_parser(parser) end
    answer(help.text(parser:get_help(), lang) .. "\n")
  end)
  for _, command in ipairs(parser._commands) do help.localise(command, lang, answer) end
end

return help
