//! PDFs by several producers, each read to the letter; and files that are broken, locked,
//! empty or a trap. `tests/papers/pdf/make.py` makes them.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use planner::papers::pdf::{Text, Unread, text};
use planner::papers::{Reading, Trouble, Wording, reading};

use super::today;

const PASSWORD: &str = "Nest-Egg 27";

fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers/pdf").join(name);
    fs::read(&path).unwrap_or_else(|_| panic!("there is no {}", path.display()))
}

fn read(name: &str) -> Text {
    text(&file(name), "").unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

/// The words of a text, without the signs that only lay it out.
fn words(text: &str) -> String {
    let text = text.replace(['•', '\t', '\u{c}'], " ").replace('ﬁ', "fi").replace('ﬀ', "ff").replace('ﬃ', "ffi");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What all of them hold.
fn written() -> String {
    let lines = include_str!("../../papers/pdf/booklet.txt").lines();
    let text = |line: &str| line.trim_start_matches(['#', '-', '|']).replace(" | ", " ");
    words(&lines.map(text).collect::<Vec<_>>().join(" "))
}

#[test]
fn each_producer_is_read_to_the_letter() {
    for name in ["reportlab.pdf", "weasyprint.pdf", "columns.pdf", "chromium.pdf"] {
        let read = read(name);
        assert_eq!(words(&read.text), written(), "{name}:\n{}", read.text);
        assert_eq!((read.without_text, read.cut), (0, false), "{name}");
    }
    for name in ["locked.pdf", "locked-anew.pdf"] {
        assert_eq!(text(&file(name), ""), Err(Unread::Locked), "{name}");
        assert_eq!(text(&file(name), "wrong"), Err(Unread::Locked), "{name}");
        let opened = text(&file(name), PASSWORD).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(words(&opened.text), written(), "{name}");
    }
}

fn proposals(reading: &Reading) -> Vec<(&'static str, Option<&str>, Wording)> {
    reading.proposals.iter().map(|one| (one.field.name(), one.answer.as_deref(), one.words)).collect()
}

#[test]
fn its_sentences_are_found_whichever_program_made_it() {
    let plain = reading(file("reportlab.pdf").as_slice(), "", today());
    for expected in [
        ("after_tax", Some("yes"), Wording::Says),
        ("in_plan_rollover", Some("yes"), Wording::Says),
        ("true_up", Some("yes"), Wording::Seems),
        ("hce_limit", Some("4%"), Wording::Seems),
    ] {
        assert!(proposals(&plain).contains(&expected), "{expected:?} in {:?}", proposals(&plain));
    }
    for name in ["weasyprint.pdf", "chromium.pdf"] {
        assert_eq!(proposals(&reading(&file(name), "", today())), proposals(&plain), "{name}");
    }
    // In narrow columns a first line can pass for a running head: then there is no answer, and
    // never another one.
    let columns = reading(&file("columns.pdf"), "", today());
    let answered: Vec<_> = proposals(&columns).into_iter().filter(|(_, answer, _)| answer.is_some()).collect();
    assert!(answered.len() > 8 && answered.iter().all(|one| proposals(&plain).contains(one)), "{answered:?}");
    // The row of a table before it does not take the group out of its sentence.
    let group = plain.proposals.iter().find(|one| one.only_for.is_some()).expect("a sentence is for a group");
    assert!(group.quote.starts_with("If you are a highly compensated employee"), "{}", group.quote);
}

#[test]
fn a_file_that_has_no_text_says_why() {
    let trouble = |name: &str| reading(&file(name), "", today()).paper.trouble;
    assert_eq!(trouble("scanned.pdf"), Trouble::NoText);
    assert_eq!(read("scanned.pdf").without_text, 2);
    assert_eq!(trouble("empty.pdf"), Trouble::NoText);
    assert_eq!(trouble("locked.pdf"), Trouble::Locked);
    assert_eq!(reading(&file("locked.pdf"), "wrong", today()).paper.trouble, Trouble::Locked);
    let notes = |password: &str| reading(&file("locked.pdf"), password, today()).paper.notes;
    assert!(notes("")[0].starts_with("Enter its password") && notes("wrong")[0].contains("does not open it"));
    let of = |bytes: &[u8]| reading(bytes, "", today()).paper.trouble;
    assert_eq!(of(b"%PDF-1.7\nthis is none"), Trouble::NotRead);
    assert_eq!(of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\x01\0\x08\x02\0\0"), Trouble::NotRead);
    assert_eq!(of(b""), Trouble::NoText);
    assert_eq!(of(b"\xff\xfeN\0o\0.\0"), Trouble::None);
    for paper in [reading(&file("scanned.pdf"), "", today()), reading(b"%PDF-1.7", "", today())] {
        assert!(!paper.paper.notes.is_empty());
    }
}

#[test]
fn the_boxes_of_a_form_are_read_printed_or_filled_in() {
    for name in ["form-printed.pdf", "form-filled.pdf"] {
        let reading = reading(&file(name), "", today());
        let boxes: Vec<(&str, &str)> =
            reading.boxes.iter().map(|one| (one.field.as_str(), one.value.as_str())).collect();
        // Box 10 is empty, and takes nothing from the box beside or below it.
        let expected = [
            ("box-1", "20,150.00"),
            ("box-2a", "150.00"),
            ("box-4", "0.00"),
            ("box-5", "20,000.00"),
            ("box-7", "G"),
            ("box-11", "2021"),
        ];
        assert_eq!(boxes, expected, "{name}");
        assert!(reading.proposals.is_empty(), "{name}");
        assert!(!serde_json::to_string(&reading).expect("it is JSON").contains("6789"), "{name}");
    }
    for name in ["reportlab.pdf", "scanned.pdf"] {
        assert!(reading(&file(name), "", today()).boxes.is_empty(), "{name}");
    }
}

#[test]
fn a_value_under_another_label_is_not_taken() {
    let form = |pieces: &[(i32, i32, &str)]| {
        let shown: String = pieces
            .iter()
            .map(|(x, y, text)| format!("BT /F 8 Tf 1 0 0 1 {x} {y} Tm ({}) Tj ET ", text.replace(['(', ')'], " ")))
            .collect();
        let bytes = one_page("", format!("BT /F 8 Tf 1 0 0 1 40 760 Tm (Form 1099-R) Tj ET {shown}").as_bytes());
        let read = text(&bytes, "").expect("it is read");
        read.boxes.into_iter().map(|one| (one.field, one.value)).collect::<Vec<_>>()
    };
    let owned = |field: &str, value: &str| (field.to_owned(), value.to_owned());
    // Box 1 is empty; what is under box 2a is not its own.
    let found = form(&[(250, 700, "1 Gross distribution"), (250, 685, "2a Taxable amount"), (290, 672, "150.00")]);
    assert_eq!(found, [owned("box-2a", "150.00")]);
    // Two copies that differ give nothing.
    let found = form(&[
        (250, 700, "1 Gross distribution"),
        (290, 688, "100.00"),
        (250, 400, "1 Gross distribution"),
        (290, 388, "200.00"),
    ]);
    assert!(found.is_empty(), "{found:?}");
    // On one line, as statements have it.
    let found =
        form(&[(60, 700, "Box 1. Gross distribution"), (300, 700, "$20,150.00"), (60, 680, "Box 2a. Taxable amount")]);
    assert_eq!(found, [owned("box-1", "20,150.00")]);
    // A number without cents may be anything.
    assert!(form(&[(250, 700, "1 Gross distribution"), (290, 688, "2024")]).is_empty());
}

/// Numbers that look thrown, the same each time.
fn thrown(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below.max(1)).expect("it fits")).expect("it fits")
    }
}

#[test]
fn a_broken_file_is_read_as_far_as_it_goes() {
    for name in ["reportlab.pdf", "weasyprint.pdf", "chromium.pdf", "locked.pdf", "locked-anew.pdf"] {
        let whole = file(name);
        for seed in 0..24 {
            let (mut bytes, mut thrown) = (whole.clone(), thrown(seed + 1));
            match seed % 4 {
                0 => bytes.truncate(thrown(whole.len())),
                1 => drop(bytes.drain(..thrown(whole.len())).collect::<Vec<_>>()),
                _ => {
                    for _ in 0..=thrown(40) {
                        let (place, other) = (thrown(whole.len()), thrown(256));
                        bytes[place] = u8::try_from(other).expect("a byte");
                    }
                }
            }
            let start = Instant::now();
            let _ = reading(&bytes, PASSWORD, today());
            assert!(start.elapsed() < Duration::from_secs(10), "{name} {seed}: {:?}", start.elapsed());
        }
    }
}

/// A PDF of one page with this stream as its content.
fn one_page(filter: &str, content: &[u8]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X 4 0 R>>>>/Contents 4 0 R>>endobj\n".to_vec();
    bytes.extend(format!("4 0 obj<</Type/XObject/Subtype/Form/Length {}{filter}>>stream\n", content.len()).bytes());
    bytes.extend(content);
    bytes.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    bytes
}

/// Zeros by the hundred thousand, in a form that unpacks itself: stored blocks need no packer.
fn ascii_zeros(count: usize) -> Vec<u8> {
    let mut bytes = vec![b'z'; count];
    bytes.extend(b"~>");
    bytes
}

#[test]
fn what_is_a_trap_ends_soon() {
    let shown = text(&one_page("", b"BT /F 12 Tf 72 700 Td (Hello there) Tj ET"), "").expect("it is read");
    assert_eq!(shown.text, "Hello there");
    let start = Instant::now();
    // A form that holds itself.
    let _ = text(&one_page("", b"/X Do /X Do /X Do"), "");
    // Packed more than once.
    let twice = text(&one_page("/Filter[/FlateDecode/FlateDecode]", &[0x78; 100_000]), "").expect("it is read");
    assert!(twice.cut);
    // Far more than a page has.
    let large = text(&one_page("/Filter/FlateDecode", &vec![0x78; 4_000_000]), "").expect("it is read");
    assert!(large.cut);
    let _ = text(&one_page("/Filter/ASCII85Decode", &ascii_zeros(1_000_000)), "");
    // Operators and states without end.
    let _ = text(&one_page("", &b"q ".repeat(500_000)), "");
    let _ = text(&one_page("", &b"[".repeat(500_000)), "");
    let _ = text(&one_page("", &b"<<".repeat(100_000)), "");
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
