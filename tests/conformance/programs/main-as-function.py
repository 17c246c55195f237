import threading
import time


def worker(name, delay):
    for i in range(2):
        time.sleep(delay)
        print(f"{name}: {i}")


def main():
    threads = []
    for index, delay in enumerate([0.5, 1.25], start=1):
        thread = threading.Thread(target=worker, args=(f"w{index}", delay))
        threads.append(thread)
        thread.start()
    for thread in threads:
        thread.join()
    print("all done")


if __name__ == "__main__":
    main()
