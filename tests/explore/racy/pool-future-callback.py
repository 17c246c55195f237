"""A callback runs in the worker, or at once in the main thread."""
import threading
from concurrent.futures import ThreadPoolExecutor


def tell(future):
    here = threading.current_thread() is threading.main_thread()
    print("callback in", "main" if here else "worker")


with ThreadPoolExecutor(1) as pool:
    pool.submit(int, "7").add_done_callback(tell)
