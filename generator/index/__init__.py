"""Stage five of six: what a reader or a program looks things up in, made from staged pages and the catalogue.

In: the pages of the staged site. Out: the search bundle beside them. Not here: how pages are made
(`generator.render`) and how the finished site takes its place (`generator.publish`).
"""
