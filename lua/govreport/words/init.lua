--- The words of sentences. Nothing in; the vocabularies out, one file each, that a form can name in its key `claims`.

return {"cn_disclosure"}
