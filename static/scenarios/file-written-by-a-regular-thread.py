"""A file written by a regular thread

Take away `daemon=True` and the interpreter waits until the report is written.
The `with` block comes to its end, the file is closed, and all ten lines are on
the disk. Threads that write files should be regular, or be joined.
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


thread = threading.Thread(target=write_report)
thread.start()
time.sleep(2.2)
print("main ended")
