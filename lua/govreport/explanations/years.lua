--- Examples for years in sentences.

return {
  ["years.stale"] = {
    plain = true,
    fails = {text = {{"发布前逐件进行保密审查", "2023年，我局发布前逐件进行保密审查"}}},
    passes = {text = {{"发布前逐件进行保密审查", "2024年，我局发布前逐件进行保密审查"}}},
  },
}
