from datetime import datetime, timedelta, date, timezone
import threading
d = datetime(2024, 3, 15, 10, 30, 45)
def show(n):
    print((d + timedelta(days=n)).strftime("%A %d %B %Y %H:%M:%S %p %j %U %y"))
for i in range(3):
    t = threading.Thread(target=show, args=(i * 10,)); t.start(); t.join()
print(datetime.strptime("2024-01-31 08:15", "%Y-%m-%d %H:%M"))
print(date(2024, 2, 29).isocalendar(), d.date().isoformat(), d.weekday())
tz = timezone(timedelta(hours=2))
print(d.replace(tzinfo=tz).isoformat(), d.replace(tzinfo=tz).astimezone(timezone.utc))
print(timedelta(hours=25, minutes=3), divmod(timedelta(minutes=95), timedelta(hours=1)))
print(d - datetime(2024, 1, 1), repr(timedelta(1, 2, 3)), d.ctime())
