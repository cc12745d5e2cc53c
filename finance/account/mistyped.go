package account

import (
	"fmt"
	"math"
	"strconv"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
)

// A line is near where it is so near its plan or the other periods of its account, and far where
// it is so far from both. Where one digit is to be wrong, and where the account has one line for the
// year, it must be further, or one cost in four that came once would be taken for it. Amounts of less than leastTyped pence aren't looked at, and none that is
// less than leastOff pence off.
var nearLine, farLine, farDigit = math.Log(1.15), math.Log(1.35), math.Log(2)

const (
	leastTyped = 100_000
	leastOff   = 1_000_000
)

// A ledger is even where so many of its accounts are, and no more than one in fewUneven isn't. Of
// accounts with one line for the year so many must be near their plan.
const (
	leastEven     = 10
	leastEvenOnce = 30
	fewUneven     = 20
	mostMistyped  = 2
)

// A typedLine is the line of an account that is far from its plan and from the account's
// other periods, which are near.
type typedLine struct {
	of        *ledger.AccountLines
	line      *ledger.PeriodLines
	low, high finance.Money // of the other periods; 0 where there are none
	usual     float64       // in pence, above nought
	slack     float64       // how far from the usual the others are
	whole     bool          // it is in whole hundreds of pounds, and the others aren't
}

// How even an account is.
const (
	unknownAccount = iota
	evenAccount
	unevenAccount
	typedAccount // but for one line
)

// reportMistyped reports lines that are far from their plan and from the other periods of their
// account, and would be near them but for a slip of the keyboard, in a ledger in which all else is
// even. Where other lines are far off as well, costs come once there.
func (b *posting) reportMistyped(l *ledger.Result, all []*ledger.AccountLines) {
	even, uneven, once := 0, 0, 0
	var found []typedLine
	for _, a := range all {
		kind, t := evenness(a)
		switch kind {
		case evenAccount:
			even++
			if len(a.Periods) == 1 {
				once++
			}
		case unevenAccount:
			uneven++
		case typedAccount:
			found = append(found, t)
		}
	}
	if even < leastEven || uneven*fewUneven > even || len(found) > mostMistyped {
		return
	}
	for i := range found {
		if _, how := found[i].meant(); how == "" {
			return // a cost that came once
		}
	}
	for i := range found {
		t := &found[i]
		if b.isOff(t.of.Centre) || (t.once() || t.line.Month == 12) && uneven > 0 || t.once() && (once < leastEvenOnce || len(found) > 1) {
			continue // of March, it may adjust the year
		}
		b.mistyped(l, t)
	}
}

// evenness says how even an account is, and which of its lines isn't.
func evenness(a *ledger.AccountLines) (kind int, t typedLine) {
	periods, ok := inMonths(a)
	if !ok {
		if len(a.Periods) > 1 {
			return unknownAccount, t
		}
		periods = []*ledger.PeriodLines{&a.Periods[0]}
	}
	sign := finance.Money(1)
	sum := finance.Money(0)
	for _, p := range periods {
		sum += p.Amount
	}
	if sum < 0 {
		sign = -1
	}
	var far []*ledger.PeriodLines
	known, middling := 0, 0
	for i, p := range periods {
		if max(p.Amount.Magnitude(), p.Plan.Magnitude()) < leastTyped {
			continue
		}
		off, ok := offOf(periods, i, sign)
		switch {
		case !ok:
		case off <= nearLine:
			known++
		case off < farLine:
			known++
			middling++
		default:
			known++
			far = append(far, p)
		}
	}
	switch {
	case known == 0:
		return unknownAccount, t
	case len(far) == 0 && middling*4 <= known:
		return evenAccount, t
	case len(far) != 1 || middling > 0 || far[0].Lines != 1 || far[0].Amount*sign <= 0:
		return unevenAccount, t
	}
	return typedAccount, beside(a, periods, far[0], sign)
}

// offOf is how far a period is from its plan or from the middle of the others, whichever is
// nearer. What is below nought where the account isn't is as far as can be.
func offOf(periods []*ledger.PeriodLines, i int, sign finance.Money) (off float64, ok bool) {
	p := periods[i]
	off = math.Inf(1)
	if p.Plan*sign > 0 {
		if ok = true; p.Amount*sign > 0 {
			off = apartBy(float64(p.Amount), float64(p.Plan))
		}
	}
	others := make([]float64, 0, 13) // as many as a year has
	for k, o := range periods {
		if k != i && o.Amount*sign > 0 {
			others = append(others, float64(o.Amount*sign))
		}
	}
	if len(others) >= leastLines {
		if ok = true; p.Amount*sign > 0 {
			off = min(off, apartBy(float64(p.Amount*sign), median(others)))
		}
	}
	return off, ok
}

// beside is a line with what it should be near.
func beside(a *ledger.AccountLines, periods []*ledger.PeriodLines, far *ledger.PeriodLines, sign finance.Money) typedLine {
	t := typedLine{of: a, line: far, usual: float64(far.Plan * sign), slack: math.Log(1.1), whole: far.Amount%10_000 == 0}
	var others []float64
	for _, p := range periods {
		if p == far || p.Amount == 0 {
			continue
		}
		if m := p.Amount * sign; len(others) == 0 {
			t.low, t.high = m, m
		} else {
			t.low, t.high = min(t.low, m), max(t.high, m)
		}
		others = append(others, float64(p.Amount*sign))
		t.whole = t.whole && p.Amount%10_000 != 0
	}
	if len(others) < leastLines {
		t.low, t.high = 0, 0
		t.whole = t.whole && far.Plan%10_000 != 0
		return t
	}
	t.usual = median(others)
	spread := max(apartBy(float64(t.low), t.usual), apartBy(float64(t.high), t.usual))
	t.slack = min(max(1.5*spread, 0.03), math.Log(1.12))
	return t
}

// once reports whether it is held against its plan alone.
func (t *typedLine) once() bool { return t.low == 0 && t.high == 0 }

// meant is what a line may be that was mistyped, and how, or "".
func (t *typedLine) meant() (m finance.Money, how string) {
	amount := t.line.Amount
	off := apartBy(float64(amount.Magnitude()), t.usual)
	if t.whole || math.Abs(float64(amount.Magnitude())-t.usual) < leastOff || t.once() && off < farDigit {
		return 0, ""
	}
	best := t.slack
	for _, s := range slipsOf(strconv.FormatUint(amount.Magnitude(), 10), off >= farDigit) {
		n, err := strconv.ParseInt(s.text, 10, 64)
		if err != nil || n <= 0 || s.text[0] == '0' || how != "" && how != s.says {
			continue
		}
		if off := apartBy(float64(n), t.usual); off <= best {
			best, m, how = off, finance.Money(n), s.says
		}
	}
	if amount < 0 {
		m = -m
	}
	return m, how
}

// A slip is what an amount in pence may be that was mistyped, with what was done.
type slip struct{ text, says string }

// slipsOf are what an amount may be: with two neighbouring digits of its pounds exchanged, and
// where it is far off one of them another, twice or missing.
func slipsOf(text string, far bool) (all []slip) {
	pounds := len(text) - 2
	for i := range max(pounds-1, 0) {
		all = append(all, slip{text[:i] + text[i+1:i+2] + text[i:i+1] + text[i+2:], "two of its digits seem to be exchanged"})
	}
	if !far {
		return all
	}
	for i := range max(pounds, 0) {
		d := text[i : i+1]
		if i > 0 && text[i-1] == text[i] {
			all = append(all, slip{text[:i] + text[i+1:], "one of its digits seems to be there twice"})
		}
		all = append(all, slip{text[:i+1] + d + text[i+1:], "one of its digits seems to be missing"}, slip{text[:i+1] + "0" + text[i+1:], "one of its digits seems to be missing"})
	}
	for i := range max(pounds, 0) {
		for d := '0'; d <= '9'; d++ {
			all = append(all, slip{text[:i] + string(d) + text[i+1:], "one of its digits seems to be wrong"})
		}
	}
	return all
}

func (b *posting) mistyped(l *ledger.Result, t *typedLine) {
	amount, when := t.line.Amount, ""
	if t.line.Month > 0 {
		when = " in " + monthOf(t.line.Month)
	}
	message := fmt.Sprintf("%s has %s%s", accountOf(t.of), amount.Exact(), when)
	if t.line.Plan != 0 {
		message += fmt.Sprintf(", where %s was planned", t.line.Plan.Exact())
	}
	if !t.once() {
		low, high := t.low, t.high
		if amount < 0 {
			low, high = -t.low, -t.high
		}
		message += fmt.Sprintf(", and from %s to %s in its other periods", low.Exact(), high.Exact())
	}
	meant, how := t.meant()
	p := &source.Problem{Code: finance.CodeImplausible, Position: l.At(t.line), About: ledgerOf(l) + " digits of " + t.of.Centre.Code + " " + t.of.Code,
		Message: message + ": " + how, Hint: fmt.Sprintf("see whether it is %s", meant.Exact())}
	for i := range t.of.Periods {
		if o := &t.of.Periods[i]; o != t.line && o.Lines > 0 {
			p.Related = []source.Related{{Position: l.At(o), Message: o.Amount.Exact() + " in " + monthOf(o.Month)}}
			break
		}
	}
	b.doubts.Add(p)
	b.setOff(l, t.of.Centre)
}
