--- Packages of Word files, made here: ZIP archives, right or wrong as a spec wants them.

local package = {}

local table_of_crc
local function crc32(bytes)
  if not table_of_crc then
    table_of_crc = {}
    for i = 0, 255 do
      local c = i
      for _ = 1, 8 do c = c & 1 == 1 and 0xEDB88320 ~ (c >> 1) or c >> 1 end
      table_of_crc[i] = c
    end
  end
  local crc = 0xFFFFFFFF
  for i = 1, #bytes do crc = table_of_crc[(crc ~ bytes:byte(i)) & 255] ~ (crc >> 8) end
  return crc ~ 0xFFFFFFFF
end

--- An archive of entries.
-- @param entries list of `{name, content, crc, size, offset, flags, method}`: what follows the content is told in
-- place of what is right; with `method` 8 the content is one that is packed
-- @param behind a comment at its end
function package.zip(entries, behind)
  local pieces, directory, at = {}, {}, 0
  for i, entry in ipairs(entries) do
    local name, content = entry[1], entry[2]
    local crc, size = entry.crc or crc32(content), entry.size or #content
    local flags, method = entry.flags or 0, entry.method or 0
    local piece = ("<I4I2I2I2I2I2I4I4I4I2I2"):pack(0x04034b50, 20, flags, method, 0, 33, crc, #content, size, #name, 0)
                  .. name .. content
    pieces[i] = piece
    directory[i] = ("<I4I2I2I2I2I2I2I4I4I4I2I2I2I2I2I4I4"):pack(
      0x02014b50, 20, 20, flags, method, 0, 33, crc, #content, size, #name, 0, 0, 0, 0, 0, entry.offset or at) .. name
    at = at + #piece
  end
  local central = table.concat(directory)
  behind = behind or ""
  return table.concat(pieces) .. central .. ("<I4I2I2I2I2I4I4I2"):pack(
    0x06054b50, 0, 0, #entries & 0xFFFF, #entries & 0xFFFF, #central, at, #behind) .. behind
end

local main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

--- The part that is the document.
-- @param body the XML in its body
function package.document(body)
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="' .. main .. '" '
         .. 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>' .. body
         .. "</w:body></w:document>"
end

--- A whole file.
-- @param body as in `package.document`
-- @param others list of `{name, content}`: more parts
function package.file(body, others)
  local entries = {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", package.document(body)}}
  for _, entry in ipairs(others or {}) do entries[#entries + 1] = entry end
  return package.zip(entries)
end

--- A whole file that says what it is, as word processors ask for.
function package.whole(body)
  local schemas = "http://schemas.openxmlformats.org/"
  return package.zip{
    {"[Content_Types].xml", ('<?xml version="1.0" encoding="UTF-8"?>\n<Types xmlns="%spackage/2006/content-types">'
      .. '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
      .. 'Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="'
      .. 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
      :format(schemas)},
    {"_rels/.rels", ('<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="%spackage/2006/relationships">'
      .. '<Relationship Id="rId1" Type="%sofficeDocument/2006/relationships/officeDocument" '
      .. 'Target="word/document.xml"/></Relationships>'):format(schemas, schemas)},
    {"word/document.xml", package.document(body)}}
end

--- A part with relations.
-- @param list list of `{type, target, mode}`
function package.relations(list)
  local pieces = {}
  for i, entry in ipairs(list) do
    pieces[i] = ('<Relationship Id="r%d" Type="http://example.org/%s" Target="%s"%s/>'):format(
      i, entry[1], entry[2], entry[3] and ' TargetMode="' .. entry[3] .. '"' or "")
  end
  return '<Relationships xmlns="urn:r">' .. table.concat(pieces) .. "</Relationships>"
end

--- A part of its kind: `numbering` or `styles`.
function package.part(kind, content)
  return {"word/" .. kind .. ".xml", ('<w:%s xmlns:w="%s">%s</w:%s>'):format(kind, main, content, kind)}
end

local escapes = {["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;"}

--- A paragraph with a text.
function package.p(text, properties)
  return ("<w:p>%s<w:r><w:t>%s</w:t></w:r></w:p>"):format(properties or "", (text:gsub("[&<>]", escapes)))
end

--- A table of rows of cells: texts, or `{text, properties}`.
function package.tbl(rows)
  local pieces = {}
  for i, row in ipairs(rows) do
    local cells = {}
    for k, cell in ipairs(row) do
      local text, properties = cell, ""
      if type(cell) == "table" then text, properties = cell[1], "<w:tcPr>" .. cell[2] .. "</w:tcPr>" end
      cells[k] = "<w:tc>" .. properties .. package.p(text) .. "</w:tc>"
    end
    pieces[i] = "<w:tr>" .. table.concat(cells) .. "</w:tr>"
  end
  return "<w:tbl>" .. table.concat(pieces) .. "</w:tbl>"
end

--- The part that is the document, of a file that was made here.
function package.document_of(file) return file:match('<%?xml version="1.0".-</w:document>') end

-- The rows of a table of a document: a cell that goes on downwards stands in each of its rows.
local function rows_of(block)
  local rows = {}
  for i = 1, block.rows do rows[i] = {} end
  for _, cell in ipairs(block.cells) do
    local span = cell.col_span > 1 and ('<w:gridSpan w:val="%d"/>'):format(cell.col_span) or ""
    for k = 0, cell.row_span - 1 do
      local merge = cell.row_span == 1 and "" or k == 0 and '<w:vMerge w:val="restart"/>' or "<w:vMerge/>"
      rows[cell.row + k][cell.col] = {k == 0 and cell.text or "", span .. merge}
    end
  end
  local list = {}
  for i, row in ipairs(rows) do
    list[i] = {}
    for column = 1, block.columns do list[i][#list[i] + 1] = row[column] end
  end
  return list
end

--- A file that shows what a document shows: its paragraphs and tables.
-- @param make `package.file`, where it is left out, or `package.whole`
function package.of(document, make)
  local pieces = {}
  for block in document:blocks() do
    if block.kind == "paragraph" then pieces[#pieces + 1] = package.p(block.text)
    elseif block.kind == "table" then pieces[#pieces + 1] = package.tbl(rows_of(block)) end
  end
  return (make or package.file)(table.concat(pieces))
end

return package
