--- What is said in drafts of forms and of them.

return {
  ["new.form_name"] = {
    zh = "“{name}”不能作格式名：只用字母、数字和下划线，以字母开头，如library。",
    en = "'{name}' is no name for a form: letters, digits and underscores, a letter first, like library."},
  ["new.form_taken"] = {zh = "已有名为{name}的格式（{source}），请另取名。",
                        en = "there is a form '{name}' already ({source}); please take another name."},
  ["new.from"] = {zh = "请用--from指定一份样例：govreport new form {name} --from 文件",
                  en = "name an example: govreport new form {name} --from FILE"},
  ["new.not_from"] = {zh = "--from只用于new form。", en = "--from goes with 'new form' alone."},
  ["new.form"] = {
    zh = "已写出{form}和{test}：读出表格{tables}个、部分{sections}个、单元格{right}/{count}。"
         .. "请按文件中的说明修改，然后运行：govreport forms test {test}",
    en = "wrote {form} and {test}: {tables} {tables|table|tables}, {sections} {sections|part|parts}, "
         .. "{right} of {count} cells are read; look "
         .. "through them, then run: govreport forms test {test}"},
  ["new.no_form"] = {zh = "没有名为{form}的格式。", en = "there is no form '{form}'."},
  ["new.no_form_near"] = {zh = "没有名为{form}的格式，是否指{nearest}？",
                          en = "there is no form '{form}'; did you mean '{nearest}'?"},
  ["draft.no_rule"] = {
    zh = "格式{form}的表格没有可以相互比较的两项数值，无法起草规则。",
    en = "no table of the form {form} has two numbers that could be compared: there is nothing to draft a rule of."},
  ["draft.empty"] = {
    zh = "{path}：未找到可辨认的表格或部分标题，无法起草格式。表格须有标签和数值；逐格成行的文本，每个标签后的数值个数须与表头一致。",
    en = "{path}: no table and no numbered parts were found that a form could be drafted from. A table needs labels "
         .. "and values; in text with a cell on each line every label needs as many values as the header has words."},
  ["draft.known"] = {
    zh = "{path}：格式{form}已能读取，且文中几乎没有其以外的标签。如只需改动个别行列或标签，请写扩展该格式的脚本（extends）。",
    en = "{path}: the form {form} reads it, and it has next to no labels but those of that form; to change rows, "
         .. "columns or labels of it, write a form that 'extends' it."},
  ["draft.head"] = {
    zh = "由{from}起草的格式。请逐项核对，删去注释。",
    en = "A form, drafted from {from}. Look through it, and drop the comments."},
  ["draft.head_test"] = {zh = "测试：govreport forms test {test}", en = "Its test: govreport forms test {test}"},
  ["draft.numbers"] = {
    zh = "样例共有数字{count}处：读出{right}处，序号、页码等不计{aside}处，尚无归属{left}处。",
    en = "numbers of the example: {right} of {count} read, {aside} set aside (of lists, pages and the like), {left} "
         .. "without a place yet."},
  ["draft.left_out"] = {
    zh = "表{number}（第{line}行）未列入，其中数字{count}处：{reason}。",
    en = "table {number} (line {line}) is left out, with {count} {count|number|numbers}: {reason}."},
  ["draft.in_part"] = {
    zh = "表{number}（第{line}行）只读出一部分，数字{right}/{count}处：{reason}。",
    en = "table {number} (line {line}) is read in part, {right} of {count} {count|number|numbers}: {reason}."},
  ["draft.not_read"] = {
    zh = "表{number}（第{line}行）：{reason}。", en = "table {number} (line {line}): {reason}."},
  ["draft.reason.two_sided"] = {
    zh = "左右两栏并列，同一表头出现两次，可写成pairs，以各栏名称为分组",
    en = "it is two-sided, the same header stands left and right; write it as 'pairs', below the name of each side"},
  ["draft.reason.open_rows"] = {
    zh = "各行以科目编码列示，行数和内容因单位而异，请按需补列各行",
    en = "its rows are keyed by codes and differ from body to body; add the rows that are wanted"},
  ["draft.reason.same_rows"] = {
    zh = "行标签与表{other}（第{line}行）相同，须以表题区分，请在caption中写明各表表题",
    en = "it has the same rows as table {other} (line {line}); name the 'caption' above each of them"},
  ["draft.reason.no_header"] = {zh = "未辨认出表头", en = "no header was understood"},
  ["draft.reason.no_values"] = {zh = "表中没有数值", en = "there are no values in it"},
  ["draft.reason.no_labels"] = {
    zh = "未辨认出行、列标签", en = "no labels of rows and columns were understood"},
  ["draft.reason.dropped"] = {
    zh = "标签“{label}”重复，不能区分，请补上分组", en = "“{label}” stands more than once; give them groups"},
  ["draft.reason.cells"] = {
    zh = "{address}（原文“{text}”）等单元格未能读出", en = "cells like {address} (“{text}”) are not read"},
  ["draft.reason.numbers"] = {
    zh = "部分数字旁没有可辨认的标签", en = "some of its numbers stand beside no label that was understood"},
  ["draft.years"] = {
    zh = "适用的首个年度；有末年度的写在其后。",
    en = "The first year of the form; behind it the last one, where there is one."},
  ["draft.before"] = {
    zh = "{form}也会认出此类文件，故排在其前。",
    en = "{form} would take such a document too: this form is tried first."},
  ["draft.sections"] = {
    zh = "各部分标题；其他写法列入variants。", en = "The titles of the parts; other wordings go into 'variants'."},
  ["draft.table"] = {
    zh = "样例第{line}行起；读出{right}/{count}格。",
    en = "In line {line} of the example; {right} of {count} cells are read."},
  ["draft.wrong"] = {
    zh = "未读出：{address}，原文“{text}”。",
    en = "Not read: {address}, which is “{text}”."},
  ["draft.dropped"] = {
    zh = "标签“{label}”重复，只列了首个；请补上分组。",
    en = "“{label}” stands more than once, and only the first is here; give them groups."},
  ["draft.flattened"] = {
    zh = "原文逐格成行，空格无从得知；分组和多层表头请对照原表补全。",
    en = "The text has a cell on each line: what was blank is lost; groups and further header rows are to be added."},
  ["draft.ids"] = {
    zh = "row_…、column_…请改为有意义的名称。",
    en = "Give row_… and column_… names that mean something."},
  ["draft.detect"] = {
    zh = "辨认本格式的依据：其他格式没有的标签和词语，至少出现least项；含年度的标签请换掉。",
    en = "What tells this form: labels and words that no other form has, least of them; none should hold a year."},
  ["draft.title"] = {
    zh = "标题中机关和年度之后的文字；可有可无的写在方括号内。",
    en = "What follows body and year in the title; what may be missing stands in square brackets."},
  ["draft.fields"] = {
    zh = "文首文末的要素；其他要素见docs/forms.md。",
    en = "Facts of head and tail; how to add others: docs/forms.md."},
  ["draft.left"] = {
    zh = "样例中还有这些要素；需要的，请改名并在fields中列出，去掉行首的两短横。",
    en = "The example has these facts too: give those that are wanted a name, add it to 'fields', and uncomment them."},
  ["draft.facts_left"] = {
    zh = "未列入的要素{count}项：{labels}。", en = "facts that were seen and left out ({count}): {labels}."},
  ["draft.unsigned"] = {
    zh = "落款机关未认出：第{line}行“{text}”。", en = "who signs was not understood: “{text}” in line {line}."},
  ["draft.test"] = {
    zh = "样例应读出的内容。运行：govreport forms test {test}",
    en = "What must be read from examples. govreport forms test {test} runs it."},
  ["draft.case"] = {zh = "样例", en = "the example"},
  ["forms.tested"] = {
    zh = "格式测试：通过{passed}项，未通过{failed}项，无法运行{broken}个文件。",
    en = "tests of forms: {passed} passed, {failed} failed, {broken} files could not be run."},
}
