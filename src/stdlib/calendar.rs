//! What `time` and `datetime` need: dates and their texts.

use super::builder::Builder;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::exception::Result;
use crate::machine::library::Flow;
use crate::machine::text::calendar::{
    CalendarTime, check_civil, civil_from_days, days_from_civil, days_in_month, strftime,
};
use crate::machine::thread::Thread;
use crate::machine::value::Value;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    builder.function(module, "calendar_time", calendar_time);
    builder.function(module, "days_of_date", days_of_date);
    builder.function(module, "date_of_days", date_of_days);
    builder.function(module, "days_in_month", length_of_month);
    builder.function(module, "iso_week", iso_week);
    builder.function(module, "check_date", check_date);
    builder.function(module, "strftime", format_time);
}

fn number(machine: &Machine, arguments: &Arguments, index: usize) -> i64 {
    machine.as_int(arguments.get(index)).unwrap_or(0)
}

fn small(machine: &Machine, arguments: &Arguments, index: usize) -> u8 {
    number(machine, arguments, index).clamp(0, 255) as u8
}

fn numbers(machine: &mut Machine, values: &[i64]) -> Flow {
    let values = values.iter().map(|&number| Value::Int(number)).collect();
    Flow::Value(machine.tuple(values))
}

/// Year, month, day, hour, minute and second, from an index on.
fn civil(machine: &Machine, arguments: &Arguments, first: usize) -> CalendarTime {
    CalendarTime::from_civil(
        number(machine, arguments, first).clamp(-1_000_000, 1_000_000),
        small(machine, arguments, first + 1).clamp(1, 12),
        small(machine, arguments, first + 2).clamp(1, 31),
        small(machine, arguments, first + 3),
        small(machine, arguments, first + 4),
        small(machine, arguments, first + 5),
    )
}

/// `calendar_time(seconds)`: year, month, day, hour, minute, second, weekday, day of the year, in UTC.
fn calendar_time(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let time = CalendarTime::from_unix_seconds(number(machine, &arguments, 0));
    let rest = [time.month, time.day, time.hour, time.minute, time.second, time.weekday].map(i64::from);
    let [month, day, hour, minute, second, weekday] = rest;
    Ok(numbers(machine, &[time.year, month, day, hour, minute, second, weekday, i64::from(time.yearday)]))
}

/// `days_of_date(year, month, day)`: since 1970-01-01.
fn days_of_date(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let year = number(machine, &arguments, 0).clamp(-1_000_000, 1_000_000);
    let days = days_from_civil(year, small(machine, &arguments, 1), small(machine, &arguments, 2));
    Ok(Flow::Value(Value::Int(days)))
}

fn date_of_days(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (year, month, day) = civil_from_days(number(machine, &arguments, 0));
    Ok(numbers(machine, &[year, i64::from(month), i64::from(day)]))
}

fn length_of_month(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let days = days_in_month(number(machine, &arguments, 0), small(machine, &arguments, 1));
    Ok(Flow::Value(Value::Int(i64::from(days))))
}

/// `iso_week(year, month, day)`: the year and the week.
fn iso_week(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (year, week) = civil(machine, &arguments, 0).iso_week();
    Ok(numbers(machine, &[year, i64::from(week)]))
}

fn check_date(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [year, month, day] = [0, 1, 2].map(|index| number(machine, &arguments, index));
    match check_civil(year, month, day, machine.settings.python.0) {
        Ok(()) => Ok(Flow::Value(Value::None)),
        Err(error) => machine.text_error(error),
    }
}

/// `strftime(format, microsecond or None, year, month, day, hour, minute, second)`.
fn format_time(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let format = machine.as_str(arguments.get(0)).cloned().unwrap_or_default();
    let microsecond = machine.as_int(arguments.get(1)).map(|microsecond| microsecond.clamp(0, 999_999) as u32);
    let time = civil(machine, &arguments, 2);
    match strftime(&format, &time, microsecond) {
        Ok(text) => Ok(Flow::Value(machine.str(&text))),
        Err(error) => machine.text_error(error),
    }
}
