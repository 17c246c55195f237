# answer: another limit than 4300 digits
import sys
sys.set_int_max_str_digits(0)
print(int('9' * 3_000_000) % 7)
