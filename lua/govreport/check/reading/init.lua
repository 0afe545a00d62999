--- What may be said of a report by what was read of it. A report lacks something only where its surroundings were read
-- whole and nothing unexplained stands in the gap; everything else is a matter of the reading, and told as a notice.

local headers = require "govreport.check.reading.headers"
local merged = require "govreport.check.reading.merged"
local rows = require "govreport.check.reading.rows"
local survey = require "govreport.check.reading.survey"

local reading = {}

-- So many texts of a table that was read whole are taken for the report's own.
local most_own = 3

-- Whether a table was read without a rest.
local function is_read_whole(self, t)
  local header = self.headers[t.id]
  if #t.unread > 0 or header and header.is_unread then return false end
  for _, row in ipairs(t.rows) do
    if row.state == "lost" or row.state == "cut" then return false end
  end
  return t.present
end

-- Whether a text is no row, and made of no label or piece of one.
local function is_no_label(self, context, stranger)
  return not stranger.is_row and not stranger.piece and not merged.joins(self.survey, context.form, stranger.text)
end

-- Parts the texts that nothing has told of yet: those that the report has beside the form, and those that could not be
-- read.
local function judge_texts(self, context)
  local of_table = {}
  self.own, self.unread = {}, {}
  for _, stranger in ipairs(self.survey.strangers) do
    if stranger.table and not stranger.is_row and not stranger.told then
      of_table[stranger.table] = (of_table[stranger.table] or 0) + 1
    end
  end
  for _, stranger in ipairs(self.survey.strangers) do
    if not stranger.told then
      local t = stranger.table and self.survey.table[stranger.table]
      local own = rows.reads_as_row(self.survey, stranger)
      local is_one_of_few = t and (of_table[t.id] or 0) <= most_own and is_read_whole(self, t)
      if t and own ~= is_one_of_few and is_no_label(self, context, stranger) then own = is_one_of_few end
      table.insert(own and self.own or self.unread, stranger)
    end
  end
end

--- Judges a report.
-- @param context the check's
-- @return `{survey, merged, is_merged, headers, own, unread, cut, mostly_unread}`: see the files of this folder; `own`
-- and `unread` are texts that are no labels: those that the report has beside the form, those that could not be read
function reading.of(context)
  local self = {survey = survey.of(context)}
  self.merged, self.is_merged = merged.cells(self.survey, context)
  rows.judge(self, context)
  headers.judge(self, context)
  judge_texts(self, context)
  return self
end

return reading
