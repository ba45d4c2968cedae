"""Second stage: plain values become a catalog of frozen records, or diagnostics that say where and why not.

In: record sources. Out: `Catalog`. Not here: reading files, anything computed from records.
"""
