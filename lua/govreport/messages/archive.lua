--- ZIP archives with reports in them. Fields: path; part, the name of what is wrong in the archive; detail.

return {
  ["zip.missing"] = {
    zh = "{path}：读取压缩包（.zip）需要安装组件govreport-docx；也可解压后再核对。",
    en = "{path}: ZIP archives need the rock govreport-docx; or unpack the archive."},
  ["archive.no_reports"] = {
    zh = "{path}：压缩包中没有可读取的报告（支持扩展名：{detail}）。",
    en = "{path}: the archive holds no reports (extensions read: {detail})."},
  ["zip.broken"] = {
    zh = "{path}：压缩包不完整、已损坏，或不是ZIP格式，请重新取得或重新打包后再试。",
    en = "{path}: the archive is cut or damaged, or no ZIP; please get it again or pack it anew."},
  ["zip.entries"] = {
    zh = "{path}：压缩包中的文件过多，请解压后分批核对。",
    en = "{path}: the archive has too many files; please unpack it."},
  ["zip.name"] = {
    zh = "{path}：压缩包中“{part}”的名称指向压缩包之外，未读取。",
    en = "{path}: the name '{part}' leads out of the archive; it was not read."},
  ["zip.overlap"] = {
    zh = "{path}：压缩包中“{part}”与其他文件重叠，未读取。",
    en = "{path}: '{part}' overlaps another file of the archive; it was not read."},
  ["zip.twice"] = {
    zh = "{path}：压缩包中有两个“{part}”，未读取；请重新打包。",
    en = "{path}: '{part}' stands twice in the archive; it was not read, please pack it anew."},
  ["zip.size"] = {
    zh = "{path}：文件解压后过大，未读取。",
    en = "{path}: the file grows too large when unpacked; it was not read."},
  ["zip.total"] = {
    zh = "{path}：压缩包解压后过大，未读取；请解压后分批核对。",
    en = "{path}: the archive grows too large when unpacked; it was not read."},
  ["zip.checksum"] = {
    zh = "{path}：文件与压缩包中的校验值不符，已损坏，请重新取得压缩包。",
    en = "{path}: the file is not what its checksum in the archive says; please get the archive again."},
  ["zip.encrypted"] = {
    zh = "{path}：文件已加密，请用密码解压后再核对。",
    en = "{path}: the file is encrypted; please unpack the archive with its password."},
}
