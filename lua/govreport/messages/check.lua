--- What a check says beside its rules: verdicts, severities, the explanation of a rule.

return {
  ["sum.unit.mixed"] = {
    zh = "{place}有单元格的单位不一致，无法核对“{title}”。",
    en = "{place}: cells of different units; not checked: {title}."},
  ["sum.number.range"] = {
    zh = "{place}的数字过大，无法核对“{title}”。",
    en = "{place}: numbers too large; not checked: {title}."},
  ["check.further"] = {
    zh = "此类问题另有{count}处（首处见此），不再逐一列出，请一并核实。",
    en = "{count} more of this kind, the first of them here, {count|is|are} not listed one by one; please verify "
         .. "{count|it|them} as well."},
  ["rule.failed"] = {
    zh = "规则{rule}执行出错：{detail}",
    en = "rule {rule} failed: {detail}"},
  ["rule.no_severity"] = {
    zh = "规则“{rule}”：没有级别“{severity}”，可用的有error、warning、info、notice。",
    en = "rule '{rule}': no such severity '{severity}'; there are: error, warning, info, notice."},
  ["rule.unknown"] = {
    zh = "没有规则“{rule}”。", en = "there is no rule '{rule}'."},
  ["rule.unknown_near"] = {
    zh = "没有规则“{rule}”，是否指“{nearest}”？", en = "there is no rule '{rule}'; did you mean '{nearest}'?"},
  ["rule.none"] = {
    zh = "select与ignore没有留下任何规则，无法核对。", en = "select and ignore leave no rule to check by."},
  ["settings.in_force"] = {zh = "按设置文件{path}：{list}。", en = "by the settings {path}: {list}."},
  ["settings.select"] = {zh = "只用规则{list}", en = "only the rules {list}"},
  ["settings.ignore"] = {zh = "不用规则{list}", en = "without the rules {list}"},
  ["settings.severity"] = {zh = "级别改为{list}", en = "graded anew {list}"},
  ["settings.waivers"] = {zh = "已认可问题见{list}", en = "accepted findings in {list}"},
  ["settings.separator"] = {zh = "；", en = "; "},
  ["check.verdict"] = {
    zh = "结论：{verdict}（需修改{errors}处，待核实{warnings}处，提示{infos}处）",
    en = "verdict: {verdict} (must be corrected: {errors}, to be verified: {warnings}, hints: {infos})"},
  ["check.undecided"] = {zh = "无法判断：{places}", en = "undecided: {places}"},
  ["check.undecided_more"] = {zh = "无法判断：{places}等{count}处", en = "undecided: {places} and more, {count} in all"},
  ["check.undecided_row"] = {zh = "{place}“{line}”行", en = "{place}, row “{line}”"},
  ["check.undecided_column"] = {zh = "{place}“{line}”列", en = "{place}, column “{line}”"},
  ["check.undecided_table"] = {zh = "{place}（{count}处）", en = "{place} ({count})"},
  ["check.fix"] = {zh = "按核对结果更正：{changes}", en = "correct it: {changes}"},
  ["check.fix_change"] = {zh = "“{old}”改为“{new}”", en = "“{old}” to “{new}”"},
  ["check.unread"] = {zh = "本文件未能完整读取，以下为工具说明，不代表报告有误。",
                      en = "This document could not be read as a whole. What follows is about the reading, and does "
                           .. "not mean that the report is wrong."},
  ["check.notices"] = {zh = "以下为工具说明，不属于报告问题：", en = "notices of the tool, which are no fault of the report:"},
  ["explain.basis"] = {zh = "依据：{basis}", en = "basis: {basis}"},
  ["explain.meaning"] = {zh = "含义：{meaning}", en = "meaning: {meaning}"},
  ["explain.formula_row"] = {zh = "公式：{formula}（表中每行）", en = "formula: {formula} (in each row)"},
  ["explain.formula_column"] = {zh = "公式：{formula}（表中每列）", en = "formula: {formula} (in each column)"},
  ["explain.formula_one"] = {zh = "公式：{formula}", en = "formula: {formula}"},
  ["explain.forms"] = {zh = "适用于：{forms}", en = "in: {forms}"},
  ["explain.fails"] = {zh = "不符合的例子：", en = "an example that fails:"},
  ["explain.passes"] = {zh = "符合的例子：", en = "an example that passes:"},
  ["explain.before"] = {zh = "上一年度报告“{row}”行“{column}”列：{value}",
                        en = "the year before, row “{row}”, column “{column}”: {value}"},
  ["explain.nothing"] = {zh = "不提示", en = "nothing is said"},
  ["explain.message"] = {zh = "表述：{message}", en = "message: {message}"},
  ["severity.error"] = {zh = "需修改", en = "must be corrected"},
  ["severity.warning"] = {zh = "待核实", en = "to be verified"},
  ["severity.info"] = {zh = "提示", en = "hint"},
  ["severity.notice"] = {zh = "工具说明", en = "notice"},
  ["verdict.pass"] = {zh = "未发现错误", en = "no errors found"},
  ["verdict.review"] = {zh = "未发现错误，有{count}处待核实", en = "no errors found, {count} to be verified"},
  ["verdict.fail"] = {zh = "需修改", en = "must be corrected"},
  ["verdict.undecided"] = {zh = "无法判断", en = "undecided"},
}
