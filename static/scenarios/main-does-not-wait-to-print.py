"""The main thread does not wait to print

`start()` sets the thread going and returns at once, so "main ended" is printed
ten seconds before "function ended". The program is not over by then: before the
interpreter exits, it waits for every thread that is not a daemon. Look at the
exit line: it stands where the function ends, not where the main thread does.
"""

import threading
import time


def function():
    print("function started")
    time.sleep(10)
    print("function ended")


thread = threading.Thread(target=function)
thread.start()
print("main ended")
