import atexit


def bye(name, *rest, mark="."):
    print("bye", name, rest, mark)


@atexit.register
def last():
    print("registered first, runs last")


atexit.register(bye, "ann", 1, 2, mark="!")
atexit.register(bye, "bob")
atexit.register(print, "gone")
atexit.unregister(print)
print(bye is atexit.register(bye, "cid"))
print("main ended")
