"""Without the GIL

The same program on the free-threaded build: the threads really run side by
side, and a new thread and its starter are at work in the same moment. The order
of the small letters may change from run to run. What becomes of the threads
does not change: the regular one and the joined one end, the last one is cut off.
"""

import threading
import time

letters = []


def write(letter, seconds):
    letters.append(letter)
    time.sleep(seconds)
    letters.append(letter.upper())


regular = threading.Thread(target=write, args=("a", 1))
joined = threading.Thread(target=write, args=("b", 2), daemon=True)
cut = threading.Thread(target=write, args=("c", 9), daemon=True)
for thread in (regular, joined, cut):
    thread.start()
    letters.append("m")
joined.join()
print("".join(letters))

# settings: runtime=free-threaded
