package finance

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestMatchWords compares the portable way with a look at each byte.
func TestMatchWords(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		text := make([]byte, stride*r.IntN(5)+r.IntN(20))
		for i := range text {
			text[i] = byte(r.IntN(256))
			if r.IntN(2) == 0 {
				text[i] = ",\n\"\r;\x8a\xac\xa2\x2d\x0b\x23"[r.IntN(11)]
			}
		}
		separator := []byte(",;\t|")[r.IntN(4)]
		want, got := make([]match, len(text)/stride), make([]match, len(text)/stride)
		for i, b := range text[:len(want)*stride] {
			if b == separator || b == '\n' {
				want[i/stride].marks |= 1 << (i % stride)
			}
			if b == '"' {
				want[i/stride].quotes |= 1 << (i % stride)
			}
		}
		if matchWords(text, got, uint64(separator)*ones); !slices.Equal(got, want) {
			t.Fatalf("%q: %x; want %x", text, got, want)
		}
	}
}

// quotedText is a text with many quotation marks, which are mostly sound.
func quotedText(r *rand.Rand, size int) []byte {
	var text []byte
	dense := r.IntN(2) == 0
	for len(text) < size {
		cell := []string{"", "a", "12.50", "Care at home", "\"a,b\"", "\"a\"\"b\"", "\"line\nbreak\"", "\"\"", "\"\"\"\""}[r.IntN(9)]
		if r.IntN(60) == 0 {
			cell = []string{"a\"b", "\"a\"b", "\"", "\"a\"\r", "\r"}[r.IntN(5)]
		}
		if dense {
			cell = cell[:min(len(cell), r.IntN(2))]
		}
		text = append(append(text, cell...), []string{",", ",", ",", "\n", "\r\n"}[r.IntN(5)]...)
	}
	return append(text[:size-1], '\n')
}

// TestMarkStrides compares what this machine finds marks by with the portable
// way, on texts in pieces of any number of strides.
func TestMarkStrides(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	marked, sound := 0, 0
	for range 4000 {
		text := quotedText(r, stride*(1+r.IntN(6)))
		buf := slices.Concat(make([]byte, lead), text, make([]byte, spare))
		buf[lead-1] = '\n'
		fast, slow := index{separator: ','}, index{separator: ','}
		fast.begin(lead)
		slow.begin(lead)
		for from := lead; from < lead+len(text); {
			end := min(from+stride*(1+r.IntN(3)), lead+len(text))
			fast.reserve(end - from)
			slow.reserve(end - from)
			done, ok := fast.markStrides(buf, from, (end-from)/stride), slow.mark(buf, from, end)
			if done {
				marked++
			}
			if ok {
				sound++
			}
			if !ok && done {
				t.Fatalf("takes for sound: %q", text)
			} else if !ok {
				break
			} else if !done && !fast.mark(buf, from, end) {
				t.Fatalf("the state differs: %q", text)
			}
			if fast.inside != slow.inside || fast.newlines != slow.newlines || !slices.Equal(fast.marks[:fast.count], slow.marks[:slow.count]) {
				t.Fatalf("%q up to %d: %d newlines, %x, %d; want %d, %x, %d", text, end-lead, fast.newlines, fast.inside, fast.marks[:fast.count],
					slow.newlines, slow.inside, slow.marks[:slow.count])
			}
			from = end
		}
	}
	if canMark := (&index{marks: make([]int32, 99)}).markStrides(make([]byte, 2*stride), stride, 1); canMark && marked < sound*9/10 {
		t.Errorf("only %d of %d sound pieces were marked at once", marked, sound)
	}
}

// TestPlainPrefix compares what this machine looks for NUL and other than ASCII
// by with a look at each byte.
func TestPlainPrefix(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		text := make([]byte, r.IntN(5*stride))
		for i := range text {
			text[i] = byte(1 + r.IntN(127))
		}
		for range min(r.IntN(3), len(text)) {
			text[r.IntN(len(text))] = []byte{0, 0x80, 0xff, 0x81, 1, 127}[r.IntN(6)]
		}
		want := slices.IndexFunc(text, func(b byte) bool { return b == 0 || b >= 0x80 })
		if want < 0 {
			want = len(text)
		}
		if got := plainPrefix(text); got != want {
			t.Fatalf("%q: %d; want %d", text, got, want)
		}
	}
}
