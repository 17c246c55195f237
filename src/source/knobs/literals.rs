//! One walk over the tree that notes every number that can be turned and everything that has to do with threads.

use super::flags::flag_of;
use super::outline::Outline;
use super::{DaemonFlag, Join, Knob, NameKnob, Start, Unit};
use crate::source::lines::LineIndex;
use crate::source::parse::Parsed;
use crate::source::span::Span;
use crate::source::walk::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Arguments, Expr, ExprCall, Number, Stmt};
use ruff_text_size::Ranged;
use std::collections::{BTreeMap, BTreeSet};

/// The largest number that a slider makes sense for, and that a float holds exactly as an integer.
const LARGEST: f64 = 1e12;

/// A call that makes a thread.
pub struct Construction<'a> {
    pub function: usize,
    /// The class around, for `self.…`.
    pub class: Option<String>,
    pub made: String,
    pub call: &'a ExprCall,
    pub variable: Option<String>,
    pub statement: Option<Span>,
}

/// `t.daemon = …` or `t.setDaemon(…)`.
pub struct FlagStatement {
    pub function: usize,
    pub variable: String,
    pub statement: Span,
    pub value: Span,
    pub flag: DaemonFlag,
}

/// `super().__init__(…)` in a subclass of `Thread`.
pub struct InitCall<'a> {
    pub class: String,
    pub call: &'a ExprCall,
}

/// All that was noted, each with the index of the function that it stands in.
#[derive(Default)]
pub struct Findings<'a> {
    pub constructions: Vec<Construction<'a>>,
    pub flags: Vec<FlagStatement>,
    pub init_calls: Vec<InitCall<'a>>,
    pub starts: Vec<(usize, String, Start)>,
    pub joins: Vec<(usize, String, Join)>,
    pub numbers: Vec<(usize, Knob)>,
    pub names: Vec<(usize, NameKnob)>,
}

pub fn find<'a>(text: &'a str, outline: &Outline, parsed: &'a Parsed) -> Findings<'a> {
    let mut usage = Usage { outline, function: 0, units: BTreeMap::new(), attributes: BTreeMap::new() };
    usage.visit_body(&parsed.module.body);
    let mut finder = Finder {
        text,
        outline,
        lines: &parsed.lines,
        units: usage.units,
        attributes: usage.attributes,
        function: 0,
        class: None,
        assigned: None,
        loop_of: None,
        findings: Findings::default(),
    };
    finder.visit_body(&parsed.module.body);
    finder.findings
}

/// What an argument of a call measures: its unit and its label. `None` when nothing is known of it.
fn measured(outline: &Outline, call: &ExprCall) -> Vec<(&'static str, Unit, usize, &'static str)> {
    let dotted = outline.dotted(&call.func).unwrap_or_default();
    let last = match call.func.as_ref() {
        Expr::Attribute(attribute) => attribute.attr.as_str(),
        _ => dotted.rsplit('.').next().unwrap_or(""),
    };
    let count = call.arguments.args.len();
    // Label, unit, position, keyword.
    match (dotted.as_str(), last) {
        ("time.sleep", _) | (_, "sleep") => vec![("sleep", Unit::Seconds, 0, "seconds")],
        ("threading.Timer", _) => vec![("timer", Unit::Seconds, 0, "interval")],
        ("range", _) => match count {
            1 => vec![("count", Unit::Count, 0, "")],
            _ => vec![("from", Unit::Count, 0, ""), ("to", Unit::Count, 1, "")],
        },
        ("threading.Semaphore" | "threading.BoundedSemaphore", _) => vec![("permits", Unit::Count, 0, "value")],
        ("threading.Barrier", _) => {
            vec![("parties", Unit::Count, 0, "parties"), ("timeout", Unit::Seconds, 2, "timeout")]
        }
        (_, "ThreadPoolExecutor") => vec![("workers", Unit::Count, 0, "max_workers")],
        ("queue.Queue" | "queue.LifoQueue" | "queue.PriorityQueue", _) => {
            vec![("size", Unit::Count, 0, "maxsize")]
        }
        (_, "wait" | "join" | "result" | "exception") if matches!(call.func.as_ref(), Expr::Attribute(_)) => {
            vec![("timeout", Unit::Seconds, 0, "timeout")]
        }
        (_, "wait_for" | "acquire") => vec![("timeout", Unit::Seconds, 1, "timeout")],
        _ => vec![("timeout", Unit::Seconds, usize::MAX, "timeout")],
    }
}

/// Walks along with the index of the function that it is in.
macro_rules! in_function {
    ($self:ident, $start:expr, $visit:expr) => {{
        let outer = $self.function;
        $self.function = $self.outline.function_at.get(&$start).copied().unwrap_or(outer);
        $visit;
        $self.function = outer;
    }};
}

/// First walk: which names are used as durations or counts, so that the numbers put into them can be turned too.
struct Usage<'o> {
    outline: &'o Outline,
    function: usize,
    /// By function and name.
    units: BTreeMap<(usize, String), Unit>,
    /// By the attribute's name: `time.sleep(self.pause)`.
    attributes: BTreeMap<String, Unit>,
}

impl<'a> Visitor<'a> for Usage<'_> {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => in_function!(self, function.range.start(), walk_stmt(self, statement)),
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Call(call) = expression {
            for (_, unit, position, keyword) in measured(self.outline, call) {
                match argument(&call.arguments, position, keyword) {
                    Some(Expr::Name(name)) => {
                        self.units.insert((self.function, name.id.to_string()), unit);
                    }
                    Some(Expr::Attribute(attribute)) => {
                        self.attributes.insert(attribute.attr.to_string(), unit);
                    }
                    _ => {}
                }
            }
        }
        match expression {
            Expr::Lambda(lambda) => in_function!(self, lambda.range.start(), walk_expr(self, expression)),
            _ => walk_expr(self, expression),
        }
    }
}

/// An argument by its position or its name.
fn argument<'a>(arguments: &'a Arguments, position: usize, keyword: &str) -> Option<&'a Expr> {
    let positional = arguments.args.get(position).filter(|_| !arguments.args.iter().any(Expr::is_starred_expr));
    positional.or_else(|| arguments.find_keyword(keyword).map(|keyword| &keyword.value))
}

/// Second walk.
struct Finder<'a, 'o> {
    text: &'a str,
    outline: &'o Outline,
    lines: &'o LineIndex,
    units: BTreeMap<(usize, String), Unit>,
    attributes: BTreeMap<String, Unit>,
    function: usize,
    class: Option<String>,
    /// The variable and the statement that the next construction is assigned by.
    assigned: Option<(String, Span)>,
    /// The `for` statement whose only statement comes next.
    loop_of: Option<Span>,
    findings: Findings<'a>,
}

/// A number literal that can be turned.
fn number(expression: &Expr) -> Option<f64> {
    let Expr::NumberLiteral(literal) = expression else { return None };
    let value = match &literal.value {
        Number::Int(value) => value.as_u64()? as f64,
        Number::Float(value) => *value,
        Number::Complex { .. } => return None,
    };
    (value.is_finite() && value <= LARGEST).then_some(value)
}

impl<'a> Finder<'a, '_> {
    fn line(&self, span: Span) -> u32 {
        self.lines.line(span.start)
    }

    fn text_of(&self, ranged: &impl Ranged) -> &'a str {
        Span::from(ranged.range()).text(self.text)
    }

    fn knob(&mut self, function: usize, what: &str, unit: Unit, expression: &Expr) {
        let Some(value) = number(expression) else { return };
        // What counts cannot be broken; where a float stands for a count, the program means something else.
        if unit == Unit::Count && value.fract() != 0.0 {
            return;
        }
        let span = Span::from(expression.range());
        let line = self.line(span);
        let knob = Knob { label: format!("{what}, line {line}"), line, span, value, unit };
        self.findings.numbers.push((function, knob));
    }

    /// `NAME = 5` at the top or in a function: a constant, or a name that is later used as a duration or a count.
    fn assigned_number(&mut self, name: &str, value: &Expr) {
        let used = self.units.get(&(self.function, name.to_owned())).copied();
        // A function may use a name of the module.
        let anywhere = || {
            let mut units = self.units.iter().filter(|((_, used), _)| used == name).map(|(_, unit)| *unit);
            units.next().filter(|_| self.function == 0)
        };
        let is_constant = name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase);
        let unit = used.or_else(anywhere).or(is_constant.then_some(Unit::Plain));
        if let Some(unit) = unit {
            self.knob(self.function, name, unit, value);
        }
    }

    /// Numbers in `args=(…)`, named by the parameter of the target that gets them.
    fn thread_arguments(&mut self, target: Option<usize>, arguments: &Expr) {
        let elements: &[Expr] = match arguments {
            Expr::Tuple(tuple) => &tuple.elts,
            Expr::List(list) => &list.elts,
            _ => return,
        };
        let Some(target) = target else { return };
        let Some(function) = self.outline.functions.get(target) else { return };
        let parameters: BTreeSet<String> = function.parameters.iter().cloned().collect();
        for (parameter, element) in function.parameters.clone().into_iter().zip(elements) {
            let unit = self.units.get(&(target, parameter.clone())).copied().unwrap_or(Unit::Plain);
            if parameters.contains(&parameter) {
                self.knob(target, &parameter, unit, element);
            }
        }
    }

    fn call(&mut self, call: &'a ExprCall) {
        for (what, unit, position, keyword) in measured(self.outline, call) {
            if let Some(value) = argument(&call.arguments, position, keyword) {
                self.knob(self.function, what, unit, value);
            }
        }
        let Some(dotted) = self.outline.dotted(&call.func) else { return self.super_init(call) };
        if !self.outline.is_thread_class(&dotted) {
            return self.super_init(call);
        }
        let (variable, statement) = self.assigned.take().unzip();
        let class = self.class.clone();
        let function = self.function;
        let construction = Construction { function, class, made: dotted, call, variable, statement };
        let target = super::sites::target_of(self.outline, &construction);
        if let Some(Expr::StringLiteral(name)) = argument(&call.arguments, 2, "name")
            && construction.made != "threading.Timer"
            && name.value.iter().count() == 1
        {
            let span = Span::from(name.range);
            let line = self.line(span);
            let value = name.value.to_str().to_owned();
            let body = target.unwrap_or(function);
            self.findings.names.push((body, NameKnob { label: format!("name, line {line}"), line, span, value }));
        }
        let position = if construction.made == "threading.Timer" { 2 } else { 3 };
        if let Some(arguments) = argument(&call.arguments, position, "args") {
            self.thread_arguments(target, arguments);
        }
        if !matches!(construction.made.as_str(), "threading.Thread" | "threading.Timer") {
            self.subclass_arguments(&construction);
        }
        self.findings.constructions.push(construction);
    }

    /// Numbers given to a subclass's own `__init__`.
    fn subclass_arguments(&mut self, construction: &Construction<'a>) {
        let run = self.outline.method(&construction.made, "run");
        let init = self.outline.method(&construction.made, "__init__");
        let (Some(run), Some(init)) = (run, init) else { return };
        let Some(function) = self.outline.functions.get(init) else { return };
        let call = construction.call;
        for (position, parameter) in function.parameters.clone().into_iter().enumerate() {
            if let Some(value) = argument(&call.arguments, position, &parameter) {
                let unit = self.attributes.get(&parameter).copied().unwrap_or(Unit::Plain);
                self.knob(run, &parameter, unit, value);
            }
        }
    }

    /// `super().__init__(…)` and `threading.Thread.__init__(self, …)`.
    fn super_init(&mut self, call: &'a ExprCall) {
        let (Some(class), Expr::Attribute(attribute)) = (&self.class, call.func.as_ref()) else { return };
        if attribute.attr.as_str() != "__init__" || !self.outline.is_thread_class(class) {
            return;
        }
        let of_super = match attribute.value.as_ref() {
            Expr::Call(inner) => self.outline.dotted(&inner.func).as_deref() == Some("super"),
            other => self.outline.dotted(other).is_some_and(|base| self.outline.is_thread_class(&base)),
        };
        if of_super {
            self.findings.init_calls.push(InitCall { class: class.clone(), call });
        }
    }

    /// `t.start()`, `t.join()`, `t.setDaemon(True)` as statements.
    fn method_statement(&mut self, statement: Span, call: &'a ExprCall) {
        let Expr::Attribute(attribute) = call.func.as_ref() else { return };
        let variable = self.text_of(attribute.value.as_ref()).to_owned();
        let line = self.line(statement);
        match attribute.attr.as_str() {
            "start" if call.arguments.is_empty() => {
                let start = Start { statement, in_loop: self.loop_of };
                self.findings.starts.push((self.function, variable, start));
            }
            "join" => self.findings.joins.push((self.function, variable, Join { statement, line })),
            "setDaemon" => {
                if let Some(value) = argument(&call.arguments, 0, "daemonic") {
                    self.flag_statement(variable, statement, value);
                }
            }
            _ => {}
        }
    }

    fn flag_statement(&mut self, variable: String, statement: Span, value: &Expr) {
        let (function, flag) = (self.function, flag_of(value));
        let value = Span::from(value.range());
        self.findings.flags.push(FlagStatement { function, variable, statement, value, flag });
    }

    fn assignment(&mut self, statement: Span, targets: &'a [Expr], value: &'a Expr) {
        let [target] = targets else { return };
        match target {
            Expr::Name(name) => {
                self.assigned_number(&name.id, value);
                self.assigned = Some((name.id.to_string(), statement));
            }
            Expr::Attribute(attribute) if attribute.attr.as_str() == "daemon" => {
                let variable = self.text_of(attribute.value.as_ref()).to_owned();
                self.flag_statement(variable, statement, value);
            }
            Expr::Attribute(_) => self.assigned = Some((self.text_of(target).to_owned(), statement)),
            _ => {}
        }
        if !value.is_call_expr() {
            self.assigned = None;
        }
    }
}

impl<'a> Visitor<'a> for Finder<'a, '_> {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let span = Span::from(statement.range());
        self.assigned = None;
        match statement {
            Stmt::FunctionDef(function) => {
                let class = self.class.clone();
                in_function!(self, function.range.start(), walk_stmt(self, statement));
                self.class = class;
                return;
            }
            Stmt::ClassDef(class) => {
                let outer = self.class.replace(class.name.to_string());
                walk_stmt(self, statement);
                self.class = outer;
                return;
            }
            Stmt::Assign(assignment) => self.assignment(span, &assignment.targets, &assignment.value),
            Stmt::AnnAssign(assignment) => {
                if let Some(value) = &assignment.value {
                    self.assignment(span, std::slice::from_ref(assignment.target.as_ref()), value);
                }
            }
            Stmt::Expr(expression) => {
                if let Expr::Call(call) = expression.value.as_ref() {
                    self.method_statement(span, call);
                }
            }
            Stmt::While(statement) => self.bound(&statement.test),
            _ => {}
        }
        let outer = self.loop_of.take();
        if let Stmt::For(statement) = statement
            && statement.body.len() == 1
        {
            self.loop_of = Some(span);
        }
        walk_stmt(self, statement);
        self.loop_of = outer;
    }

    fn visit_parameters(&mut self, parameters: &'a ruff_python_ast::Parameters) {
        // Default values: `def work(seconds=2)`. The function that is being entered is already the current one.
        for parameter in parameters.iter_non_variadic_params() {
            let unit = self.units.get(&(self.function, parameter.name().to_string())).copied();
            if let (Some(default), Some(unit)) = (parameter.default.as_deref(), unit) {
                self.knob(self.function, parameter.name(), unit, default);
            }
        }
        crate::source::walk::walk_parameters(self, parameters);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Call(call) => {
                self.call(call);
                self.assigned = None;
                walk_expr(self, expression);
            }
            Expr::Lambda(lambda) => in_function!(self, lambda.range.start(), walk_expr(self, expression)),
            _ => walk_expr(self, expression),
        }
    }
}

impl Finder<'_, '_> {
    /// `while rounds < 5`: the number of rounds.
    fn bound(&mut self, test: &Expr) {
        if let Expr::Compare(compare) = test
            && let ([_], [bound]) = (compare.ops.as_ref(), compare.comparators.as_ref())
        {
            self.knob(self.function, "count", Unit::Count, bound);
        }
    }
}
