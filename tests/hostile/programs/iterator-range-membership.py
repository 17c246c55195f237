# answer: the limit of 100,000,000 operations was reached
class A:
    def __eq__(self, other):
        return False
print(A() in range(10**15))
