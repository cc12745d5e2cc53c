package claims

// This file reads a part in words with its amounts behind it: "seven in ten of the bed days, 3,051 out of 5,064, were
// of people from the south".

// outOf holds such a part, which begins at token i.
func (c *sums) outOf(i int) {
	q, end, ok := c.inTen(i)
	if !ok {
		if q, end, ok = c.portion(i); !ok || q.unit != percent {
			return
		}
	}
	if c.text(end) != "of" {
		return
	}
	k := c.nextMark(end)
	if k < 0 || k > end+12 || c.text(k) != "," || !c.amount(k+1) {
		return
	}
	b := k + 2
	switch {
	case c.text(b) == "out" && c.text(b+1) == "of":
		b += 2
	case c.text(b) == "of":
		b++
	default:
		return
	}
	if !c.amount(b) || b+1 < len(c.ts) && c.ts[b+1].kind != markToken || c.ts[k+1].q.unit != c.ts[b].q.unit || c.ts[k+1].q.value.Cmp(c.ts[b].q.value) > 0 {
		return
	}
	c.check(i, end, q, k+1, b, false)
}

// inTen is the part "seven in ten" at token i, under its hedge.
func (c *sums) inTen(i int) (q quantity, end int, ok bool) {
	if !c.amount(i) || !c.ts[i].q.inWords || c.text(i+1) != "in" || !c.amount(i+2) || !c.ts[i+2].q.inWords {
		return q, 0, false
	}
	n, d := c.ts[i].q.value, c.ts[i+2].q.value
	if !n.IsInt() || !d.IsInt() || n.Cmp(d) >= 0 || d.Cmp(rat(10, 1)) > 0 {
		return q, 0, false
	}
	q = fractionOf(n.Num().Int64(), d.Num().Int64())
	if d.Cmp(rat(10, 1)) == 0 {
		is := around(q.value, rat(5, 1)) // the next tenth
		q.is = &is
	}
	c.hedge(&q, i)
	return q, i + 3, true
}
