//! WebDriver BiDi, as far as the tests need it: commands and events in JSON over a
//! WebSocket. Firefox has what a person can do by the driver's requests, and the rest here.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection of its own to one session.
pub struct Bidi {
    line: Mutex<Line>,
    events: Arc<Mutex<Vec<Value>>>,
}

struct Line {
    stream: TcpStream,
    answers: Receiver<Value>,
    last: u64,
}

impl Bidi {
    /// Connects to the address that the driver has named at the session's start.
    ///
    /// # Panics
    ///
    /// If nobody speaks BiDi there.
    pub fn connect(address: &str) -> Self {
        let (host, path) = address.strip_prefix("ws://").and_then(|rest| rest.split_once('/')).expect("an address");
        let mut stream = TcpStream::connect(host).expect("the browser listens");
        // The key only keeps a server from answering by accident; this is the standard's own.
        write!(
            stream,
            "GET /{path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        .expect("the browser listens");
        let mut reader = BufReader::new(stream.try_clone().expect("a stream has two ends"));
        let mut status = String::new();
        reader.read_line(&mut status).expect("the browser answers");
        assert!(status.contains(" 101 "), "the browser speaks no BiDi: {status}");
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            reader.read_line(&mut line).expect("the browser answers");
        }
        let events = Arc::new(Mutex::new(Vec::new()));
        let (sender, answers) = mpsc::channel();
        let shared = Arc::clone(&events);
        // It ends when the browser does.
        thread::spawn(move || listen(reader, &shared, &sender));
        Self { line: Mutex::new(Line { stream, answers, last: 0 }), events }
    }

    /// The result of a command, or what the browser says against it.
    pub fn command(&self, method: &str, parameters: &Value) -> Result<Value, String> {
        let mut line = self.line.lock().map_err(|_| "an earlier command has failed")?;
        line.last += 1;
        let id = line.last;
        let message = json!({ "id": id, "method": method, "params": parameters }).to_string();
        line.stream.write_all(&frame(&message)).map_err(|error| error.to_string())?;
        loop {
            let mut answer = line.answers.recv_timeout(PATIENCE).map_err(|_| format!("{method}: no answer"))?;
            if answer["id"] != id {
                continue;
            }
            return match answer["type"].as_str() {
                Some("success") => Ok(answer["result"].take()),
                _ => Err(format!("{method}: {}: {}", answer["error"], answer["message"])),
            };
        }
    }

    /// The parameters of the events of this name that came since this was last called.
    pub fn events(&self, method: &str) -> Vec<Value> {
        let mut events = self.events.lock().expect("no reader panics");
        let (found, rest): (Vec<_>, Vec<_>) = events.drain(..).partition(|event| event["method"] == method);
        *events = rest;
        found.into_iter().map(|mut event| event["params"].take()).collect()
    }
}

impl Drop for Bidi {
    fn drop(&mut self) {
        if let Ok(line) = self.line.lock() {
            let _ = line.stream.shutdown(Shutdown::Both);
        }
    }
}

/// Sorts what the browser says into events and answers, until it says nothing more.
fn listen(mut reader: BufReader<TcpStream>, events: &Mutex<Vec<Value>>, answers: &Sender<Value>) {
    while let Ok(text) = message(&mut reader) {
        let Ok(message) = serde_json::from_str::<Value>(&text) else { continue };
        if message["type"] == "event" {
            events.lock().expect("no reader panics").push(message);
        } else if answers.send(message).is_err() {
            return;
        }
    }
}

/// What is sent must be masked, lest a proxy take it for something else, and not with zeros.
const MASK: [u8; 4] = *b"mask";

/// A text as one frame.
fn frame(text: &str) -> Vec<u8> {
    let length = text.len() as u64;
    let mut frame = vec![0x81];
    match length {
        0..126 => frame.push(0x80 | length.to_be_bytes()[7]),
        126..=0xffff => {
            frame.push(0x80 | 126);
            frame.extend(&length.to_be_bytes()[6..]);
        }
        _ => {
            frame.push(0x80 | 127);
            frame.extend(length.to_be_bytes());
        }
    }
    frame.extend(MASK);
    frame.extend(text.bytes().zip(MASK.into_iter().cycle()).map(|(byte, mask)| byte ^ mask));
    frame
}

/// The next message, of whatever number of frames.
fn message(reader: &mut impl Read) -> io::Result<String> {
    let mut text = Vec::new();
    loop {
        let mut head = [0; 2];
        reader.read_exact(&mut head)?;
        let mut length = [0; 8];
        match head[1] & 0x7f {
            126 => reader.read_exact(&mut length[6..])?,
            127 => reader.read_exact(&mut length)?,
            short => length[7] = short,
        }
        let length = usize::try_from(u64::from_be_bytes(length)).map_err(io::Error::other)?;
        let mut part = vec![0; length];
        reader.read_exact(&mut part)?;
        match head[0] & 0x0f {
            // The text, or more of it.
            0 | 1 => text.extend(part),
            8 => return Err(io::ErrorKind::ConnectionAborted.into()),
            _ => continue,
        }
        if head[0] & 0x80 != 0 {
            return String::from_utf8(text).map_err(io::Error::other);
        }
    }
}
