--- Documents of Word files, .docx and its like: what the module `govreport.docx` reads of them, as those of the core.

local core = require "govreport.core"

local word = {}

--- Whether the content of a file is a package, as Word's files are; others are packages too.
function word.is_package(bytes) return bytes:sub(1, 4) == "PK\3\4" end

--- Reads the content of a file that is a package.
-- @param options as those of `core.parse`
-- @return Document; or nil, code, fields: `docx.*`, what is wrong with the package; `docx.missing` where the module is
-- not installed; for a package of another kind what the core says of it
function word.document(bytes, options)
  local is_there, docx = pcall(require, "govreport.docx")
  if not is_there then return nil, "docx.missing", {} end
  local file, code, fields = docx.open(bytes)
  if not file and code == "docx.no_part" then return core.parse(bytes, options) end
  if not file then return nil, code, fields end
  return core.parse(file:text(), {
    reader = file:reader(), owner = file, name = options.name, max_input = options.max_input,
    max_memory = options.max_memory})
end

return word
