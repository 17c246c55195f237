# answer: RecursionError: maximum recursion depth exceeded
class A:
    def __bool__(self):
        return bool(self)
if A():
    pass
