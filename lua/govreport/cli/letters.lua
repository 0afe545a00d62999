--- `check --letter`: one letter for each report, in the file or the folder that was asked for.

local catalogue = require "govreport.base.catalogue"
local letter = require "govreport.check.letter"
local letter_html = require "govreport.render.letter_html"
local letter_md = require "govreport.render.letter_md"
local output = require "govreport.cli.output"

local letters = {}

local Letters = {}
Letters.__index = Letters

local renderers = {md = letter_md, html = letter_html, htm = letter_html}
local folder_ending = ".letter.html"

function Letters.head() return nil end

function Letters.failure() return nil end

function Letters.foot() return nil end

-- Into a folder goes a letter only where there is something to say.
function Letters:file(entry)
  local composed = letter.compose(entry.report, entry.result, entry.rounds, self.terminal.lang)
  if self.namer and composed.count == 0 and #composed.resolved == 0 then return end
  local path = self.path or self.namer(entry.name)
  local ok, problem = output.write(path, self.renderer.render(composed))
  if not ok then self.terminal:fail_output(path, problem) end
end

--- Makes the writer of letters.
-- @param path what `--letter` says: a file that ends in .md, .html or .htm, or a folder
-- @param inputs how many reports there are
-- @return the writer; nil where the path does not fit, which was told then
function letters.new(path, inputs, terminal)
  local function refuse(code, fields)
    fields.path = path
    terminal:complain(catalogue.text(terminal.lang, code, fields), code)
  end
  if output.is_folder(path) then
    local ok, problem = output.make_folder(path)
    if not ok then return refuse("letter.folder", {detail = problem}) end
    local namer = output.namer(path, folder_ending)
    return setmetatable({terminal = terminal, renderer = letter_html, namer = namer}, Letters)
  end
  local renderer = renderers[(path:match("%.([^./]+)$") or ""):lower()]
  if not renderer then return refuse("letter.ending", {}) end
  if inputs > 1 then return refuse("letter.single", {count = inputs}) end
  return setmetatable({terminal = terminal, renderer = renderer, path = path}, Letters)
end

return letters
