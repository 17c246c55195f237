"""Each thread fails over a name that was meant otherwise; the last lines say which, by version."""
import threading


class Counter:
    def __init__(self):
        self.value = 0

    @property
    def total(self):
        return self.value

    def read(self):
        return value

    def show(self):
        print(total)

    def lower_case(self):
        return true

    def closest(self, valeu):
        return value


def no_self():
    return nne


def import_wrong_case():
    from threading import thread


def import_misspelt():
    from collections import Conter


def import_unlike_any():
    from queue import zebra


counter = Counter()
for target in (counter.read, counter.show, counter.lower_case, lambda: counter.closest(1), no_self, import_wrong_case,
               import_misspelt, import_unlike_any):
    def guarded(target=target):
        try:
            target()
        except ImportError as error:
            print(type(error).__name__, str(error).split(" (")[0], error.name, getattr(error, "name_from", "-"))
        except NameError as error:
            print(error)
            raise

    thread = threading.Thread(target=guarded)
    thread.start()
    thread.join()
