"""A notification that may come before the wait."""
import threading

condition = threading.Condition()
flag = False


def waiter():
    with condition:
        if flag:
            print("no need to wait")
        else:
            print("waiting", condition.wait(0.5))


def notifier():
    global flag
    with condition:
        flag = True
        condition.notify()


threading.Thread(target=waiter).start()
threading.Thread(target=notifier).start()
