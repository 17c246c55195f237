"""The module `concurrent.futures.process`: names of the package."""

from concurrent.futures import ProcessPoolExecutor
