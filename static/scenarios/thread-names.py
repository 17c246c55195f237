"""What threads are called

A thread without a name is called `Thread-1`, `Thread-2` and so on; since Python
3.10 the name of its target stands behind that. A name of your own makes logs
and error messages readable. `current_thread().name` is the modern way to ask;
the old `getName()` gives the same, with a deprecation warning since 3.10.
"""

import threading
import time


def report():
    print("I am", threading.current_thread().name)
    time.sleep(1)


print("this is", threading.current_thread().name)

first = threading.Thread(target=report)
second = threading.Thread(target=report)
third = threading.Thread(target=report, name="downloader")
for thread in (first, second, third):
    thread.start()
for thread in (first, second, third):
    thread.join()

print("asked the old way:", third.getName())
