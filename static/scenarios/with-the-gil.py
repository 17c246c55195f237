"""With the GIL

Three threads write down letters, and the main thread writes down its own. With
the GIL one thread runs at a time and keeps the interpreter until it waits, so a
new thread gets through its short work before its starter goes on. The letters
come in the same order in practically every run.
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
