#include "shim.h"

#include <lazy.h>
#include <stddef.h>

static const char *const files[] = {"libglpk.so.40", "libglpk.so", NULL};
static struct lazy_library library = {"GLPK", files, NULL};

FORWARD(int, glp_add_cols, (glp_prob *P, int ncs), (P, ncs))
FORWARD(int, glp_add_rows, (glp_prob *P, int nrs), (P, nrs))
FORWARD(glp_prob*, glp_create_prob, (void), ())
FORWARD(void, glp_delete_prob, (glp_prob *P), (P))
FORWARD(double, glp_get_col_prim, (glp_prob *P, int j), (P, j))
FORWARD(int, glp_get_status, (glp_prob *P), (P))
FORWARD(void, glp_init_smcp, (glp_smcp *parm), (parm))
FORWARD(void, glp_set_col_bnds, (glp_prob *P, int j, int type, double lb, double ub), (P, j, type, lb, ub))
FORWARD(
    void, glp_set_mat_row,
    (glp_prob *P, int i, int len, const int ind[], const double val[]),
    (P, i, len, ind, val))
FORWARD(void, glp_set_obj_coef, (glp_prob *P, int j, double coef), (P, j, coef))
FORWARD(void, glp_set_row_bnds, (glp_prob *P, int i, int type, double lb, double ub), (P, i, type, lb, ub))
FORWARD(int, glp_simplex, (glp_prob *P, const glp_smcp *parm), (P, parm))
FORWARD(void, glp_std_basis, (glp_prob *P), (P))
FORWARD(int, glp_term_out, (int flag), (flag))
