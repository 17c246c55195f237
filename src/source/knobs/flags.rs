//! The flag as a value in the text.

use super::DaemonFlag;
use ruff_python_ast::Expr;

/// What an expression says of the flag. `None` is the same as not saying anything (`threading.Thread.__init__`).
pub fn flag_of(value: &Expr) -> DaemonFlag {
    match value {
        Expr::BooleanLiteral(literal) if literal.value => DaemonFlag::Daemon,
        Expr::BooleanLiteral(_) => DaemonFlag::Regular,
        Expr::NoneLiteral(_) => DaemonFlag::Inherited,
        _ => DaemonFlag::Computed,
    }
}
