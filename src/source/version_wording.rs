//! Syntax that came with a version later than the one that was chosen.

use super::span::Span;
use super::syntax_wording::{Worded, syntax_error};
use ruff_python_parser::{UnsupportedSyntaxError, UnsupportedSyntaxErrorKind as Kind};
use ruff_text_size::Ranged;

/// CPython of that version says little more than `invalid syntax`; the version that brought it is what helps.
pub fn word(error: &UnsupportedSyntaxError) -> Worded {
    let (what, since) = match error.kind {
        Kind::Match => ("the match statement", "3.10"),
        Kind::Walrus => ("the assignment expression :=", "3.8"),
        Kind::ExceptStar => ("except*", "3.11"),
        Kind::UnparenthesizedNamedExpr(_) => ("an assignment expression here without parentheses", "3.9"),
        Kind::StarTuple(_) => ("unpacking here without parentheses", "3.8"),
        Kind::RelaxedDecorator(_) => ("a decorator that is any expression", "3.9"),
        Kind::PositionalOnlyParameter => ("the positional-only marker /", "3.8"),
        Kind::TypeParameterList => ("a list of type parameters", "3.12"),
        Kind::LazyImportStatement => ("the lazy import statement", "3.15"),
        Kind::TypeAliasStatement => ("the type statement", "3.12"),
        Kind::TypeParamDefault => ("a default of a type parameter", "3.13"),
        Kind::Pep701FString(_) => {
            ("an f-string with its own quotes, backslashes, comments or line breaks in braces", "3.12")
        }
        Kind::ParenthesizedContextManager => ("parentheses around several context managers", "3.9"),
        Kind::StarExpressionInIndex => ("unpacking in an index", "3.11"),
        Kind::StarAnnotation => ("unpacking in an annotation", "3.11"),
        Kind::UnpackingInComprehension(kind) => {
            let message = match kind {
                kind if format!("{kind:?}") == "DictInDict" => "dict unpacking cannot be used in dict comprehension",
                _ => "iterable unpacking cannot be used in comprehension",
            };
            return syntax_error(Span::from(error.range()), message);
        }
        Kind::UnparenthesizedUnpackInFor => ("unpacking in a for statement without parentheses", "3.9"),
        Kind::UnparenthesizedExceptionTypes => {
            return syntax_error(Span::from(error.range()), "multiple exception types must be parenthesized");
        }
        Kind::TemplateStrings => ("a t-string", "3.14"),
        Kind::ParenthesizedKeywordArgumentName => {
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            return syntax_error(Span::from(error.range()), message);
        }
    };
    let chosen = error.target_version;
    syntax_error(
        Span::from(error.range()),
        &format!("invalid syntax ({what} came with Python {since}; this is {chosen})"),
    )
}
