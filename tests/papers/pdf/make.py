#!/usr/bin/env python3
"""Makes the PDFs in this folder, by several producers from one text.

    python3 -m venv venv && venv/bin/pip install reportlab weasyprint pypdf cryptography
    venv/bin/python tests/papers/pdf/make.py

Chromium must be on the path. The files are kept, so that the tests need none of it.
"""

import html
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
# A line each: `#` a heading, `-` an item of a list, `|` a row of a table, else a paragraph.
LINES = (HERE / "booklet.txt").read_text().splitlines()
PASSWORD = "Nest-Egg 27"


def as_html(columns=1, font="serif"):
    body = []
    for line in LINES:
        mark, rest = line[:2], html.escape(line[2:])
        if mark == "# ":
            body.append(f"<h2>{rest}</h2>")
        elif mark == "- ":
            body.append(f"<ul><li>{rest}</li></ul>")
        elif mark == "| ":
            cells = "".join(f"<td>{cell}</td>" for cell in rest.split(" | "))
            body.append(f"<table><tr>{cells}</tr></table>")
        else:
            body.append(f"<p>{html.escape(line)}</p>")
    style = (
        f"body {{ font: 11pt/1.3 {font}; columns: {columns}; text-align: justify; hyphens: none }}"
        "td { width: 14em } @page { size: letter; margin: 1in }"
    )
    return f'<!doctype html><html lang="en"><title>Booklet</title><style>{style}</style>{"".join(body)}</html>'


def weasyprint(name, **how):
    from weasyprint import HTML

    HTML(string=as_html(**how)).write_pdf(HERE / name)


def chromium(name, text):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(text)
        command = ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer"]
        subprocess.run([*command, f"--print-to-pdf={HERE / name}", str(page)], check=True, capture_output=True)


def reportlab(name, password=None):
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()
    styles["BodyText"].alignment = 4
    flow = []
    for line in LINES:
        if line.startswith("# "):
            flow.append(Paragraph(html.escape(line[2:]), styles["Heading2"]))
        elif line.startswith("- "):
            flow.append(Paragraph(html.escape(line[2:]), styles["Bullet"], bulletText="•"))
        elif line.startswith("| "):
            flow.append(Table([line[2:].split(" | ")], colWidths=[200, 100]))
        else:
            flow.append(Paragraph(html.escape(line), styles["BodyText"]))
    encrypt = StandardEncryption(password, strength=128) if password else None
    SimpleDocTemplate(str(HERE / name), pagesize=letter, encrypt=encrypt, invariant=1).build(flow)


def locked_anew(name):
    """The same text, locked as newer programs do."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(HERE / "reportlab.pdf"))
    writer.encrypt(PASSWORD, algorithm="AES-256")
    writer.write(HERE / name)


def pictures(name):
    from reportlab.pdfgen import canvas

    page = canvas.Canvas(str(HERE / name), invariant=1)
    for _ in range(2):
        page.drawInlineImage(grey(), 72, 72, 400, 600)
        page.showPage()
    page.save()


def grey():
    from PIL import Image

    return Image.new("L", (40, 60), 200)


def empty(name):
    from reportlab.pdfgen import canvas

    page = canvas.Canvas(str(HERE / name), invariant=1)
    page.showPage()
    page.save()


def bomb(name):
    """Four kilobytes of objects that unpack to a gigabyte: the reader must end, and only it."""
    import zlib

    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 2**20) for _ in range(1024)) + packer.flush()
    twice = zlib.compress(once, 9)
    about = b"/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length %d" % len(twice)
    head = b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 5 0 R>>endobj\n4 0 obj<<" + about + b">>stream\n"
    (HERE / name).write_bytes(head + twice + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF")


reportlab("reportlab.pdf")
reportlab("locked.pdf", PASSWORD)
weasyprint("weasyprint.pdf")
weasyprint("columns.pdf", columns=2, font="sans-serif")
chromium("chromium.pdf", as_html(font="sans-serif"))
chromium("stub.pdf", (HERE / "stub.html").read_text())
locked_anew("locked-anew.pdf")
pictures("scanned.pdf")
empty("empty.pdf")
bomb("bomb.pdf")


# The labels of Form 1099-R where they stand in its boxes, and what stands under them.
BOXES = [
    (250, 700, "1 Gross distribution", "20,150.00"),
    (250, 664, "2a Taxable amount", "150.00"),
    (250, 628, "2b Taxable amount", None),
    (370, 628, "Total", None),
    (250, 592, "3 Capital gain (included in", None),
    (370, 592, "4 Federal income tax withheld", "0.00"),
    (250, 556, "5 Employee contributions/", "20,000.00"),
    (250, 520, "7 Distribution code(s)", "G"),
    (370, 520, "8 Other", None),
    (40, 484, "10 Amount allocable to IRR", None),
    (150, 484, "11 1st year of desig. Roth contrib.", "2021"),
]


def form_printed(name):
    """Two copies on a page, as payers print them."""
    from reportlab.pdfgen import canvas

    page = canvas.Canvas(str(HERE / name), invariant=1)
    for down in (0, 380):
        page.setFont("Helvetica", 8)
        page.drawString(40, 740 - down, "Form 1099-R  Distributions From Pensions, Annuities, Retirement Plans")
        page.drawString(40, 600 - down, "RECIPIENT'S TIN 123-45-6789")
        for x, y, label, value in BOXES:
            page.setFont("Helvetica", 6)
            page.drawString(x, y - down, label)
            if value:
                page.setFont("Courier", 10)
                page.drawRightString(x + 100, y - down - 20, value)
    page.showPage()
    page.save()


def form_filled(name):
    """The same with form fields."""
    from reportlab.pdfgen import canvas

    page = canvas.Canvas(str(HERE / name), invariant=1)
    page.setFont("Helvetica", 8)
    page.drawString(40, 740, "Form 1099-R  Distributions From Pensions, Annuities, Retirement Plans")
    for place, (x, y, label, value) in enumerate(BOXES):
        page.setFont("Helvetica", 6)
        page.drawString(x, y, label)
        page.acroForm.textfield(name=f"f{place}", value=value or "", x=x, y=y - 24, width=100, height=14, fontSize=9)
    page.showPage()
    page.save()


form_printed("form-printed.pdf")
form_filled("form-filled.pdf")
