// Package genledger writes ledgers of any size, for measuring. A ledger is the
// same whenever it is written with the same number of lines.
package genledger

import (
	"bufio"
	"io"
	"math/rand/v2"
	"strconv"
)

// Header is the first line of a ledger.
const Header = "Company,Period,Date,Cost centre,Account,Account name,Narrative,Reference,Amount\n"

// centres and Accounts are how many of each there are: cost centres are 00000
// to 00599, accounts 40000 to 40499.
const (
	centres  = 600
	accounts = 500
)

// One line in three has a narrative that must be quoted.
var narratives = [...]string{
	"Invoice from supplier 1041",
	"\"Smith, Jones and Co \"\"Carers\"\", week 14\"",
	"Agency staff nights and weekends",
	"Payroll journal month end",
	"\"Rent, rates and insurance of premises\"",
	"Equipment on loan to client",
}

// Write writes a header and so many lines of about 110 bytes each, and returns
// what the amounts sum to, in pence.
func Write(w io.Writer, lines int) (total int64, err error) {
	out := bufio.NewWriterSize(w, 1<<18)
	r := rand.New(rand.NewPCG(20, 26))
	if _, err := out.WriteString(Header); err != nil {
		return 0, err
	}
	line := make([]byte, 0, 256)
	for i := range lines {
		pence := r.Int64N(2_200_000) - 200_000
		total += pence
		account := 40_000 + r.IntN(accounts)
		line = append(line[:0], "Carrickmoor,"...)
		line = strconv.AppendInt(line, int64(r.IntN(13))+1, 10)
		line = append(line, ",15/06/2025,"...)
		line = padded(line, int64(r.IntN(centres)), 5)
		line = append(line, ',')
		line = strconv.AppendInt(line, int64(account), 10)
		line = append(line, ",Care at home,"...)
		line = append(line, narratives[r.IntN(len(narratives))]...)
		line = append(line, ",DOC-2025-"...)
		line = padded(line, int64(i), 10)
		line = append(line, ',')
		if pence < 0 {
			line, pence = append(line, '-'), -pence
		}
		line = strconv.AppendInt(line, pence/100, 10)
		line = append(line, '.')
		line = append(padded(line, pence%100, 2), '\n')
		if _, err := out.Write(line); err != nil {
			return 0, err
		}
	}
	return total, out.Flush()
}

// padded appends a number with leading zeros.
func padded(line []byte, n int64, width int) []byte {
	digits := strconv.FormatInt(n, 10)
	for range width - len(digits) {
		line = append(line, '0')
	}
	return append(line, digits...)
}
