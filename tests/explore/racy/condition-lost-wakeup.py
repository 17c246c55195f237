"""Nobody looks at a flag: a notification that comes first is lost."""
import threading

condition = threading.Condition()


def waiter():
    with condition:
        print("woken" if condition.wait(timeout=0.3) else "never told")


threading.Thread(target=waiter).start()
with condition:
    condition.notify_all()
print("told")

# settings: race-window=0.05
