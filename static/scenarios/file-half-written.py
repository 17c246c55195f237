"""A file half written

What is written to a file first goes into a buffer in memory; the disk gets it
when the buffer is full, or when the file is flushed or closed. This daemon is
cut off inside the `with` block, so the file is never closed: five lines were
written, and the file on the disk is empty.

At 0 s: the file is open and the first line written, but only into the buffer:
on the disk the file is empty. The tab State shows both.

At 2 s: the fifth line. Nothing has been flushed, because a few bytes are far
from filling a buffer.

At 2.2 s: the main thread ends and the daemon is frozen in its sleep. `close()`
never comes, and with the process goes the buffer.
"""

import threading
import time


def write_report():
    with open("report.txt", "w") as report:
        for number in range(1, 11):
            report.write(f"line {number}\n")
            print("wrote line", number)
            time.sleep(0.5)
    print("report closed")


thread = threading.Thread(target=write_report, daemon=True)
thread.start()
time.sleep(2.2)
print("main ended")
