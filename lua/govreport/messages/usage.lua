--- What wrong arguments are told. Fields: name, nearest, element (an option or argument), choices, count, other.

return {
  ["usage.option"] = {zh = "没有选项{name}。", en = "unknown option '{name}'."},
  ["usage.option_near"] = {
    zh = "没有选项{name}，是否指{nearest}？", en = "unknown option '{name}'; did you mean {nearest}?"},
  ["usage.command"] = {zh = "没有命令{name}。", en = "unknown command '{name}'."},
  ["usage.command_near"] = {
    zh = "没有命令{name}，是否指{nearest}？", en = "unknown command '{name}'; did you mean {nearest}?"},
  ["usage.no_command"] = {zh = "请写明命令或报告的路径。", en = "a command or the path of a report is needed."},
  ["usage.many"] = {zh = "参数过多。", en = "too many arguments."},
  ["usage.missing"] = {zh = "缺少{element}。", en = "missing {element}."},
  ["usage.no_value"] = {zh = "{element}后面缺少取值。", en = "{element} needs a value."},
  ["usage.few"] = {zh = "{element}至少需要{count}个取值。", en = "{element} needs at least {count} {count|value|values}."},
  ["usage.choice"] = {zh = "{element}只能取：{choices}。", en = "{element} must be one of: {choices}."},
  ["usage.often"] = {zh = "{element}最多使用{count}次。", en = "{element} may be used so often at most: {count}."},
  ["usage.no_argument"] = {zh = "选项{name}不带取值。", en = "option '{name}' takes no value."},
  ["usage.together"] = {zh = "{element}与{other}不能同时使用。", en = "{element} does not go with {other}."},
  ["usage.malformed"] = {zh = "取值“{name}”无效。", en = "the value '{name}' is not right."},
  ["usage.number"] = {
    zh = "应为不小于{least}的整数，不能是“{name}”。", en = "a number of at least {least} is expected, not '{name}'."},
  ["usage.seconds"] = {
    zh = "应为大于0的秒数，不能是“{name}”。", en = "a number of seconds above 0 is expected, not '{name}'."},
  ["usage.kind_option"] = {zh = "选项{name}", en = "option {name}"},
  ["usage.kind_argument"] = {zh = "参数{name}", en = "argument {name}"},
  ["usage.separator"] = {zh = "、", en = ", "},
}
