"""The module `keyword`."""

import _machine

kwlist = ["False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
          "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
          "pass", "raise", "return", "try", "while", "with", "yield"]
if _machine.minor == 9:
    kwlist.insert(3, "__peg_parser__")
softkwlist = ["_", "case", "match"] + (["type"] if _machine.minor >= 12 else [])
if _machine.minor < 10:
    softkwlist = []
iskeyword = frozenset(kwlist).__contains__
issoftkeyword = frozenset(softkwlist).__contains__


if _machine.minor < 9:
    del issoftkeyword, softkwlist
