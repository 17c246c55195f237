"""The print after set() races with the woken thread."""
import threading

done = threading.Event()


def work():
    done.set()
    print("work: after set")


threading.Thread(target=work).start()
done.wait()
print("main: after wait")
