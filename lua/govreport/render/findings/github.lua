--- Findings as workflow commands, which GitHub shows beside the lines of a file.

local finding_words = require "govreport.render.finding_words"
local text = require "govreport.render.text"

local Github = {}
Github.__index = Github

local commands = {error = "error", warning = "warning", info = "notice", notice = "notice"}

-- A command is one line; in its properties commas and colons would end them.
local data_escapes = {["%"] = "%25", ["\r"] = "%0D", ["\n"] = "%0A"}
local property_escapes = {["%"] = "%25", ["\r"] = "%0D", ["\n"] = "%0A", [":"] = "%3A", [","] = "%2C"}

local function data(value) return (value:gsub("[%%\r\n]", data_escapes)) end

local function property(value) return (text.safe(value):gsub("[%%\r\n:,]", property_escapes)) end

local function command(kind, name, line, column, title, message)
  local properties = {"file=" .. property(name)}
  if line then
    properties[#properties + 1] = "line=" .. line
    properties[#properties + 1] = "col=" .. column
  end
  properties[#properties + 1] = "title=" .. property(title)
  return ("::%s %s::%s\n"):format(kind, table.concat(properties, ","), data(message))
end

function Github.head() return nil end

function Github:file(entry)
  local lines = {}
  for found in entry.result:findings() do
    local message = text.safe(found.messages[self.lang])
    local words = finding_words(entry.report, found, self.lang)
    if #words > 0 then message = message .. "\n" .. table.concat(words, " ") end
    local line, column = found.line, found.column
    if found.spot then line, column = nil, nil end   -- the file has none
    lines[#lines + 1] = command(commands[found.severity], entry.name, line, column, found.rule, message)
  end
  return table.concat(lines)
end

function Github:failure(failure) -- luacheck: no self
  return command("error", failure.name, nil, nil, failure.code, text.safe(failure.message))
end

function Github.foot() return nil end

return {
  --- @param options `lang`
  new = function(options) return setmetatable({lang = options.lang}, Github) end,
}
