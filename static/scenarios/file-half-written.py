"""A file half written

What is written to a file first goes into a buffer in memory; the disk gets it
when the buffer is full, or when the file is flushed or closed. This daemon is
cut off inside the `with` block, so the file is never closed: five lines were
written, and the file on the disk is empty.
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
