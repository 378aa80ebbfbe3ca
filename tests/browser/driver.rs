//! chromedriver as a child process, and the few requests to it that fantoccini lacks.

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;

/// A running chromedriver on a port of its own.
pub struct Driver {
    process: Child,
    port: u16,
}

/// How often chromedriver is started before the tests give up.
const STARTS: u32 = 5;

impl Driver {
    /// Starts chromedriver, which chooses a free port and prints it.
    ///
    /// It listens on that port in both versions of IP, and ends at once when another
    /// program holds it in one of them; then it is started again.
    pub fn start() -> Self {
        let command = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        (0..STARTS)
            .find_map(|_| Self::start_once(&command))
            .unwrap_or_else(|| panic!("{command} ended {STARTS} times before it said which port it listens on"))
    }

    fn start_once(command: &str) -> Option<Self> {
        let mut process =
            Command::new(command).arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap_or_else(
                |error| panic!("cannot start {command}: {error}; scripts/setup --with-browser installs it"),
            );
        let output = process.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        let Some(port) = port else {
            process.wait().expect("an ended process can be waited for");
            return None;
        };
        // Whatever else it prints is read, lest it wait for a reader.
        thread::spawn(move || lines.for_each(drop));
        Some(Self { process, port })
    }

    /// The address to connect a WebDriver client to.
    pub fn address(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// Sends one request and gives the `value` of the answer.
    ///
    /// # Panics
    ///
    /// If chromedriver does not answer, or answers with an error.
    pub fn request(&self, method: &str, path: &str, body: &Value) -> Value {
        let (status, answer) = self.exchange(method, path, body).expect("chromedriver answers");
        assert!(status.contains(" 200 "), "{method} {path}: {status}: {answer}");
        let mut answer: Value = serde_json::from_str(&answer).expect("chromedriver answers in JSON");
        answer["value"].take()
    }

    /// The status line and the body of the answer to one request.
    fn exchange(&self, method: &str, path: &str, body: &Value) -> io::Result<(String, String)> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let body = if body.is_null() { String::new() } else { body.to_string() };
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )?;

        // chromedriver keeps the connection open, so the body ends where its length says.
        let mut reader = BufReader::new(stream);
        let mut status = String::new();
        reader.read_line(&mut status)?;
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line)?;
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().map_err(io::Error::other)?;
            }
        }
        let mut answer = vec![0; length];
        reader.read_exact(&mut answer)?;
        let answer = String::from_utf8(answer).map_err(io::Error::other)?;
        Ok((status.trim_end().to_owned(), answer))
    }

    /// Closes a session with its browser. Never panics: it is called while a test fails.
    pub fn quit(&self, session: &str) {
        if let Err(error) = self.exchange("DELETE", &format!("/session/{session}"), &Value::Null) {
            eprintln!("the browser may still run: {error}");
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
