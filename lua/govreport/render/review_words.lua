--- What the pages of a review share: words of the catalogue, escaped text, the frame of a page.

local catalogue = require "govreport.base.catalogue"
local safe = require "govreport.base.safe"
local xml = require "govreport.render.xml"

local words = {}

--- The signs of severities beside their colours; all of them are in GB 2312, which every Chinese font has.
words.glyphs = {error = "■", warning = "◆", info = "●", notice = "○"}

--- A text of the catalogue.
function words.text(lang, key, fields) return catalogue.text(lang, "review." .. key, fields) end

--- Text between tags; line ends only where they are asked for.
function words.escape(value) return xml.text(safe(value)) end

local function lines_kept(text)
  local lines = {}
  for line in (text .. "\n"):gmatch("([^\n]*)\n") do lines[#lines + 1] = words.escape(line) end
  return table.concat(lines, "\n")
end

--- The same with its line ends; blanks around them are dropped.
function words.escape_lines(value)
  return lines_kept((value:gsub("\r\n?", "\n"):gsub("[ \t]*\n[ \t]*", "\n")))
end

--- A text of the catalogue, escaped.
function words.escaped(lang, key, fields) return words.escape(words.text(lang, key, fields)) end

--- The beginning of a page that runs no scripts and loads nothing.
-- @param style list of style sheets
-- @return list of lines
function words.head(lang, title, style)
  return {
    "<!DOCTYPE html>", ('<html lang="%s">'):format(lang == "zh" and "zh-CN" or "en"), "<head>",
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>" .. words.escape(title) .. "</title>", "<style>\n" .. table.concat(style) .. "</style>", "</head>",
    "<body>",
  }
end

return words
