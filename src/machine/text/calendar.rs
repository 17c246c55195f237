//! Days and times of day, and how `time.strftime` and `datetime` write them.

use super::error::{TextError, TextResult, check_text_length};

/// A moment in UTC, as `time.struct_time` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CalendarTime {
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
    /// Monday is 0.
    pub weekday: u8,
    /// 1 to 366.
    pub yearday: u16,
}

const SECONDS_A_DAY: i64 = 86_400;
/// What dates are kept to: beyond, years would not fit a C `int`.
const LARGEST_DAY: i64 = 700_000_000_000;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Days since 1970-01-01 of a date of the Gregorian calendar, extended to all times.
pub fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    // Years that begin in March put the leap day at their end.
    let shifted = year - i64::from(month <= 2);
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let month_from_march = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Year, month and day of a number of days since 1970-01-01.
pub fn civil_from_days(days: i64) -> (i64, u8, u8) {
    let days = days.clamp(-LARGEST_DAY, LARGEST_DAY) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u8;
    let month = (if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 }) as u8;
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

pub fn is_leap_year(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

impl CalendarTime {
    /// `time.gmtime(seconds)`.
    pub fn from_unix_seconds(seconds: i64) -> Self {
        let days = seconds.div_euclid(SECONDS_A_DAY);
        let rest = seconds.rem_euclid(SECONDS_A_DAY);
        let (year, month, day) = civil_from_days(days);
        Self {
            year,
            month,
            day,
            hour: (rest / 3600) as u8,
            minute: (rest / 60 % 60) as u8,
            second: (rest % 60) as u8,
            weekday: (days + 3).rem_euclid(7) as u8,
            yearday: (days.clamp(-LARGEST_DAY, LARGEST_DAY) - days_from_civil(year, 1, 1) + 1) as u16,
        }
    }

    /// Of a date and a time of day that are in range.
    pub fn from_civil(year: i64, month: u8, day: u8, hour: u8, minute: u8, second: u8) -> Self {
        let days = days_from_civil(year, month, day);
        let of_day = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
        Self::from_unix_seconds(days * SECONDS_A_DAY + of_day)
    }

    pub fn unix_seconds(&self) -> i64 {
        let days = days_from_civil(self.year, self.month, self.day);
        days * SECONDS_A_DAY + i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second)
    }

    fn weekday_name(&self) -> &'static str {
        WEEKDAYS.get(usize::from(self.weekday)).copied().unwrap_or_default()
    }

    fn month_name(&self) -> &'static str {
        MONTHS.get(usize::from(self.month).wrapping_sub(1)).copied().unwrap_or_default()
    }

    /// `time.asctime`: `Thu Jan  1 00:00:00 1970`.
    pub fn asctime(&self) -> String {
        format!(
            "{} {} {:2} {:02}:{:02}:{:02} {}",
            short(self.weekday_name()),
            short(self.month_name()),
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.year
        )
    }

    /// `datetime.isoformat(separator)`: microseconds only when there are some.
    pub fn isoformat(&self, microsecond: u32, separator: char) -> String {
        let fraction = if microsecond == 0 { String::new() } else { format!(".{microsecond:06}") };
        format!(
            "{:04}-{:02}-{:02}{separator}{:02}:{:02}:{:02}{fraction}",
            self.year, self.month, self.day, self.hour, self.minute, self.second
        )
    }

    /// The number of the week when weeks begin on that day (Monday is 0) and the first one is the first whole one.
    fn week(&self, first_weekday: u16) -> u16 {
        let since_first = (u16::from(self.weekday) + 7 - first_weekday) % 7;
        (self.yearday + 6 - since_first) / 7
    }

    /// Year and week by ISO 8601: the week belongs to the year that its Thursday is in.
    pub fn iso_week(&self) -> (i64, u8) {
        let thursday = i64::from(self.yearday) + 3 - i64::from(self.weekday);
        let length = |year: i64| if is_leap_year(year) { 366 } else { 365 };
        let (year, day) = if thursday < 1 {
            (self.year - 1, thursday + length(self.year - 1))
        } else if thursday > length(self.year) {
            (self.year + 1, thursday - length(self.year))
        } else {
            (self.year, thursday)
        };
        (year, ((day - 1) / 7 + 1) as u8)
    }
}

fn short(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}

/// `time.strftime(format, time)` in the C locale and UTC. `microsecond` is there for a `datetime`, which alone knows
/// `%f`; a directive that is not known stays as it is, as with glibc.
pub fn strftime(format: &str, time: &CalendarTime, microsecond: Option<u32>) -> TextResult<String> {
    let mut out = String::new();
    let mut characters = format.chars();
    while let Some(c) = characters.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        let Some(directive) = characters.next() else {
            out.push('%');
            break;
        };
        // glibc's `-`: without zeros or spaces in front.
        if directive == '-'
            && let Some(directive) = characters.next()
        {
            let mut part = String::new();
            directive_text(&mut part, directive, time, microsecond)?;
            let bare = part.trim_start_matches(['0', ' ']);
            out.push_str(if bare.is_empty() && !part.is_empty() { "0" } else { bare });
            continue;
        }
        directive_text(&mut out, directive, time, microsecond)?;
        check_text_length(out.len())?;
    }
    Ok(out)
}

fn directive_text(out: &mut String, directive: char, time: &CalendarTime, microsecond: Option<u32>) -> TextResult<()> {
    let hour_12 = if time.hour.is_multiple_of(12) { 12 } else { time.hour % 12 };
    let expanded = match directive {
        'c' => "%a %b %e %H:%M:%S %Y",
        'D' | 'x' => "%m/%d/%y",
        'F' => "%Y-%m-%d",
        'R' => "%H:%M",
        'T' | 'X' => "%H:%M:%S",
        'r' => "%I:%M:%S %p",
        _ => "",
    };
    if !expanded.is_empty() {
        out.push_str(&strftime(expanded, time, microsecond)?);
        return Ok(());
    }
    out.push_str(&match directive {
        'a' => short(time.weekday_name()).to_owned(),
        'A' => time.weekday_name().to_owned(),
        'b' | 'h' => short(time.month_name()).to_owned(),
        'B' => time.month_name().to_owned(),
        'C' => format!("{:02}", time.year.div_euclid(100)),
        'd' => format!("{:02}", time.day),
        'e' => format!("{:2}", time.day),
        'f' => match microsecond {
            Some(microsecond) => format!("{microsecond:06}"),
            None => "%f".to_owned(),
        },
        'g' => format!("{:02}", time.iso_week().0.rem_euclid(100)),
        'G' => time.iso_week().0.to_string(),
        'H' => format!("{:02}", time.hour),
        'I' => format!("{hour_12:02}"),
        'j' => format!("{:03}", time.yearday),
        'k' => format!("{:2}", time.hour),
        'l' => format!("{hour_12:2}"),
        'm' => format!("{:02}", time.month),
        'M' => format!("{:02}", time.minute),
        'n' => "\n".to_owned(),
        'p' => if time.hour < 12 { "AM" } else { "PM" }.to_owned(),
        'P' => if time.hour < 12 { "am" } else { "pm" }.to_owned(),
        's' => time.unix_seconds().to_string(),
        'S' => format!("{:02}", time.second),
        't' => "\t".to_owned(),
        'u' => (time.weekday + 1).to_string(),
        'U' => format!("{:02}", time.week(6)),
        'V' => format!("{:02}", time.iso_week().1),
        'w' => ((time.weekday + 1) % 7).to_string(),
        'W' => format!("{:02}", time.week(0)),
        'y' => format!("{:02}", time.year.rem_euclid(100)),
        'Y' => time.year.to_string(),
        // A `datetime` without a time zone has none to name.
        'z' if microsecond.is_some() => String::new(),
        'Z' if microsecond.is_some() => String::new(),
        'z' => "+0000".to_owned(),
        'Z' => "UTC".to_owned(),
        '%' => "%".to_owned(),
        other => format!("%{other}"),
    });
    Ok(())
}

/// The errors of `datetime.date` and `datetime.datetime` for parts out of range.
pub fn check_civil(year: i64, month: i64, day: i64, python_minor: u8) -> TextResult<()> {
    if !(1..=9999).contains(&year) {
        return Err(TextError::value(if python_minor >= 14 {
            format!("year must be in 1..9999, not {year}")
        } else {
            format!("year {year} is out of range")
        }));
    }
    if !(1..=12).contains(&month) {
        return Err(TextError::value(if python_minor >= 14 {
            format!("month must be in 1..12, not {month}")
        } else {
            "month must be in 1..12".to_owned()
        }));
    }
    let longest = days_in_month(year, month as u8);
    if !(1..=i64::from(longest)).contains(&day) {
        return Err(TextError::value(if python_minor >= 14 {
            format!("day {day} must be in range 1..{longest} for month {month} in year {year}")
        } else {
            "day is out of range for month".to_owned()
        }));
    }
    Ok(())
}

pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap_year(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
