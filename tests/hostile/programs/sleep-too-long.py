# answer: OverflowError: timestamp too large to convert to C _PyTime_t
import time
time.sleep(1e300)
