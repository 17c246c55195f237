"""Imports of what no module holds."""

import concurrent.futures
import logging

attempts = []


def attempt(function):
    try:
        function()
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0], error.name)


def module_in_a_module():
    import threading.worker


def deeper():
    import queue.priority.heap


def name_of_a_module_in_a_module():
    from threading.worker import Worker


def module_in_a_package():
    import concurrent.threads


def name_in_a_package():
    from concurrent import threads


def name_in_a_module():
    from concurrent.futures import ThreadPool


def program_itself():
    import __main__.part


def other_package():
    import logging.colours


def nothing():
    import no_such_module.at_all


for function in (module_in_a_module, deeper, name_of_a_module_in_a_module, module_in_a_package, name_in_a_package,
                 name_in_a_module, program_itself, other_package, nothing):
    attempt(function)
print(logging.__name__, concurrent.futures.__name__)
import threading.local
