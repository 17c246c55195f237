import time


class Flaky:
    def __init__(self, failures):
        self.failures = failures

    def __call__(self):
        if self.failures > 0:
            self.failures -= 1
            raise ConnectionError(f"{self.failures} failures left")
        return "ok"


def retry(action, attempts=3, delay=0.01):
    for attempt in range(1, attempts + 1):
        try:
            return action()
        except ConnectionError as error:
            print(f"attempt {attempt} failed: {error}")
            if attempt == attempts:
                raise
            time.sleep(delay * 2 ** attempt)


print(retry(Flaky(2)))
try:
    retry(Flaky(9), attempts=2)
except OSError as error:
    print("gave up:", type(error).__name__)
