package finance

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"apr/internal/table/celltext"
)

// AmountError says why a text isn't an amount; hint says what to do about it.
type AmountError struct{ reason, Hint string }

func (e *AmountError) Error() string { return e.reason }

const AmountForms = "write amounts as 1,234.56, -1,234.56, 1,234.56-, (1,234.56) or 1,234.56 CR"

var (
	errNotAnAmount = &AmountError{"it isn't a number of pounds and pence", AmountForms}
	errScientific  = &AmountError{"scientific notation has lost digits",
		"give the column a number format with two decimals and export the ledger again"}
	errDecimals = &AmountError{"it has more than two decimals",
		"amounts are exact to the penny and aren't rounded: export the ledger with two decimals"}
	errGrouping = &AmountError{"its thousands separators are out of place",
		"a comma is before each group of three digits, and a point before the pence"}
	errDecimalComma = &AmountError{"it has a comma before the pence",
		"apr reads a point there, as in 1,234.56: export the ledger with the number formats of the UK"}
	errTooNarrow = &AmountError{"it is what a spreadsheet shows where a column is too narrow for the number",
		"make the column wider and export the ledger again"}
	errMangledPound = &AmountError{"its pound sign was garbled when a file in UTF-8 was opened as Windows-1252",
		"export the ledger again, and open it as UTF-8"}
	errThousands = &AmountError{"it says that amounts are in thousands of pounds",
		"apr adds amounts up as pounds and pence: export the ledger in pounds and pence"}
	errBoolean  = &AmountError{"it is true or false, and no amount", "see what the cell should say, and export the ledger again"}
	errCurrency = &AmountError{"it is in another currency than pounds", "export the ledger in pounds"}
	errTwoSigns = &AmountError{"it has more than one sign", AmountForms}
	ErrTooLarge = &AmountError{"it is too large", "apr counts in pence up to £92,233,720,368,547,758.07"}
	errFraction = &AmountError{"it isn't a whole number of pence",
		"amounts are exact to the penny and aren't rounded: round it in the workbook"}
	ErrUncalculated = &AmountError{"it is a formula without its value",
		"open the workbook in a spreadsheet program, which works the value out, and save it again"}
	ErrNoSide   = &AmountError{"it says neither debit nor credit", "write D, Dr or Debit, or C, Cr or Credit, for each amount"}
	ErrTwoSides = &AmountError{"the credit has a minus as well",
		"if the amounts have their signs already, leave dr_cr out of the columns; if not, ask what the minus means"}
	ErrBlank = errors.New("an amount is missing")
)

// ParseMoney reads an amount in pounds as ledgers write it: 1,234.56,
// (1,234.56), -1234.56, 1234.56-, £1,234, 1,234.56 CR. Credits, brackets and
// minus signs are negative. Nothing is rounded: a third decimal that isn't zero
// is an error, and so is scientific notation. Curly quotation marks around it, which Word
// makes of straight ones, don't count.
func ParseMoney(s string) (Money, error) {
	m, blank, err := ParseAmount(celltext.Unquoted(s))
	switch {
	case err != nil:
		return 0, err
	case blank:
		return 0, ErrBlank
	}
	return m, nil
}

// ParseShare reads a share in percent with up to four decimals, such as "34.2"
// or "34.2%", as parts per million: 342000.
func ParseShare(s string) (ppm int64, err error) {
	text := strings.TrimSpace(strings.TrimSuffix(celltext.Unquoted(s), "%"))
	whole, fraction, point := strings.Cut(text, ".")
	if !celltext.AllDigits(whole) || point && !celltext.AllDigits(fraction) || len(whole) > 3 {
		return 0, errors.New("it isn't a share between 0 and 100 percent, such as 34.2")
	}
	fraction = strings.TrimRight(fraction, "0")
	if len(fraction) > 4 {
		return 0, errors.New("a share has four decimals at most")
	}
	ppm, _ = strconv.ParseInt(whole+fraction+"0000"[len(fraction):], 10, 64)
	if ppm > 1_000_000 {
		return 0, errors.New("a share is at most 100 percent")
	}
	return ppm, nil
}

// ParseAmount reads an amount as text. blank is true where the cell is empty;
// the lone dash of accounting formats is zero.
func ParseAmount(s string) (m Money, blank bool, err error) {
	if m, ok := PlainAmount(s); ok {
		return m, false, nil
	}
	return AnyAmount(s)
}

const pound = "£"

// inThousands isn't an amount, but the unit of those under it.
const inThousands = pound + "000"

// PlainAmount is the short way for what nearly all cells hold: up to 15 digits,
// with thousands separators or without, and optionally a point and two digits; a
// minus before or behind them or brackets around them; and a pound sign.
func PlainAmount[T string | []byte](s T) (m Money, ok bool) {
	i, end, sign := 0, len(s), int64(1)
	switch {
	case end == 0:
		return 0, false
	case s[0] == '-':
		i, sign = 1, -1
	case s[0] == '(' && s[end-1] == ')':
		i, end, sign = 1, end-1, -1
	case s[end-1] == '-':
		end, sign = end-1, -1
	}
	if end-i > len(pound) && string(s[i:i+len(pound)]) == pound {
		i += len(pound)
	}
	n, digits, group, grouped := int64(0), 0, 0, false
	for ; i < end && (s[i]-'0' < 10 || s[i] == ','); i++ {
		if s[i] != ',' {
			n = n*10 + int64(s[i]-'0')
			digits++
			group++
			continue
		}
		if group == 0 || group > 3 || grouped && group < 3 {
			return 0, false
		}
		group, grouped = 0, true
	}
	if digits == 0 || digits > 15 || grouped && group != 3 || n == 0 && digits == 3 && string(s) == inThousands {
		return 0, false
	}
	n *= 100
	switch rest := s[i:end]; {
	case len(rest) == 0:
	case len(rest) == 3 && rest[0] == '.' && rest[1]-'0' < 10 && rest[2]-'0' < 10:
		n += int64(rest[1]-'0')*10 + int64(rest[2]-'0')
	default:
		return 0, false
	}
	return Money(sign * n), true
}

// AnyAmount reads an amount in whichever form.
func AnyAmount(s string) (m Money, blank bool, err error) {
	s = celltext.Trim(s)
	if s == "" {
		return 0, true, nil
	}
	switch celltext.Trim(strings.TrimPrefix(s, pound)) {
	case "-", "−", "–", "—", "‒", "--":
		return 0, false, nil
	}
	if strings.EqualFold(s, "nil") {
		return 0, false, nil
	}
	switch {
	case strings.Contains(s, "Â"+pound):
		return 0, false, errMangledPound
	case strings.Trim(s, "#") == "":
		return 0, false, errTooNarrow
	case s == inThousands:
		return 0, false, errThousands
	case strings.EqualFold(s, "true"), strings.EqualFold(s, "false"):
		return 0, false, errBoolean
	}
	negative, s, err := cutSigns(s)
	if err != nil {
		return 0, false, err
	}
	if i := strings.IndexAny(s, "€$¤"); i >= 0 {
		if s = celltext.Trim(strings.Trim(s, "€$¤ \u00a0\u202f")); !hasDecimalComma(ungrouped(s)) {
			return 0, false, errCurrency
		}
	}
	if whole := ungrouped(s); hasDecimalComma(whole) || !strings.Contains(s, " ") {
		s = whole // a plain blank may be between two numbers
	}
	m, err = unsignedAmount(s, negative)
	return m, false, err
}

// cutSigns takes the sign, in whichever of its forms, and the currency off an
// amount.
func cutSigns(s string) (negative bool, rest string, err error) {
	signs := 0
	take := func(minus bool) {
		signs++
		negative = negative || minus
	}
	if n := len(s) - 2; n >= 0 && (strings.EqualFold(s[n:], "CR") || strings.EqualFold(s[n:], "DR")) {
		take(strings.EqualFold(s[n:], "CR"))
		s = celltext.Trim(s[:n])
	}
	for {
		before := s
		for _, currency := range []string{pound, "GBP"} {
			s = celltext.Trim(strings.TrimPrefix(s, currency))
		}
		for _, sign := range []string{"-", "−", "–", "‒", "+"} {
			if t, ok := strings.CutPrefix(s, sign); ok {
				take(sign != "+")
				s = celltext.Trim(t)
			} else if t, ok := strings.CutSuffix(s, sign); ok {
				take(sign != "+")
				s = celltext.Trim(t)
			}
		}
		if len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')' {
			take(true)
			s = celltext.Trim(s[1 : len(s)-1])
		}
		if s == before {
			break
		}
	}
	if signs > 1 {
		return false, "", errTwoSigns
	}
	return negative, s, nil
}

// unsignedAmount reads digits with optional thousands separators and pence.
func unsignedAmount(s string, negative bool) (Money, error) {
	whole, fraction, point := strings.Cut(s, ".")
	if strings.ContainsAny(s, "eE") {
		f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
		if err == nil && f < residue && len(s) > noiseDigits && !strings.Contains(s, ",") {
			return 0, nil // what is left where amounts cancel out
		}
		if err == nil || errors.Is(err, strconv.ErrRange) {
			return 0, errScientific
		}
	}
	if hasDecimalComma(s) {
		return 0, errDecimalComma
	}
	digits := strings.ReplaceAll(whole, ",", "")
	switch {
	case !celltext.AllDigits(digits) && (digits != "" || fraction == ""),
		point && !celltext.AllDigits(fraction):
		return 0, errNotAnAmount
	case !grouped(whole):
		return 0, errGrouping
	}
	pence := strings.TrimRight(fraction, "0")
	if len(pence) > 2 {
		f, _ := strconv.ParseFloat(digits+"."+fraction, 64) // digits alone
		m, err := penny(f)
		if err != nil || len(strings.TrimLeft(digits+fraction, "0")) < noiseDigits {
			return 0, errDecimals
		}
		if negative {
			m = -m
		}
		return m, nil
	}
	text := digits + pence + "00"[len(pence):]
	if negative {
		text = "-" + text
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, ErrTooLarge
	}
	return Money(n), nil
}

// noiseDigits is from how many digits on an amount is one that a program counted in
// binary fractions, such as 739273.9200000001, and didn't round. 1.234 isn't.
const (
	noiseDigits = 15
	residue     = 1e-8 // pounds
	mostNoise   = 2e-3 // pounds: half of what trillions of pounds distinguish
)

// penny is the whole pence that a binary fraction is next to, within a millionth of a
// penny or what the fraction can distinguish, and never further than a fifth of a penny.
func penny(f float64) (m Money, err error) {
	pence := math.Round(f * 100)
	if math.Abs(pence) >= 1<<53 {
		return 0, ErrTooLarge
	}
	if math.Abs(f-pence/100) > min(max(residue, math.Abs(f)*1e-15), mostNoise) {
		return 0, errFraction
	}
	return Money(pence), nil
}

// ungrouped is an amount without the blanks or apostrophes before each group of three
// digits, as in 1 234.56 or 1'234.56; any other text is as it is.
func ungrouped(s string) string {
	isSeparator := func(r rune) bool {
		return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '\'' || r == '’'
	}
	whole, end := s, ""
	if i := strings.IndexAny(s, ".,"); i >= 0 {
		whole, end = s[:i], s[i:]
	}
	groups := strings.FieldsFunc(whole, isSeparator)
	if len(groups) < 2 || strings.ContainsFunc(end, isSeparator) {
		return s
	}
	for i, g := range groups {
		if !celltext.AllDigits(g) || i > 0 && len(g) != 3 || len(g) > 3 {
			return s
		}
	}
	return strings.Join(groups, "") + end
}

// hasDecimalComma reports whether a comma is before pence, of one or two digits,
// and points, if any, between thousands.
func hasDecimalComma(s string) bool {
	whole, pence, found := strings.Cut(s, ",")
	if !found || !celltext.AllDigits(pence) || len(pence) > 2 {
		return false
	}
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if !celltext.AllDigits(g) || i > 0 && len(g) != 3 {
			return false
		}
	}
	return true
}

// grouped reports whether commas, if there are any, are before each group of
// three digits.
func grouped(whole string) bool {
	groups := strings.Split(whole, ",")
	if len(groups) == 1 {
		return true
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return len(groups[0]) >= 1 && len(groups[0]) <= 3
}

// ParseCellAmount reads an amount from the raw value of a workbook's cell. A
// number there is a binary fraction, such as 1234.5600000000001, which the
// workbook shows as 1234.56: it is taken as the penny it is next to, within a
// millionth of a penny or what the fraction can distinguish.
func ParseCellAmount(s string) (m Money, blank bool, err error) {
	m, blank, err = ParseAmount(s)
	if !errors.Is(err, errDecimals) && !errors.Is(err, errScientific) {
		return m, blank, err
	}
	f, floatErr := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if floatErr != nil {
		return 0, false, err
	}
	m, err = penny(f)
	return m, false, err
}

// Add is m+n; ok is false where the sum doesn't fit.
func (m Money) Add(n Money) (sum Money, ok bool) {
	sum = m + n
	return sum, (sum > m) == (n > 0)
}
