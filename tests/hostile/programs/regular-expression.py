# answer: the module re
import re
re.match('(a*)*b', 'a' * 100)
