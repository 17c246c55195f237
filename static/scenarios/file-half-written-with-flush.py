"""A file half written, with flush()

The same daemon, but after every second line it calls `flush()`, which empties
the buffer into the file. Four of the five lines are on the disk at the end; the
fifth was still in the buffer and is lost. Flushing limits the damage, but the
report is still not whole.
"""

import threading
import time


def write_report():
    with open("report.txt", "w") as report:
        for number in range(1, 11):
            report.write(f"line {number}\n")
            print("wrote line", number)
            if number % 2 == 0:
                report.flush()
            time.sleep(0.5)
    print("report closed")


thread = threading.Thread(target=write_report, daemon=True)
thread.start()
time.sleep(2.2)
print("main ended")
