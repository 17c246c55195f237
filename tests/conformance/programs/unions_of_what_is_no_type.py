"""Subscripts of typing with what is no type, and what the version does not have yet."""
import sys
import typing

for attempt in (
    lambda: typing.Union[1], lambda: typing.Union[int, 1], lambda: typing.Optional[1], lambda: typing.Union[()],
    lambda: typing.Optional[1, 2], lambda: typing.List[int](), lambda: typing.TypeVar("T", int), lambda: typing.Dict(),
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)

try:
    import graphlib
    print(*graphlib.TopologicalSorter({"b": ["a"]}).static_order())
except ImportError as error:
    print(type(error).__name__, error)

import argparse
import calendar
import dataclasses
import hashlib
import keyword
import statistics

for module, names in (
    (argparse, "BooleanOptionalAction"), (calendar, "Day JANUARY"), (dataclasses, "KW_ONLY"),
    (hashlib, "file_digest"), (keyword, "softkwlist issoftkeyword"), (statistics, "linear_regression LinearRegression"),
):
    print(module.__name__, [name for name in names.split() if hasattr(module, name)])
print(sys.version_info >= (3, 8))
