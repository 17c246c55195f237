# answer: the limit of 3906 KB of output was reached
print('x' * 3_999_999)
print('y' * 3_999_999)
