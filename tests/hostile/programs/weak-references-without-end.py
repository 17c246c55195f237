import weakref
class A:
    pass
a = A()
kept = []
while True:
    kept.append(weakref.ref(a, print))
