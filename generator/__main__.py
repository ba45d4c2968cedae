"""`python -m generator` is `wego`."""

from generator.cli import main

main()
