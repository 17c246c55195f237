"""The package `multiprocessing`: only its pools of threads are here; whoever imports the package itself is told so."""


class ProcessError(Exception):
    pass


class TimeoutError(ProcessError):
    pass


TimeoutError.__module__ = "multiprocessing.context"
