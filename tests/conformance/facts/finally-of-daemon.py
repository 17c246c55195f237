import threading as T, time
class CM:
    def __enter__(self): print("enter")
    def __exit__(self, *a): print("exit (never)")
def body():
    with CM():
        try:
            while True: time.sleep(0.5)
        finally: print("finally (never)")
T.Thread(target=body, daemon=True).start()
time.sleep(1); print("main end")
