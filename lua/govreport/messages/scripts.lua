--- Scripts in a process of their own. Fields: seconds; number of a signal, or an exit code; count of scripts.

return {
  ["process.unavailable"] = {
    zh = "--isolate只能在Linux上使用：此系统不能为脚本另起进程。",
    en = "--isolate works on Linux alone: scripts cannot have a process of their own here."},
  ["process.failed"] = {zh = "系统未能另起进程。", en = "the system started no other process."},
  ["isolate.time"] = {zh = "超过{seconds}秒，已终止", en = "stopped: it needs more than {seconds} seconds"},
  ["isolate.often"] = {
    zh = "本报告已有{count}个脚本使进程终止，未再运行", en = "not run: {count} scripts have ended their process already"},
  ["isolate.signal"] = {zh = "脚本使进程崩溃（信号{number}）", en = "it ended its process (signal {number})"},
  ["isolate.exit"] = {zh = "脚本使进程退出（退出码{number}）", en = "it ended its process (exit code {number})"},
}
