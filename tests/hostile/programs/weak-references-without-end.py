# answer: the limit of 100,000,000 operations was reached
import weakref
class A:
    pass
a = A()
kept = []
while True:
    kept.append(weakref.ref(a, print))
