package ledgertest

import (
	"fmt"
	"math/rand/v2"
)

// RandomRow is a row of a random ledger: mostly plain, sometimes not.
func RandomRow(r *rand.Rand) string {
	if r.IntN(12) > 0 {
		return fmt.Sprintf("%s,%d,%d.%02d\n", []string{"N1", "N2", "C4", "X9", "\"N1\"", " n1 "}[r.IntN(6)], 4000+r.IntN(60), r.IntN(900)-300, r.IntN(100))
	}
	return []string{"Sub-total,,3.00\n", "Total,,\n", "\n", ",,\n", ",,5.00\n", "N1,4010,\"1,234.56\"\n", "N1,4010,1.00 CR\r\n",
		"N1,\"40\"\"10\",1\n", "\"N\n1\",4010,2\n", "N1,4010\n", "N1,4010,1,\n", "N1,4010,99999999999.99\n", "N1,4010,\n", "Total Gas,4010,1.00\n",
		"N1,4010,9223372036854775.07\n"}[r.IntN(15)]
}
