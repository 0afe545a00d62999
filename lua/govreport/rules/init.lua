--- The rules of the project. Nothing in; the families of rules out, one file each, in the order of a report.

return {
  "form", "structure", "tables", "reading", "page", "content", "metadata", "cells", "signs", "instruments", "fees",
  "applications", "disputes", "proactive", "narrative", "years", "wording", "slips", "privacy", "previous", "rollup",
  "statistics", "website", "budget", "ledger",
}
