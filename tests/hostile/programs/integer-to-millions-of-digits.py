# answer: another limit than 4300 digits
import sys
sys.set_int_max_str_digits(0)
print(len(str(1 << 20_000_000)))
