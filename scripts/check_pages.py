"""Opens HTML pages in Chromium as people would: checks them with axe (WCAG 2.1 A and AA) in light,
dark and print colours and on a narrow screen, watches what they load, and prints them to PDF.

https://chromedevtools.github.io/devtools-protocol/
"""
import base64
import importlib.resources
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from websockets.sync.client import connect

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
AXE_RUN = """axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}).then(
  result => JSON.stringify({passes: result.passes.length, violations: result.violations.map(
    rule => ({id: rule.id, help: rule.help, nodes: rule.nodes.slice(0, 3).map(
      node => node.target.join(" ") + ": " + node.failureSummary.replace(/\\s+/g, " "))}))}))"""
# How a page is looked at: name, width in CSS pixels, medium, preferred colours.
VIEWS = [
    ("light", 1280, "screen", "light"),
    ("dark", 1280, "screen", "dark"),
    ("narrow", 320, "screen", "light"),
    # A4 without the margins that the style sheet sets: 180 mm at 96 pixels an inch.
    ("print", 680, "print", "light"),
]
# Fewer rules than this cannot have applied to a page with headings, tables, links and pictures.
LEAST_PASSES = 15


class Browser:
    """Chromium without a window, in a profile of its own."""

    def __init__(self, folder):
        program = shutil.which("chromium") or sys.exit("check-reports: chromium is missing")
        command = [
            program, "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--remote-debugging-port=0", f"--user-data-dir={folder}", "about:blank"]
        if os.geteuid() == 0:
            command.insert(1, "--no-sandbox")
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.connection = connect(self.address(pathlib.Path(folder)), max_size=None)
        self.socket = self.connection.__enter__()
        self.number = 0
        self.events = []

    def address(self, folder):
        """Chromium writes its port and the path of its socket to a file once it listens."""
        file = folder / "DevToolsActivePort"
        for _ in range(600):
            lines = file.read_text().split() if file.exists() else []
            if len(lines) == 2:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.process.kill()
        sys.exit("check-reports: chromium did not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.__exit__(None, None, None)
        self.process.terminate()
        self.process.wait(timeout=60)

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv(timeout=120))
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"check-reports: {method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, event):
        while not any(seen.get("method") == event for seen in self.events):
            self.events.append(json.loads(self.socket.recv(timeout=120)))


class Page:
    """A page that is open in the browser."""

    def __init__(self, browser, path):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.call(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        browser.events.clear()
        self.call("Page.enable")
        self.call("Network.enable")
        self.call("Page.navigate", url=path.resolve().as_uri())
        browser.wait_for("Page.loadEventFired")
        self.requests = [
            event["params"]["request"]["url"] for event in browser.events
            if event.get("method") == "Network.requestWillBeSent"]

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def evaluate(self, expression):
        result = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(f"check-reports: {result['exceptionDetails']}")
        return result["result"].get("value")

    def show(self, width, medium, colors):
        self.call("Emulation.setEmulatedMedia", media=medium,
                  features=[{"name": "prefers-color-scheme", "value": colors}])
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900,
                  deviceScaleFactor=1, mobile=False)

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)


def axe_faults(page, name):
    result = json.loads(page.evaluate(AXE_RUN))
    for rule in result["violations"]:
        yield f"{name}: axe {rule['id']}: {rule['help']}: {'; '.join(rule['nodes'])}"
    if result["passes"] < LEAST_PASSES:
        yield f"{name}: axe found only {result['passes']} rules to apply; is the page empty?"


def width_faults(page, name):
    """On a narrow screen only regions that can be scrolled may be wider (WCAG 2.1, 1.4.10)."""
    surplus = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if surplus > 0:
        yield f"{name}: the page is {surplus} pixels wider than the screen"


def print_faults(page, pdf):
    """Every word of the page is on paper, inside the margins."""
    data = page.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    pdf.write_bytes(base64.b64decode(data))
    cut = page.evaluate("""[...document.querySelectorAll("table, svg")].filter(
      // 267 mm on paper that is turned to its long side.
      element => element.getBoundingClientRect().width
        > (element.closest(".landscape") ? 1009 : document.documentElement.clientWidth) + 1
    ).map(element => element.querySelector("caption, title")?.textContent ?? element.tagName)""")
    for caption in cut:
        yield f"print: '{caption}' is wider than the paper"
    printed = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, text=True,
                             stdout=subprocess.PIPE).stdout
    seen = set(re.findall(r"\w{4,}", re.sub(r"[\u00ad-]\n", "", printed)))
    words = page.evaluate("document.querySelector('main').innerText")
    wanted = set(re.findall(r"\w{4,}", words))
    missing = {word for word in wanted - seen if word not in printed.replace("\n", "")}
    if len(missing) > len(wanted) / 200:
        yield f"print: {len(missing)} of {len(wanted)} words are missing, e.g. {sorted(missing)[:5]}"


def page_faults(browser, path, folder):
    page = Page(browser, path)
    try:
        for url in page.requests:
            if url != path.resolve().as_uri() and not url.startswith("data:"):
                yield f"loads {url}"
        if page.evaluate("document.scripts.length"):
            yield "has scripts"
        if not page.evaluate("document.documentElement.lang"):
            yield "does not say its language"
        page.evaluate(AXE)
        for name, width, medium, colors in VIEWS:
            page.show(width, medium, colors)
            yield from axe_faults(page, name)
            if medium == "screen":
                yield from width_faults(page, name)
            if not folder:
                continue
            picture = page.call("Page.captureScreenshot", clip={
                "x": 0, "y": 0, "width": width, "height": 4000, "scale": 1},
                captureBeyondViewport=True)["data"]
            (folder / f"{path.stem}.{name}.png").write_bytes(base64.b64decode(picture))
        yield from print_faults(page, (folder or path.parent) / f"{path.stem}.pdf")
    finally:
        page.close()


def faults(pages, folder):
    """What is wrong with these pages; their tops as pictures and PDF files are left in the folder,
    if any."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, Browser(profile) as browser:
        for path in pages:
            for fault in page_faults(browser, path, folder):
                yield f"{path.name}: {fault}"
