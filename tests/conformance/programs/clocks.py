import time

start = time.monotonic()
begun = time.time()
tick = time.perf_counter()
time.sleep(0.2)
print(0.19 < time.monotonic() - start < 0.4, 0.19 < time.time() - begun < 0.4, 0.19 < time.perf_counter() - tick < 0.4)
print(isinstance(start, float), time.monotonic_ns() > 0, time.time() > 1_600_000_000)
