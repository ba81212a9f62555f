import Foundation
import LinearProgram
import Testing

@Suite("Linear programs")
struct LinearProgramTests {
  typealias Term = LinearProgram.Term

  @Test("The cheaper column is taken up to its bound", arguments: [LinearProgram.Method.primal, .dual])
  func optimum(method: LinearProgram.Method) throws {
    // need = a + b, need is 5, a costs 1 and goes to 3, b costs 2: 3 of a and 2 of b.
    var program = LinearProgram(columns: 3, equations: [[Term(0, -1), Term(1, 1), Term(2, 1)]])
    program.setBounds(of: 0, 5...5)
    program.setBounds(of: 1, 0...3)
    program.setBounds(of: 2, 0...(.infinity))
    program.setCost(of: 1, 1)
    program.setCost(of: 2, 2)
    #expect(try program.minimize(by: method) == .optimal([5, 3, 2]))
    // What was solved does not bear on what is solved next.
    program.setBounds(of: 1, 0...10)
    #expect(try program.minimize(by: method) == .optimal([5, 5, 0]))
  }

  @Test("What cannot be, and what has no end, is said", arguments: [LinearProgram.Method.primal, .dual])
  func extremes(method: LinearProgram.Method) throws {
    var program = LinearProgram(columns: 2, equations: [[Term(0, 1), Term(1, -1)]])
    program.setBounds(of: 0, 1...1)
    #expect(try program.minimize(by: method) == .infeasible)
    program.setBounds(of: 0, 0...(.infinity))
    program.setBounds(of: 1, 0...(.infinity))
    program.setCost(of: 0, -1)
    #expect(try program.minimize(by: .primal) == .unbounded)
  }

  @Test("Without columns or equations there is nothing to solve")
  func empty() throws {
    var nothing = LinearProgram(columns: 0, equations: [])
    #expect(try nothing.minimize(by: .dual) == .optimal([]))
    var free = LinearProgram(columns: 1, equations: [])
    free.setBounds(of: 0, 2...7)
    free.setCost(of: 0, -1)
    #expect(try free.minimize(by: .primal) == .optimal([7]))
  }

  @Test("Programs are solved on several threads at once")
  func threads() {
    DispatchQueue.concurrentPerform(iterations: 2000) { run in
      // A chain: each column is the one before.
      let size = run % 40 + 1
      var program = LinearProgram(
        columns: size + 1, equations: (0..<size).map { [Term($0, 1), Term($0 + 1, -1)] })
      for column in 0...size { program.setBounds(of: column, 0...Double(size)) }
      program.setCost(of: size, -1)
      let expected = LinearProgramResult.optimal(Array(repeating: Double(size), count: size + 1))
      let result = try? program.minimize(by: .primal)
      #expect(result == expected)
    }
  }
}
