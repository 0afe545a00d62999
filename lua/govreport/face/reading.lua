--- Reading: documents and reports of files and bytes.

local argument = require "govreport.base.argument"
local batches = require "govreport.face.batches"
local known_options = require "govreport.base.options"
local overlay = require("govreport.form.extension").overlay
local sources = require "govreport.face.sources"

local reading = {}

--- Reads text into a Document, of any form or none.
-- @param bytes the content of a file
-- @param options `name` for messages, `lang` ("zh", "en"), `encoding`, `format` ("auto", "text", "html"), `max_input`,
-- `max_memory` (bytes)
-- @return Document; or nil, message, code (`input.*`, `limit.*`)
function reading.read_bytes(bytes, options)
  argument.type("read_bytes", "bytes", "string", bytes)
  options = argument.options("read_bytes", options, known_options.read)
  return sources.document(bytes, options)
end

--- Makes a Report of a Document.
-- @return Report; or nil, message, code (`form.unknown`, `input.pictures`, `input.embedded`, `limit.memory`)
function reading.recognise(document, options)
  argument.object("recognise", "document", "govreport.Document", document, "govreport.read gives one")
  options = argument.options("recognise", options, known_options.read)
  return sources.report(document, options)
end

--- Reads and recognises the content of a file.
-- @return Report; or nil, message, code
function reading.parse(bytes, options)
  argument.type("parse", "bytes", "string", bytes)
  options = argument.options("parse", options, known_options.read)
  return sources.parse(bytes, options)
end

--- Reads a file into a Document.
-- @return Document; or nil, message, code (`io.*` as well)
function reading.read(path, options)
  argument.type("read", "path", "string", path)
  options = argument.options("read", options, known_options.read)
  return sources.of_file(sources.document, path, overlay({name = path}, options))
end

--- Reads and recognises a file.
-- @return Report; or nil, message, code
function reading.open(path, options)
  argument.type("open", "path", "string", path)
  options = argument.options("open", options, known_options.read)
  return sources.of_file(sources.parse, path, overlay({name = path}, options))
end

--- The files that some paths stand for: of a folder all that its name says are reports, those of the folders in it as
-- well, in the order of their names; each once, whatever names it has.
-- @param paths list of paths, or one
-- @return list of paths; list of `{path, message, code}` for what is not among them (`io.no_reports`, `io.unreadable`,
-- `io.unsupported`, `io.link`)
function reading.files(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.list("files", "paths", paths, sources.is_one, sources.kind)
  options = argument.options("files", options, known_options.files)
  return require("govreport.batch.sources").files(paths, options.lang or "zh")
end

--- Opens many files one after the other; only one report is open at a time.
-- @param paths list of files and folders (see `govreport.files`), or of `{name, bytes}`
-- @param options `lang`, `encoding`, `max_input`, `max_memory`
-- @return Collection, see `govreport.batch.collection`; or nil, message, code (`encoding.unknown`)
function reading.open_files(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.list("open_files", "paths", paths, sources.is_one, sources.kind)
  options = argument.options("open_files", options, known_options.open_files)
  local opened, message, code = sources.with_opened(options)
  if not opened then return nil, message, code end
  return batches.collection(paths, opened)
end

return reading
