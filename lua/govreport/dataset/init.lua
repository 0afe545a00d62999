--- One dataset of very many reports. Documents and a checker in; tables of reports, cells, claims and findings out,
-- in a file that others open.
--
-- The road: documents in their order (`documents`) → workers that read, check and pack one each (`work`, `record`) →
-- what they give in the order of the documents again (`run`) → a sink that writes it (`sinks`). A sink has two halves:
-- what can be made of one document alone is made in the worker, the other half only writes.

return require "govreport.base.room"(...)
