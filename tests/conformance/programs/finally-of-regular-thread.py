import threading
import time


def work():
    try:
        time.sleep(0.1)
        raise ValueError("broken")
    except ValueError as error:
        print("handled", error)
    finally:
        print("cleaned up")


threading.Thread(target=work).start()
print("main ended")
