"""The compiler of the WeGO knowledge base: YAML and Markdown in, a static site out."""

__version__ = "0.1.0"
