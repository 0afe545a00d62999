--- What declared rules say that have no message of their own, and what is wrong with the rules that people write.

return {
  ["rules.tested"] = {
    zh = "规则测试：通过{passed}项，未通过{failed}项，无法运行{broken}个文件。",
    en = "tests of rules: {passed} passed, {failed} failed, {broken} {broken|file|files} could not be run."},
  ["new.name"] = {
    zh = "“{name}”不能作规则名：只用字母、数字和下划线，如city.granted。",
    en = "'{name}' is no name for a rule: letters, digits and underscores, like city.granted."},
  ["new.exists"] = {zh = "{path}：文件已存在，未改动。", en = "{path}: the file exists; it was left as it is."},
  ["new.rule"] = {
    zh = "已写出{rule}和{test}。请修改规则，然后运行：govreport rules test {test}",
    en = "wrote {rule} and {test}; change the rule, then run: govreport rules test {test}"},
  ["check.waived"] = {
    zh = "另有{count}处已按豁免文件认可，未计入。", en = "waived and not counted: {count}."},
  ["waiver.baseline"] = {zh = "既有问题", en = "known before"},
  ["waiver.unused"] = {
    zh = "{about}：规则{rule}的豁免（{reason}）没有对应的问题，请删除。",
    en = "{about}: the waiver for {rule} ({reason}) waives nothing; please remove it."},
  ["waiver.changed"] = {
    zh = "{about}：规则{rule}的豁免（{reason}）所依据的数值已变化，不再适用，请重新核实。",
    en = "{about}: the waiver for {rule} ({reason}) is for another value than now stands there; please look again."},
  ["waiver.expired"] = {
    zh = "{about}：规则{rule}的豁免（{reason}）已于{expires}到期，不再适用。",
    en = "{about}: the waiver for {rule} ({reason}) expired on {expires}."},
  ["waiver.about_both"] = {zh = "{agency}{year}年", en = "{agency} {year}"},
  ["waiver.about_agency"] = {zh = "{agency}", en = "{agency}"},
  ["waiver.about_year"] = {zh = "{year}年各报告", en = "all reports for {year}"},
  ["waiver.about_all"] = {zh = "各报告", en = "all reports"},
  ["declared.equal"] = {
    zh = "{place}{where}：{left_name}为{left}，{right_name}为{right}，两者应相等，请核实后更正。",
    en = "{place}{where}: {left_name} is {left}, {right_name} is {right}; they should be equal, please verify."},
  ["declared.at_most"] = {
    zh = "{place}{where}：{left_name}为{left}，大于{right_name}的{right}，请核实。",
    en = "{place}{where}: {left_name} is {left}, more than {right_name}, {right}; please verify."},
  ["declared.same_as_previous"] = {
    zh = "{place}{now_name}填{now}，上一年度报告{before_name}为{before}，请核实；确有调整的请说明原因。",
    en = "{place}: {now_name} is {now}; in the report of the year before, {before_name} is {before}; please verify, "
         .. "and give the reason where it was adjusted."},
  ["declared.change"] = {
    zh = "{place}{name}为{now}，上一年度报告为{before}，{change}，变动超过{limit}，请核实；确有变动的请说明原因。",
    en = "{place}: {name} is {now}, and was {before} in the report of the year before: {change}, more than {limit}; "
      .. "please verify, and give the reason if it is right."},
  ["declared.present"] = {zh = "缺少{what}，请核实后补充。", en = "missing: {what}; please verify and add it."},
  ["declared.contains"] = {zh = "{what}未写明应有的内容，请核实后补充。", en = "{what} does not say what it should; please verify."},
  ["declared.lacks"] = {
    zh = "{what}不应有“{raw}”字样{times}，请核实后更正。", en = "{what} should not say “{raw}”{times}; please verify."},
  ["declared.matches"] = {zh = "{what}“{raw}”不符合要求，请核实后更正。", en = "{what}, “{raw}”, is not as it should be; please "
                                                               .. "correct."},
}
