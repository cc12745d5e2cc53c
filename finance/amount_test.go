package finance

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"testing/quick"
)

func TestParseMoney(t *testing.T) {
	for in, want := range map[string]Money{
		"1234.56": 123456, "1,234.56": 123456, "£1,234.56": 123456, "1,234": 123400, "£1,234": 123400,
		"(1,234.56)": -123456, "(£1,234.56)": -123456, "£(1,234.56)": -123456,
		"-1234.56": -123456, "-£1,234.56": -123456, "£-1,234.56": -123456, "−1,234.56": -123456,
		"1234.56-": -123456, "£1,234.56-": -123456, "+5": 500,
		"1,234.56 CR": -123456, "1,234.56CR": -123456, "1,234.56 cr": -123456, "1,234.56 DR": 123456,
		"1\u00a0234.50": 123450, "−1\u202f234\u202f567.50": -123456750, "12'345.60": 1234560, "12’345": 1234500,
		"739273.9200000001": 73927392, "770076.9999999999": 77007700, "-770076.9999999999": -77007700, "(0.30000000000000004)": -30, "1,234.560000000001": 123456,
		"5.820766091346741e-11": 0, "100.000000000001": 10000, "-1.4551915228366852E-11": 0,
		"“48,298,100.00”": 4829810000, "„48,298,100.00“": 4829810000, "’12.00’": 1200,
		"–13.00": -1300, "– 13.00": -1300, "–£13.00": -1300, "£–13.00": -1300, "13.00–": -1300, "‒13.00": -1300,
		"nil": 0, "Nil": 0, "—": 0, "--": 0,
		"0.00 CR": 0, "-": 0, "£ -": 0, " 12.30 ": 1230, "\u00a012.30†": 1230,
		"0.5": 50, ".5": 50, "-.05": -5, "12.3": 1230, "12.3400": 1234, "007": 700,
		"GBP 12.00": 1200, "92233720368547758.07": math.MaxInt64, "-92233720368547758.08": math.MinInt64,
		"123456789012345": 12345678901234500, "1234567890123456": 123456789012345600,
	} {
		if got, err := ParseMoney(in); err != nil || got != want {
			t.Errorf("ParseMoney(%q) = %d, %v; want %d", in, got, err, want)
		}
	}
}

func TestParseMoneyRefuses(t *testing.T) {
	for in, want := range map[string]error{
		"": ErrBlank, " \u00a0": ErrBlank,
		"1.2E+06": errScientific, "1e5": errScientific, "-1.5e-3": errScientific, "1,2E3": errScientific, "1E999": errScientific,
		"1.234": errDecimals, "(0.001)": errDecimals, "10.3333333333333333": errDecimals, "739273.925": errDecimals, "739273.9249999999": errDecimals,
		"0.000000000001": errDecimals, "12–13": errNotAnAmount, "–5–": errTwoSigns, "1.5e-11": errScientific, "1.234567890123456e-3": errScientific,
		"1,23": errDecimalComma, "1.234,56": errDecimalComma, "-1.234.567,8": errDecimalComma, "(12,50)": errDecimalComma, "1,234,5": errGrouping, "12.34,56": errNotAnAmount,
		"#####": errTooNarrow, "Â£12.00": errMangledPound, "-Â£12.00": errMangledPound, "1,2345.00": errGrouping, ",123": errGrouping, "1234,567": errGrouping,
		"(-5)": errTwoSigns, "-5-": errTwoSigns, "-5 CR": errTwoSigns, "--5": errTwoSigns, "(5) DR": errTwoSigns,
		"92233720368547758.08": ErrTooLarge, "-92233720368547758.09": ErrTooLarge, "999999999999999999999": ErrTooLarge,
		"twelve": errNotAnAmount, "1 234": errNotAnAmount, "12..3": errNotAnAmount, "12.": errNotAnAmount, ".": errNotAnAmount,
		"12.3.4": errNotAnAmount, "#N/A": errNotAnAmount, "12%": errNotAnAmount, "$5": errCurrency, "10.00 €": errCurrency, "1 234,50 €": errDecimalComma, "1\u202f234,50": errDecimalComma, "1\u00a02345.00": errNotAnAmount, "12\u00a034": errNotAnAmount, "nils": errNotAnAmount, "0x10": errNotAnAmount,
		"to be confirmed by the finance team": errNotAnAmount, "see the note at the foot": errNotAnAmount, "12 beds, estimate to follow": errNotAnAmount,
		"٣": errNotAnAmount, "()": errNotAnAmount, "NaN": errNotAnAmount, "Inf": errNotAnAmount, "CR": errNotAnAmount,
	} {
		if got, err := ParseMoney(in); err != want {
			t.Errorf("ParseMoney(%q) = %d, %v; want %v", in, got, err, want)
		}
	}
}

func TestParseCellAmountTakesTheNearestPenny(t *testing.T) {
	for in, want := range map[string]Money{
		"1234.5600000000001": 123456, "-1234.5599999999999": -123456, "1.0000000000000001E-2": 1,
		"1.2E6": 120000000, "250400000.12000001": 25040000012, "0.30000000000000004": 30, "1,234.56": 123456,
		"1234567890.1199999": 123456789012,
	} {
		if got, blank, err := ParseCellAmount(in); err != nil || blank || got != want {
			t.Errorf("parseCellAmount(%q) = %d, %v, %v; want %d", in, got, blank, err, want)
		}
	}
	for in, want := range map[string]error{
		"1234.5601": errFraction, "9223372036855.755": errFraction, "0.005": errFraction, "1E-3": errFraction, "1E17": ErrTooLarge, "1E400": errScientific, "abc": errNotAnAmount,
	} {
		if got, _, err := ParseCellAmount(in); err != want {
			t.Errorf("parseCellAmount(%q) = %d, %v; want %v", in, got, err, want)
		}
	}
}

func TestEveryCellOfWholePenceIsReadBack(t *testing.T) {
	property := func(n int64) bool {
		n %= 1 << 50
		text := strconv.FormatFloat(float64(n)/100, 'g', 17, 64) // as workbooks store it
		got, blank, err := ParseCellAmount(text)
		return err == nil && !blank && got == Money(n)
	}
	if err := quick.Check(property, &quick.Config{MaxCount: 20000}); err != nil {
		t.Error(err)
	}
}

func TestParseShare(t *testing.T) {
	for in, want := range map[string]int64{
		"34.2": 342_000, "34.2%": 342_000, " 100 ": 1_000_000, "0": 0, "33.3333": 333_333, "0.0001": 1, "12.50000": 125_000, "5": 50_000,
	} {
		if got, err := ParseShare(in); err != nil || got != want {
			t.Errorf("ParseShare(%q) = %d, %v; want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-5", "100.1", "33.33333", "a third", "1/3", "1.2.3", "5.", "1e2", "١"} {
		if got, err := ParseShare(in); err == nil {
			t.Errorf("ParseShare(%q) = %d; want an error", in, got)
		}
	}
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"1,234.56", "(£1,234.56)", "1234.56-", "1.2E+06", "1,234.56 CR", "-", "£", "92233720368547758.08", "−.5", "†1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoney(s)
		if err != nil {
			if m != 0 {
				t.Errorf("ParseMoney(%q) = %d with %v", s, m, err)
			}
			return
		}
		if back, err := ParseMoney(m.String()); err != nil || back != m {
			t.Errorf("%q is %d, which as %q reads back as %d, %v", s, m, m.String(), back, err)
		}
		// The digits are those of the text: nothing is rounded or lost but the noise
		// of binary fractions, which is a fifth of a penny at most.
		if got, want := significant(m.String()), significant(s); got != want && !isNoise(s, m) && !(m == 0 && isNoughtTimesTen(s)) {
			t.Errorf("%q is %s: digits %q; want %q", s, m, got, want)
		}
	})
}

// isNoise reports whether a text of 15 digits or more differs from whole pence by no
// more than the noise of binary fractions.
func isNoise(s string, m Money) bool {
	number := strings.Trim(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || strings.ContainsRune(".eE-", r) {
			return r
		}
		return -1
	}, s), "-")
	f, err := strconv.ParseFloat(number, 64)
	return err == nil && len(number) > 15 && math.Abs(f-math.Abs(float64(m))/100) <= 0.002
}

// isNoughtTimesTen reports whether a text is nought with an exponent, such as 0E+1000, whose
// digits aren't the amount's.
func isNoughtTimesTen(s string) bool {
	before, _, found := strings.Cut(strings.ToUpper(s), "E")
	return found && !strings.ContainsAny(before, "123456789")
}

// significant are the digits of an amount from the first that isn't zero,
// padded to pence.
func significant(s string) string {
	whole, fraction, _ := strings.Cut(s, ".")
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, s)
	}
	fraction = strings.TrimRight(digits(fraction), "0")
	return strings.TrimLeft(digits(whole)+fraction+strings.Repeat("0", max(0, 2-len(fraction))), "0")
}

// TestPlainAmount compares the short way with the long one, on what is made of
// pieces of amounts.
func TestPlainAmount(t *testing.T) {
	pieces := []string{"1", "23", "456", "7890", "000", ",", ",123", ",456", ".", ".07", ".5", "-", "(", ")", "£", " ", "E", "CR", "+", "é"}
	r, plain := rand.New(rand.NewPCG(5, 5)), 0
	for range 200_000 {
		var s string
		for range 1 + r.IntN(6) {
			s += pieces[r.IntN(len(pieces))]
		}
		m, ok := PlainAmount(s)
		if !ok {
			continue
		}
		plain++
		want, blank, err := AnyAmount(s)
		if m != want || blank || err != nil {
			t.Fatalf("%q: %d; the long way says %d, %t, %v", s, m, want, blank, err)
		}
	}
	if plain < 5000 {
		t.Errorf("only %d amounts were plain", plain)
	}
	for _, s := range []string{"1,234.56", "(1,234.56)", "-1,234.56", "1,234.56-", "£1,234", "(£1.00)", "-£123,456,789.01", "0"} {
		if _, ok := PlainAmount(s); !ok {
			t.Errorf("%q takes the long way", s)
		}
	}
}
