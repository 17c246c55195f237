# answer: RecursionError: maximum recursion depth exceeded
class A:
    def __del__(self):
        A()
A()
