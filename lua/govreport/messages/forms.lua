--- What is said of forms: which was chosen for a document, and why not the others.

return {
  ["form.failed"] = {
    zh = "{path}：格式脚本运行出错（{detail}）。", en = "{path}: a script of the form failed ({detail})."},
  ["forms.rock"] = {zh = "自带", en = "built in"},
  ["forms.none"] = {zh = "{path}：没有适用的格式。", en = "{path}: no form fits."},
  ["forms.chosen"] = {zh = "{path}：选用格式{form}。", en = "{path}: the form {form} was chosen."},
  ["forms.year"] = {zh = "报告年度：{year}", en = "year of the report: {year}"},
  ["forms.no_year"] = {zh = "报告年度：未找到", en = "year of the report: not found"},
  ["forms.reason.chosen"] = {zh = "选用", en = "chosen"},
  ["forms.reason.too_few"] = {
    zh = "未选：特征不足，{need}", en = "not chosen: too little of it was found; {need}"},
  ["forms.reason.fewer"] = {
    zh = "未选：特征少于{form}", en = "not chosen: less of it was found than of {form}"},
  ["forms.reason.year"] = {
    zh = "未选：特征与{form}一样多，但报告年度属于后者", en = "not chosen: as much of it was found as of {form}, which is for this year"},
  ["forms.reason.later"] = {
    zh = "未选：特征与{form}一样多，排在其后", en = "not chosen: as much of it was found as of {form}, which is tried first"},
  ["forms.reason.no_sign"] = {
    zh = "未选：文中没有其特有的标签、词语或标题", en = "not chosen: none of its labels, words or titles is in the text"},
  ["forms.reason.certain"] = {
    zh = "未查：{form}已可确定", en = "not looked at: {form} was certain before"},
  ["forms.need_labels"] = {zh = "至少应有{least}项特有标签", en = "it needs {least} label(s) of its own"},
  ["forms.need_sections"] = {zh = "至少应有{sections}个部分标题", en = "it needs the titles of {sections} part(s)"},
  ["forms.need_either"] = {
    zh = "至少应有{least}项特有标签，或{sections}个部分标题",
    en = "it needs {least} label(s) of its own, or the titles of {sections} part(s)"},
  ["forms.labels"] = {zh = "特有标签{count}/{wanted}", en = "labels of its own: {count} of {wanted}"},
  ["forms.words"] = {zh = "特征词语{count}/{wanted}", en = "words: {count} of {wanted}"},
  ["forms.sections"] = {zh = "部分标题{count}/{wanted}", en = "titles of parts: {count} of {wanted}"},
  ["forms.missing.labels"] = {zh = "标签", en = "label"},
  ["forms.missing.words"] = {zh = "词语", en = "words"},
  ["forms.missing"] = {zh = "没有见到{what}“{text}”", en = "not found: the {what} “{text}”"},
  ["forms.missing_near"] = {
    zh = "没有见到{what}“{text}”，最接近的是“{near}”", en = "not found: the {what} “{text}”; the nearest is “{near}”"},
  ["forms.of_year"] = {zh = "适用于该年度", en = "made for this year"},
}
