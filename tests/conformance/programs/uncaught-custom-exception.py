import threading
import time


class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


def fail(code):
    raise AppError(code, "worker gave up")


threading.Thread(target=fail, args=(7,), name="worker").start()
time.sleep(1)
print("main goes on")
fail(8)
