"""What templates see: frozen views, one module for each kind of page. Templates choose and place; views decide, sort and format.

In: catalog, relations, messages. Out: views. Not here: HTML beyond inline links, files.
"""
