--- What declared rules say that have no message of their own, and what is wrong with the rules that people write.

return {
  ["declared.equal"] = {
    zh = "{place}{where}：{left_name}为{left}，{right_name}为{right}，两者应相等，请核改。",
    en = "{place}{where}: {left_name} is {left}, {right_name} is {right}; they should be equal."},
  ["declared.at_most"] = {
    zh = "{place}{where}：{left_name}为{left}，大于{right_name}的{right}，请核实。",
    en = "{place}{where}: {left_name} is {left}, more than {right_name}, {right}."},
  ["declared.same_as_previous"] = {
    zh = "{place}{now_name}填{now}，上一年度报告{before_name}为{before}，请核实；确有调整的请说明原因。",
    en = "{place}: {now_name} is {now}; in the report of the year before, {before_name} is {before}."},
  ["declared.present"] = {zh = "缺少{what}，请补充。", en = "missing: {what}."},
  ["declared.contains"] = {zh = "{what}未写明应有的内容，请补充。", en = "{what} does not say what it should."},
  ["declared.matches"] = {zh = "{what}“{raw}”不符合要求，请核改。", en = "{what}, “{raw}”, is not as it should be."},
}
