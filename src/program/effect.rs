//! What each operation does to the operand stack: the numbers that the compiler counts with and the verifier checks.

use super::code::FunctionParts;
use super::op::Op;

/// Operands taken from the stack and left there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// How many operands the operation needs on the stack, counting those it leaves in place.
    pub needs: u32,
    /// The change in depth when the next operation follows.
    pub falls: i32,
    /// The change in depth when the operation jumps; meaningless where it never does.
    pub jumps: i32,
}

impl Effect {
    fn of(pops: u32, pushes: u32) -> Self {
        let change = pushes as i32 - pops as i32;
        Self { needs: pops, falls: change, jumps: change }
    }
}

/// The effect of an operation; `function_parts` are those of the code object that holds it.
pub fn effect_of(op: Op, function_parts: &[FunctionParts]) -> Effect {
    match op {
        Op::Const(_) | Op::LoadFast(_) | Op::LoadDeref(_) | Op::LoadClosure(_) | Op::LoadGlobal(_) => Effect::of(0, 1),
        Op::LoadName(_) | Op::LoadClassDeref(_) | Op::LoadBuildClass | Op::LoadAssertionError => Effect::of(0, 1),
        Op::ImportModule(..) => Effect::of(0, 1),
        Op::Pop | Op::StoreFast(_) | Op::StoreDeref(_) | Op::StoreGlobal(_) | Op::StoreName(_) => Effect::of(1, 0),
        Op::DeleteFast(_) | Op::DeleteDeref(_) | Op::DeleteGlobal(_) | Op::DeleteName(_) => Effect::of(0, 0),
        Op::Copy(depth) => Effect { needs: depth, falls: 1, jumps: 1 },
        Op::Swap(depth) => Effect { needs: depth, falls: 0, jumps: 0 },
        Op::LoadAttribute(_) => Effect::of(1, 1),
        Op::StoreAttribute(_) => Effect::of(2, 0),
        Op::DeleteAttribute(_) => Effect::of(1, 0),
        Op::LoadMethod(_) => Effect::of(1, 2),
        Op::LoadSubscript => Effect::of(2, 1),
        Op::StoreSubscript => Effect::of(3, 0),
        Op::DeleteSubscript => Effect::of(2, 0),
        Op::BuildSlice(count) => Effect::of(count, 1),
        Op::Unary(_) => Effect::of(1, 1),
        Op::Binary(_) | Op::InPlace(_) | Op::Compare(_) => Effect::of(2, 1),
        Op::BuildTuple(count) | Op::BuildList(count) | Op::BuildSet(count) | Op::BuildString(count) => {
            Effect::of(count, 1)
        }
        Op::BuildDict(count) => Effect::of(count.saturating_mul(2), 1),
        Op::ListAppend(depth) | Op::SetAdd(depth) | Op::ListExtend(depth) | Op::SetUpdate(depth) => {
            Effect { needs: depth + 1, falls: -1, jumps: -1 }
        }
        Op::DictUpdate(depth) | Op::DictMerge(depth) => Effect { needs: depth + 1, falls: -1, jumps: -1 },
        Op::DictInsert(depth) => Effect { needs: depth + 2, falls: -2, jumps: -2 },
        Op::ListToTuple => Effect::of(1, 1),
        Op::FormatValue(_, has_specification) => Effect::of(1 + u32::from(has_specification), 1),
        Op::UnpackSequence(count) => Effect::of(1, count),
        Op::UnpackStarred(before, after) => Effect::of(1, u32::from(before) + 1 + u32::from(after)),
        Op::Jump(_) | Op::JumpBack(_) => Effect::of(0, 0),
        Op::JumpIfFalse(_) | Op::JumpIfTrue(_) | Op::JumpIfNone(_) | Op::JumpIfNotNone(_) => Effect::of(1, 0),
        Op::JumpIfFalseOrPop(_) | Op::JumpIfTrueOrPop(_) => Effect { needs: 1, falls: -1, jumps: 0 },
        Op::GetIterator => Effect::of(1, 1),
        Op::ForIterate(_) => Effect { needs: 1, falls: 1, jumps: -1 },
        Op::Call(count) => Effect::of(count.saturating_add(1), 1),
        Op::CallKeyword(count, _) => Effect::of(u32::from(count) + 1, 1),
        Op::CallSpread(has_keywords) => Effect::of(2 + u32::from(has_keywords), 1),
        Op::CallMethod(count) => Effect::of(count.saturating_add(2), 1),
        Op::CallMethodKeyword(count, _) => Effect::of(u32::from(count) + 2, 1),
        Op::MakeFunction(index) => {
            let parts = function_parts.get(index as usize);
            let count = parts.map_or(0, |parts| {
                u32::from(parts.defaults)
                    + u32::from(parts.keyword_defaults)
                    + u32::from(parts.annotations)
                    + u32::from(parts.closure)
            });
            Effect::of(count, 1)
        }
        Op::Return => Effect::of(1, 0),
        Op::Yield => Effect::of(1, 1),
        Op::YieldFrom => Effect::of(2, 1),
        Op::ReturnGenerator => Effect::of(0, 0),
        Op::ImportFrom(_) => Effect::of(1, 2),
        Op::ImportStar => Effect::of(1, 0),
        Op::PushHandled => Effect::of(1, 2),
        Op::PopHandled => Effect::of(1, 0),
        Op::MatchException => Effect::of(2, 2),
        Op::Raise(count) => Effect::of(count, 0),
        Op::Reraise => Effect::of(1, 0),
        Op::BeforeWith => Effect::of(1, 2),
        Op::WithExceptStart => Effect::of(3, 4),
        Op::MatchSequence | Op::MatchMapping | Op::GetLength => Effect::of(1, 2),
        Op::MatchKeys => Effect::of(2, 3),
        Op::MatchClass(_) => Effect::of(3, 1),
        Op::MatchRest => Effect::of(2, 1),
        Op::LoadTwo(..)
        | Op::BinaryStore(..)
        | Op::BinaryLocals(..)
        | Op::BinaryLocalConst(..)
        | Op::BinaryLocalsStore(..)
        | Op::BinaryLocalConstStore(..)
        | Op::BinaryTopLocal(..)
        | Op::BinaryTopConst(..)
        | Op::CompareJump(..)
        | Op::CompareLocals(..)
        | Op::CompareLocalConst(..)
        | Op::CompareTopLocal(..)
        | Op::CompareTopConst(..)
        | Op::ForIterateStore(..)
        | Op::LoadLocalAttribute(..)
        | Op::StoreLocalAttribute(..)
        | Op::LoadLocalMethod(..) => unreachable!("operations are fused only once they have been compiled"),
    }
}

/// The target of an operation that may jump.
pub fn target_of(op: Op) -> Option<u32> {
    match op {
        Op::Jump(target) | Op::JumpBack(target) | Op::ForIterate(target) => Some(target),
        Op::JumpIfFalse(target) | Op::JumpIfTrue(target) => Some(target),
        Op::JumpIfNone(target) | Op::JumpIfNotNone(target) => Some(target),
        Op::JumpIfFalseOrPop(target) | Op::JumpIfTrueOrPop(target) => Some(target),
        _ => None,
    }
}

/// The same operation with another target; an operation that never jumps stays as it is.
pub fn with_target(op: Op, target: u32) -> Op {
    match op {
        Op::Jump(_) => Op::Jump(target),
        Op::JumpBack(_) => Op::JumpBack(target),
        Op::ForIterate(_) => Op::ForIterate(target),
        Op::JumpIfFalse(_) => Op::JumpIfFalse(target),
        Op::JumpIfTrue(_) => Op::JumpIfTrue(target),
        Op::JumpIfNone(_) => Op::JumpIfNone(target),
        Op::JumpIfNotNone(_) => Op::JumpIfNotNone(target),
        Op::JumpIfFalseOrPop(_) => Op::JumpIfFalseOrPop(target),
        Op::JumpIfTrueOrPop(_) => Op::JumpIfTrueOrPop(target),
        other => other,
    }
}

/// Whether the operation that stands after this one is never its successor.
pub fn ends_flow(op: Op) -> bool {
    matches!(op, Op::Jump(_) | Op::JumpBack(_) | Op::Return | Op::Raise(_) | Op::Reraise)
}
