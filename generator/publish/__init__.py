"""Last stage: a staged site is checked and takes the old one's place.

In: a staged folder. Out: the published site. Not here: what the pages say.
"""
