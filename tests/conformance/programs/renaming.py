import threading


def show():
    me = threading.current_thread()
    print("I am", me.name)
    me.name = "renamed inside"


t = threading.Thread(target=show)
t.name = "first"
t.start()
t.join()
print(t.name)
threading.current_thread().name = "boss"
print(threading.main_thread().name)
