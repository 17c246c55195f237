import threading


def work():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


t = threading.Thread(target=work, name="w")
t.start()
t.join()
print("main ended")
