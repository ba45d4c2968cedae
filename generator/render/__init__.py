"""Fourth stage: records and prose become pages and their data twins.

In: catalog, derived values, host shells. Out: files of the staged site. Not here: the search index, publishing.
"""
