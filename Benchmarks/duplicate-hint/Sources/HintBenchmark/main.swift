// Asks an index of projects for likely duplicates, one query after the other, and prints how long
// each took:
//
//   HintBenchmark PROJECTS.tsv QUERIES.tsv
//
// A project is a line `title<tab>summary`, a query a line `kind<tab>title<tab>summary`. Times are
// the thread's own, so that other work on the machine matters less.
import Findings
import Glibc
import Portfolio

func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Resident memory in MiB.
func residentMemory() -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var buffer = [CChar](repeating: 0, count: 128)
  guard fgets(&buffer, 128, file) != nil else { return 0 }
  let fields = buffer.split(separator: CChar(UInt8(ascii: " "))).map {
    String(decoding: $0.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
  return fields.count > 1 ? ((Int(fields[1]) ?? 0) * Int(getpagesize())) >> 20 : 0
}

func forEachLine(of path: String, _ body: ([String]) -> Void) {
  guard let file = fopen(path, "r") else { fatalError("cannot read \(path)") }
  defer { fclose(file) }
  var line: UnsafeMutablePointer<CChar>?
  var capacity = 0
  while getline(&line, &capacity, file) > 0, let text = line {
    let fields = String(cString: text).dropLast().split(
      separator: "\t", omittingEmptySubsequences: false)
    body(fields.map(String.init))
  }
  free(line)
}

var projects: [Project] = []
forEachLine(of: CommandLine.arguments[1]) { fields in
  projects.append(Project(id: "p\(projects.count)", title: fields[0], summary: fields[1]))
}
let withoutIndex = residentMemory()
let start = seconds(CLOCK_PROCESS_CPUTIME_ID)
let index = DuplicateIndex(Portfolio(projects: projects))
print("projects\t\(projects.count)")
print("build seconds\t\(seconds(CLOCK_PROCESS_CPUTIME_ID) - start)")
print("memory of projects MiB\t\(withoutIndex)")
print("memory of index MiB\t\(residentMemory() - withoutIndex)")
let day = CalendarDay(daysSinceEpoch: 20_000)
forEachLine(of: CommandLine.arguments[2]) { fields in
  let draft = Project(
    id: "", title: fields[1], summary: fields[2].isEmpty ? nil : fields[2])
  let isTyping = fields[0] == "typing"
  let start = seconds(CLOCK_THREAD_CPUTIME_ID)
  let hint = index.hint(for: draft, asOf: day, limit: 5, isTyping: isTyping)
  let time = (seconds(CLOCK_THREAD_CPUTIME_ID) - start) * 1000
  let found = hint.pairs.map { hint.snapshot.projects[min($0.left, $0.right)].id }
  print("query\t\(fields[0])\t\(time)\t\(found.joined(separator: ","))")
}
