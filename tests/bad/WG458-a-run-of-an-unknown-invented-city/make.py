from tests.ceds_tree import write_instrument as make

__all__ = ["make"]
