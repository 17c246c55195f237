"""The module `concurrent.futures._base`: names of the package."""

from concurrent.futures import ALL_COMPLETED
from concurrent.futures import CancelledError
from concurrent.futures import Error
from concurrent.futures import Executor
from concurrent.futures import FIRST_COMPLETED
from concurrent.futures import FIRST_EXCEPTION
from concurrent.futures import Future
from concurrent.futures import InvalidStateError
from concurrent.futures import BrokenExecutor
from concurrent.futures import TimeoutError
from concurrent.futures import as_completed
from concurrent.futures import wait
