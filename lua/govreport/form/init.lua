--- What a form is. Scripts in; compiled forms, and which of them a document is written in, out.

local detection = require "govreport.form.detection"
local later = require "govreport.base.later"
local registry = require "govreport.form.registry"
local why = later "govreport.form.why"

local forms = {
  list = registry.list, declared = registry.declared, compiled = registry.compiled, source = registry.source,
  root = registry.root, is_usual = registry.is_usual, add = registry.add, rock = registry.rock,
  detect = detection.detect,
}

--- Adds the forms in some files and folders; see `govreport.form.form_files`.
function forms.load(paths) return require("govreport.form.form_files").load(paths) end

--- Tells of every form whether it was chosen for a document, and if not why; see `govreport.form.why`.
function forms.why(document, tape, meter) return why.of(document, tape, meter) end

--- Adds to a list of `forms.why` what a document lacks of each form; see `govreport.form.why`.
function forms.add_missing(list, tape) return why.add_missing(list, tape) end

return forms
