import threading as T, time
class CM:
    def __enter__(self): print("enter", T.current_thread().name)
    def __exit__(self, *a): print("exit ", T.current_thread().name)
def body():
    with CM():
        try: time.sleep(1 if T.current_thread().daemon else 2)
        finally: print("finally", T.current_thread().name)
T.Thread(target=body, name="daemon", daemon=True).start()
T.Thread(target=body, name="non-daemon").start()
time.sleep(0.1); print("main end")
