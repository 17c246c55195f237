# answer: RecursionError: maximum recursion depth exceeded
import sys
class Out:
    def write(self, text):
        print(text)
    def flush(self):
        pass
sys.stdout = Out()
print('x')
