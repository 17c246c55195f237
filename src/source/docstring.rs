//! A program's title and explanation: the first statement, when it is a string.

use ruff_python_ast::{Expr, ModModule, Stmt};

/// The first line of the module's docstring, and the rest of it as paragraphs without its common indentation. Both are
/// empty when there is no docstring.
pub fn title_and_explanation(module: &ModModule) -> (String, String) {
    let Some(Stmt::Expr(statement)) = module.body.first() else { return Default::default() };
    let Expr::StringLiteral(literal) = statement.value.as_ref() else { return Default::default() };
    let text = literal.value.to_str().replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
    (title.trim().to_owned(), dedent(rest))
}

/// As `inspect.cleandoc` has it: the smallest indentation of the lines is taken away from all of them.
fn dedent(text: &str) -> String {
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let common = text.lines().filter(|line| !line.trim().is_empty()).map(indentation).min().unwrap_or(0);
    let lines: Vec<&str> = text.lines().map(|line| line.get(common..).unwrap_or("").trim_end()).collect();
    lines.join("\n").trim().to_owned()
}
