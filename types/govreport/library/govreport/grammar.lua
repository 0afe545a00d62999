---@meta govreport.grammar
-- Written by `make docs` from docs/api.lua.

---`local grammar = require "govreport.grammar"`: LPeg patterns and functions for what forms and rules look for on the
---tape. A pattern stands with a sample of what it matches; patterns capture nothing unless it is said.
---@class govreport.grammar
---@field mark userdata the end of a line or cell
---@field block userdata in front of a table or a fact about the page
---@field eol userdata the end of a line or cell, not taken
---@field between userdata spaces, the ends of cells and lines
---@field soft userdata a line that goes on, or nothing
---@field rest userdata up to the end of the line
---@field digit userdata 7
---@field han userdata 件
---@field bullet userdata ●
---@field dash userdata —
---@field gap userdata in a label: spaces, commas, nothing
---@field numeral userdata 十二
---@field number userdata 2020
---@field enumerator userdata Ordinals in front of headings and labels. Each captures nothing.
---@field ordinal userdata Any of the enumerators but the last, where spaces and line ends may follow.
---A whole number in digits or Chinese numerals, as a range. `grammar.count` captures the place of "十二" in
---"十二件"
---@field count userdata
---@field han_year userdata 二〇二〇
---@field printed_year userdata 二○二四
---@field year4 userdata 2020
---@field day userdata 2021年1月25日; 2021-01-25; 二〇二一年一月二十五日
---@field month userdata 2021年1月
---@field time userdata 15:52
---@field date userdata 2021-01-25 15:52
---@field english_day userdata 12 March 2024; March 12, 2024
---@field plain_value userdata What most cells hold.
---What stands in a cell: a number with what belongs to it, or a word for none; up to the end of the line.
---107362800元
---@field value userdata
---@field oddity userdata What may be a cell that went wrong, where a row still lacks one. 1O
---@field unit userdata A unit, as it stands in a column of units. 人次
---A number as sentences state it, with its unit; none of which only the beginning can be read. 1,204件
---@field stated userdata
---@field box userdata The box of an option, ticked or not. ☑
---The numbers that pages and their tools print between the lines. — 4 —; 第3页 共5页; Page 8 of 20; P. 8
---@field page_number userdata
---The same in a line of other text, with the spaces around it; and the characters with which that begins.
---@field page_mark_begins userdata
---@field page_mark userdata - 3 -
local grammar = {}

---A pattern for one of the characters of a text. `grammar.one_of "一二三"` takes "二" of "二是"
---@param text any
---@return any
function grammar.one_of(text) end

---Runs a pattern and charges its subject to the meter: LPeg's work does not show in the core's counter.
---@param pattern userdata
---@param subject string
---@param meter {steps: integer} table with the number `steps`
---@param init? integer
---@return any
function grammar.match(pattern, subject, meter, init) end

---The characters of a label that count: without gaps and with width folded. `"1.危及“三安全一稳定”"`
---gives `"1危及三安全一稳定"`; `strip_ordinal` drops the ordinal first.
---@param text string
---@param strip_ordinal? boolean
---@return string
function grammar.skeleton(text, strip_ordinal) end

---The tape form of one line of text.
---@param text string
---@return string
function grammar.fold(text) end

---A text without its marks: what stood on several lines stands on one.
---@param text string
---@return string
function grammar.clean(text) end

---The year at the beginning of a text, in digits or as `grammar.printed_year`; nil where there is none.
---@param text any
---@return any
function grammar.year_value(text) end

---The ISO form of a date on the tape, in Chinese, in digits or in English; nil where it is none.
---@param text string
---@return string?
function grammar.date_value(text) end

---An amount of money in yuan from its digits and 万 or nothing.
---@param digits_text string
---@param scale string
---@return integer|govreport.Decimal
function grammar.amount(digits_text, scale) end

---The ordinal in front of a label as the form prints it, "" where it has none; in tape form.
---@param text string
---@return string
function grammar.ordinal_of(text) end

---What kind of ordinal it is, with its number: `(二)` gives "section2"; false where there is none.
---@param ordinal string
---@return string|false
function grammar.ordinal_class(ordinal) end

---The number in an ordinal: `(二)` gives 2, `3.` gives 3; nil where there is none.
---@param ordinal string
---@return integer?
function grammar.number_of(ordinal) end

---What is wrong with the brackets and braces of a template; nil where they are right.
---@param template string
---@return string?
function grammar.template_fault(template) end

---Expands `[a]` (there or not) and `{a|b}` (one of them) to all the texts that it stands for. No nesting.
---`"存在的[主要]问题{和|及}改进"` gives four texts. The first is the one with all options there.
---@param template string
---@return string[]
function grammar.expand(template) end

---A pattern that matches the longest of many labels up to the end of its line, and captures the label's value. Labels
---as they are printed in full on one line are found without looking for gaps.
---@param labels table<string, any> map from skeleton to value
---@param printed table<string, any> map from the label's tape form without ordinal to value
---@return userdata
function grammar.labels(labels, printed) end

---A pattern for the longest of many labels, whatever follows; captures the label's value.
---@param labels table<string, any> map from skeleton to value
---@param bare? boolean nothing behind the label is taken
---@return userdata
function grammar.inline_labels(labels, bare) end

---A pattern for any wording of some templates of `grammar.expand`, the longest that fits; gaps and line ends between
---the characters do not matter. Captures nothing.
---@param ... string
---@return userdata
function grammar.phrase(...) end

---The characters with which begins where one of some words may stand that are looked for with gaps.
---@param words any map from skeleton to anything
---@return any
function grammar.first_of(words) end

---The characters with which begins what `grammar.phrase` takes.
---@param ... any
---@return any
function grammar.begins(...) end

---A pattern for the longest of many words, exactly as written. Captures nothing.
---@param list string[]
---@return userdata
function grammar.words(list) end

---What is none of some characters, at one look at each byte. A pattern that looks closely at each character is slow:
---in front of it this takes what it would take in any case. `grammar.others "第"` takes "共" of "共第3页"
---@param characters any
---@param stop any a set of bytes that are not taken either, as a pattern; nil for none
---@return any
function grammar.others(characters, stop) end

---A pattern for the longest of many words, exactly as written.
---`accept`: function(value) -> what stands in the pattern where a word with that value ends
---@param words table<string, any> map from word to value
---@param accept fun(value: any): userdata
---@return userdata
function grammar.lexicon(words, accept) end

---A pattern's place as a range `{start, stop}`, the end one past.
---@param pattern userdata
---@return userdata
function grammar.range(pattern) end

---A pattern's place under the name of a field, for `readers.fields`. `grammar.named("phone", grammar.number)`
---@param id string
---@param pattern userdata
---@return userdata
function grammar.named(id, pattern) end

---What stands before a pattern on its line; takes nothing of it. Captures nothing. `grammar.up_to(grammar.digit)`
---takes "共收到" of "共收到12件"
---@param pattern userdata
---@return userdata
function grammar.up_to(pattern) end

---Goes on to where a pattern matches, on whatever line, and matches it. `grammar.first(grammar.date)` takes
---"于2021年1月25日" of "于2021年1月25日公布"
---@param pattern userdata
---@return userdata
function grammar.first(pattern) end

---A label on its line or in its cell, with an ordinal, a bullet or brackets in front and a colon behind or not.
---`grammar.label "联系电话"` takes "1.联系电话:" of "1.联系电话:0318-1234567"
---@param ... string
---@return userdata
function grammar.label(...) end

---The rest of a cell or line as a range; with a pattern only where that is all of it. `grammar.cell()` captures the
---place of "12件" in front of the end of the cell
---@param pattern? userdata
---@return userdata
function grammar.cell(pattern) end

---A label and what stands behind it, on the line or in the next cell, as a range. It takes the rest of the line, and
---is `open`: a reader ends the value where the next label begins, as far as that shows in the source. `grammar.pair
---"联系电话"` captures the place of "0318-1234567" in "联系电话:0318-1234567"
---@param ... string
---@return userdata
function grammar.pair(...) end

---A heading: an ordinal or none, one of some titles, the end of the line. Captures nothing. `grammar.heading
---"[存在的]主要问题"` takes "五、主要问题"
---@param ... string
---@return userdata
function grammar.heading(...) end

---Reads `label: value` pairs, several on a line, behind a bullet or not, or in cells next to each other. Gives a list
---of `{id, start, stop}` of values.
---@param labels table<string, string[]> map from field id to a list of labels
---@return userdata
function grammar.metadata(labels) end

---Reads titles that name a body and a year: 云岭市水务局2016年政府信息公开情况统计表, with the year
---in front or in brackets behind, or without either; with a year on up to three lines, else on one. Gives a list of
---`{id, start, stop}` with the ids `title`, `agency` and `year`.
---@param ... string
---@return userdata
function grammar.titles(...) end

---What fills a cell of a table, for the key `grammar` of the table: captures `{row, column, start, stop}`.
---`"自然人" * grammar.fill("received", "persons")` captures the place of "31件" in "自然人31件"
---@param row string the id of the row
---@param column? string the id of the column; the only one where it is left out
---@param pattern? userdata what the value is; `grammar.stated` where it is left out
---@return userdata
function grammar.fill(row, column, pattern) end

---A pattern that is looked for everywhere in a text, and captures a list of `{from, list, to}`: where it was found,
---and what it captured there.
---@param pattern userdata
---@return userdata
function grammar.everywhere(pattern) end

---A name without the page numbers that came into it.
---@param text any
---@return any
function grammar.without_page_marks(text) end

return grammar
