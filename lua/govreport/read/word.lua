--- Documents of Word files, .docx and its like: what the module `govreport.docx` reads of them, as those of the core.

local core = require "govreport.core"

local word = {}

--- Whether the content of a file is a package, as Word's files are; others are packages too.
function word.is_one(bytes) return bytes:sub(1, 4) == "PK\3\4" end

--- Reads the content of a file that is a package.
-- @param options as those of `core.parse`
-- @return Document; or nil, code, fields: `docx.*`, what is wrong with the package; `docx.missing` where the module is
-- not installed; for a package of another kind what the core says of it
function word.document(bytes, options)
  local is_there, docx = pcall(require, "govreport.docx")
  if not is_there and bytes:find("word/document.xml", 1, true) then return nil, "docx.missing", {} end
  if not is_there then return core.parse(bytes, options) end
  local file, code, fields = docx.open(bytes)
  if not file and code == "docx.no_part" then return core.parse(bytes, options) end
  if not file then return nil, code, fields end
  return core.parse(file:text(), {
    reader = file:reader(), owner = file, name = options.name, max_input = options.max_input,
    max_memory = options.max_memory})
end

--- Puts comments and proposed changes into the content of a file, in place of those that were put there before.
-- @param document the Document of that content
-- @param comments, changes lists of `{first byte, last byte, text}`, bytes of the Document
-- @return the content of a new file; or nil, code, fields: `docx.*`; `annotate.format` where the Document was read from
-- another kind of file, `annotate.other` where it was read from other content
function word.annotate(bytes, document, comments, changes)
  if document.format ~= "docx" then return nil, "annotate.format" end
  local is_there, docx = pcall(require, "govreport.docx")
  if not is_there then return nil, "docx.missing" end
  local file, code, fields = docx.open(bytes)
  if not file then return nil, code == "docx.no_part" and "annotate.other" or code, fields end
  if file:text() ~= document.text then return nil, "annotate.other" end
  local made, problem, where = docx.annotate(bytes, comments, changes)
  if not made then return nil, problem, where end
  return made
end

local function wide(name) return (name:gsub(".", "%0\0")) end

-- What stands near the beginning of files that word processors write, and that are not read as they are.
local kinds = {
  {magic = "\xD0\xCF\x11\xE0", holds = wide "EncryptedPackage", code = "docx.encrypted"},
  {magic = "\xD0\xCF\x11\xE0", holds = wide "WordDocument", format = ".doc、.wps"},
  {magic = "{\\rtf", holds = "{\\rtf", format = ".rtf"},
  {magic = "PK\3\4", holds = "mimetypeapplication/vnd.oasis.opendocument.text", format = ".odt"},
}

--- Of a file of a format that is not read: the code and the fields that say what to do, if a word processor wrote it.
function word.refused(bytes, code, fields)
  for _, kind in ipairs(code == "input.format" and kinds or {}) do
    if bytes:sub(1, #kind.magic) == kind.magic and bytes:find(kind.holds, 1, true) then
      return kind.code or "input.word", {detail = kind.format, part = "", byte = 1}
    end
  end
  return code, fields
end

return word
