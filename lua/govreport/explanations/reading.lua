--- Examples for what could not be read.

local problems = "五、存在的主要问题及改进情况\n\n"

return {
  ["reading.section"] = {
    plain = true,
    fails = {text = {{problems, "存在的主要问题及其改进方法\n\n"}}},
    passes = {text = {{problems, "五、存在的主要问题及其改进方法\n\n"}}},
  },
}
