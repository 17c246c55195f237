import concurrent.futures, time
def bad(): time.sleep(0.1); raise KeyError("missing")
with concurrent.futures.ThreadPoolExecutor() as ex:
    f = ex.submit(bad)
print(f.exception())
print(f.result())
