# answer: the limit of 100000000 operations was reached
import textwrap
print(len(textwrap.fill('word ' * 700_000, width=1)))
