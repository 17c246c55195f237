import threading


def greet(greeting, *names, end="!", repeat=1):
    for _ in range(repeat):
        print(greeting, " and ".join(names) + end)


threading.Thread(target=greet, args=("hello", "Ada", "Grace"), kwargs={"repeat": 2}).start()
threading.Thread(target=greet, args=["bye"], kwargs=dict(end="?")).start()
threading.Thread(target=lambda: greet("lambda", "here")).start()
