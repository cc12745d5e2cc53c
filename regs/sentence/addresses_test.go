package sentence

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// addressPattern finds what blotAddresses blots.
var addressPattern = regexp.MustCompile(`\]\([^)\s]*\)|\[\^[^\]\s]*\]:?|https?://\S+`)

func TestAddressesAsTheExpressionFindsThem(t *testing.T) {
	pieces := []string{"](", ")", "[^", "]", ":", "http", "s", "://", " ", "\n", "a", "é", "[", "(", "https://a.scot/b", "h"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		want := []byte(text)
		for _, m := range addressPattern.FindAllStringIndex(text, -1) {
			for i := m[0]; i < m[1]; i++ {
				if want[i] != '\n' {
					want[i] = ' '
				}
			}
		}
		p := &Passage{Plain: []byte(text)}
		if p.blotAddresses(); string(p.Plain) != string(want) {
			t.Fatalf("%q: %q; want %q", text, p.Plain, want)
		}
	}
}

func TestManyOpenLinksAreReadInTime(t *testing.T) {
	done := make(chan struct{})
	go func() {
		NewPassage("a text", yamlpos.NewText(strings.Repeat("[a](", 200_000), source.Position{}))
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("800 kB of open links take more than a minute")
	}
}
