--- What `govreport trace` says: which form, which parts, tables, fields and numbers, and what was nearest to those that
-- were not found.

return {
  ["trace.group.form"] = {zh = "格式", en = "form"},
  ["trace.group.page"] = {zh = "正文", en = "article"},
  ["trace.group.parts"] = {zh = "部分", en = "parts"},
  ["trace.group.tables"] = {zh = "表格", en = "tables"},
  ["trace.group.fields"] = {zh = "要素", en = "fields"},
  ["trace.group.numbers"] = {zh = "数字", en = "numbers"},
  ["trace.group.cells"] = {zh = "单元格", en = "cells"},
  ["trace.near_label"] = {
    zh = "最接近“{nearest}”，相差{differences}字：{difference}",
    en = "nearest: “{nearest}” (characters that differ: {differences}): {difference}"},
  ["trace.near_text"] = {
    zh = "最接近的是{at}“{text}”，相差{differences}字：{difference}",
    en = "nearest: {at} “{text}” (characters that differ: {differences}): {difference}"},
  ["trace.near_none"] = {zh = "正文中没有相近的文字", en = "nothing in the article is near to it"},
  ["trace.near_same"] = {
    zh = "{at}“{text}”与此相同，但不在应在的位置", en = "{at} “{text}” is the same, but not where it should be"},
  ["trace.near_label_same"] = {
    zh = "与“{nearest}”的一种写法相同，但前后文字不符",
    en = "the same as one wording of “{nearest}”, but not where it can be that"},
  ["trace.declared_at"] = {zh = "格式脚本：{script}", en = "declared in {script}"},
  ["trace.nothing"] = {zh = "没有要说明的。", en = "nothing to tell."},
  ["trace.kind.form"] = {zh = "格式", en = "form"},
  ["trace.kind.table"] = {zh = "表格", en = "table"},
  ["trace.kind.section"] = {zh = "部分", en = "part"},
  ["trace.kind.cell"] = {zh = "单元格", en = "cell"},
  ["trace.unknown"] = {
    zh = "没有{kind}“{id}”。", en = "there is no {kind} '{id}'."},
  ["trace.unknown_near"] = {
    zh = "没有{kind}“{id}”，是否指“{nearest}”？", en = "there is no {kind} '{id}'; did you mean '{nearest}'?"},

  ["trace.form_detected"] = {
    zh = "{form}：见到特有用语{own}/{own_count}个、部分{parts}/{part_count}个、表格用语{labels}/{label_count}个",
    en = "{form}: {own} of {own_count} labels of its own, {parts} of {part_count} parts, {labels} of {label_count} "
         .. "words of tables"},
  ["trace.form_wanted"] = {
    zh = "{form}（指定）：见到特有用语{own}/{own_count}个、部分{parts}/{part_count}个、表格用语{labels}/{label_count}个",
    en = "{form}, as asked for: {own} of {own_count} labels of its own, {parts} of {part_count} parts, {labels} of "
         .. "{label_count} words of tables"},
  ["trace.form_nearest"] = {
    zh = "没有适用的格式；以下按最接近的{form}读取：见到特有用语{own}/{own_count}个、部分{parts}/{part_count}个、"
         .. "表格用语{labels}/{label_count}个",
    en = "no form fits; what follows is read by the nearest, {form}: {own} of {own_count} labels of its own, {parts} "
         .. "of {part_count} parts, {labels} of {label_count} words of tables"},
  ["trace.form_none"] = {
    zh = "没有适用的格式：文中没有任何已知格式的部分标题或表格用语",
    en = "no form fits: no title of a part and no word of a table of any known form stands in it"},
  ["trace.form_candidate_too_few"] = {
    zh = "{form}：特有用语{own}/{own_count}、部分{parts}/{part_count}；不足以认定",
    en = "{form}: {own} of {own_count} labels of its own, "
         .. "{parts} of {part_count} parts; too few"},
  ["trace.form_candidate_fewer"] = {
    zh = "{form}：特有用语{own}/{own_count}、部分{parts}/{part_count}；少于{other}",
    en = "{form}: {own} of {own_count} labels of its own, "
         .. "{parts} of {part_count} parts; less than of {other}"},
  ["trace.form_candidate_year"] = {
    zh = "{form}：特有用语{own}/{own_count}、部分{parts}/{part_count}；与{other}一样多，但年度属于后者",
    en = "{form}: {own} of {own_count} labels of its own, "
         .. "{parts} of {part_count} parts; as much as of {other}, which is for this year"},
  ["trace.form_candidate_later"] = {
    zh = "{form}：特有用语{own}/{own_count}、部分{parts}/{part_count}；与{other}一样多，排在其后",
    en = "{form}: {own} of {own_count} labels of its own, "
         .. "{parts} of {part_count} parts; as much as of {other}, which is tried first"},
  ["trace.form_candidate_chosen"] = {
    zh = "{form}：特有用语{own}/{own_count}、部分{parts}/{part_count}；本应选用",
    en = "{form}: {own} of {own_count} labels of its own, "
         .. "{parts} of {part_count} parts; would have been chosen"},
  ["trace.form_candidate_no_sign"] = {
    zh = "{form}：文中没有其特有的用语或部分标题", en = "{form}: none of its labels, words or titles is in the text"},
  ["trace.form_candidate_certain"] = {
    zh = "{form}：另一格式已可确定，未查", en = "{form}: another form was certain before"},
  ["trace.line_near"] = {zh = "“{text}”与{form}的用语接近", en = "“{text}” is near to a label of {form}"},

  ["trace.article_whole"] = {zh = "{first}至{last}，全文都是报告", en = "{first} to {last}: the whole text"},
  ["trace.article_division"] = {
    zh = "{first}至{last}：页面中包含全部已见部分的最小区块",
    en = "{first} to {last}: the smallest division of the page that has all parts found"},
  ["trace.article_to_footer"] = {
    zh = "{first}至{last}：从包含全部已见部分的最小区块起，到页脚“{footer}”止",
    en = "{first} to {last}: the smallest division that has all parts found, up to the footer “{footer}”"},
  ["trace.article_unknown"] = {
    zh = "没有见到任何部分，全文（{first}至{last}）都当作正文",
    en = "no part was found, so the whole text counts, {first} to {last}"},

  ["trace.parts_summary"] = {zh = "{count}个中找到{found}个", en = "{found} of {count} found"},
  ["trace.part_found"] = {zh = "“{title}”", en = "“{title}”"},
  ["trace.part_variant"] = {zh = "“{title}”，写作“{text}”", en = "“{title}”, worded “{text}”"},
  ["trace.part_misprint"] = {zh = "“{title}”，误作“{text}”", en = "“{title}”, misprinted “{text}”"},
  ["trace.part_by_number"] = {
    zh = "“{text}”按序号和位置当作“{title}”", en = "“{text}” was taken for “{title}” by its number and place"},
  ["trace.part_missing"] = {zh = "没有找到“{title}”", en = "“{title}” was not found"},
  ["trace.part_again_contents"] = {
    zh = "“{text}”也是“{title}”的标题，在目录中，不用", en = "“{text}” has the title “{title}” as well, in a table of contents"},
  ["trace.part_again_unmarked"] = {
    zh = "“{text}”也是“{title}”的标题，另有带序号的，不用",
    en = "“{text}” has the title “{title}” as well; a numbered line was preferred"},
  ["trace.part_again_listed"] = {
    zh = "“{text}”也是“{title}”的标题，与其他部分中的小标题连号，不用",
    en = "“{text}” has the title “{title}” as well, in the list of another part"},
  ["trace.part_again_otherwise"] = {
    zh = "“{text}”也是“{title}”的标题，序号与各部分不同类，不用",
    en = "“{text}” has the title “{title}” as well; one numbered as the other parts are was preferred"},
  ["trace.part_again_unnumbered"] = {
    zh = "“{text}”是“{title}”的标题，但序号和位置都不符，不用",
    en = "“{text}” has the title “{title}”, but neither the number nor the place of that part"},
  ["trace.part_again_shorter"] = {
    zh = "“{text}”也是“{title}”的标题，另有内容更多的，不用",
    en = "“{text}” has the title “{title}” as well; one with more text below was preferred"},
  ["trace.heading_unknown"] = {
    zh = "“{text}”的序号像一个部分，但不是本格式的部分", en = "“{text}” is numbered like a part, but is none of the form"},

  ["trace.tables_summary"] = {zh = "{count}个中读全{complete}个", en = "{complete} of {count} read in full"},
  ["trace.grid_read"] = {
    zh = "页面表格（{cells}格，{labels}个已知用语）用于{tables}",
    en = "a table of the page ({cells} cells, {labels} known labels) was read as {tables}"},
  ["trace.grid_unread"] = {
    zh = "页面表格（{cells}格，{labels}个已知用语）没有一行能归入本格式的表格",
    en = "a table of the page ({cells} cells, {labels} known labels): none of its rows belongs to a table of the form"},
  ["trace.table_read"] = {zh = "{table}：{wanted}行全部读到", en = "{table}: read in full (rows: {wanted})"},
  ["trace.table_read_filled"] = {
    zh = "{table}：{wanted}行全部读到，其中{filled}行的行名与数值分离，按前后文字对应归入",
    en = "{table}: read in full (rows: {wanted}); labels and values of {filled} came apart and were matched by what "
         .. "stands beside them"},
  ["trace.table_read_narrow"] = {
    zh = "{table}：{wanted}行都读到，但没有其中{missing}列",
    en = "{table}: rows read: {wanted} of {wanted}; columns missing: {missing}"},
  ["trace.table_until"] = {
    zh = "{table}：{wanted}行中读到{got}行；到“{before}”为止都读到，首个没有读到的是“{first}”",
    en = "{table}: rows read: {got} of {wanted}; the first that was not is “{first}”, after “{before}”"},
  ["trace.table_from_start"] = {
    zh = "{table}：{wanted}行中读到{got}行；首行“{first}”就没有读到",
    en = "{table}: rows read: {got} of {wanted}; already the first, “{first}”, was not"},
  ["trace.table_line_lost"] = {
    zh = "{table}：表头已见，数值一行没有读到", en = "{table}: its header was found, its line of values was not read"},
  ["trace.table_absent"] = {
    zh = "{table}：没有找到；{count}个行名、列名中见到{seen}个，首个没有见到的是“{first}”",
    en = "{table}: not found; {seen} of {count} labels were seen, the first that was not is “{first}”"},
  ["trace.table_unread"] = {
    zh = "{table}：{count}个行名、列名都已见到，但没有一行数值能归入",
    en = "{table}: all {count} labels were seen, but no row of values belongs to it"},
  ["trace.columns_read"] = {zh = "{by_label}列都按列名确定", en = "columns: {by_label}, all told by their labels"},
  ["trace.columns_inferred"] = {
    zh = "{by_label}列按列名确定，{inferred}列按格式的次序推定：{names}",
    en = "columns: {by_label} told by their labels, {inferred} by the order of the form: {names}"},
  ["trace.columns_missing"] = {
    zh = "{by_label}列按列名确定，{inferred}列按次序推定，没有{missing}列：{names}",
    en = "columns: {by_label} told by their labels, {inferred} by the order of the form, {missing} missing: {names}"},
  ["trace.row_read_grid"] = {
    zh = "“{label}”行，在页面表格中：同行有{values}格",
    en = "row “{label}”, in a table of the page; cells beside its label: {values}"},
  ["trace.row_read_text"] = {
    zh = "“{label}”行，在文字中：行名后有{values}个数",
    en = "row “{label}”, in the text; values behind its label: {values}"},
  ["trace.row_read_grammar"] = {
    zh = "“{label}”行，按表格自带的句式（grammar）读取", en = "row “{label}”, by the table's grammar"},
  ["trace.grammar_read"] = {
    zh = "按表格自带的句式（grammar）读到{cells}格，句式出现{matches}次",
    en = "the table's grammar read cells: {cells}; it was found {matches} time(s)"},
  ["trace.grammar_idle"] = {
    zh = "表格自带的句式（grammar）出现{matches}次，没有填入任何一格",
    en = "the table's grammar was found {matches} time(s) and filled no cell"},
  ["trace.grammar_unmatched"] = {
    zh = "表格自带的句式（grammar）没有出现", en = "the table's grammar was not found"},
  ["trace.grammar_without_part"] = {
    zh = "表格所在的部分没有找到，其句式（grammar）未用", en = "the table's part was not found, its grammar not looked for"},
  ["trace.grammar_left_capture"] = {
    zh = "句式（grammar）取到的不是“行、列、起、止”；可用grammar.fill",
    en = "what the grammar captured is no row, column, start and stop; grammar.fill makes one"},
  ["trace.grammar_left_row"] = {
    zh = "句式（grammar）所说的行“{id}”不在表中{hint}",
    en = "the grammar names a row “{id}”, which the table lacks{hint}"},
  ["trace.grammar_left_column"] = {
    zh = "句式（grammar）所说的列“{id}”不在表中{hint}",
    en = "the grammar names a column “{id}”, which the table lacks{hint}"},
  ["trace.grammar_left_value"] = {
    zh = "句式（grammar）取到的“{text}”不是这一格的值，或只是一个数的一部分",
    en = "“{text}”, which the grammar captured, is no value of its cell, or part of a number"},
  ["trace.grammar_left_filled"] = {
    zh = "句式（grammar）取到的“{text}”与按行名、列名读到的值不同；以后者为准",
    en = "“{text}”, which the grammar captured, is not what was read by the labels; that counts"},
  ["trace.grammar_left_values"] = {
    zh = "句式（grammar）给同一格取到不同的值，都不填入：“{text}”",
    en = "the grammar gives one cell several values, none is taken: “{text}”"},
  ["trace.grammar_left_shared"] = {
    zh = "“{text}”可归入两格，未填入", en = "“{text}” could fill two cells and fills neither"},
  ["trace.row_lost"] = {zh = "“{label}”行：见到行名，数值不能归入", en = "row “{label}”: found, but not its values"},
  ["trace.row_missing"] = {zh = "没有见到“{label}”行", en = "row “{label}” was not found"},
  ["trace.row_without_values"] = {
    zh = "“{label}”在此，但不在表格中，或后面没有数值", en = "“{label}” stands here, but in no table or without values"},
  ["trace.rows_unseen"] = {
    zh = "没有见到、也没有相近文字的有{count}行：{labels}", en = "rows like which nothing was found ({count}): {labels}"},
  ["trace.rows_unseen_many"] = {
    zh = "没有见到、也没有相近文字的有{count}行：{labels}等",
    en = "rows like which nothing was found ({count}): {labels}, …"},
  ["trace.rows_repeated"] = {
    zh = "{count}行再次出现，数值相同", en = "rows that come again with the same values: {count}"},
  ["trace.row_short"] = {
    zh = "“{label}”行只有{got}个数值，应有{wanted}个；无法判断缺的是哪一格，整行不读",
    en = "row “{label}” has {got} values, not {wanted}; which one is missing cannot be told, so none is read"},
  ["trace.row_long"] = {
    zh = "“{label}”行有{got}个数值，应有{wanted}个；无法判断多的是哪一格，整行不读",
    en = "row “{label}” has {got} values, not {wanted}; which one is too much cannot be told, so none is read"},
  ["trace.row_conflict"] = {
    zh = "“{label}”行再次出现，数值不同；以先出现的为准", en = "row “{label}” comes again with other values; the first counts"},
  ["trace.row_repeated"] = {zh = "“{label}”行再次出现，数值相同", en = "row “{label}” comes again with the same values"},
  ["trace.row_inferred"] = {
    zh = "“{label}”行的数值与行名分离，按前后各行的位置归入",
    en = "row “{label}”: its values stood apart from its label and were placed between the rows around"},
  ["trace.row_aligned"] = {
    zh = "“{label}”行：行名{letters}字中对上{matched}字，归入{values}个数{other}",
    en = "row “{label}”: characters of its label found: {matched} of {letters}, values: {values}{other}"},
  ["trace.row_apart"] = {
    zh = "“{label}”行：行名（{letters}字中对上{matched}字）与数值分离，{values}个数{between}{other}",
    en = "row “{label}”: its label (characters found: {matched} of {letters}) stands apart from its values ({values}), "
         .. "which are {between}{other}"},
  ["trace.row_placed"] = {
    zh = "“{label}”行：数值前没有行名，{values}个数{between}{other}",
    en = "row “{label}”: no label in front of its values ({values}), {between}{other}"},
  ["trace.row_refused"] = {
    zh = "“{label}”行未读：{why}（行名{letters}字中对上{matched}字，有{values}个数{other}）",
    en = "row “{label}” was not read: {why} (characters of its label found: {matched} of {letters}, values: "
         .. "{values}{other})"},
  ["trace.other_none"] = {zh = "；没有另一读法", en = "; there is no other reading"},
  ["trace.other_row"] = {
    zh = "；另一读法是归入“{label}”行，相差{margin}",
    en = "; the runner-up gives a value to row “{label}”, {margin} behind"},
  ["trace.other_value"] = {
    zh = "；另一读法是本行改取邻近的数，相差{margin}",
    en = "; the runner-up takes another value for this row, {margin} behind"},
  ["trace.place_between"] = {zh = "位于“{before}”行与“{after}”行之间", en = "between “{before}” and “{after}”"},
  ["trace.place_behind"] = {zh = "位于“{before}”行之后", en = "behind “{before}”"},
  ["trace.place_before"] = {zh = "位于“{after}”行之前", en = "in front of “{after}”"},
  ["trace.place_alone"] = {zh = "按各行的次序归入", en = "taken in the order of the rows"},
  ["trace.refused_short"] = {
    zh = "应有{wanted}个数，只有{values}个", en = "it has {values} values, not {wanted}"},
  ["trace.refused_leftover"] = {
    zh = "数值前后有不能归入任何一行的数，不能确定哪些属于本行",
    en = "a number is left over beside its values, so which of them are its own cannot be told"},
  ["trace.refused_neighbour"] = {
    zh = "相邻的行数值不全，不能确定各数属于哪一行",
    en = "a row beside it lacks values, so which values are whose cannot be told"},
  ["trace.refused_contradicted"] = {
    zh = "数值旁边的行名与此不符", en = "a label beside its values says otherwise"},
  ["trace.refused_torn"] = {
    zh = "数值中间夹有文字", en = "text stands among its values"},
  ["trace.refused_strange"] = {
    zh = "数值前有本格式没有的文字，可能是另一行的行名",
    en = "in front of its values stands text that the form does not have, which may be the label of another row"},
  ["trace.refused_margin"] = {
    zh = "有另一种读法同样说得通，不能确定", en = "another reading is as good"},
  ["trace.refused_blank_end"] = {
    zh = "首格或末格是空格，可能另一端缺了一格", en = "its first or last cell is empty: one at the other end may be lost"},
  ["trace.refused_columns"] = {
    zh = "各数既可按行读，也可按列读，不能确定", en = "the values may be read by rows as well as by columns"},
  ["trace.refused_lines"] = {
    zh = "数值既不在同一行，也不是每项一行", en = "the values stand neither on one line nor on a line for each entry"},
  ["trace.refused_header"] = {
    zh = "表头不能说明各数属于哪一列", en = "the header does not tell which value belongs to which column"},
  ["trace.row_unknown"] = {
    zh = "“{text}”后面有数值，但不是本格式的行名", en = "“{text}” has values behind it, but is no row of the form"},
  ["trace.row_unknown_foreign"] = {
    zh = "“{text}”后面有数值，但它是{form}的“{label}”", en = "“{text}” has values behind it, but is “{label}” of {form}"},
  ["trace.label_unknown"] = {zh = "“{text}”不是本格式的行名或列名", en = "“{text}” is no label of the form"},
  ["trace.label_unknown_foreign"] = {
    zh = "“{text}”不是本格式的用语，而是{form}的“{label}”", en = "“{text}” is no label of the form, but “{label}” of {form}"},
  ["trace.label_misprint"] = {zh = "“{text}”当作“{label}”", en = "“{text}” was read as “{label}”"},
  ["trace.columns_unknown"] = {
    zh = "表头的列名与格式不一致，无法确定各数值属于哪一列，整行不读",
    en = "the header does not tell which value belongs to which column: no row is read by it"},
  ["trace.columns_permuted"] = {
    zh = "表头的列名次序与格式不同，同名的各列无法分辨，整行不读",
    en = "the header has an order of its own, and words that stand for several columns: no row is read by it"},
  ["trace.header_missing"] = {
    zh = "表头没有一个已知的列名，各列按格式的次序推定", en = "no column is named; values are taken in the form's order"},
  ["trace.column_missing"] = {zh = "表头没有“{label}”", en = "“{label}” is not in the header"},
  ["trace.caption_missing"] = {zh = "没有见到表名“{label}”", en = "the caption “{label}” was not found"},
  ["trace.table_misplaced"] = {zh = "表格不在它应在的部分", en = "the table stands outside of its part"},

  ["trace.fields_found"] = {zh = "{count}项全部找到", en = "all {count} found"},
  ["trace.fields_missing"] = {
    zh = "{count}项中找到{found}项；没有找到：{missing}", en = "{found} of {count} found; not found: {missing}"},
  ["trace.field_found"] = {zh = "{name}：{text}", en = "{name}: {text}"},
  ["trace.field_overruled"] = {
    zh = "{name}：{text}；先已在{at}读到，以那里的为准", en = "{name}: {text}; it was read before at {at}, which counts"},
  ["trace.field_ignored"] = {zh = "“{text}”读到但不用（{why}）", en = "“{text}” was read and set aside ({why})"},
  ["trace.field_missing"] = {zh = "没有找到{name}", en = "{name} was not found"},
  ["trace.field_missing_sign_off"] = {
    zh = "没有找到{name}：末尾没有以日期结尾的行，也没有单独成行的机关名称",
    en = "{name} was not found: no line at the end ends with a date, and none is a body's name alone"},
  ["trace.field_missing_name"] = {
    zh = "没有找到{name}：日期前的“{text}”不以机关的通称结尾，也不是标题中的机关",
    en = "{name} was not found: “{text}” in front of the date ends in no word for a body, nor is it that of the title"},
  ["trace.field_missing_last"] = {
    zh = "没有找到{name}：末行“{text}”不是标题中的机关，也没有日期",
    en = "{name} was not found: the last line, “{text}”, is not the body of the title, and no date follows"},
  ["trace.field_missing_date"] = {
    zh = "没有找到{name}：末行“{text}”之后没有日期", en = "{name} was not found: no date stands behind the last line, “{text}”"},
  ["trace.field_missing_title"] = {
    zh = "没有找到{name}：“{text}”的用语与readers.titled所列不同",
    en = "{name} was not found: “{text}” has other words than readers.titled"},
  ["trace.field_unreadable"] = {zh = "{name}：“{text}”无法识别", en = "{name}: “{text}” cannot be read"},

  ["trace.numbers_accounted"] = {zh = "{count}个都有归属", en = "all {count} are accounted for"},
  ["trace.numbers_left"] = {
    zh = "{count}个有归属，{left}个没有", en = "{count} are accounted for, {left} are not"},
  ["trace.deviations_further"] = {
    zh = "此类情况另有{count}处，首处在此，不再逐一列出",
    en = "{count} more of this kind, the first of them here, {count|is|are} not listed one by one"},
  ["trace.numbers_further"] = {
    zh = "自“{text}”起另有{count}个没有归属，不再逐一列出",
    en = "from “{text}” on {count} more {count|is|are} not accounted for, and not listed one by one"},
  ["trace.number_in_lost_row"] = {
    zh = "“{text}”在没有读的“{label}”行中", en = "“{text}” stands in the row “{label}”, which was not read"},
  ["trace.number_beside_unknown"] = {
    zh = "“{text}”在{at}“{beside}”之后，它不是本格式的行名",
    en = "“{text}” stands behind {at} “{beside}”, which is no row of the form"},
  ["trace.number_in_unknown"] = {
    zh = "“{text}”在“{beside}”中，它不是本格式的行名",
    en = "“{text}” stands in “{beside}”, which is no row of the form"},
  ["trace.number_without_label"] = {zh = "“{text}”前面没有行名", en = "“{text}” has no row's label before it"},
  ["trace.number_in_no_column"] = {
    zh = "“{text}”在“{label}”行中，但上方没有已知的列名",
    en = "“{text}” stands in the row “{label}”, but below no known column"},
  ["trace.number_in_other_table"] = {
    zh = "“{text}”所在的页面表格不属于本格式", en = "“{text}” stands in a table of the page that is none of the form's"},
  ["trace.number_in_header"] = {zh = "“{text}”在表头中", en = "“{text}” stands in the header of a table"},
  ["trace.number_in_label"] = {zh = "“{text}”在行名、列名或标题中", en = "“{text}” stands in a label or a heading"},
  ["trace.number_in_sentence"] = {
    zh = "“{text}”在文字中，不是已知的数量、日期或编号",
    en = "“{text}” stands in the text and is no quantity, date or number of a kind that is known"},

  ["trace.cells_summary"] = {zh = "{count}格中读到{read}格", en = "{read} of {count} read"},
  ["trace.cells_inferred"] = {
    zh = "{count}格中读到{read}格，其中{inferred}格的列或行是推定的",
    en = "{read} of {count} read; row or column inferred: {inferred}"},
  ["trace.cell_labels"] = {zh = "按行名和列名", en = "by the labels of its row and its column"},
  ["trace.cell_order"] = {zh = "按行名，再按表头次序", en = "by the label of its row and the order of the header"},
  ["trace.cell_inferred"] = {zh = "按行名，再按格式的次序推定", en = "by the label of its row and the form's order"},
  ["trace.cell_aligned"] = {
    zh = "行名与数值分离，按行名归入，再按格式的次序", en = "by the label of its row, which stood apart, and the form's order"},
  ["trace.cell_placed"] = {
    zh = "数值前没有行名，按前后各行的位置归入，再按格式的次序", en = "by its place between rows, and the form's order"},
  ["trace.cell_grammar"] = {zh = "按表格自带的句式（grammar）", en = "by the table's grammar"},
  ["trace.cell_unstated"] = {zh = "句式中没有说到", en = "the sentence does not state it"},
  ["trace.cell_lost"] = {zh = "行已见，数值没有读", en = "its row was found and not read"},
  ["trace.cell_absent"] = {zh = "没有这一列", en = "there is no such column"},
  ["trace.cell_missing"] = {zh = "没有这一行", en = "there is no such row"},
  ["trace.row_at"] = {zh = "行名在{at}", en = "row at {at}"},
  ["trace.column_at"] = {zh = "列名在{at}", en = "column at {at}"},
  ["trace.row_declared"] = {zh = "行：{script}", en = "row: {script}"},
  ["trace.column_declared"] = {zh = "列：{script}", en = "column: {script}"},
}
