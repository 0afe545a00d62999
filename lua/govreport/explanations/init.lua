--- Examples of rules. Nothing in; families of examples out, one file each: by the id of the rule, a report that
-- fails and one that passes, both changes of `explanations.model`.

return {
  "applications", "budget", "cells", "disputes", "fees", "form", "instruments", "ledger", "metadata", "narrative",
  "privacy", "proactive", "reading", "rollup", "similarity", "statistics", "structure", "website", "wording", "years",
}
