import CGLPK

/// The owner of a linear program: the least cost of columns that lie within bounds and satisfy equations.
///
/// GLPK keeps its memory by thread: a program is made, solved and let go in one synchronous function. Each
/// solution starts from the same basis, so it does not depend on what was solved before.
package struct LinearProgram: ~Copyable {
  /// A coefficient of an equation.
  package struct Term: Hashable, Sendable {
    package let column: Int
    package let coefficient: Double

    package init(_ column: Int, _ coefficient: Double) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  package enum Method: Hashable, Sendable {
    /// Starts from columns at their lower bounds, or 0; apt where these satisfy the equations.
    case primal
    /// Apt where no cost is below 0 and a few bounds put the equations out of balance.
    case dual
  }

  private let pointer: OpaquePointer
  private let columns: Int

  /// A program whose columns cost nothing and are 0.
  ///
  /// - Parameter equations: each a sum of terms that is 0.
  /// - Precondition: terms name columns that there are, each once in an equation.
  package init(columns: Int, equations: [[Term]]) {
    pointer = glp_create_prob()
    self.columns = columns
    // GLPK makes no empty sets of columns or rows.
    if columns > 0 { glp_add_cols(pointer, Int32(columns)) }
    if !equations.isEmpty { glp_add_rows(pointer, Int32(equations.count)) }
    for column in 0..<columns { setBounds(of: column, 0...0) }
    for (row, terms) in equations.enumerated() {
      // GLPK ends the process on a wrong index.
      precondition(Set(terms.map(\.column)).count == terms.count, "an equation names a column once")
      precondition(terms.allSatisfy { 0..<columns ~= $0.column }, "an equation names columns that there are")
      glp_set_row_bnds(pointer, Int32(row) + 1, Int32(GLP_FX), 0, 0)
      // The first element of both is left out: GLPK counts from 1.
      glp_set_mat_row(
        pointer, Int32(row) + 1, Int32(terms.count), [0] + terms.map { Int32($0.column) + 1 },
        [0] + terms.map(\.coefficient))
    }
  }

  deinit { glp_delete_prob(pointer) }

  /// - Precondition: the lower bound is a number; the upper may be infinite.
  package mutating func setBounds(of column: Int, _ bounds: ClosedRange<Double>) {
    precondition(0..<columns ~= column && bounds.lowerBound.isFinite, "a column has a lower bound")
    let kind =
      bounds.upperBound == .infinity
      ? GLP_LO : bounds.lowerBound == bounds.upperBound ? GLP_FX : GLP_DB
    glp_set_col_bnds(pointer, Int32(column) + 1, Int32(kind), bounds.lowerBound, bounds.upperBound)
  }

  package mutating func setCost(of column: Int, _ cost: Double) {
    precondition(0..<columns ~= column && cost.isFinite, "a cost is a number")
    glp_set_obj_coef(pointer, Int32(column) + 1, cost)
  }

  /// Finds values of the columns at the least cost.
  package mutating func minimize(by method: Method) throws(LinearProgramError) -> LinearProgramResult {
    guard columns > 0 else { return .optimal([]) }
    glp_term_out(Int32(GLP_OFF))
    glp_std_basis(pointer)
    var options = glp_smcp()
    glp_init_smcp(&options)
    options.msg_lev = Int32(GLP_MSG_OFF)
    options.meth =
      switch method {
      case .primal: Int32(GLP_PRIMAL)
      case .dual: Int32(GLP_DUALP)
      }
    let code = glp_simplex(pointer, &options)
    guard code == 0 else { throw LinearProgramError(code: code) }
    return try result(of: glp_get_status(pointer))
  }

  private borrowing func result(of status: Int32) throws(LinearProgramError) -> LinearProgramResult {
    switch status {
    case GLP_OPT: .optimal((1...Int32(columns)).map { glp_get_col_prim(pointer, $0) })
    case GLP_NOFEAS, GLP_INFEAS: .infeasible
    case GLP_UNBND: .unbounded
    default: throw LinearProgramError(code: status)
    }
  }
}

package enum LinearProgramResult: Hashable, Sendable {
  /// The value of each column.
  case optimal([Double])
  /// No values satisfy the equations within the bounds.
  case infeasible
  /// There is no least cost.
  case unbounded
}

/// GLPK gave up, which well-posed programs do not make it do; `code` is its own.
package struct LinearProgramError: Error, Hashable {
  package let code: Int32
}
