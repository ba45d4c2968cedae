"""The vocabulary: frozen records with their own invariants.

In: plain values read from YAML. Out: immutable records every later stage shares. Not here: files, positions, rules across records, pages.
"""
