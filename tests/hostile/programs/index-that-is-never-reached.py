# answer: the limit of 100,000,000 operations was reached
class A:
    def __getitem__(self, n):
        return n
-1 in A()
