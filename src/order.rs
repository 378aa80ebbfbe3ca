//! Lists in order, by code that is compiled once.
//!
//! The standard library compiles its sorting anew for each kind of list, 4 kB each time, and
//! so it does where a map or a set is collected. The engine sorts short lists of some forty
//! kinds: that was a tenth of what a person downloads of it.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

mod map;

pub use map::Map;

/// Sorts by this comparison. What it calls equal stays in its order.
///
/// ```
/// use planner::order;
/// let mut words = ["on", "a", "to", "I"];
/// order::sort_by(&mut words, |one, other| one.len().cmp(&other.len()));
/// assert_eq!(words, ["a", "I", "on", "to"]);
/// ```
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut from = places_in_order(items.len(), &|one, other| compare(&items[one], &items[other]));
    // Each round of places that follow one another is put right by swaps.
    for start in 0..items.len() {
        let mut place = start;
        while from[place] != start {
            let next = std::mem::replace(&mut from[place], place);
            items.swap(place, next);
            place = next;
        }
        from[place] = place;
    }
}

/// Sorts by a key. What has the same key stays in its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by the items themselves.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// A map of these entries; of several under one key, the last.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        map.insert(key, value);
    }
    map
}

/// A set of these items.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// So many places, in the order that this comparison of two places gives.
fn places_in_order(many: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..many).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in prop::collection::vec((0..8_u8, any::<u16>()), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(map(items.clone()), items.iter().copied().collect::<BTreeMap<_, _>>());
            prop_assert_eq!(set(items.clone()), items.iter().copied().collect::<BTreeSet<_>>());
            let (mut few, mut tree) = (Map::new(), BTreeMap::new());
            for (key, value) in items {
                if value % 3 == 0 {
                    prop_assert_eq!(few.remove(&key), tree.remove(&key));
                } else {
                    prop_assert_eq!(few.insert(key, value), tree.insert(key, value));
                }
                prop_assert_eq!(few.get(&key), tree.get(&key));
                prop_assert!(few.iter().eq(tree.iter()));
            }
        }
    }
}
