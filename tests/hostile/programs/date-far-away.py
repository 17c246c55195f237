# answer: the limit of 100,000,000 operations was reached
import datetime
d = datetime.date(1, 1, 1)
while True:
    d += datetime.timedelta(days=1)
    d.isoformat()
