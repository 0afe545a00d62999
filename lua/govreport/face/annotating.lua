--- Annotating: what a check found, in the Word file that was checked.

local argument = require "govreport.base.argument"
local known_options = require "govreport.base.options"
local overlay = require("govreport.form.extension").overlay
local sources = require "govreport.face.sources"

local annotating = {}

-- The content of a file with comments; or nil, message, code.
local function annotated(result, bytes, options)
  local word, annotations = require "govreport.read.word", require "govreport.render.annotations"
  local comments, changes = annotations.of(result, options.lang or result.lang)
  if not options.suggest then changes = {} end
  local made, code, fields = word.annotate(bytes, result.report.document, comments, changes)
  if made then return made end
  return sources.failure(options, code, fields)
end

--- Puts the findings of a check into the Word file that was checked, each as a comment on the cell or the sentence that
-- it is about, in place of those of an earlier call. The report must be open.
-- @param source the file: its path, or `{name, bytes}`
-- @param options `lang` of the comments, that of the result where it is left out; `suggest`, whether a number that only
-- one other can replace is replaced, as a change that can be accepted or refused
-- @return the content of the new file; or nil, message, code (`annotate.*`, `docx.*`, and those of reading)
function annotating.annotate(result, source, options)
  argument.object("annotate", "result", "govreport.Result", result, "govreport.check gives one")
  argument.open("annotate", "result", result.report)
  if not sources.is_one(source) then
    argument.wrong("annotate", "source", sources.kind .. " is expected, not " .. argument.name_of(source))
  end
  options = argument.options("annotate", options, known_options.annotate)
  local own = overlay({lang = result.lang, name = sources.name(source)}, options)
  if type(source) == "table" and source.code then return nil, source.message, source.code end
  if type(source) == "table" then return annotated(result, source.bytes, own) end
  return sources.of_file(function(bytes) return annotated(result, bytes, own) end, source, own)
end

return annotating
