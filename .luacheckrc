std = "lua54"
codes = true
files["spec"] = { std = "+busted" }
