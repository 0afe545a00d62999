--- Texts that a report, the name of a file or a rule may hold, and that mean something to whatever shows them.

return {
  {"nothing of note", "无害的一句"},
  {"colours", "红\27[31m字\27[0m"}, {"a title of the window", "\27]0;x\7标题"}, {"a cleared screen", "清\27[2J屏"},
  {"zero and bell", "零\0铃\7"}, {"line ends", "第一行\r\n第二行\n第三行\r"}, {"tabs", "一\t二\v三\f四"},
  {"controls past ASCII", "甲\u{85}乙\u{9B}31m丙\127"}, {"another direction", "左\u{202E}右\u{2066}中\u{200F}\u{061C}"},
  {"what nobody sees", "隐\u{200B}\u{200D}\u{2060}\u{FEFF}\u{180E}身"}, {"tags", "标\u{E0001}\u{E0041}\u{E007F}签"},
  {"separators", "段\u{2028}落\u{2029}末"}, {"no characters", "非\u{FFFE}\u{FFFF}\u{1FFFE}\u{FDD0}字"},
  {"invalid bytes", "坏\xFF\xC3(\xED\xA0\x80字"}, {"half a character", "半\xE4\xB8"},
  {"a formula", "=cmd|' /C calc'!A0"}, {"a sum", "+1+cmd|' /C calc'!A0"}, {"a difference", "-2+3+cmd|'x'!A0"},
  {"a name", "@SUM(1+1)*cmd"}, {"a wide formula", "＝1+1"}, {"an apostrophe", "'=1+1"}, {"a quote", '"x","=1+1"'},
  {"HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>"}, {"an attribute", "\"' onmouseover='x"},
  {"the end of CDATA", "]]><x/>"}, {"a comment", "<!-- x --> --> <!--"}, {"entities", "&amp;&#27;&lt;b&gt;&nosuch;"},
  {"an address", "见http://evil.example/a?b=1&c=2"}, {"another address", "https://evil.example ftp://evil.example"},
  {"a short address", "www.x.cn"}, {"an address in brackets", "<http://evil.example>"},
  {"a mail", "a@b.cn mailto:c@d.cn"},
  {"a link", "[a](http://b.cn)"}, {"a picture", "![a](b)"}, {"a reference", "[a]: http://b.cn"},
  {"a heading", "# 标题"}, {"code", "`x` ```y```"}, {"bars", "| a | b |"}, {"stress", "**b** _i_ ~~s~~ $x$"},
  {"a list", "- 项"}, {"a numbered list", "1. 项"}, {"an indent", "    缩进"}, {"a rule", "---"},
  {"a command of a workflow", "%0A::error file=x::y"}, {"a second command", "\n::set-output name=x::y"},
  {"an address of a value", "table: 0x55d0c8a3f1b0 function: 0x55d0c8a3f1b0"}, {"a field", "{text} {count|a|b}"},
  {"a backslash", "\\u0041\\n\\"},
}
