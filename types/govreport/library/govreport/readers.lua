---@meta govreport.readers
-- Written by `make docs` from docs/api.lua.

---`local readers = require "govreport.readers"`: readers that many forms need, for their key `readers`. Each fills
---fields that the form names in `fields`; see forms.md.
---@class govreport.readers
---@field dated table Fills `dated`: the month in brackets under the title.
---@field laws table Fills `citations` with the names of laws.
---@field notices table Fills `citations` with the numbers of notices.
---@field period table Fills `period_start` and `period_end` from a period that stands somewhere in the head.
---@field period_clause table Fills them from the sentence that calls it 统计期限.
---@field sign_off table Fills `signatory` and `signed_on`, and ends the last part there.
local readers = {}

---A reader of one field: what a pattern matches, or the first range that it captures.
---@param id string
---@param kind "text"|"date"|"integer"
---@param pattern userdata
---@param scope? string `"head"` where it is left out, or `"tail"`
---@return table
function readers.field(id, kind, pattern, scope) end

---A reader of several fields: those that the pattern names with `grammar.named`. A kind is `"text"`, `"name"`,
---`"date"`, `"integer"`, or a function that makes the value of the text.
---@param kinds table<string, string|fun(text: string): any>
---@param pattern userdata
---@param scope? string `"head"` where it is left out, or `"tail"`
---@return table
function readers.fields(kinds, pattern, scope) end

---Readers for titles with these words, templates of `grammar.expand`: `title` fills `title`, `agency` and `year`;
---`page`, from what the page says of itself, these where the text lacks them, `published_on` and `publisher`;
---`elsewhere`, where no title has them, the body from the sign-off, the publisher or the preface, the year from the
---period or the preface; `metadata(labels)` the lines and tables of facts in the head.
---@param ... string
---@return table
function readers.titled(...) end

return readers
