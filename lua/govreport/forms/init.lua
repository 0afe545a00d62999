--- The forms of the project. Nothing in; the forms out, one file each, in the order in which a document is tried on
-- them, each with the form that it extends in the end: so that no form is read before it may be meant.

return {
  {"cn_disclosure_2021", "cn_disclosure_2019"}, {"cn_disclosure_2019", "cn_disclosure_2019"},
  {"cn_disclosure_2014", "cn_disclosure_2014"}, {"cn_website_annual", "cn_website_annual"},
  {"cn_budget_three_public", "cn_budget_three_public"},
}
