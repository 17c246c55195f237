"""The module `calendar`: calendars as text."""
# Not modelled: HTMLCalendar LocaleHTMLCalendar LocaleTextCalendar different_locale prweek week main

import _machine
import datetime

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
JANUARY, FEBRUARY = 1, 2
day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [name[:3] for name in day_name]
month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December"]
month_abbr = [name[:3] for name in month_name]


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    return sum([isleap(year) for year in range(y1, y2)])


class Day(int):
    """What 3.12 makes of a number of a weekday."""

    name = property(lambda self: day_name[int(self)].upper())

    def __repr__(self):
        return "calendar." + self.name

    def __str__(self):
        return int.__repr__(self)


def weekday(year, month, day):
    found = datetime.date(year, month, day).weekday()
    return Day(found) if _machine.minor >= 12 else found


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _machine.days_in_month(year, month)


def timegm(tuple):
    return _machine.days_of_date(*tuple[:3]) * 86400 + tuple[3] * 3600 + tuple[4] * 60 + tuple[5]


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        return iter([(self.firstweekday + at) % 7 for at in range(7)])

    def itermonthdays(self, year, month):
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from [0] * before
        yield from range(1, days + 1)
        yield from [0] * (-(before + days) % 7)

    def monthdayscalendar(self, year, month):
        days = list(self.itermonthdays(year, month))
        return [days[at:at + 7] for at in range(0, len(days), 7)]

    def itermonthdates(self, year, month):
        first, days = monthrange(year, month)
        start = datetime.date(year, month, 1) - datetime.timedelta((first - self.firstweekday) % 7)
        for at in range(len(list(self.itermonthdays(year, month)))):
            yield start + datetime.timedelta(at)

    def monthdatescalendar(self, year, month):
        dates = list(self.itermonthdates(year, month))
        return [dates[at:at + 7] for at in range(0, len(dates), 7)]


class TextCalendar(Calendar):
    def formatweekheader(self, width):
        names = day_name if width >= 9 else day_abbr
        return " ".join([names[day][:width].center(width) for day in self.iterweekdays()])

    def formatweek(self, theweek, width):
        return " ".join([("%2i" % day if day else "").center(width) for day in theweek])

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        lines = [(month_name[themonth] + " " + str(theyear)).center(7 * (w + 1) - 1).rstrip(), self.formatweekheader(w).rstrip()]
        lines += [self.formatweek(week, w).rstrip() for week in self.monthdayscalendar(theyear, themonth)]
        return "".join([line + "\n" * l for line in lines])

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")


_text = TextCalendar()
month = _text.formatmonth
prmonth = _text.prmonth
monthcalendar = _text.monthdayscalendar


def firstweekday():
    return _text.firstweekday


def setfirstweekday(firstweekday):
    _text.firstweekday = firstweekday


if _machine.minor < 12:
    January, February = JANUARY, FEBRUARY
    del Day, JANUARY, FEBRUARY
else:
    MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = range(3, 13)
