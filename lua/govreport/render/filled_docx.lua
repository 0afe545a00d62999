--- A form that is filled in, as a Word file.

local grid_shares = require "govreport.render.grid_shares"
local word_body = require "govreport.render.word_body"
local word_package = require "govreport.render.word_package"

local filled_docx = {}

local paragraphs = {heading = "Heading1", subheading = "Heading2", paragraph = "BodyText"}
local caption_ground = "C6D9F1"   -- as in the official blank
local many = 10                   -- columns of a table from which on what stands in it is small

local function style_of(own, is_small)
  if own.kind == "label" or own.kind == "caption" then return "TableText" end
  return is_small and "TableSmall" or "TableValue"
end

local function table_of(grid)
  local rows = {}
  for y, cells in ipairs(grid.rows) do
    rows[y] = {}
    for i, own in ipairs(cells) do
      rows[y][i] = {
        x = own.x, text = own.text, down = own.down, across = own.across,
        style = style_of(own, grid.columns >= many), shade = own.kind == "caption" and caption_ground or nil}
    end
  end
  return word_body.table(rows, grid_shares(grid, word_package.text_width), grid.head)
end

local function add_block(pieces, block)
  if block.kind == "table" then
    pieces[#pieces + 1] = table_of(block.grid)
    pieces[#pieces + 1] = word_body.paragraph("TableEnd", "")   -- tables that touch would be one
  elseif block.kind == "signature" then
    pieces[#pieces + 1] = word_body.paragraph("BodyText", "")
    for _, line in ipairs(block.lines) do pieces[#pieces + 1] = word_body.paragraph("Signature", line) end
  elseif block.kind == "title" then
    pieces[#pieces + 1] = word_body.title(block.text)
  else
    pieces[#pieces + 1] = word_body.paragraph(paragraphs[block.kind], block.text, block)
  end
end

--- @param form a FilledForm
-- @return bytes; or nil and a code, see `govreport.render.word_package.write`
function filled_docx.render(form)
  local pieces = {}
  for _, block in ipairs(form.blocks) do add_block(pieces, block) end
  return word_package.write(table.concat(pieces), form.title)
end

return filled_docx
