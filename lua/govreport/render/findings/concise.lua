--- Findings one a line, as compilers print them: `path:line:column: severity: message [rule] addresses …`; of files
-- without lines the words for the place stand there. The severity is the id, for editors; what has no place stands at
-- 1:1.

local catalogue = require "govreport.base.catalogue"
local finding_words = require "govreport.render.finding_words"
local place_words = require "govreport.text.place_words"
local text = require "govreport.render.text"

local Concise = {}
Concise.__index = Concise

function Concise.head() return nil end

function Concise:file(entry)
  local lines = {}
  for found in entry.result:findings() do
    local words = {
      ("%s:%s: %s: %s [%s]"):format(text.safe(entry.name), found.line and place_words.short(found, self.lang) or "1:1",
                                    found.severity, text.safe(found.messages[self.lang]), found.rule)}
    local status = entry.rounds and entry.rounds.status[found]
    if status then words[#words + 1] = "(" .. catalogue.text(self.lang, "rounds." .. status) .. ")" end
    local more = finding_words(entry.report, found, self.lang)
    table.move(more, 1, #more, #words + 1, words)
    lines[#lines + 1] = table.concat(words, " ") .. "\n"
  end
  return table.concat(lines)
end

function Concise.failure() return nil end

function Concise.foot() return nil end

return {
  --- @param options `lang`
  new = function(options) return setmetatable({lang = options.lang}, Concise) end,
}
