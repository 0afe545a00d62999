--- The reviews of many reports as the files of a folder: `index.html`, a page and a letter for each, `汇总.csv`, a row
-- for each finding, and `round.json`, the first round of the next.
--
-- They come one after the other, so that one report is open at a time.

local file_names = require "govreport.base.file_names"
local letter = require "govreport.check.letter"
local printer = require "govreport.render.printer"
local render = require "govreport.render"
local review = require "govreport.check.review"
local review_row = require "govreport.render.review_row"
local text = require "govreport.render.text"

local review_folder = {}

local Folder = {}
Folder.__index = Folder
Folder.__name = "govreport.ReviewFolder"
function Folder.__tostring() return Folder.__name end
Folder.__metatable = "govreport.ReviewFolder"

local function put(self, path, bytes) table.insert(self.queue, {path, bytes}) end

-- The letter about an entry, where there is something to say; its path.
local function put_letter(self, entry)
  local own = self.options
  local composed = letter.compose(entry.result, {
    lang = self.lang, rounds = entry.rounds, from = own.from, contact = own.contact, deadline = own.deadline,
    date = own.date})
  if composed.count == 0 and #composed.resolved == 0 then return nil end
  local path = self.letter_name(entry.name)
  put(self, path, text.guarded(render.letter_html.render(composed)))
  return path
end

local function put_report(self, entry)
  local composed = review.compose(entry.result, {lang = self.lang, rounds = entry.rounds})
  local row = review_row.of(entry, composed, #self.rows + 1)
  row.page = self.page_name(entry.name)
  put(self, row.page, text.guarded(render.review_page.render(composed, {
    name = entry.name, version = self.options.version, index = "../index.html"})))
  row.letter = put_letter(self, entry)
  self.rows[#self.rows + 1] = row
  table.insert(self.csv, render.review_csv.rows(entry.name, composed))
end

-- A report that was checked, or why it could not be read.
local function take(self, entry)
  self.done = self.done + 1
  table.insert(self.json, self.printer:entry(entry))
  if entry.result then return put_report(self, entry) end
  table.insert(self.unread, {name = entry.name, message = entry.message, code = entry.code})
  table.insert(self.csv, render.review_csv.failure(self.lang, entry))
end

-- What is known of all of them.
local function put_whole(self)
  table.sort(self.rows, review_row.before)
  put(self, "index.html", text.guarded(render.review_index.render{
    lang = self.lang, rows = self.rows, unread = self.unread, missing = self.missing and self.missing(self.rows),
    absent = self.batch:absent(), has_since = self.has_since, version = self.options.version}))
  put(self, "汇总.csv", table.concat(self.csv))
  table.insert(self.json, self.printer:foot())
  put(self, "round.json", table.concat(self.json))
end

--- Iterates over the files, once; the report of which a file tells is closed when the next report is asked for, or the
-- loop ends.
-- @return what a generic `for` takes: the iterator, which gives path and content
function Folder:files()
  local next_entry, _, _, closer = self.batch:entries()
  local is_whole = false
  local function next_file()
    while #self.queue == 0 and not is_whole do
      local entry = next_entry()
      if entry then take(self, entry)
      else
        is_whole = true
        put_whole(self)
      end
    end
    local file = table.remove(self.queue, 1)
    if file then return file[1], file[2] end
  end
  return next_file, nil, nil, closer
end

--- The exit code of the command, after the last file; see `govreport.batch.checked`.
function Folder:exit_code(fail_on) return self.batch:exit_code(fail_on) end

--- @param batch a Batch, none of whose entries was asked for
-- @param options `has_since`, whether the batch has a first round; `missing`, function(list of `{agency, year}`) -> the
-- names of those who have not handed in, nil without a roster; `from`, `contact`, `deadline`, `date` of the letters;
-- `version` of the program
-- @return object with `files()`, `exit_code(fail_on)`, `total`, `done` (how many of the reports were read so far) and
-- `unread`, the list of those that could not be: `{name, message, code}`
function review_folder.new(batch, options)
  local self = setmetatable({
    batch = batch, options = options, lang = batch.lang, missing = options.missing, has_since = options.has_since,
    total = batch.total, done = 0, queue = {}, rows = {}, unread = {},
    page_name = file_names.namer("pages", ".html"), letter_name = file_names.namer("letters", ".html"),
    csv = {render.review_csv.head(batch.lang)}, printer = printer.new(batch, "json", {version = options.version}),
  }, Folder)
  self.json = {self.printer:head()}
  return self
end

return review_folder
