import Foundation

/// A PostgreSQL server of its own, in a temporary folder, that is there as long as it is used.
///
/// It listens on a socket in that folder, so no two get in each other's way. The role `lecteur` has a password, the
/// role `admin` made everything. PostgreSQL refuses to run as root, so it then runs as its package's user.
package final class PostgreSQLServer: Sendable {
  package static let password = "s3cret-mot-de-passe"

  private let folder: URL
  private let programs: String
  /// Holds the server's end: see `start`.
  private let watcher: Process
  private let lifeline: Pipe

  package init() throws {
    programs = try Self.findPrograms()
    // Sockets and the cluster have to be readable by another user than root's.
    folder = FileManager.default.temporaryDirectory.appending(path: "vigie-pg-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if getuid() == 0 { _ = try Program(named: "chown").run(["postgres", folder.path]) }
    lifeline = Pipe()
    watcher = Process()
    try start()
  }

  deinit {
    try? lifeline.fileHandleForWriting.close()
    if watcher.isRunning { watcher.waitUntilExit() }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs SQL as the role that may do everything.
  package func execute(_ sql: String) throws {
    let run = try psql(["--quiet", "--set=ON_ERROR_STOP=1", "--command", sql])
    guard run.status == 0 else { throw ServerError.failed(run.errors) }
  }

  /// What psql prints.
  package func psql(_ arguments: [String]) throws -> Program.Run {
    try Program(path: programs + "/psql").run(
      ["--no-psqlrc", "--host=\(folder.path)", "--username=admin", "--dbname=ville"] + arguments,
      environment: ["PGPASSWORD": Self.password])
  }

  /// The address of the database, for a role and a password.
  package func address(
    user: String = "lecteur", password: String = PostgreSQLServer.password, database: String = "ville"
  ) -> String {
    "postgresql://\(user):\(password)@\(folder.path.replacing("/", with: "%2F"))/\(database)"
  }

  /// The folder of its socket, for `PGHOST`.
  package var host: String { folder.path }

  /// Makes the cluster and starts the server under a shell that stops it when this process closes its end of a
  /// pipe, or is no more.
  private func start() throws {
    let data = folder.path + "/data"
    let script = """
      trap '' HUP INT TERM
      set -e
      cd "$FOLDER"
      printf '%s' "$SECRET" >secret
      "$PROGRAMS/initdb" --pgdata="$DATA" --username=admin --pwfile=secret --auth=scram-sha-256 \
        --encoding=UTF8 --locale=C --no-sync >initdb.log 2>&1
      "$PROGRAMS/pg_ctl" --pgdata="$DATA" --wait --timeout=60 --log=server.log --options="-k $FOLDER \
        -c listen_addresses= -c fsync=off -c lc_messages=C" start >start.log 2>&1
      touch ready
      cat >/dev/null || true
      "$PROGRAMS/pg_ctl" --pgdata="$DATA" --wait --mode=immediate stop >/dev/null 2>&1
      cd /
      rm -rf "$FOLDER"
      """
    let user = getuid() == 0 ? ["runuser", "-u", "postgres", "--"] : []
    watcher.executableURL = URL(filePath: "/usr/bin/env")
    watcher.arguments = user + ["sh", "-c", script]
    watcher.environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "FOLDER": folder.path, "DATA": data,
      "SECRET": Self.password, "PROGRAMS": programs, "LC_ALL": "C",
    ]
    watcher.standardInput = lifeline
    watcher.standardOutput = FileHandle.nullDevice
    watcher.standardError = FileHandle.nullDevice
    try watcher.run()
    while !FileManager.default.fileExists(atPath: folder.path + "/ready") {
      guard watcher.isRunning else { throw ServerError.failed(logs()) }
      usleep(20_000)
    }
    let run = try Program(path: programs + "/psql").run(
      [
        "--no-psqlrc", "--quiet", "--host=\(folder.path)", "--username=admin", "--dbname=postgres",
        "--command", "CREATE DATABASE ville", "--command",
        "CREATE ROLE lecteur LOGIN PASSWORD '\(Self.password)'",
      ], environment: ["PGPASSWORD": Self.password])
    guard run.status == 0 else { throw ServerError.failed(run.errors) }
  }

  private func logs() -> String {
    ["initdb.log", "start.log", "server.log"].compactMap {
      try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }.joined(separator: "\n")
  }

  /// Debian keeps each version's programs in a folder of its own.
  private static func findPrograms() throws -> String {
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    guard let newest = versions.compactMap(Int.init).max() else {
      throw ServerError.failed("no PostgreSQL: run Scripts/setup --tests")
    }
    return "/usr/lib/postgresql/\(newest)/bin"
  }
}

package enum ServerError: Error {
  case failed(String)
}

/// A socket of the loopback interface that lets in and says nothing.
package final class LoopbackSocket: Sendable {
  package let port: Int
  private let descriptor: Int32

  package init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let found = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard found else { throw ServerError.failed("no free port") }
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit { close(descriptor) }
}
