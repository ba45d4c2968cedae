"""First stage: files become plain values with a way back to their positions.

In: folders. Out: `RecordSource` values and diagnostics. Not here: what a record must hold.
"""
