"""The module `concurrent.futures.thread`: names of the package."""

from concurrent.futures import BrokenThreadPool
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import _python_exit
from concurrent.futures import _threads_queues
