"""Third stage: what follows from the records (links seen from the other end, counts, search terms).

In: the catalog. Out: frozen values. Not here: wording, addresses, HTML.
"""
