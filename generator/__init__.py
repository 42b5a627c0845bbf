"""Programme portal generator: YAML facts about mentoring programmes become multilingual static websites.

The layers, low to high, are listed in CONTRIBUTING.md; `pipeline` reads as the table of contents.
"""

__version__ = "0.1.0"
