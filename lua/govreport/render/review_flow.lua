--- The flow of a report as a small drawing: what came in, what became of it, how it was concluded; each in a column
-- whose blocks are as high as their numbers. Where two columns do not add up to the same, the lower one has a gap.

local words = require "govreport.render.review_words"

local review_flow = {}

local escape = words.escape

-- Units of the drawing.
local width, height, top = 540, 210, 26
local block_width, least_block = 16, 3
local columns = {input = 0, output = 190, results = 360}
local arrow_before = 24
local text_height = 15

local colours = {input = "#4a7fb5", output = "#3f8f6b", results = "#8a74b8"}

local function total_of(list)
  local total = 0
  for _, own in ipairs(list) do total = total + own.value end
  return total
end

-- A label that fits beside its block: the end is cut.
local function short(label)
  local length = utf8.len(label)
  return length <= 10 and label or label:sub(1, utf8.offset(label, 10) - 1) .. "…"
end

-- Where the labels of blocks stand: in the middle of each, and none over the one before.
local function label_places(blocks)
  local last = top - text_height
  for _, own in ipairs(blocks) do
    own.label_y = math.max(own.y + own.height / 2 + 4, last + text_height)
    last = own.label_y
  end
  return last
end

local function add_column(self, name, list, whole)
  local x, y, blocks, total = columns[name], top, {}, total_of(list)
  local scale = self.scale
  for _, own in ipairs(list) do
    if own.value > 0 then
      local size = math.max(least_block, own.value * scale)
      blocks[#blocks + 1] = {y = y, height = size, label = own.label, value = own.value, fill = colours[name]}
      y = y + size + 1
    end
  end
  if total < whole then
    local size = math.max(text_height, (whole - total) * scale)
    blocks[#blocks + 1] = {y = y, height = size, is_gap = true, value = whole - total}
  end
  self.bottom = math.max(self.bottom, label_places(blocks), y)
  local title = words.escaped(self.lang, "flow_" .. name, {total = total})
  self.parts[#self.parts + 1] = ('<text x="%d" y="14" font-weight="bold">%s</text>'):format(x, title)
  for _, own in ipairs(blocks) do
    local style = own.is_gap and 'fill="#fff" stroke="#a8201a" stroke-dasharray="4 3"'
                  or ('fill="%s"'):format(own.fill)
    local text = own.is_gap and words.text(self.lang, "flow_gap", {value = own.value})
                 or words.text(self.lang, "flow_item", {label = short(own.label), value = own.value})
    self.parts[#self.parts + 1] = ('<rect x="%d" y="%.1f" width="%d" height="%.1f" %s/>'):format(
      x, own.y, block_width, own.height, style)
    self.parts[#self.parts + 1] = ('<text x="%d" y="%.1f"%s>%s</text>'):format(
      x + block_width + 5, own.label_y, own.is_gap and ' fill="#a8201a" font-weight="bold"' or "", escape(text))
  end
end

-- An arrow between two columns.
local function add_arrow(self, to)
  local x = columns[to] - arrow_before
  self.parts[#self.parts + 1] = ('<path d="M%d 10h14m-5 -4l5 4l-5 4" fill="none" stroke="#555" stroke-width="1.5"/>')
    :format(x)
end

-- What the drawing says, as sentences.
local function sentences(lang, flow, input, output)
  local list = {}
  if input == output then list[1] = words.text(lang, "flow_closed")
  else
    list[1] = words.text(lang, "flow_unequal", {input = input, output = output, value = math.abs(input - output)})
  end
  local results = flow.results and total_of(flow.results)
  if results and results ~= flow.output[1].value then
    list[2] = words.text(lang, "flow_results_unequal", {
      total = flow.output[1].value, sum = results, value = math.abs(results - flow.output[1].value)})
  end
  return list
end

--- Adds the drawing of a flow to the lines of a page.
-- @param flow see `govreport.check.review.flow`
function review_flow.add(lines, flow, lang)
  local input, output = total_of(flow.input), total_of(flow.output)
  local results = flow.results and total_of(flow.results) or 0
  local highest = math.max(input, output, results, 1)
  local self = {lang = lang, parts = {}, bottom = 0, scale = (height - top - 12) / highest}
  add_column(self, "input", flow.input, math.max(input, output))
  add_arrow(self, "output")
  add_column(self, "output", flow.output, math.max(input, output))
  if flow.results then
    add_arrow(self, "results")
    add_column(self, "results", flow.results, math.max(results, flow.output[1].value))
  end
  local told = escape(table.concat(sentences(lang, flow, input, output)))
  local is_closed = input == output and (not flow.results or results == flow.output[1].value)
  lines[#lines + 1] = ('<svg viewBox="0 0 %d %d" role="img" aria-label="%s" font-size="12" fill="#1b1b1b">'):format(
    width, math.ceil(self.bottom) + 8, told)
  table.move(self.parts, 1, #self.parts, #lines + 1, lines)
  lines[#lines + 1] = "</svg>"
  lines[#lines + 1] = ('<figcaption class="%s">%s</figcaption>'):format(is_closed and "pass" or "fail", told)
end

return review_flow
