//! Which function a thread runs, and where its flag, its start and its joins stand.

use super::flags::flag_of;
use super::literals::{Construction, Findings, InitCall};
use super::outline::Outline;
use super::{DaemonFlag, FlagPlace, Join, Start, ThreadSite};
use crate::source::lines::LineIndex;
use crate::source::span::Span;
use ruff_python_ast::{Expr, ExprCall, Keyword};
use ruff_text_size::Ranged;

/// The function that the threads of a construction run, when the text says so.
pub fn target_of(outline: &Outline, construction: &Construction) -> Option<usize> {
    let arguments = &construction.call.arguments;
    let (position, keyword) = if construction.made == "threading.Timer" { (1, "function") } else { (1, "target") };
    let is_library = matches!(construction.made.as_str(), "threading.Thread" | "threading.Timer");
    let target = arguments.find_keyword(keyword).map(|keyword| &keyword.value);
    let target = target.or_else(|| arguments.args.get(position).filter(|_| is_library));
    match target {
        Some(target) => function_of(outline, construction, target),
        None if is_library => None,
        None => outline.method(&construction.made, "run"),
    }
}

fn function_of(outline: &Outline, construction: &Construction, target: &Expr) -> Option<usize> {
    match target {
        Expr::Name(name) => outline.functions_by_name.get(name.id.as_str()).copied(),
        Expr::Attribute(attribute) => {
            let method = attribute.attr.as_str();
            let own = matches!(attribute.value.as_ref(), Expr::Name(name) if name.id.as_str() == "self");
            let of_class = construction.class.as_deref().filter(|_| own);
            of_class.and_then(|class| outline.method(class, method)).or_else(|| outline.method_of_any_class(method))
        }
        Expr::Lambda(lambda) => outline.function_at.get(&lambda.range.start()).copied(),
        // `functools.partial(f, …)`
        Expr::Call(call) => match call.arguments.args.first()? {
            inner @ (Expr::Name(_) | Expr::Attribute(_)) => function_of(outline, construction, inner),
            _ => None,
        },
        _ => None,
    }
}

/// Every construction with the index of the function that its threads run.
pub fn resolve(outline: &Outline, findings: &Findings, lines: &LineIndex) -> Vec<(usize, ThreadSite)> {
    let mut sites = Vec::new();
    for construction in &findings.constructions {
        if let Some(function) = target_of(outline, construction) {
            sites.push((function, site(outline, findings, construction, lines)));
        }
    }
    sites
}

fn daemon_keyword(call: &ExprCall) -> Option<&Keyword> {
    call.arguments.find_keyword("daemon")
}

fn site(outline: &Outline, findings: &Findings, construction: &Construction, lines: &LineIndex) -> ThreadSite {
    let call = construction.call;
    let span = Span::from(call.range());
    let init = init_call(outline, findings, &construction.made);
    // A flag assigned between this construction and the next one of the same variable belongs to this one.
    let until = findings
        .constructions
        .iter()
        .filter(|other| other.function == construction.function && other.variable == construction.variable)
        .map(|other| other.call.range().start().to_u32())
        .find(|start| *start > span.start)
        .unwrap_or(u32::MAX);
    let mine = |function: usize, variable: &String| {
        function == construction.function && Some(variable) == construction.variable.as_ref()
    };
    let start: Option<Start> = findings
        .starts
        .iter()
        .find(|(function, variable, start)| mine(*function, variable) && start.statement.start >= span.end)
        .map(|(_, _, start)| *start);
    // After `start()` the attribute can no longer be set.
    let until_start = start.map_or(until, |start| until.min(start.statement.start));
    let statement = findings.flags.iter().find(|flag| {
        let between = span.end <= flag.statement.start && flag.statement.start < until_start;
        mine(flag.function, &flag.variable) && between
    });
    let own_class_statement = || {
        let names = [outline.method(&construction.made, "__init__")];
        findings.flags.iter().find(|flag| names.contains(&Some(flag.function)) && flag.variable == "self")
    };
    let of_keyword = |keyword: &Keyword| {
        let place =
            FlagPlace::Argument { argument: Span::from(keyword.range), value: Span::from(keyword.value.range()) };
        (flag_of(&keyword.value), place)
    };
    let (flag, flag_place) = if let Some(flag) = statement {
        (flag.flag, FlagPlace::Statement { statement: flag.statement, value: flag.value })
    } else if let Some(keyword) = daemon_keyword(call) {
        of_keyword(keyword)
    } else if let Some(flag) = own_class_statement() {
        (flag.flag, FlagPlace::Statement { statement: flag.statement, value: flag.value })
    } else {
        // In a subclass `daemon=daemon` only hands on what the construction said: nothing.
        let in_init = init.and_then(|init| daemon_keyword(init.call)).map(of_keyword);
        in_init.filter(|(flag, _)| *flag != DaemonFlag::Computed).unwrap_or((DaemonFlag::Inherited, FlagPlace::Absent))
    };
    let own_init = outline.method(&construction.made, "__init__").and_then(|index| outline.functions.get(index));
    let is_timer = construction.made == "threading.Timer";
    let can_take_argument = !is_timer && own_init.is_none_or(|function| function.accepts_daemon);
    let joins: Vec<Join> = findings
        .joins
        .iter()
        .filter(|(function, variable, join)| {
            mine(*function, variable) && span.end <= join.statement.start && join.statement.start < until
        })
        .map(|(_, _, join)| *join)
        .collect();
    ThreadSite {
        line: lines.line(span.start),
        call: span,
        arguments: Span::from(call.arguments.range),
        variable: construction.variable.clone(),
        statement: construction.statement,
        flag,
        flag_place,
        can_take_argument,
        can_take_name: can_take_name(construction),
        init_line: init.map(|init| lines.line(init.call.range().start().to_u32())),
        start,
        joins,
    }
}

/// A name goes among the arguments of `Thread` itself, unless there is one, or nobody knows because of a `*` or `**`.
fn can_take_name(construction: &Construction) -> bool {
    let arguments = &construction.call.arguments;
    let unpacks =
        arguments.args.iter().any(Expr::is_starred_expr) || arguments.keywords.iter().any(|it| it.arg.is_none());
    let has_name = arguments.find_keyword("name").is_some() || arguments.args.len() > 2;
    construction.made == "threading.Thread" && !unpacks && !has_name
}

/// The call of the base class's `__init__` in a class or in its bases.
fn init_call<'f, 'a>(outline: &Outline, findings: &'f Findings<'a>, class: &str) -> Option<&'f InitCall<'a>> {
    let init = outline.method(class, "__init__")?;
    let function = outline.functions.get(init)?;
    let within = |call: &&InitCall| {
        let start = call.call.range().start().to_u32();
        function.span.contains(start) && outline.is_thread_class(&call.class)
    };
    findings.init_calls.iter().find(within)
}
